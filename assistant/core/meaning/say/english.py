"""Pieces of English: plurals of kinds, numbers, ordinals, lists."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.core.meaning.nodes import Kind, Number

PLURALS: dict[Kind, str] = {
    "council": "councils",
    "area": "areas",
    "ward": "wards",
    "party": "parties",
    "person": "people",
    "year": "years",
    "office": "offices",
}

_ORDINALS = ("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def words(*parts: str) -> str:
    """The parts that are not empty, with a space between."""
    return " ".join(part for part in parts if part)


def listed(parts: Iterable[str], last: str = "and") -> str:
    """ "A, B and C"."""
    *first, final = parts
    return f"{', '.join(first)} {last} {final}" if first else final


def ordinal(number: int) -> str:
    """ "first" … "tenth", "11th"."""
    if number < len(_ORDINALS):
        return _ORDINALS[number]
    return f"{number}{'th' if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, 'th')}"


def figure(value: float) -> str:
    """A number with a comma in its thousands, without a point where it is whole."""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def quantity(number: Number) -> str:
    """A number with its unit: "25%", "1,987", "3 points"."""
    return figure(number.value) + (number.unit if number.unit == "%" else f" {number.unit}" if number.unit else "")


def of_many(unit: str, value: float) -> str:
    """A unit after a number: "seats", after 1 "seat"."""
    return unit[:-1] if value == 1 else unit


def possessive(name: str) -> str:
    """ "Labour's", "the Greens'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def is_many(name: str) -> bool:
    """Whether a party's name takes a verb in the plural: "the Greens"."""
    return name.startswith("the ") and name.endswith("s")
