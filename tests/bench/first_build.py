"""The first build of the DuckDB file, in rows a second, beside DuckDB's own COPY of the same files."""

from __future__ import annotations

from pathlib import Path

import duckdb

from assistant import resources
from assistant.tables import load
from assistant.tables.build import build
from assistant.tables.fingerprint import SCHEMA
from assistant.tables.schema import Table, read_schema
from tests.bench.table import Line
from tests.bench.timing import side_by_side


def first_build(folder: Path, rounds: int) -> list[Line]:
    """Loading, checking and working out every view, over loading alone."""
    data = resources.data_folder()
    tables = [(table, path) for table in read_schema(data / SCHEMA) if (path := load.table_file(data, table))]
    pair = side_by_side(
        lambda: build(data, _new(folder / "built")), lambda: _copy(tables, _new(folder / "copy")), rounds
    )
    rows = _rows(folder / "copy")
    said = f"{rows:,} rows: {rows / pair.mine:,.0f} a second with checks and views, {rows / pair.floor:,.0f} by COPY"
    return [Line("first build / COPY of the same files", pair.ratio, None, said)]


def _new(path: Path) -> Path:
    path.unlink(missing_ok=True)
    return path


def _copy(tables: list[tuple[Table, Path]], target: Path) -> None:
    with duckdb.connect(str(target)) as con:
        con.execute("SET enable_progress_bar = false")
        for table, path in tables:
            load.create(con, table)
            con.execute(
                f"COPY {table.name} FROM '{path}' ({'FORMAT parquet' if path.suffix == '.parquet' else 'HEADER'})"
            )
        con.execute("CHECKPOINT")


def _rows(path: Path) -> int:
    with duckdb.connect(str(path), read_only=True) as con:
        found = con.execute("SELECT sum(estimated_size)::INTEGER FROM duckdb_tables()").fetchone()
    return int(found[0]) if found else 0
