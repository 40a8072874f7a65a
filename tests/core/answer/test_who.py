"""Who won and who controls: told from the whole contest, which is the table."""

from __future__ import annotations

from assistant.core.meaning import build as b
from tests.core.answer.conftest import Answers
from tests.core.meant import NOW, PARTY, PERSON, council, ward, y


def test_the_winner_of_a_ward_is_told_with_votes_and_runner_up(answered: Answers) -> None:
    told = answered(
        b.listing(b.select("person", None, b.claim("win", place=ward("dudley/gornal"), person=PERSON, time=y(2016))))
    )
    assert told.sentence == (
        "David Stanley (Conservative) won Gornal in Dudley in 2016 with 1,283 votes (35.8%), "
        "27 ahead of Dave Branwood (Labour)."
    )
    assert told.value == "David Stanley"
    assert [row["elected"] for row in told.rows] == [True, False, False, False]


def test_a_ward_of_several_seats_and_parties_has_no_single_winner(answered: Answers) -> None:
    told = answered(
        b.listing(b.select("party", None, b.claim("win", place=ward("dudley/gornal"), party=PARTY, time=y(2024))))
    )
    assert told.value is None
    assert told.sentence.endswith("won the 3 seats of Gornal in Dudley in 2024.")


def test_a_council_poll_that_ties_names_both(answered: Answers) -> None:
    told = answered(
        b.listing(b.select("party", None, b.claim("win", place=council("dudley"), party=PARTY, time=y(2024))))
    )
    assert told.value is None
    assert told.sentence == (
        "The Conservatives and Labour tied for the most seats in Dudley in 2024 with 34 each of the 72 seats up."
    )


def test_no_overall_control_is_told_on_three_levels(answered: Answers) -> None:
    told = answered(
        b.listing(b.select("party", None, b.claim("control", place=council("dudley"), party=PARTY, time=NOW)))
    )
    assert told.value == "No overall control"
    assert told.sentence == (
        "Dudley council is under no overall control in 2026: the Conservatives hold 27 of the 72 seats, "
        "10 short of a majority."
    )
    assert "Administration: Conservative minority." in told.notes


def test_a_candidate_goes_by_the_party_of_then(answered: Answers) -> None:
    peterborough = b.named("office", "constituency:peterborough")
    second = b.claim("come", place=peterborough, person=PERSON, time=y(2019), number=2, poll="by-election")
    told = answered(b.listing(b.select("person", None, second)))
    assert told.value == "Mike Greene"
    assert "The Brexit Party" in told.sentence
    assert "Reform UK" not in str(told.rows)


def test_an_election_by_transferable_vote_has_first_preferences_and_no_majority(answered: Answers) -> None:
    airyhall = ward("aberdeen-city/airyhall-broomhill-garthdee")
    told = answered(b.listing(b.select("person", None, b.claim("win", place=airyhall, person=PERSON, time=y(2017)))))
    assert told.sentence.endswith("won the 3 seats of Airyhall/Broomhill/Garthdee in Aberdeen in 2017.")
    assert "votes are first preferences, and there is no majority" in told.notes[0]
    majority = answered(b.value(b.measure("majority", place=airyhall, time=y(2017))))
    assert majority.sentence.startswith("There is no majority in Airyhall/Broomhill/Garthdee in 2017")


def test_where_only_parties_are_held_the_party_won_and_the_votes_say_whose_they_are(answered: Answers) -> None:
    bickenhill = ward("solihull/bickenhill")
    told = answered(b.listing(b.select("party", None, b.claim("win", place=bickenhill, party=PARTY, time=y(2023)))))
    assert told.value == "Conservative"
    assert told.sentence.startswith("The Conservatives won Bickenhill in Solihull in 2023 with 1,479 votes")
    assert "only the votes of each party's best-placed candidate are held" in told.notes[0]


def test_a_tie_in_a_ward_was_settled_by_lot(answered: Answers) -> None:
    radcliffe = ward("bury/radcliffe-north-and-ainsworth")
    told = answered(b.listing(b.select("person", None, b.claim("win", place=radcliffe, person=PERSON, time=y(2022)))))
    assert any("settled by lot" in note for note in told.notes)
