"""The DuckDB file from `data/`: schema, files, declared rules, then the views, in one pass."""

from __future__ import annotations

from pathlib import Path

import duckdb

from assistant.errors import DataError
from assistant.tables import load, rules
from assistant.tables.fingerprint import SCHEMA, VIEWS
from assistant.tables.progress import Progress, silent
from assistant.tables.schema import Table, read_schema

# Tables are sorted by what questions name first. In groups this small, a council's rows are found without reading
# all of a table; smaller still, the file grows and nothing is gained.
_ROW_GROUP = 10_240


def build(data: Path, target: Path, progress: Progress = silent, *, partial: bool = False) -> None:
    """Build the tables of `data` into the new file `target`, and close it, checkpointed.

    With `partial`, a table without a file is left empty. Raises DataError for what is wrong in `data`,
    duckdb.Error or OSError for what is wrong with `target`.
    """
    with duckdb.connect(config={"temp_directory": f"{target}.tmp"}) as con:
        con.execute(f"ATTACH {load.text(str(target))} AS built (ROW_GROUP_SIZE {_ROW_GROUP})")
        con.execute("USE built")
        fill(con, data, progress, partial=partial)
        con.execute("CHECKPOINT")


def fill(con: duckdb.DuckDBPyConnection, data: Path, progress: Progress, *, partial: bool) -> None:
    """Build the tables of `data` into an open, empty database."""
    con.execute("SET autoinstall_known_extensions = false")
    con.execute("SET enable_progress_bar = false")  # DuckDB draws it on stdout, where answers go
    tables, views = read_schema(data / SCHEMA), sorted((data / VIEWS).glob("*.sql"))
    steps = [*(table.name for table in tables), "checks", *(view.stem for view in views)]
    for done, table in enumerate(tables):
        progress(done, len(steps), table.name)
        _fill_table(con, data, table, partial)
    progress(len(tables), len(steps), "checks")
    for table in tables:
        if path := load.table_file(data, table):
            rules.check(con, table, path)
    # One thread from here on: sums of fractions must not depend on how many cores add them up.
    con.execute("SET threads = 1")
    for done, view in enumerate(views, len(tables) + 1):
        progress(done, len(steps), view.stem)
        _run_view(con, view)
    progress(len(steps), len(steps), "done")


def _fill_table(con: duckdb.DuckDBPyConnection, data: Path, table: Table, partial: bool) -> None:
    path = load.table_file(data, table)
    if path is None and not partial:
        raise load.missing(data, table)
    load.create(con, table)
    if path is not None:
        load.load(con, table, path)


def _run_view(con: duckdb.DuckDBPyConnection, view: Path) -> None:
    try:
        con.execute(view.read_text(encoding="utf-8"))
    except (duckdb.Error, UnicodeDecodeError) as error:
        raise DataError(str(view), str(error)) from error
