"""What a figure is counted in, and how its column is headed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch

from assistant.column import Unit
from assistant.core.answer.number import decimal, printed
from assistant.core.answer.phrase import counted
from assistant.core.meaning.nodes import (
    Calendar,
    Count,
    Difference,
    Figure,
    Kind,
    Measure,
    Number,
    Over,
    Portion,
    Ratio,
    Run,
    Set,
)
from assistant.core.model.measures import MEASURES


@singledispatch
def unit(of: Figure | Set) -> Unit:
    """The unit of a figure; a set is text."""
    return Unit.TEXT


@unit.register
def _measure(of: Measure) -> Unit:
    if of.name == "net change":
        return Unit.CHANGE
    return Unit.SHARE if MEASURES[of.name].unit == "%" else Unit.COUNT


@unit.register
def _number(of: Number) -> Unit:
    return Unit.SHARE if of.unit == "%" else Unit.COUNT


@unit.register(Count)
@unit.register(Run)
def _count(of: Count | Run) -> Unit:
    return Unit.COUNT


@unit.register
def _portion(of: Portion) -> Unit:
    return Unit.SHARE


@unit.register
def _calendar(of: Calendar) -> Unit:
    return Unit.YEAR


@unit.register
def _over(of: Over) -> Unit:
    return unit(of.figure)


@unit.register
def _difference(of: Difference) -> Unit:
    return Unit.POINTS if unit(of.left) is Unit.SHARE else unit(of.left)


@unit.register
def _ratio(of: Ratio) -> Unit:
    return Unit.SHARE if of.percent else Unit.COUNT


@singledispatch
def noun(of: Figure) -> tuple[str, str]:
    """What is counted, of one and of many: seat, seats; empty for what carries its own sign."""
    return ("", "")


@noun.register
def _noun_of_measure(of: Measure) -> tuple[str, str]:
    return _NOUNS.get(MEASURES[of.name].unit, ("", ""))


@noun.register(Difference)
def _noun_of_difference(of: Difference) -> tuple[str, str]:
    return noun(of.left)


@noun.register(Over)
def _noun_of_over(of: Over) -> tuple[str, str]:
    return noun(of.figure)


@noun.register
def _noun_of_run(of: Run) -> tuple[str, str]:
    return ("year", "years")


@noun.register
def _noun_of_count(of: Count) -> tuple[str, str]:
    return KINDS[of.of.kind]


def amount(of: Figure, value: float) -> str:
    """A figure with its noun: "34 seats", "31.9%", "28.5 votes"."""
    one, many = noun(of)
    if unit(of) is not Unit.COUNT or not one:
        return printed(value, unit(of))
    return counted(value, one, many).text if float(value).is_integer() else f"{decimal(value)} {many}"


_NOUNS = {
    "votes": ("vote", "votes"),
    "seats": ("seat", "seats"),
    "electors": ("elector", "electors"),
    "ballot papers": ("ballot paper", "ballot papers"),
    "rejected papers": ("rejected paper", "rejected papers"),
    "candidates": ("candidate", "candidates"),
    "wards": ("ward", "wards"),
}

KINDS: Mapping[Kind, tuple[str, str]] = {
    "council": ("council", "councils"),
    "area": ("area", "areas"),
    "ward": ("ward", "wards"),
    "party": ("party", "parties"),
    "person": ("person", "people"),
    "year": ("year", "years"),
    "office": ("office", "offices"),
}
"""A kind of thing, of one and of many."""
