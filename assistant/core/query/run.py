"""A node's figures from the tables, for what needs no words: the tests of the laws, and the checks of a premise."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from assistant.core.meaning.nodes import Figure, Prop, Set
from assistant.core.query import compile as compiled
from assistant.core.query.sql import Sql


@dataclass(frozen=True, slots=True)
class Held:
    """A figure with how many of its members are held, of how many."""

    value: float | None
    n: int
    of: int


def value(con: duckdb.DuckDBPyConnection, node: Figure) -> Held | None:
    """The figure; None where no row applies."""
    rows = fetch(con, compiled.figure(node, {}).query)
    return Held(*rows[0][:3]) if rows else None  # type: ignore[arg-type]


def truth(con: duckdb.DuckDBPyConnection, node: Prop) -> tuple[bool, bool | None]:
    """Whether the question arises, and the truth."""
    rows = fetch(con, compiled.truth(node, {}).query)
    return bool(rows), rows[0][0] if rows else None  # type: ignore[return-value]


def members(con: duckdb.DuckDBPyConnection, node: Set) -> dict[object, bool | None]:
    """Who may be in the set: true for a member, None where that cannot be told."""
    return dict(fetch(con, compiled.members(node, {}).query))  # type: ignore[arg-type]


def fetch(con: duckdb.DuckDBPyConnection, query: Sql) -> list[tuple[object, ...]]:
    """The rows of a query."""
    return con.execute(query.text, list(query.values)).fetchall()
