"""A council's scheduled poll: its parties from the ballot papers, or as totalled by others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.laws.naive.switches import Switches
from tests.laws.naive.tables import Row, Tables, both, place_of, total, whole
from tests.laws.naive.wards import WardContest

# The same seats were last fought in the later of these years; as many seats must have been up.
CYCLE = {2018: (2014,), 2021: (2017, 2016), 2022: (2018,), 2023: (2019,), 2024: (2021,), 2025: (2021,), 2026: (2022,)}


@dataclass
class Part:
    """A party's part in a poll."""

    candidates: int | None
    votes: int | None
    top: int | None
    seats: int | None


@dataclass(eq=False)
class CouncilPoll:
    """One council's scheduled poll with its ward contests, or the totals that another publisher has."""

    row: Row
    contests: list[WardContest]
    totals: list[Row]
    switches: Switches
    before: CouncilPoll | None = None

    @cached_property
    def keys(self) -> dict[str, Any]:
        return {"council": self.row["council_id"], "year": self.row["year"]}

    @property
    def poll(self) -> str:
        return "scheduled"

    @cached_property
    def named(self) -> list[WardContest]:
        """The contests, where each of them is held with its candidates."""
        return self.contests if all(c.named or c.uncontested for c in self.contests) else []

    @cached_property
    def parts(self) -> dict[str, Part]:
        return self._of_wards() if self.named else self._of_totals()

    def _of_wards(self) -> dict[str, Part]:
        found = {}
        for party in {p for c in self.named for p in c.stood}:
            own = [c.stood[party] for c in self.named if party in c.stood]
            found[party] = Part(
                *(total(getattr(it, name) for it in own) for name in ("candidates", "votes", "top", "seats"))
            )
        return found

    def _of_totals(self) -> dict[str, Part]:
        found = {}
        for party in {t["party_id"] for t in self.totals}:
            own = [t for t in self.totals if t["party_id"] == party]
            found[party] = Part(None, total(t["votes"] for t in own), None, total(t["seats"] for t in own))
        return found

    @property
    def held(self) -> bool:
        return bool(self.parts)

    @property
    def results(self) -> bool:
        return self.held and all(part.seats is not None for part in self.parts.values())

    # --- a party's ---

    def _of(self, party: str, what: str) -> int | None:
        if party in self.parts:
            value: int | None = getattr(self.parts[party], what)
            return value
        return 0 if self.held and self.switches.absent_is_nought else None

    def seats_of(self, party: str) -> int | None:
        return self._of(party, "seats")

    def votes_of(self, party: str, top: bool = False) -> int | None:
        return self._of(party, "top" if top else "votes")

    def candidates_of(self, party: str) -> int | None:
        return self._of(party, "candidates")

    def is_in(self, party: str) -> bool | None:
        if party not in self.parts:
            return False if self.held else None
        part = self.parts[party]
        if part.candidates is not None:
            return part.candidates > 0
        if (part.votes or 0) > 0 or (part.seats or 0) > 0:
            return True
        return None if None in (part.votes, part.seats) else False

    def position(self, party: str) -> int | None:
        if (party == "other" and not self.switches.other_is_ranked) or not self.is_in(party) or not self.results:
            return None
        return place_of(self.parts[party].seats, [p.seats for p in self.parts.values()])

    def level(self, party: str) -> bool:
        mine = self.seats_of(party)
        return mine is not None and [p.seats for p in self.parts.values()].count(mine) > 1

    def won(self, party: str) -> bool | None:
        place = self.position(party)
        if place is None:
            return False if self.is_in(party) is False else None
        return place == 1 and not self.level(party)

    def swept(self, party: str) -> bool | None:
        mine, up = self.seats_of(party), self.seats_up
        return None if mine is None or up is None else mine == up

    def beaten(self, party: str) -> bool | None:
        place = self.position(party)
        return both(self.is_in(party), None if place is None else place > 1)

    def came(self, party: str, number: int) -> bool | None:
        place = self.position(party)
        return both(self.is_in(party), None if place is None else place == number)

    def beat(self, party: str, rival: str) -> bool | None:
        mine, theirs = self.seats_of(party), self.seats_of(rival)
        return both(self.is_in(party), self.is_in(rival), None if None in (mine, theirs) else mine > theirs)

    def change_of(self, party: str) -> int | None:
        """Seats won, less those won when the same seats were last fought."""
        if self.before is None:
            return None
        now, then = self.seats_of(party), self.before.seats_of(party)
        return None if now is None or then is None else now - then

    # --- the poll's ---

    @property
    def tied(self) -> bool | None:
        if not self.results:
            return None
        return any(self.position(p) == 1 and self.level(p) for p in self.parts)

    @property
    def seats_up(self) -> int | None:
        if self.row["seats_up"] is not None:
            return int(self.row["seats_up"])
        of_wards = self._sum([c.seats for c in self.contests])
        return total(p.seats for p in self.parts.values()) if of_wards is None else of_wards

    def _sum(self, values: list[Any]) -> Any:
        return whole(values) if self.switches.part_is_not_the_whole else total(values)

    @property
    def seats_uncontested(self) -> int | None:
        return whole(c.seats_uncontested for c in self.contests if c.held)

    @property
    def votes(self) -> int | None:
        return total(p.votes for p in self.parts.values())

    @property
    def top_votes(self) -> int | None:
        return total(p.top for p in self.parts.values())

    @property
    def candidates(self) -> int | None:
        return whole(p.candidates for p in self.parts.values())

    @property
    def electorate(self) -> int | None:
        published = self.row["electorate"]
        return self._sum([c.row["electorate"] for c in self.contests]) if published is None else published

    @property
    def ballots(self) -> int | None:
        published = self.row["ballots"]
        return (
            self._sum([c.row["ballots"] for c in self.contests if not c.uncontested or c.row["ballots"]])
            if published is None
            else published
        )

    @property
    def rejected(self) -> int | None:
        return self._sum([c.row["rejected"] for c in self.contests if not c.uncontested or c.row["rejected"]])

    @property
    def wards(self) -> int | None:
        return len(self.contests) or None

    @cached_property
    def turnout(self) -> tuple[float, float | None] | None:
        """In per cent, and the electorate it is of: as published, else of the wards whose turnout is held.

        Fewer than half of the wards that voted say nothing of their council.
        """
        if self.row["turnout"] is not None:
            return self.row["turnout"], self.electorate
        known = [c.row for c in self.contests if None not in (c.row["turnout"], c.row["electorate"])]
        if 2 * len(known) < sum(not c.uncontested for c in self.contests):
            return None
        of = sum(c["electorate"] for c in known)
        return (sum(c["turnout"] * c["electorate"] for c in known) / of, of) if known else None


def council_polls(tables: Tables, contests: list[WardContest], switches: Switches) -> list[CouncilPoll]:
    """Every scheduled poll, each with the one before."""
    totals = tables.by("election_party", "election_id")
    found = []
    for row in tables["election"]:
        if row["scheduled"]:
            own = _of_election(row, contests)
            found.append(CouncilPoll(row, own, totals[row["election_id"]], switches))
    by_year = {(p.row["council_id"], p.row["year"]): p for p in found}
    for poll in found:
        earlier = (by_year.get((poll.row["council_id"], year)) for year in CYCLE.get(poll.row["year"], ()))
        poll.before = next((b for b in earlier if b and _same_seats(poll, b)), None)
    return found


def _of_election(row: Row, contests: list[WardContest]) -> list[WardContest]:
    """Its ward contests, where all of them are held: of some of its wards a poll has no sum."""
    own = [c for c in contests if c.row["election_id"] == row["election_id"] and not c.row["by_election"]]
    return own if row["complete"] else []


def _same_seats(poll: CouncilPoll, before: CouncilPoll) -> bool:
    return poll.seats_up is not None and poll.seats_up == before.seats_up and None not in (poll.votes, before.votes)
