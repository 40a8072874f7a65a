"""A council's chamber in a year: the seats of each party that the source counts apart, and who controls."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.laws.naive.tables import Row, Tables, both, opposite

NATION_OF = {"snp": "Scotland", "plaid-cymru": "Wales"}
UNNAMED = ("other", "independent")  # of no party, or of parties that no source tells apart


@dataclass(eq=False)
class Chamber:
    """One snapshot: `seats` by party, noughts filled in for parties that its source counts."""

    row: Row
    seats: dict[str, int]
    before: Chamber | None = None
    voted: bool = False
    polls_told: bool = False

    @cached_property
    def keys(self) -> dict[str, Any]:
        return {"council": self.row["council_id"], "year": self.row["year"]}

    @property
    def poll(self) -> str:
        return "scheduled"

    @property
    def size(self) -> int:
        return int(self.row["seats"])

    @property
    def needed(self) -> int:
        return self.size // 2 + 1

    @cached_property
    def unnamed(self) -> int:
        """The seats that the source does not tell apart."""
        return self.seats.get("other", 0)

    @cached_property
    def largest(self) -> int | None:
        """The seats of the largest party; None where "other" may hold one that is as large."""
        most = max((n for p, n in self.seats.items() if p not in UNNAMED), default=None)
        return None if most is None or self.unnamed >= most else most

    @property
    def control(self) -> str:
        return self.row["majority_party"] or "none"

    @property
    def last_year(self) -> Chamber | None:
        before = self.before
        return before if before and before.row["year"] == self.row["year"] - 1 else None

    def seats_of(self, party: str) -> int | None:
        """A party that is not counted apart may be among those unnamed."""
        return self.seats.get(party, 0 if self.unnamed == 0 else None)

    def short_of(self, party: str) -> int | None:
        seats = self.seats_of(party)
        return None if seats is None else self.needed - seats

    @property
    def short(self) -> int | None:
        return None if self.largest is None else self.needed - self.largest

    @property
    def majority(self) -> int | None:
        return None if self.control == "none" or self.largest is None else self.majority_of(self.control)

    def majority_of(self, party: str) -> int | None:
        """More seats than all others together by so many; below 0 where they have more."""
        return 2 * self.seats[party] - self.size if party in self.seats else None

    def sits(self, party: str) -> bool | None:
        seats = self.seats_of(party)
        return None if seats is None else seats > 0

    def change_of(self, party: str) -> int | None:
        """On last year's snapshot, where both count the party; never of "other" where the source changed."""
        before = self.last_year
        if before is None or party not in self.seats or party not in before.seats:
            return None
        if party == "other" and before.row["source_id"] != self.row["source_id"]:
            return None
        return self.seats[party] - before.seats[party]

    def controls(self, party: str) -> bool:
        return self.control == party

    @cached_property
    def at_poll(self) -> tuple[str, str] | None:
        """Who had control before and after the year's poll; None where it changed without one that is held."""
        before = self.last_year
        if before is None or (before.control != self.control and not self.voted and self.polls_told):
            return None
        return before.control, self.control

    def had_control(self, party: str) -> bool | None:
        """Whether it was in control before the year's poll; None where that is not held."""
        return None if self.at_poll is None else self.at_poll[0] == party

    def got_control(self, party: str) -> bool | None:
        """Whether it was in control after the year's poll; None where that is not held."""
        return None if self.at_poll is None else self.at_poll[1] == party

    def took(self, party: str, rival: str | None) -> bool | None:
        taken_from = True if rival is None else self.had_control(rival)
        return both(self.got_control(party), opposite(self.had_control(party)), taken_from)

    def gave(self, party: str, rival: str | None) -> bool | None:
        given_to = True if rival is None else self.got_control(rival)
        return both(opposite(self.got_control(party)), self.had_control(party), given_to)

    def kept(self, party: str) -> bool | None:
        return both(self.got_control(party), self.had_control(party), self.voted or None)

    @property
    def changed(self) -> bool | None:
        return None if self.at_poll is None else self.at_poll[0] != self.at_poll[1]

    def is_largest(self, party: str) -> bool | None:
        if self.largest is None:
            return None
        return party != "other" and self.seats.get(party) == max(n for p, n in self.seats.items() if p != "other")


def chambers(tables: Tables) -> list[Chamber]:
    """Every snapshot, each with the one before."""
    rows = [r for r in tables["composition"] if r["moment"] == "snapshot"]
    counted: dict[str, set[str]] = {}
    for row in rows:
        counted.setdefault(row["source_id"], set()).add(row["party_id"])
    found = [_chamber(tables, head, rows, counted) for head in tables["control"] if head["moment"] == "snapshot"]
    found.sort(key=lambda c: (c.row["council_id"], c.row["year"]))
    for before, after in itertools.pairwise(found):
        if before.row["council_id"] == after.row["council_id"]:
            after.before = before
    return found


def _chamber(tables: Tables, head: Row, rows: list[Row], counted: dict[str, set[str]]) -> Chamber:
    own = {r["party_id"]: r["seats"] for r in rows if all(r[k] == head[k] for k in ("council_id", "year", "source_id"))}
    nation = tables.councils[head["council_id"]]["nation"]
    at_home = {p for p in counted.get(head["source_id"], ()) if NATION_OF.get(p, nation) == nation}
    year = head["year"]
    polls = [e for e in tables["election"] if e["year"] == year]
    voted = any(e["council_id"] == head["council_id"] and e["scheduled"] for e in polls)
    told = any(tables.councils[e["council_id"]]["nation"] == nation for e in polls)
    known = told and year >= 2014 and year != 2015
    return Chamber(head, {p: own.get(p, 0) for p in at_home | set(own)}, voted=voted, polls_told=known)
