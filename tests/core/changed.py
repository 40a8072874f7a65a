"""Meanings next to a meaning: each differs from it in one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from assistant.core.meaning.nodes import (
    SLOTS,
    And,
    Claim,
    Compare,
    Listing,
    Measure,
    Named,
    Newest,
    Node,
    Number,
    Or,
    Over,
    Ranked,
    Ratio,
    Run,
    Select,
    Span,
)
from assistant.core.meaning.walk import slots
from assistant.core.model.measures import MEASURES

_OTHER: dict[str, str] = {
    "council": "elm",
    "area": "region:far",
    "ward": "elm/mill",
    "party": "ukip",
    "person": "elm/ann-other",
    "office": "mayor:elm",
    "year": "1999",
}


def beside(node: Node) -> Iterator[Node]:
    """Each meaning that differs in one thing: a name, a slot, an operator, a number, a condition."""
    yield from own(node)
    for name in slots(type(node)):
        value = getattr(node, name)
        if isinstance(value, Node):
            yield from (_with(node, name, other) for other in beside(value))
        elif isinstance(value, tuple):
            for i, part in enumerate(value):
                if isinstance(part, Node):
                    yield from (_with(node, name, (*value[:i], other, *value[i + 1 :])) for other in beside(part))


def _with(node: Node, name: str, value: Any) -> Node:
    return replace(node, **{name: value})


def own(node: Node) -> Iterator[Node]:
    """Those that differ right here."""
    match node:
        case Named():
            yield replace(node, ids=(_OTHER[node.kind],))
            if node.kind == "year":
                yield Newest()
        case Span():
            yield from (replace(node, first=None), replace(node, last=None), replace(node, last=2025))
        case Measure() | Claim():
            yield from _cells(node)
        case Compare():
            yield from (replace(node, op=op) for op in ("<", "<=", "=", "!=", ">=", ">"))
            yield replace(node, left=node.right, right=node.left)
        case Number():
            yield from (replace(node, value=node.value + 1), replace(node, value=node.value + 1000))
        case Over():
            yield from (replace(node, how=how) for how in ("sum", "mean", "median", "most", "least"))
        case Ranked():
            yield from _ranks(node)
        case Ratio():
            yield replace(node, percent=not node.percent)
        case Run():
            yield replace(node, which="last" if node.which == "longest" else "longest")
        case Select():
            yield from (replace(node, within=None), replace(node, within=Named("area", ("region:far",))))
            yield from (replace(node, where=node.where[:i] + node.where[i + 1 :]) for i in range(len(node.where)))
        case And() | Or():
            yield from (Or(node.props), And(node.props), node.props[0])
        case Listing():
            yield replace(node, across=None)


def _cells(node: Measure | Claim) -> Iterator[Node]:
    yield from (replace(node, **{slot: None}) for slot in SLOTS if getattr(node, slot) is not None)
    yield replace(node, poll="scheduled" if node.poll == "by-election" else "by-election")
    if isinstance(node, Measure):
        yield from (replace(node, basis=basis) for basis in MEASURES[node.name].bases)
        yield from (replace(node, name=name, basis="") for name in MEASURES)
    elif node.number:
        yield replace(node, number=node.number + 1)


def _ranks(node: Ranked) -> Iterator[Node]:
    yield replace(node, order="least" if node.order == "most" else "most")
    yield from (replace(node, last=node.last + 1), replace(node, first=node.last + 1, last=node.last + 1))
    yield replace(node, of=node.of.of) if isinstance(node.of, Ranked) else replace(node, first=node.last)
