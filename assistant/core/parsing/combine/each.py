"""Who did something in each of several places: a row for each, with who did it there."""

from __future__ import annotations

from typing import Any

from assistant.core.meaning.nodes import Ask, It, Kind, Listing, Prop, Select, Set
from assistant.core.parsing.combine.parts import bound_in
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.drafts import Asked
from assistant.core.parsing.fill import fill

_IN = frozenset({"in", "on", "at", "for", "of"})
_WHO: dict[Kind, Kind] = {"ward": "person", "council": "party", "office": "person"}
"""Who does something in a place of a kind: a ward is won by people, a council by parties."""


@rule()
def each_of(_: Any, of: Set) -> Set | None:
    return of if isinstance(of, Select) and of.kind in _WHO else None


@rule()
def in_each(prep: Any, of: Set) -> Set | None:
    return of if prep.sem in _IN else None


@rule()
def who_in_each(_: Any, prop: Prop, places: Set) -> Ask | None:
    """ "Who won each ward of Bury"."""
    doer = _WHO[places.kind]
    there = fill(prop, It(places.kind))
    done = fill(there, It(doer)) if there is not None else None
    return Listing(places, (Select(doer, None, (done,)),)) if done is not None else None


@rule()
def which_in_each(asked: Asked, prop: Prop, places: Set) -> Ask | None:
    """ "Which party won each ward of Bury"."""
    if not isinstance(asked.of, Select) or asked.how != "which" or asked.of.kind not in ("party", "person"):
        return None
    there = fill(prop, It(places.kind))
    of = bound_in(asked.of, there) if there is not None else None
    return Listing(places, (of,)) if of is not None else None
