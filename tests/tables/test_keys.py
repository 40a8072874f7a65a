"""The keys which queries count on, and the statements that are kept parsed."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from assistant import Assistant, resources
from assistant.tables.statements import Statements

KEYED = ("held", "chamber", "poll", "poll_party", "ward_poll", "ward_poll_party")
CHECK = (resources.data_folder() / "views" / "90-keys.sql").read_text(encoding="utf-8")


@pytest.fixture
def copied(_real: Assistant) -> Iterator[duckdb.DuckDBPyConnection]:
    """Tables like those shipped, of one council, that can be spoilt."""
    with duckdb.connect() as con:
        con.execute(f"ATTACH '{_real._tables.path}' AS shipped (READ_ONLY)")
        for table in KEYED:
            con.execute(f"CREATE TABLE {table} AS FROM shipped.{table} WHERE council_id = 'dudley'")
        for table in ("area", "area_member", "council"):
            con.execute(f"CREATE TABLE {table} AS FROM shipped.{table}")
        yield con


def test_a_row_a_key_passes(copied: duckdb.DuckDBPyConnection) -> None:
    copied.execute(CHECK)


@pytest.mark.parametrize("table", KEYED)
def test_a_second_row_of_a_key_stops_the_build(copied: duckdb.DuckDBPyConnection, table: str) -> None:
    copied.execute(f"INSERT INTO {table} FROM {table} LIMIT 1")
    with pytest.raises(duckdb.Error, match=r"two .* dudley"):
        copied.execute(CHECK)


def test_a_region_is_the_same_by_its_members_and_by_its_column(copied: duckdb.DuckDBPyConnection) -> None:
    copied.execute("DELETE FROM area_member WHERE area_id = 'region:west-midlands' AND council_id = 'dudley'")
    with pytest.raises(duckdb.Error, match="council dudley is in West Midlands"):
        copied.execute(CHECK)


def test_a_statement_kept_answers_for_its_own_values() -> None:
    with duckdb.connect() as con:
        statements = Statements(con)
        asked = [statements.run("SELECT ? + 1", [n]).fetchall() for n in (1, 2, 1)]
    assert asked == [[(2,)], [(3,)], [(2,)]]


def test_a_statement_that_cannot_be_parsed_is_an_error_of_the_database() -> None:
    with duckdb.connect() as con, pytest.raises(duckdb.Error):
        Statements(con).run("SELEC 1", [])
