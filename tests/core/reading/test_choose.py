"""Which reading is meant: names narrowed by the tables, several readings asked back."""

from __future__ import annotations

import threading
from collections.abc import Callable

from assistant.answer.model import Answer, Outcome
from assistant.core.assistant import Assistant

Ask = Callable[[str], Answer]


def test_a_ward_in_many_councils_is_asked_back_with_those_that_voted(ask: Ask) -> None:
    answer = ask("who won Castle in 2018")
    assert answer.outcome is Outcome.AMBIGUOUS
    assert {"Castle in Lincoln", "Castle in Tamworth"} <= {choice.label for choice in answer.choices}
    assert ask(answer.choices[0].question).outcome is Outcome.ANSWERED


def test_a_ward_is_sought_beside_the_other_ward_that_is_named(ask: Ask) -> None:
    answer = ask("what is the difference in majority between Gornal and Belle Vale in 2016?")
    assert answer.outcome is Outcome.ANSWERED
    assert "Belle Vale in Dudley" in answer.sentence


def test_a_town_that_is_a_council_and_a_ward_is_the_council(ask: Ask) -> None:
    assert "Reading" in ask("who won Reading in 2021").sentence
    assert ask("who won Reading in 2021").value == "Labour"


def test_a_year_is_no_number_of_seats(ask: Ask) -> None:
    assert ask("green party seats in solihull 2022").value == 13


def test_what_was_passed_over_and_read_otherwise_is_said(ask: Ask) -> None:
    notes = " ".join(ask("please who won Dudly in 2018 thanks").assumed)
    assert "“please”" in notes
    assert "“thanks”" in notes
    assert "Dudley" in notes


def test_that_no_place_was_named_is_said(ask: Ask) -> None:
    assert any("all councils" in note for note in ask("which party controls the most councils in 2022").assumed)


def test_one_assistant_answers_several_threads(core: Assistant) -> None:
    questions = ["who controls Dudley", "who controls Leeds", "who won Gornal in 2018"] * 2
    found: dict[int, object] = {}

    def work(at: int, text: str) -> None:
        found[at] = core.ask(text).value

    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(questions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[i] for i in range(3)] == [found[i] for i in range(3, 6)]
    assert found[2] == "Bryn Challenor"
