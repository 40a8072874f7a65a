"""Figures, each in its one normal form."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from assistant.core.meaning import nodes as n
from assistant.core.meaning.cells import is_one
from assistant.core.meaning.check import (
    MeaningError,
    check_bound,
    check_cell,
    check_several,
    check_sum,
)
from assistant.core.meaning.walk import key
from assistant.core.model.measures import MEASURES


def number(value: float, unit: str = "", at: n.Spans = n.NOWHERE) -> n.Number:
    """A number said."""
    return n.Number(value, unit, at)


def measure(
    name: str, *, basis: str = "", poll: str = "scheduled", at: n.Spans = n.NOWHERE, **slots: n.Set | None
) -> n.Measure:
    """A measure of the model; its first basis is named by none."""
    made = n.Measure(name, basis=basis, poll=poll, spans=at, **slots)
    check_cell(made)
    return replace(made, basis="") if basis == next(iter(MEASURES[name].bases)) else made


def count(of: n.Set, at: n.Spans = n.NOWHERE) -> n.Count:
    """How many members a set has."""
    if is_one(of):
        raise MeaningError("count", f"one {of.kind} is one")
    return n.Count(of, at)


def portion(of: n.Set, that: n.Prop, at: n.Spans = n.NOWHERE) -> n.Portion:
    """The percentage of a set's members of which a proposition holds."""
    check_several("portion", of)
    check_bound("portion", of, that)
    return n.Portion(of, that, at)


def over(
    how: Literal["sum", "mean", "median", "most", "least"], figure: n.Figure, members: n.Set, at: n.Spans = n.NOWHERE
) -> n.Over:
    """A figure over the members of a set."""
    check_several(how, members)
    check_bound(how, members, figure)
    made = n.Over(how, figure, members, at)
    if how == "sum":
        check_sum(made)
    return made


def difference(left: n.Figure, right: n.Figure, at: n.Spans = n.NOWHERE) -> n.Difference:
    """One figure less another; of one figure at two times, the later less the earlier."""
    if key(left) == key(right):
        raise MeaningError("difference", "both sides are the same")
    return n.Difference(right, left, at) if _is_earlier(left, right) else n.Difference(left, right, at)


def _is_earlier(left: n.Figure, right: n.Figure) -> bool:
    """Whether two figures differ in their year alone, the left being the earlier."""
    if not (isinstance(left, n.Measure) and isinstance(right, n.Measure)):
        return False
    one, other = _instant(left.time), _instant(right.time)
    return bool(one and other) and one < other and replace(left, time=right.time) == right


def _instant(time: n.Set | None) -> str:
    """A time as text that sorts; the newest comes last."""
    if isinstance(time, n.Newest):
        return "newest"
    return time.ids[0] if isinstance(time, n.Named) else ""


def change(figure: n.Measure, first: n.Set, last: n.Set, at: n.Spans = n.NOWHERE) -> n.Difference:
    """By how much a figure changed from one time to another."""
    return difference(replace(figure, time=last), replace(figure, time=first), at)


def ratio(left: n.Figure, right: n.Figure, percent: bool = False, at: n.Spans = n.NOWHERE) -> n.Ratio:
    """One figure divided by another."""
    if key(left) == key(right):
        raise MeaningError("ratio", "both sides are the same")
    return n.Ratio(left, right, percent, at)


def calendar(year: n.Set) -> n.Calendar:
    """A year as a number."""
    if year.kind != "year":
        raise MeaningError("year", f"a {year.kind} is no year")
    return n.Calendar(year)


def run(which: Literal["longest", "last"], years: n.Set, at: n.Spans = n.NOWHERE) -> n.Run:
    """How many years a run without a break lasted."""
    if years.kind != "year" or is_one(years):
        raise MeaningError("run", "a run is one of years")
    return n.Run(which, years, at)
