"""Compositions and control as shipped, against figures checked by hand in the sources."""

from typing import Any

import pytest


def seats(query: Any, council_id: str, year: int, moment: str = "snapshot") -> dict[str, int]:
    return dict(
        query(
            "SELECT party_id, seats FROM composition WHERE council_id = ? AND year = ? AND moment = ?",
            council_id,
            year,
            moment,
        )
    )


@pytest.mark.parametrize(
    ("council_id", "year", "expected"),
    [
        ("birmingham", 2016, {"labour": 80, "conservative": 29, "liberal-democrat": 10, "other": 1}),
        ("dudley", 2015, {"labour": 38, "conservative": 25, "other": 9}),
        ("dudley", 2016, {"labour": 35, "conservative": 29, "ukip": 8}),
        (
            "dudley",
            2026,
            {"conservative": 27, "reform-uk": 23, "labour": 15, "liberal-democrat": 4, "other": 3},
        ),
        ("worcester", 2016, {"conservative": 17, "labour": 16, "green": 2}),
        ("harlow", 2024, {"conservative": 17, "labour": 16}),
    ],
)
def test_a_snapshot_has_the_seats_of_its_source(
    query: Any, council_id: str, year: int, expected: dict[str, int]
) -> None:
    assert seats(query, council_id, year) == expected


def test_seats_of_part_of_a_council(query: Any) -> None:
    walsall, redditch = seats(query, "walsall", 2016), seats(query, "redditch", 2024)
    assert (walsall["labour"], walsall["conservative"]) == (28, 25)
    assert redditch["labour"] == 21
    assert seats(query, "redditch", 2016)["labour"] == 15


@pytest.mark.parametrize(
    ("council_id", "year", "majority"),
    [
        ("dudley", 2015, "labour"),
        ("dudley", 2016, None),
        ("worcester", 2015, "conservative"),
        ("worcester", 2016, None),
        ("walsall", 2016, None),
        ("redditch", 2016, "labour"),
        ("redditch", 2023, "conservative"),
        ("harlow", 2024, "conservative"),
        ("hartlepool", 2018, None),
        ("nuneaton-and-bedworth", 2015, "labour"),
    ],
)
def test_a_majority_is_one_partys(query: Any, council_id: str, year: int, majority: str | None) -> None:
    found = query(
        "SELECT majority_party FROM control WHERE council_id = ? AND year = ? AND moment = 'snapshot'",
        council_id,
        year,
    )
    assert found == [(majority,)]


def test_the_commons_count_and_the_snapshot_are_both_kept(query: Any) -> None:
    assert seats(query, "dudley", 2023, "after poll")["conservative"] == 44
    assert seats(query, "dudley", 2023)["conservative"] == 43
    assert seats(query, "solihull", 2022, "after poll")["green"] == 14
    assert seats(query, "solihull", 2022)["green"] == 13


def test_two_durhams_before_2009_and_one_after(query: Any) -> None:
    found = query(
        "SELECT council_id, year, seats FROM control WHERE year IN (2007, 2008, 2009)"
        " AND council_id IN ('county-durham', 'durham-county', 'durham-city') ORDER BY ALL"
    )
    assert found == [
        ("county-durham", 2008, 126),
        ("county-durham", 2009, 126),
        ("durham-city", 2007, 50),
        ("durham-city", 2008, 50),
        ("durham-county", 2007, 63),
    ]


def test_name_drift_breaks_no_series(query: Any) -> None:
    """ "&" to 2015, "and" from 2016; Glasgow to 2015, Glasgow City from 2016."""
    for council_id in ("nuneaton-and-bedworth", "glasgow-city", "newcastle-under-lyme", "st-helens"):
        [(years,)] = query(
            "SELECT count(DISTINCT year) FROM control WHERE council_id = ? AND year BETWEEN 1990 AND 2026",
            council_id,
        )
        assert years == 37, council_id


def test_a_county_and_the_unitary_after_it_share_no_year(query: Any) -> None:
    found = query(
        "SELECT council_id, max(year), min(year) FROM control WHERE moment = 'snapshot'"
        " AND council_id IN ('somerset', 'somerset-county', 'dorset', 'dorset-county') GROUP BY 1 ORDER BY 1"
    )
    assert found == [
        ("dorset", 2026, 2019),
        ("dorset-county", 2018, 1973),
        ("somerset", 2026, 2022),
        ("somerset-county", 2021, 1973),
    ]


def test_every_block_adds_up(query: Any) -> None:
    broken = query(
        "SELECT h.council_id, h.year FROM control h"
        " JOIN composition c USING (council_id, year, moment, source_id)"
        " GROUP BY h.council_id, h.year, h.moment, h.source_id, h.seats"
        " HAVING sum(c.seats) + coalesce(any_value(h.vacant), 0) <> h.seats"
    )
    assert broken == []


def test_administrations_are_named_from_2025(query: Any) -> None:
    assert query("SELECT min(year) FROM control WHERE administration IS NOT NULL") == [(2025,)]
    [(runs, majority)] = query(
        "SELECT administration, majority_party FROM control WHERE council_id = 'dudley' AND year = 2026"
    )
    assert (runs, majority) == ("CON min", None)


def test_control_changes_of_2016_as_reported(query: Any) -> None:
    found = query("SELECT council_id, from_party, to_party FROM control_change WHERE year = 2016 ORDER BY 1")
    assert found == [
        ("bristol", None, "labour"),
        ("dudley", "labour", None),
        ("peterborough", None, "conservative"),
        ("rugby", "conservative", None),
        ("watford", None, "liberal-democrat"),
        ("worcester", "conservative", None),
    ]


def test_control_changes_of_2023_net_to_the_reported_labour_figure(query: Any) -> None:
    [(gained, lost)] = query(
        "SELECT count(*) FILTER (to_party = 'labour'), count(*) FILTER (from_party = 'labour')"
        " FROM control_change WHERE year = 2023"
    )
    assert gained - lost == 22


def test_a_council_that_did_not_change_at_the_poll_is_not_listed(query: Any) -> None:
    """Dudley was already Conservative in 2021, though the 2022 table compares it with 2018."""
    assert query("SELECT year FROM control_change WHERE council_id = 'dudley' ORDER BY 1") == [
        (2016,),
        (2024,),
    ]
