"""A meaning with what was found put in the place of what was described."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from assistant.core.meaning.cells import entry
from assistant.core.meaning.nodes import Claim, Measure, Named, Newest, Node, Ranked, Set, Several
from assistant.core.meaning.walk import rebuild, walk
from assistant.core.query.facts import Facts

N = TypeVar("N", bound=Node)


def resolved(node: N, facts: Facts) -> N:
    """The node with each set of which one is meant replaced by it, and the newest year by its number."""
    found = dict[Set, Set]()
    for table in facts.named:
        if isinstance(table.of, Ranked) and table.of.first == table.of.last == 1 and 0 < len(table.rows) < 4:
            things = tuple(Named(table.of.kind, (r.thing.id,)) for r in table.rows)
            found[table.of] = things[0] if len(things) == 1 else Several(table.of.kind, things)
    year = newest(facts)
    if year is not None and common_time(facts) is None:
        found[Newest()] = Named("year", (year,))
        return _put(node, found)
    return now(_put(node, found), facts)


def now(node: N, facts: Facts) -> N:
    """The node with a chamber's year said as "now" where that is its newest."""
    years = {u.cell.time for u in facts.used if u.latest and _is_chamber(u.cell) and isinstance(u.cell.time, Named)}

    def change(name: str, part: Node) -> Node:
        return _now(rebuild(part, change), years) if years else part

    return _now(rebuild(node, change), years) if years else node


def _now(part: N, years: Collection[Set | None]) -> N:
    if isinstance(part, Measure | Claim) and part.time in years and _is_chamber(part):
        return replace(part, time=Newest())
    return part


def _is_chamber(cell: Measure | Claim) -> bool:
    return entry(cell).moment == "chamber"


def newest(facts: Facts) -> str | None:
    """The year that "now" or "the last election" is; None where it differs by place."""
    years = {y for u in facts.used if u.cell.time == Newest() or u.latest for y in (u.first, u.last)}
    return str(years.pop()) if len(years) == 1 and None not in years else None


def common_time(facts: Facts) -> Set | None:
    """The one time that all of an ask is about, which needs to be said once only."""
    times = {n.time for n in walk(now(facts.ask, facts)) if isinstance(n, Measure | Claim)}
    time = times.pop() if len(times) == 1 else None
    if isinstance(time, Newest):
        return time if newest(facts) is not None else None
    return time if isinstance(time, Named) and len(time.ids) == 1 else None


def date(facts: Facts) -> str:
    """ "in 2018" of the time that all is about; nothing where there is no such time."""
    time = common_time(facts)
    year = time.ids[0] if isinstance(time, Named) else newest(facts) if time is not None else None
    return f"in {year}" if year is not None else ""


def _put(node: N, found: dict[Set, Set]) -> N:
    def change(name: str, part: Node) -> Node:
        if isinstance(part, Set) and part in found:
            return found[part]
        return _put(part, found)

    return rebuild(node, change)
