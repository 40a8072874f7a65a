"""A node as a relation: a row for each coordinate of its free variables at which it applies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from assistant.core.meaning.nodes import Kind, Set
from assistant.core.query.sql import Sql, fill, joined

Scopes = Mapping[Kind, Set | None]
"""For each kind that is bound around a node, what its members are within."""


@dataclass(frozen=True, slots=True)
class Rel:
    """A subquery with a column for each key and, by its sort, `value`, `n`, `of`, or `truth`, or `member` and `truth`.

    `certain` is false of a figure that is only a lower bound where `n` is below `of`; "count" is one whose upper bound
    is known too.
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
        shared = [(k, keys.get(k) or _derived(k, keys)) for k in rel.keys if k in keys or _derived(k, keys)]
        on = " AND ".join(f"x{i}.{k} = {e}" for k, e in shared) or "true"
        piece = fill("({}) x" + str(i), rel.query)
        source = piece if not i else fill("{} " + how + " {} ON " + on, source, piece)
        for k in rel.keys:
            if k not in keys and not _derived(k, keys):
                keys[k] = f"x{i}.{k}"
            elif k in keys and how == "FULL JOIN":
                keys[k] = f"coalesce({keys[k]}, x{i}.{k})"
    return Joined(source, keys)


def _derived(key: str, keys: Mapping[str, str]) -> str | None:
    """A council's key from its ward's or its candidate's, which begin with it."""
    if key != "council":
        return None
    inner = keys.get("ward") or keys.get("person")
    return f"split_part({inner}, '/', 1)" if inner else None


def shown(keys: Mapping[str, str]) -> Sql:
    """The keys of a SELECT list, each followed by a comma."""
    return Sql("".join(f"{e} AS {k}, " if not e.endswith(f".{k}") else f"{e}, " for k, e in keys.items()))


def grouped(keys: Mapping[str, str]) -> Sql:
    """GROUP BY the keys; without one, all rows are one group."""
    return Sql(f" GROUP BY {', '.join(keys.values())}" if keys else "")


def selection(keys: Mapping[str, str], columns: Sql, source: Sql, where: Sql, tail: Sql) -> Sql:
    """A whole SELECT."""
    return joined("", [fill("SELECT {}{} FROM {}", shown(keys), columns, source), where, tail])
