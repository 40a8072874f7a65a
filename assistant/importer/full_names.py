"""Initials joined to full names, where other sources have one person only of that surname and initial."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from assistant.importer.ballots import Stand
from assistant.importer.text import plain

_INITIALS = re.compile(r"(?:[^\W\d_]\.[- ]?)+")

_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A person's full name, and the source that prints it."""

    name: str
    source_id: str


class FullNames:
    """Every full name seen, by council, ward, surname and initial, and by council and party where the ward differs."""

    def __init__(self) -> None:
        self._seen: dict[_Key, dict[str, Named]] = defaultdict(dict)
        self._members: dict[_Key, dict[Named, set[int]]] = defaultdict(lambda: defaultdict(set))
        self._sitting: dict[_Key, set[tuple[str, int]]] = defaultdict(set)
        self._polled: dict[_Key, set[str]] = defaultdict(set)

    def see(self, council_id: str, ward: str, party_id: str, name: str, surname: str, source_id: str) -> None:
        """Take in a name as printed; initials tell nothing and are passed over."""
        first = _first(name, surname)
        if first:
            for key in _keys(council_id, ward, party_id, surname, first[0]):
                self._seen[key].setdefault(first, Named(name, source_id))

    def see_member(self, council_id: str, ward: str, year: int, named: Named, surname: str) -> None:
        """Take in a member of a year's roster, by whom two people of one name are kept apart."""
        self._sitting[council_id, plain(named.name)].add((ward, year))
        self._members[council_id, ward, plain(surname), _first(named.name, surname)][named].add(year)

    def _kept_apart(self, council_id: str, ward: str, stand: Stand) -> Named | None:
        """The fuller name of the ward's member, where the printed one is of another who sat in the same year."""
        namesakes = self._sitting.get((council_id, plain(stand.name)), set())
        here = self._members.get((council_id, ward, plain(stand.surname), _first(stand.name, stand.surname)), {})
        if any(other == ward for other, _ in namesakes) or len({plain(named.name) for named in here}) != 1:
            return None
        years: set[int] = set().union(*here.values())
        named = min(here, key=lambda named: named.source_id)
        return named if any(year in years for _, year in namesakes) else None

    def see_stand(self, council_id: str, ward: str, day: date, stand: Stand, source_id: str) -> None:
        """Take in a candidate of one contest, who in any other source of it has the same votes."""
        first = _first(stand.name, stand.surname)
        if first and stand.votes:
            self._polled[council_id, ward, day.isoformat(), str(stand.votes)].add(plain(stand.surname))
            self._seen[_contest_key(council_id, ward, day, stand)].setdefault(first, Named(stand.name, source_id))

    def of_stand(self, council_id: str, ward: str, day: date, stand: Stand, party_id: str) -> Named | None:
        """The full name of a candidate: as another source of the same contest has it, else as `of` does.

        One printed with a first name keeps it, unless rosters need more of it to tell two members apart.
        """
        if not _initials(stand.name):
            return self._kept_apart(council_id, ward, stand)
        found = self._seen.get(_contest_key(council_id, ward, day, stand), {})
        if len(found) == 1:
            return next(iter(found.values()))
        if self._longer(council_id, ward, day, stand):
            return None
        return self.of(council_id, ward, party_id, stand.name, stand.surname)

    def _longer(self, council_id: str, ward: str, day: date, stand: Stand) -> bool:
        """Whether another source has those votes under a longer surname: McCartney-Patel is no Patel from elsewhere."""
        flat = plain(stand.surname)
        others = self._polled.get((council_id, ward, day.isoformat(), str(stand.votes)), set())
        return any(flat != other and flat in other.split() for other in others)

    def of(self, council_id: str, ward: str, party_id: str, name: str, surname: str) -> Named | None:
        """The full name of one printed with initials; None where none, or more than one first name, is known."""
        initials = _initials(name)
        if not initials:
            return None
        for key in _keys(council_id, ward, party_id, surname, initials[0]):
            if found := self._seen.get(key):
                [*named] = found.values()
                return named[0] if len(named) == 1 and _fits(initials, named[0].name, surname) else None
        return None


def _keys(council_id: str, ward: str, party_id: str, surname: str, initial: str) -> tuple[_Key, _Key]:
    flat = plain(surname)
    return (council_id, ward, "ward", flat, initial), (council_id, party_id, "party", flat, initial)


def _contest_key(council_id: str, ward: str, day: date, stand: Stand) -> _Key:
    initial = plain(stand.name)[:1]
    return council_id, ward, day.isoformat(), plain(stand.surname), initial, str(stand.votes)


def _initials(name: str) -> str:
    """`D.P. Batchelor` → `dp`; "" where a first name is printed."""
    found = _INITIALS.match(name)
    return plain(found.group()).replace(" ", "") if found else ""


def _first(name: str, surname: str) -> str:
    """The first name, levelled; "" where only initials are printed."""
    if _initials(name):
        return ""
    words = plain(name.removesuffix(surname)).split()
    return words[0] if words and len(words[0]) > 1 else ""


def _fits(initials: str, name: str, surname: str) -> bool:
    """Whether the second initials agree, where both names have one."""
    given = plain(name.removesuffix(surname)).split()
    return len(initials) < 2 or len(given) < 2 or initials[1] == given[1][0]
