"""The synthetic results are lawful, coined, and the same for the same seed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from assistant import resources
from assistant.importer.checks import failures
from assistant.tables.build import fill, silent
from tests.scale.synthetic import make


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scale") / "data"
    make(resources.data_folder(), folder, times=2, ballots=2)
    return folder


@pytest.fixture(scope="module")
def built(twice: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        fill(connection, twice, silent, partial=False)
        yield connection


def test_every_declared_rule_and_check_holds(built: duckdb.DuckDBPyConnection) -> None:
    assert list(failures(built)) == []


def test_there_are_twice_the_councils_and_their_results(built: duckdb.DuckDBPyConnection) -> None:
    shipped = duckdb.sql(f"SELECT count(*) FROM '{resources.data_folder() / 'contest.parquet'}'").fetchall()[0][0]
    assert built.execute("SELECT count(*) FROM contest").fetchall() == [(2 * shipped,)]


def test_no_coined_name_is_one_of_the_shipped(built: duckdb.DuckDBPyConnection) -> None:
    for table, column in (("council", "name"), ("contest", "ward"), ("candidacy", "name")):
        key = "contest_id" if table != "council" else "official_name"
        like = "%.x1" if table != "council" else "% Council"
        again = f"a.{key} LIKE '{like}' AND b.{key} NOT LIKE '{like}'"
        shared = f"SELECT count(*) FROM {table} a JOIN {table} b USING ({column}) WHERE {again}"
        assert built.execute(shared).fetchall() == [(0,)], table


def test_the_same_seed_gives_the_same_names(twice: Path, tmp_path: Path) -> None:
    make(resources.data_folder(), tmp_path / "again", times=2, ballots=2)
    make(resources.data_folder(), tmp_path / "other", times=2, ballots=2, seed=2)
    names = [
        duckdb.sql(f"SELECT name FROM '{folder / 'council.parquet'}' ORDER BY ALL").fetchall()
        for folder in (twice, tmp_path / "again", tmp_path / "other")
    ]
    assert names[0] == names[1] != names[2]
