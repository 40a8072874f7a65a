from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from assistant.errors import CacheError, DataError
from assistant.tables import open_tables
from assistant.tables.build import silent

SCHEMA = """
CREATE TABLE source (source_id VARCHAR PRIMARY KEY, title VARCHAR NOT NULL);
CREATE TABLE party (
    party_id VARCHAR PRIMARY KEY,
    kind VARCHAR NOT NULL CHECK (kind IN ('party', 'residual')),
    seats SMALLINT,
    source_id VARCHAR NOT NULL REFERENCES source
);
CREATE TABLE result (party_id VARCHAR REFERENCES party, votes INTEGER, PRIMARY KEY (party_id, votes));
"""
PARTIES = 'party_id,kind,seats,source_id\nlabour,party,12,almanac\n"green, the",party,,almanac\n'


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small folder of tables: a CSV of sources and parties, a Parquet of results, a view."""
    folder = tmp_path / "data"
    (folder / "views").mkdir(parents=True)
    (folder / "schema.sql").write_text(SCHEMA)
    (folder / "source.csv").write_text("source_id,title\nalmanac,The Almanac\n")
    (folder / "party.csv").write_text(PARTIES)
    parquet(folder, "SELECT 'labour' AS party_id, 100::INTEGER AS votes")
    (folder / "views" / "10-total.sql").write_text("CREATE VIEW total AS SELECT sum(votes) AS votes FROM result")
    return folder


def parquet(folder: Path, query: str) -> None:
    with duckdb.connect() as con:
        con.execute(f"COPY ({query}) TO '{folder / 'result.parquet'}' (FORMAT parquet)")


def seats(data: Path, cache: Path) -> object:
    tables = open_tables(data, cache)
    try:
        return tables.connection.execute("SELECT seats FROM party ORDER BY party_id").fetchall()
    finally:
        tables.close()


def test_the_tables_are_built_once_and_found_again(data: Path, tmp_path: Path) -> None:
    steps: list[str] = []
    for _ in range(2):
        tables = open_tables(data, tmp_path / "c", progress=lambda done, total, step: steps.append(step))
        assert tables.connection.execute("SELECT votes FROM total").fetchone() == (100,)
        assert tables.note is None
        tables.close()
    assert steps == ["source", "party", "result", "checks", "10-total", "done"]


def test_an_empty_cell_is_null_and_a_quoted_comma_is_no_separator(data: Path, tmp_path: Path) -> None:
    tables = open_tables(data, tmp_path / "c")
    assert tables.connection.execute("SELECT party_id, seats FROM party ORDER BY party_id").fetchall() == [
        ("green, the", None),
        ("labour", 12),
    ]
    tables.close()


def test_a_changed_table_is_noticed_and_built_again(data: Path, tmp_path: Path) -> None:
    tables = open_tables(data, tmp_path / "c")
    assert not tables.changed()
    (data / "party.csv").write_text(PARTIES.replace(",12,", ",13,"))
    assert tables.changed()
    tables.close()
    assert seats(data, tmp_path / "c") == [(None,), (13,)]
    (data / "party.csv").write_text(PARTIES)
    assert seats(data, tmp_path / "c") == [(None,), (12,)]


def test_the_same_tables_in_another_place_need_no_second_build(data: Path, tmp_path: Path) -> None:
    open_tables(data, tmp_path / "c").close()
    shutil.copytree(data, tmp_path / "copy")
    open_tables(tmp_path / "copy", tmp_path / "c").close()
    assert len(list((tmp_path / "c").glob("tables-*.duckdb"))) == 1


@pytest.mark.parametrize("damage", [b"", b"not a database" * 999, None])
def test_a_damaged_file_is_built_again(data: Path, tmp_path: Path, damage: bytes | None) -> None:
    open_tables(data, tmp_path / "c").close()
    built = next((tmp_path / "c").glob("tables-*.duckdb"))
    built.write_bytes(built.read_bytes()[:-5000] if damage is None else damage)
    assert seats(data, tmp_path / "c") == [(None,), (12,)]


def test_what_a_killed_build_left_is_swept_away(data: Path, tmp_path: Path) -> None:
    cache = tmp_path / "c"
    cache.mkdir()
    (cache / "building-tables-x.duckdb").write_bytes(b"half")
    assert seats(data, cache) == [(None,), (12,)]
    assert not list(cache.glob("building-*"))


def test_only_the_newest_builds_are_kept(data: Path, tmp_path: Path) -> None:
    for number in range(6):
        (data / "party.csv").write_text(PARTIES.replace(",12,", f",{number},"))
        open_tables(data, tmp_path / "c").close()
    assert len(list((tmp_path / "c").glob("tables-*.duckdb"))) == 3


def test_a_cache_that_cannot_be_used_costs_a_build_and_a_note(data: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file where a folder should be")
    tables = open_tables(data, tmp_path / "file" / "c")
    assert tables.note is not None and "for this run only" in tables.note
    assert tables.connection.execute("SELECT count(*) FROM party").fetchone() == (2,)
    built = tables.path
    tables.close()
    assert not built.exists()


def test_no_room_anywhere_is_said(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("assistant.tables.build.build", full)
    with pytest.raises(CacheError, match="No space left on device"):
        open_tables(data, tmp_path / "c")


def test_earlier_tables_answer_when_the_changed_ones_are_wrong(data: Path, tmp_path: Path) -> None:
    open_tables(data, tmp_path / "c").close()
    (data / "party.csv").write_text(PARTIES.replace(",12,", ",twelve,"))
    tables = open_tables(data, tmp_path / "c", progress=silent)
    assert not list((tmp_path / "c").glob("building-*"))
    assert tables.note is not None and "the earlier ones answer" in tables.note and "twelve" in tables.note
    assert tables.connection.execute("SELECT max(seats) FROM party").fetchone() == (12,)
    tables.close()


WRONG = {
    "a word for a number": ("labour,party,twelve,almanac", "party.csv:2, column seats", "twelve"),
    "a column too few": ("labour,party,almanac", "party.csv:2, column source_id", "Found: 3"),
    "a kind that is not allowed": (
        "labour,club,12,almanac",
        "party.csv:2, column kind",
        "club is not allowed",
    ),
    "an unknown source": (
        "labour,party,12,rumour",
        "party.csv:2, column source_id",
        "rumour is not in source",
    ),
    "no value where one is needed": ("labour,,12,almanac", "party.csv:2, column kind", "a value is needed"),
    "a key twice": ('"green, the",party,12,almanac', "party.csv:3, column party_id", "is there twice"),
}


@pytest.mark.parametrize(("row", "where", "wrong"), WRONG.values(), ids=WRONG)
def test_a_wrong_row_is_named(data: Path, tmp_path: Path, row: str, where: str, wrong: str) -> None:
    (data / "party.csv").write_text(PARTIES.replace("labour,party,12,almanac", row))
    with pytest.raises(DataError) as raised:
        open_tables(data, tmp_path / "c")
    message = str(raised.value)
    assert where in message and wrong in message and "  | " in message


def test_a_missing_table_is_named(data: Path, tmp_path: Path) -> None:
    (data / "party.csv").unlink()
    with pytest.raises(DataError, match=r"party\.csv \(or \.parquet\).*missing"):
        open_tables(data, tmp_path / "c")


def test_a_wrong_header_says_what_was_expected(data: Path, tmp_path: Path) -> None:
    (data / "party.csv").write_text(PARTIES.replace("seats", "chairs"))
    with pytest.raises(DataError, match=r"no seats; unknown chairs\nExpected: party_id, kind, seats, source_id"):
        open_tables(data, tmp_path / "c")


def test_a_parquet_file_cut_short_is_named(data: Path, tmp_path: Path) -> None:
    path = data / "result.parquet"
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(DataError, match=r"result\.parquet"):
        open_tables(data, tmp_path / "c")


def test_an_unknown_party_in_a_parquet_file_is_named_by_row(data: Path, tmp_path: Path) -> None:
    parquet(data, "SELECT * FROM (VALUES ('labour', 1::INTEGER), ('whig', 2::INTEGER)) t(party_id, votes)")
    with pytest.raises(DataError, match=r"result\.parquet, row 2, column party_id: whig is not in party"):
        open_tables(data, tmp_path / "c")


def test_a_view_that_fails_is_named(data: Path, tmp_path: Path) -> None:
    (data / "views" / "20-bad.sql").write_text("CREATE VIEW bad AS SELECT nothing FROM nowhere")
    with pytest.raises(DataError, match=r"20-bad\.sql"):
        open_tables(data, tmp_path / "c")


@pytest.mark.parametrize(
    "query",
    [
        "DROP TABLE party",
        "INSERT INTO party VALUES ('x', 'party', 1, 'almanac')",
        "COPY party TO 'stolen.csv'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "ATTACH 'other.duckdb'",
        "SET enable_external_access = true",
        "SET memory_limit = '90GB'",
        "INSTALL httpfs",
    ],
)
def test_nothing_can_be_written_or_reached(data: Path, tmp_path: Path, query: str) -> None:
    tables = open_tables(data, tmp_path / "c")
    with pytest.raises(duckdb.Error):
        tables.connection.execute(query)
    tables.close()
