"""The tables of facts: what is counted once, and beside it the rows of parties, of persons.

A cube's own row has the alias `b`, a party's row `p`, a rival party's `r`, a person's `c`. Keys are columns named for
the kind of thing that they hold, in each table the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.core.meaning.nodes import Kind


@dataclass(frozen=True, slots=True)
class Cube:
    """A table of facts with one row a place and year (or contest), and the tables of the parts of parties and persons.

    `moment`: "poll" for contests, "chamber" for what is so at a moment of a year. `join`: columns that a party's or a
    person's row shares with its contest.
    """

    name: str
    moment: str
    level: Kind
    table: str
    keys: tuple[Kind, ...]
    join: tuple[str, ...]
    parties: str | None = None
    persons: str | None = None
    has_by_elections: bool = False
    source: str = "b.source_id"


CHAMBER = Cube(
    "chamber", "chamber", "council", "chamber_year", ("council", "year"), ("council", "year"), "chamber_holding"
)
COUNCIL_POLL = Cube(
    "council poll", "poll", "council", "council_poll", ("council", "year"), ("council", "year"), "poll_standing"
)
WARD_POLL = Cube(
    "ward poll",
    "poll",
    "ward",
    "ward_contest",
    ("ward", "council", "year"),
    ("contest_id",),
    "ward_standing",
    "candidate",
    True,
)
OFFICE_POLL = Cube(
    "office poll",
    "poll",
    "office",
    "office_poll",
    ("office", "year"),
    ("contest_id",),
    "office_party",
    "office_standing",
    True,
)
ROSTER = Cube("roster", "chamber", "ward", "seat_holder", ("ward", "council", "party", "person", "year"), ())
TENURE = Cube("tenure", "chamber", "office", "office_tenure", ("office", "party", "person", "year"), ())
CUBES = {cube.name: cube for cube in (CHAMBER, COUNCIL_POLL, WARD_POLL, OFFICE_POLL, ROSTER, TENURE)}
