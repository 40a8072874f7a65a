"""Facts as an answer without words: the value and the rows, until the answer room tells them."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from assistant.answer.model import Answer, Cell, Outcome, Sql
from assistant.column import Column, Unit
from assistant.core.meaning.nodes import Ask, Listing, Ranked
from assistant.core.query.asked import facts
from assistant.core.query.facts import Facts, Found, Table


def answer(ask: Ask, con: duckdb.DuckDBPyConnection, names: object, question: str, assumed: Sequence[str]) -> Answer:
    """The answer to a resolved ask."""
    found = facts(ask, con)
    value, rows = _value(found)
    outcome = Outcome.NO_DATA if value is None and not rows else Outcome.ANSWERED
    columns = tuple(Column(key, key, Unit.TEXT) for key in (rows[0] if rows else ()))
    said = f"{value}" if outcome is Outcome.ANSWERED else "Nothing is held of that."
    return Answer(
        question, outcome, said, value=value, columns=columns, rows=tuple(rows), notes=tuple(assumed),
        sql=Sql(found.sql.text, found.sql.values),
    )  # fmt: skip


def _value(found: Facts) -> tuple[Cell, list[dict[str, Cell]]]:
    if found.parts:
        return _value(found.parts[0])
    if found.found is not None:
        return _number(found.found.value), []
    if found.table is not None:
        return _headline(found.ask, found.table), [_row(r, found.table) for r in found.table.rows]
    return found.truth, []


def _number(value: float | None) -> Cell:
    return value if value is None or value != int(value) else int(value)


def _headline(ask: Ask, table: Table) -> Cell:
    assert isinstance(ask, Listing)
    one = len(table.rows) == 1 and (isinstance(ask.of, Ranked) or ask.of.kind in ("party", "person", "year"))
    if one:
        name = table.rows[0].thing.name
        return int(name) if ask.of.kind == "year" else name
    if isinstance(ask.of, Ranked):
        return None if ask.of.last == 1 else table.rows[0].thing.name if table.rows else None
    if not table.rows and not (ask.may_be_empty and table.known):
        return None
    return len(table.rows)


def _row(row: object, table: Table) -> dict[str, Cell]:
    made: dict[str, Cell] = {"name": row.thing.name}  # type: ignore[attr-defined]
    for i, entry in enumerate(row.entries):  # type: ignore[attr-defined]
        made[f"c{i}"] = _number(entry.value) if isinstance(entry, Found) else ", ".join(t.name for t in entry)
    return made
