"""Another thing in the place of one of its kind, in a meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from assistant.core.meaning.nodes import (
    PLACES,
    Claim,
    Figure,
    It,
    Kind,
    Listing,
    Measure,
    Named,
    Newest,
    Node,
    Or,
    Select,
    Set,
    Several,
    Span,
    Story,
    Value,
    Whether,
)
from assistant.core.meaning.walk import free, rebuild, substitute
from assistant.core.parsing.drafts import Who
from assistant.core.parsing.fill import fill


def swapped(said: Any, value: Set, old: Set | None = None) -> Iterator[Any]:
    """The ask about another thing: in the place of `old`, or of the one thing of its kind, or in the hole it has."""
    value = _near(said, value)
    standing = tuple(dict.fromkeys(s for s in _standing(said) if _alike(s.kind, value.kind)))
    given = tuple(s for s in standing if old is None or s == old or (isinstance(s, Named) and _same(s, old)))
    if old is not None and not given:
        return
    if len(given) == 1:
        yield from _who(_put(said, given[0], value))
        return
    same = tuple(s for s in given if s.kind == value.kind)
    if len(same) == 1:
        yield from _who(_put(said, same[0], value))
        return
    if not given:
        yield from _of_one(said, value)
        made = fill(said, value)
        if made is not None:
            yield from _who(made)


def _same(one: Named, other: Set) -> bool:
    return isinstance(other, Named) and one.kind == other.kind and bool(set(one.ids) & set(other.ids))


def _alike(one: Kind, other: Kind) -> bool:
    return one == other or (one in PLACES and other in PLACES)


def _near(said: Node, value: Set) -> Set:
    """A ward of several councils is the one in a council that was named."""
    if not isinstance(value, Named) or value.kind != "ward" or len(value.ids) == 1:
        return value
    places = (s for s in _standing(said) if isinstance(s, Named) and s.kind in ("ward", "council"))
    councils = {i.partition("/")[0] for place in places for i in place.ids}
    near = tuple(i for i in value.ids if i.partition("/")[0] in councils)
    return replace(value, ids=near) if near else value


def _standing(node: Any) -> Iterator[Set]:
    """The sets that stand in slots, the outermost of each, and what sets are within."""
    if isinstance(node, Claim | Measure | Story):
        for slot in ("place", "party", "person", "time", "rival"):
            value = getattr(node, slot, None)
            if isinstance(value, Set) and not isinstance(value, It):
                yield from _outermost(value)
        return
    if isinstance(node, Select) and node.within is not None and not isinstance(node.within, Select):
        yield node.within
    if isinstance(node, Node):
        from assistant.core.meaning.walk import children

        for part in children(node):
            yield from _standing(part)


def _outermost(value: Set) -> Iterator[Set]:
    """A set, and what is named within it where it is of another kind."""
    yield value
    if not isinstance(value, Named | Span | Newest | Several):
        yield from (s for s in _standing(value) if s.kind != value.kind)


def _put(node: Any, old: Set, new: Set) -> Any:
    """The node with one set in the place of another; a claim of several is one of any of them."""
    if isinstance(node, Claim) and isinstance(new, Several) and old in (node.place, node.party, node.person):
        return Or(tuple(_put(node, old, member) for member in new.members))
    return rebuild(node, lambda _, part: new if part == old else _put(part, old, new))


def _who(said: Any) -> Iterator[Any]:
    """The ask; of a list of who, of the persons as well as of the parties: the level of the new place settles it."""
    yield said
    if not isinstance(said, Who) or not isinstance(said.of, Select):
        return
    other: Kind = "party" if said.of.kind == "person" else "person"
    slot: Any = {"party": "person", "person": "party"}[other]
    where = []
    for prop in said.of.where:
        if not isinstance(prop, Claim) or getattr(prop, slot) != It(said.of.kind):
            return
        made: Any = replace(prop, **{slot: None, other: It(other)})  # type: ignore[arg-type]
        where.append(made)
    yield replace(said, of=replace(said.of, kind=other, where=tuple(where)))


def _of_one(said: Any, value: Set) -> Iterator[Any]:
    """A list's figure of one of its members; whether it is one of them."""
    if not isinstance(said, Listing) or said.of.kind != value.kind:
        return
    if isinstance(value, Several) and said.columns:
        yield replace(said, of=value)
    for column in said.columns:
        if isinstance(column, Figure) and value.kind in free(column):
            yield Value(substitute(column, value.kind, value))
    if not said.columns and isinstance(said.of, Select) and len(said.of.where) == 1 and isinstance(value, Named):
        yield Whether(substitute(said.of.where[0], value.kind, value))
