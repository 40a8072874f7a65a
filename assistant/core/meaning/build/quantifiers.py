"""A proposition of every, of none, of so many members of a set."""

from __future__ import annotations

from assistant.core.meaning import nodes as n
from assistant.core.meaning.build.comparisons import both, compare, negate
from assistant.core.meaning.build.figures import count, portion
from assistant.core.meaning.build.sets import select
from assistant.core.meaning.check import (
    check_bound,
    check_several,
)
from assistant.core.meaning.walk import substitute


def every(of: n.Set, that: n.Prop, at: n.Spans = n.NOWHERE) -> n.Prop:
    """It holds of every member; of several that are named, of each."""
    check_several("every", of)
    check_bound("every", of, that)
    if isinstance(of, n.Several) and all(isinstance(member, n.Named) for member in of.members):
        return both(*(substitute(that, of.kind, member) for member in of.members))
    return n.Every(of, that, at)


def so_many(of: n.Set, that: n.Prop, op: n.Operator, many: int, at: n.Spans = n.NOWHERE) -> n.Prop:
    """It holds of so many members."""
    return compare(count(select(of.kind, of, that), at), op, n.Number(many), at)


def any_of(of: n.Set, that: n.Prop, at: n.Spans = n.NOWHERE) -> n.Prop:
    """It holds of one member at least."""
    return so_many(of, that, ">=", 1, at)


def none_of(of: n.Set, that: n.Prop, at: n.Spans = n.NOWHERE) -> n.Prop:
    """It holds of no member."""
    return so_many(of, that, "=", 0, at)


def all_but(many: int, of: n.Set, that: n.Prop, at: n.Spans = n.NOWHERE) -> n.Prop:
    """It holds of all members but so many."""
    return so_many(of, negate(that), "=", many, at) if many else every(of, that, at)


def most_of(of: n.Set, that: n.Prop, at: n.Spans = n.NOWHERE) -> n.Prop:
    """It holds of more than half of the members."""
    return compare(portion(of, that, at), ">", n.Number(50, "%"), at)
