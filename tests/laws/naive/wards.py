"""A ward's contest: who stood, who won, by how much, and who had the seats before."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tests.laws.naive.switches import Switches
from tests.laws.naive.tables import Row, Tables, both, either, opposite, place_of, total

# When the seats fought in a year were fought before: a term earlier, a year more where a poll was put off.
BEFORE = {
    2018: (2014,),
    2021: (2017, 2016),
    2022: (2018, 2017),
    2023: (2019,),
    2024: (2021,),
    2025: (2021,),
    2026: (2022,),
}


@dataclass
class Stood:
    """A party on the ballot paper: how many candidates, their votes, the best one's, the seats it took."""

    candidates: int | None
    votes: int | None
    top: int | None
    seats: int | None


@dataclass(eq=False)
class WardContest:
    """One contest with its candidates or its parties' votes."""

    row: Row
    candidates: list[Row]
    by_party: list[Row]
    switches: Switches
    settled: bool = False  # May 2023: the roster says that an independent was elected
    before: WardContest | None = None
    told: list[Row] = field(default_factory=list)

    @cached_property
    def keys(self) -> dict[str, Any]:
        council = self.row["council_id"]
        return {"ward": f"{council}/{self.row['ward_slug']}", "council": council, "year": self.row["year"]}

    @property
    def poll(self) -> str:
        return "by-election" if self.row["by_election"] else "scheduled"

    @property
    def seats(self) -> int | None:
        return self.row["seats"]

    @property
    def uncontested(self) -> bool:
        return bool(self.row["uncontested"])

    @property
    def seats_uncontested(self) -> int | None:
        return self.seats if self.uncontested else 0

    @property
    def held(self) -> bool:
        """Whether those who stood are known."""
        return self.row["votes_held"] != "none"

    @property
    def named(self) -> bool:
        """Whether candidates are held, not parties only."""
        return self.row["votes_held"] == "candidates"

    @cached_property
    def stood(self) -> dict[str, Stood]:
        return self._of_candidates() if self.named else self._of_parties()

    def _of_candidates(self) -> dict[str, Stood]:
        found = {}
        for party in {c["party_id"] for c in self.candidates}:
            own = [c for c in self.candidates if c["party_id"] == party]
            votes = [c["votes"] for c in own]
            top = max((v for v in votes if v is not None), default=None)
            found[party] = Stood(len(own), total(votes), top, sum(bool(c["elected"]) for c in own))
        return found

    def _of_parties(self) -> dict[str, Stood]:
        tops: dict[str, int] = {}
        for row in self.by_party:
            tops[row["party_id"]] = max(tops.get(row["party_id"], 0), row["votes"])
        return {party: Stood(None, top, top, self._seats_of(party, tops)) for party, top in tops.items()}

    def _seats_of(self, party: str, tops: dict[str, int]) -> int | None:
        """Where one seat was fought and one party was first, that party has it."""
        first = [p for p, top in tops.items() if top == max(tops.values())]
        if self.seats != 1 or ("independent" in first and not self.settled):
            return None
        if party not in first:
            return 0
        return 1 if len(first) == 1 else None

    @cached_property
    def winners(self) -> set[str]:
        return {party for party, it in self.stood.items() if (it.seats or 0) > 0}

    @property
    def results(self) -> bool:
        """Whether it is known who took each seat."""
        return bool(self.stood) and all(it.seats is not None for it in self.stood.values())

    @property
    def counted(self) -> bool:
        return self.held and not self.uncontested

    # --- a party's ---

    def seats_of(self, party: str) -> int | None:
        return self.stood[party].seats if party in self.stood else self._nought(self.held)

    def votes_of(self, party: str, top: bool = False) -> int | None:
        if party not in self.stood:
            return self._nought(self.counted)
        return self.stood[party].top if top else self.stood[party].votes

    def candidates_of(self, party: str) -> int | None:
        return self.stood[party].candidates if party in self.stood else self._nought(self.held)

    def _nought(self, known: bool) -> int | None:
        return 0 if known and self.switches.absent_is_nought else None

    def is_in(self, party: str) -> bool | None:
        return party in self.stood if self.held else None

    def won(self, party: str) -> bool | None:
        if not self.held:
            return None
        if party not in self.stood:
            return False
        seats = self.stood[party].seats
        return seats > 0 if seats is not None else self._first_of_several(party)

    def _first_of_several(self, party: str) -> bool | None:
        """Of several seats the party whose top candidate is first has one, if that is one candidate's vote."""
        alone = self.position(party) == 1 and not self.level(party)
        return True if alone and (self.seats or 0) > 1 and party != "independent" else None

    def swept(self, party: str) -> bool | None:
        return both(self.won(party), opposite(self.split))

    @property
    def split(self) -> bool | None:
        return len(self.winners) > 1 if self.results else None

    def position(self, party: str) -> int | None:
        it = self.stood.get(party)
        return None if it is None or it.top is None else place_of(it.top, [s.top for s in self.stood.values()])

    def level(self, party: str) -> bool:
        return [s.top for s in self.stood.values()].count(self.stood[party].top) > 1

    def came(self, party: str, number: int) -> bool | None:
        if party not in self.stood:
            return False if self.held else None
        place = self.position(party)
        return None if place is None else place == number

    def beat(self, party: str, rival: str) -> bool | None:
        stood = both(self.is_in(party), self.is_in(rival))
        if stood is not True:
            return stood
        mine, theirs = self.stood[party].top, self.stood[rival].top
        return None if mine is None or theirs is None else mine > theirs

    # --- on the contest before ---

    def had(self, party: str) -> int | None:
        """The seats of a party when they were last fought."""
        if self.before is None or not self.before.results:
            return None
        return self.before.seats_of(party)

    def gained(self, party: str) -> bool | None:
        told = self._told_of(party)
        return told == "gain" if told else self._now_not_before(party)

    def _told_of(self, party: str) -> str | None:
        """What a page says became of it; of a party that did not stand a page cannot say it."""
        if party not in self.stood:
            return None
        return next((t["measure"] for t in self.told if t["party_id"] == party), None)

    def _now_not_before(self, party: str) -> bool | None:
        now, had = self.won(party), self.had(party)
        if not self.switches.gain_is_of_a_ward:
            mine = self.seats_of(party)
            return None if mine is None or had is None else mine > had
        return both(now, None if had is None else had == 0)

    def kept(self, party: str) -> bool | None:
        told = self._told_of(party)
        had = self.had(party)
        return told == "hold" if told else both(self.won(party), None if had is None else had > 0)

    def lost(self, party: str) -> bool | None:
        if any(t["measure"] == "gain" and t["from_party"] == party for t in self.told):
            return True
        had = self.had(party)
        return both(opposite(self.won(party)), None if had is None else had > 0)

    def lost_to(self, party: str, rival: str) -> bool | None:
        """Whether the rival is the one from whom the party took it."""
        told = next((t for t in self.told if t["party_id"] == party and t["from_party"]), None)
        return told["from_party"] == rival if told else self.lost(rival)

    @property
    def changed(self) -> bool | None:
        concerned = set(self.stood) | ({p for p, s in self.before.stood.items() if s.seats} if self.before else set())
        concerned |= {t["from_party"] for t in self.told if t["from_party"]}
        return either(*(either(self.gained(p), self.lost(p)) for p in concerned)) if self.held else None

    # --- the contest's ---

    @property
    def votes(self) -> int | None:
        return total(it.votes for it in self.stood.values())

    @property
    def top_votes(self) -> int | None:
        return total(it.top for it in self.stood.values())

    @property
    def majority(self) -> int | None:
        if self.row["voting_system"] != "first past the post":
            return None
        return self._over_the_first_out() if self.named else self._lead()

    def _over_the_first_out(self) -> int | None:
        ins = [c["votes"] for c in self.candidates if c["elected"] and c["votes"] is not None]
        outs = [c["votes"] for c in self.candidates if not c["elected"] and c["votes"] is not None]
        return min(ins) - max(outs) if ins and outs else None

    def _lead(self) -> int | None:
        """Of parties only: the first over the second, where one seat was fought and neither adds independents up."""
        tops = sorted((it.top or 0 for it in self.stood.values()), reverse=True)
        added = any(p == "independent" and (self.position(p) or 9) <= 2 for p in self.stood)
        return None if self.seats != 1 or added or len(tops) < 2 else tops[0] - tops[1]

    @property
    def majority_share(self) -> float | None:
        return None if self.majority is None or not self.votes else 100 * self.majority / self.votes

    def majority_of(self, party: str) -> int | None:
        return self.majority if self.swept(party) else None

    @property
    def tied(self) -> bool | None:
        """Whether the last seat fell by lot."""
        if self.row["lot"]:
            return True
        return False if self.row["voting_system"] == "first past the post" and self.named else None


def ward_contests(tables: Tables, switches: Switches) -> list[WardContest]:
    """Every ward contest, each with the one before."""
    candidates, parties = tables.by("candidacy", "contest_id"), tables.by("ward_party", "contest_id")
    found = [
        WardContest(row, candidates[row["contest_id"]], parties[row["contest_id"]], switches, _settled(tables, row))
        for row in tables["contest"]
    ]
    by_ward = {(c.keys["ward"], c.row["year"]): c for c in found if not c.row["by_election"]}
    for contest in found:
        if not contest.row["by_election"]:
            contest.before = _before(contest, by_ward)
            contest.told = _told(tables, contest)
    return found


def _settled(tables: Tables, row: Row) -> bool:
    """Whether an independent is among those of the roster who were elected last."""
    own = [m for m in tables["councillor"] if all(m[k] == row[k] for k in ("council_id", "ward_slug", "year"))]
    last = max((m["next_election"] for m in own if m["next_election"]), default=None)
    return any(m["party_id"] == "independent" and m["next_election"] == last for m in own)


def _before(contest: WardContest, by_ward: dict[tuple[str, int], WardContest]) -> WardContest | None:
    for year in BEFORE.get(contest.row["year"], ()):
        before = by_ward.get((contest.keys["ward"], year))
        if (
            before
            and before.seats is not None
            and before.seats == contest.seats
            and _same_bounds(contest.row, before.row)
        ):
            return before
    return None


def _same_bounds(now: Row, then: Row) -> bool:
    return None in (now["ward_gss"], then["ward_gss"]) or now["ward_gss"] == then["ward_gss"]


def _told(tables: Tables, contest: WardContest) -> list[Row]:
    return [
        t
        for t in tables["reported"]
        if t["subject_kind"] == "ward"
        and t["measure"] in ("gain", "hold")
        and t["subject"] == contest.keys["ward"]
        and t["year"] == contest.row["year"]
    ]
