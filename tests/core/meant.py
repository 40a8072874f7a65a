"""Meanings of the tests, in few words: named things, years, and sets that are said often."""

from __future__ import annotations

from assistant.core.meaning import build as b
from assistant.core.meaning.nodes import It, Newest, Prop, Set

LABOUR, CONSERVATIVES, GREENS = b.named("party", "labour"), b.named("party", "conservative"), b.named("party", "green")
LIB_DEMS, UKIP, NOC = b.named("party", "liberal-democrat"), b.named("party", "ukip"), b.named("party", "none")
NOW = Newest("year")
WARD, COUNCIL, AREA = It("ward"), It("council"), It("area")
PARTY, PERSON, YEAR = It("party"), It("person"), It("year")


def council(name: str) -> Set:
    return b.named("council", name)


def area(name: str) -> Set:
    return b.named("area", name)


def ward(name: str) -> Set:
    return b.named("ward", name)


def y(number: int) -> Set:
    return b.year(number)


def wards(place: str, year: int) -> Set:
    """The wards of a council that voted in a year."""
    return b.select("ward", council(place), b.claim("vote", place=WARD, time=y(year)))


def councils(place: str | None, *where: Prop) -> Set:
    """Councils of an area of which something holds."""
    return b.select("council", area(place) if place else None, *where)
