"""Questions within questions, and questions once answered wrongly, as meanings and as they are said back."""

from __future__ import annotations

import pytest

from assistant.core.meaning import build as b
from assistant.core.meaning.nodes import Ask, Figure, Node, Prop, Set
from assistant.core.meaning.say import phrase
from assistant.core.meaning.universe import most_of_all, top, universe
from tests.core.meant import (
    AREA,
    CONSERVATIVES,
    COUNCIL,
    GREENS,
    LABOUR,
    LIB_DEMS,
    NOC,
    NOW,
    PARTY,
    PERSON,
    UKIP,
    WARD,
    YEAR,
    area,
    council,
    councils,
    ward,
    wards,
    y,
)
from tests.core.printed import Printed

m, c = b.measure, b.claim
WALSALL = wards("walsall", 2018)


def seats(party: Set, time: Set = NOW, place: Set = COUNCIL) -> Figure:
    return m("seats held", party=party, place=place, time=time)


def control(party: Set, time: Set = NOW, place: Set = COUNCIL) -> Prop:
    return c("control", party=party, place=place, time=time)


def turnout(year: int, place: Set = WARD) -> Figure:
    return m("turnout", place=place, time=y(year))


def majority(year: int, place: Set = WARD) -> Figure:
    return m("majority", place=place, time=y(year))


def votes(party: Set | None, year: int, place: Set) -> Figure:
    return m("votes", party=party, place=place, time=y(year))


def won(party: Set, year: int, place: Set = WARD) -> Prop:
    return c("win", party=party, place=place, time=y(year))


def how_many(of: Set) -> Ask:
    return b.value(b.count(of))


def over(figure: Figure, number: float) -> Prop:
    return b.compare(figure, ">", b.number(number))


def under(figure: Figure, number: float) -> Prop:
    return b.compare(figure, "<", b.number(number))


def won_in_walsall(party: Set, *more: Prop) -> Set:
    return b.select("ward", council("walsall"), won(party, 2018), *more)


def won_in(place: Set, party: Set, time: Set) -> Set:
    return b.select("ward", place, c("win", party=party, place=WARD, time=time))


TEN = b.select("ward", top("ward", majority(2018), council("walsall"), "least", 10), won(LABOUR, 2018))
OTHERS = b.select("party", None, b.negate(b.among(PARTY, LABOUR)), c("stand", party=PARTY, place=WARD, time=y(2018)))

NESTED: dict[str, tuple[str, Node]] = {
    "nest:001": (
        ("the number of councils that Labour controls now and where the Conservatives hold more than 10 seats now"),
        how_many(councils(None, control(LABOUR), over(seats(CONSERVATIVES), 10))),
    ),
    "nest:003": (
        (
            "the number of councils that are under no overall control now and where Labour holds more seats "
            "than any other party now"
        ),
        how_many(councils(None, control(NOC), most_of_all(seats(LABOUR)))),
    ),
    "nest:004": (
        "the number of wards of Walsall that Labour won in 2018 and where the turnout in 2018 was under 30%",
        how_many(won_in_walsall(LABOUR, under(turnout(2018), 30))),
    ),
    "nest:005": (
        "parties that won in 2018 the ward of Walsall with the lowest turnout in 2018",
        b.listing(b.select("party", None, won(PARTY, 2018, top("ward", turnout(2018), council("walsall"), "least")))),
    ),
    "nest:006": (
        "the turnout in 2018 in the ward of Walsall with the smallest majority in 2018",
        b.value(turnout(2018, top("ward", majority(2018), council("walsall"), "least"))),
    ),
    "nest:007": (
        "the Conservative votes in 2018 in the ward of Walsall with the highest turnout in 2018",
        b.value(votes(CONSERVATIVES, 2018, top("ward", turnout(2018), council("walsall")))),
    ),
    "nest:008": (
        ("wards of Walsall where the turnout in 2018 was over the average turnout across the wards of Walsall in 2018"),
        b.listing(
            b.select("ward", council("walsall"), b.compare(turnout(2018), ">", b.over("mean", turnout(2018), WALSALL)))
        ),
    ),
    "nest:008b": (
        "wards of Walsall where the turnout in 2018 was over the turnout in Walsall in 2018",
        b.listing(
            b.select("ward", council("walsall"), b.compare(turnout(2018), ">", turnout(2018, council("walsall"))))
        ),
    ),
    "nest:009": (
        "the average turnout in 2018 across the wards of Walsall that Labour won in 2018",
        b.value(b.over("mean", turnout(2018), won_in_walsall(LABOUR))),
    ),
    "nest:010": (
        "the average majority in 2018 across the wards of Walsall that the Conservatives won in 2018",
        b.value(b.over("mean", majority(2018), won_in_walsall(CONSERVATIVES))),
    ),
    "nest:011": (
        "wards of Walsall that the Conservatives won in 2018 and that Labour won in 2016",
        b.listing(won_in_walsall(CONSERVATIVES, won(LABOUR, 2016))),
    ),
    "nest:012": (
        (
            "the number of councils where the Conservatives' net change in seats in 2018 was over 0 and "
            "where Labour's net change in seats in 2018 was over 0"
        ),
        how_many(
            councils(
                None,
                over(m("net change", party=LABOUR, place=COUNCIL, time=y(2018)), 0),
                over(m("net change", party=CONSERVATIVES, place=COUNCIL, time=y(2018)), 0),
            )
        ),
    ),
    "nest:013": (
        "councils that Labour controlled in 2012 and that were under no overall control in 2016",
        b.listing(councils(None, control(LABOUR, y(2012)), control(NOC, y(2016)))),
    ),
    "nest:014": (
        "the number of councils that the Conservatives controlled in 2010 and that Labour controlled in 2016",
        how_many(councils(None, control(CONSERVATIVES, y(2010)), control(LABOUR, y(2016)))),
    ),
    "nest:015": (
        "parties that controlled in 2016 the council with the most UKIP seats held in 2016",
        b.listing(b.select("party", None, control(PARTY, y(2016), top("council", seats(UKIP, y(2016)))))),
    ),
    "nest:016": (
        "the Labour seats held now in the council with the most Green seats held now",
        b.value(seats(LABOUR, NOW, top("council", seats(GREENS)))),
    ),
    "nest:017": (
        "the Labour seats held now in the councils that the Conservatives control now",
        b.value(seats(LABOUR, NOW, councils(None, control(CONSERVATIVES)))),
    ),
    "nest:018": (
        ("Labour's share of the seats now in the councils of the West Midlands that the Conservatives control now"),
        b.value(
            m(
                "share of seats",
                party=LABOUR,
                place=councils("region:west-midlands", control(CONSERVATIVES)),
                time=NOW,
            )
        ),
    ),
    "nest:019": (
        "the number of councils where the majority on the council now is exactly 1",
        how_many(councils(None, b.compare(m("council majority", place=COUNCIL, time=NOW), "=", b.number(1)))),
    ),
    "nest:020": (
        "the council with the smallest majority on the council now among those that Labour controls now",
        b.listing(b.ranked(councils(None, control(LABOUR)), m("council majority", place=COUNCIL, time=NOW), "least")),
    ),
    "nest:021": (
        "the region with the highest number of councils of that area that Labour controls now",
        b.listing(top("area", b.count(b.select("council", AREA, control(LABOUR))), area("region"))),
    ),
    "nest:022": (
        "parties that came second in 2018 in the ward of Walsall with the biggest majority in 2018",
        b.listing(
            b.select(
                "party",
                None,
                c("come", party=PARTY, place=top("ward", majority(2018), council("walsall")), time=y(2018), number=2),
            )
        ),
    ),
    "nest:023": (
        (
            "the number of wards of Walsall that Labour won in 2018 and where Labour's share of the vote in "
            "2018 was over 50%"
        ),
        how_many(won_in_walsall(LABOUR, over(m("share of the vote", party=LABOUR, place=WARD, time=y(2018)), 50))),
    ),
    "nest:024": (
        "the candidates in 2018 in the wards of Walsall that Labour won in 2018",
        b.value(m("candidates", place=won_in_walsall(LABOUR), time=y(2018))),
    ),
    "nest:025": (
        (
            "the total votes in 2018 of the parties that stood in that ward in 2018 and that are not Labour "
            "across the wards of Walsall that Labour won in 2018"
        ),
        b.value(b.over("sum", votes(OTHERS, 2018, WARD), won_in_walsall(LABOUR))),
    ),
    "nest:026": (
        "the year with the highest number of wards of Walsall that Labour won in that year",
        b.listing(
            top("year", b.count(b.select("ward", council("walsall"), c("win", party=LABOUR, place=WARD, time=YEAR))))
        ),
    ),
    "nest:027": (
        "the median majority across the wards of Walsall in 2018",
        b.value(b.over("median", majority(2018), WALSALL)),
    ),
    "nest:028": (
        (
            "the difference between Labour and the Conservatives in the seats held now in the councils that "
            "are under no overall control now"
        ),
        b.value(
            b.difference(
                seats(LABOUR, NOW, councils(None, control(NOC))),
                seats(CONSERVATIVES, NOW, councils(None, control(NOC))),
            )
        ),
    ),
    "nest:030": (
        (
            "wards of Solihull where the Greens beat the Liberal Democrats in 2018 and where Labour beat "
            "the Greens in 2018"
        ),
        b.listing(
            b.select(
                "ward",
                council("solihull"),
                c("beat", party=GREENS, rival=LIB_DEMS, place=WARD, time=y(2018)),
                c("beat", party=LABOUR, rival=GREENS, place=WARD, time=y(2018)),
            )
        ),
    ),
    "nest:031": (
        (
            "the number of councils of the North West that Labour controls now and where the number of "
            "seats on the council now is under 50"
        ),
        how_many(councils("region:north-west", control(LABOUR), under(m("size", place=COUNCIL, time=NOW), 50))),
    ),
    "nest:032": (
        (
            "the council with the largest number of seats on the council now among those where the "
            "Conservatives hold no seats now"
        ),
        b.listing(
            b.ranked(
                councils(None, b.compare(seats(CONSERVATIVES), "=", b.number(0))),
                m("size", place=COUNCIL, time=NOW),
                "most",
            )
        ),
    ),
    "nest:033": (
        "the average Labour seats held now across the metropolitan boroughs that Labour controls now",
        b.value(b.over("mean", seats(LABOUR), councils("kind:metropolitan borough", control(LABOUR)))),
    ),
    "nest:034": (
        (
            "the turnout in 2018 in the wards of Walsall that the Conservatives won in 2018; and the "
            "turnout in 2018 in the wards of Walsall that Labour won in 2018"
        ),
        b.two(
            b.value(turnout(2018, won_in_walsall(CONSERVATIVES))),
            b.value(turnout(2018, won_in_walsall(LABOUR))),
        ),
    ),
    "nest:035": (
        (
            "wards of Walsall where there was at least 1 party that won that ward in every year since 2012 "
            "in which that ward voted"
        ),
        b.listing(
            b.select(
                "ward",
                council("walsall"),
                b.compare(
                    b.count(
                        b.select(
                            "party",
                            None,
                            b.every(
                                b.select("year", b.span(2012, None), c("vote", place=WARD, time=YEAR)),
                                c("win", party=PARTY, place=WARD, time=YEAR),
                            ),
                        )
                    ),
                    ">=",
                    b.number(1),
                ),
            )
        ),
    ),
    "nest:036": (
        (
            "the number of wards that Labour won in 2018 among the 10 wards of Walsall with the smallest "
            "majority in 2018"
        ),
        how_many(TEN),
    ),
    "f:01": (
        (
            "for each party that held a seat in at least 1 council of England in 2026: their seats held in England in "
            "2026; their share of the seats in England in 2026"
        ),
        b.listing(
            universe("party", m("seats held", party=PARTY, place=area("nation:england"), time=y(2026))),
            m("seats held", party=PARTY, place=area("nation:england"), time=y(2026)),
            m("share of seats", party=PARTY, place=area("nation:england"), time=y(2026)),
        ),
    ),
    "f:02": (
        "Boston Independent's share of the vote in England in 2023",
        b.value(
            m(
                "share of the vote",
                party=b.named("party", "boston-independent"),
                place=area("nation:england"),
                time=y(2023),
            )
        ),
    ),
    "f:03": (
        "parties that won Dudley in 2024",
        b.listing(b.select("party", None, won(PARTY, 2024, council("dudley")))),
    ),
    "f:08": (
        "the number of wards of Solihull where the turnout in 2022 was under 30%",
        how_many(b.select("ward", council("solihull"), under(turnout(2022), 30))),
    ),
    "f:09": (
        "the number of wards of Dudley where the majority in 2016 was under 100",
        how_many(b.select("ward", council("dudley"), under(majority(2016), 100))),
    ),
    "f:10": (
        "parties that controlled Sandwell in 2024",
        b.listing(b.select("party", None, control(PARTY, y(2024), council("sandwell")))),
    ),
    "f:11": (
        "people that stood and did not win in Gornal in Dudley in 2016",
        b.listing(b.select("person", None, c("be beaten", person=PERSON, place=ward("dudley/gornal"), time=y(2016)))),
    ),
    "f:12": (
        "wards of Walsall that Labour held in 2024 and where the majority in 2024 was under 100",
        b.listing(
            b.select(
                "ward",
                council("walsall"),
                c("keep", party=LABOUR, place=WARD, time=y(2024)),
                under(majority(2024), 100),
            )
        ),
    ),
    "f:14": (
        "the Respect votes in Bradford in 2014",
        b.value(votes(b.named("party", "respect"), 2014, council("bradford"))),
    ),
    "f:19": (
        "for each party that controlled Dudley in 2016: their seats held in Dudley in 2016",
        b.listing(
            b.select("party", None, control(PARTY, y(2016), council("dudley"))),
            seats(PARTY, y(2016), council("dudley")),
        ),
    ),
    "f:20": (
        "people that received exactly 1,987 votes in Dudley in 2016",
        b.listing(
            b.select(
                "person",
                None,
                b.compare(m("votes", person=PERSON, place=council("dudley"), time=y(2016)), "=", b.number(1987)),
            )
        ),
    ),
    "f:21": (
        "did Gornal in Dudley change hands in 2016",
        b.whether(c("change hands", place=ward("dudley/gornal"), time=y(2016))),
    ),
    "f:22": (
        "the number of wards of England that were tied in 2018",
        how_many(b.select("ward", area("nation:england"), c("be tied", place=WARD, time=y(2018)))),
    ),
    "f:23": (
        "people that came second for the Peterborough seat at by-elections in 2019",
        b.listing(
            b.select(
                "person",
                None,
                c(
                    "come",
                    person=PERSON,
                    place=b.named("office", "constituency:peterborough"),
                    time=y(2019),
                    number=2,
                    poll="by-election",
                ),
            )
        ),
    ),
    "f:24": (
        "is Woodhouse Park in Manchester the ward of Manchester with the lowest turnout in 2018",
        b.whether(
            b.among(ward("manchester/woodhouse-park"), top("ward", turnout(2018), council("manchester"), "least"))
        ),
    ),
    "f:25": (
        "London boroughs that Labour controlled in every year between 1997 and 2010",
        b.listing(councils("kind:london borough", b.every(b.span(1997, 2010), control(LABOUR, YEAR)))),
    ),
    "f:26": (
        (
            "were the seats up for election in Hartlepool in 2022 equal to the number of seats on the "
            "council in Hartlepool in 2022"
        ),
        b.whether(
            b.compare(
                m("seats up", place=council("hartlepool"), time=y(2022)),
                "=",
                m("size", place=council("hartlepool"), time=y(2022)),
            )
        ),
    ),
    "f:27": (
        ("the seats up for election in 2019 in the wards of Fenland where the candidates in 2019 were exactly 1"),
        b.value(
            m(
                "seats up",
                place=b.select(
                    "ward",
                    council("fenland"),
                    b.compare(m("candidates", place=WARD, time=y(2019)), "=", b.number(1)),
                ),
                time=y(2019),
            )
        ),
    ),
    "f:28": (
        "the SNP votes in Shetland Islands in 2017",
        b.value(votes(b.named("party", "snp"), 2017, council("shetland-islands"))),
    ),
    "f:31": (
        "wards of Dudley that Labour did not win in 2012",
        b.listing(b.select("ward", council("dudley"), b.negate(won(LABOUR, 2012)))),
    ),
    "f:32": (
        "the number of wards of Solihull that the Conservatives won in 2015",
        how_many(b.select("ward", council("solihull"), won(CONSERVATIVES, 2015))),
    ),
}


@pytest.mark.parametrize("item", NESTED)
def test_a_question_is_said_back(item: str) -> None:
    said, meaning = NESTED[item]
    assert phrase(meaning, Printed()) == said
