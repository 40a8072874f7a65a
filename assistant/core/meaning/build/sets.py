"""Sets, each in its one normal form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from assistant.core.meaning import nodes as n
from assistant.core.meaning.build.order import ordered
from assistant.core.meaning.cells import CONTAINERS, entry
from assistant.core.meaning.check import (
    MeaningError,
    check_bound,
    check_several,
)


def named(kind: n.Kind, *ids: str, at: n.Spans = n.NOWHERE) -> n.Named:
    """A thing by its id; several ids are senses of one name, in one order whatever order they were found in."""
    if not ids:
        raise MeaningError(kind, "nothing is named")
    return n.Named(kind, tuple(sorted(set(ids))), at)


def year(number: int, at: n.Spans = n.NOWHERE) -> n.Named:
    """A year."""
    return named("year", str(number), at=at)


def span(first: int | None, last: int | None, at: n.Spans = n.NOWHERE) -> n.Set:
    """The years from one to another, both included; one year where they are the same."""
    if first is not None and last is not None and first > last:
        raise MeaningError("years", f"{first} is after {last}")
    return year(first, at) if first == last and first is not None else n.Span(first, last, at)


def several(*members: n.Set) -> n.Set:
    """Several things of one kind as one: each once; a single one is itself."""
    flat = tuple(dict.fromkeys(part for m in members for part in (m.members if isinstance(m, n.Several) else (m,))))
    if len({part.kind for part in flat}) != 1:
        raise MeaningError("several", "they are of different kinds")
    return flat[0] if len(flat) == 1 else n.Several(flat[0].kind, flat)


def of(kind: n.Kind, member: n.Set) -> n.Set:
    """The thing of a kind that another belongs to; a named ward's council is a council by its name."""
    if member.kind == kind:
        return member
    if kind not in _OWNERS.get(member.kind, ()):
        raise MeaningError(kind, f"a {member.kind} has no {kind} of its own")
    if isinstance(member, n.Named) and (kind, member.kind) == ("council", "ward"):
        return named(kind, *(i.partition("/")[0] for i in member.ids), at=member.spans)
    return n.Of(kind, member)


_OWNERS: dict[n.Kind, frozenset[n.Kind]] = {
    "ward": frozenset({"council", "area"}),
    "council": frozenset({"area"}),
    "person": frozenset({"party", "ward", "council", "office"}),
    "office": frozenset({"council", "area"}),
}


def select(kind: n.Kind, within: n.Set | None, *where: n.Prop, at: n.Spans = n.NOWHERE) -> n.Set:
    """The things of a kind of which every condition holds; a selection from a selection is one selection."""
    conditions = ordered(where, n.And)
    within = None if within == n.Span(None, None) else within
    if isinstance(within, n.Select) and within.kind == kind:
        return select(kind, within.within, *within.where, *conditions, at=at | within.spans)
    if within is not None and within.kind != kind and within.kind not in CONTAINERS[kind]:
        raise MeaningError(kind, f"a {within.kind} has no {kind}s")
    if not conditions:
        raise MeaningError(kind, "without a condition there is nothing to go by")
    check_bound(kind, n.It(kind), *conditions)
    return n.Select(kind, within, _needed(kind, conditions), at)


_VOTED = "vote"


def _needed(kind: n.Kind, conditions: tuple[n.Prop, ...]) -> tuple[n.Prop, ...]:
    """The conditions without "voted" where another is about the same polls: it has rows just there."""
    needless = [c for c in conditions if isinstance(c, n.Claim) and c.name == _VOTED and _is_said(kind, c, conditions)]
    return tuple(c for c in conditions if c not in needless)


def _is_said(kind: n.Kind, voted: n.Claim, conditions: tuple[n.Prop, ...]) -> bool:
    return any(_at_poll(kind, voted, cell) for c in conditions if c != voted for cell in _own_cells(c))


def _at_poll(kind: n.Kind, voted: n.Claim, cell: n.Cell) -> bool:
    mine = voted.place == n.It(kind) == cell.place and entry(cell).moment == "poll"
    return mine and (voted.time, voted.poll) == (cell.time, cell.poll)


def _own_cells(prop: n.Prop) -> Iterable[n.Cell]:
    """The cells that a condition is a row of, not those of the sets within it."""
    match prop:
        case n.Claim():
            yield prop
        case n.Not(inner):
            yield from _own_cells(inner)
        case n.Compare(n.Measure() as left, _, _):
            yield left


def ranked(
    of: n.Set,
    by: n.Figure,
    order: Literal["most", "least"],
    first: int = 1,
    last: int | None = None,
    at: n.Spans = n.NOWHERE,
) -> n.Ranked:
    """The members from one place to another by a figure, ties included; "the first" where only one place is given."""
    check_several("ranked", of)
    check_bound("ranked", of, by)
    last = first if last is None else last
    if not 1 <= first <= last:
        raise MeaningError("ranked", f"there is no place from {first} to {last}")
    return n.Ranked(of.kind, of, by, order, first, last, at)
