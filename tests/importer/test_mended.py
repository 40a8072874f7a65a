"""What a source has wrong and other sources put right, as shipped; each was found by `assistant data verify`."""

from typing import Any

import pytest

from assistant.importer.readers.authorities import reviewed


def seats(query: Any, council_id: str, year: int) -> dict[str, int]:
    rows = query("SELECT party_id, seats FROM composition WHERE council_id = ? AND year = ?", council_id, year)
    return dict(rows)


def test_a_composition_of_before_the_poll_gives_way_to_the_roster(query: Any) -> None:
    """The source has 41 Conservatives in Warwickshire after a poll that elected nine."""
    found = seats(query, "warwickshire", 2025)
    assert (found["reform-uk"], found["conservative"], found["liberal-democrat"]) == (23, 9, 14)
    control = "SELECT majority_party, administration, source_id FROM control WHERE council_id = ? AND year = ?"
    assert query(control, "warwickshire", 2025) == [(None, None, "ocd-councillors-2025")]


def test_a_composition_of_before_the_poll_is_left_out_where_the_roster_is_too(query: Any) -> None:
    assert seats(query, "milton-keynes", 2021) == {}
    assert seats(query, "milton-keynes", 2022)["conservative"] == 23


def test_the_greens_of_scotland_are_counted_in_2025_as_in_other_years(query: Any) -> None:
    for year in (2024, 2025, 2026):
        assert seats(query, "city-of-edinburgh", year)["green"] >= 10
    [(runs,)] = query("SELECT administration FROM control WHERE council_id = 'city-of-edinburgh' AND year = 2025")
    assert runs == "LAB min"


FIELDS = ("votes", "elected")
APPLIED = [row for row in reviewed("corrections.csv") if row["taken"] == "applied" and row["field"] in FIELDS]


@pytest.mark.parametrize("row", APPLIED, ids=lambda row: f"{row['ward']}-{row['candidate']}-{row['field']}")
def test_a_candidate_put_right_is_held_so(query: Any, row: dict[str, str]) -> None:
    found = query(
        f"SELECT {row['field']}::INTEGER FROM candidacy d JOIN contest t USING (contest_id) WHERE t.council_id = ?"
        " AND lower(t.ward) = lower(?) AND t.year = ? AND ? IN (d.name, d.printed)",
        row["council_id"], row["ward"], int(row["year"]), row["candidate"],
    )  # fmt: skip
    assert found == [(int(row["now"]),)]


def test_every_finding_is_judged_and_has_its_evidence(query: Any) -> None:
    [(findings, without)] = query("SELECT count(*), count(*) FILTER (length(evidence) < 4) FROM correction")
    assert findings > 1000 and without == 0


def test_the_walton_society_is_nobody_from_wales(query: Any) -> None:
    """electionresults.uk takes Elmbridge's WALSOC for the Welsh Socialist Republican Party."""
    found = query("SELECT DISTINCT party_id FROM election_party WHERE label LIKE '%Walton%' OR label LIKE 'Welsh Soc%'")
    assert found == [("walton-society",)]


def test_a_turnout_within_its_rounding_stays_as_published(query: Any) -> None:
    """34.6 less 34.3 is a little more than 0.3 to a computer."""
    found = query("SELECT turnout FROM contest WHERE contest_id = 'local.cambridgeshire.cambourne.2025-05-01'")
    assert found == [(34.6,)]


def test_seats_up_have_those_that_nobody_contested(query: Any) -> None:
    """The handbook of 2023 leaves out wards without a contest: 13 of East Lindsey's 55 places."""
    found = query("SELECT seats_up FROM election WHERE election_id = 'local.east-lindsey.2023-05-04'")
    assert found == [(55,)]
