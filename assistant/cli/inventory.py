"""What is held: each table with its rows and years, and each source, as text."""

from __future__ import annotations

from assistant.answer.model import Answer, Cell, Column, Outcome, Unit
from assistant.render.table import grid, table_lines
from assistant.tables import Tables
from assistant.tables.fingerprint import SCHEMA
from assistant.tables.schema import Table, quoted, read_schema

_TABLE_COLUMNS = (
    Column("table", "Table", Unit.TEXT),
    Column("rows", "Rows", Unit.COUNT),
    Column("first", "From", Unit.YEAR),
    Column("last", "To", Unit.YEAR),
)
_SOURCE_COLUMNS = (
    Column("source_id", "Source", Unit.TEXT),
    Column("title", "Title", Unit.TEXT),
    Column("publisher", "Publisher", Unit.TEXT),
    Column("licence", "Licence", Unit.TEXT),
)


def inventory(tables: Tables, width: int) -> str:
    """Where the tables are, then a table of tables and one of sources."""
    held = [_held(tables, table) for table in read_schema(tables.data / SCHEMA)]
    return "\n".join(
        [
            f"Tables: {tables.data}",
            f"Built:  {tables.path}",
            f"Digest: {tables.digest}",
            "",
            *_lines(_TABLE_COLUMNS, held, width),
            "",
            *_lines(_SOURCE_COLUMNS, _sources(tables), width),
        ]
    )


def _held(tables: Tables, table: Table) -> dict[str, Cell]:
    has_year = any(name == "year" for name, _ in table.columns)
    years = "min(year), max(year)" if has_year else "NULL, NULL"
    found = tables.connection.execute(f"SELECT count(*), {years} FROM {quoted(table.name)}").fetchone()
    rows, first, last = found or (0, None, None)
    return {"table": table.name, "rows": rows, "first": first, "last": last}


def _sources(tables: Tables) -> list[dict[str, Cell]]:
    names = [column.key for column in _SOURCE_COLUMNS]
    rows = tables.connection.execute(f"SELECT {', '.join(names)} FROM source ORDER BY source_id").fetchall()
    return [dict(zip(names, row, strict=True)) for row in rows]


def _lines(columns: tuple[Column, ...], rows: list[dict[str, Cell]], width: int) -> list[str]:
    listing = Answer("", Outcome.ANSWERED, "", columns=columns, rows=tuple(rows))
    return table_lines(grid(listing, None), width)
