"""Yes or No comes first, with the record; what cannot be told is neither."""

from __future__ import annotations

from assistant.answer.model import Outcome
from assistant.core.meaning import build as b
from assistant.core.meaning.nodes import Among
from tests.core.answer.conftest import Answers
from tests.core.meant import CONSERVATIVES, LABOUR, WARD, council, ward, wards, y


def test_a_claim_that_is_false_is_corrected_with_the_record(answered: Answers) -> None:
    told = answered(b.whether(b.claim("win", place=ward("dudley/gornal"), party=LABOUR, time=y(2016))))
    assert told.value is False
    assert told.sentence == (
        "No: in 2016, Labour did not win Gornal in Dudley; the Conservatives won with 1,283 votes (35.8%), 27 ahead "
        "of Dave Branwood (Labour): the Conservatives 1,283, Labour 1,256, UKIP 988 votes."
    )


def test_level_for_first_is_not_won_and_is_told_as_a_tie(answered: Answers) -> None:
    told = answered(b.whether(b.claim("win", place=council("dudley"), party=LABOUR, time=y(2024))))
    assert told.value is False
    assert told.sentence.endswith("the Conservatives and Labour tied for the most seats, with 34 each.")


def test_a_ward_that_changed_hands_says_from_whom_to_whom(answered: Answers) -> None:
    told = answered(b.whether(b.claim("change hands", place=ward("dudley/gornal"), time=y(2016))))
    assert told.sentence == "Yes: in 2016, Gornal in Dudley changed hands; lost by Labour, gained by the Conservatives."


def test_who_is_not_the_lowest_is_told_who_is_with_both_figures(answered: Answers) -> None:
    lowest = b.ranked(wards("manchester", 2018), b.measure("turnout", place=WARD, time=y(2018)), "least")
    told = answered(b.whether(Among(ward("manchester/woodhouse-park"), lowest)))
    assert told.value is False
    assert "Fallowfield" in told.sentence and "18.0%" in told.sentence


def test_every_with_exceptions_counts_and_lists_them(answered: Answers) -> None:
    told = answered(
        b.whether(b.every(wards("camden", 2018), b.claim("win", place=WARD, party=CONSERVATIVES, time=y(2018))))
    )
    assert told.sentence == "No: in 2018, there were 15 wards of Camden that the Conservatives did not win."
    assert len(told.rows) == 15


def test_a_figure_against_a_number_says_how_it_stands_to_it(answered: Answers) -> None:
    held = b.measure(
        "seats held", place=council("birmingham"), party=b.named("party", "liberal-democrat"), time=y(2018)
    )
    told = answered(b.whether(b.compare(held, ">", b.number(10))))
    assert told.sentence == (
        "No: in 2018, the Liberal Democrats held 8 seats on Birmingham council, fewer than 10 seats."
    )


def test_two_figures_held_against_each_other_are_both_said(answered: Answers) -> None:
    before, after = (b.measure("turnout", place=council("leeds"), time=y(year)) for year in (2018, 2022))
    told = answered(b.whether(b.compare(after, ">", before)))
    assert told.sentence.startswith("Yes: the turnout in Leeds in 2022 was 35.1%")
    assert "34.4%" in told.sentence


def test_what_was_no_contest_is_neither_yes_nor_no(answered: Answers) -> None:
    told = answered(b.whether(b.claim("win", place=ward("dudley/gornal"), party=LABOUR, time=y(2017))))
    assert (told.outcome, told.value) == (Outcome.NO_DATA, None)
    assert "no contest in Gornal in Dudley in 2017 is on record" in told.sentence
