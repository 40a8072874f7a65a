"""A turn of a conversation: what was asked, as it was said and as it was resolved, and what was told of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from assistant.core.meaning.nodes import (
    NOWHERE,
    PLACES,
    Ask,
    Claim,
    Compare,
    Count,
    Figure,
    Given,
    Listing,
    Measure,
    Named,
    Newest,
    Node,
    Over,
    Ranked,
    Select,
    Set,
    Several,
    Value,
    Whether,
)
from assistant.core.meaning.walk import rebuild, walk
from assistant.core.parsing.combine.parts import is_default
from assistant.core.parsing.drafts import Who
from assistant.core.parsing.fill import fill


@dataclass(frozen=True, slots=True)
class Turn:
    """`said`: the ask with its open holes; `ask`: resolved; `told`: the reading in words, as it was answered."""

    said: Any
    ask: Ask
    told: str = ""

    @property
    def fixed(self) -> Any:
        """What was said, with the time at which it was answered."""
        times = {w for w in walk(self.ask) if isinstance(w, Newest) or (isinstance(w, Named) and w.kind == "year")}
        return (fill(self.said, times.pop()) or self.said) if len(times) == 1 else self.said

    @property
    def places(self) -> tuple[Named, ...]:
        """The places that it names, each once."""
        return tuple(dict.fromkeys(w for w in walk(self.said) if isinstance(w, Named) and w.kind in PLACES))

    @property
    def years(self) -> tuple[Named, ...]:
        """The years that it is about, each once."""
        return tuple(dict.fromkeys(w for w in walk(self.ask) if isinstance(w, Named) and w.kind == "year"))

    @property
    def claim(self) -> Claim | None:
        """What it claims first."""
        return next((c for c in walk(self.fixed) if isinstance(c, Claim) and not is_default(c)), None)

    @property
    def things(self) -> Set | None:
        """The set that was told of, as a meaning: all of it, whatever was shown."""
        return _things(self.fixed)

    @property
    def figure(self) -> Figure | None:
        """The figure that was told, or by which the set was ordered or narrowed."""
        return _figure(self.fixed)


def turn(said: Any, ask: Ask, told: str) -> Turn:
    """A turn, without where in its text each part stood; a name of several things is the one that was meant."""
    meant: set[tuple[str, ...]] = {w.ids for w in walk(ask) if isinstance(w, Named) and len(w.ids) == 1}
    return Turn(_bare(said, meant), ask, told)


def _bare(node: Any, meant: set[tuple[str, ...]]) -> Any:
    made = rebuild(node, lambda _, part: _bare(part, meant))
    if isinstance(made, Named) and len(made.ids) > 1:
        one = [i for i in made.ids if (i,) in meant]
        made = replace(made, ids=tuple(one)) if len(one) == 1 else made
    return replace(made, spans=NOWHERE) if getattr(made, "spans", NOWHERE) != NOWHERE else made


def _things(ask: Node) -> Set | None:
    match ask:
        case Given(_, inner):
            return _things(inner)
        case Listing(of=of):
            return of
        case Value(Count(of)) | Value(Over(members=of)) | Whether(Compare(Count(of))):
            return of
        case Value(Measure() as figure):
            return next((s for s in (figure.place, figure.party, figure.time) if isinstance(s, Several)), None)
    return None


def _figure(ask: Node) -> Figure | None:
    match ask:
        case Given(_, inner):
            return _figure(inner)
        case Value(Over(figure=figure)) | Value(Measure() as figure):
            return figure
        case Listing(of, columns):
            told = next((c for c in columns if isinstance(c, Figure)), None)
            return told or _measure_of(of)
        case Value(Count(of)):
            return _measure_of(of)
    return None


def _measure_of(of: Set) -> Figure | None:
    """The figure by which a set is ranked or narrowed."""
    if isinstance(of, Ranked):
        return of.by
    compared = (p.left for p in of.where if isinstance(p, Compare)) if isinstance(of, Select) else ()
    return next((f for f in compared if isinstance(f, Measure)), None)


def one_meant(ask: Any) -> bool:
    """Whether one thing was asked for: who won, the one with most."""
    return isinstance(ask, Who) or (isinstance(ask, Listing) and isinstance(ask.of, Ranked) and ask.of.last == 1)
