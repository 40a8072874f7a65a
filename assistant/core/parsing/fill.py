"""Restrict: a name, a place, a time, a member of a set, pushed into every open hole that takes it.

A place and a time reach into the sets that stand in a meaning and fill what those lack; a party and a person stay with
the clause that they are said in.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import cache
from typing import Any, cast

from assistant.core.meaning import nodes as n
from assistant.core.meaning.nodes import Claim, Kind, Measure, Named, Select, Set, Slot
from assistant.core.model.deeds import DEEDS, OPEN
from assistant.core.model.measures import MEASURES
from assistant.core.model.relations import RELATIONS
from assistant.core.parsing.drafts import (
    After,
    Before,
    Beside,
    Change,
    Holder,
    Mean,
    One,
    Placed,
    Swing,
    Those,
    Trend,
    Whole,
)  # fmt: skip

_SLOTS: dict[Kind, Slot] = {
    "council": "place", "area": "place", "ward": "place", "office": "place",
    "party": "party", "person": "person", "year": "time",
}  # fmt: skip
_INWARD: frozenset[Kind] = frozenset({"council", "area", "year", "office"})
_COUNTIES = Named("area", ("kind:county",))
_HOLDS: dict[Kind, frozenset[Kind]] = {"ward": frozenset({"council", "area"}), "council": frozenset({"area"})}


def fill(node: Any, value: Set) -> Any | None:
    """The node with its open holes of this kind filled; None where it has none."""
    if isinstance(node, n.About) and node.of is not None:
        made = fill(node.of, value)
        return replace(node, of=made) if made is not None else None
    if isinstance(node, n.Story | n.About):
        return _story(node, value)
    made = _fill(node, value, False)
    return made if made is not node else None


def _fill(node: Any, value: Set, inside: bool) -> Any:
    done = _BY_TYPE.get(type(node))
    if done is not None:
        return done(node, value, inside)
    return _parts(node, value, inside)


def _parts(node: Any, value: Set, inside: bool) -> Any:
    """Each part of a node filled."""
    changed = {}
    for name in _fields(cast(Hashable, type(node))):
        old = getattr(node, name)
        new = tuple(_fill(o, value, inside) for o in old) if isinstance(old, tuple) else _fill(old, value, inside)
        if (any(a is not b for a, b in zip(old, new, strict=True))) if isinstance(old, tuple) else new is not old:
            changed[name] = new
    return replace(node, **changed) if changed else node


@cache
def _fields(kind: Hashable) -> tuple[str, ...]:
    return tuple(
        f for f in getattr(kind, "__dataclass_fields__", {}) if f not in ("spans", "kind", "name", "op", "ids")
    )


def _change(node: Change | Trend, value: Set, inside: bool) -> Any:
    """Between the first year of a span and its last."""
    if isinstance(value, n.Span) and value.first is not None and value.last is not None:
        ends = [_fill(node.figure, Named("year", (str(y),), value.spans), inside) for y in (value.last, value.first)]
        if any(e is node.figure for e in ends):
            return node
        difference = n.Difference(*ends)
        return difference if isinstance(node, Change) else n.Compare(difference, node.op, n.Number(0))
    if value.kind == "year":
        return node
    return _parts(node, value, inside)


def put(node: Any, slot: str, value: Set | None) -> Any:
    """The node with a slot set; its type is that of the node."""
    changed: dict[str, Any] = {slot: value}
    return replace(node, **changed)


def _swing(node: Swing, value: Set, inside: bool) -> Any:
    slot = _SLOTS[value.kind]
    if slot not in ("place", "time") or getattr(node, slot) is not None:
        return node
    return put(node, slot, value)


def _story(node: n.Story | n.About, value: Set) -> n.Story | n.About | None:
    slot = _SLOTS[value.kind]
    if not hasattr(node, slot):
        return None
    if slot == "place" and isinstance(node.place, Named):
        narrowed = _named(node.place, value, False)
        return replace(node, place=narrowed) if narrowed is not node.place else None
    return put(node, slot, value) if getattr(node, slot) is None else None


def _leaf(node: Any, value: Set, inside: bool) -> Any:
    return node


def _cell(node: Measure | Claim, value: Set, inside: bool) -> Any:
    slot = _SLOTS[value.kind]
    if getattr(node, slot) is None:
        if (inside and value.kind not in _INWARD) or not takes(node, value):
            return node
        node = put(node, slot, value)
        return _in_slots(node, value)
    if slot == "person" and isinstance(node, Claim) and node.rival is None and not inside and node.name in _MEETING:
        return replace(node, rival=value)
    if slot == "party" and isinstance(node, Claim) and node.rival is None and not inside and _has_rival(node.name):
        return replace(node, rival=value)
    if value.kind == "council" and node.place == _COUNTIES:  # "county councillors in Kent"
        return put(node, "place", value)
    if value.kind == "ward" and isinstance(node.place, Named) and isinstance(value, Named):  # "Altrincham, Trafford"
        narrowed = _named(value, node.place, inside)
        return (
            put(node, "place", narrowed) if narrowed is not value and takes(put(node, "place", None), value) else node
        )
    return _in_slots(node, value) if value.kind in _INWARD else node


def _in_slots(node: Measure | Claim, value: Set) -> Any:
    """A described set in a slot takes from outside what it lacks."""
    changed = {}
    for slot in ("place", "party", "person", "time", "rival"):
        old = getattr(node, slot)
        inward = value.kind in _INWARD
        reached = isinstance(old, Select | n.Ranked | n.Several) or type(old) is Named
        if (reached and inward) or (isinstance(old, Placed) and value.kind == "ward"):
            new = _fill(old, value, inward)
            if new is not old:
                changed[slot] = new
    return replace(node, **changed) if changed else node


def _select(node: Select, value: Set, inside: bool) -> Any:
    if (not inside and value.kind in ("party", "person", "ward")) or value.kind in _INWARD:
        inner = node
        if _takes_within(node, value):
            inner = replace(node, within=value)
        where = tuple(_fill(p, value, value.kind in _INWARD) for p in inner.where)
        if any(a is not b for a, b in zip(where, inner.where, strict=True)):
            inner = replace(inner, where=where)
        if isinstance(inner.within, Select | n.Ranked):
            within = _fill(inner.within, value, True)
            inner = replace(inner, within=within) if within is not inner.within else inner
        return inner
    return node


def _takes_within(node: Select, value: Set) -> bool:
    """Whether a set may be within a place or a period: it has none yet, or a wider one."""
    if node.within is None:
        return value.kind in _HOLDS.get(node.kind, ()) or _is_period(node, value)
    return isinstance(node.within, Named) and node.kind == "ward" and _narrower(node.within, value)


def _is_period(node: Select, value: Set) -> bool:
    """Years are within a period that is said of them."""
    return node.kind == "year" and isinstance(value, n.Span)


def _narrower(old: Named, value: Set) -> bool:
    """A council within an area that was already said."""
    return old.kind == "area" and value.kind == "council"


def _set(node: Any, value: Set, inside: bool) -> Any:
    """A set within a clause: only what reaches inward."""
    return _parts(node, value, True) if value.kind in _INWARD else node


def _ranked(node: n.Ranked, value: Set, inside: bool) -> Any:
    if value.kind not in _INWARD and inside:
        return node
    return _parts(node, value, inside)


def _named(node: Named, value: Set, inside: bool) -> Any:
    """A ward's name gives way to the council that it is said to be in."""
    if node.kind != "ward" or value.kind != "council" or not isinstance(value, Named):
        return node
    fits = tuple(i for i in node.ids if i.partition("/")[0] in value.ids)
    return replace(node, ids=fits, spans=node.spans | value.spans) if fits else node


def _mean(node: Mean, value: Set, inside: bool) -> Any:
    return replace(node, figure=f) if (f := _fill(node.figure, value, inside)) is not node.figure else node


_BY_TYPE: dict[type, Callable[[Any, Set, bool], Any]] = {
    Measure: _cell, Claim: _cell, Select: _select, One: _select, Placed: _select, Holder: _select,
    n.Ranked: _ranked, Named: _named, Beside: _leaf, Mean: _mean, Change: _change, Trend: _change, Swing: _swing,
    After: _leaf, Before: _leaf, Those: _leaf, Whole: _leaf,
    n.It: _leaf, n.Of: _leaf, n.Number: _leaf, n.Span: _leaf, n.Newest: _leaf,
    str: _leaf, int: _leaf, float: _leaf, bool: _leaf, type(None): _leaf, frozenset: _leaf,
}  # fmt: skip


_MEETING = ("beat", "face")
"""What one person does to another."""


@cache
def _has_rival(name: str) -> bool:
    return name == "beat"


def takes(cell: Measure | Claim, value: Set) -> bool:
    """Whether a cell has a slot for it, by the model, at one level at least."""
    if isinstance(cell, Claim):
        return _claim_takes(cell.name, value.kind)
    return _measure_takes(cell.name, value.kind)


@cache
def _claim_takes(name: str, kind: Kind) -> bool:
    relations = [RELATIONS[r] for r in DEEDS.get(name, {"": name}).values() if r in RELATIONS]
    if not relations:  # a light verb: its object settles
        return True
    truths = [t for r in relations for t in r.truths]
    if kind == "party":
        return any(t.party for t in truths)
    if kind == "person":
        return name in (*_MEETING, "lose") or any(t.person for t in truths)
    of_people = kind == "council" and any(t.person for t in truths)  # who did it in one of its wards
    return kind == "year" or kind == "area" or of_people or any(_level(t.cube.level, kind) for t in truths)


@cache
def _measure_takes(name: str, kind: Kind) -> bool:
    entries = [MEASURES[m] for m in OPEN.get(name, (name,)) if m in MEASURES]
    levels = [at for e in entries for basis in e.bases.values() for at in basis]
    if kind == "party":
        return any(at.party for at in levels)
    if kind == "person":
        return any(at.person for at in levels)
    if kind == "area":
        return True
    return kind == "year" or any(_level(at.cube.level, kind) for at in levels)


def _level(level: Kind, kind: Kind) -> bool:
    return level == kind or (level == "council" and kind == "area")


__all__ = ["fill", "takes"]
