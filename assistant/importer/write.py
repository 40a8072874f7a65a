"""Loaded tables → files of `data/`: sorted, so that the same rows give the same bytes."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from pathlib import Path

import duckdb

from assistant import resources
from assistant.importer.model import Row
from assistant.importer.report import Refusal

# Said in full, so that another version's own choice makes no other file.
_LAYOUT = "COMPRESSION zstd, COMPRESSION_LEVEL 3, ROW_GROUP_SIZE 122880"
_WRITER = re.compile(rb"DuckDB version [^)]*\)")
_NAME = b"DuckDB"
_OF_SOURCES = ("candidacy", "composition", "councillor", "election_party", "office_candidacy", "reported", "ward_party")

CSV_TABLES = frozenset({"source", "council", "area", "area_member", "party", "party_name", "name", "ward_alias"})


def write_table(data_folder: Path, kind: type[Row], connection: duckdb.DuckDBPyConnection) -> None:
    """Write *kind*'s table from *connection* to its file of *data_folder*."""
    names = ", ".join(field.name for field in fields(kind))
    query = f"SELECT {names} FROM {kind.table} ORDER BY ALL"
    if kind.table not in CSV_TABLES:
        target = str(data_folder / f"{kind.table}.parquet").replace("'", "''")
        connection.execute(f"COPY ({query}) TO '{target}' (FORMAT parquet, {_LAYOUT})")
        _unversioned(data_folder / f"{kind.table}.parquet")
        return
    cells = connection.execute(query).fetchall()
    write_csv(data_folder / f"{kind.table}.csv", [field.name for field in fields(kind)], cells)


def _unversioned(path: Path) -> None:
    """Take the version of the DuckDB that wrote it out of a Parquet file: the same rows are the same bytes by any.

    The footer ends the file, before its length (four bytes) and the mark PAR1; the writer's name is a text in it with
    its length in the byte before.
    """
    raw = path.read_bytes()
    start = len(raw) - 8 - int.from_bytes(raw[-8:-4], "little")
    footer = raw[start:-8]
    found = _WRITER.search(footer)
    if found is None or footer[found.start() - 1] != len(found[0]):
        raise ValueError(f"{path.name}: no writer's name where one should be")
    named = footer[: found.start() - 1] + bytes([len(_NAME)]) + _NAME + footer[found.end() :]
    path.write_bytes(raw[:start] + named + len(named).to_bytes(4, "little") + raw[-4:])


def describe(data_folder: Path) -> None:
    """Put the schema, the views and the checks beside the tables, so that the folder answers by itself."""
    shipped = resources.data_folder()
    if shipped.resolve() == data_folder.resolve():
        return
    for name in ("schema.sql", "views", "checks"):
        here, there = shipped / name, data_folder / name
        if here.is_dir():
            shutil.copytree(here, there, dirs_exist_ok=True)
        else:
            shutil.copyfile(here, there)


def rows_held(data_folder: Path) -> dict[tuple[str, str], int]:
    """(table, source id) → its rows in a folder's tables."""
    paths = {name: path for name in _OF_SOURCES if (path := data_folder / f"{name}.parquet").is_file()}
    query = "SELECT source_id, count(*) FROM read_parquet(?) GROUP BY source_id"
    with duckdb.connect() as connection:
        counted = {name: connection.execute(query, [str(path)]).fetchall() for name, path in paths.items()}
    return {(name, source): rows for name, found in counted.items() for source, rows in found}


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
