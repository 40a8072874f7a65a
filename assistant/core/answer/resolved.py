"""A meaning with what was found put in the place of what was described."""

from __future__ import annotations

from typing import TypeVar

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


def newest(facts: Facts) -> str | None:
    """The year that "now" or "the last election" is; None where it differs by place."""
    years = {y for u in facts.used if u.cell.time == Newest() for y in (u.first, u.last)}
    return str(years.pop()) if len(years) == 1 and None not in years else None


def common_time(facts: Facts) -> Set | None:
    """The one time that all of an ask is about, which needs to be said once only."""
    times = {n.time for n in walk(facts.ask) if isinstance(n, Measure | Claim)}
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
