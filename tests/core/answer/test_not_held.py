"""What is not held is denied exactly, with what is held instead; it is never a no, none or nought."""

from __future__ import annotations

from assistant.answer.model import Outcome
from assistant.core.meaning import build as b
from tests.core.answer.conftest import Answers
from tests.core.meant import CONSERVATIVES, LABOUR, PARTY, PERSON, WARD, council, ward, y


def test_ward_results_that_are_not_held_name_the_years_that_are_and_the_councils_seats(answered: Answers) -> None:
    won = b.select("ward", council("solihull"), b.claim("win", place=WARD, party=CONSERVATIVES, time=y(2015)))
    told = answered(b.value(b.count(won)))
    assert (told.outcome, told.value) == (Outcome.NO_DATA, None)
    assert told.sentence == "The results of wards in Solihull in 2015 are not held."
    assert told.notes[0].startswith("The council's seats in 2015 are held: Conservative")
    assert told.notes[1].startswith("Held instead: 2014, 2016")


def test_a_negation_of_what_is_not_held_lists_nobody(answered: Answers) -> None:
    lost = b.negate(b.claim("win", place=WARD, party=LABOUR, time=y(2012)))
    told = answered(b.listing(b.select("ward", council("dudley"), lost), may_be_empty=True))
    assert (told.outcome, told.rows) == (Outcome.NO_DATA, ())


def test_a_year_without_a_poll_has_no_turnout(answered: Answers) -> None:
    told = answered(b.value(b.measure("turnout", place=council("dudley"), time=y(2017))))
    assert told.sentence == "No scheduled election in Dudley in 2017 is on record."


def test_an_unopposed_seat_has_no_votes_and_says_why(answered: Answers) -> None:
    told = answered(b.value(b.measure("votes", place=ward("fenland/bassenhally"), party=LABOUR, time=y(2019))))
    assert told.outcome is Outcome.NO_DATA
    assert "stood unopposed" in told.sentence


def test_a_party_that_a_source_lumps_together_has_no_figure(answered: Answers) -> None:
    alliance = b.named("party", "broxtowe-alliance")
    told = answered(b.value(b.measure("seats held", place=council("broxtowe"), party=alliance, time=y(2026))))
    assert told.outcome is Outcome.NO_DATA
    assert "does not count Broxtowe Alliance apart" in told.sentence


def test_no_largest_party_is_claimed_where_other_is_larger(answered: Answers) -> None:
    seats = b.measure("seats held", place=council("central-bedfordshire"), party=PARTY, time=y(2023))
    stood = b.select("party", None, b.claim("stand", place=council("central-bedfordshire"), party=PARTY, time=y(2023)))
    told = answered(b.listing(b.ranked(stood, seats, "most")))
    assert told.outcome is Outcome.NO_DATA
    assert "cannot be told" in told.sentence


def test_of_a_ward_whose_poll_was_put_off_nobody_won_and_nobody_lost(answered: Answers) -> None:
    moorside = ward("bury/moorside")
    told = answered(b.listing(b.select("person", None, b.claim("win", place=moorside, person=PERSON, time=y(2026)))))
    assert told.outcome is Outcome.NO_DATA
    assert told.notes[0].startswith("Moorside in 2026: no poll was held on that day")
    lost = answered(b.whether(b.claim("lose", place=moorside, party=LABOUR, time=y(2026))))
    assert lost.outcome is Outcome.NO_DATA


def test_a_turnout_that_few_wards_bear_out_is_no_figure_of_the_council(answered: Answers) -> None:
    told = answered(b.value(b.measure("turnout", place=council("sunderland"), time=y(2026))))
    assert (told.outcome, told.value) == (Outcome.NO_DATA, None)
