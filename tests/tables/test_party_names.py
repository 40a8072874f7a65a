"""A party goes by the name of then, and is found by what people call it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from assistant.tables import open_tables


@pytest.fixture(scope="module")
def tables(cache_folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    tables = open_tables(None, cache_folder)
    yield tables.connection
    tables.close()


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2019-05-02", "Brexit Party"),
        ("2021-01-03", "Brexit Party"),
        ("2021-01-04", "Reform UK"),
        ("2026-05-07", "Reform UK"),
    ],
)
def test_a_renamed_party_has_the_name_of_the_day(tables: duckdb.DuckDBPyConnection, day: str, name: str) -> None:
    sql = "SELECT name FROM party_named WHERE party_id = 'reform-uk' AND ?::DATE BETWEEN first_day AND last_day"
    assert tables.execute(sql, [day]).fetchall() == [(name,)]


@pytest.mark.parametrize("day", ["1973-04-12", "2019-05-02", "2026-05-07"])
def test_every_party_has_one_name_on_a_day(tables: duckdb.DuckDBPyConnection, day: str) -> None:
    named = "SELECT party_id FROM party_named WHERE ?::DATE BETWEEN first_day AND last_day"
    twice = f"SELECT party_id FROM ({named}) GROUP BY party_id HAVING count(*) > 1"
    assert tables.execute(twice, [day]).fetchall() == []
    if day >= "2019":
        none = f"SELECT party_id FROM party WHERE party_id NOT IN ({named})"
        assert tables.execute(none, [day]).fetchall() == []


FOUND = [
    ("caerdydd", "council", "cardiff"),
    ("abertawe", "council", "swansea"),
    ("sir y fflint", "council", "flintshire"),
    ("rhondda cynon taff", "council", "rhondda-cynon-taf"),
    ("saint helens", "council", "st-helens"),
    ("propel", "party", "propel"),
    ("sara", "party", "sara"),
    ("voice", "party", "voice"),
    ("aspire", "party", "aspire"),
    ("respect", "party", "respect"),
    ("brexit party", "party", "reform-uk"),
]


@pytest.mark.parametrize(("key", "kind", "target"), FOUND)
def test_a_name_is_found(tables: duckdb.DuckDBPyConnection, key: str, kind: str, target: str) -> None:
    found = tables.execute("SELECT DISTINCT id FROM lexicon WHERE key = ? AND kind = ?", [key, kind]).fetchall()
    assert (target,) in found


def test_every_party_that_stood_is_found_by_its_name(tables: duckdb.DuckDBPyConnection) -> None:
    """By the name itself, or where that is a word of questions or a place by "the X party"."""
    sql = """
        SELECT DISTINCT p.party_id FROM party p
        WHERE p.kind = 'party' AND p.party_id IN (SELECT party_id FROM candidacy UNION SELECT party_id FROM ward_party)
          AND NOT EXISTS (SELECT 1 FROM lexicon l WHERE l.kind = 'party' AND l.id = p.party_id
                          AND l.key IN (name_key(p.name), name_key(p.name) || ' party'))
    """
    assert tables.execute(sql).fetchall() == [("majority",)]
