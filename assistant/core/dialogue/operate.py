"""An operation done on the turns before: the asks that it may come to, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import singledispatch
from typing import Any

from assistant.core.dialogue import fewer, holes, judged, sets, times
from assistant.core.dialogue.swaps import swapped
from assistant.core.dialogue.turns import Turn
from assistant.core.meaning.nodes import About, Compare, Figure, Prop, Ranked, Select, Set
from assistant.core.parsing import operations as op
from assistant.core.parsing.drafts import Bound
from assistant.core.reading.held import Calendar

Turns = Sequence[Turn]


@singledispatch
def operate(operation: op.Operation, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    """The asks that an operation on these turns may come to."""
    raise TypeError(operation)


@operate.register
def _(operation: op.Swap, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    yield from _swapped(turns[-1].said, operation.values, operation.old)


def _swapped(said: Any, values: tuple[Set, ...], old: tuple[Set, ...]) -> Iterator[Any]:
    if not values:
        yield said
        return
    first = values[0]
    gone = next((o for o in old if o.kind == first.kind), None)
    for made in swapped(said, first, gone):
        yield from _swapped(made, values[1:], old)


@operate.register
def _(operation: op.Measured, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    yield from sets.measured(turns[-1], operation.figure, operation.added, operation.whole)


@operate.register
def _(operation: op.Counted, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    if fewer.is_in_its_unit(turns[-1], operation.figure):
        yield from fewer.amount(turns[-1])
    else:
        yield from sets.measured(turns[-1], operation.figure, False)


@operate.register
def _(operation: op.Mean, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    yield from sets.mean(turns[-1], operation.how, operation.figure)


@operate.register
def _(operation: op.Narrowed, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    if isinstance(operation.that, Bound):
        yield from fewer.bounded(turns[-1], operation.that)
    else:
        yield from sets.those(fewer.opposed(turns[-1], operation.that), sets.as_asked(turns[-1]), operation.that)


@operate.register
def _(operation: op.Only, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    if isinstance(operation.value, Select):
        yield from fewer.narrowed_to(turns[-1], operation.value)
        return
    made = list(swapped(turns[-1].said, operation.value))
    yield from made or sets.only(turns[-1], operation.value)


@operate.register
def _(operation: op.Without, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    yield from sets.without(turns[-1], operation.value)


@operate.register
def _(operation: op.Those, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    yield from fewer.elliptical(turns[-1], operation.how, operation.that)
    yield from sets.those(fewer.opposed(turns[-1], operation.that), operation.how, operation.that)


@operate.register
def _(operation: op.Extreme, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    yield from sets.extreme(turns[-1], operation.order, last=operation.number, keeps=operation.keeps)


@operate.register
def _(operation: op.Nth, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    yield from sets.nth(turns[-1], operation.place)


@operate.register
def _(operation: op.Step, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    turn = turns[-1]
    if operation.years is None and not operation.forward and times.is_of_control(turn):
        yield from times.before_control(turn, calendar)
    else:
        yield from times.stepped(turn, operation.forward, operation.years, calendar)


@operate.register
def _(operation: op.Ordered, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    yield from sets.ordered(turns[-1], operation.figure)


@operate.register
def _(operation: op.By, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    yield from sets.by_kind(turns[-1], operation.of)


@operate.register
def _(operation: op.Hole, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    place = _PLACES.get(operation.which)
    if place and (turns[-1].claim is None or isinstance(turns[-1].things, Ranked)):
        yield from sets.nth(turns[-1], place)
    elif operation.which == "since":
        yield from judged.since(turns[-1])
    else:
        yield from holes.hole(turns[-1], operation.which)


_PLACES = {"second": 2, "third": 3}
"""Holes that are a place in an order as well."""


@operate.register
def _(operation: op.Judged, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    yield from judged.is_majority(turns[-1], operation.figure)


@operate.register
def _(operation: op.Beside, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    yield from judged.compared_with(turns[-1], operation.op, operation.other)


@operate.register
def _(operation: op.Combined, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    yield from holes.combined(turns, operation.how)


@operate.register
def _(operation: op.Against, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    yield from holes.against(turns[-1], operation.other)


@operate.register
def _(operation: op.Owned, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    yield from sets.owned(turns[-1], operation.kind)


@operate.register
def _(operation: op.Each, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    yield from sets.each(turns[-1], operation.claim)


@operate.register
def _(operation: op.Explained, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    of: Figure | Prop | None = turns[-1].figure or turns[-1].claim
    if isinstance(of, Figure) and operation.said is not None:
        of = Compare(of, "=", operation.said)
    yield About(operation.topic, of=of)


@operate.register
def _(operation: op.Plain, turns: Turns, calendar: Calendar) -> Iterator[Any]:
    if operation.name == "percent":
        yield from holes.percent(turns[-1])
    elif operation.name == "members":
        yield from judged.members(turns[-1])
    elif operation.name == "whole":
        yield from judged.whole(turns[-1])
    elif operation.name == "both":
        yield from holes.both(turns)
    elif operation.name == "other":
        yield from fewer.others(turns)
    elif operation.name == "how many others":
        yield from fewer.others(turns, "how many")
    elif operation.name == "amount":
        yield from fewer.amount(turns[-1])
