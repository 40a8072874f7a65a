"""Steps in time: the poll before or after the one that was told, so many years on, and when it was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assistant.core.dialogue.swaps import swapped
from assistant.core.dialogue.turns import Turn
from assistant.core.meaning.nodes import Cell, Claim, It, Listing, Measure, Named, Newest, Select, Set, Whether
from assistant.core.meaning.walk import walk
from assistant.core.parsing.fill import fill
from assistant.core.reading.held import Calendar


def stepped(turn: Turn, forward: bool, years: int | None, calendar: Calendar) -> Iterator[Any]:
    """The last ask one poll on or back, or so many years."""
    now = _now(turn, calendar)
    if now is None:
        return
    if years is not None:
        yield from at_year(turn, now + (years if forward else -years))
        return
    held = _held(turn, calendar)
    there = [y for y in held if (y > now if forward else y < now)]
    if there:
        yield from at_year(turn, min(there) if forward else max(there))


def is_of_control(turn: Turn) -> bool:
    """Whether it was asked who controlled one council."""
    claim, of = turn.claim, turn.things
    open_party = claim is not None and isinstance(claim.party, It) and of is not None and of.kind == "party"
    return open_party and claim is not None and claim.name in CONTROL and isinstance(claim.place, Named)


CONTROL = frozenset({"control", "run", "hold"})


def before_control(turn: Turn, calendar: Calendar) -> Iterator[Any]:
    """Who controlled the council before: in the newest year in which it was another party."""
    now = _now(turn, calendar)
    assert turn.claim is not None and isinstance(turn.claim.place, Named)
    year = calendar.other_control(turn.claim.place, now) if now is not None else None
    if year is not None:
        yield from at_year(turn, year)


def at_year(turn: Turn, year: int) -> Iterator[Any]:
    """The last ask at another time."""
    yield from swapped(turn.fixed, Named("year", (str(year),)))


def _now(turn: Turn, calendar: Calendar) -> int | None:
    """The one year that the last answer was about."""
    if len(turn.years) == 1:
        return int(turn.years[0].ids[0])
    newest = any(isinstance(w, Newest) for w in walk(turn.ask)) and not turn.years
    return max(_held(turn, calendar), default=None) if newest else None


def _held(turn: Turn, calendar: Calendar) -> frozenset[int]:
    """The years in which what was told is held for its place."""
    cell = next((c for c in walk(turn.ask) if isinstance(c, Claim | Measure) and _is_timed(c)), None)
    if cell is None:
        return frozenset()
    places = (*((cell.place,) if isinstance(cell.place, Named) else ()), *turn.places, None)
    return calendar.years(cell, places[0])


def _is_timed(cell: Cell) -> bool:
    return isinstance(cell.time, Newest) or (isinstance(cell.time, Named) and len(cell.time.ids) == 1)


def when(turn: Turn) -> Iterator[Any]:
    """In which year it was: when what was asked was so, else the year that the answer was about."""
    if isinstance(turn.said, Whether):
        prop = fill(turn.said.prop, It("year"))
        if prop is not None:
            yield Listing(Select("year", None, (prop,)))
    if len(turn.years) == 1:
        yield Listing(Select("year", turn.years[0], (_there(turn),)))


def _there(turn: Turn) -> Claim:
    place: Set | None = turn.places[0] if turn.places else None
    return Claim("be there", place=place, time=It("year"))
