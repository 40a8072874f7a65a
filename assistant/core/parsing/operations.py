"""What a follow-up does with what was asked last, before it is known what that was: a part of the grammar's output."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.core.meaning.nodes import Figure, Kind, Node, Number, Prop, Set
from assistant.core.parsing.drafts import Bound, Super


@dataclass(frozen=True, slots=True)
class Operation(Node):
    """Something done with the meaning that was answered last."""


@dataclass(frozen=True, slots=True)
class Swap(Operation):
    """Other things in the place of those of their kinds; `old` are those that must be there to give way."""

    values: tuple[Set, ...]
    old: tuple[Set, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured(Operation):
    """Another figure of the same, or a column beside those told; `whole`: of all there is, whoever's was told."""

    figure: Figure
    added: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Mean(Operation):
    """A mean or a sum of another figure over the same."""

    how: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Narrowed(Operation):
    """Those of the last set that satisfy a clause; a bound is one on the figure that was told of them."""

    that: Prop | Bound


@dataclass(frozen=True, slots=True)
class Only(Operation):
    """Those of the last set that are of a party, or in a place; of a figure that of this thing alone."""

    value: Set


@dataclass(frozen=True, slots=True)
class Without(Operation):
    """All but these."""

    value: Set


@dataclass(frozen=True, slots=True)
class Those(Operation):
    """Of the last set: how many, or which, that satisfy a clause or are the most so."""

    how: str
    that: Prop | Bound | Super | None = None


@dataclass(frozen=True, slots=True)
class Extreme(Operation):
    """The few of the last set with most or least of the figure that was told of them; `keeps`: in its order."""

    order: str
    number: int = 1
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Step(Operation):
    """One poll on or back (`years` None), or so many years."""

    forward: bool
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Ordered(Operation):
    """The last set in the order of a figure; the other way round where there is none."""

    figure: Figure | None
    order: str = "most"


@dataclass(frozen=True, slots=True)
class By(Operation):
    """The last figure for each of a kind."""

    of: Set


@dataclass(frozen=True, slots=True)
class Hole(Operation):
    """The other side of what was told last: "when", "lost", "second", "from", "margin"."""

    which: str


@dataclass(frozen=True, slots=True)
class Combined(Operation):
    """The sum, the mean or the difference of what was told last."""

    how: str


@dataclass(frozen=True, slots=True)
class Judged(Operation):
    """Whether the last figure is one of this kind: a majority."""

    figure: Figure


@dataclass(frozen=True, slots=True)
class Beside(Operation):
    """Whether the last figure is more, or less, than that of another."""

    op: str
    other: Set


@dataclass(frozen=True, slots=True)
class Against(Operation):
    """The last figure beside that of another."""

    other: Set


@dataclass(frozen=True, slots=True)
class Nth(Operation):
    """The n-th of those that were listed last; -1 the last."""

    place: int


@dataclass(frozen=True, slots=True)
class Owned(Operation):
    """Of what kind's things those of the last set are: their parties, their councils."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Each(Operation):
    """Who did something in each of those that were told last."""

    claim: Prop


@dataclass(frozen=True, slots=True)
class Counted(Operation):
    """How many votes that was: the figure that was told, where it is one of votes."""

    figure: Figure


@dataclass(frozen=True, slots=True)
class Explained(Operation):
    """On which basis, or from whom, the last figure is; `said` is what somebody else says it is."""

    topic: str
    said: Number | None = None


@dataclass(frozen=True, slots=True)
class Plain(Operation):
    """What needs no more than its name: "percent", "other", "both", "thanks"."""

    name: str


@dataclass(frozen=True, slots=True)
class Headless(Node):
    """A question word that asks of those that were told last."""

    how: str


@dataclass(frozen=True, slots=True)
class Values(Node):
    """What is to be swapped in, while it is being read."""

    values: tuple[Set, ...]
    old: tuple[Set, ...] = ()
