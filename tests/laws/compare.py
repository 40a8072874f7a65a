"""Both evaluators side by side: what each says of a meaning, and whether they agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import duckdb

from assistant.core.meaning import nodes as n
from assistant.core.query import compile as compiled
from assistant.core.query import run
from tests.laws import worlds
from tests.laws.naive.cells import NoRow
from tests.laws.naive.evaluate import Naive
from tests.laws.naive.switches import Switches

NO_ROW = "no row"
COUNTED = (n.Measure, n.Count, n.Portion, n.Over)
"""Figures whose members are counted: `n` held `of` all must agree too."""


@dataclass
class Bench:
    """One world, as both evaluators have it."""

    seed: int
    con: duckdb.DuckDBPyConnection
    naive: Naive

    @classmethod
    def of(cls, seed: int, switches: Switches | None = None) -> Bench:
        world = worlds.make(seed)
        return cls(seed, worlds.load(world), Naive(world.tables, switches))

    def by_hand(self, node: n.Node) -> Any:
        """What the naive evaluator says."""
        try:
            return _BY_HAND[_family(node)](self.naive, node)
        except NoRow:
            return NO_ROW
        except (LookupError, AssertionError) as gap:
            return f"not in the naive evaluator: {gap}"

    def by_query(self, node: n.Node) -> Any:
        """What the one query says; an error of it is an outcome too."""
        try:
            return _BY_QUERY[_family(node)](self.con, node)
        except Exception as error:
            return f"{type(error).__name__}: {str(error)[:160]}"

    def agree(self, node: n.Node) -> bool:
        return same(self.by_hand(node), self.by_query(node))


def _family(node: n.Node) -> type:
    return next(family for family in (n.Figure, n.Prop, n.Set) if isinstance(node, family))


def _hand_value(naive: Naive, node: Any) -> Any:
    held = naive.value(node)
    return _told(node, held.value, held.n, held.of)


def _told(node: Any, value: Any, held: int, of: int) -> Any:
    if value is None and not of:
        return NO_ROW
    return (value, held, of) if isinstance(node, COUNTED) else (value,)


def _query_value(con: duckdb.DuckDBPyConnection, node: Any) -> Any:
    rows = run.fetch(con, compiled.figure(node, {}).query)
    if len(rows) > 1:
        return f"{len(rows)} rows for one figure"
    return _told(node, *rows[0][:3]) if rows else NO_ROW


def _query_truth(con: duckdb.DuckDBPyConnection, node: Any) -> Any:
    rows = run.fetch(con, compiled.truth(node, {}).query)
    if len(rows) > 1:
        return f"{len(rows)} rows for one truth"
    return (rows[0][0],) if rows else NO_ROW


def _query_members(con: duckdb.DuckDBPyConnection, node: Any) -> Any:
    rows = run.fetch(con, compiled.members(node, {}).query)
    found = dict(rows)
    return _members(found) if len(found) == len(rows) else "a member twice"


def _members(found: dict[Any, bool | None]) -> dict[Any, bool | None]:
    return {member: truth for member, truth in found.items() if truth is not False}


_BY_HAND: dict[type, Any] = {
    n.Figure: _hand_value,
    n.Prop: lambda naive, node: (naive.truth(node),),
    n.Set: lambda naive, node: _members(naive.members(node)),
}
_BY_QUERY: dict[type, Any] = {
    n.Figure: _query_value,
    n.Prop: _query_truth,
    n.Set: lambda con, node: _query_members(con, node),
}


def same(one: Any, other: Any) -> bool:
    """Equal, a figure within the last digits of a float."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(_near(a, b) for a, b in zip(one, other, strict=True))
    return bool(one == other)


def _near(one: Any, other: Any) -> bool:
    if None in (one, other) or isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return bool(abs(one - other) <= 1e-9 * max(1.0, abs(one), abs(other)))


def is_empty(outcome: Any) -> bool:
    """Whether nothing was found: such an agreement says little."""
    return outcome in (NO_ROW, {}, (None,)) or (isinstance(outcome, tuple) and outcome[0] is None)
