"""The schema of `data/` as DuckDB itself reads it: the columns and the declared rules of each table."""

from __future__ import annotations

from pathlib import Path

import duckdb

from assistant.errors import DataError
from assistant.records import dataclass

_COLUMNS = "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index"
_RULES = """
SELECT constraint_type, constraint_column_names, expression, referenced_table, referenced_column_names
FROM duckdb_constraints() WHERE table_name = ? ORDER BY constraint_index, constraint_name
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """A declared rule: its kind (NOT NULL, CHECK, PRIMARY KEY, FOREIGN KEY, UNIQUE), columns and target."""

    kind: str
    columns: tuple[str, ...]
    expression: str = ""
    target: str = ""
    target_columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its columns as (name, type) in declared order, and its rules."""

    name: str
    columns: tuple[tuple[str, str], ...]
    rules: tuple[Rule, ...]


def read_schema(path: Path) -> tuple[Table, ...]:
    """The tables that `path` declares, in the order it declares them.

    Raises DataError if DuckDB refuses the file.
    """
    with duckdb.connect(":memory:") as scratch:
        try:
            scratch.execute(path.read_text(encoding="utf-8"))
        except (duckdb.Error, UnicodeDecodeError) as error:
            raise DataError(str(path), str(error)) from error
        names = scratch.execute("SELECT table_name FROM duckdb_tables() ORDER BY table_oid").fetchall()
        return tuple(_table(scratch, name) for (name,) in names)


def _table(scratch: duckdb.DuckDBPyConnection, name: str) -> Table:
    columns = scratch.execute(_COLUMNS, [name]).fetchall()
    rules = scratch.execute(_RULES, [name]).fetchall()
    return Table(name, tuple((c, kind) for c, kind in columns), tuple(_rule(*rule) for rule in rules))


def _rule(kind: str, columns: list[str], expression: str | None, target: str | None, target_columns: list[str]) -> Rule:
    return Rule(kind, tuple(dict.fromkeys(columns)), expression or "", target or "", tuple(target_columns))


def quoted(name: str) -> str:
    """A name of our own schema as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'
