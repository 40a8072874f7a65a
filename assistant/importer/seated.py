"""Who sits for which party outside a composition's columns, as rosters and polls of whole councils have it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from assistant.importer.blocks import RESIDUAL
from assistant.importer.model import Candidacy, Contest, Control, Councillor, Row, WardParty
from assistant.importer.text import plain

INDEPENDENT = "independent"

_CARRIED = 2026
"""The year whose rosters are those of the year before with the winners of its polls."""

_Kind = TypeVar("_Kind", bound=Row)
_TERM = 4
"""Years between two elections of the same seat."""

_At = tuple[str, int]
_Person = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Witness:
    """Members outside the counted parties, by party; `other` are those of whom nothing is known.

    `same_day` is false for one made of two sources, whose parts are of different days.
    """

    others: Counter[str]
    source_id: str
    same_day: bool = True


@dataclass(frozen=True, slots=True)
class _Won:
    """A contest with the candidates it elected."""

    contest: Contest
    winners: list[Candidacy]


class Seated:
    """Witnesses of a council's others, best first: the year's roster, its whole poll, last year's roster carried on."""

    def __init__(self, tables: Mapping[str, list[Row]], counted: frozenset[str]) -> None:
        self._counted = counted
        heads = (row for row in _of(tables["control"], Control) if row.moment == "snapshot")
        self._sizes = {(row.council_id, row.year): row.seats for row in heads}
        self._rosters: dict[_At, list[Councillor]] = defaultdict(list)
        for member in _of(tables["councillor"], Councillor):
            self._rosters[member.council_id, member.year].append(member)
        self._polls = _polls(tables)
        self._elected = _Elected(tables)
        self._alone = dict(_alone(tables, counted))

    def witnesses(self, council_id: str, year: int) -> list[Witness]:
        """What is known of the council's others in *year*."""
        made = (self._roster(council_id, year), self._whole_poll(council_id, year), self._carried(council_id, year))
        return [witness for witness in made if witness]

    def _roster(self, council_id: str, year: int) -> Witness | None:
        members = self._rosters.get((council_id, year))
        return Witness(self._others(members), members[0].source_id) if members else None

    def _whole_poll(self, council_id: str, year: int) -> Witness | None:
        winners = [won for poll in self._polls.get((council_id, year), []) for won in poll.winners]
        if len(winners) != self._sizes.get((council_id, year)):
            return None
        others = Counter(won.party_id for won in winners if won.party_id not in self._counted)
        return Witness(others, winners[0].source_id)

    def _carried(self, council_id: str, year: int) -> Witness | None:
        """Last year's roster without the members of seats that were fought since, and with those who won them."""
        before = self._rosters.get((council_id, year - 1))
        if year != _CARRIED or not before:
            return None
        polls = self._polls.get((council_id, year), [])
        fought = {poll.contest.ward_slug: len(poll.winners) for poll in polls}
        others = self._others(_staying(before, fought))
        others += Counter(won.party_id for poll in polls for won in poll.winners if won.party_id not in self._counted)
        return Witness(others, before[0].source_id, same_day=not polls)

    def _others(self, members: Iterable[Councillor]) -> Counter[str]:
        parties = (self._party(member) for member in members)
        return Counter(party for party in parties if party not in self._counted)

    def _party(self, member: Councillor) -> str:
        """A member's party; those whom a roster has as "independent or other" by what they stood for last."""
        if member.party_id != INDEPENDENT:
            return member.party_id
        parties = self._elected.of(member) or self._alone.get((member.council_id, member.ward_slug, member.year), set())
        return RESIDUAL if len(parties) != 1 or parties & self._counted else min(parties)


def _staying(members: list[Councillor], fought: Mapping[str, int]) -> Iterator[Councillor]:
    """The members but for those of each ward whose seats were fought: the ones whose terms ended first."""
    by_ward: dict[str, list[Councillor]] = defaultdict(list)
    for member in members:
        by_ward[member.ward_slug].append(member)
    for ward_slug, sitting in by_ward.items():
        sitting.sort(key=lambda member: (str(member.next_election), member.name))
        yield from sitting[fought.get(ward_slug, 0) :]


def _of(rows: Iterable[Row], kind: type[_Kind]) -> Iterator[_Kind]:
    return (row for row in rows if isinstance(row, kind))


def _polls(tables: Mapping[str, list[Row]]) -> Mapping[_At, list[_Won]]:
    """The contests of each council's own polls of a year, with their winners."""
    winners: dict[str, list[Candidacy]] = defaultdict(list)
    for candidacy in _of(tables["candidacy"], Candidacy):
        if candidacy.elected:
            winners[candidacy.contest_id].append(candidacy)
    polls: dict[_At, list[_Won]] = defaultdict(list)
    for contest in _of(tables["contest"], Contest):
        if not contest.by_election and winners[contest.contest_id]:
            polls[contest.council_id, contest.year].append(_Won(contest, winners[contest.contest_id]))
    return polls


class _Elected:
    """Who was elected in a ward, and for which party: by surname and initial, else by surname."""

    def __init__(self, tables: Mapping[str, list[Row]]) -> None:
        at = {contest.contest_id: contest for contest in _of(tables["contest"], Contest)}
        self._parties: dict[_Person, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        for one in _of(tables["candidacy"], Candidacy):
            if one.elected:
                contest = at[one.contest_id]
                for key in _keys(contest.council_id, contest.ward_slug, one.surname, one.name):
                    self._parties[key][contest.year].add(one.party_id)

    def of(self, member: Councillor) -> set[str]:
        """The party of a member at the nearest poll of a term, earlier ones first; several where a name is shared."""
        for key in _keys(member.council_id, member.ward_slug, member.surname, member.name):
            years = [year for year in self._parties.get(key, ()) if abs(year - member.year) <= _TERM]
            if years:
                nearest = min(years, key=lambda year: (year > member.year, abs(year - member.year)))
                return self._parties[key][nearest]
        return set()


def _keys(council_id: str, ward_slug: str, surname: str, name: str) -> tuple[_Person, _Person]:
    """A member of a ward: surname and first initial, and the surname alone."""
    flat = plain(surname)
    return (council_id, ward_slug, f"{flat} {plain(name)[:1]}"), (council_id, ward_slug, flat)


def _alone(tables: Mapping[str, list[Row]], counted: frozenset[str]) -> Iterator[tuple[tuple[str, str, int], set[str]]]:
    """(council, ward, year) → the one party outside the columns that stood there and can have won, for a term.

    Of polls whose names are not held: a member of such a ward outside the columns can only be of that party.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in _of(tables["ward_party"], WardParty):
        votes[row.contest_id][row.party_id] = max(row.votes, votes[row.contest_id][row.party_id])
    for contest in _of(tables["contest"], Contest):
        parties = votes.get(contest.contest_id, Counter())
        others = set(parties) - counted
        won = {party for party, _ in parties.most_common(contest.seats)}
        if len(others) == 1 and others <= won and RESIDUAL not in others:
            for year in range(contest.year, contest.year + _TERM):
                yield (contest.council_id, contest.ward_slug, year), others
