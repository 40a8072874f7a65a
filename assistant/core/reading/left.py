"""What is in a meaning: for each of its values a trace, by which the word that left it is found again.

"party:labour", "number:10", "op:<", "not", "deed:win", "measure:turnout", "kind:ward" … each as often as it is there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from assistant.core.meaning.build import FLIPPED, MIRRORED
from assistant.core.meaning.nodes import (
    About,
    Ask,
    Calendar,
    Claim,
    Compare,
    Count,
    Every,
    It,
    Listing,
    Measure,
    Named,
    Newest,
    Node,
    Not,
    Number,
    Of,
    Or,
    Over,
    Portion,
    Ranked,
    Ratio,
    Reported,
    Run,
    Select,
    Several,
    Span,
    Story,
    Whether,
)  # fmt: skip
from assistant.core.meaning.walk import walk
from assistant.core.model.deeds import DEEDS, DOINGS, OPEN
from assistant.core.model.measures import MEASURES
from assistant.core.parsing.drafts import Mean, Norm, Once

Traces = Iterator[str]

LIGHT = ("have", "get", "see", "need", "win")
"""Deeds that say nothing beside the figure that is their object, where the model has none of its own for the two."""


def traces(meaning: Node) -> Counter[str]:
    """Every trace in a meaning, and how often it is there."""
    left = Counter(trace for node in walk(meaning) for trace in _of(node))
    for compared in walk(meaning):
        if isinstance(compared, Compare) and (undone := _undone(compared)):
            left[undone] -= 1
    return left


def _undone(compared: Compare) -> str:
    """The deed that a bound on a net change is not: to lose is to change by less than nothing."""
    left, right = compared.left, compared.right
    if not (isinstance(left, Measure) and left.name == "net change" and isinstance(right, Number)):
        return ""
    return "deed:lose" if right.value > 0 or (right.value == 0 and compared.op == ">") else "deed:gain"


def _of(node: Node) -> Traces:
    yield type(node).__name__.lower()
    if isinstance(node, Ask):
        yield "ask"
    for kind, find in _TRACES.items():
        if isinstance(node, kind):
            yield from find(node)


def _named(node: Named) -> Traces:
    yield from (f"{node.kind}:{id_}" for id_ in node.ids)
    yield from (f"at:{start}-{end}" for start, end in node.spans)
    yield f"kind:{node.kind}"


def _span(node: Span) -> Traces:
    for end in (node.first, node.last):
        if end is not None:
            yield from (f"year:{year}" for year in (end, end - 1, end + 1))  # "before 2014" ends in 2013
    yield from ("several", "kind:year", "set:year")


def _number(node: Number) -> Traces:
    yield f"number:{node.value:g}"


def _measure(node: Measure) -> Traces:
    yield from _was(node.name)
    yield from ("figure", *(f"basis:{b}" for b in (node.basis,) if b), f"poll:{node.poll}")


@cache
def _becoming(name: str) -> tuple[str, ...]:
    deeds = [pair for pair, made in DOINGS.items() if made == name]
    nouns = {name, *(noun for noun, names in OPEN.items() if name in names), *(noun for _, noun in deeds)}
    light = [deed for deed in LIGHT if not any((deed, noun) in DOINGS for noun in nouns)]
    return tuple(
        sorted({f"measure:{n}" for n in nouns} | {f"deed:{deed}" for deed in (*light, *(d for d, _ in deeds))})
    )


def _was(name: str) -> Traces:
    """A measure, the open nouns that may become it, and the deeds that it may be."""
    yield from _becoming(name)


@cache
def _done(name: str) -> tuple[str, ...]:
    deeds = [deed for deed, by_level in DEEDS.items() if name in by_level.values()]
    return tuple(dict.fromkeys(f"deed:{deed}" for deed in (name, *deeds)))


def _claim(node: Claim) -> Traces:
    yield from _done(node.name)
    yield f"claim:{node.name}"
    if node.number:
        yield f"number:{node.number}"
    if node.rival is not None:
        yield "rival"
    yield f"poll:{node.poll}"


def _story(node: Story) -> Traces:
    yield f"poll:{node.poll}"


def _compare(node: Compare) -> Traces:
    yield f"op:{node.op}"
    if isinstance(node.right, Number):
        yield from _bound(node.op, node.right.value)
    else:
        yield f"op:{MIRRORED[node.op]}"
    if isinstance(node.left, Measure):
        yield f"measure:{_unit(node.left.name)}"
        if isinstance(node.right, Measure | Over | Norm) and node.left.name == getattr(
            node.right, "name", node.left.name
        ):
            yield "norm"


_UNITS = {
    "share of the vote": "votes",
    "share": "votes",
    "majority": "votes",
    "share of seats": "seats",
    "share of seats won": "seats",
}
"""What a figure is counted in where it is held against a number."""


def _unit(name: str) -> str:
    return _UNITS.get(name) or (MEASURES[name].unit if name in MEASURES else "")


def _bound(op: Any, value: float) -> Traces:
    """ "More than 10" of whole things is "at least 11"; none is no more than 0."""
    near: Mapping[str, tuple[str, float]] = {
        ">=": (">", value - 1),
        "<=": ("<", value + 1),
        ">": (">=", value + 1),
        "<": ("<=", value - 1),
    }
    if op in near:
        other, number = near[op]
        yield from (f"op:{other}", f"number:{number:g}")
    if (op, value) in (("=", 0), ("<=", 0), ("<", 1)):
        yield from ("not", "none")
    if (op, value) in ((">=", 1), (">", 0)):
        yield "some"


def _ranked(node: Ranked) -> Traces:
    yield f"order:{node.order}"
    yield from (f"number:{n}" for n in {node.first, node.last})
    if isinstance(node.by, Calendar):
        yield "order:last" if node.order == "most" else "order:first"


def _over(node: Over) -> Traces:
    yield f"how:{node.how}"
    if node.how in ("most", "least"):
        yield f"order:{node.how}"


def _mean(node: Mean) -> Traces:
    yield f"how:{node.how}"
    if node.how in ("most", "least"):
        yield f"order:{node.how}"


def _once(node: Once) -> Traces:
    yield f"order:{node.which}"


def _kind(node: Select | It | Of | Several) -> Traces:
    if isinstance(node, Select | It | Of | Several):
        yield from (f"kind:{node.kind}", f"set:{node.kind}")


def _about(node: About) -> Traces:
    """A term and a measure as the word for it."""
    for name in filter(None, (node.topic, node.measure)):
        yield from _was(name)
        yield from _done(name)
    yield from (f"at:{start}-{end}" for start, end in node.spans)
    if node.topic in _OF_DATA:
        yield from ("story", "kind:year", "set:year", "kind:party", "set:party", "claim:control", "some", "value")
        yield from ("not", "op:=", "several")


_OF_DATA = ("held", "source", "newest", "basis", "help")
"""Topics whose question words and nouns ask for nothing in the tables: "who are you", "when was it updated"."""


def _reported(node: Reported) -> Traces:
    yield from (f"number:{n}" for n in node.point.split() if n.isdigit())
    yield from ("set:council", "kind:council")


def _norm(node: Norm) -> Traces:
    yield "how:mean"
    if node.of:
        yield f"kind:{node.of}"


_TRACES: Mapping[type, Callable[[Any], Traces]] = {
    Named: _named, Span: _span, Number: _number, Measure: _measure, Claim: _claim, Compare: _compare, Ranked: _ranked,
    Over: _over, Mean: _mean, Norm: _norm, Once: _once, Select: _kind, It: _kind, Of: _kind,
    Several: _kind, Story: _story, About: _about, Reported: _reported,
}  # fmt: skip

__all__ = [
    "FLIPPED",
    "Count",
    "Every",
    "Listing",
    "Newest",
    "Not",
    "Or",
    "Portion",
    "Ratio",
    "Run",
    "Several",
    "Whether",
    "traces",
]
