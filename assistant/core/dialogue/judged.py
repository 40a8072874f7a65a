"""What is asked about the last answer itself: since when, out of how many, whether it is a majority or was higher."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from assistant.core.dialogue.fewer import every
from assistant.core.dialogue.swaps import swapped
from assistant.core.dialogue.times import CONTROL, is_of_control
from assistant.core.dialogue.turns import Turn
from assistant.core.meaning.nodes import (
    Calendar,
    Claim,
    Compare,
    Count,
    Figure,
    It,
    Listing,
    Measure,
    Named,
    Number,
    Portion,
    Ranked,
    Select,
    Set,
    Value,
    Whether,
)

_SEATS = frozenset({"seats", "seats held"})


def since(turn: Turn) -> Iterator[Any]:
    """Since when it has been so: when control, as it is now, last changed."""
    claim = turn.claim
    if claim is None or not _is_now(turn) or not (is_of_control(turn) or _is_one_partys(claim)):
        return
    changed = Claim("change hands", place=claim.place, time=It("year"))
    yield Listing(Ranked("year", Select("year", None, (changed,)), Calendar(It("year")), "most", 1, 1))


def _is_one_partys(claim: Claim) -> bool:
    """Whether a party is said to control one council."""
    return claim.name in CONTROL and isinstance(claim.place, Named) and isinstance(claim.party, Named)


def _is_now(turn: Turn) -> bool:
    """Whether no time was said: it is of today."""
    return replace(turn, ask=turn.said).years == ()


def whole(turn: Turn) -> Iterator[Any]:
    """Out of how many: all of which the last figure was a party's, or of which the last count was some."""
    match turn.fixed:
        case Value(Measure(party=party) as figure) if party is not None:
            yield Value(replace(figure, party=None, person=None))
        case Value(Count(of)):
            wider = every(turn, of)
            if wider is not None:
                yield Value(Count(wider))


def members(turn: Turn) -> Iterator[Any]:
    """Those that were counted, one by one."""
    if isinstance(turn.fixed, Value) and isinstance(turn.fixed.of, Count):
        yield Listing(turn.fixed.of.of)


def portion(turn: Turn, of: Set) -> Iterator[Any]:
    """The last count as a percentage of all there are where it is."""
    wider = every(turn, of)
    if isinstance(of, Select) and wider is not None and len(of.where) == 1:
        yield Value(Portion(wider, of.where[0]))


def is_majority(turn: Turn, figure: Figure) -> Iterator[Any]:
    """Whether the seats that were told are a majority."""
    last = turn.fixed.of if isinstance(turn.fixed, Value) else None
    if not (isinstance(last, Measure) and last.name in _SEATS and last.party is not None):
        return
    if isinstance(figure, Measure) and figure.name == "majority":
        yield Whether(Compare(replace(last, name="majority", basis=""), ">=", Number(1)))


def compared_with(turn: Turn, op: Any, other: Set) -> Iterator[Any]:
    """Whether the last figure is more, or less, than that of another place, party or time."""
    if not isinstance(turn.fixed, Value):
        return
    for made in swapped(turn.fixed, other):
        if isinstance(made, Value) and made != turn.fixed:
            yield Whether(Compare(turn.fixed.of, op, made.of))
