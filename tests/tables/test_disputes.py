"""What `data verify` knows to be disputed stands in the tables, where an answer that quotes the figure finds it."""

from __future__ import annotations

import csv
from typing import Any

import pytest

from assistant.resources import data_folder
from assistant.tables import Tables, open_tables

CHECKS = data_folder() / "checks"


@pytest.fixture(scope="module")
def tables(cache_folder: Any) -> Any:
    tables: Tables = open_tables(None, cache_folder)
    yield tables.connection
    tables.close()


def texts(tables: Any, where: str, *values: object) -> list[tuple[Any, ...]]:
    found = tables.execute(f"SELECT figure, other, text, source_id FROM known_dispute WHERE {where}", list(values))
    return list(found.fetchall())


def test_a_disputed_composition_is_found_by_council_year_and_party(tables: Any) -> None:
    (row,) = texts(
        tables,
        "subject = 'composition' AND council_id = 'adur' AND year = 2022 AND party_id = 'conservative'"
        " AND figure_source_id LIKE 'ocd-composition%' AND source_id = 'commons-2022'",
    )
    assert row[:2] == ("15", "16")
    assert row[2].startswith(
        "Sources differ on Conservative: 15 in the yearly composition against 16 in the Commons Library's council table"
    )


def test_control_is_told_by_party_names(tables: Any) -> None:
    ((_, other, text, _),) = texts(
        tables, "subject = 'control' AND council_id = 'chichester' AND year = 2004 AND figure = 'none'"
    )
    assert other == "conservative"
    assert "no party by the seats against Conservative in the publisher's own word" in text


def test_every_known_disagreement_is_told_of_both_its_figures(tables: Any) -> None:
    with (CHECKS / "known.csv").open(encoding="utf-8", newline="") as lines:
        known = len(list(csv.DictReader(lines)))
    assert tables.execute("SELECT count(*) FROM known_dispute").fetchone() == (2 * known,)
    assert texts(tables, "council_id IS NULL AND area_id IS NULL OR year IS NULL OR text IS NULL") == []


def test_every_check_says_what_it_compares(tables: Any) -> None:
    files = {path.stem.partition("-")[2] for path in CHECKS.glob("[0-9]*.sql")}
    assert {name for (name,) in tables.execute('SELECT "check" FROM compared').fetchall()} == files
