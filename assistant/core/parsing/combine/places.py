"""Places said beside what they are in: "North Carr, Hull", "Hull North Carr", "Worthing, West Sussex"."""

from __future__ import annotations

from dataclasses import replace

from assistant.core.meaning.nodes import Named
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.drafts import Beside, Np
from assistant.core.parsing.fill import fill


@rule(0.1)
def within_name(first: Np, second: Np) -> Np | None:
    """A ward and its council, in either order, a ward or a council and its area, without a word between them."""
    if not (_is_plain(first) and _is_plain(second)):
        return None
    made = _placed(first.of, second.of) or _ward_of(second.of, first.of)  # type: ignore[arg-type]
    return replace(first, of=made) if made is not None else None


def _is_plain(np: Np) -> bool:
    return type(np.of) is Named and not np.prep and np.det in ("", "the") and np.number is None


def _placed(inner: Named, outer: Named) -> Named | None:
    if (ward := _ward_of(inner, outer)) is not None:
        return ward
    if inner.kind in ("ward", "council") and outer.kind == "area":
        return Beside(inner.kind, inner.ids, inner.spans | outer.spans, outer.ids)
    return None


def _ward_of(inner: Named, outer: Named) -> Named | None:
    made: Named | None = fill(inner, outer) if inner.kind == "ward" and outer.kind == "council" else None
    return made
