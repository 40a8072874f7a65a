"""The last set with another condition: one that takes the place of an old one, its complement, a figure of its one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from assistant.core.dialogue.sets import as_asked, asked, carried, figure_of_each, those
from assistant.core.dialogue.swaps import swapped
from assistant.core.dialogue.turns import Turn, one_meant
from assistant.core.meaning.nodes import (
    Among,
    Claim,
    Compare,
    Figure,
    It,
    Listing,
    Measure,
    Named,
    Not,
    Number,
    Prop,
    Ranked,
    Select,
    Set,
    Several,
    Value,
)
from assistant.core.meaning.walk import substitute
from assistant.core.parsing.combine.parts import THERE, add, is_default
from assistant.core.parsing.drafts import Bound
from assistant.core.parsing.fill import fill

_UP, _DOWN = frozenset({">", ">="}), frozenset({"<", "<="})
_HAVING = frozenset({"have", "get", "win", "hold", "be of", "gain", "lose"})
"""Deeds of which "how many did they …" asks the figure that was told last."""


def bounded(turn: Turn, bound: Bound) -> Iterator[Any]:
    """The last set with another bound on the figure that was told; one that both cannot be gives way."""
    of = turn.things
    figure = figure_of_each(turn, of) if isinstance(of, Select) else None
    if isinstance(of, Select) and figure is not None:
        where = tuple(p for p in of.where if not (isinstance(p, Compare) and p.left == figure and _excludes(p, bound)))
        if len(where) < len(of.where):
            made = replace(of, where=(*where, Compare(figure, bound.op, bound.right)))
            yield asked(turn, made, as_asked(turn))
            return
    yield from those(turn, as_asked(turn), bound)


def _excludes(old: Compare, new: Bound) -> bool:
    """Whether nothing can be within both, or both bound the same side."""
    sides = [next((side for side in (_UP, _DOWN) if op in side), None) for op in (old.op, new.op)]
    if sides[0] == sides[1] or None in sides:
        return True
    if not isinstance(old.right, Number) or not isinstance(new.right, Number):
        return False
    low, high = (old.right, new.right) if sides[0] is _UP else (new.right, old.right)
    return low.value >= high.value


def opposed(turn: Turn, that: Any) -> Turn:
    """The turn without the condition that a clause is the contrary of: "how many did they not win"."""
    of = turn.things
    said = fill(that, It(of.kind)) if isinstance(of, Select) and isinstance(that, Prop) else None
    if said is None or not isinstance(of, Select):
        return turn
    said = carried(turn, said)
    kept = tuple(p for p in of.where if not _contrary(p, said))
    if len(kept) == len(of.where):
        return turn
    made = replace(of, where=kept or (carried(turn, THERE[of.kind]()),))
    return replace(turn, said=Listing(made), ask=turn.ask)


def _contrary(one: Prop, other: Prop) -> bool:
    return Not(one) == other or one == Not(other)


def narrowed_to(turn: Turn, value: Select) -> Iterator[Any]:
    """Those of the last set that are of a described one as well: "only wards with a majority over 300"."""
    of, props = turn.things, [p for p in value.where if not is_default(p)]
    if of is None or of.kind != value.kind or not props or isinstance(of, Several):
        return
    if value.within is not None and value.within != getattr(of, "within", None):
        return
    made: Set = of
    for prop in props:
        bound = carried(turn, prop)
        made = add(made, bound) if isinstance(made, Select) else Select(made.kind, made, (bound,))
    yield asked(turn, made, as_asked(turn))


def elliptical(turn: Turn, how: str, that: Any) -> Iterator[Any]:
    """How many did the Tories have: the last figure, of whom and where the clause says."""
    if how != "how many" or not isinstance(that, Claim) or that.name not in _HAVING or turn.figure is None:
        return
    values = [s for s in (that.place, that.party, that.person, that.time) if s is not None and not isinstance(s, It)]
    if turn.things is not None and turn.things in values:
        yield from amount(turn)
    elif _tells_a_figure(turn) and all(isinstance(v, Named) and v.ids != ("other",) for v in values):
        yield from _each_swapped(turn.said, values) if values else ()


def _tells_a_figure(turn: Turn) -> bool:
    """Whether a figure was told: of one thing, or of each that was listed."""
    if isinstance(turn.said, Value):
        return turn.things is None
    return isinstance(turn.said, Listing) and bool(turn.said.columns)


def _each_swapped(said: Any, values: Sequence[Set]) -> Iterator[Any]:
    if not values:
        yield said
        return
    for made in swapped(said, values[0]):
        yield from _each_swapped(made, values[1:])


def amount(turn: Turn, figure: Figure | None = None) -> Iterator[Any]:
    """How many is that, what was it: the figure of the one that was told."""
    of = turn.things
    if not isinstance(of, Ranked) or not one_meant(turn.said):
        return
    each = figure_of_each(turn, of) if figure is None else fill(carried(turn, figure), It(of.kind))
    each = each if each is not None else fill(figure, It(of.kind)) if figure is not None else None
    if isinstance(each, Measure):
        yield Value(carried(turn, substitute(each, of.kind, of)))


def is_in_its_unit(turn: Turn, figure: Figure) -> bool:
    """Whether the figure that was told is one of what is asked for: a majority is one of votes."""
    told = turn.figure
    same_unit = isinstance(told, Measure) and told.name == "majority"
    return same_unit and isinstance(figure, Measure) and figure.name == "votes"


def others(turns: Sequence[Turn], how: str = "which") -> Iterator[Any]:
    """All but those that were told last, of what they were some of."""
    of = turns[-1].things
    if of is None or isinstance(of, Several):
        return
    before = (turn.things for turn in reversed(turns[:-1]))
    wider = next((t for t in before if isinstance(t, Select) and _is_wider(t, of)), None) or every(turns[-1], of)
    if isinstance(wider, Select):
        yield asked(turns[-1], replace(wider, where=(*wider.where, Not(Among(It(of.kind), of)))), how, bare=True)


def _is_wider(wide: Select, of: Set) -> bool:
    """Whether a set is one of which another is some."""
    if not isinstance(of, Select) or wide.kind != of.kind or wide.within != of.within:
        return False
    return all(is_default(p) or p in of.where for p in wide.where) and wide != of


def every(turn: Turn, of: Set) -> Set | None:
    """All of the kind of a set where it is."""
    if isinstance(of, Ranked):
        return of.of
    return carried(turn, replace(of, where=(THERE[of.kind](),))) if isinstance(of, Select) else None
