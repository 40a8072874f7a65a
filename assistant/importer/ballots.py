"""What a reader of contests hands on: one ward's poll as its source has it, nothing resolved yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Stand:
    """One candidate as a source prints them; `votes` is None where the source gives no number.

    `ec_id` is the party's number in the register (PP53) where the source has it; `stage` the one at which the
    candidate was elected under the single transferable vote; `label_source` whose label it is, if another's.
    """

    name: str
    surname: str
    label: str
    votes: int | None
    elected: bool
    ec_id: str | None = None
    stage: int | None = None
    label_source: str | None = None


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many could and did vote; `percent` is a percentage (31.9), `basis` says of what."""

    source_id: str
    electorate: int | None
    ballots: int | None
    percent: float | None
    basis: str
    rejected: int | None = None


@dataclass(frozen=True, slots=True)
class Poll:
    """One ward's poll of one day in one source; `line` is where in the file it begins.

    `by_election` is None where the source does not say. `countermanded`: no votes were cast on that day, which a
    candidate's death puts off. `quota` is of the single transferable vote. `held_on` is the day of a poll put off from
    `day`, `won_by` the party_id of the winner where the poll's own figures do not tell.
    """

    source_id: str
    line: int
    council: str
    ward: str
    day: date
    gss: str | None = None
    kind: str | None = None
    ward_gss: str | None = None
    seats: int | None = None
    stands: tuple[Stand, ...] = ()
    parties: tuple[tuple[str, int], ...] = ()
    turnout: Turnout | None = None
    uncontested: bool = False
    note: str | None = None
    by_election: bool | None = None
    countermanded: bool = False
    quota: int | None = None
    held_on: date | None = None
    won_by: str | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """One councillor as a roster of `year` has them; `next_election` may be None."""

    source_id: str
    line: int
    year: int
    council: str
    ward: str
    name: str
    party: str
    ec_code: str | None
    next_election: date | None


@dataclass(frozen=True, slots=True)
class Refused:
    """A source row that goes no further, and why."""

    source_id: str
    line: int
    reason: str


@dataclass(slots=True)
class Reading:
    """What one reader made of its file: polls, refusals and how many rows it saw."""

    source_id: str
    rows_in: int = 0
    polls: list[Poll] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    def refuse(self, line: int, reason: str) -> None:
        """Put a row aside with its reason."""
        self.refused.append(Refused(self.source_id, line, reason))
