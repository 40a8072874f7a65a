"""The reviewed corrections: findings about figures, those applied to a poll, and those noted at it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from assistant.importer.ballots import Poll, Stand
from assistant.importer.joining import Placed
from assistant.importer.model import Correction
from assistant.importer.readers.authorities import reviewed
from assistant.importer.text import plain, slug
from assistant.importer.wards import WardNames

_FILE = "corrections.csv"
APPLIED = "applied"
NOTED = "noted"
_OF_THE_ELECTION = frozenset(("seats_up", "scheme"))

_Row = Mapping[str, str]
_At = tuple[str, str, str]


def rows(names: WardNames) -> Iterator[Correction]:
    """Every finding as a row of its table, the ward under the name we print."""
    for number, row in enumerate(reviewed(_FILE), 1):
        council_id, ward = row["council_id"] or None, row["ward"] or None
        printed, ward_slug = _ward(names, council_id, ward)
        yield Correction(
            number,
            council_id,
            int(row["year"]),
            printed,
            ward_slug,
            row["candidate"] or None,
            row["field"],
            row["was"] or None,
            row["now"] or None,
            row["taken"],
            row["evidence"],
            row["source_id"],
        )


def _ward(names: WardNames, council_id: str | None, ward: str | None) -> tuple[str | None, str | None]:
    if not council_id or not ward:
        return ward, None
    return names.name(council_id, ward) if names.known(council_id, ward) else (ward, slug(ward))


def of_elections() -> Mapping[tuple[str, int], Mapping[str, str]]:
    """(council, year) → field → value: what is applied to a poll as a whole."""
    found: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    for row in reviewed(_FILE):
        if row["taken"] == APPLIED and row["field"] in _OF_THE_ELECTION:
            found[row["council_id"], int(row["year"])][row["field"]] = row["now"]
    return found


class Corrections:
    """What is applied to, or noted at, the polls of wards; `missed` tells what found no poll to be applied to."""

    def __init__(self, names: WardNames) -> None:
        self._by_ward: dict[_At, list[_Row]] = defaultdict(list)
        for row in reviewed(_FILE):
            if row["taken"] in (APPLIED, NOTED) and row["ward"]:
                self._by_ward[row["council_id"], row["year"], names.key(row["council_id"], row["ward"])].append(row)
        self._used: set[_At] = set()

    def corrected(self, at: Placed) -> Placed:
        """The poll with what is reviewed of it; ValueError where it does not have what was reviewed."""
        key = at.council_id, str(at.poll.day.year), at.key
        if key not in self._by_ward or at.poll.by_election:
            return at
        self._used.add(key)
        poll = at.poll
        for row in self._by_ward[key]:
            poll = _noted(poll, row) if row["taken"] == NOTED else _FIELDS[row["field"]](poll, row)
        return replace(at, poll=poll)

    def missed(self) -> list[_At]:
        """Wards of corrections that are in no source any more."""
        return sorted(set(self._by_ward) - self._used)


def _noted(poll: Poll, row: _Row) -> Poll:
    told = _TOLD.get(row["field"], row["evidence"])
    return replace(poll, note="; ".join(filter(None, (poll.note, told.format(**row)))))


_TOLD = {
    "margin": "a majority of one: nothing held tells whether it was one vote or a lot with a vote added ({evidence})",
}


@dataclass(frozen=True)
class _Of:
    """One candidate's figure: how it is told, and set."""

    told: Callable[[Stand], str]
    set: Callable[[Stand, str], Stand]

    def __call__(self, poll: Poll, row: _Row) -> Poll:
        """The poll with the one candidate's figure as reviewed."""
        stands = [stand for stand in poll.stands if plain(stand.name) == plain(row["candidate"])]
        if len(stands) != 1 or self.told(stands[0]) != row["was"]:
            told = ", ".join(f"{stand.name} {self.told(stand)}" for stand in poll.stands)
            raise ValueError(f"{_place(row)}: no {row['candidate']} with {row['field']} {row['was']}, but {told}")
        changed = self.set(stands[0], row["now"])
        return replace(poll, stands=tuple(_other(stand, stands[0], changed) for stand in poll.stands))


def _other(stand: Stand, was: Stand, now: Stand) -> Stand:
    return now if stand is was else stand


def _electorate(poll: Poll, row: _Row) -> Poll:
    turnout = poll.turnout
    if turnout is None or turnout.electorate != int(row["was"]) or not turnout.ballots:
        raise ValueError(f"{_place(row)}: the electorate is not {row['was']}")
    electorate = int(row["now"])
    percent = round(100 * turnout.ballots / electorate, 2)
    return replace(poll, turnout=replace(turnout, electorate=electorate, percent=percent), note=row["evidence"])


def _date(poll: Poll, row: _Row) -> Poll:
    return replace(poll, held_on=date.fromisoformat(row["now"]))


def _won_by(poll: Poll, row: _Row) -> Poll:
    return replace(poll, won_by=row["now"], note=row["evidence"])


_FIELDS: Mapping[str, Callable[[Poll, _Row], Poll]] = {
    "votes": _Of(lambda stand: str(stand.votes), lambda stand, cell: replace(stand, votes=int(cell))),
    "elected": _Of(lambda stand: str(int(stand.elected)), lambda stand, cell: replace(stand, elected=cell == "1")),
    "party": _Of(lambda stand: stand.label, lambda stand, cell: replace(stand, label=cell)),
    "electorate": _electorate,
    "date": _date,
    "won_by": _won_by,
}


def _place(row: _Row) -> str:
    return f"{_FILE}: {row['council_id']}, {row['ward']}, {row['year']}"
