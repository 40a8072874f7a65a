"""Comparisons and choices between things that are named, as people put them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer.model import Answer, Outcome

Ask = Callable[[str], Answer]

CHOICES = [
    ("who got more votes in Exeter in 2018, Labour or the Greens", "Labour"),
    ("Labour or the Greens: who got more votes in Exeter in 2018", "Labour"),
    ("did Labour or the Greens win more seats in Exeter in 2018", "Labour"),
    ("was it Labour or the Greens that won the most seats in Exeter in 2018", "Labour"),
    ("between Lincoln and Exeter where did Labour win more seats in 2018", "Exeter"),
    ("was turnout higher in Gloucester or in Cheltenham in 2021", "Cheltenham"),
    ("turnout in 2021, lower in Gloucester or Cheltenham", "Gloucester"),
    ("did Labour have more councillors in Derby in 2012 or in 2019", 2012),
    ("2012 or 2019 - when did Labour have fewer seats in Derby", 2019),
    ("which was closer in Leeds in 2022, Ardsley and Robin Hood or Kippax and Methley", "Ardsley and Robin Hood"),
]


@pytest.mark.parametrize(("text", "first"), CHOICES)
def test_which_of_those_named(ask: Ask, text: str, first: str | int) -> None:
    assert ask(text).value == first


def test_the_others_are_told_with_the_first(ask: Ask) -> None:
    told = ask("which had more votes for Labour in 2022: Dudley, Walsall or Wolverhampton")
    assert "31,452 votes; then Wolverhampton (28,685 votes), Walsall (25,174 votes)" in (told.sentence or "")
    assert len(told.rows) == 3


def test_none_is_first_where_one_is_not_held(ask: Ask) -> None:
    told = ask("was turnout higher in 2016 or 2018 in Dudley")
    assert told.outcome is Outcome.NO_DATA
    assert "in 2016 is not held" in (told.sentence or "")


EITHER = [
    ("did the Greens have more or fewer than 10 seats in Norwich in 2019", "below"),
    ("did the Greens have less or more than 8 seats in Norwich in 2019", "above"),
    ("did Elland have more or fewer electors than Skircoat in 2018", "smaller"),
    ("is the majority of Gornal bigger or smaller than Sedgley in 2018", "smaller"),
]


@pytest.mark.parametrize(("text", "which"), EITHER)
def test_of_both_directions_the_one_that_is_so(ask: Ask, text: str, which: str) -> None:
    told = ask(text)
    assert told.value == which
    assert not (told.sentence or "").startswith(("Yes", "No"))


THAN = [
    (
        "does Eastbourne have more Lib Dems than Lewes",
        "do the Liberal Democrats hold more seats in Eastbourne than in Lewes now",
    ),
    (
        "were there more Lib Dem than Conservative councillors in Dorset in 2024",
        "did the Liberal Democrats hold more seats than the Conservatives in Dorset in 2024",
    ),
    ("councils with more Greens than Labour", "councils where the Greens hold more seats than Labour now"),
    (
        "which wards in Dudley had fewer Labour votes than Gornal in 2018",
        "wards of Dudley where Labour received fewer votes than in Gornal in Dudley in 2018",
    ),
]


@pytest.mark.parametrize(("text", "reading"), THAN)
def test_more_than_another(ask: Ask, text: str, reading: str) -> None:
    assert ask(text).reading == reading
