"""A folder that was built answers by itself, and its files do not tell which DuckDB wrote them."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from assistant.importer import checks, write
from assistant.importer.model import Composition, Control, Council, Party, Row, Source
from assistant.importer.rows import ROWS
from assistant.tables import open_tables

SOURCE = Source("almanac", "The Almanac", "A publisher", "CC0")
TABLES: dict[str, list[Row]] = {
    "source": [SOURCE],
    "council": [
        Council(
            "dudley", "Dudley", "Dudley", "metropolitan borough", "England", "West Midlands",
            None, None, None, None, None, None, "almanac",
        )
    ],
    "party": [Party("labour", "Labour", "Lab", None, "party", None, "almanac")],
    "control": [Control("dudley", 2015, "snapshot", None, 72, None, "labour", None, "Lab", "almanac")],
    "composition": [Composition("dudley", 2015, "snapshot", "labour", 72, "almanac")],
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    built = tmp_path / "new"
    built.mkdir()
    connection = checks.load(TABLES)
    for kind in ROWS:
        write.write_table(built, kind, connection)
    write.describe(built)
    return built


def test_a_built_folder_has_all_it_needs_to_answer(folder: Path, tmp_path: Path) -> None:
    tables = open_tables(folder, tmp_path / "cache")
    try:
        assert tables.connection.execute("SELECT majority_party FROM control").fetchall() == [("labour",)]
    finally:
        tables.close()


def test_a_parquet_file_is_the_same_by_any_version(folder: Path) -> None:
    raw = (folder / "composition.parquet").read_bytes()
    assert b"DuckDB version" not in raw
    assert duckdb.sql(f"SELECT seats FROM '{folder / 'composition.parquet'}'").fetchall() == [(72,)]


def test_the_rows_that_a_folder_holds_of_a_source_are_known(folder: Path) -> None:
    assert write.rows_held(folder) == {("composition", "almanac"): 1}
    assert write.rows_held(folder / "none") == {}
