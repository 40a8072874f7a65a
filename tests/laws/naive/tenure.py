"""Who held an office in each year: the terms of the elections and of the lists of holders, year by year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.laws.naive.offices import OfficeContest, is_term
from tests.laws.naive.tables import Row, Tables

LAST = 2025


@dataclass(eq=False)
class Holding:
    """An office in a year: whose it was, and whether it is held when they took it."""

    office: str
    year: int
    term: Row
    begun: bool

    @cached_property
    def keys(self) -> dict[str, Any]:
        who = self.term["name"] or self.term["party_id"]
        return {
            "office": self.office,
            "year": self.year,
            "party": self.term["party_id"],
            "person": f"{self.office}/{who}",
        }

    @property
    def poll(self) -> str:
        return "scheduled"

    @property
    def row(self) -> Row:
        return self.term


def holdings(tables: Tables, contests: list[OfficeContest]) -> list[Holding]:
    """Every office in every year of a term."""
    found = []
    for office in tables["office"]:
        own = _terms(tables, office["office_id"], contests)
        for at, term in enumerate(own):
            end = own[at + 1]["year"] - 1 if at + 1 < len(own) else LAST
            begun = _begun(own, at, office)
            years = range(term["year"], min(end, term["year"] + 4) + 1)
            found += [Holding(office["office_id"], year, term, begun) for year in years]
    return found


def _terms(tables: Tables, office: str, contests: list[OfficeContest]) -> list[Row]:
    terms = {h["year"]: h for h in tables["office_holder"] if h["office_id"] == office}
    won = [c for c in contests if c.row["office_id"] == office and is_term(c)]
    terms |= {c.row["year"]: c.winner | {"year": c.row["year"]} for c in won}
    return [terms[year] for year in sorted(terms)]


def _begun(own: list[Row], at: int, office: Row) -> bool:
    """Whether it is known when whoever holds a term took the office."""
    first = at
    while first and own[first - 1]["name"] == own[at]["name"]:
        first -= 1
    if own[at]["name"] is None:
        return False
    if not first:
        return office.get("valid_from") is not None
    before = own[first - 1]
    return before["name"] is not None and own[first]["year"] - before["year"] <= 5
