"""The everyday questions: winners, a party's people, places beside what they are in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer.model import Answer, Outcome

Ask = Callable[[str], Answer]

READINGS = {
    "hyde godley tameside 2018 winner": "people that won Hyde Godley in Tameside in 2018",
    "runner up Stantonbury milton keynes 2024": "people that came second in Stantonbury in Milton Keynes in 2024",
    "second place crome ward norwich 2016": "people that came second in Crome in Norwich in 2016",
    "how many votes did the winner get in Headingley and Hyde Park in 2022": (
        "the votes in Headingley and Hyde Park in Leeds in 2022 "
        "of the people that won Headingley and Hyde Park in Leeds in 2022"
    ),
    "how many greens were elected in Bristol in may 2024": "the Green seats won in Bristol in 2024",
    "how many greens stood in Bury 2022": "the Green candidates in Bury in 2022",
    "how many tories sit on Tower Hamlets council": "the Conservative seats held in Tower Hamlets in 2026",
    "which independents were elected in Herefordshire 2019": (
        "people that won at least 1 ward of Herefordshire for independents in 2019"
    ),
    "tories elected in Wandsworth 2018": "the Conservative seats won in Wandsworth in 2018",
    "north carr hull turnout 2023": "the turnout in North Carr in Kingston upon Hull in 2023",
    "labour councillors Worthing, West Sussex 2022": "the Labour seats held in Worthing in 2022",
    "Sheffield council control": "parties that controlled Sheffield in 2026",
}


@pytest.mark.parametrize(("text", "reading"), READINGS.items(), ids=READINGS)
def test_an_everyday_question_is_read(ask: Ask, text: str, reading: str) -> None:
    assert ask(text).reading == reading


def test_a_council_is_not_read_in_an_area_that_it_is_not_in(ask: Ask) -> None:
    assert ask("labour councillors Exeter, Kent 2022").outcome is not Outcome.ANSWERED


def test_a_party_does_not_vote(ask: Ask) -> None:
    assert ask("reform votes hirst northumberland 2025").value == 434


def test_members_of_a_party_on_a_council_are_those_who_sit(ask: Ask) -> None:
    assert ask("are there any lib dems on Wigan council").value is False


def test_what_is_ranked_is_asked_of_its_own_place(ask: Ask) -> None:
    assert "Labour 30" in ask("rank the parties in hull by seats in 2021").sentence


def test_gains_in_seats_are_a_figure(ask: Ask) -> None:
    assert ask("lib dem gains in Portsmouth 2022").value == 2
