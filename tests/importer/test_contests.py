"""The shipped contests: figures checked by eye in the sources, and what must hold of all of them."""

from __future__ import annotations

from typing import Any

import pytest

RESULTS = [
    # (contest, winner, votes, runner-up, votes): single wards read off the sources
    ("local.dudley.gornal.2016-05-05", "David Stanley", 1283, "Dave Branwood", 1256),
    ("local.dudley.wollaston-and-stourbridge-town.2016-05-05", "Alan Hopwood", 1315, "Chris Hale", 1312),
    ("local.tamworth.trinity.2021-05-06", "Daniel Cook", 1453, "Denise Bayley", 514),
    ("local.tamworth.mercian.2021-05-06", "Andrew Cooper", 764, "Richard Kingstone", 760),
    ("local.wolverhampton.tettenhall-wightwick.2022-05-05", "Jonathan Crofts", 2166, "Don Gwinnett", 1008),
    ("local.adur.marine.2024-05-02", "J. Loader", 933, "K. Davis", 283),
    ("local.worcestershire.broadway.2025-05-01", "Emma Jane Kearsey", 1137, "Keith Williams", 1098),
    ("local.hertsmere.borehamwood-kenilworth.2019-05-02", None, 819, None, 819),
]
TURNOUTS = [
    # (contest, electorate, turnout)
    ("local.wolverhampton.tettenhall-wightwick.2022-05-05", 9039, 40.0),
    ("local.dudley.gornal.2023-05-04", 10008, 26.2),
    ("local.oldham.hollinwood.2018-05-03", 7730, 22.59),
    ("local.redditch.batchley-and-brockhill.2024-05-02", 7233, 26.74),
    ("local.buckinghamshire.abbey.2025-05-01", 9270, 25.6),
    ("local.dudley.cradley-and-wollescote.2012-05-03", 9913, 28.6),
    ("local.dudley.cradley-and-wollescote.2014-05-22", 9735, 33.7),
    ("local.carlisle.yewdale.2018-05-03", 4660, 39.61),
]
SEATS = [
    # (year, councils with a scheduled poll in England, seats by party)
    (2016, 124, {"labour": 1327, "conservative": 841, "liberal-democrat": 379, "ukip": 58, "green": 45}),
    (2024, 107, {"labour": 1159, "liberal-democrat": 522, "conservative": 515, "green": 181}),
]


def one(query: Any, sql: str, *values: object) -> tuple[Any, ...]:
    [row] = query(sql, *values)
    return tuple(row)


@pytest.mark.parametrize(("contest", "winner", "votes", "second", "fewer"), RESULTS)
def test_first_and_second(
    query: Any, contest: str, winner: str | None, votes: int, second: str | None, fewer: int
) -> None:
    rows = query(
        "SELECT name, votes, elected FROM candidacy WHERE contest_id = ? AND votes <= ? ORDER BY rank LIMIT 2",
        contest,
        votes,
    )
    assert [row[1] for row in rows] == [votes, fewer]
    assert [row[2] for row in rows] == [True, False]
    if winner and second:
        assert [row[0] for row in rows] == [winner, second]


@pytest.mark.parametrize(("contest", "electorate", "turnout"), TURNOUTS)
def test_turnout(query: Any, contest: str, electorate: int, turnout: float) -> None:
    sql = "SELECT electorate, turnout FROM contest WHERE contest_id = ?"
    assert one(query, sql, contest) == (electorate, turnout)


@pytest.mark.parametrize(("year", "councils", "seats"), SEATS)
def test_seats_won_in_england(query: Any, year: int, councils: int, seats: dict[str, int]) -> None:
    where = "NOT by_election AND nation = 'England' AND c.year = ?"
    frm = "FROM contest c JOIN council USING (council_id)"
    assert one(query, f"SELECT count(DISTINCT council_id) {frm} WHERE {where}", year) == (councils,)
    won = query(
        f"SELECT party_id, count(*) {frm} JOIN candidacy USING (contest_id) WHERE {where} AND elected GROUP BY 1",
        year,
    )
    assert {party: count for party, count in won if party in seats} == seats


def test_birmingham_2016(query: Any) -> None:
    frm = "FROM candidacy JOIN contest USING (contest_id) WHERE council_id = 'birmingham' AND year = 2016"
    assert one(query, f"SELECT count(*), sum(votes) {frm}") == (208, 223984)
    won = dict(query(f"SELECT party_id, count(*) {frm} AND elected GROUP BY 1"))
    assert won == {"labour": 30, "conservative": 7, "liberal-democrat": 3}


def test_worcestershire_2025_follows_the_votes(query: Any) -> None:
    """The handbook marks two winners for one place in many of its divisions."""
    sql = (
        "SELECT party_id, count(*) FROM candidacy JOIN contest USING (contest_id)"
        " WHERE council_id = 'worcestershire' AND year = 2025 AND elected GROUP BY 1"
    )
    won = dict(query(sql))
    assert won["reform-uk"] == 27
    assert sum(won.values()) == 57


def test_two_places_in_one_ward(query: Any) -> None:
    sql = "SELECT seats FROM contest WHERE contest_id = 'local.oldham.hollinwood.2018-05-03'"
    assert one(query, sql) == (2,)


def test_divisions_of_2021_belong_to_the_county(query: Any) -> None:
    sql = (
        "SELECT count(*) FILTER (kind = 'county'), count(*) FROM contest JOIN council USING (council_id)"
        " WHERE year = 2021 AND ward_gss LIKE 'E58%'"
    )
    assert one(query, sql) == (1366, 1366)


def test_one_spelling_of_netherton(query: Any) -> None:
    sql = "SELECT DISTINCT ward FROM contest WHERE council_id = 'dudley' AND ward ILIKE '%woodside%'"
    assert query(sql) == [("Netherton, Woodside and St Andrews",)]


EMPTY = {
    "two spellings of one ward": "SELECT council_id, ward_slug FROM contest GROUP BY ALL"
    " HAVING count(DISTINCT ward) > 1",
    "more or fewer elected than places": "SELECT contest_id FROM contest c JOIN candidacy USING (contest_id)"
    " WHERE voting_system LIKE 'first%' AND NOT countermanded GROUP BY contest_id, c.seats"
    " HAVING count(*) FILTER (elected) <> c.seats",
    "elected with fewer votes than a loser": "SELECT contest_id FROM contest"
    " JOIN candidacy USING (contest_id)"
    " WHERE voting_system LIKE 'first%' AND NOT uncontested GROUP BY contest_id"
    " HAVING min(votes) FILTER (elected) < max(votes) FILTER (NOT elected)",
    "ranks against votes": "SELECT contest_id FROM candidacy a JOIN candidacy b USING (contest_id)"
    " WHERE a.rank < b.rank AND a.votes < b.votes",
    "votes where nobody voted": "SELECT contest_id FROM contest JOIN candidacy USING (contest_id)"
    " WHERE uncontested AND votes IS NOT NULL",
    "one ward code for two wards of a day": "SELECT ward_gss FROM contest WHERE ward_gss IS NOT NULL"
    " GROUP BY ward_gss, date HAVING count(DISTINCT contest_id) > 1",
    "more votes than ballots in a one-place ward": "SELECT contest_id FROM contest c"
    " JOIN candidacy USING (contest_id) WHERE c.seats = 1 AND voting_system LIKE 'first%'"
    " GROUP BY contest_id, turnout, electorate HAVING sum(votes) * 100.0 / electorate > turnout + 1.5",
    "turnout against ballots": "SELECT contest_id FROM contest"
    " WHERE abs(ballots * 100.0 / electorate - turnout) > 0.36",
    "a ward named in capitals": "SELECT ward FROM contest WHERE ward = upper(ward)",
    "Stratford-on-Avon's 2015 results in 2014": "SELECT ward FROM contest WHERE ward ILIKE 'null'",
    "a fate in a name": "SELECT name FROM candidacy WHERE name ILIKE '%elected)%'",
    "two votes for one label of a ward in 2023": "SELECT contest_id FROM ward_party"
    " GROUP BY contest_id, label HAVING count(*) > 1",
    "a councillor without a surname": "SELECT name FROM councillor WHERE length(surname) < 2",
}


@pytest.mark.parametrize("what", EMPTY)
def test_there_is_no(query: Any, what: str) -> None:
    assert query(EMPTY[what]) == []


def test_scottish_contests_are_transferable(query: Any) -> None:
    sql = "SELECT DISTINCT nation = 'Scotland', voting_system FROM contest JOIN council USING (council_id) ORDER BY 1"
    assert query(sql) == [
        (False, "first past the post"),
        (True, "single transferable vote"),
    ]


def test_by_elections_say_so_in_their_id(query: Any) -> None:
    sql = "SELECT count(*) FILTER (by_election), count(*) FILTER (contest_id LIKE '%.by.%') FROM contest"
    by_elections, marked = one(query, sql)
    assert by_elections == marked > 90


def test_rosters(query: Any) -> None:
    sql = (
        "SELECT name, party_id FROM councillor WHERE council_id = 'dudley' AND year = 2016"
        " AND ward = 'Gornal' AND surname = 'Stanley'"
    )
    assert query(sql) == [("David Stanley", "conservative")]
