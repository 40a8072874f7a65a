"""Claims, premises and asks of the same thing: what is asked, and what is told instead where it is not so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer.model import Answer, Outcome

Ask = Callable[[str], Answer]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("isn't York run by the Tories", "did the Conservatives control York in 2026"),
        ("the Labour candidate won Low Fell in 2019", "did Labour win Low Fell in Gateshead in 2019"),
        (
            "true or false? the highest turnout in Watford in 2018 was over 45%",
            "was the highest turnout across the wards of Watford in 2018 over 45%",
        ),
        (
            "How many seats did Labour win in Hull in 2018 and how many votes did they get?",
            "the Labour seats won in Kingston upon Hull in 2018; and the Labour votes in Kingston upon Hull in 2018",
        ),
    ],
)
def test_a_claim_is_read_as_what_is_asked(ask: Ask, text: str, reading: str) -> None:
    assert ask(text).reading == reading


def test_a_denied_control_says_who_had_it(ask: Ask) -> None:
    told = ask("was Kirklees under Labour control in 2017")
    assert told.value is False
    assert "under no overall control: Labour 34" in (told.sentence or "")


def test_how_much_somebody_won_by_who_did_not_is_corrected(ask: Ask) -> None:
    told = ask("by how many votes did the Greens win Pleck in 2016")
    assert told.value is False
    assert "1,534 ahead" in (told.sentence or "")


def test_so_many_of_all_seats_is_told_with_how_many_there_were(ask: Ask) -> None:
    told = ask("how many of the 72 seats did Labour win in Dudley in 2016")
    assert told.value == 14
    assert "not 72 seats" in (told.sentence or "")


def test_who_it_is_in_a_second_ask_is_who_the_first_found(ask: Ask) -> None:
    told = ask("which party won Bury in 2022 and how many votes did they get")
    assert "Labour took 69,271 votes" in (told.sentence or "")


def test_a_year_without_a_poll_names_the_nearest(ask: Ask) -> None:
    told = ask("how did Kent vote in 2018")
    assert told.outcome is Outcome.NO_DATA
    assert "2017 and 2021" in (told.sentence or "")


def test_a_majority_that_there_is_not_is_told_as_none(ask: Ask) -> None:
    assert "no majority" in (ask("how large was the Green majority in Lancaster in 2019").sentence or "")


def test_the_only_party_is_one_beside_which_there_is_no_other(ask: Ask) -> None:
    told = ask("was Labour the only party to win a seat in Gateshead in 2019")
    assert told.value is False
    assert "2 parties" in (told.sentence or "")


def test_a_ranking_of_parties_says_what_the_first_did(ask: Ask) -> None:
    told = ask("which party won most wards in Dudley in 2018")
    assert told.sentence == "In 2018, the Conservatives won 14 wards of Dudley, the most of any party."


def test_anyone_is_anyone_who_did_it(ask: Ask) -> None:
    assert ask("does anyone have an overall majority in Kent").reading == "was Kent under overall control in 2026"


def test_a_premise_before_its_question_is_checked(ask: Ask) -> None:
    assert ask("since Labour controls Surrey how many seats do they have").value is False
    assert ask("Labour had a majority in Merton in 2014. By how many seats?").value == 12
