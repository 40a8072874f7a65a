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
