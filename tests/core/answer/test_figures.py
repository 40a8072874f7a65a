"""How much, how many: the figure, the sentence that an editor would print, and what stands behind it."""

from __future__ import annotations

from assistant.answer.model import Outcome, Unit
from assistant.core.meaning import build as b
from assistant.core.meaning.nodes import Value
from tests.core.answer.conftest import Answers
from tests.core.meant import (
    CONSERVATIVES,
    COUNCIL,
    GREENS,
    LABOUR,
    NOW,
    WARD,
    area,
    council,
    councils,
    ward,
    wards,
    y,
)


def test_seats_of_a_party_on_a_council_are_told_in_the_present_where_they_are_the_newest(answered: Answers) -> None:
    told = answered(b.value(b.measure("seats held", place=council("dudley"), party=LABOUR, time=NOW)))
    assert told.sentence == "Labour holds 15 seats on Dudley council in 2026."
    assert (told.value, told.unit) == (15, Unit.COUNT)


def test_a_figure_of_a_described_ward_names_the_ward_and_tells_why_it_is_that_one(answered: Answers) -> None:
    turnout = b.measure("turnout", place=WARD, time=y(2018))
    highest = b.ranked(wards("walsall", 2018), turnout, "most")
    told = answered(b.value(b.measure("votes", place=highest, party=CONSERVATIVES, time=y(2018))))
    assert told.sentence == "The Conservatives took 4,795 votes in Paddock in Walsall in 2018."
    assert told.notes == ("In 2018, the ward of Walsall with the highest turnout: Paddock (44.9%).",)


def test_a_count_shows_what_it_counted_with_the_figures_of_its_conditions(answered: Answers) -> None:
    held = b.measure("seats held", place=COUNCIL, party=CONSERVATIVES, time=NOW)
    many = councils(
        None,
        b.claim("control", place=COUNCIL, party=LABOUR, time=NOW),
        b.compare(held, ">", b.number(10)),
    )
    told = answered(b.value(b.count(many)))
    assert told.sentence == "In 2026, Labour controls 14 councils where the Conservatives hold more than 10 seats."
    assert told.value == len(told.rows) == 14
    assert [c.title for c in told.columns] == ["Council", "Labour seats", "Size", "Conservative seats"]


def test_a_share_over_an_area_has_all_votes_of_the_area_below_it(answered: Answers) -> None:
    boston = b.named("party", "boston-independent")
    share = b.measure("share of the vote", place=area("nation:england"), party=boston, time=y(2023))
    told = answered(b.value(share))
    assert isinstance(told.value, float) and 0.07 < told.value < 0.08
    assert told.coverage is not None and "councils that voted" in told.coverage


def test_an_average_says_what_it_is_over_and_lists_its_members(answered: Answers) -> None:
    won = b.select("ward", council("walsall"), b.claim("win", place=WARD, party=LABOUR, time=y(2018)))
    told = answered(b.value(b.over("mean", b.measure("turnout", place=WARD, time=y(2018)), won)))
    assert told.sentence == "In 2018, the average turnout across the wards of Walsall that Labour won was 28.9%."
    assert len(told.rows) == 7


def test_a_difference_has_both_its_sides(answered: Answers) -> None:
    labour = b.measure("share of the vote", place=council("dudley"), party=LABOUR, time=y(2018))
    tories = b.measure("share of the vote", place=council("dudley"), party=CONSERVATIVES, time=y(2018))
    told = answered(b.value(b.difference(labour, tories)))
    assert told.sentence == (
        "In 2018, the difference between Labour and the Conservatives in the share of the vote in Dudley was "
        "−8.9 points (39.2% against 48.1%)."
    )
    assert told.unit is Unit.POINTS


def test_a_percentage_of_a_set_has_both_its_counts(answered: Answers) -> None:
    won = b.portion(wards("dudley", 2018), b.claim("win", place=WARD, party=LABOUR, time=y(2018)))
    assert answered(b.value(won)).sentence.endswith("was 41.7% (10 of 24).")


def test_a_party_that_did_not_stand_has_no_seats(answered: Answers) -> None:
    seats = b.measure("seats held", place=council("dudley"), party=GREENS, time=y(2018))
    told = answered(b.value(seats))
    assert (told.outcome, told.value) == (Outcome.ANSWERED, 0)
    assert told.sentence == "The Greens held no seats on Dudley council in 2018."


def test_seats_short_of_a_majority_are_said_of_the_party(answered: Answers) -> None:
    short = Value(b.measure("seats short", place=council("coventry"), party=LABOUR, time=NOW))
    assert answered(short).sentence == "Labour is 4 seats short of a majority on Coventry council in 2026 (24 of 54)."


def test_a_position_is_a_place_that_was_come_in(answered: Answers) -> None:
    place = b.measure("position", place=ward("dudley/gornal"), party=LABOUR, time=y(2016))
    assert answered(b.value(place)).sentence == "Labour came second in Gornal in Dudley in 2016."


def test_a_figure_of_two_parties_together_has_each_beside_it(answered: Answers) -> None:
    both = b.several(CONSERVATIVES, LABOUR)
    told = answered(b.value(b.measure("net change", place=council("solihull"), party=both, time=y(2019))))
    assert told.sentence == "The Conservatives and Labour lost a net 6 seats on Solihull council in 2019."
    assert told.rows == ({"figure": "Conservative", "value": -6}, {"figure": "Labour", "value": 0})


def test_what_was_filled_in_stands_apart_from_the_notes(answered: Answers) -> None:
    told = answered(b.value(b.measure("size", place=council("dudley"), time=NOW)))
    assert (told.sentence, told.assumed, told.notes) == ("Dudley council has 72 seats in 2026.", (), ())
