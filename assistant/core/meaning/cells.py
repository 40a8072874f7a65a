"""What the model lets be said of a measure or a relation: which slots it has, at which level of place."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.core.meaning.nodes import Cell, Claim, It, Kind, Measure, Named, Newest, Of, Ranked, Set, Slot
from assistant.core.model import measures, relations
from assistant.core.model.measures import MEASURES, Level
from assistant.core.model.relations import RELATIONS, Truth

KINDS: dict[Slot, frozenset[Kind]] = {
    "place": frozenset({"council", "area", "ward", "office"}),
    "party": frozenset({"party"}),
    "person": frozenset({"person"}),
    "rival": frozenset({"party"}),
    "time": frozenset({"year"}),
}
"""The kinds of thing that each slot takes."""

CONTAINERS: dict[Kind, frozenset[Kind]] = {
    "council": frozenset({"area"}),
    "ward": frozenset({"council", "area"}),
    "person": frozenset({"council", "area", "ward", "office"}),
    "office": frozenset({"council", "area"}),
    "party": frozenset(),
    "area": frozenset({"area"}),
    "year": frozenset({"year"}),
}
"""The kinds that a set of a kind may be narrowed to with `within`, besides sets of its own kind."""


def entry(cell: Cell) -> measures.Measure | relations.Relation:
    """What the model says of a cell; KeyError where it says nothing."""
    return MEASURES[cell.name] if isinstance(cell, Measure) else RELATIONS[cell.name]


def levels(cell: Cell) -> tuple[Level | Truth, ...]:
    """How a cell is read at each level, by the basis that it names."""
    if isinstance(cell, Claim):
        return RELATIONS[cell.name].truths
    bases = MEASURES[cell.name].bases
    named = (bases[cell.basis],) if cell.basis else bases.values()
    return tuple(level for levels in named for level in levels)


def has(level: Level | Truth, slot: Slot) -> bool:
    """Whether a level is told of a party, of a person, of a rival."""
    return slot in ("place", "time") or getattr(level, slot, None) is not None


def takes(cell: Cell) -> frozenset[Slot]:
    """The slots that a cell has at one level at least."""
    return frozenset(slot for slot in KINDS if any(has(level, slot) for level in levels(cell)))


def opened(cell: Cell) -> frozenset[Slot]:
    """The slots of a cell that nothing fills yet."""
    return frozenset(slot for slot in takes(cell) if getattr(cell, slot) is None)


def filled(cell: Cell) -> Iterable[tuple[Slot, Set]]:
    """The slots of a cell that a set stands in."""
    return ((slot, value) for slot in KINDS if (value := getattr(cell, slot)) is not None)


def is_one(thing: Set) -> bool:
    """Whether a set is one thing, if perhaps a tied one."""
    if isinstance(thing, Of):
        return is_one(thing.member)
    return isinstance(thing, Named | It | Newest) or (isinstance(thing, Ranked) and thing.first == thing.last == 1)


def is_plain(thing: Set) -> bool:
    """Whether a set is one thing that is not described."""
    return is_plain(thing.member) if isinstance(thing, Of) else isinstance(thing, Named | It | Newest)


def slot_of(kind: Kind) -> Slot:
    """The slot that a thing of a kind goes into."""
    return next(slot for slot, kinds in KINDS.items() if kind in kinds)
