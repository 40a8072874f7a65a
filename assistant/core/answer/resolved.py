"""A meaning with what was found put in the place of what was described."""

from __future__ import annotations

from typing import TypeVar

from assistant.core.meaning.nodes import Named, Newest, Node, Ranked, Set, Several
from assistant.core.meaning.walk import rebuild
from assistant.core.query.facts import Facts

N = TypeVar("N", bound=Node)


def resolved(node: N, facts: Facts) -> N:
    """The node with each set of which one is meant replaced by it, and the newest year by its number."""
    found = dict[Set, Set]()
    for table in facts.named:
        if isinstance(table.of, Ranked) and table.of.first == table.of.last == 1 and 0 < len(table.rows) < 4:
            things = tuple(Named(table.of.kind, (r.thing.id,)) for r in table.rows)
            found[table.of] = things[0] if len(things) == 1 else Several(table.of.kind, things)
    years = {y for u in facts.used for y in (u.first, u.last)}
    if len(years) == 1 and None not in years:
        found[Newest()] = Named("year", (str(years.pop()),))
    return _put(node, found)


def _put(node: N, found: dict[Set, Set]) -> N:
    def change(name: str, part: Node) -> Node:
        if isinstance(part, Set) and part in found:
            return found[part]
        return _put(part, found)

    return rebuild(node, change)
