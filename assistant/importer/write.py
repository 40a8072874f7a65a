"""Loaded tables → files of `data/`: sorted, so that the same rows give the same bytes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from pathlib import Path

import duckdb

from assistant.importer.model import Row
from assistant.importer.report import Refusal

_WRITER = b"DuckDB"
_SIGNED = re.compile(rb"DuckDB version v[^)]*\)")

CSV_TABLES = frozenset({"source", "council", "area", "area_member", "party", "name", "ward_alias"})


def write_table(data_folder: Path, kind: type[Row], connection: duckdb.DuckDBPyConnection) -> None:
    """Write *kind*'s table from *connection* to its file of *data_folder*."""
    names = ", ".join(field.name for field in fields(kind))
    query = f"SELECT {names} FROM {kind.table} ORDER BY ALL"
    if kind.table not in CSV_TABLES:
        target = str(data_folder / f"{kind.table}.parquet").replace("'", "''")
        connection.execute(f"COPY ({query}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
        _unsign(data_folder / f"{kind.table}.parquet")
        return
    cells = connection.execute(query).fetchall()
    write_csv(data_folder / f"{kind.table}.csv", [field.name for field in fields(kind)], cells)


def _unsign(path: Path) -> None:
    """Take the writer's version out of a Parquet file's footer: the same rows give the same bytes under another DuckDB.

    The footer ends the file: its content, four bytes of its length, "PAR1". The writer is a string of it, after a byte
    of its own length.
    """
    content = path.read_bytes()
    length = int.from_bytes(content[-8:-4], "little")
    rows, footer = content[: -8 - length], content[-8 - length : -8]
    signed = _SIGNED.search(footer)
    if signed is None or signed.start() == 0 or footer[signed.start() - 1] != len(signed.group()):
        raise ValueError(f"{path.name}: no version of DuckDB in its footer")
    footer = footer[: signed.start() - 1] + bytes([len(_WRITER)]) + _WRITER + footer[signed.end() :]
    path.write_bytes(rows + footer + len(footer).to_bytes(4, "little") + b"PAR1")


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
