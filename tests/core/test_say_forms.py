"""Forms beside the examples: bases, by-elections, times, people, quantifiers, tables, asks of every kind."""

from __future__ import annotations

import pytest

from assistant.core.meaning import build as b
from assistant.core.meaning.nodes import Node
from assistant.core.meaning.say import phrase, relative
from assistant.core.meaning.universe import universe
from tests.core.meant import (
    CONSERVATIVES,
    GREENS,
    LABOUR,
    NOC,
    NOW,
    PARTY,
    WARD,
    YEAR,
    area,
    council,
    ward,
    wards,
    y,
)
from tests.core.printed import Printed

m, c = b.measure, b.claim
DUDLEY, GORNAL = council("dudley"), ward("dudley/gornal")
ANN = b.named("person", "dudley/ann-lee")
MAYOR = b.named("office", "mayor:london")
TURNOUT = m("turnout", place=WARD, time=y(2018))
WON = c("win", party=LABOUR, place=WARD, time=y(2018))
ALL = wards("dudley", 2018)
TREND = m("turnout", place=DUDLEY, time=YEAR)

FORMS: dict[str, Node] = {
    # bases, polls and times
    "the Labour votes counted by top candidates in Gornal in Dudley at by-elections in 2018": m(
        "votes", party=LABOUR, place=GORNAL, time=y(2018), basis="top candidates", poll="by-election"
    ),
    "the turnout in Dudley at the last election": m("turnout", place=DUDLEY, time=NOW),
    "Labour's share of the seats in Dudley now": m("share of seats", party=LABOUR, place=DUDLEY, time=NOW),
    "the votes everywhere in all years": m("votes"),
    "years since 2014 in which Labour controlled Dudley": b.select(
        "year", b.span(2014, None), c("control", party=LABOUR, place=DUDLEY, time=YEAR)
    ),
    "years until 2018 in which Labour controlled Dudley": b.select(
        "year", b.span(None, 2018), c("control", party=LABOUR, place=DUDLEY, time=YEAR)
    ),
    "the average turnout in Dudley across the years held": b.over("mean", TREND, b.span(None, None)),
    # who did what to whom
    "Labour came second in Gornal in Dudley in 2018": c("come", party=LABOUR, place=GORNAL, time=y(2018), number=2),
    "the Greens gained Gornal in Dudley from Labour in 2018": c(
        "gain", party=GREENS, rival=LABOUR, place=GORNAL, time=y(2018)
    ),
    "Labour beat the Greens in Dudley in 2018": c("beat", party=LABOUR, rival=GREENS, place=DUDLEY, time=y(2018)),
    "Labour lost control of Dudley to the Conservatives in 2018": c(
        "lose control", party=LABOUR, rival=CONSERVATIVES, place=DUDLEY, time=y(2018)
    ),
    "Dudley fell to no overall control from Labour in 2018": c(
        "gain control", party=NOC, rival=LABOUR, place=DUDLEY, time=y(2018)
    ),
    "Labour controls Dudley now": c("control", party=LABOUR, place=DUDLEY, time=NOW),
    "the Greens do not control Dudley now": b.negate(c("control", party=GREENS, place=DUDLEY, time=NOW)),
    "Ann Lee in Dudley stood in Gornal in Dudley for Labour in 2018": c(
        "stand", person=ANN, party=LABOUR, place=GORNAL, time=y(2018)
    ),
    "Labour won the Mayor of London seat in 2018": c("win", party=LABOUR, place=MAYOR, time=y(2018)),
    "Labour controlled Dudley in at least 1 year between 2010 and 2014": c(
        "control", party=LABOUR, place=DUDLEY, time=b.span(2010, 2014)
    ),
    "the Greens stood in at least 1 council of the North West in 2018": c(
        "stand", party=GREENS, place=area("region:north-west"), time=y(2018)
    ),
    # quantifiers and what is denied of them
    "Labour won at least 3 wards of Dudley in 2018": b.so_many(ALL, WON, ">=", 3),
    "Labour won no ward of Dudley in 2018": b.none_of(ALL, WON),
    "Labour won most wards of Dudley in 2018": b.most_of(ALL, WON),
    "Labour did not win every ward of Dudley in 2018": b.negate(b.every(ALL, WON)),
    "Labour won in 2018 at least 1 ward of Dudley where the turnout in 2018 was under 25%": b.any_of(
        b.select("ward", DUDLEY, b.compare(TURNOUT, "<", b.number(25))), WON
    ),
    "every ward of Dudley in 2018 was one where the turnout in 2018 was under 25%": b.every(
        ALL, b.compare(TURNOUT, "<", b.number(25))
    ),
    "it is not true that every party that stood in Gornal in Dudley in 2018 won Dudley in 2018": b.negate(
        b.every(
            b.select("party", None, c("stand", party=PARTY, place=GORNAL, time=y(2018))),
            c("win", party=PARTY, place=DUDLEY, time=y(2018)),
        )
    ),
    # sets
    "wards of Dudley in 2018": ALL,
    "the wards of Dudley with the second to fourth highest turnout in 2018": b.ranked(ALL, TURNOUT, "most", 2, 4),
    "the ward of Dudley with the second lowest turnout in 2018": b.ranked(ALL, TURNOUT, "least", 2),
    "the first 3 years in which Labour controlled Dudley": b.ranked(
        b.select("year", None, c("control", party=LABOUR, place=DUDLEY, time=YEAR)), b.calendar(YEAR), "least", 1, 3
    ),
    "parties whose share of the vote in Dudley in 2018 was over 30%": b.select(
        "party",
        None,
        b.compare(m("share of the vote", party=PARTY, place=DUDLEY, time=y(2018)), ">", b.number(30)),
    ),
    "parties either that won Gornal in Dudley in 2018 "
    "or whose share of the vote in Dudley in 2018 was over 30%": b.select(
        "party",
        None,
        b.either(
            c("win", party=PARTY, place=GORNAL, time=y(2018)),
            b.compare(m("share of the vote", party=PARTY, place=DUDLEY, time=y(2018)), ">", b.number(30)),
        ),
    ),
    # figures
    "the ratio of the Labour votes in Dudley in 2018 to the Green votes in Dudley in 2014": b.ratio(
        m("votes", party=LABOUR, place=DUDLEY, time=y(2018)), m("votes", party=GREENS, place=DUDLEY, time=y(2014))
    ),
    "the percentage of the wards of Dudley that Labour won in 2018 "
    "among those where the turnout in 2014 was under 25%": (
        b.portion(b.select("ward", DUDLEY, b.compare(m("turnout", place=WARD, time=y(2014)), "<", b.number(25))), WON)
    ),
    # whole questions
    "were there at least 3 wards of Dudley where the turnout in 2018 was under 25%": b.whether(
        b.so_many(ALL, b.compare(TURNOUT, "<", b.number(25)), ">=", 3)
    ),
    "is it true that both Labour won Gornal in Dudley in 2018 "
    "and the turnout in Gornal in Dudley in 2018 was under 25%": (
        b.whether(
            b.both(
                c("win", party=LABOUR, place=GORNAL, time=y(2018)),
                b.compare(m("turnout", place=GORNAL, time=y(2018)), "<", b.number(25)),
            )
        )
    ),
    "does Labour control Dudley now": b.whether(c("control", party=LABOUR, place=DUDLEY, time=NOW)),
    "was Dudley under no overall control in 2018": b.whether(c("control", party=NOC, place=DUDLEY, time=y(2018))),
    "the turnout in Dudley by year": b.listing(universe("year", TREND) or ALL, TREND),
    "the votes in Dudley in 2018 by party": b.listing(
        universe("party", m("votes", party=PARTY, place=DUDLEY, time=y(2018))) or ALL,
        m("votes", party=PARTY, place=DUDLEY, time=y(2018)),
    ),
    "the results of Labour in Dudley in 2018": b.story(party=LABOUR, place=DUDLEY, time=y(2018)),
    "about turnout in Dudley": b.about("turnout", place=DUDLEY),
}


@pytest.mark.parametrize("said", FORMS)
def test_a_form_is_said(said: str) -> None:
    assert phrase(FORMS[said], Printed()) == said


def test_a_condition_is_said_of_one_and_of_many() -> None:
    split = c("be split", place=WARD, time=y(2018))
    assert relative(split, "ward", Printed(), many=False) == "that was won by more than one party in 2018"
    assert relative(split, "ward", Printed()) == "that were won by more than one party in 2018"
