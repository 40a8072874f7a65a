"""What is asked of the set that was told last: fewer of them, how many, the most so, their figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from assistant.core.dialogue.turns import Turn, one_meant
from assistant.core.meaning.nodes import (
    Among,
    Claim,
    Compare,
    Count,
    Figure,
    It,
    Kind,
    Listing,
    Measure,
    Named,
    Not,
    Number,
    Of,
    Over,
    Prop,
    Ranked,
    Select,
    Set,
    Several,
    Value,
)
from assistant.core.meaning.walk import free
from assistant.core.parsing.combine.parts import THERE, add, bound_in
from assistant.core.parsing.combine.superlatives import ranked
from assistant.core.parsing.drafts import Bound, Super
from assistant.core.parsing.fill import fill


def those(turn: Turn, how: str, that: Prop | Bound | Super | None) -> Iterator[Any]:
    """How many of the last set, or which, satisfy a clause or are the most so."""
    of = turn.things
    if of is None:
        return
    made = of if that is None else _narrowed(turn, of, that)
    if made is not None:
        yield asked(turn, made, how)


def asked(turn: Turn, of: Set, how: str, bare: bool = False) -> Any:
    """A set counted, or listed with the columns that the last list had."""
    columns = turn.said.columns if isinstance(turn.said, Listing) and not (bare or isinstance(of, Ranked)) else ()
    return Value(Count(of)) if how == "how many" else Listing(of, columns, may_be_empty=True)


def _narrowed(turn: Turn, of: Set, that: Prop | Bound | Super) -> Set | None:
    if isinstance(that, Super):
        made = ranked(_whole(_opposite(of, that)), that)
        return carried(turn, made) if made is not None else None
    if isinstance(that, Bound):
        prop = _bounded(turn, of, that)
        return _with(of, prop) if prop is not None else None
    return bound_in(of, carried(turn, that)) or bound_in(of, that)


def _opposite(of: Set, sup: Super) -> Set:
    """What the last were the first of, where its other end is asked for."""
    if not isinstance(of, Ranked) or not isinstance(of.by, Measure) or not isinstance(sup.figure, Measure):
        return of
    return of.of if of.by.name == sup.figure.name and sup.order != of.order else of


def _with(of: Set, prop: Prop) -> Set:
    """A set with one more condition."""
    return add(of, prop) if isinstance(of, Select) else Select(of.kind, of, (prop,))


def _but(of: Set, prop: Prop) -> Set:
    """A set with a condition that its members were there in any case."""
    return replace(of, where=(*of.where, prop)) if isinstance(of, Select) else Select(of.kind, of, (prop,))


def _whole(of: Set) -> Set:
    """A set that can be ranked: what one was the first of, or the few first as a set of their own."""
    if not isinstance(of, Ranked):
        return of
    return of.of if of.last == 1 else Select(of.kind, of, (THERE[of.kind](),))


def _bounded(turn: Turn, of: Set, bound: Bound) -> Prop | None:
    """That the figure which was told of each is so bounded."""
    figure = figure_of_each(turn, of)
    if figure is None or (isinstance(bound.right, Number) and bound.right.unit == "%" and isinstance(figure, Count)):
        return None
    return Compare(figure, bound.op, bound.right)


def figure_of_each(turn: Turn, of: Set) -> Figure | None:
    """The last figure, of each member of a set."""
    figure = turn.figure
    if figure is None:
        return None
    return figure if of.kind in free(figure) else fill(figure, It(of.kind))


def extreme(turn: Turn, order: Any, place: int = 1, last: int = 1, keeps: bool = False) -> Iterator[Any]:
    """The n-th of the last set, or those up to the last, by the figure that was told of each."""
    of = turn.things
    figure = figure_of_each(turn, of) if of is not None else None
    if of is None or figure is None:
        return
    if place < 0:
        order, place = ("least" if order == "most" else "most"), 1
    base = of if isinstance(turn.said, Value) else _whole(of)
    if keeps and isinstance(of, Ranked) and of.by == figure:
        order, base = of.order, of.of
    yield Listing(Ranked(base.kind, base, figure, order, place, max(place, last)))


def nth(turn: Turn, place: int) -> Iterator[Any]:
    """The n-th of what was told, in the order in which it was."""
    of = turn.things
    if not isinstance(of, Ranked):
        yield from extreme(turn, "most", place)
        return
    at = place if place > 0 else of.last
    yield Listing(replace(of, first=at, last=at))


def without(turn: Turn, value: Set) -> Iterator[Any]:
    """The last list, count or sum without some."""
    of = turn.things
    if isinstance(of, Several):
        yield from _fewer(turn, of, value)
        return
    if of is None:
        return
    if of.kind == "person" and value.kind == "party":
        return
    prop = _is(of, value)
    if prop is not None:
        yield asked(turn, _but(of, Not(prop)), as_asked(turn))


def _fewer(turn: Turn, of: Several, value: Set) -> Iterator[Any]:
    kept = tuple(m for m in of.members if m != value)
    if len(kept) == len(of.members) - 1:
        left = kept[0] if len(kept) == 1 else replace(of, members=kept)
        slot = next(s for s in ("place", "party", "time") if getattr(turn.fixed.of, s) == of)
        yield Value(replace(turn.fixed.of, **{slot: left}))


def _is(of: Set, value: Set) -> Prop | None:
    """That a member is this thing, of this party, or in this place."""
    me = It(of.kind)
    if of.kind == value.kind:
        return Among(me, value)
    if value.kind == "party" and of.kind == "person":
        claims = (p for p in of.where if isinstance(p, Claim) and p.party is None) if isinstance(of, Select) else ()
        return next((replace(claim, party=value) for claim in claims), None)
    if value.kind == "party" and of.kind in ("ward", "council"):
        return Claim("win" if of.kind == "ward" else "control", place=me, party=value)
    return Among(Of(value.kind, me), value) if (of.kind, value.kind) == ("ward", "council") else None


def only(turn: Turn, value: Set) -> Iterator[Any]:
    """Those of the last set that are of a party or in a place."""
    of = turn.things
    if of is None or isinstance(of, Several):
        return
    prop = _is(of, value)
    if prop is not None:
        yield asked(turn, _with(of, prop), as_asked(turn))


def measured(turn: Turn, figure: Figure, added: bool, whole: bool = False) -> Iterator[Any]:
    """Another figure of what was told: of the one thing, or a column of the list; `whole`: of all there is."""
    of = turn.things
    rows = list(by_row(turn, Value(figure)))
    if len(rows) > 1:
        yield rows[0]
        return
    if isinstance(of, Ranked) and one_meant(turn.said) and isinstance(figure, Measure) and not added:
        of_one = fill(figure, of)
        if of_one is not None:
            yield Value(carried(turn, of_one))
    one = Value(carried(turn, figure if whole else _of_same(turn, figure)))
    column = fill(figure, It(of.kind)) if of is not None else None
    if of is None or column is None:
        yield one
        return
    old = turn.said.columns if isinstance(turn.said, Listing) and added else ()
    table = Listing(of, (*old, carried(turn, column)))
    is_theirs = of.kind == "party" and isinstance(figure, Measure) and figure.name in _OF_PARTIES
    yield from (one, table) if one_meant(turn.said) and not added and not is_theirs else (table, one)


def _of_same(turn: Turn, figure: Figure) -> Figure:
    """A figure of the party and the person of whom the last one was, where it has them."""
    last = turn.said.of if isinstance(turn.said, Value) else None
    for value in (last.party, last.person) if isinstance(last, Measure) else ():
        figure = (fill(figure, value) or figure) if value is not None else figure
    return figure


_OF_PARTIES = frozenset({"seats", "seats held", "seats won", "votes", "share of the vote", "candidates"})
"""Figures that are a party's own where a party was told."""


def mean(turn: Turn, how: Any, figure: Figure) -> Iterator[Any]:
    """The mean of another figure over the last set, or over the wards or councils of the same place."""
    from assistant.core.parsing.drafts import Mean

    of = turn.things
    each = fill(figure, It(of.kind)) if of is not None and not isinstance(of, Ranked) else None
    if of is not None and each is not None:
        yield Value(Over(how, each, of))
    yield Value(carried(turn, Mean(how, figure)))


def owned(turn: Turn, kind: Any) -> Iterator[Any]:
    """The party, the council or the ward that each of the last set is of."""
    of = turn.things
    if of is None or of.kind == kind:
        return
    if of.kind == "person" or (of.kind, kind) == ("ward", "council"):
        yield Listing(of, (Of(kind, It(of.kind)),))
    elif kind == "party" and of.kind in ("ward", "council"):
        claim = Claim("win" if of.kind == "ward" else "control", place=It(of.kind), party=It("party"))
        yield Listing(of, (Select("party", None, (carried(turn, claim),)),))


def each(turn: Turn, claim: Any) -> Iterator[Any]:
    """Who did something in each of the last set, a row for each."""
    of = turn.things
    kinds: tuple[Kind, Kind] = ("person", "party")
    if of is None:
        return
    there = fill(claim, It(of.kind))
    told = [fill(there, It(kind)) for kind in kinds] if there is not None else []
    found = [Select(kind, None, (carried(turn, prop),)) for kind, prop in zip(kinds, told, strict=False) if prop]
    yield Listing(of, tuple(found))
    yield from (Listing(of, (column,)) for column in found)


def by_row(turn: Turn, ask: Any) -> Iterator[Any]:
    """An ask; before it, where it is a figure of a list that was told, that figure of each that is on it."""
    of = turn.things
    if isinstance(ask, Value) and isinstance(ask.of, Measure) and of is not None and not one_meant(turn.said):
        slot = next((s for s in ("place", "party", "person", "time") if getattr(ask.of, s) == of), None)
        if slot is not None and not isinstance(of, Several):
            yield Listing(of, (replace(ask.of, **{slot: It(of.kind)}),))  # type: ignore[arg-type]
    yield ask


def as_asked(turn: Turn) -> str:
    """Whether the members of the last set were counted or listed."""
    return "how many" if isinstance(turn.said, Value) else "which"


def ordered(turn: Turn, figure: Figure | None) -> Iterator[Any]:
    """The last list in the order of a figure."""
    of = turn.things
    if of is None or figure is None:
        return
    each = fill(figure, It(of.kind))
    if each is not None:
        yield Listing(_whole(of), (carried(turn, each),))


def by_kind(turn: Turn, of: Set) -> Iterator[Any]:
    """The last figure for each of a kind in its place."""
    figure = turn.figure
    if not isinstance(figure, Measure) or not isinstance(turn.said, Value):
        return
    inner = of
    if of.kind in ("ward", "council") and isinstance(figure.place, Named):
        inner = fill(of, figure.place) or of
        figure = replace(figure, place=None)
    if of.kind == "year":
        figure = replace(figure, time=None)
    each = fill(figure, It(of.kind))
    if each is not None:
        yield Listing(carried(turn, inner) if of.kind != "year" else inner, (each,))


def carried(turn: Turn, part: Any) -> Any:
    """A part of an ask, with the places and then the time of the last turn where it lacks them."""
    for value in turn.places:
        part = fill(part, value) or part
    years = turn.years
    return (fill(part, years[0]) or part) if len(years) == 1 else part
