"""People in questions: who won and came second, who sits, by-elections to Parliament and of wards."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer.model import Answer, Outcome

Ask = Callable[[str], Answer]


@pytest.mark.parametrize(
    ("text", "value", "reading"),
    [
        ("who was the winner of Gornal in 2018", "Bryn Challenor", "people that won Gornal in Dudley in 2018"),
        ("who was the runner-up in Dudley in 2018", "Labour", "parties that came second in Dudley in 2018"),
        ("losers in Dudley 2018", 68, "people that stood and did not win in at least 1 ward of Dudley in 2018"),
        ("the winner in Leeds in 2023", "Labour", "parties that won Leeds in 2023"),
        ("who are the councillors for Gornal", 3, "people that represent Gornal in Dudley now"),
        (
            "which councillors in Dudley are Labour",
            25,
            "people that represented at least 1 ward of Dudley for Labour in 2025",
        ),
        ("who won the Hartlepool by-election", "Jill Mortimer", "people that won Hartlepool at by-elections in 2021"),
        ("Labour votes in the Hartlepool by-election", 8589, "the Labour votes for Hartlepool at by-elections in 2021"),
    ],
)
def test_who_is_meant(ask: Ask, text: str, value: object, reading: str) -> None:
    answer = ask(text)
    assert (answer.value, answer.reading) == (value, reading)


def test_votes_of_the_runner_up_are_those_of_the_same_ward(ask: Ask) -> None:
    answer = ask("votes of the runner-up in Gornal in 2018")
    assert answer.value == 1047
    assert "came second in Gornal" in str(answer.reading)


def test_a_by_election_is_never_the_scheduled_poll(ask: Ask) -> None:
    assert ask("by-election in Ossett in 2023").outcome is Outcome.NO_DATA
    assert "by-election" in ask("who won the Underhill by-election in Barnet in 2016").sentence


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("who was mayor of London in 2018", "Sadiq Khan"),
        ("is Andy Burnham mayor of Greater Manchester", True),
        ("when did Andy Street become mayor of the West Midlands", 2017),
        ("how many years was James Palmer the mayor of Cambridgeshire and Peterborough?", 4),
        ("which party holds the West Midlands mayoralty", "Labour"),
        ("who beat Eddie Freeman in Weoley in 2016?", "Julie Johnson"),
        ("by how many votes did Mark Hunter beat Stephen Robinson in 2016?", 1770),
        ("by how many votes did Andy Street lose", 1508),
        ("how close was it between Jane Begley and David Smith in Pennsylvania?", 373),
        ("was Gary Sambrook a councillor in 2021", True),
        ("is Gary Sambrook still a councillor", False),
    ],
)
def test_people_and_their_offices(ask: Ask, text: str, value: object) -> None:
    assert ask(text).value == value


def test_how_long_is_not_told_where_the_beginning_is_not_held(ask: Ask) -> None:
    assert ask("how long did Boris Johnson serve as mayor of London").outcome is Outcome.NO_DATA


def test_two_people_of_different_wards_did_not_meet(ask: Ask) -> None:
    answer = ask("how many votes was Mark Hunter ahead of Keith Holloway in 2016?")
    assert answer.outcome is Outcome.NO_DATA
