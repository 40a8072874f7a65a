"""Averages, totals, ratios, bounds and what is left out, as people put them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer.model import Answer

Ask = Callable[[str], Answer]

VALUES = [
    ("average electorate of a Salford ward in 2021", 9278.6),
    ("average Labour seats per council in Wales in 2017", 21.4),
    ("average number of Labour councillors in Camden between 2000 and 2009", 29.8),
    ("total number of seats the Greens won in Exeter between 2018 and 2022", 5),
    ("sum of Labour seats in Wigan and Bolton in 2019", 80),
    ("how many seats on Three Rivers were not held by the Lib Dems in 2019", 16),
    ("what's the ratio of Labour to Conservative seats in Leeds in 2019", 2.5),
    ("how many more wards did Labour win than the Conservatives in Bury in 2024", 10),
    ("how many votes separated Labour and the Conservatives in Exeter in 2018", 4768),
    ("did any party win more than 12 seats in Exeter in 2018", False),
    ("did Labour get twice as many votes as the Tories in Dudley in 2018", False),
    ("what is the only council in Essex with 31 councillors", "Maldon"),
    ("which ward had the same turnout as Alphington in Exeter in 2022", "St Thomas"),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_a_figure(ask: Ask, text: str, value: object) -> None:
    found = ask(text).value
    assert found == (pytest.approx(value, abs=0.06) if isinstance(value, float) else value)


READINGS = [
    ("councils where Labour is the largest party but has no majority", "that Labour does not control now"),
    ("which councils have always been Labour", "councils that Labour controls now and"),
    ("councils never controlled by the Conservatives in Wales", "that the Conservatives controlled in no year"),
    ("which party came second in votes in Crawley in 2018", "the party with the second most votes"),
    ("which parties got votes but no seats in Reading in 2022", "parties that won no seats in Reading in 2022"),
    ("parties on Norwich council in 2022 other than Labour", "that held a seat in Norwich in 2022"),
    (
        "which wards in Winchester weren't won by the Lib Dems or the Tories in 2019",
        "Conservatives did not win in 2019 and",
    ),
]


@pytest.mark.parametrize(("text", "part"), READINGS)
def test_what_is_meant(ask: Ask, text: str, part: str) -> None:
    assert part in (ask(text).reading or "")
