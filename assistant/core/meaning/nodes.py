"""The nodes of a meaning: sets, figures, propositions and asks.

A slot that is None is open: `restrict` fills it. In a meaning that is resolved, None in a slot that a measure can do
without stands for all of them. `It` stands for the member of the nearest set of its kind that is around it.
`spans` are the stretches of the text that a node came from; they are no part of what it means.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["council", "area", "ward", "party", "person", "year", "office"]
Slot = Literal["place", "party", "person", "time", "rival"]
Spans = frozenset[tuple[int, int]]
NOWHERE: Spans = frozenset()

PLACES: frozenset[Kind] = frozenset({"council", "area", "ward", "office"})


@dataclass(frozen=True, slots=True)
class Node:
    """Anything that means something."""


# --- Sets: what stands where a name could -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Set(Node):
    """Things of one kind."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Named(Set):
    """A thing by its id; several ids are senses of one name, of which the tables settle one.

    A council's and an area's id is its key in the tables, a ward's `council/ward`, a party's its key ("none" is no
    overall control), an office's its key, a year's its four digits, a person's `council/name` or `office/name`.
    """

    ids: tuple[str, ...]
    spans: Spans = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Several(Set):
    """More than one set as one: their members together."""

    members: tuple[Set, ...]


@dataclass(frozen=True, slots=True)
class Span(Set):
    """Every year from `first` to `last`, both included; None is as far as the tables go."""

    kind: Kind = field(default="year", init=False)
    first: int | None
    last: int | None
    spans: Spans = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Newest(Set):
    """The newest year held, of each place its own: "now" of a chamber, "the last election" of a poll."""

    kind: Kind = field(default="year", init=False)
    spans: Spans = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class It(Set):
    """The member of the nearest set of this kind that is around."""


@dataclass(frozen=True, slots=True)
class Of(Set):
    """The thing of this kind that a member of another belongs to: the council of a ward, the party of a person."""

    member: Set


@dataclass(frozen=True, slots=True)
class Select(Set):
    """The things of a kind, within a place, of which every condition holds; it binds `It` in its conditions.

    Its members come from the rows of its conditions: without one there is nothing to go by, so there is always one.
    """

    within: Set | None
    where: tuple[Prop, ...]
    spans: Spans = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Ranked(Set):
    """The members from place `first` to place `last` by a figure, all that tie with them too; it binds `It` in `by`."""

    of: Set
    by: Figure
    order: Literal["most", "least"]
    first: int
    last: int
    spans: Spans = field(default=NOWHERE, compare=False)


# --- Figures ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Figure(Node):
    """A number, where it is held."""


@dataclass(frozen=True, slots=True)
class Number(Figure):
    """A number said: a count, a percentage, points."""

    value: float
    unit: str = ""
    spans: Spans = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Measure(Figure):
    """A measure of the model at a place, of a party or a person, at a time; a set of several is taken together.

    `poll` is "scheduled", or "by-election". `basis` picks one of the measure's bases, "" its first.
    """

    name: str
    place: Set | None = None
    party: Set | None = None
    person: Set | None = None
    time: Set | None = None
    rival: Set | None = None
    basis: str = ""
    poll: str = "scheduled"
    spans: Spans = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Count(Figure):
    """How many members a set has."""

    of: Set
    spans: Spans = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Portion(Figure):
    """The percentage of a set's members of which a proposition holds; it binds `It`."""

    of: Set
    that: Prop
    spans: Spans = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Over(Figure):
    """A figure over the members of a set: their sum, mean, median, most or least; it binds `It` in `figure`."""

    how: Literal["sum", "mean", "median", "most", "least"]
    figure: Figure
    members: Set
    spans: Spans = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Difference(Figure):
    """`left` less `right`. Of one figure at two times, left is the later."""

    left: Figure
    right: Figure
    spans: Spans = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Ratio(Figure):
    """`left` divided by `right`; as a percentage where `percent`."""

    left: Figure
    right: Figure
    percent: bool = False
    spans: Spans = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Calendar(Figure):
    """A year as a number, to put years in their order."""

    year: Set


@dataclass(frozen=True, slots=True)
class Run(Figure):
    """How many years a run without a break lasted, among the years held: the longest, or the one that came last."""

    which: Literal["longest", "last"]
    years: Set
    spans: Spans = field(default=NOWHERE, compare=False)


# --- Propositions -----------------------------------------------------------------------------------------------------

Operator = Literal["<", "<=", "=", "!=", ">=", ">"]


@dataclass(frozen=True, slots=True)
class Prop(Node):
    """What is true, false or, where it is not held, neither."""


@dataclass(frozen=True, slots=True)
class Claim(Prop):
    """A relation of the model, with its slots as `Measure` has them; `number` is the place of "came n-th"."""

    name: str
    place: Set | None = None
    party: Set | None = None
    person: Set | None = None
    time: Set | None = None
    rival: Set | None = None
    number: int = 0
    poll: str = "scheduled"
    spans: Spans = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Compare(Prop):
    """Two figures, held against each other."""

    left: Figure
    op: Operator
    right: Figure
    spans: Spans = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Among(Prop):
    """Whether a thing is a member of a set."""

    thing: Set
    of: Set
    spans: Spans = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Every(Prop):
    """Whether a proposition holds of every member of a set; it binds `It`."""

    of: Set
    that: Prop
    spans: Spans = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Not(Prop):
    """Whether a proposition does not hold."""

    prop: Prop
    spans: Spans = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class And(Prop):
    """Whether all hold."""

    props: tuple[Prop, ...]


@dataclass(frozen=True, slots=True)
class Or(Prop):
    """Whether one at least holds."""

    props: tuple[Prop, ...]


# --- Asks -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ask(Node):
    """A whole question."""


@dataclass(frozen=True, slots=True)
class Value(Ask):
    """How much, how many."""

    of: Figure


@dataclass(frozen=True, slots=True)
class Whether(Ask):
    """Yes or no; `either`: both directions of a comparison were offered ("more or fewer than 10")."""

    prop: Prop
    either: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Listing(Ask):
    """Which: the members of a set, with a figure or a set in each column; it binds `It` in the columns.

    With `across`, a second set binds too: a row a member of `of`, a column a member of `across`.
    `one`: one thing was asked for ("which party"). `may_be_empty`: the question leaves open whether there is one
    ("any", a bound, a negation).
    """

    of: Set
    columns: tuple[Figure | Set, ...] = ()
    across: Set | None = None
    may_be_empty: bool = field(default=False, compare=False)
    one: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Story(Ask):
    """All that matters of a place, a party or a person at a time: "how did Labour do in Leeds in 2018"."""

    place: Set | None = None
    party: Set | None = None
    person: Set | None = None
    time: Set | None = None
    poll: str = "scheduled"


@dataclass(frozen=True, slots=True)
class Both(Ask):
    """Two asks in one."""

    first: Ask
    second: Ask


@dataclass(frozen=True, slots=True)
class Given(Ask):
    """An ask that rests on a statement; where the statement is false, the record corrects it."""

    premise: Prop
    ask: Ask


@dataclass(frozen=True, slots=True)
class Reported(Ask):
    """An ask of a figure as it was reported: with so many councils declared, early in the count, or at its end.

    `point`: "96", "96 of 124", "early", "all".
    """

    ask: Ask
    point: str


@dataclass(frozen=True, slots=True)
class About(Ask):
    """Of the assistant itself: what a term means, what is held, which source, on which basis, help.

    `measure` is the name of the one that it is about, where it is about one at large; `of` the figure, or what somebody
    says, of which the basis is asked.
    """

    topic: str
    place: Set | None = None
    party: Set | None = None
    time: Set | None = None
    measure: str = ""
    of: Figure | Prop | None = None
    spans: Spans = field(default=NOWHERE, compare=False)


Cell = Measure | Claim
"""What has slots: a measure or a relation, of which a place, a party, a person and a time can be said."""

SLOTS: tuple[Slot, ...] = ("place", "party", "person", "rival", "time")
