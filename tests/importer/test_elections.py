"""Elections, totals and reported figures as shipped."""

from typing import Any

import pytest


@pytest.mark.parametrize(("year", "councils"), [(2016, 124), (2018, 150), (2023, 230), (2024, 107), (2025, 23)])
def test_scheduled_elections_in_england(query: Any, year: int, councils: int) -> None:
    [(found,)] = query(
        "SELECT count(*) FROM election JOIN council USING (council_id)"
        " WHERE year = ? AND scheduled AND nation = 'England'",
        year,
    )
    assert found == councils


def test_same_day_by_elections_are_not_scheduled(query: Any) -> None:
    assert query("SELECT count(*) FROM election WHERE year = 2016 AND NOT scheduled") == [(28,)]


@pytest.mark.parametrize(
    ("election_id", "scheme", "seats"),
    [
        ("local.birmingham.2016-05-05", "thirds", 40),
        ("local.birmingham.2018-05-03", "all", 101),
        ("local.nuneaton-and-bedworth.2016-05-05", "halves", 18),
        ("local.dudley.2024-05-02", "all", 72),
        ("local.coventry.2024-05-02", "thirds", 18),
        ("local.dudley.2026-05-07", "thirds", 25),
    ],
)
def test_schemes_and_seats_up(query: Any, election_id: str, scheme: str, seats: int) -> None:
    found = query("SELECT scheme, seats_up FROM election WHERE election_id = ?", election_id)
    assert found == [(scheme, seats)]


@pytest.mark.parametrize(
    ("council_id", "turnout"),
    [("birmingham", 32.06), ("dudley", 30.3), ("walsall", 28.9), ("sandwell", 27.4)],
)
def test_council_turnout_of_2018_is_ballots_at_the_count(query: Any, council_id: str, turnout: float) -> None:
    [(found,)] = query(f"SELECT turnout FROM election WHERE election_id = 'local.{council_id}.2018-05-03'")
    assert found == pytest.approx(turnout, abs=0.06)


def test_totals_of_2024_are_the_counted_seats(query: Any) -> None:
    found = query(
        "SELECT p.party_id, sum(p.seats) FROM election_party p JOIN election USING (election_id)"
        " WHERE year = 2024 AND p.party_id IN ('labour', 'conservative', 'liberal-democrat', 'green')"
        " GROUP BY 1 ORDER BY 2 DESC"
    )
    assert found == [("labour", 1158), ("liberal-democrat", 522), ("conservative", 516), ("green", 181)]


def test_the_polls_of_2026_are_held(query: Any) -> None:
    [(seats,)] = query(
        "SELECT seats FROM election_party WHERE election_id = 'local.birmingham.2026-05-07' AND party_id = 'reform-uk'"
    )
    assert seats == 23


def test_net_change_of_2016_is_told_on_both_bases(query: Any) -> None:
    found = query(
        "SELECT basis, figure FROM reported WHERE subject = 'nation:england' AND year = 2016"
        " AND party_id = 'labour' AND measure = 'net change' AND source_id = 'headline-totals' ORDER BY 1"
    )
    assert found == [("eve of poll", -15.0), ("last fought", -18.0)]


def test_ward_gains_of_2016_name_who_lost(query: Any) -> None:
    found = query(
        "SELECT subject, party_id, from_party FROM reported WHERE subject_kind = 'ward' AND measure = 'gain'"
        " AND subject LIKE 'dudley/%' ORDER BY 1"
    )
    assert found == [
        ("dudley/belle-vale", "conservative", "labour"),
        ("dudley/gornal", "conservative", "labour"),
        ("dudley/wollaston-and-stourbridge-town", "conservative", "labour"),
        ("dudley/wordsley", "ukip", "labour"),
    ]
