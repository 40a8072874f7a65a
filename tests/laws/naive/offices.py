"""A contest for an office: its candidates, who won, by how much, and whether the office changed hands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.laws.naive.switches import Switches
from tests.laws.naive.tables import Row, Tables, both, whole

LUMPED = ("independent", "other")


@dataclass(eq=False)
class OfficeContest:
    """One contest; a party may have several candidates."""

    row: Row
    office: Row
    candidates: list[Row]
    switches: Switches
    term_before: Row | None = None

    @cached_property
    def keys(self) -> dict[str, Any]:
        return {"office": self.row["office_id"], "year": self.row["year"]}

    @property
    def poll(self) -> str:
        return "by-election" if self.row["by_election"] else "scheduled"

    @property
    def complete(self) -> bool:
        return bool(self.row["complete"])

    def of(self, party: str) -> list[Row]:
        return [c for c in self.candidates if c["party_id"] == party]

    def is_in(self, party: str) -> bool | None:
        return True if self.of(party) else False if self.complete else None

    def votes_of(self, party: str) -> int | None:
        own = self.of(party)
        return whole(_deciding(c) for c in own) if own else self._nought()

    def first_votes_of(self, party: str) -> int | None:
        own = self.of(party)
        return whole(c["first_votes"] for c in own) if own else self._nought()

    def _nought(self) -> int | None:
        return 0 if self.complete and self.switches.absent_is_nought else None

    def won(self, party: str) -> bool:
        return any(c["elected"] for c in self.of(party))

    def position(self, party: str) -> int | None:
        return min((c["rank"] for c in self.of(party)), default=None)

    def beat(self, party: str, rival: str) -> bool | None:
        stood = both(self.is_in(party), self.is_in(rival))
        if stood is not True:
            return stood
        return (self.position(party) or 0) < (self.position(rival) or 0)

    # --- the contest's ---

    @cached_property
    def winner(self) -> Row:
        return next(c for c in self.candidates if c["rank"] == 1)

    @cached_property
    def second(self) -> Row | None:
        return next((c for c in self.candidates if c["rank"] == 2), None)

    def _added_up(self, it: Row | None) -> bool:
        """Whether the source adds several candidates up in one row."""
        if it is None or it["party_id"] not in LUMPED:
            return False
        return it["name"] is None or self.row["votes_held"] == "parties"

    @cached_property
    def decided_on(self) -> str | None:
        """The count that decided, None where it is not held."""
        one, two = self.winner, self.second
        if self._added_up(one) or self._added_up(two):
            return None
        if self.row["voting_system"] == "first past the post":
            return "only"
        if two is not None and None not in (one["final_votes"], two["final_votes"]):
            return "final"
        most = self.complete and 2 * one["first_votes"] > self.row["valid_votes"]
        return "first" if most else None

    @property
    def majority(self) -> int | None:
        if self.decided_on is None or self.second is None:
            return None
        one, two = _deciding(self.winner), _deciding(self.second)
        return None if None in (one, two) else one - two

    @property
    def majority_share(self) -> float | None:
        if not self.complete or self.decided_on in (None, "final") or self.majority is None:
            return None
        return 100 * self.majority / self.row["valid_votes"]

    @property
    def result(self) -> str | None:
        """ "hold" or "gain": as said, else on the term before."""
        if self.row["result"] is not None or self.row["by_election"] or self.term_before is None:
            return self.row["result"]
        return "hold" if self.term_before["party_id"] == self.winner["party_id"] else "gain"

    @property
    def lost_by(self) -> str | None:
        before = self.term_before
        if self.row["from_party"] is not None or before is None or before["party_id"] == self.winner["party_id"]:
            return self.row["from_party"]
        return str(before["party_id"])

    def gained(self, party: str) -> bool | None:
        if party not in {c["party_id"] for c in self.candidates}:
            return False
        return None if self.result is None else self.won(party) and self.result == "gain"

    def kept(self, party: str) -> bool | None:
        if party not in {c["party_id"] for c in self.candidates}:
            return False
        return None if self.result is None else self.won(party) and self.result == "hold"

    def lost(self, party: str) -> bool | None:
        if self.result != "gain":
            return None if self.result is None else False
        return None if self.lost_by is None else self.lost_by == party

    @property
    def changed(self) -> bool | None:
        return None if self.result is None else self.result == "gain"

    @property
    def papers(self) -> int | None:
        return len(self.candidates) if self.complete else None


def _deciding(candidate: Row) -> Any:
    return candidate["first_votes"] if candidate["final_votes"] is None else candidate["final_votes"]


def office_contests(tables: Tables, switches: Switches) -> list[OfficeContest]:
    """Every contest with a winner, each with the term before it."""
    offices = {row["office_id"]: row for row in tables["office"]}
    candidates = tables.by("office_candidacy", "contest_id")
    found = [
        OfficeContest(row, offices[row["office_id"]], candidates[row["contest_id"]], switches)
        for row in tables["office_contest"]
        if any(c["rank"] == 1 for c in candidates[row["contest_id"]])
    ]
    for contest in found:
        contest.term_before = _term_before(tables, contest, found)
    return found


def _term_before(tables: Tables, contest: OfficeContest, found: list[OfficeContest]) -> Row | None:
    """The last term before this one, not more than five years earlier, where no poll before was set aside."""
    row = contest.row
    own = [c for c in found if c.row["office_id"] == row["office_id"]]
    if row["voided"] or row["by_election"] or any(c.row["voided"] and c.row["date"] < row["date"] for c in own):
        return None
    terms = {h["year"]: h for h in tables["office_holder"] if h["office_id"] == row["office_id"]}
    terms |= {c.row["year"]: c.winner | {"year": c.row["year"]} for c in own if is_term(c)}
    years = [year for year in terms if row["year"] - 5 <= year < row["year"]]
    return terms[max(years)] if years and max(years) == max(y for y in terms if y < row["year"]) else None


def is_term(contest: OfficeContest) -> bool:
    """Whether a contest made somebody the holder."""
    return bool(contest.winner["elected"]) and not contest.row["voided"] and not contest.row["by_election"]
