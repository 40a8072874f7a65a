"""Questions about the assistant itself, and figures as they were reported: text → the reading said back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer.model import Answer, Outcome
from assistant.core.assistant import Assistant

Ask = Callable[[str], Answer]


@pytest.mark.parametrize(
    ("question", "reading"),
    [
        ("what can I ask", "about help"),
        ("what sort of questions can you answer?", "about help"),
        ("what do you have on Walsall", "about the data held in Walsall"),
        ("have you got anything on turnout in Bury", "about the data held on turnout in Bury"),
        ("where do your figures come from", "about the sources"),
        ("how up to date is your data?", "about the newest data"),
        ("what is a coalition", "about coalition"),
        ("what does 'net change' mean", "about net change"),
        ("what is NOC", "about no overall control"),
        ("how is swing worked out", "about swing"),
        ("what do you mean by majority", "about majority"),
        ("what do you know about Bury", "about the data held in Bury"),
        ("who says so", "about the sources"),
        ("who are you", "about help"),
    ],
)
def test_what_is_asked_of_the_assistant_is_about_a_topic(ask: Ask, question: str, reading: str) -> None:
    answer = ask(question)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.reading == reading
    assert ask(reading).sentence == answer.sentence


def test_why_somebody_did_something_is_no_question_of_a_basis(ask: Ask) -> None:
    assert ask("why did Labour lose Dudley in 2016").outcome is Outcome.OUT_OF_SCOPE


@pytest.mark.parametrize(
    "question",
    [
        "why does the BBC say Labour lost 18 seats in 2016",
        "why are there two figures for Labour's net change in England in 2016",
        "Labour's net change in England in 2016, both bases",
    ],
)
def test_why_figures_differ_names_each_basis(ask: Ask, question: str) -> None:
    told = ask(question).sentence
    assert "−18, last fought (BBC)" in told
    assert "−15, eve of poll" in told


def test_which_basis_that_is_takes_the_figure_told_before(core: Assistant) -> None:
    core.reset()
    core.ask("Labour net seats in Derby in 2016")
    reading = core.ask("which basis is that?").reading
    assert reading == "about the basis of Labour's net change in seats in Derby in 2016"


@pytest.mark.parametrize(
    ("question", "value", "reading"),
    [
        (
            "Labour net seats England 2016 with 80 of 124 councils declared",
            -24,
            "Labour's net change in seats in England in 2016 with 80 of 124 declared",
        ),
        ("Labour net seats so far 2024", 58, "Labour's net change in seats in England in 2024 as counting went on"),
        (
            "with 96 declared, how many councils had no overall control in 2016",
            19,
            "the number of councils of England that were under no overall control in 2016 with 96 declared",
        ),
    ],
)
def test_a_figure_is_told_as_it_was_reported_at_a_point_of_the_count(
    ask: Ask, question: str, value: int, reading: str
) -> None:
    answer = ask(question)
    assert (answer.value, answer.reading) == (value, reading)


def test_a_point_of_the_count_at_which_nothing_was_reported_is_not_held(ask: Ask) -> None:
    assert ask("Labour net seats England 2016 with 50 declared").outcome is Outcome.NO_DATA


def test_a_net_change_that_was_published_goes_before_the_snapshots(ask: Ask) -> None:
    answer = ask("Labour net change England 2016")
    assert answer.value == -18
    assert any("−15, eve of poll" in note for note in answer.notes)
    assert any("snapshots" in note for note in answer.notes)


def test_what_is_held_of_a_year_says_what_is_not(ask: Ask) -> None:
    answer = ask("do you have results for 2013 in Bristol")
    assert answer.sentence == "Held for 2013 in Bristol: seats by party and control."
    assert any("not held of 2013" in note.lower() and "ward results" in note for note in answer.notes)


def test_of_several_parties_each_is_told_as_it_was_reported(ask: Ask) -> None:
    told = ask("net change of the Lib Dems and the Greens in England 2024 with 106 of 107 declared").sentence
    assert "Liberal Democrat +97" in told
    assert "Labour" not in told
