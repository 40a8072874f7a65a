"""Which poll a figure of an office is of: a seat in Parliament is known here by its by-elections alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning.nodes import Claim, It, Measure, Named, Node, Ranked, Select, Set, Story
from assistant.core.meaning.walk import binds, parts, rebuild
from assistant.core.query.measured import NotMeasured

_SEATS = ("constituency:", "offices:constituency")


def polled(node: Any, seats: bool = False) -> Any:
    """The node with each figure and claim of a seat in Parliament at by-elections; `seats`: `It` is one of them."""
    made = rebuild(node, lambda name, part: polled(part, _are_seats(node, name, seats)))
    if not isinstance(made, Measure | Claim | Story) or made.place is None:
        return made
    if made.poll == "by-election":
        _check(made)
    return replace(made, poll="by-election") if is_seat(made.place, seats) else made


def _check(cell: Measure | Claim | Story) -> None:
    """A by-election is of one ward or seat: a council, an area has none of its own."""
    if cell.place is not None and cell.place.kind in ("council", "area"):
        raise NotMeasured("a by-election is of one ward or one seat")


def _are_seats(node: Node, name: str, seats: bool) -> bool:
    """Whether the office that is bound in a field is one of the seats."""
    if "office" not in binds(node, name):
        return seats
    if isinstance(node, Select):
        return is_seat(node, False)
    return any(is_seat(part, False) for _, part in parts(node) if isinstance(part, Set))


def is_seat(place: Set | None, seats: bool = False) -> bool:
    """Whether a place is a seat in Parliament, or seats; `seats`: `It` is one."""
    if isinstance(place, Named):
        return all(i.startswith(_SEATS) for i in place.ids)
    if isinstance(place, It):
        return seats and place.kind == "office"
    if isinstance(place, Select):
        return place.kind == "office" and is_seat(place.within, False)
    return isinstance(place, Ranked) and is_seat(place.of, False)
