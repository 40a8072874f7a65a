"""What the newer sources brought, as shipped: May 2026, lots, polls put off, full names, and their own checks."""

from __future__ import annotations

from typing import Any

import pytest

WINNERS = [
    # (contest, winner, votes, runner-up, votes): read off the returns
    ("local.dudley.gornal.2026-05-07", "Chris Whitehouse", 2532, "Claire Sullivan", 854),
    ("local.bexley.slade-green-and-northend.2026-05-07", "Donna Briant", 1033, "John Frederick McDermont", 1032),
    ("local.burnley.rosegrove-with-lowerhouse.2007-05-03", "Paul Reynolds", 489, "Peter Rowe", 489),
]
LOTS = [
    "local.bradford.tong.2019-05-02",
    "local.northumberland.south-blyth.2017-05-04",
    "local.halton.daresbury-moore-and-sandymoor.2022-05-05",
    "local.barnsley.rockingham.2021-05-06",
    "local.stevenage.woodfield.2024-05-02",
]
PUT_OFF = [
    ("south-ribble", "farington-west", "2019-05-02", "2019-06-20"),
    ("tendring", "st-osyth", "2019-05-02", "2019-05-23"),
    ("west-lancashire", "rural-south", "2023-05-04", "2023-06-22"),
]
COUNTERMANDED = {
    "local.bradford.idle-and-thackley.2026-05-07",
    "local.bury.moorside.2026-05-07",
    "local.essex.chelmsford-springfield.2026-05-07",
    "local.st-helens.st-helens-town-centre.2026-05-07",
    "local.tamworth.wilnecote.2026-05-07",
}


@pytest.mark.parametrize(("contest", "winner", "votes", "second", "fewer"), WINNERS)
def test_first_and_second(query: Any, contest: str, winner: str, votes: int, second: str, fewer: int) -> None:
    rows = query(
        "SELECT name, votes FROM candidacy WHERE contest_id = ? AND votes <= ? ORDER BY rank LIMIT 2", contest, votes
    )
    assert rows == [(winner, votes), (second, fewer)]


@pytest.mark.parametrize("contest", LOTS)
def test_a_lot_is_a_tie_whichever_way_the_source_prints_it(query: Any, contest: str) -> None:
    [(lot, margin)] = query(
        "SELECT any_value(t.lot), min(votes) FILTER (elected) - max(votes) FILTER (NOT elected)"
        " FROM contest t JOIN candidacy USING (contest_id) WHERE contest_id = ?",
        contest,
    )
    assert (lot, margin) == (True, 0)


@pytest.mark.parametrize(("council", "ward", "election", "held"), PUT_OFF)
def test_a_poll_put_off_has_its_own_day(query: Any, council: str, ward: str, election: str, held: str) -> None:
    rows = query(
        "SELECT election_id, date::VARCHAR, by_election FROM contest"
        " WHERE council_id = ? AND ward_slug = ? AND date = ?",
        council, ward, held,
    )  # fmt: skip
    assert rows == [(f"local.{council}.{election}", held, False)]


def test_a_countermanded_poll_has_candidates_and_nothing_more(query: Any) -> None:
    rows = query(
        "SELECT contest_id, votes_held, count(*) FILTER (elected), count(votes) FROM contest JOIN candidacy USING"
        " (contest_id) WHERE countermanded GROUP BY ALL"
    )
    assert {row[0] for row in rows} == COUNTERMANDED
    assert {row[1:] for row in rows} == {("none", 0, 0)}


def test_seats_and_votes_of_may_2026_outside_london_are_those_of_the_totals(query: Any) -> None:
    """But for Portsmouth, whose Baffins has two parties' votes swapped in the totals."""
    rows = query(
        "WITH mine AS (SELECT t.election_id, d.party_id, sum(d.votes) AS votes, count(*) FILTER (d.elected) AS seats"
        "  FROM contest t JOIN candidacy d USING (contest_id) JOIN council k USING (council_id)"
        "  WHERE t.date = '2026-05-07' AND NOT t.by_election AND NOT t.countermanded AND k.kind <> 'london borough'"
        "  GROUP BY ALL HAVING sum(d.votes) > 0),"
        " theirs AS (SELECT election_id, party_id, sum(votes) AS votes, sum(seats) AS seats"
        "  FROM election_party GROUP BY ALL)"
        " SELECT DISTINCT election_id FROM mine m JOIN theirs t USING (election_id, party_id)"
        " WHERE m.votes <> t.votes OR m.seats <> t.seats"
    )
    assert rows == [("local.portsmouth.2026-05-07",)]


def test_scottish_counts_have_stages_and_a_quota(query: Any) -> None:
    [(elected, stages)] = query(
        "SELECT count(*), count(stage) FROM candidacy d JOIN contest t USING (contest_id)"
        " WHERE t.year = 2022 AND voting_system LIKE 'single%' AND NOT uncontested AND elected"
    )
    assert elected == stages > 1190
    [(wards,)] = query("SELECT count(*) FROM contest WHERE year = 2012 AND quota IS NOT NULL")
    assert wards == 353


def test_a_scottish_candidate_elected_unopposed_has_no_votes(query: Any) -> None:
    rows = query(
        "SELECT DISTINCT votes, elected FROM candidacy JOIN contest USING (contest_id)"
        " WHERE uncontested AND voting_system LIKE 'single%'"
    )
    assert rows == [(None, True)]


def test_initials_are_joined_to_one_full_name_and_stay_beside_it(query: Any) -> None:
    [(joined, winners)] = query("SELECT count(*), count(*) FILTER (elected) FROM candidacy WHERE printed IS NOT NULL")
    assert joined > 29_000 and winners > 12_000
    assert query("SELECT 1 FROM candidacy WHERE (printed IS NULL) <> (name_source_id IS NULL)") == []


def test_two_councillors_of_one_name_are_kept_apart_by_the_roster(query: Any) -> None:
    rows = query(
        "SELECT DISTINCT name FROM candidacy JOIN contest USING (contest_id)"
        " WHERE council_id = 'sefton' AND ward_slug = 'manor' AND surname = 'Kelly'"
    )
    assert rows == [("John Joseph Kelly",)]


CONTROLLED = [
    ("ashfield", 2021, "ashfield-independents"),
    ("boston", 2023, "boston-independent"),
    ("castle-point", 2024, "peoples-independent-party"),
    ("epsom-and-ewell", 2019, "residents-associations-of-epsom-and-ewell"),
    ("fermanagh-and-omagh", 2026, "sinn-fein"),
    ("tower-hamlets", 2022, "aspire"),
    ("uttlesford", 2019, "residents-for-uttlesford"),
    ("castle-point", 2022, None),
    ("hartlepool", 2019, None),
    ("tandridge", 2025, None),
]


@pytest.mark.parametrize(("council", "year", "party"), CONTROLLED)
def test_a_local_party_controls_with_more_than_half(query: Any, council: str, year: int, party: str | None) -> None:
    sql = "SELECT majority_party FROM control WHERE council_id = ? AND year = ? AND moment = 'snapshot'"
    assert query(sql, council, year) == [(party,)]


def test_what_is_told_apart_names_its_source(query: Any) -> None:
    rows = query("SELECT seats, source_id FROM told_apart WHERE council_id = 'tower-hamlets' AND year = 2022")
    assert rows == [(24, "handbook-2022")]


def test_borough_returns_settle_the_turnout_of_london_2022(query: Any) -> None:
    """The handbook has Bexley's turnouts a row off."""
    rows = query("SELECT turnout, turnout_source_id FROM contest WHERE contest_id = 'local.bexley.crayford.2022-05-05'")
    assert [(round(turnout), source) for turnout, source in rows] == [(33, "gla-2022")]


def test_a_label_that_is_only_compared_makes_no_party(query: Any) -> None:
    """London's returns of 2022 write "Lib Dems" and "Labour Party Candiate": names are taken, labels are not."""
    rows = query(
        "SELECT party_id FROM party WHERE source_id NOT IN ('ec-register', 'mayors-and-pccs', 'by-elections')"
        " AND party_id NOT IN (SELECT party_id FROM candidacy UNION SELECT party_id FROM ward_party"
        "  UNION SELECT party_id FROM councillor UNION SELECT party_id FROM election_party"
        "  UNION SELECT party_id FROM office_candidacy UNION SELECT party_id FROM reported WHERE party_id IS NOT NULL)"
    )
    assert rows == []


def test_a_name_read_twice_is_put_right(query: Any) -> None:
    assert query("SELECT name FROM candidacy WHERE name LIKE '%Ã%' OR name LIKE '%Â%'") == []
