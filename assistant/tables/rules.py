"""The schema's declared rules, checked on loaded tables in one query each; the first breach is an error.

Keys are checked here rather than kept as indexes: the built file is read-only, and without them it is
smaller and several times quicker to build.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import duckdb

from assistant.errors import DataError, place
from assistant.tables.schema import Rule, Table, quoted


def check(con: duckdb.DuckDBPyConnection, table: Table, path: Path) -> None:
    """Check each rule of the table; raises DataError with the line (or row) of the first breach."""
    for rule in table.rules:
        row = con.execute(_breach(table, rule)).fetchone()
        if row is not None and row[0] is not None:
            raise _error(con, table, rule, path, int(row[0]))


def _breach(table: Table, rule: Rule) -> str:
    """A query for the rowid of the first row that breaks the rule, or NULL."""
    name, columns = quoted(table.name), [quoted(column) for column in rule.columns]
    if rule.kind == "NOT NULL":
        return f"SELECT min(rowid) FROM {name} WHERE {columns[0]} IS NULL"
    if rule.kind == "CHECK":
        return f"SELECT min(rowid) FROM {name} WHERE NOT ({rule.expression})"
    if rule.kind == "FOREIGN KEY":
        return _orphan(name, columns, rule)
    key = ", ".join(columns)
    repeated = f"SELECT max(rowid) AS again FROM {name} GROUP BY {key} HAVING count(*) > 1"
    return f"SELECT min(again) FROM ({repeated})"


def _orphan(name: str, columns: list[str], rule: Rule) -> str:
    target, keys = quoted(rule.target), [quoted(column) for column in rule.target_columns]
    same = " AND ".join(f"t.{key} = s.{column}" for key, column in zip(keys, columns, strict=True))
    given = " AND ".join(f"s.{column} IS NOT NULL" for column in columns)
    return f"SELECT min(s.rowid) FROM {name} s ANTI JOIN {target} t ON {same} WHERE {given}"


def _error(con: duckdb.DuckDBPyConnection, table: Table, rule: Rule, path: Path, row: int) -> DataError:
    shown = ", ".join(quoted(column) for column in rule.columns)
    found = con.execute(f"SELECT {shown} FROM {quoted(table.name)} WHERE rowid = ?", [row]).fetchone() or ()
    values = ", ".join("nothing" if value is None else str(value) for value in found)
    where, excerpt = _spot(path, row, ", ".join(rule.columns))
    return DataError(where, _wrong(rule, values), excerpt=excerpt, remedy=_remedy(rule))


def _spot(path: Path, row: int, column: str) -> tuple[str, str]:
    if path.suffix != ".csv":
        return f"{path}, row {row + 1}, column {column}", ""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        records = csv.reader(lines)
        record = next(islice(records, row + 1, None), [])
        return place(path, records.line_num, column), ",".join(record)


def _wrong(rule: Rule, values: str) -> str:
    wrongs = {
        "NOT NULL": "a value is needed here",
        "CHECK": f"{values} is not allowed",
        "FOREIGN KEY": f"{values} is not in {rule.target}",
    }
    return wrongs.get(rule.kind, f"{values} is there twice")


def _remedy(rule: Rule) -> str:
    if rule.kind == "CHECK":
        return f"Expected: {rule.expression}"
    if rule.kind == "FOREIGN KEY":
        return f"Expected: one of the {_listed(rule.target_columns)} of the table {rule.target}."
    return ""


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
