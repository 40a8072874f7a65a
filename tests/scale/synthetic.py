"""Synthetic but lawful results: the shipped councils over again under coined names, every check still holding.

Each copy of a council keeps the figures of the one it is a copy of; its name, its wards, its candidates and its
councillors are coined of syllables, and nobody could take them for real. The same arguments give the same rows.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import duckdb

from assistant.tables.load import create, load, missing, table_file
from assistant.tables.schema import read_schema

_SYLLABLES = "zab vok xil quo jur wex zin kov yap hux fiz gow mib nuv puz riv saj tob lek doz".split()
_SPOKEN = " || ".join(f"{_SYLLABLES}[1 + (n // {20**place}) % 20]" for place in range(5))
_COINED = f"""
CREATE MACRO spoken(n) AS {_SPOKEN};
CREATE MACRO coined(n) AS upper(spoken((n * 7919 + $seed) % 3200000)[1]) || spoken((n * 7919 + $seed) % 3200000)[2:];
"""
# The same number stands for the same name everywhere: a council by its place in the list, a ward by its council and slug.
_NUMBERS = """
CREATE TABLE council_no AS SELECT council_id, row_number() OVER (ORDER BY council_id) AS n FROM council;
CREATE TABLE ward_no AS SELECT council_id, ward_slug, row_number() OVER (ORDER BY council_id, ward_slug) AS n
FROM (SELECT council_id, ward_slug FROM contest UNION SELECT council_id, ward_slug FROM councillor);
CREATE TABLE ward_name_no AS SELECT council_id, ward, min(ward_slug) AS ward_slug FROM contest GROUP BY ALL;
CREATE TABLE surname_no AS SELECT surname, row_number() OVER (ORDER BY surname) AS n
FROM (SELECT surname FROM candidacy UNION SELECT surname FROM councillor);
CREATE TABLE copy AS SELECT unnest(range(1, $times)) AS k;
CREATE TABLE council_as AS SELECT council_id, k, coined(2000000 + k * 1000 + n) AS name, lower(coined(2000000 + k * 1000 + n)) AS id
FROM council_no CROSS JOIN copy;
CREATE TABLE ward_as AS SELECT council_id, ward_slug, k, coined(k * 40000 + n) AS name, lower(coined(k * 40000 + n)) AS slug
FROM ward_no CROSS JOIN copy;
CREATE TABLE surname_as AS SELECT surname, k, coined(1000000 + k * 90000 + n) AS name FROM surname_no CROSS JOIN copy;
"""
_WARD = "JOIN ward_as w ON w.council_id = t.council_id AND w.ward_slug = t.ward_slug AND w.k = c.k"
_GIVEN = "coined((hash(t.name) % 8000)::BIGINT)[:6] || ' ' || s.name AS name, s.name AS surname"


@dataclass(frozen=True, slots=True)
class Copied:
    """How a table's rows are copied: the columns that change, and what is joined to tell their new values."""

    changed: str
    joins: str = ""


_COUNCIL = "JOIN council_as c ON c.council_id = t.council_id"
_CONTEST_ID = "t.contest_id || '.x' || c.k AS contest_id"
_COPIED = {
    "council": Copied(
        "c.id AS council_id, c.name AS name, c.name || ' Council' AS official_name, NULL AS gss, NULL AS gss_former, NULL AS successors",
        _COUNCIL,
    ),
    "area_member": Copied("c.id AS council_id", _COUNCIL),
    "ward_alias": Copied(
        "c.id AS council_id, w.name AS ward, w.name || ' ' || spoken((hash(t.alias) % 3200000)::BIGINT) AS alias",
        f"{_COUNCIL} JOIN ward_name_no m ON m.council_id = t.council_id AND m.ward = t.ward"
        " JOIN ward_as w ON w.council_id = m.council_id AND w.ward_slug = m.ward_slug AND w.k = c.k",
    ),
    "composition": Copied("c.id AS council_id", _COUNCIL),
    "control": Copied("c.id AS council_id", _COUNCIL),
    "control_change": Copied("c.id AS council_id", _COUNCIL),
    "election": Copied("t.election_id || '.x' || c.k AS election_id, c.id AS council_id", _COUNCIL),
    "election_party": Copied("t.election_id || '.x' || c.k AS election_id", "CROSS JOIN copy c"),
    "contest": Copied(
        f"{_CONTEST_ID}, t.election_id || '.x' || c.k AS election_id, c.id AS council_id, w.name AS ward, w.slug AS ward_slug, NULL AS ward_gss",
        f"{_COUNCIL} {_WARD}",
    ),
    "candidacy": Copied(
        f"{_CONTEST_ID}, {_GIVEN}", "CROSS JOIN copy c JOIN surname_as s ON s.surname = t.surname AND s.k = c.k"
    ),
    "ward_party": Copied(_CONTEST_ID, "CROSS JOIN copy c"),
    "councillor": Copied(
        f"c.id AS council_id, w.name AS ward, w.slug AS ward_slug, {_GIVEN}",
        f"{_COUNCIL} {_WARD} JOIN surname_as s ON s.surname = t.surname AND s.k = c.k",
    ),
}


def make(shipped: Path, target: Path, times: int, ballots: int = 1, seed: int = 1) -> None:
    """A data folder at `target` with `times` the councils of `shipped`, each name once more, and `ballots` times the
    candidates on each contested ballot paper: those added have no votes, and names that others bear.
    """
    target.mkdir(parents=True, exist_ok=True)
    for folder in ("views", "checks"):
        shutil.copytree(shipped / folder, target / folder, dirs_exist_ok=True)
    shutil.copy(shipped / "schema.sql", target)
    tables = read_schema(shipped / "schema.sql")
    with duckdb.connect(config={"memory_limit": "4GB", "threads": 1}) as con:
        con.execute(f"SET temp_directory = '{target / 'spill'}'")
        for table in tables:
            path = table_file(shipped, table)
            assert path is not None, missing(shipped, table)
            create(con, table)
            load(con, table, path)
        con.execute((_COINED + _NUMBERS).replace("$seed", str(seed)).replace("$times", str(times)))
        for table in tables:
            rows = _rows(table.name)
            if table.name == "candidacy" and ballots > 1:
                rows = _longer(rows, ballots)
            out = target / f"{table.name}.parquet"
            con.execute(f"COPY ({rows}) TO '{out}' (FORMAT parquet, COMPRESSION zstd)")
    shutil.rmtree(target / "spill", ignore_errors=True)


def _rows(table: str) -> str:
    copied = _COPIED.get(table)
    if copied is None:
        return f"SELECT * FROM {table}"
    return (
        f"SELECT * FROM {table} UNION ALL BY NAME SELECT t.* REPLACE ({copied.changed}) FROM {table} t {copied.joins}"
    )


def _longer(rows: str, ballots: int) -> str:
    """The ballot papers with more candidates, who come last without a vote; unopposed councillors stay so."""
    return f"""
    WITH own AS ({rows}), size AS (
        SELECT contest_id, count(*) AS n FROM own GROUP BY ALL HAVING bool_and(votes IS NOT NULL) AND count(*) > count(*) FILTER (elected)
    )
    SELECT * FROM own
    UNION ALL BY NAME
    SELECT o.* REPLACE (o.rank + e.j * z.n AS rank, 0 AS votes, false AS elected)
    FROM own o JOIN size z USING (contest_id) CROSS JOIN range(1, {ballots}) e(j)
    """
