"""A node as a relation: a row for each coordinate of its free variables at which it applies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from assistant.core.meaning.nodes import Kind, Node, Set
from assistant.core.meaning.walk import free
from assistant.core.query.sql import Sql, fill, joined

Scopes = Mapping[Kind, Set | None]
"""For each kind that is bound around a node, what its members are within."""


@dataclass(frozen=True, slots=True)
class Rel:
    """A subquery with a column for each key and, by its sort, `value`, `n`, `of`, or `truth`, or `member` and `truth`.

    `exact`: "sum" is a figure that is only a lower bound where `n` is below `of`, "count" one whose upper bound is
    known too.
    """

    query: Sql
    keys: tuple[str, ...]
    exact: Literal["exact", "sum", "count"] = field(default="exact")


@dataclass(frozen=True, slots=True)
class Joined:
    """Relations side by side, `x0`, `x1` …, with the expression of each key that any of them has."""

    source: Sql
    keys: dict[str, str]


def join(rels: Sequence[Rel], how: str = "JOIN") -> Joined:
    """The rows in which all apply; with FULL JOIN, in which one does."""
    keys: dict[str, str] = {}
    source = Sql("")
    for i, rel in enumerate(rels):
        on = " AND ".join(f"x{i}.{k} = {keys[k]}" for k in rel.keys if k in keys) or "true"
        piece = fill("({}) x" + str(i), rel.query)
        source = piece if not i else fill("{} " + how + " {} ON " + on, source, piece)
        for k in rel.keys:
            if k not in keys:
                keys[k] = f"x{i}.{k}"
            elif how == "FULL JOIN":
                keys[k] = f"coalesce({keys[k]}, x{i}.{k})"
    return Joined(source, keys)


def kept(keys: Mapping[str, str], node: Node, *bound: str) -> dict[str, str]:
    """The keys that a node leaves open: not of what it binds, nor what only its parts needed."""
    outside = free(node)
    return {k: e for k, e in keys.items() if k in outside and k not in bound}


def by_kind(rel: Rel, kind: str) -> Rel:
    """A set's relation with its member as the key of its kind."""
    return Rel(fill(f"SELECT * EXCLUDE (member), member AS {kind} FROM ({{}})", rel.query), (*rel.keys, kind))


def shown(keys: Mapping[str, str]) -> Sql:
    """The keys of a SELECT list, each followed by a comma."""
    return Sql("".join(f"{e} AS {k}, " if not e.endswith(f".{k}") else f"{e}, " for k, e in keys.items()))


def grouped(keys: Mapping[str, str]) -> Sql:
    """GROUP BY the keys; without one, all rows are one group."""
    return Sql(f" GROUP BY {', '.join(keys.values())}" if keys else "")


def selection(keys: Mapping[str, str], columns: Sql, source: Sql, where: Sql, tail: Sql) -> Sql:
    """A whole SELECT."""
    return joined("", [fill("SELECT {}{} FROM {}", shown(keys), columns, source), where, tail])
