"""Questions of one place that do not say which: nothing in them is named, and nothing ranges over places."""

from __future__ import annotations

from assistant.core.meaning.nodes import (
    PLACES,
    Ask,
    Claim,
    Count,
    Listing,
    Measure,
    Named,
    Node,
    Over,
    Ranked,
    Select,
    Value,
    Whether,
)
from assistant.core.meaning.walk import walk
from assistant.core.names.lattice import Edge, Lexeme
from assistant.core.reading.read import Reading

SAYING = frozenset({"YEAR", "YEARS_RANGE", "DECADE", "DATE", "NUMBER", "PERCENT", "SINCE", "UNTIL", "NOUN_OFFICE"})
"""Categories of words that make a question of all places one that may be meant."""


def is_unplaced(reading: Reading) -> bool:
    """Whether a question asks of some one place, and names none: "turnout", "who won", "who controls the council"."""
    ask = reading.ask
    if not isinstance(ask, Value | Listing | Whether) or any(e.category in SAYING for e in reading.used):
        return False
    nodes = list(walk(ask))
    saying = {*PLACES, "person"} if isinstance(ask, Whether) else {*PLACES, "party", "person"}
    if any(isinstance(n, Named) and n.kind in saying and n.ids != ("none",) for n in nodes):
        return False
    return _of_one(nodes, ask) or _of_the(reading.used, nodes)


def _of_one(nodes: list[Node], ask: Ask) -> bool:
    """A figure or a claim without a place, and no set that ranges over places or is ranked."""
    ranging = any(isinstance(n, Ranked | Over | Count) or (isinstance(n, Select) and n.kind in PLACES) for n in nodes)
    return not ranging and any(isinstance(n, Measure | Claim) and n.place is None for n in nodes)


def _of_the(used: tuple[Edge, ...], nodes: list[Node]) -> bool:
    """ "The ward", "the council": one that was to be known from before, and no superlative says which."""
    if any(isinstance(n, Ranked | Over) for n in nodes):
        return False
    the = {e.last for e in used if isinstance(e.value, Lexeme) and e.category == "DET" and e.value.sem == "the"}
    last = max((e.last for e in used), default=0)
    return any(e.first in the and e.last == last and e.category == "NOUN_KIND" and _is_one_place(e.value) for e in used)


def _is_one_place(value: object) -> bool:
    return isinstance(value, Lexeme) and value.sem in ("ward", "council") and "plural" not in value.forms
