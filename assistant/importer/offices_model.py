"""Rows of the contests for a single office and for a parliament: fields in the order of `data/schema.sql`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from assistant.importer.model import Row


@dataclass(frozen=True, slots=True)
class Office(Row):
    """A mayoralty, a police area's commissioner, a constituency of the UK Parliament, or a parliament."""

    table: ClassVar[str] = "office"
    office_id: str
    name: str
    kind: str
    place: str
    nation: str
    region: str | None
    area_id: str | None
    council_id: str | None
    gss: str | None
    valid_from: date | None
    valid_to: date | None
    note: str | None
    source_id: str


@dataclass(frozen=True, slots=True)
class OfficeContest(Row):
    """One day's contest for an office; turnout in per cent of the electorate, spoilt papers included."""

    table: ClassVar[str] = "office_contest"
    contest_id: str
    office_id: str
    date: date
    year: int
    voting_system: str
    by_election: bool
    complete: bool
    votes_held: str
    electorate: int | None
    valid_votes: int | None
    spoilt: int | None
    turnout: float | None
    result: str | None
    from_party: str | None
    voided: bool
    note: str | None
    page: str | None
    source_id: str


@dataclass(frozen=True, slots=True)
class OfficeCandidacy(Row):
    """One candidate, or one party where the page names no candidate; *change* in points of share."""

    table: ClassVar[str] = "office_candidacy"
    contest_id: str
    rank: int
    name: str | None
    surname: str | None
    party_id: str
    label: str
    first_votes: int | None
    final_votes: int | None
    change: float | None
    elected: bool
    source_id: str


@dataclass(frozen=True, slots=True)
class OfficeSeats(Row):
    """Seats a party won in a parliament or assembly."""

    table: ClassVar[str] = "office_seats"
    contest_id: str
    party_id: str
    constituency_seats: int | None
    regional_seats: int | None
    seats: int
    change: int | None
    page: str
    source_id: str


@dataclass(frozen=True, slots=True)
class OfficeHolder(Row):
    """Who was elected to an office, one row an election."""

    table: ClassVar[str] = "office_holder"
    office_id: str
    year: int
    elected_on: date | None
    name: str
    surname: str
    party_id: str
    note: str | None
    page: str | None
    source_id: str
