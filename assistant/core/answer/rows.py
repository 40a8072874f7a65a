"""The figures of a table's rows: which are held, in which order, and as they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.column import Unit
from assistant.core.answer.number import printed, series
from assistant.core.answer.phrase import aside
from assistant.core.answer.units import amount, unit
from assistant.core.answer.words import printed_name
from assistant.core.meaning.nodes import Figure, Set
from assistant.core.query.facts import Found, Row, Table


def value(row: Row, i: int) -> float | None:
    """A row's figure in a column, None where it is not held or no figure."""
    entry = row.entries[i] if i < len(row.entries) else None
    return entry.value if isinstance(entry, Found) else None


def held(table: Table, i: int) -> list[tuple[float, Row]]:
    """The rows that have a figure in a column, in their order."""
    return [(v, row) for row in table.rows if (v := value(row, i)) is not None]


def rising(table: Table, i: int) -> list[tuple[float, Row]]:
    """The rows that have a figure in a column, from the least."""
    return sorted(held(table, i), key=lambda p: (p[0], p[1].thing.name))


def falling(table: Table, i: int) -> list[tuple[float, Row]]:
    """The same from the most, without what a source lumps together as other."""
    found = [p for p in held(table, i) if p[1].thing.id != "other"]
    return sorted(found, key=lambda p: (-p[0], p[1].thing.name))


def figures(table: Table) -> Iterator[tuple[int, Figure]]:
    """The columns that hold figures, with their places."""
    return ((i, c) for i, c in enumerate(table.columns) if isinstance(c, Figure))


def sets(table: Table) -> Iterator[tuple[int, Set]]:
    """The columns that hold sets, with their places."""
    return ((i, c) for i, c in enumerate(table.columns) if isinstance(c, Set))


def told(column: Figure, row: Row, i: int) -> str:
    """A row's figure with its noun; nothing where it is not held."""
    found = value(row, i)
    return "" if found is None else amount(column, found)


def bare(column: Figure, row: Row, i: int) -> str:
    """A row's figure without its noun; nothing where it is not held."""
    found = value(row, i)
    return "" if found is None else printed(found, unit(column))


def told_of(table: Table) -> str:
    """The members by name, each with the first figure behind it that is held of all."""
    apart = len({r.thing.inside for r in table.rows}) > 1
    found = next(((i, c) for i, c in figures(table) if len(held(table, i)) == len(table.rows)), None)
    if found is None or not any(value(r, found[0]) for r in table.rows):
        return names(table.rows)
    i, column = found
    if table.of.kind == "party" and unit(column) is Unit.COUNT:
        return series([f"{r.thing.name} {bare(column, r, i)}" for r in table.rows])
    return series([_with(printed_name(r.thing, apart), told(column, r, i)) for r in table.rows])


def _with(name: str, figure: str) -> str:
    """A name with a figure in brackets; in the same ones as what tells it apart."""
    return f"{name[:-1]}, {figure})" if name.endswith(")") else aside(name, figure)


def names(rows: Sequence[Row]) -> str:
    """The names of members, wards with their council where these differ, people with their party."""
    apart = len({r.thing.inside for r in rows}) > 1
    return series([printed_name(r.thing, apart) for r in rows])
