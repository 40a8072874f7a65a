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


@pytest.mark.parametrize("question", ["turnout", "who won", "who controls", "who controls the council", "is it hung"])
def test_a_question_of_one_place_that_names_none_asks_where(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.outcome is Outcome.AMBIGUOUS
    assert "where" in answer.sentence


@pytest.mark.parametrize(
    "question", ["turnout in 2018", "which council had the highest turnout", "how many councils are there"]
)
def test_a_question_of_all_places_is_not_asked_back(ask: Ask, question: str) -> None:
    assert ask(question).outcome is Outcome.ANSWERED


@pytest.mark.parametrize("question", ["who controlled Leeds in 1066", "Labour seats in Bury in 3000"])
def test_a_year_out_of_all_range_is_a_year(ask: Ask, question: str) -> None:
    assert ask(question).outcome is Outcome.NO_DATA


def test_a_council_that_is_no_more_is_told_with_what_came_after_it(ask: Ask) -> None:
    assert (
        "Corby council was abolished in 2021; North Northamptonshire came after it." in ask("who controls Corby").notes
    )


def test_what_opinion_polls_say_is_out_of_scope_even_where_it_could_be_read(ask: Ask) -> None:
    assert ask("what's Reform polling at in Kent").outcome is Outcome.OUT_OF_SCOPE


def test_a_ward_that_a_council_does_not_have_is_an_unknown_name(ask: Ask) -> None:
    answer = ask("who won Heaton Mersey in Stockport in 2015")
    assert answer.outcome is Outcome.UNKNOWN_NAME
    assert "in Stockport" in answer.sentence
    assert [choice.label for choice in answer.choices] == ["Heatons North in Stockport", "Heatons South in Stockport"]


def test_what_can_be_read_is_told_with_what_has_no_rule(ask: Ask) -> None:
    sentence = ask("who won Gornal in 2018 than under").sentence
    assert "I can read “who won Gornal in 2018”, but have no rule for “than under” beside it" in sentence


def test_a_turnout_that_is_only_reported_is_told_with_who_reported_it(ask: Ask) -> None:
    answer = ask("turnout in Birmingham in 2016")
    assert (answer.value, "BBC" in answer.sentence) == (31.88, True)


@pytest.mark.parametrize("ward", ["Hart", "Throston", "Seaton"])
def test_a_lead_over_independents_that_are_one_figure_is_not_known(ask: Ask, ward: str) -> None:
    told = ask(f"who won {ward} in Hartlepool in 2023").sentence
    assert "not known" in told
    assert "ahead of" not in told
