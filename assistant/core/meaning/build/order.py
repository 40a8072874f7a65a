"""The one order in which conditions stand."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.core.meaning import nodes as n
from assistant.core.meaning.cells import entry
from assistant.core.meaning.walk import key, walk


def ordered(props: Iterable[n.Prop], join: type[n.And] | type[n.Or]) -> tuple[n.Prop, ...]:
    """The propositions each once, those of a like junction taken out of it, in their order."""
    flat = (part for prop in props for part in (prop.props if isinstance(prop, join) else (prop,)))
    return tuple(sorted({key(part): part for part in flat}.values(), key=_order))


def _order(prop: n.Prop) -> tuple[bool, bool, str]:
    """Polls before chambers, what somebody did before what a place had, then by what is said."""
    cell = next((part for part in walk(prop) if isinstance(part, n.Measure | n.Claim)), None)
    if cell is None:
        return False, True, key(prop)
    return entry(cell).moment == "chamber", cell.party is None and cell.person is None, key(prop)
