"""What a figure is told of when nothing narrows it: the wards that voted, the parties that stood."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from assistant.core.meaning import build
from assistant.core.meaning.cells import entry, is_plain
from assistant.core.meaning.nodes import (
    PLACES,
    Count,
    Difference,
    Figure,
    It,
    Kind,
    Measure,
    Named,
    Number,
    Prop,
    Ranked,
    Ratio,
    Set,
)

PRESENCE: dict[Kind, str] = {"ward": "vote", "office": "vote", "council": "be there"}
"""The relation by which a plain set of a kind of place is at a time: "wards of Dudley in 2018"."""


def universe(kind: Kind, by: Figure, within: Set | None = None) -> Set | None:
    """All of a kind, within a place, that a figure with `It` can be told of; None where that is not clear."""
    cell = _own(kind, by)
    condition = None if cell is None else _presence(kind, cell)
    if condition is None:
        condition = _known(by)
    return None if condition is None else build.select(kind, within, condition)


def _own(kind: Kind, by: Figure) -> Measure | None:
    """The measure in a figure that `It` is a slot of, outside the sets that the figure speaks of."""
    if isinstance(by, Difference | Ratio):
        return _own(kind, by.left) or _own(kind, by.right)
    return by if isinstance(by, Measure) and It(kind) in (by.place, by.party, by.person, by.time) else None


def _presence(kind: Kind, cell: Measure) -> Prop | None:
    """That a thing is there, in the relations of the model."""
    poll = entry(cell).moment == "poll"
    one_place = cell.place is not None and cell.place.kind != "area" and is_plain(cell.place)
    if kind in PLACES and kind != "area":
        return build.claim("vote" if poll else "be there", place=It(kind), time=cell.time, poll=cell.poll)
    if kind == "year" and one_place:
        return build.claim("vote" if poll else "be there", place=cell.place, time=It(kind), poll=cell.poll)
    if kind == "party" and not poll:
        seats = build.measure("seats held", party=It(kind), place=cell.place, time=cell.time)
        return build.compare(seats, ">", Number(0))
    if kind == "party" and one_place:
        return build.claim("stand", party=It(kind), place=cell.place, time=cell.time, poll=cell.poll)
    return None


def _known(by: Figure) -> Prop | None:
    if isinstance(by, Count):
        return build.compare(by, ">=", Number(1))
    return build.compare(by, ">=", Number(0)) if isinstance(by, Measure) else None


def top(
    kind: Kind, by: Figure, within: Set | None = None, order: Literal["most", "least"] = "most", many: int = 1
) -> Ranked:
    """The first of a kind by a figure, of all that it can be told of."""
    every = universe(kind, by, within)
    if every is None:
        raise build.MeaningError(kind, "what they are ranked among is not said")
    return build.ranked(every, by, order, 1, many)


def most_of_all(figure: Measure) -> Prop:
    """A party has more of a measure than any other."""
    party = figure.party
    if not isinstance(party, Named):
        raise build.MeaningError(figure.name, "whose it is has to be said by name")
    other = replace(figure, party=It("party"))
    every = universe("party", other)
    assert every is not None
    rest = build.select("party", every, build.negate(build.among(It("party"), party)))
    return build.compare(figure, ">", build.over("most", other, rest))
