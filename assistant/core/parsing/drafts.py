"""Parts of a question that are no meaning of their own yet: what a rule builds on the way."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.core.meaning.nodes import Claim, Figure, Kind, Listing, Measure, Named, Operator, Prop, Select, Set, Span


@dataclass(frozen=True, slots=True)
class Np:
    """A set as a noun phrase: its determiner ("the", "every", "no", "which" …) and how many it says."""

    of: Set
    det: str = ""
    op: Operator | None = None
    number: Figure | None = None
    plural: bool = False
    prep: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """A number with what it bounds: "more than 10", "under 30%", "the council average"."""

    op: Operator
    right: Figure
    upper: Figure | None = None
    either: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A bounded figure: "more than 10 seats", "a majority of 27"; of what, its verb may still settle."""

    figure: Figure
    op: Operator
    right: Figure
    upper: Figure | None = None
    either: bool = False
    whole: Figure | None = None


@dataclass(frozen=True, slots=True)
class Versus:
    """A figure against the same of another: "more votes than the Greens", "more seats than in 2014"; `by` how many."""

    figure: Figure
    op: Operator
    other: Set
    either: bool = False
    times: float = 1
    by: Bound | None = None


@dataclass(frozen=True, slots=True)
class Super:
    """A superlative that has not met its noun: "the highest turnout", "most seats", "second fewest votes"."""

    figure: Figure
    order: str
    first: int = 1
    last: int = 1


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question word asks for: members of a set, how many of it, or a figure."""

    of: Set | Figure
    how: str
    premise: Prop | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A poll as it is named: "the 2018 Birmingham election", "Claines ward by-election": where, when, which kind."""

    parts: tuple[Set, ...] = ()
    poll: str = "scheduled"


@dataclass(frozen=True, slots=True)
class Few:
    """So many of a kind, before it is said by what they are ranked: "the top 5 wards"."""

    of: Set
    number: int
    order: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A comparison whose sides are still to be named: "who got more votes, …"."""

    sup: Super


@dataclass(frozen=True, slots=True)
class Change(Figure):
    """How much a figure changed, between years that are not said yet."""

    figure: Figure


@dataclass(frozen=True, slots=True)
class Trend(Prop):
    """That a figure rose or fell, between years that are not said yet."""

    figure: Figure
    op: Operator


@dataclass(frozen=True, slots=True)
class Either(Prop):
    """A comparison of which both directions were offered: "more or fewer than 10"; the figure tells which."""

    prop: Prop


@dataclass(frozen=True, slots=True)
class Apart(Figure):
    """A difference in a figure, between things that are not said yet."""

    figure: Figure


@dataclass(frozen=True, slots=True)
class After(Span):
    """From a year on: what was so after its polls, of a chamber; the polls that came later."""


@dataclass(frozen=True, slots=True)
class Before(Span):
    """Until the year before: what was so of a chamber when its polls came; the polls that came earlier."""


@dataclass(frozen=True, slots=True)
class Those(Set):
    """ "Those (that) …": things of the kind that is spoken of, of which a clause is true."""

    that: Prop


@dataclass(frozen=True, slots=True)
class Whole(Figure):
    """All that there is of a figure: "every seat"."""


@dataclass(frozen=True, slots=True)
class Swing(Figure):
    """The swing between two parties, between years that are not said yet."""

    source: Set | None = None
    target: Set | None = None
    place: Set | None = None
    time: Set | None = None


@dataclass(frozen=True, slots=True)
class Once(Prop):
    """A claim of the first or the last time that it was true."""

    prop: Prop
    which: str


@dataclass(frozen=True, slots=True)
class Who(Listing):
    """A list of who did something: of persons or of parties, as the level of the place settles."""


@dataclass(frozen=True, slots=True)
class One(Select):
    """A set said in the singular: one thing is meant."""


@dataclass(frozen=True, slots=True)
class Placed(Select):
    """ "The winner", "the runners-up": people of a ward or an office; one of a council is a party."""


@dataclass(frozen=True, slots=True)
class Holder(Select):
    """ "Mayors": those who hold such an office, or, where a deed says so, those who ran for it; `offices` are which."""

    offices: Set = field(default_factory=lambda: Set("office"))


@dataclass(frozen=True, slots=True)
class Norm(Figure):
    """What a figure is held against where only its level is said: "the council average", "average"."""

    of: Kind | None


@dataclass(frozen=True, slots=True)
class Beside(Named):
    """A council or ward said beside its area, which the tables are still to confirm: "Worthing, West Sussex"."""

    area: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mean(Figure):
    """An average whose members are not said yet."""

    how: str
    figure: Figure
    spans: frozenset[tuple[int, int]] = field(default=frozenset(), compare=False)


KINDS: dict[str, Kind] = {
    "ward": "ward",
    "council": "council",
    "party": "party",
    "candidate": "person",
    "councillor": "person",
    "person": "person",
    "winner": "person",
    "loser": "person",
    "runner-up": "person",
    "year": "year",
    "election": "year",
    "region": "area",
    "county": "area",
    "time": "year",
}
"""A noun's kind of thing."""

__all__ = [
    "KINDS",
    "After",
    "Amount",
    "Apart",
    "Asked",
    "Before",
    "Beside",
    "Bound",
    "Change",
    "Choice",
    "Claim",
    "Either",
    "Event",
    "Few",
    "Holder",
    "Mean",
    "Measure",
    "Norm",
    "Np",
    "Once",
    "One",
    "Placed",
    "Select",
    "Super",
    "Swing",
    "Those",
    "Trend",
    "Versus",
    "Who",
    "Whole",
]
