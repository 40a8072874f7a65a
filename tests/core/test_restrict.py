"""What a name, a place or a time said beside a meaning fills, and what it leaves alone."""

from __future__ import annotations

from assistant.core.meaning import build as b
from assistant.core.meaning.restrict import fill, open_slots, restrict
from tests.core.meant import GREENS, LABOUR, PARTY, WARD, YEAR, area, council, ward, y

LOW = b.compare(b.measure("turnout", place=WARD), "<", b.number(25, "%"))


def test_a_figure_takes_what_it_lacks() -> None:
    made = fill(b.measure("votes"), LABOUR, council("dudley"), y(2018))
    assert made == b.measure("votes", party=LABOUR, place=council("dudley"), time=y(2018))


def test_a_figure_keeps_what_it_has() -> None:
    assert restrict(b.measure("votes", party=LABOUR), "party", GREENS) is None


def test_a_set_takes_its_place_and_its_conditions_their_time() -> None:
    low = b.select("ward", None, LOW)
    made = fill(low, council("dudley"), y(2018))
    then = b.compare(b.measure("turnout", place=WARD, time=y(2018)), "<", b.number(25, "%"))
    assert made == b.select("ward", council("dudley"), then)


def test_a_clause_with_its_own_time_keeps_it() -> None:
    then = b.compare(b.measure("turnout", place=WARD, time=y(2014)), "<", b.number(25, "%"))
    won = b.claim("win", party=LABOUR, place=WARD)
    made = restrict(b.select("ward", council("dudley"), then, won), "time", y(2018))
    assert made == b.select("ward", council("dudley"), then, b.claim("win", party=LABOUR, place=WARD, time=y(2018)))


def test_both_sides_of_a_comparison_take_the_place() -> None:
    more = b.compare(b.measure("votes", party=LABOUR), ">", b.measure("votes", party=GREENS))
    made = restrict(more, "place", council("dudley"))
    assert open_slots(more) == {"place", "time", "person"}
    assert made == b.compare(
        b.measure("votes", party=LABOUR, place=council("dudley")),
        ">",
        b.measure("votes", party=GREENS, place=council("dudley")),
    )


def test_what_it_stands_in_is_no_hole() -> None:
    first = b.ranked(b.select("party", None, b.claim("stand", party=PARTY)), b.measure("votes", party=PARTY), "most")
    assert restrict(first, "party", LABOUR) is None
    assert open_slots(b.measure("votes", party=PARTY)) == {"place", "time", "person"}


def test_years_take_a_span_and_councils_an_area() -> None:
    years = b.select("year", None, b.claim("control", party=LABOUR, place=council("leeds"), time=YEAR))
    made = restrict(years, "time", b.span(2010, 2014))
    assert made == b.select(
        "year", b.span(2010, 2014), b.claim("control", party=LABOUR, place=council("leeds"), time=YEAR)
    )
    assert restrict(years, "time", y(2010)) is None


def test_a_council_narrows_a_name_of_wards() -> None:
    castle = b.named("ward", "bedford/castle", "swansea/castle")
    won = b.claim("win", party=LABOUR, place=castle, time=y(2018))
    assert restrict(won, "place", council("swansea")) == b.claim(
        "win", party=LABOUR, place=ward("swansea/castle"), time=y(2018)
    )
    assert restrict(won, "place", council("dudley")) is None


def test_what_does_not_take_the_kind_of_place_is_left() -> None:
    assert restrict(b.measure("majority", time=y(2018)), "place", council("dudley")) is None
    assert restrict(b.claim("control", party=LABOUR), "place", area("region:north-west")) is None


def test_where_words_came_from_is_no_part_of_what_is_meant() -> None:
    here = b.named("council", "dudley", at=frozenset({(3, 4)}))
    made = restrict(b.measure("turnout"), "place", here)
    assert made == b.measure("turnout", place=council("dudley"))
