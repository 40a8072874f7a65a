"""Two polls of the same wards: whether they can be compared, and each party's share in both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answer.asking import Desk, Row
from assistant.answer.office_words import number
from assistant.records import dataclass


@dataclass(frozen=True, slots=True)
class Contest:
    """One ward's contest with the votes of each party's top candidate."""

    ward: str
    slug: str
    year: int
    seats: int | None
    gss: str | None
    votes: Mapping[str, int]  # party_id → votes of its top candidate
    names: Mapping[str, str]  # party_id → party
    source: str

    @property
    def ranked(self) -> list[str]:
        """Party ids, most votes first."""
        return sorted(self.votes, key=lambda p: (-self.votes[p], p))


def contests(council_id: str, desk: Desk) -> dict[int, dict[str, Contest]]:
    """Year → ward slug → contest, of the council's scheduled polls with votes held."""
    rows = desk.main(
        "SELECT w.year, w.ward, w.ward_slug, t.seats, t.ward_gss, w.party_id, w.party, w.top_votes AS votes, w.source_id\n"
        "FROM ward_poll_party w\nJOIN contest t USING (contest_id)\n"
        "WHERE w.council_id = ? AND NOT w.by_election AND w.top_votes IS NOT NULL AND t.voting_system = 'first past the post'\n"
        "ORDER BY w.year, w.ward_slug, w.contest_id, w.rank, w.party_id",
        council_id,
    )
    grouped: dict[tuple[int, str], list[Row]] = {}
    for r in rows:
        grouped.setdefault((number(r["year"]), str(r["ward_slug"])), []).append(r)
    polls: dict[int, dict[str, Contest]] = {}
    for (year, slug), own in grouped.items():
        polls.setdefault(year, {})[slug] = _contest(year, slug, own)
    return polls


def _contest(year: int, slug: str, rows: Sequence[Row]) -> Contest:
    votes: dict[str, int] = {}
    for r in rows:
        votes[str(r["party_id"])] = max(votes.get(str(r["party_id"]), 0), number(r["votes"]))
    first = rows[0]
    return Contest(
        str(first["ward"]), slug, year, None if first["seats"] is None else number(first["seats"]),
        None if first["ward_gss"] is None else str(first["ward_gss"]), votes,
        {str(r["party_id"]): str(r["party"]) for r in rows}, str(first["source_id"]),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wards:
    """What is known of a council's wards at two polls: whether the names are the same, and the codes at the earlier."""

    alike: bool
    codes: frozenset[str]


def wards_of(now: Mapping[str, Contest], before: Mapping[str, Contest]) -> Wards:
    """The wards of two polls set against each other."""
    return Wards(same_wards(now, before), frozenset(c.gss for c in before.values() if c.gss is not None))


def not_alike(now: Contest, before: Contest, wards: Wards) -> str | None:
    """Why two contests of a ward cannot be compared, in words; None where they can.

    A code that another ward of the same name as before had at the earlier poll was given to the wrong ward
    by the source: where all names are the same, that is no change of boundaries.
    """
    alike = wards.alike
    swapped = alike and now.gss in wards.codes
    if now.gss is not None and before.gss is not None and now.gss != before.gss and not swapped:
        return f"the ward’s boundaries changed between {before.year} and {now.year} (its code is another)"
    if now.seats != before.seats:
        return f"{before.seats or 'an unknown number of'} seats were fought in {before.year} and {now.seats or 'an unknown number'} in {now.year}"
    if (now.gss is None or before.gss is None) and not alike:
        return f"the council’s wards are not the same in {before.year} and {now.year}, and whether this one’s boundaries changed is not held"
    return None


def same_wards(now: Mapping[str, Contest], before: Mapping[str, Contest]) -> bool:
    """True when nearly all wards fought at one poll were fought, under the same names, at the other."""
    common = len(now.keys() & before.keys())
    return common >= 0.9 * max(len(now), len(before))


def shares(parties: Sequence[Contest]) -> dict[str, float]:
    """Party id → share of the votes of parties' top candidates in these wards, in per cent."""
    total = sum(sum(c.votes.values()) for c in parties)
    summed: dict[str, int] = {}
    for c in parties:
        for party, votes in c.votes.items():
            summed[party] = summed.get(party, 0) + votes
    return {party: 100.0 * votes / total for party, votes in summed.items()} if total else {}
