"""The catalogue: which table answers which measure, at which grain, by which expression.

A cube is one table of `data/views/`. Its measures are aggregates, so that the same expression
gives a ward's, a council's or a region's figure. Shares and turnout are recomputed from sums.
Where a group can only be a single row of the table, the row's own figure is asked for instead.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.column import Unit
from assistant.question.model import Measure, Question, Rows
from assistant.records import dataclass

_COUNCIL_DIMS = {
    Rows.COUNCIL: ("council_id", "council"),
    Rows.YEAR: ("year", "year"),
    Rows.REGION: ("region", "region"),
    Rows.COUNCIL_KIND: ("council_kind", "council_kind"),
}
_PARTY_DIM = {Rows.PARTY: ("party_id", "party")}
_WARD_DIM = {Rows.WARD: ("ward_slug", "ward")}
_YEARLY = frozenset({Rows.COUNCIL, Rows.YEAR})


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure in SQL: over the rows of a group, and of one row alone."""

    total: str
    single: str

    def of(self, *, alone: bool) -> str:
        """The expression for a row that stands alone, or for a group of rows."""
        return self.single if alone else self.total


def _sum(column: str) -> Figure:
    return Figure(f"sum({column})", column)


def _max(expression: str) -> Figure:
    return Figure(f"max({expression})", expression)


def _any(expression: str) -> Figure:
    return Figure(f"any_value({expression})", expression)


def _share(part: str, whole: str) -> Figure:
    return Figure(f"100.0 * sum({part}) / sum({whole})", f"100.0 * {part} / {whole}")


@dataclass(frozen=True, slots=True)
class Cube:
    """A table with what its rows can be grouped by (id column, name column) and what it measures.

    `key` is what tells its rows apart, within its scope; empty where nothing does.
    """

    table: str
    dims: Mapping[Rows, tuple[str, str]]
    measures: Mapping[Measure, Figure]
    key: frozenset[Rows] = frozenset()
    has_latest: bool = False  # `latest` marks the rows of each council's last year
    has_party: bool = False
    has_ward: bool = False
    scope: str = ""  # a predicate that always holds, e.g. to leave by-elections out
    source: str = "source_id"


HELD = Cube(
    "held",
    _COUNCIL_DIMS | _PARTY_DIM,
    {
        Measure.SEATS: _sum("seats"),
        Measure.SEAT_SHARE: _share("seats", "size"),
        Measure.NET_CHANGE: _sum("change"),
        Measure.SEATS_SHORT: _max("size // 2 + 1 - seats"),
        Measure.COUNCIL_MAJORITY: _max("2 * seats - size"),
    },
    key=_YEARLY | {Rows.PARTY},
    has_latest=True,
    has_party=True,
)
CHAMBER = Cube(
    "chamber",
    _COUNCIL_DIMS,
    {
        Measure.SIZE: _sum("size"),
        Measure.CONTROL: _any("control"),
        Measure.COUNCIL_MAJORITY: _max("majority"),
        Measure.SEATS_SHORT: _max("short"),
    },
    key=_YEARLY,
    has_latest=True,
)
POLL = Cube(
    "poll",
    _COUNCIL_DIMS,
    {
        Measure.SEATS_UP: _sum("seats_up"),
        Measure.TURNOUT: Figure("sum(turnout * turnout_electorate) / sum(turnout_electorate)", "turnout"),
        Measure.ELECTORATE: _sum("electorate"),
        Measure.BALLOTS: _sum("ballots"),
        Measure.VOTES: _sum("votes"),
        Measure.CANDIDATES: _sum("candidates"),
        Measure.WARDS: _sum("wards"),
        Measure.POLLS: Figure("count(*)", "1"),
    },
    key=_YEARLY,
)
POLL_PARTY = Cube(
    "poll_party",
    _COUNCIL_DIMS | _PARTY_DIM,
    {
        Measure.SEATS_WON: _sum("seats"),
        Measure.SEATS_WON_SHARE: _share("seats", "poll_seats"),
        Measure.VOTES: _sum("votes"),
        Measure.VOTE_SHARE: _share("votes", "poll_votes"),
        Measure.CANDIDATES: _sum("candidates"),
    },
    key=_YEARLY | {Rows.PARTY},
    has_party=True,
)
WARD_POLL = Cube(
    "ward_poll",
    _COUNCIL_DIMS | _WARD_DIM,
    {
        Measure.MAJORITY: Figure("min(majority)", "majority"),
        Measure.TURNOUT: Figure("sum(turnout * electorate) / sum(electorate) FILTER (turnout IS NOT NULL)", "turnout"),
        Measure.ELECTORATE: _sum("electorate"),
        Measure.BALLOTS: _sum("ballots"),
        Measure.VOTES: _sum("votes"),
        Measure.CANDIDATES: _sum("candidates"),
        Measure.SEATS_UP: _sum("seats"),
        Measure.WINNER: _any("coalesce(winners, winning_parties)"),
        Measure.RUNNER_UP: _any("coalesce(runner_up, runner_up_party)"),
        Measure.WARDS: Figure("count(DISTINCT council_id || ward_slug)", "1"),
    },
    key=_YEARLY | {Rows.WARD},
    has_ward=True,
    scope="NOT by_election",
)
WARD_POLL_PARTY = Cube(
    "ward_poll_party",
    _COUNCIL_DIMS | _WARD_DIM | _PARTY_DIM,
    {
        Measure.VOTES: _sum("votes"),
        Measure.VOTE_SHARE: _share("votes", "contest_votes"),
        Measure.SEATS_WON: _sum("seats"),
        Measure.SEATS_WON_SHARE: _share("seats", "seats_up"),
        Measure.CANDIDATES: _sum("candidates"),
        Measure.WARDS_WON: Figure(
            "count(DISTINCT contest_id) FILTER (seats > 0 OR seats IS NULL AND rank = 1)",
            "CASE WHEN seats > 0 OR seats IS NULL AND rank = 1 THEN 1 ELSE 0 END",
        ),
    },
    key=_YEARLY | {Rows.WARD, Rows.PARTY},
    has_party=True,
    has_ward=True,
    scope="NOT by_election",
)
BALLOT = Cube(
    "ballot",
    _COUNCIL_DIMS | _WARD_DIM | _PARTY_DIM | {Rows.CANDIDATE: ("name", "name")},
    {
        Measure.VOTES: _sum("votes"),
        Measure.VOTE_SHARE: _max("share"),
        Measure.MAJORITY: _max("margin"),
        Measure.CANDIDATES: Figure("count(*)", "1"),
        Measure.POSITION: Figure("min(rank)", "rank"),
    },
    key=frozenset({Rows.CANDIDATE}),
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
    Measure.POLLS: Unit.COUNT,
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
