"""Who was in control over the years, and figures from one year to another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer.model import Answer

Ask = Callable[[str], Answer]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("history of control in Plymouth", "for each year in which Plymouth was there"),
        ("control history of Plymouth since 2003", "for each year since 2003 in which Plymouth was there"),
        ("Plymouth control history", "for each year in which Plymouth was there"),
        ("who has run Plymouth over the years", "for each year in which Plymouth was there"),
        ("control of Plymouth 1996 to 2023", "for each year between 1996 and 2023 in which Plymouth was there"),
    ],
)
def test_a_history_of_control_is_told_year_by_year(ask: Ask, text: str, reading: str) -> None:
    assert ask(text).reading == f"{reading}: the parties that controlled Plymouth in that year"


def test_years_are_told_from_one_to_another_without_from(ask: Ask) -> None:
    expected = "Labour's net change in seats in Leeds between 2018 and 2022 by year"
    assert ask("Labour net change in Leeds 2018 to 2022").reading == expected


def test_over_the_years_is_every_year_held(ask: Ask) -> None:
    assert ask("turnout in Leeds over the years").reading == "the turnout in Leeds by year"


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("turnout history of Wigan", "the turnout in Wigan by year"),
        ("trend of turnout in Wigan", "the turnout in Wigan by year"),
        ("Tory seats on Wandsworth year by year", "the Conservative seats held in Wandsworth by year"),
        ("Labour councillors in Sheffield from 2015 on", "the Labour seats held in Sheffield since 2015 by year"),
        ("Labour councillors on Worthing the year after 2021", "the Labour seats held in Worthing in 2022"),
        ("election history of Leeds", "the results in Leeds"),
    ],
)
def test_a_figure_is_told_over_the_years_that_are_meant(ask: Ask, text: str, reading: str) -> None:
    assert ask(text).reading == reading
