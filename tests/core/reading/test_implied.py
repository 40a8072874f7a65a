"""What words imply beside what they say: of councils won, a describing place, anybody's majority, a time before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer.model import Answer

Ask = Callable[[str], Answer]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("how many councils did Labour win in 2023", 70),
        ("how many seats does the party in control of Walsall have", 40),
        ("did any party have overall control of Stockport in 2023", False),
        ("how many parties sit on Barnsley council", 4),
        ("how many Labour councillors did Wirral have before the 2023 election", 26),
        ("how long has Labour controlled Ipswich", 16),
        ("how long did Labour control Ipswich", 25),
    ],
)
def test_what_is_meant(text: str, value: object, ask: Ask) -> None:
    assert ask(text).value == value


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("who runs the council that Marfleet ward is in", "Kingston upon Hull"),
        ("what proportion of the seats up in Rotherham in 2014 did UKIP take", "share of the seats won in Rotherham"),
        ("have the Greens got overall control of Norwich", "did the Greens control Norwich in 2026"),
        ("turnout in Leeds 2022 vs 2024", "for each of 2022 and 2024: the turnout in Leeds"),
        ("altrincham trafford turnout 2016", "the turnout in Altrincham in Trafford in 2016"),
        (
            "which London boroughs did Labour control throughout 1997 to 2010",
            "Labour controlled in every year between 1997 and 2010",
        ),
        ("which party is Worcester council", "parties that controlled Worcester in 2026"),
        ("lowest turnout ward manchester 2026", "the ward of Manchester with the lowest turnout in 2026"),
    ],
)
def test_how_it_is_read(text: str, reading: str, ask: Ask) -> None:
    answered = ask(text)
    assert reading in f"{answered.reading} {answered.sentence}"
