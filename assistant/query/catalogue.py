"""The catalogue: which table answers which measure, at which grain, by which expression.

A cube is one table of `data/views/`. Its measures are aggregates, so that the same expression
gives a ward's, a council's or a region's figure. Shares and turnout are recomputed from sums.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.column import Unit
from assistant.question.model import Measure, Question, Rows

_COUNCIL_DIMS = {
    Rows.COUNCIL: ("council_id", "council"),
    Rows.YEAR: ("year", "year"),
    Rows.REGION: ("region", "region"),
    Rows.COUNCIL_KIND: ("council_kind", "council_kind"),
}
_PARTY_DIM = {Rows.PARTY: ("party_id", "party")}
_WARD_DIM = {Rows.WARD: ("ward_slug", "ward")}


@dataclass(frozen=True, slots=True)
class Cube:
    """A table with what its rows can be grouped by (id column, name column) and what it measures."""

    table: str
    dims: Mapping[Rows, tuple[str, str]]
    measures: Mapping[Measure, str]
    has_party: bool = False
    has_ward: bool = False
    scope: str = ""  # a predicate that always holds, e.g. to leave by-elections out
    source: str = "source_id"


HELD = Cube(
    "held",
    _COUNCIL_DIMS | _PARTY_DIM,
    {
        Measure.SEATS: "sum(seats)",
        Measure.SEAT_SHARE: "100.0 * sum(seats) / sum(size)",
        Measure.NET_CHANGE: "sum(change)",
        Measure.SEATS_SHORT: "max(size // 2 + 1 - seats)",
        Measure.COUNCIL_MAJORITY: "max(2 * seats - size)",
    },
    has_party=True,
)
CHAMBER = Cube(
    "chamber",
    _COUNCIL_DIMS,
    {
        Measure.SIZE: "sum(size)",
        Measure.CONTROL: "any_value(control)",
        Measure.COUNCIL_MAJORITY: "max(majority)",
        Measure.SEATS_SHORT: "max(short)",
    },
)
POLL = Cube(
    "poll",
    _COUNCIL_DIMS,
    {
        Measure.SEATS_UP: "sum(seats_up)",
        Measure.TURNOUT: "sum(turnout * turnout_electorate) / sum(turnout_electorate)",
        Measure.ELECTORATE: "sum(electorate)",
        Measure.BALLOTS: "sum(ballots)",
        Measure.VOTES: "sum(votes)",
        Measure.CANDIDATES: "sum(candidates)",
        Measure.WARDS: "sum(wards)",
    },
)
POLL_PARTY = Cube(
    "poll_party",
    _COUNCIL_DIMS | _PARTY_DIM,
    {
        Measure.SEATS_WON: "sum(seats)",
        Measure.SEATS_WON_SHARE: "100.0 * sum(seats) / sum(poll_seats)",
        Measure.VOTES: "sum(votes)",
        Measure.VOTE_SHARE: "100.0 * sum(votes) / sum(poll_votes)",
        Measure.CANDIDATES: "sum(candidates)",
    },
    has_party=True,
)
WARD_POLL = Cube(
    "ward_poll",
    _COUNCIL_DIMS | _WARD_DIM,
    {
        Measure.MAJORITY: "min(majority)",
        Measure.TURNOUT: "sum(turnout * electorate) / sum(electorate) FILTER (turnout IS NOT NULL)",
        Measure.ELECTORATE: "sum(electorate)",
        Measure.BALLOTS: "sum(ballots)",
        Measure.VOTES: "sum(votes)",
        Measure.CANDIDATES: "sum(candidates)",
        Measure.SEATS_UP: "sum(seats)",
        Measure.WINNER: "any_value(coalesce(winners, winning_parties))",
        Measure.RUNNER_UP: "any_value(coalesce(runner_up, runner_up_party))",
        Measure.WARDS: "count(DISTINCT council_id || ward_slug)",
    },
    has_ward=True,
    scope="NOT by_election",
)
WARD_POLL_PARTY = Cube(
    "ward_poll_party",
    _COUNCIL_DIMS | _WARD_DIM | _PARTY_DIM,
    {
        Measure.VOTES: "sum(votes)",
        Measure.VOTE_SHARE: "100.0 * sum(votes) / sum(contest_votes)",
        Measure.SEATS_WON: "sum(seats)",
        Measure.SEATS_WON_SHARE: "100.0 * sum(seats) / sum(seats_up)",
        Measure.CANDIDATES: "sum(candidates)",
        Measure.WARDS_WON: "count(DISTINCT contest_id) FILTER (seats > 0 OR seats IS NULL AND rank = 1)",
    },
    has_party=True,
    has_ward=True,
    scope="NOT by_election",
)
BALLOT = Cube(
    "ballot",
    _COUNCIL_DIMS | _WARD_DIM | _PARTY_DIM | {Rows.CANDIDATE: ("name", "name")},
    {
        Measure.VOTES: "sum(votes)",
        Measure.VOTE_SHARE: "max(share)",
        Measure.MAJORITY: "max(margin)",
        Measure.CANDIDATES: "count(*)",
        Measure.POSITION: "min(rank)",
    },
    has_party=True,
    has_ward=True,
    scope="NOT by_election",
)

UNITS: Mapping[Measure, Unit] = {
    Measure.SEATS: Unit.COUNT,
    Measure.SEAT_SHARE: Unit.SHARE,
    Measure.SIZE: Unit.COUNT,
    Measure.NET_CHANGE: Unit.CHANGE,
    Measure.CONTROL: Unit.TEXT,
    Measure.COUNCIL_MAJORITY: Unit.COUNT,
    Measure.SEATS_SHORT: Unit.COUNT,
    Measure.SEATS_WON: Unit.COUNT,
    Measure.SEATS_WON_SHARE: Unit.SHARE,
    Measure.SEATS_UP: Unit.COUNT,
    Measure.VOTES: Unit.COUNT,
    Measure.VOTE_SHARE: Unit.SHARE,
    Measure.TURNOUT: Unit.SHARE,
    Measure.ELECTORATE: Unit.COUNT,
    Measure.BALLOTS: Unit.COUNT,
    Measure.MAJORITY: Unit.COUNT,
    Measure.CANDIDATES: Unit.COUNT,
    Measure.WARDS: Unit.COUNT,
    Measure.WARDS_WON: Unit.COUNT,
    Measure.WINNER: Unit.TEXT,
    Measure.RUNNER_UP: Unit.TEXT,
    Measure.POSITION: Unit.COUNT,
    Measure.SWING: Unit.POINTS,
}


def cube_for(q: Question, measure: Measure | None = None) -> Cube:
    """The smallest cube that has the measure at the grain the question needs."""
    measure = measure or q.measure
    party = bool(q.parties) or bool(q.without) or Rows.PARTY in (q.rows, q.breakdown)
    warded = bool(q.wards) or Rows.WARD in (q.rows, q.breakdown)
    if Rows.CANDIDATE in (q.rows, q.breakdown) or q.people:
        return BALLOT
    order = (
        (WARD_POLL_PARTY, WARD_POLL) if warded and party else (WARD_POLL,) if warded else
        (HELD, POLL_PARTY, CHAMBER, POLL, WARD_POLL) if party else (CHAMBER, HELD, POLL, POLL_PARTY, WARD_POLL)
    )  # fmt: skip
    rest = (*_WARDED, *_ALL) if warded else _ALL
    return next((c for c in (*order, *rest) if measure in c.measures), order[0])


_WARDED = (WARD_POLL_PARTY, WARD_POLL)
_ALL = (HELD, CHAMBER, POLL_PARTY, POLL, WARD_POLL_PARTY, WARD_POLL, BALLOT)
