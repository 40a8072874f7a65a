"""What is refused says which word stopped it, why, and what can be asked instead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer.model import Answer, Outcome

Ask = Callable[[str], Answer]


def test_an_unknown_word_is_named_and_the_question_without_it_offered(ask: Ask) -> None:
    answer = ask("which wards did Labour resplendently win in Dudley in 2018")
    assert answer.outcome is Outcome.NOT_UNDERSTOOD
    assert answer.caret is not None
    assert answer.caret.text == "resplendently"
    assert answer.suggestions[0] == "which wards did Labour win in Dudley in 2018"


def test_what_is_offered_is_answered(ask: Ask) -> None:
    answer = ask("how many seats did Labour win in Dudley in 2018 on a windy day")
    assert answer.suggestions
    assert all(ask(question).outcome is Outcome.ANSWERED for question in answer.suggestions)


def test_a_name_that_is_none_is_unknown_and_none_is_guessed(ask: Ask) -> None:
    answer = ask("who won Foobarville in 2018")
    assert answer.outcome is Outcome.UNKNOWN_NAME
    assert "Foobarville" in answer.sentence
    assert not answer.choices


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("who will win Dudley in 2027", "forecasts"),
        ("who should I vote for in Leeds", "opinions"),
        ("why did Labour lose Dudley", "causes"),
        ("what is the weather in Leeds", "other subjects"),
        ("who won the seat in the 2019 general election", "Parliament"),
    ],
)
def test_other_subjects_are_out_of_scope(ask: Ask, question: str, subject: str) -> None:
    answer = ask(question)
    assert answer.outcome is Outcome.OUT_OF_SCOPE
    assert subject in answer.sentence


def test_two_years_in_one_are_not_one(ask: Ask) -> None:
    answer = ask("turnout in Dudley 2016/17")
    assert answer.outcome is Outcome.NOT_UNDERSTOOD
    assert "two years" in answer.sentence


@pytest.mark.parametrize("text", ["", "   ", "?", "a" * 3000, "(((", "'s"])
def test_no_text_is_too_odd_to_be_refused(ask: Ask, text: str) -> None:
    assert ask(text).outcome is not Outcome.ANSWERED
