"""Which: how many, the extremes, a breakdown; never a long row of names, and ties as ties."""

from __future__ import annotations

from assistant.answer.model import Outcome
from assistant.core.meaning import build as b
from assistant.core.meaning.nodes import Listing, Several
from tests.core.answer.conftest import Answers
from tests.core.meant import (
    COUNCIL,
    LABOUR,
    NOC,
    NOW,
    PARTY,
    PERSON,
    WARD,
    YEAR,
    area,
    council,
    councils,
    ward,
    wards,
    y,
)


def test_a_short_list_is_named(answered: Answers) -> None:
    both = b.select(
        "ward",
        council("walsall"),
        b.claim("win", place=WARD, party=LABOUR, time=y(2016)),
        b.claim("win", place=WARD, party=b.named("party", "conservative"), time=y(2018)),
    )
    told = answered(b.listing(both))
    assert told.value == 3
    assert "Bloxwich East" in told.sentence and "Rushall-Shelfield" in told.sentence


def test_a_long_list_says_how_many_and_who_lost(answered: Answers) -> None:
    told = answered(b.listing(councils(None, b.claim("change hands", place=COUNCIL, time=y(2018)))))
    assert told.sentence == (
        "In 2018, 14 councils changed hands: the Conservatives lost 6, Labour 3, 5 had been under no overall control."
    )
    assert told.value == len(told.rows) == 14


def test_a_long_list_without_sides_has_its_extremes(answered: Answers) -> None:
    hung = councils("region:west-midlands", b.claim("control", place=COUNCIL, party=NOC, time=NOW))
    told = answered(b.listing(hung))
    assert "20 councils of the West Midlands are under no overall control" in told.sentence
    assert "seats short of a majority from 1 (North Warwickshire) to 29 (Birmingham)" in told.sentence


def test_the_first_of_a_ranking_is_named_with_its_figure(answered: Answers) -> None:
    lowest = b.ranked(wards("walsall", 2018), b.measure("turnout", place=WARD, time=y(2018)), "least")
    told = answered(b.listing(lowest))
    assert told.sentence == "In 2018, Blakenall was the ward of Walsall with the lowest turnout, at 21.9%."
    assert told.value == "Blakenall"


def test_a_tie_for_the_first_place_names_all_and_has_no_value(answered: Answers) -> None:
    controlled = councils(None, b.claim("control", place=COUNCIL, party=LABOUR, time=NOW))
    narrow = b.ranked(controlled, b.measure("council majority", place=COUNCIL, time=NOW), "least")
    told = answered(b.listing(narrow))
    assert told.value is None
    assert "Bridgend, Lincoln, North East Derbyshire and York" in told.sentence
    assert told.sentence.endswith("tied on 1 seat.")


def test_years_are_told_as_runs(answered: Answers) -> None:
    held = b.select("year", None, b.claim("control", place=council("leeds"), party=LABOUR, time=YEAR))
    assert answered(b.listing(held)).sentence == "Labour controlled Leeds in 39 years: 1980–2003, 2011–2025."


def test_a_breakdown_by_place_has_both_ends_and_no_value(answered: Answers) -> None:
    turnout = b.measure("turnout", place=WARD, time=y(2022))
    told = answered(b.listing(wards("solihull", 2022), turnout))
    assert told.value is None
    assert "ranged from 17.9% in Chelmsley Wood to 41.2% in St Alphege" in told.sentence
    assert told.coverage == "17 of 17 wards could be told; the figure is held of 16 of 17"


def test_seats_by_party_have_shares_of_the_whole_and_never_rank_other(answered: Answers) -> None:
    seats = b.measure("seats held", place=area("nation:england"), party=PARTY, time=y(2026))
    told = answered(b.listing(b.select("party", None, b.compare(seats, ">", b.number(0))), seats))
    assert told.sentence.startswith("Labour holds 3,890 seats in England in 2026 (23.8%), ahead of the Conservatives")
    shares = [float(str(row["share_of_seats"])) for row in told.rows]
    assert round(sum(shares), 1) == 94.7  # independents and local parties are told apart on some councils only


def test_shares_of_a_council_whose_parties_are_all_told_apart_are_of_one_whole(answered: Answers) -> None:
    seats = b.measure("seats held", place=council("tower-hamlets"), party=PARTY, time=y(2022))
    told = answered(b.listing(b.select("party", None, b.compare(seats, ">", b.number(0))), seats))
    assert told.sentence.startswith("Aspire held 24 seats on Tower Hamlets council in 2022 (53.3%)")
    assert round(sum(float(str(row["share_of_seats"])) for row in told.rows), 1) == 100.0


def test_two_sets_stand_side_by_side_with_the_change_last(answered: Answers) -> None:
    seats = b.measure("seats held", place=council("dudley"), party=PARTY, time=YEAR)
    sat = b.compare(b.measure("seats held", place=council("dudley"), party=PARTY, time=y(2018)), ">", b.number(0))
    told = answered(Listing(b.select("party", None, sat), (seats,), Several("year", (y(2016), y(2018)))))
    assert [c.title for c in told.columns] == ["Party", "2016", "2018", "Change"]
    assert {"party": "Conservative", "2016": 29, "2018": 36, "change": 7} in told.rows


def test_none_is_told_where_the_ask_leaves_it_open(answered: Answers) -> None:
    close = b.compare(b.measure("majority", place=WARD, time=y(2018)), "<", b.number(2))
    told = answered(b.listing(b.select("ward", council("walsall"), close)))
    assert (told.outcome, told.value) == (Outcome.ANSWERED, 0)
    assert told.sentence.startswith("In 2018, there were no wards of Walsall")


def test_people_are_listed_with_their_party(answered: Answers) -> None:
    beaten = b.select("person", None, b.claim("be beaten", place=ward("dudley/gornal"), person=PERSON, time=y(2016)))
    told = answered(b.listing(beaten))
    assert told.value == 3
    assert (
        "Dave Branwood (Labour, 1,256 votes), Brian Brookes (UKIP, 988 votes) and Ryan Virgo (Green, 58 votes)"
        in told.sentence
    )
