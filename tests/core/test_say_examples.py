"""How meanings of every form are said: one example a form, each the sentence that the grammar reads back."""

from __future__ import annotations

import pytest

from assistant.core.meaning import build as b
from assistant.core.meaning.nodes import Figure, Node, Prop, Set
from assistant.core.meaning.say import phrase
from assistant.core.meaning.universe import most_of_all, top
from tests.core.meant import (
    CONSERVATIVES,
    COUNCIL,
    GREENS,
    LABOUR,
    NOC,
    PARTY,
    WARD,
    YEAR,
    council,
    councils,
    ward,
    wards,
    y,
)
from tests.core.printed import Printed

m, c = b.measure, b.claim


def share(party: Set | None, place: Set | None, year: int) -> Figure:
    return m("share of the vote", party=party, place=place, time=y(year))


def turnout(place: Set | None, year: int) -> Figure:
    return m("turnout", place=place, time=y(year))


def votes(party: Set | None, place: Set | None, year: int) -> Figure:
    return m("votes", party=party, place=place, time=y(year))


def held(party: Set, place: Set, year: int) -> Figure:
    return m("seats held", party=party, place=place, time=y(year))


def won(party: Set, year: int, place: Set = WARD) -> Prop:
    return c("win", party=party, place=place, time=y(year))


def under(figure: Figure, number: float, unit: str = "") -> Prop:
    return b.compare(figure, "<", b.number(number, unit))


LED = m("votes", party=LABOUR, place=COUNCIL, time=y(2022))
RULED = c("control", party=LABOUR, place=COUNCIL, time=y(2022))

EXAMPLES: dict[str, Node] = {
    "Labour's share of the vote in Dudley in 2018": share(LABOUR, council("dudley"), 2018),
    "the Labour seats held in Leeds in 2024": held(LABOUR, council("leeds"), 2024),
    "the turnout in Alwoodley in Leeds in 2019": turnout(ward("leeds/alwoodley"), 2019),
    "the votes in Kent in 2021 of Labour and the Greens together": votes(
        b.several(LABOUR, GREENS), council("kent"), 2021
    ),
    "the average turnout across the wards of Dudley in 2018": b.over(
        "mean", turnout(WARD, 2018), wards("dudley", 2018)
    ),
    "the highest Labour share of the vote in Reading across the years 2014 to 2024": b.over(
        "most", m("share of the vote", party=LABOUR, place=council("reading"), time=YEAR), b.span(2014, 2024)
    ),
    "the difference between Labour and the Conservatives in the share of the vote in Dudley in 2018": b.difference(
        share(LABOUR, council("dudley"), 2018), share(CONSERVATIVES, council("dudley"), 2018)
    ),
    "the change between 2018 and 2022 in the Green seats held in Stockport": b.difference(
        held(GREENS, council("stockport"), 2018), held(GREENS, council("stockport"), 2022)
    ),
    "the percentage of the wards of Dudley that Labour won in 2018": b.portion(
        wards("dudley", 2018), won(LABOUR, 2018)
    ),
    "wards of Dudley that Labour won in 2018 and where the majority in 2018 was under 100": b.select(
        "ward", council("dudley"), won(LABOUR, 2018), under(m("majority", place=WARD, time=y(2018)), 100)
    ),
    "councils of the North West where Labour held more seats in 2024 than in 2019": councils(
        "region:north-west", b.compare(held(LABOUR, COUNCIL, 2019), "<", held(LABOUR, COUNCIL, 2024))
    ),
    "councils of London where Labour received more votes than any other party in 2022 "
    "and that were under no overall control in 2022": councils(
        "region:london", most_of_all(LED), c("control", party=NOC, place=COUNCIL, time=y(2022))
    ),
    "wards of Bury where either Labour received fewer than 500 votes in 2022 or the turnout in 2022 was under 25%": (
        b.select(
            "ward",
            council("bury"),
            b.either(under(votes(LABOUR, WARD, 2022), 500), under(turnout(WARD, 2022), 25, "%")),
        )
    ),
    "parties that won all but 3 wards of Reading in 2023": b.select(
        "party", None, b.all_but(3, wards("reading", 2023), won(PARTY, 2023))
    ),
    "the 3 wards of Dudley with the highest turnout in 2018 among those that Labour won in 2018": b.ranked(
        b.select("ward", council("dudley"), won(LABOUR, 2018)), turnout(WARD, 2018), "most", 1, 3
    ),
    "the last year in which Labour controlled Stockport": b.ranked(
        b.select("year", None, c("control", party=LABOUR, place=council("stockport"), time=YEAR)),
        b.calendar(YEAR),
        "most",
    ),
    "the longest run of years in which Labour controlled Leeds": b.run(
        "longest", b.select("year", None, c("control", party=LABOUR, place=council("leeds"), time=YEAR))
    ),
    "did the Conservatives win every ward of Camden in 2018": b.whether(
        b.every(wards("camden", 2018), won(CONSERVATIVES, 2018))
    ),
    "did the turnout in Leeds rise between 2018 and 2022": b.whether(
        b.compare(turnout(council("leeds"), 2018), "<", turnout(council("leeds"), 2022))
    ),
    "the Labour votes in Leeds in 2019 by ward": b.listing(wards("leeds", 2019), votes(LABOUR, WARD, 2019)),
    "for each council of Greater Manchester that Labour controlled in 2022: the turnout in 2022; "
    "Labour's share of the vote in 2022": b.listing(
        councils("county:greater-manchester", RULED), turnout(COUNCIL, 2022), share(LABOUR, COUNCIL, 2022)
    ),
    "the party with the most votes in Bury in 2022; and "
    "the difference between Labour and the Greens in the votes in Bury in 2022": b.two(
        b.listing(top("party", votes(PARTY, council("bury"), 2022))),
        b.value(b.difference(votes(LABOUR, council("bury"), 2022), votes(GREENS, council("bury"), 2022))),
    ),
    "the share of the vote in Bury in 2022 of the party with the most seats won in Leeds in 2022": share(
        top("party", m("seats won", party=PARTY, place=council("leeds"), time=y(2022))), council("bury"), 2022
    ),
    "the number of wards of Dudley that Labour won in 2018": b.value(
        b.count(b.select("ward", council("dudley"), won(LABOUR, 2018)))
    ),
}


@pytest.mark.parametrize("said", EXAMPLES)
def test_a_meaning_is_said(said: str) -> None:
    assert phrase(EXAMPLES[said], Printed()) == said
