"""Whole questions, each in its one normal form."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning import nodes as n
from assistant.core.meaning.cells import KINDS
from assistant.core.meaning.check import (
    MeaningError,
    check_closed,
)
from assistant.core.meaning.walk import key


def _closed(made: n.Ask) -> n.Ask:
    check_closed(made)
    return made


def value(figure: n.Figure) -> n.Ask:
    """How much, how many."""
    return _closed(n.Value(figure))


def whether(prop: n.Prop) -> n.Ask:
    """Yes or no."""
    return _closed(n.Whether(prop))


def listing(of: n.Set, *columns: n.Figure | n.Set, across: n.Set | None = None, may_be_empty: bool = False) -> n.Ask:
    """Which, with a figure or a set in each column."""
    if across is not None and not columns:
        raise MeaningError("table", "there is nothing to put in it")
    return _closed(n.Listing(of, tuple(dict.fromkeys(columns)), across, may_be_empty))


def story(poll: str = "scheduled", **slots: n.Set | None) -> n.Ask:
    """All that matters of a place, a party or a person at a time."""
    for slot, thing in slots.items():
        if thing is not None and thing.kind not in KINDS[slot]:  # type: ignore[index]
            raise MeaningError("story", f"a {thing.kind} is no {slot}")
    if not any(slots.values()):
        raise MeaningError("story", "of whom or of what is not said")
    return _closed(n.Story(**slots, poll=poll))


def two(first: n.Ask, second: n.Ask) -> n.Ask:
    """Two asks in one; the same one twice is one, and of three the last two stand together."""
    if isinstance(first, n.Both):
        return two(first.first, two(first.second, second))
    return first if key(first) == key(second) else n.Both(first, second)


def about(topic: str, at: n.Spans = n.NOWHERE, **slots: Any) -> n.Ask:
    """Of the assistant itself."""
    return _closed(replace(n.About(topic, spans=at), **slots))
