"""Seats and majorities that are had, lost, kept and defended, and figures held against those of others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer.model import Answer

Ask = Callable[[str], Answer]

READINGS = [
    ("in how many metropolitan boroughs did Labour lose its majority in 2026", "where Labour lost control in 2026"),
    (
        "did Labour overturn a Conservative majority in Swindon in 2023",
        "gain control of Swindon from the Conservatives",
    ),
    ("how many seats was UKIP defending in Dudley in 2018", "the UKIP seats defended in Dudley in 2018"),
    (
        "when did Labour first win control of Westminster",
        "the first year in which Labour gained control of Westminster",
    ),
    ("how many seats did Labour hold before the 2022 election in Wandsworth", "seats held in Wandsworth in 2021"),
    ("councils where Labour won most seats in 2023", "where Labour is the party with the most seats won"),
    (
        "how many Scottish councils had any one party in overall control in 2022",
        "that were under overall control in 2022",
    ),
    (
        "where did the Lib Dems win a majority on less than 40% of the vote in 2023",
        "share of the vote in 2023 was under 40%",
    ),
    (
        "was turnout higher in the wards Labour won in Leeds in 2023 than in those the Conservatives won",
        "in the wards of Leeds that the Conservatives won in 2023",
    ),
    ("which councils has Labour controlled without a break since 1973", "in every year since 1973"),
    ("which district councils became Liberal Democrat in 2023", "where the Liberal Democrats gained control in 2023"),
    ("which councils in the North West fell to Labour in 2023", "where Labour gained control in 2023"),
    ("when did Bristol become hung", "years in which Bristol fell to no overall control"),
    ("which shire counties did Reform win outright in 2025", "that Reform UK controlled in 2025"),
    (
        "wards of Leeds where the majority was under 10% in 2023",
        "majority in per cent of the vote in 2023 was under 10%",
    ),
    ("which party had most county councillors in Lancashire in 2021", "the most seats held in Lancashire in 2021"),
    ("seats held by the Conservatives in Brighton and Hove in 2023", "in Brighton and Hove in 2023"),
    ("every London borough and who ran it in 2019", "the parties that controlled that council in 2019"),
    ("where was the Lib Dem vote share highest in 2022", "the highest Liberal Democrat share of the vote in 2022"),
    ("wards in Wirral won by a single vote in 2022", "the majority in 2022 was exactly 1"),
]


@pytest.mark.parametrize(("text", "part"), READINGS)
def test_what_is_meant(ask: Ask, text: str, part: str) -> None:
    assert part in (ask(text).reading or "")


VALUES = [
    ("how many seats was UKIP defending in Dudley in 2018", 7),
    ("how many seats short of a majority were Labour in Thurrock after the 2021 elections", 9),
    ("does Labour hold all 72 seats on Sandwell council after the 2019 elections", True),
    ("does Labour hold all 70 seats on Sandwell council after the 2019 elections", False),
    ("what separated Labour and the Tories in seats in Plymouth in 2018", 5),
    ("how many more seats than the Lib Dems did the Conservatives win in Somerset in 2017", 23),
    ("were all of Knowsley's wards won by Labour in 2022", False),
    ("by how many seats did the Conservatives control Westminster after 2018", 22),
    ("how far short of control were the Conservatives in Cherwell in 2023", 5),
    ("how many of the seven seats it was defending in Dudley did UKIP hold on to in 2018", 0),
    ("which party was the biggest loser in Leeds in 2023", "Conservative"),
    ("Labour's worst result in a London borough in 2022", "Richmond upon Thames"),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_a_figure(ask: Ask, text: str, value: object) -> None:
    assert ask(text).value == value


def test_several_parties_are_counted_each(ask: Ask) -> None:
    told = ask("how many London boroughs did Labour and the Conservatives each control in 2018").sentence
    assert "Labour 21" in told and "the Conservatives on 7" in told


def test_seats_are_not_what_a_council_was_lost_by(ask: Ask) -> None:
    assert ask("which council did the Conservatives lose by the fewest seats in 2023").reading is None
