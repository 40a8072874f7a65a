"""The rows the importer makes: one frozen dataclass a table, fields in the order of `data/schema.sql`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


def election_id(council_id: str, day: date) -> str:
    """The Democracy Club id of one council's polls of one day: `local.dudley.2016-05-05`."""
    return f"local.{council_id}.{day.isoformat()}"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a shipped table; `table` names it."""

    table: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Source(Row):
    """Who publishes, under which licence."""

    table: ClassVar[str] = "source"
    source_id: str
    title: str
    publisher: str
    licence: str
    url: str | None = None
    as_of: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Council(Row):
    """A council between two dates; `gss_former` and `successors` are `;`-joined."""

    table: ClassVar[str] = "council"
    council_id: str
    name: str
    official_name: str
    kind: str
    nation: str
    region: str | None
    gss: str | None
    gss_former: str | None
    valid_from: date | None
    valid_to: date | None
    successors: str | None
    note: str | None
    source_id: str


@dataclass(frozen=True, slots=True)
class Area(Row):
    """A set of councils that people name as one place."""

    table: ClassVar[str] = "area"
    area_id: str
    name: str
    kind: str
    note: str | None
    source_id: str


@dataclass(frozen=True, slots=True)
class AreaMember(Row):
    """One council of an area."""

    table: ClassVar[str] = "area_member"
    area_id: str
    council_id: str
    source_id: str


@dataclass(frozen=True, slots=True)
class Party(Row):
    """A party, the independents, or a source's residual."""

    table: ClassVar[str] = "party"
    party_id: str
    name: str
    short: str
    ec_id: str | None
    kind: str
    colour: str | None
    source_id: str


@dataclass(frozen=True, slots=True)
class Name(Row):
    """A reviewed alias of a council, an area or a party."""

    table: ClassVar[str] = "name"
    alias: str
    kind: str
    target: str
    used_by: str | None
    source_id: str


@dataclass(frozen=True, slots=True)
class PartyName(Row):
    """What a party was called between two days, both included, before it took the name it has."""

    table: ClassVar[str] = "party_name"
    party_id: str
    name: str
    short: str
    valid_from: date
    valid_to: date
    note: str | None
    source_id: str


@dataclass(frozen=True, slots=True)
class WardAlias(Row):
    """A spelling of a ward, and the name we print."""

    table: ClassVar[str] = "ward_alias"
    council_id: str
    alias: str
    ward: str
    source_id: str


@dataclass(frozen=True, slots=True)
class Composition(Row):
    """Seats of one party on a council at one moment of a year."""

    table: ClassVar[str] = "composition"
    council_id: str
    year: int
    moment: str
    party_id: str
    seats: int
    source_id: str


@dataclass(frozen=True, slots=True)
class ToldApart(Row):
    """Seats of a party that a snapshot files under "other", as another source has them."""

    table: ClassVar[str] = "told_apart"
    council_id: str
    year: int
    party_id: str
    seats: int
    source_id: str


@dataclass(frozen=True, slots=True)
class Control(Row):
    """The head of a composition: size, vacancies, majority, and the source's own word."""

    table: ClassVar[str] = "control"
    council_id: str
    year: int
    moment: str
    as_of: str | None
    seats: int
    vacant: int | None
    majority_party: str | None
    administration: str | None
    label: str | None
    source_id: str


@dataclass(frozen=True, slots=True)
class ControlChange(Row):
    """Control that changed hands at a poll, as reported; a NULL party is no overall control."""

    table: ClassVar[str] = "control_change"
    council_id: str
    year: int
    from_party: str | None
    to_party: str | None
    from_known: bool
    source_id: str
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Election(Row):
    """One council's polls of one day; turnout in per cent."""

    table: ClassVar[str] = "election"
    election_id: str
    council_id: str
    date: date
    year: int
    scheduled: bool
    scheme: str | None
    seats_up: int | None
    electorate: int | None
    ballots: int | None
    turnout: float | None
    source_id: str
    complete: bool = True


@dataclass(frozen=True, slots=True)
class ElectionParty(Row):
    """Council-wide votes and seats of a party at one election."""

    table: ClassVar[str] = "election_party"
    election_id: str
    party_id: str
    label: str
    votes: int | None
    seats: int | None
    source_id: str


@dataclass(frozen=True, slots=True)
class Contest(Row):
    """One ward's contest on one day; turnout in per cent."""

    table: ClassVar[str] = "contest"
    contest_id: str
    election_id: str
    council_id: str
    ward: str
    ward_slug: str
    ward_gss: str | None
    date: date
    year: int
    seats: int | None
    voting_system: str
    by_election: bool
    uncontested: bool
    votes_held: str
    electorate: int | None
    ballots: int | None
    turnout: float | None
    turnout_basis: str | None
    note: str | None
    source_id: str
    turnout_source_id: str | None = None
    rejected: int | None = None
    lot: bool = False
    countermanded: bool = False
    quota: int | None = None
    won_by: str | None = None


@dataclass(frozen=True, slots=True)
class Candidacy(Row):
    """One candidate on one ballot paper."""

    table: ClassVar[str] = "candidacy"
    contest_id: str
    rank: int
    name: str
    surname: str
    party_id: str
    label: str
    votes: int | None
    elected: bool
    source_id: str
    stage: int | None = None
    printed: str | None = None
    name_source_id: str | None = None


@dataclass(frozen=True, slots=True)
class WardParty(Row):
    """Votes of a party's top candidate in one contest, where no names are held."""

    table: ClassVar[str] = "ward_party"
    contest_id: str
    party_id: str
    label: str
    votes: int
    source_id: str


@dataclass(frozen=True, slots=True)
class Correction(Row):
    """One finding about a figure, and what became of it; numbered when written."""

    table: ClassVar[str] = "correction"
    correction_id: int
    council_id: str | None
    year: int
    ward: str | None
    ward_slug: str | None
    candidate: str | None
    field: str
    was: str | None
    now: str | None
    taken: str
    evidence: str
    source_id: str


@dataclass(frozen=True, slots=True)
class Councillor(Row):
    """A sitting councillor in one year's roster."""

    table: ClassVar[str] = "councillor"
    council_id: str
    year: int
    ward: str
    ward_slug: str
    name: str
    surname: str
    party_id: str
    label: str
    next_election: date | None
    source_id: str


@dataclass(frozen=True, slots=True)
class Reported(Row):
    """A figure a named page gave; numbered when written."""

    table: ClassVar[str] = "reported"
    reported_id: int
    subject_kind: str
    subject: str
    year: int
    party_id: str | None
    measure: str
    figure: float | None
    from_party: str | None
    basis: str | None
    declared: int | None
    of_total: int | None
    note: str | None
    page: str | None
    source_id: str
