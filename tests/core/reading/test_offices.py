"""Offices in questions: who holds them, those who ran for them as a kind, and who came before whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer.model import Answer, Outcome

Ask = Callable[[str], Answer]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("which PCCs are Conservative", 19),
        ("how many Conservative PCCs are there", 19),
        ("how many mayors does Labour have", 19),
        ("which metro mayor won with the biggest majority in 2024", "Mayor of Greater Manchester"),
        ("which PCC was elected with the lowest share of the vote in 2024", "Wiltshire Police and Crime Commissioner"),
        ("list the mayors elected in 2025", 6),
        ("which mayors lost in 2024", "Andy Street"),
        ("by how many votes did Labour take the Cleveland PCC role", 6441),
        ("who holds the Kent PCC post", "Matthew Scott"),
    ],
)
def test_those_who_hold_or_sought_an_office(ask: Ask, text: str, value: object) -> None:
    answer = ask(text)
    assert value == answer.value or str(value) in answer.sentence


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("who was PCC for Kent before Matthew Scott", "Ann Barnes"),
        ("who was mayor of the West Midlands after Andy Street", "Richard Parker"),
        ("who succeeded Andy Street", "Richard Parker"),
        ("who succeeded Andy Street as mayor of the West Midlands", "Richard Parker"),
    ],
)
def test_who_came_before_and_after_in_an_office(ask: Ask, text: str, value: str) -> None:
    assert ask(text).value == value


def test_a_seat_that_was_won_by_few_votes_had_a_small_majority(ask: Ask) -> None:
    assert ask("which ward in Leeds was won by the fewest votes in 2023").value == "Pudsey"


def test_of_candidates_who_are_not_all_held_none_is_the_last(ask: Ask) -> None:
    assert ask("who came last in the 2024 London mayoral race").outcome is Outcome.NO_DATA
    assert ask("how many candidates stood for mayor of London in 2024").outcome is Outcome.NO_DATA
    assert ask("how many candidates stood for mayor of London in 2021").value == 20


def test_first_preferences_are_those_of_the_first_round(ask: Ask) -> None:
    text = "who got the most first preference votes in the 2021 Cambridgeshire and Peterborough mayoral election"
    assert ask(text).value == "James Palmer"


def test_the_year_tells_which_office_a_person_sought(ask: Ask) -> None:
    assert ask("how many votes did Ben Houchen get in 2024").value == 81930


def test_no_office_is_the_closest_where_few_majorities_are_held(ask: Ask) -> None:
    assert ask("which PCC won with the smallest majority in 2016").outcome is Outcome.NO_DATA


def test_a_candidate_whose_name_is_not_held_is_the_candidate_of_the_party(ask: Ask) -> None:
    assert "Labour candidate" in ask("who lost the Essex PCC contest in 2024").sentence
