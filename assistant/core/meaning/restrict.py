"""One operation: a name, a place, a time or a party pushed into every open hole of a meaning that takes it."""

from __future__ import annotations

from dataclasses import replace

from assistant.core.meaning import nodes as n
from assistant.core.meaning.build import normal
from assistant.core.meaning.cells import CONTAINERS, KINDS, is_one, opened, slot_of
from assistant.core.meaning.check import MeaningError
from assistant.core.meaning.walk import binds, free, rebuild, walk


def open_slots(node: n.Node) -> frozenset[n.Slot]:
    """The slots that `restrict` can fill somewhere in a meaning. What `It` stands in is bound and no hole."""
    return frozenset(slot for part in walk(node) for slot in _holes(part))


def _holes(node: n.Node) -> frozenset[n.Slot]:
    match node:
        case n.Measure() | n.Claim():
            return opened(node)
        case n.Select(kind, None):
            return frozenset({"place"}) if kind in n.PLACES else frozenset({"time"} if kind == "year" else ())
        case n.Story() | n.About():
            return frozenset(slot for slot in KINDS if getattr(node, slot, node) is None)
    return frozenset()


def restrict(node: n.Node, slot: n.Slot, value: n.Set) -> n.Node | None:
    """The meaning with a value in each hole of a slot; None where nothing took it, or it cannot be meant.

    Each clause keeps what it says itself and takes what it lacks. A name with several senses is narrowed by the place
    that they are in.
    """
    taken: list[n.Node] = []

    def push(part: n.Node) -> n.Node:
        hidden = free(value)
        inner = rebuild(part, lambda name, below: below if binds(part, name) & hidden else push(below))
        inner = inner if inner is part else normal(inner)
        took = _take(inner, slot, value)
        taken.extend([took] if took is not None else ())
        return inner if took is None else took

    try:
        made = push(node)
    except MeaningError:
        return None
    return made if taken else None


def _take(node: n.Node, slot: n.Slot, value: n.Set) -> n.Node | None:
    """A node with the value in its own hole, None where it has none that takes it."""
    if isinstance(node, n.Named):
        return _narrowed(node, value)
    if slot not in _holes(node):
        return None
    if isinstance(node, n.Select):
        return _within(node, value)
    try:
        return normal(replace(node, **{slot: value}))
    except MeaningError:
        return None


def _within(select: n.Select, value: n.Set) -> n.Node | None:
    if value.kind not in CONTAINERS[select.kind] or (select.kind == "year" and is_one(value)):
        return None
    return normal(replace(select, within=value))


def _narrowed(name: n.Named, place: n.Set) -> n.Node | None:
    """A ward's or a person's name, narrowed to those in a council; refused where there is none."""
    if name.kind not in ("ward", "person") or place.kind != "council" or not isinstance(place, n.Named):
        return None
    ids = tuple(i for i in name.ids if i.partition("/")[0] in place.ids)
    if not ids:
        raise MeaningError(name.kind, "there is none of that name there")
    return n.Named(name.kind, ids, name.spans | place.spans)


def fill(node: n.Node, *values: n.Set) -> n.Node | None:
    """The meaning restricted by each value in its own slot, in turn."""
    made: n.Node | None = node
    for value in values:
        made = made and restrict(made, slot_of(value.kind), value)
    return made
