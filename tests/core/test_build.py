"""One meaning has one form, and what cannot be meant is refused in plain words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.core.meaning import build as b
from assistant.core.meaning.check import MeaningError
from assistant.core.meaning.nodes import Claim, Compare, Count, Every, Measure, Node, Not, Number, Select
from tests.core.meant import (
    CONSERVATIVES,
    COUNCIL,
    GREENS,
    LABOUR,
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

WON = b.claim("win", party=LABOUR, place=WARD, time=y(2018))
LOW = b.compare(b.measure("turnout", place=WARD, time=y(2018)), "<", b.number(25, "%"))
SEATS = b.measure("seats held", party=LABOUR, place=council("leeds"), time=y(2024))
FEWER = b.measure("seats held", party=LABOUR, place=council("leeds"), time=y(2019))
DUDLEY = wards("dudley", 2018)

SAME: dict[str, tuple[Node, Node]] = {
    "not under is at least": (
        b.negate(LOW),
        b.compare(b.measure("turnout", place=WARD, time=y(2018)), ">=", b.number(25, "%")),
    ),
    "twice not": (b.negate(b.negate(WON)), WON),
    "and in and": (b.both(LOW, b.both(WON, LOW)), b.both(WON, LOW)),
    "one alone needs no and": (b.both(WON), WON),
    "or in any order": (b.either(LOW, WON), b.either(WON, LOW)),
    "a number stands on the right": (b.compare(b.number(3), "<", SEATS), b.compare(SEATS, ">", b.number(3))),
    "the greater stands on the left": (b.compare(FEWER, "<", SEATS), b.compare(SEATS, ">", FEWER)),
    "a difference above 0 is more": (
        b.compare(b.difference(SEATS, FEWER), ">", b.number(0)),
        b.compare(SEATS, ">", FEWER),
    ),
    "the later year stands on the left": (b.difference(FEWER, SEATS), b.difference(SEATS, FEWER)),
    "more than 3 is at least 4": (b.so_many(DUDLEY, WON, ">", 3), b.so_many(DUDLEY, WON, ">=", 4)),
    "not any is none": (b.negate(b.any_of(DUDLEY, WON)), b.none_of(DUDLEY, WON)),
    "all but none is every": (b.all_but(0, DUDLEY, WON), b.every(DUDLEY, WON)),
    "a selection from a selection": (
        b.select("ward", DUDLEY, WON, LOW),
        b.select("ward", b.select("ward", DUDLEY, LOW), WON),
    ),
    "who won also voted": (b.select("ward", DUDLEY, WON), b.select("ward", council("dudley"), WON)),
    "several of several": (b.several(LABOUR, b.several(GREENS, LABOUR)), b.several(LABOUR, GREENS)),
    "the council of a named ward": (b.of("council", ward("dudley/gornal")), council("dudley")),
    "the first basis": (b.measure("votes", party=LABOUR, basis="all votes"), b.measure("votes", party=LABOUR)),
    "every one of two": (
        b.every(b.several(ward("dudley/gornal"), ward("dudley/sedgley")), WON),
        b.both(
            b.claim("win", party=LABOUR, place=ward("dudley/gornal"), time=y(2018)),
            b.claim("win", party=LABOUR, place=ward("dudley/sedgley"), time=y(2018)),
        ),
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_one_meaning_has_one_form(name: str) -> None:
    one, other = SAME[name]
    assert one == other


def test_a_claim_of_a_described_set_is_one_of_a_member_at_least() -> None:
    made = b.claim("win", party=LABOUR, place=b.select("ward", council("dudley"), LOW), time=y(2018))
    within = b.select("ward", council("dudley"), LOW, WON)
    assert made == Compare(Count(within), ">=", Number(1))


def test_a_claim_of_years_is_one_of_a_year_at_least() -> None:
    made = b.claim("control", party=LABOUR, place=council("leeds"), time=b.span(2010, 2014))
    inside = Claim("control", party=LABOUR, place=council("leeds"), time=YEAR)
    assert made == Compare(Count(Select("year", b.span(2010, 2014), (inside,))), ">=", Number(1))


def test_most_of_a_set_is_over_half_of_it() -> None:
    assert b.most_of(DUDLEY, WON) == b.compare(b.portion(DUDLEY, WON), ">", b.number(50, "%"))


def test_every_and_not_stay_as_they_are() -> None:
    assert b.negate(b.every(DUDLEY, WON)) == Not(Every(DUDLEY, WON))


REFUSED: dict[str, tuple[Callable[[], Node], str]] = {
    "control of an area": (lambda: b.claim("control", party=LABOUR, place=area("region:north-west")), "councils"),
    "a majority over several contests": (lambda: b.measure("majority", place=council("dudley")), "one contest"),
    "a majority of several wards": (lambda: b.measure("majority", place=DUDLEY, time=y(2018)), "several places"),
    "seats over years": (lambda: b.measure("seats held", party=LABOUR, time=b.span(2010, 2014)), "several years"),
    "seats added over years": (
        lambda: b.over("sum", b.measure("seats held", party=LABOUR, time=YEAR), b.span(2010, 2014)),
        "counted again",
    ),
    "shares added": (lambda: b.over("sum", b.measure("turnout", place=WARD, time=y(2018)), DUDLEY), "not added"),
    "the turnout of a party": (lambda: b.measure("turnout", party=LABOUR), "not told of a party"),
    "the rank of one": (lambda: b.ranked(ward("dudley/gornal"), b.measure("turnout", place=WARD), "most"), "no rank"),
    "a party as a place": (lambda: b.measure("votes", place=LABOUR), "party is no place"),
    "a figure that is not there": (lambda: b.measure("happiness"), "no such figure"),
    "a condition of something else": (lambda: b.select("council", None, LOW), "same for every council"),
    "a place without a contest": (lambda: b.claim("split", place=WARD), "no such claim"),
    "by-elections to a chamber": (lambda: b.measure("size", poll="by-election"), "by-elections have none"),
    "no overall control as a party": (lambda: b.measure("votes", party=b.named("party", "none")), "no party"),
    "the party of a ward": (lambda: b.of("party", WARD), "no party of its own"),
    "a pronoun of nothing": (lambda: b.whether(WON), "which ward"),
    "each or one of two": (lambda: b.claim("win", party=b.several(LABOUR, GREENS)), "each of them"),
    "a year after its end": (lambda: b.span(2020, 2010), "after"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_meant_is_refused(name: str) -> None:
    make, why = REFUSED[name]
    with pytest.raises(MeaningError, match=why):
        make()


def test_a_share_without_its_party_is_not_whole() -> None:
    share = b.measure("share of the vote", place=council("dudley"), time=y(2018))
    with pytest.raises(MeaningError, match="party is missing"):
        b.check_resolved(share)
    b.check_resolved(b.measure("turnout", place=council("dudley"), time=y(2018)))
    b.check_resolved(b.claim("be tied", place=ward("dudley/gornal"), time=NOW))


def test_a_person_and_a_party_are_both_told_of_votes() -> None:
    assert isinstance(b.measure("votes", party=PARTY, place=COUNCIL, time=NOW), Measure)
    assert isinstance(b.measure("votes", party=b.several(LABOUR, CONSERVATIVES), time=NOW), Measure)
