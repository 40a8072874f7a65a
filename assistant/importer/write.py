"""Loaded tables → files of `data/`: sorted, so that the same rows give the same bytes."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from pathlib import Path

import duckdb

from assistant.importer.model import Row
from assistant.importer.report import Refusal

CSV_TABLES = frozenset({"source", "council", "area", "area_member", "party", "name", "ward_alias"})


def write_table(data_folder: Path, kind: type[Row], connection: duckdb.DuckDBPyConnection) -> None:
    """Write *kind*'s table from *connection* to its file of *data_folder*."""
    names = ", ".join(field.name for field in fields(kind))
    query = f"SELECT {names} FROM {kind.table} ORDER BY ALL"
    if kind.table not in CSV_TABLES:
        target = str(data_folder / f"{kind.table}.parquet").replace("'", "''")
        connection.execute(f"COPY ({query}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
        return
    cells = connection.execute(query).fetchall()
    write_csv(data_folder / f"{kind.table}.csv", [field.name for field in fields(kind)], cells)


def write_csv(path: Path, head: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """A UTF-8 CSV with `\\n` ends and blanks for NULL."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(head)
        writer.writerows([_cell(cell) for cell in row] for row in rows)


def _cell(cell: object) -> object:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else cell


def write_refused(data_folder: Path, refusals: Iterable[Refusal]) -> None:
    """`refused.csv`: every source row left out, with its reason."""
    rows = ((refusal.source, refusal.line, refusal.reason) for refusal in sorted(refusals))
    write_csv(data_folder / "refused.csv", ("source", "line", "reason"), rows)
