"""A file of `data/` that is wrong in any way is named, and so are the line, the column and what was expected.

The tables built before stay as they were, byte for byte, and answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from assistant.errors import DataError
from assistant.tables import open_tables

SCHEMA = """
CREATE TABLE party (party_id VARCHAR PRIMARY KEY, name VARCHAR NOT NULL);
CREATE TABLE result (
    year SMALLINT NOT NULL, party_id VARCHAR NOT NULL REFERENCES party, votes INTEGER CHECK (votes >= 0)
);
CREATE TABLE seat (year SMALLINT NOT NULL, party_id VARCHAR NOT NULL REFERENCES party, seats INTEGER);
"""
PARTIES = "party_id,name\nlabour,Labour\ngreen,Green\n"
RESULTS = "year,party_id,votes\n2016,labour,100\n2016,green,50\n2018,labour,120\n"
SEATS = "SELECT 2016::SMALLINT AS year, 'labour' AS party_id, 9::INTEGER AS seats"


def parquet(folder: Path, query: str) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"COPY ({query}) TO '{folder / 'seat.parquet'}' (FORMAT parquet)")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "schema.sql").write_text(SCHEMA)
    (folder / "party.csv").write_text(PARTIES)
    (folder / "result.csv").write_text(RESULTS)
    parquet(folder, SEATS)
    return folder


def results(content: str | bytes) -> Callable[[Path], object]:
    raw = content if isinstance(content, bytes) else content.encode()
    return lambda folder: (folder / "result.csv").write_bytes(raw)


def cut(folder: Path) -> None:
    path = folder / "seat.parquet"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


HEAD = "Expected: year, party_id, votes."
WRONG: dict[str, tuple[Callable[[Path], object], tuple[str, ...]]] = {
    "missing": (lambda folder: (folder / "result.csv").unlink(), ("result.csv (or .parquet)", "is missing")),
    "empty": (results(""), ("result.csv:1", "no year, party_id, votes", HEAD)),
    "cut in a row": (results(RESULTS[:-8]), ("result.csv:4, column votes", "Expected Number of Columns: 3 Found: 2")),
    "cut in a quotation": (results(RESULTS + '2018,"gre'), ("result.csv:5", "quote")),
    "a column by another name": (
        results(RESULTS.replace("votes", "ballots")),
        ("result.csv:1", "no votes; unknown ballots", HEAD),
    ),
    "a column too many": (results(RESULTS.replace("votes", "votes,seats")), ("result.csv:1", "unknown seats", HEAD)),
    "a column twice": (results(RESULTS.replace("votes", "year")), ("result.csv:1", "no votes", HEAD)),
    "an unknown party": (
        results(RESULTS.replace("2016,green", "2016,whig")),
        ("result.csv:3, column party_id", "2016,whig,50", "whig is not in party", "one of the party_id of"),
    ),
    "a word for a number": (
        results(RESULTS.replace(",50", ",fifty")),
        ("result.csv:3, column votes", "2016,green,fifty", "INTEGER"),
    ),
    "a number that cannot be": (
        results(RESULTS.replace(",50", ",-50")),
        ("result.csv:3, column votes", "-50 is not allowed", "votes >= 0"),
    ),
    "nothing where a value is needed": (
        results(RESULTS.replace("2018,", ",")),
        ("result.csv:4, column year", "a value is needed here"),
    ),
    "not UTF-8": (results(RESULTS.encode() + b"2018,caf\xe9,1\n"), ("result.csv:5", "UTF-8")),
    "a Parquet file cut short": (cut, ("seat.parquet",)),
    "a Parquet file of another column": (
        lambda folder: parquet(folder, SEATS.replace("AS seats", "AS chairs")),
        ("seat.parquet", "no seats; unknown chairs", "Expected: year, party_id, seats."),
    ),
    "an unknown party in a Parquet file": (
        lambda folder: parquet(folder, SEATS.replace("labour", "whig")),
        ("seat.parquet, row 1, column party_id", "whig is not in party"),
    ),
    "words for numbers in a Parquet file": (
        lambda folder: parquet(folder, SEATS.replace("9::INTEGER", "'nine'")),
        ("seat.parquet", "nine"),
    ),
}  # fmt: skip


def prints(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("tables-*")}


@pytest.mark.parametrize(("spoil", "told"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named_and_the_earlier_tables_answer(
    data: Path, tmp_path: Path, spoil: Callable[[Path], object], told: tuple[str, ...]
) -> None:
    cache = tmp_path / "c"
    open_tables(data, cache).close()
    before = prints(cache)
    spoil(data)
    with pytest.raises(DataError) as raised:
        open_tables(data, tmp_path / "new")
    assert [words for words in told if words not in str(raised.value)] == [], str(raised.value)
    tables = open_tables(data, cache)
    assert tables.note == f"The changed tables could not be built, so the earlier ones answer.\n{raised.value}"
    assert tables.connection.execute("SELECT sum(votes) FROM result").fetchone() == (270,)
    tables.close()
    assert prints(cache) == before and not list(cache.glob("building-*"))
