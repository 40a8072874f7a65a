"""The measures: what each figure is at each level, how it adds, and what it means that there is no row.

A `Level` says how a measure is read from one cube. `value` is a column or an expression over the aliases of the cube:
of a party or a person where one is named, `whole` without one. NULL is "not held". `absent` is the value where the
contest is held and the party has no row of its own; where that is NULL too, nothing can be told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.core.meaning.nodes import Slot
from assistant.core.model.cubes import CHAMBER, COUNCIL_POLL, OFFICE_POLL, WARD_POLL, Cube

Adds = Literal["sum", "ratio", "never"]
"""How a measure is had of several: by adding; as one sum divided by another; not at all."""


@dataclass(frozen=True, slots=True)
class Level:
    """A measure in one cube. Of a ratio `value` and `of` are the parts whose sums are divided; it is a percentage.

    `party`, `person`: of a party's row, of a person's; None where the measure is not told of one. `single`: a ratio
    as one row states it, where that says more than its parts.
    """

    cube: Cube
    whole: str | None = None
    party: str | None = None
    person: str | None = None
    absent: str = "NULL"
    of: str | None = None
    single: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure that can be asked for.

    `unit`: votes, seats, points … as it is printed behind the number, "%" for shares; `plural`, `singular`: its noun.
    `over`: the slots over whose members it may be taken together. `most`, `least`: what its extremes are called.
    `levels`: by basis (the first is the one meant where none is named), then one a level. `verb`: what a party does
    that has so many of them, in the past, in the present and as an infinitive ("received 500 votes").
    """

    name: str
    singular: str
    plural: str
    unit: str
    moment: Literal["poll", "chamber"]
    adds: Adds
    over: frozenset[Slot]
    bases: Mapping[str, tuple[Level, ...]]
    most: str = "highest"
    least: str = "lowest"
    since: int = 1973
    verb: tuple[str, str, str] | None = None

    @property
    def counted(self) -> bool:
        """Whether it is a number of things: said in the plural, with "most" and "fewest"."""
        return self.least == "fewest"

    def level(self, cube: str, basis: str = "") -> Level | None:
        """How it is read from a cube, None where it is not."""
        levels = self.bases.get(basis) if basis else next(iter(self.bases.values()))
        return next((level for level in levels or () if level.cube.name == cube), None)


_BOTH: frozenset[Slot] = frozenset({"place", "party"})
_PLACES: frozenset[Slot] = frozenset({"place"})
_NONE: frozenset[Slot] = frozenset()
_IN = "CASE WHEN b.held THEN 0 END"  # a party that is not among those who stood
_COUNTED = "CASE WHEN b.counted THEN 0 END"
_COMPLETE = "CASE WHEN b.complete THEN 0 END"
_HELD = "CASE WHEN b.unnamed = 0 THEN 0 END"  # a party not told apart may be among the seats that are not named

_ALL_VOTES = (
    Level(COUNCIL_POLL, "b.votes", "p.votes", absent=_IN),
    Level(WARD_POLL, "b.votes", "p.votes", "c.votes", absent=_COUNTED),
    Level(OFFICE_POLL, "b.valid_votes", "p.votes", "c.votes", absent=_COMPLETE),
)


def _plain(*levels: Level) -> dict[str, tuple[Level, ...]]:
    return {"": levels}


MEASURES: dict[str, Measure] = {
    m.name: m
    for m in (
        Measure(
            "seats held",
            "seat held",
            "seats held",
            "seats",
            "chamber",
            "sum",
            _BOTH,
            _plain(Level(CHAMBER, "b.size", "p.seats", absent=_HELD)),
            "most",
            "fewest",
            verb=("held", "holds", "hold"),
        ),
        Measure(
            "share of seats",
            "share of the seats",
            "shares of the seats",
            "%",
            "chamber",
            "ratio",
            _BOTH,
            _plain(Level(CHAMBER, None, "p.seats", absent=_HELD, of="b.size")),
            "highest",
            "lowest",
        ),
        Measure(
            "size",
            "number of seats on the council",
            "numbers of seats on the council",
            "seats",
            "chamber",
            "never",
            _NONE,
            _plain(Level(CHAMBER, "b.size")),
            "largest",
            "smallest",
        ),
        Measure(
            "seats needed",
            "number of seats needed for a majority",
            "numbers of seats needed for a majority",
            "seats",
            "chamber",
            "never",
            _NONE,
            _plain(Level(CHAMBER, "b.needed")),
        ),
        Measure(
            "seats short",
            "number of seats short of a majority",
            "numbers of seats short of a majority",
            "seats",
            "chamber",
            "never",
            _NONE,
            _plain(
                Level(
                    CHAMBER,
                    "b.needed - b.top_seats",
                    "b.needed - p.seats",
                    absent="CASE WHEN b.unnamed = 0 THEN b.needed END",
                )
            ),
        ),
        Measure(
            "council majority",
            "majority on the council",
            "majorities on the council",
            "seats",
            "chamber",
            "never",
            _NONE,
            _plain(
                Level(
                    CHAMBER,
                    "CASE WHEN b.control <> 'none' THEN b.majority END",
                    "2 * p.seats - b.size",
                )
            ),
            "biggest",
            "smallest",
        ),
        Measure(
            "seats uncontested",
            "uncontested seat",
            "uncontested seats",
            "seats",
            "poll",
            "sum",
            _PLACES,
            _plain(
                Level(COUNCIL_POLL, "b.uncontested"),
                Level(WARD_POLL, "CASE WHEN b.uncontested THEN b.seats ELSE 0 END"),
            ),
            "most",
            "fewest",
            2014,
        ),
        Measure(
            "vacancies",
            "vacant seat",
            "vacant seats",
            "seats",
            "chamber",
            "sum",
            _PLACES,
            _plain(Level(CHAMBER, "b.vacant")),
            "most",
            "fewest",
        ),
        Measure(
            "net change",
            "net change in seats",
            "net changes in seats",
            "seats",
            "chamber",
            "sum",
            _BOTH,
            {
                "composition": (Level(CHAMBER, None, "p.change"),),
                "last fought": (
                    Level(
                        COUNCIL_POLL,
                        None,
                        "p.seats - p.before_seats",
                        absent="CASE WHEN b.before_year IS NOT NULL THEN 0 END",
                    ),
                ),
            },
            "best",
            "worst",
        ),
        Measure(
            "seats defended",
            "seat defended",
            "seats defended",
            "seats",
            "poll",
            "sum",
            _BOTH,
            _plain(
                Level(
                    COUNCIL_POLL,
                    None,
                    "p.before_seats",
                    absent="CASE WHEN b.before_year IS NOT NULL THEN 0 END",
                )
            ),
            "most",
            "fewest",
            2016,
            verb=("defended", "defends", "defend"),
        ),
        Measure(
            "seats won",
            "seat won",
            "seats won",
            "seats",
            "poll",
            "sum",
            _BOTH,
            _plain(
                Level(COUNCIL_POLL, "b.seats_up", "p.seats", absent=_IN),
                Level(WARD_POLL, "b.seats", "p.seats", absent=_IN),
            ),
            "most",
            "fewest",
            2014,
            verb=("won", "wins", "win"),
        ),
        Measure(
            "share of seats won",
            "share of the seats won",
            "shares of the seats won",
            "%",
            "poll",
            "ratio",
            _BOTH,
            _plain(Level(COUNCIL_POLL, None, "p.seats", absent=_IN, of="b.seats_up")),
            since=2014,
        ),
        Measure(
            "seats up",
            "seat up for election",
            "seats up for election",
            "seats",
            "poll",
            "sum",
            _PLACES,
            _plain(Level(COUNCIL_POLL, "b.seats_up"), Level(WARD_POLL, "b.seats")),
            "most",
            "fewest",
            2012,
        ),
        Measure(
            "votes",
            "vote",
            "votes",
            "votes",
            "poll",
            "sum",
            _BOTH,
            {
                "all votes": _ALL_VOTES,
                "top candidates": (
                    Level(COUNCIL_POLL, "b.top_votes", "p.top_votes", absent=_IN),
                    Level(WARD_POLL, "b.top_votes", "p.top_votes", absent=_COUNTED),
                ),
                "first preferences": (
                    Level(OFFICE_POLL, "b.valid_votes", "p.first_votes", "c.first_votes", absent=_COMPLETE),
                ),
            },
            "most",
            "fewest",
            2014,
            verb=("received", "receives", "receive"),
        ),
        Measure(
            "share of the vote",
            "share of the vote",
            "shares of the vote",
            "%",
            "poll",
            "ratio",
            _BOTH,
            {
                "all votes": (
                    Level(COUNCIL_POLL, None, "p.votes", absent=_IN, of="b.votes"),
                    Level(WARD_POLL, None, "p.votes", "c.votes", absent=_COUNTED, of="b.votes"),
                    Level(
                        OFFICE_POLL,
                        None,
                        "CASE WHEN b.complete THEN p.first_votes END",
                        "CASE WHEN b.complete THEN c.first_votes END",
                        absent=_COMPLETE,
                        of="b.valid_votes",
                    ),
                ),
                "top candidates": (
                    Level(COUNCIL_POLL, None, "p.top_votes", absent=_IN, of="b.top_votes"),
                    Level(WARD_POLL, None, "p.top_votes", absent=_COUNTED, of="b.top_votes"),
                ),
            },
            since=2014,
        ),
        Measure(
            "turnout",
            "turnout",
            "turnouts",
            "%",
            "poll",
            "ratio",
            _PLACES,
            _plain(
                Level(
                    COUNCIL_POLL,
                    "b.turnout * b.turnout_electorate / 100",
                    of="b.turnout_electorate",
                    single="b.turnout",
                ),
                Level(WARD_POLL, "b.turnout * b.electorate / 100", of="b.electorate", single="b.turnout"),
                Level(OFFICE_POLL, "b.turnout * b.electorate / 100", of="b.electorate", single="b.turnout"),
            ),
            since=2012,
        ),
        Measure(
            "electorate",
            "electorate",
            "electorates",
            "electors",
            "poll",
            "sum",
            _PLACES,
            _plain(
                Level(COUNCIL_POLL, "b.electorate"),
                Level(WARD_POLL, "b.electorate"),
                Level(OFFICE_POLL, "b.electorate"),
            ),
            "largest",
            "smallest",
            2012,
        ),
        Measure(
            "ballot papers",
            "ballot paper",
            "ballot papers",
            "ballot papers",
            "poll",
            "sum",
            _PLACES,
            _plain(Level(COUNCIL_POLL, "b.ballots"), Level(WARD_POLL, "b.ballots")),
            "most",
            "fewest",
            2012,
        ),
        Measure(
            "rejected papers",
            "rejected ballot paper",
            "rejected ballot papers",
            "rejected papers",
            "poll",
            "sum",
            _PLACES,
            _plain(Level(COUNCIL_POLL, "b.rejected"), Level(WARD_POLL, "b.rejected"), Level(OFFICE_POLL, "b.spoilt")),
            "most",
            "fewest",
            2012,
        ),
        Measure(
            "candidates",
            "candidate",
            "candidates",
            "candidates",
            "poll",
            "sum",
            _BOTH,
            _plain(
                Level(COUNCIL_POLL, "b.candidates", "p.candidates", absent=_IN),
                Level(WARD_POLL, "b.candidates", "p.candidates", absent=_IN),
                Level(OFFICE_POLL, "CASE WHEN b.complete THEN b.candidates END"),
            ),
            "most",
            "fewest",
            2014,
            verb=("fielded", "fields", "field"),
        ),
        Measure(
            "wards",
            "ward fought",
            "wards fought",
            "wards",
            "poll",
            "sum",
            _PLACES,
            _plain(Level(COUNCIL_POLL, "b.wards")),
            "most",
            "fewest",
            2012,
        ),
        Measure(
            "majority",
            "majority",
            "majorities",
            "votes",
            "poll",
            "never",
            _NONE,
            _plain(
                Level(
                    WARD_POLL,
                    "b.majority",
                    "CASE WHEN p.seats > 0 AND NOT coalesce(b.split, false) THEN b.majority END",
                    "CASE WHEN c.elected THEN b.majority END",
                ),
                Level(
                    OFFICE_POLL,
                    "b.majority",
                    "CASE WHEN p.elected THEN b.majority END",
                    "CASE WHEN c.elected THEN b.majority END",
                ),
            ),
            "biggest",
            "smallest",
            2014,
        ),
        Measure(
            "majority in per cent",
            "majority in per cent of the vote",
            "majorities in per cent of the vote",
            "%",
            "poll",
            "never",
            _NONE,
            _plain(Level(WARD_POLL, "b.majority_share"), Level(OFFICE_POLL, "b.majority_share")),
            "biggest",
            "smallest",
            2014,
        ),
        Measure(
            "position",
            "position",
            "positions",
            "",
            "poll",
            "never",
            _NONE,
            _plain(
                Level(WARD_POLL, None, "p.rank", "c.rank"),
                Level(COUNCIL_POLL, None, "p.rank"),
                Level(OFFICE_POLL, None, "p.rank", "c.rank"),
            ),
            "lowest",
            "highest",
            2014,
        ),
    )
}
"""Each measure by its name."""
