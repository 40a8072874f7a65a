"""Nodes made again by their constructors: what a change to their parts has made of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from assistant.core.meaning import nodes as n
from assistant.core.meaning.build.asks import two
from assistant.core.meaning.build.claims import claim
from assistant.core.meaning.build.comparisons import among, both, compare, either, negate
from assistant.core.meaning.build.figures import difference, measure, over, portion, ratio
from assistant.core.meaning.build.quantifiers import every
from assistant.core.meaning.build.sets import of, ranked, select, several
from assistant.core.meaning.cells import filled
from assistant.core.meaning.walk import rebuild


def normal(node: n.Node) -> n.Node:
    """A node again by its constructor: what a change to its parts has made of it."""
    return _AGAIN[type(node)](node) if type(node) in _AGAIN else node


def _cell(make: Callable[..., n.Node]) -> Callable[[Any], n.Node]:
    def again(cell: Any) -> n.Node:
        more = {"basis": cell.basis} if isinstance(cell, n.Measure) else {"number": cell.number}
        return make(cell.name, poll=cell.poll, at=cell.spans, **more, **dict(filled(cell)))

    return again


_AGAIN: dict[type[n.Node], Callable[[Any], n.Node]] = {
    n.Measure: _cell(measure),
    n.Claim: _cell(claim),
    n.Several: lambda n: several(*n.members),
    n.Of: lambda n: of(n.kind, n.member),
    n.Select: lambda n: select(n.kind, n.within, *n.where, at=n.spans),
    n.Ranked: lambda n: ranked(n.of, n.by, n.order, n.first, n.last, n.spans),
    n.Portion: lambda n: portion(n.of, n.that, n.spans),
    n.Over: lambda n: over(n.how, n.figure, n.members, n.spans),
    n.Difference: lambda n: difference(n.left, n.right, n.spans),
    n.Ratio: lambda n: ratio(n.left, n.right, n.percent, n.spans),
    n.Compare: lambda n: compare(n.left, n.op, n.right, n.spans),
    n.Among: lambda n: among(n.thing, n.of, n.spans),
    n.Every: lambda n: every(n.of, n.that, n.spans),
    n.Not: lambda n: negate(n.prop, n.spans),
    n.And: lambda n: both(*n.props),
    n.Or: lambda n: either(*n.props),
    n.Both: lambda n: two(n.first, n.second),
}


def rebuilt(node: n.Node) -> n.Node:
    """A meaning made again from the bottom by the constructors; refused where a part of it cannot be meant."""
    return normal(rebuild(node, lambda _, part: rebuilt(part)))
