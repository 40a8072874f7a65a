"""Comparisons, membership, not, and, or, each in its one normal form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.core.meaning import nodes as n
from assistant.core.meaning.build.order import ordered
from assistant.core.meaning.check import (
    MeaningError,
)
from assistant.core.meaning.walk import key
from assistant.core.model.measures import MEASURES

FLIPPED: dict[n.Operator, n.Operator] = {"<": ">=", "<=": ">", "=": "!=", "!=": "=", ">=": "<", ">": "<="}
"""The operator that is true where another is false."""

MIRRORED: dict[n.Operator, n.Operator] = {"<": ">", "<=": ">=", "=": "=", "!=": "!=", ">=": "<=", ">": "<"}
"""The operator between the same two figures the other way round."""


def compare(left: n.Figure, op: n.Operator, right: n.Figure, at: n.Spans = n.NOWHERE) -> n.Prop:
    """Two figures held against each other: a number stands on the right, the greater of two figures on the left."""
    if isinstance(left, n.Number) and isinstance(right, n.Number):
        raise MeaningError("comparison", "two numbers say nothing of a result")
    if isinstance(left, n.Difference) and isinstance(right, n.Number) and right.value == 0:
        return compare(left.left, op, left.right, at | left.spans)
    if _is_turned(left, op, right):
        left, op, right = right, MIRRORED[op], left
    if isinstance(right, n.Number):
        right = _in_units(left, right)
    if isinstance(left, n.Count) and isinstance(right, n.Number):
        op, right = _whole(op, right)
    return n.Compare(left, op, right, at)


def _in_units(left: n.Figure, number: n.Number) -> n.Number:
    """A number in the unit of the figure that it is held against, which is said of percentages alone."""
    unit = _unit(left)
    told = unit if unit in ("%", "points") else ""
    if number.unit not in ("", unit) and (number.unit, unit) != ("%", "points"):
        raise MeaningError("comparison", f"{number.unit} are no {unit or 'number of things'}")
    return replace(number, unit=told)


def _unit(figure: n.Figure) -> str:
    match figure:
        case n.Measure():
            return MEASURES[figure.name].unit
        case n.Portion() | n.Ratio(percent=True):
            return "%"
        case n.Over():
            return _unit(figure.figure)
        case n.Difference():
            return "points" if _unit(figure.left) == "%" else _unit(figure.left)
        case n.Count():
            return f"{figure.of.kind}s"
    return ""


def _is_turned(left: n.Figure, op: n.Operator, right: n.Figure) -> bool:
    if isinstance(left, n.Number) or isinstance(right, n.Number):
        return isinstance(left, n.Number)
    if key(left) == key(right):
        raise MeaningError("comparison", "both sides are the same")
    return op in ("<", "<=") or (op in ("=", "!=") and key(left) > key(right))


def _whole(op: n.Operator, bound: n.Number) -> tuple[n.Operator, n.Number]:
    """A bound of whole things: at least or at most so many; none is exactly 0, some is at least 1."""
    value, whole = bound.value, bound.value == int(bound.value)
    if op in (">", "<") and whole:
        op, value = (">=", value + 1) if op == ">" else ("<=", value - 1)
    if value < 0 or (op == ">=" and value == 0):
        raise MeaningError("comparison", "a count is never below 0")
    if value == 0 and op in ("<=", "!="):
        op, value = ("=", 0) if op == "<=" else (">=", 1)
    return op, replace(bound, value=value)


def among(thing: n.Set, of: n.Set, at: n.Spans = n.NOWHERE) -> n.Prop:
    """Whether a thing is a member of a set."""
    if thing.kind != of.kind:
        raise MeaningError("among", f"a {thing.kind} is no {of.kind}")
    if key(thing) == key(of):
        raise MeaningError("among", "it is itself")
    return n.Among(thing, of, at)


def negate(prop: n.Prop, at: n.Spans = n.NOWHERE) -> n.Prop:
    """That a proposition does not hold."""
    match prop:
        case n.Not(inner):
            return inner
        case n.Compare(left, op, right, own):
            return compare(left, FLIPPED[op], right, own | at)
    return n.Not(prop, at)


def both(*props: n.Prop) -> n.Prop:
    """All of them hold."""
    return _joined(n.And, props)


def either(*props: n.Prop) -> n.Prop:
    """One of them at least holds."""
    return _joined(n.Or, props)


def _joined(join: type[n.And] | type[n.Or], props: Iterable[n.Prop]) -> n.Prop:
    found = ordered(props, join)
    if not found:
        raise MeaningError(join.__name__.lower(), "there is nothing to join")
    return found[0] if len(found) == 1 else join(found)
