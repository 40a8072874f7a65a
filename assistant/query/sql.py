"""Pieces of SQL with their parameters, and the finished query."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.column import Cell, Column
from assistant.records import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of SQL with `?` for each of its values."""

    text: str
    values: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """A runnable query; `columns` describe what is shown, hidden ones start with an underscore."""

    text: str
    parameters: tuple[Cell, ...]
    columns: tuple[Column, ...] = ()


def every(parts: Iterable[Part]) -> Part:
    """The parts joined by AND, without those that always hold; true when none is left."""
    listed = [p for p in parts if p.text not in ("", "true")]
    if not listed:
        return Part("true")
    return Part("\n  AND ".join(p.text for p in listed), tuple(v for p in listed for v in p.values))


def among(column: str, values: Iterable[Cell]) -> Part:
    """`column` is one of `values`."""
    listed = tuple(values)
    if len(listed) == 1:
        return Part(f"{column} = ?", listed)
    return Part(f"{column} IN ({', '.join('?' * len(listed))})", listed)
