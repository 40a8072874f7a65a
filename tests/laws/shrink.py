"""A disagreement, made small: its open hole bound to the member in dispute, then its parts dropped one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from assistant.core.meaning import nodes as n
from assistant.core.meaning.nodes import It, Named
from tests.laws.compare import Bench
from tests.laws.naive.evaluate import free

TRIES = 400


def shrunk(bench: Bench, node: n.Node) -> n.Node:
    """The smallest meaning found on which the two still disagree."""
    tries = 0
    found = True
    while found and tries < TRIES:
        found = False
        for smaller in sorted(_candidates(bench, node), key=size):
            tries += 1
            if size(smaller) < size(node) and is_legal(smaller) and not bench.agree(smaller):
                node, found = smaller, True
                break
    return node


def is_legal(node: n.Node) -> bool:
    """Whether nothing is open, and every set that binds is asked of its members."""
    return not free(node) and all(_asks(inner) for inner in everything(node))


def _asks(node: n.Node) -> bool:
    if isinstance(node, n.Several):
        return len(node.members) > 1
    if isinstance(node, n.Select):
        return all(node.kind in free(prop) for prop in node.where)
    return all(of.kind in free(body) for of, bodies in _binders(node) for body in bodies)


def size(node: Any) -> int:
    """How many nodes there are; an open one counts for more than a name."""
    if isinstance(node, tuple):
        return sum(size(m) for m in node)
    if not isinstance(node, n.Node):
        return 0
    own = 2 if isinstance(node, It) else 1
    return own + sum(size(getattr(node, f.name)) for f in fields(node))


def _candidates(bench: Bench, node: n.Node) -> Iterator[n.Node]:
    yield from _closed(node)
    yield from _bound(bench, node)
    yield from _dropped(node)


def parts(node: Any) -> Iterator[Any]:
    """The nodes straight below one."""
    for f in fields(node):
        value = getattr(node, f.name)
        yield from (m for m in (value if isinstance(value, tuple) else (value,)) if isinstance(m, n.Node))


def everything(node: n.Node) -> Iterator[n.Node]:
    """A node and all below it."""
    yield node
    for part in parts(node):
        yield from everything(part)


def _closed(node: n.Node) -> Iterator[n.Node]:
    for inner in everything(node):
        if inner is not node and not free(inner) and not isinstance(inner, (Named, n.Number, n.Newest, n.Span)):
            yield inner


# --- Binding ----------------------------------------------------------------------------------------------------------


def _bound(bench: Bench, node: n.Node) -> Iterator[n.Node]:
    """The bodies of each set that binds, its member in place of `It`."""
    for inner in everything(node):
        if free(inner):
            continue
        for of, bodies in _binders(inner):
            for member in _members(bench, of):
                for body in bodies:
                    yield substituted(body, of.kind, Named(of.kind, (str(member),)))


def _binders(node: n.Node) -> Iterator[tuple[n.Set, tuple[n.Node, ...]]]:
    if isinstance(node, n.Select):
        yield node, node.where
    if isinstance(node, n.Ranked):
        yield node.of, (node.by,)
    if isinstance(node, n.Over):
        yield node.members, (node.figure,)
    if isinstance(node, (n.Portion, n.Every)):
        yield node.of, (node.that,)


def _members(bench: Bench, of: n.Set) -> list[Any]:
    hand, query = bench.by_hand(of), bench.by_query(of)
    known = [m for side in (hand, query) if isinstance(side, dict) for m in side]
    return sorted(set(known), key=str)[:25]


def substituted(node: Any, kind: str, thing: n.Set) -> Any:
    """A node with a thing for the `It` of a kind, but where another set binds it."""
    if isinstance(node, It):
        return thing if node.kind == kind else node
    if isinstance(node, tuple):
        return tuple(substituted(m, kind, thing) for m in node)
    if not isinstance(node, n.Node):
        return node
    hidden = _hidden(node, kind)
    changed = {
        f.name: substituted(getattr(node, f.name), kind, thing) for f in fields(node) if f.init and f.name not in hidden
    }
    made = replace(node, **changed)
    return _council_of(made)


def _hidden(node: n.Node, kind: str) -> tuple[str, ...]:
    binds = {
        n.Select: ("kind", "where"),
        n.Ranked: ("kind", "by"),
        n.Portion: ("of", "that"),
        n.Over: ("members", "figure"),
        n.Every: ("of", "that"),
    }
    if type(node) not in binds:
        return ()
    by, inside = binds[type(node)]
    bound = getattr(node, by)
    return (inside,) if (bound if isinstance(bound, str) else bound.kind) == kind else ()


def _council_of(node: n.Node) -> n.Node:
    if isinstance(node, n.Of) and isinstance(node.member, Named):
        return Named("council", tuple(i.split("/")[0] for i in node.member.ids))
    return node


# --- Dropping ---------------------------------------------------------------------------------------------------------


def _dropped(node: n.Node) -> Iterator[n.Node]:
    """The node with one part of it, anywhere in it, made simpler."""
    yield from _simpler(node)
    for f in fields(node):
        if f.init:
            yield from (replace(node, **{f.name: value}) for value in _simpler_value(getattr(node, f.name)))


def _simpler_value(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple) and value and isinstance(value[0], n.Node):
        if len(value) > 1:
            yield from (value[:i] + value[i + 1 :] for i in range(len(value)))
        for i, member in enumerate(value):
            yield from ((*value[:i], smaller, *value[i + 1 :]) for smaller in _dropped(member))
    elif isinstance(value, n.Node):
        yield from _dropped(value)


def _simpler(node: n.Node) -> Iterator[n.Node]:
    if isinstance(node, (n.And, n.Or)):
        yield from node.props
    if isinstance(node, n.Not):
        yield node.prop
    if isinstance(node, n.Ranked):
        yield node.of
    if isinstance(node, n.Select):
        yield replace(node, within=None)
    if isinstance(node, (n.Difference, n.Ratio)):
        yield from (node.left, node.right)
    if isinstance(node, n.Figure) and not isinstance(node, n.Number):
        yield from (n.Number(0), n.Number(2))
    if isinstance(node, n.Several):
        yield from node.members


# --- Grouping ---------------------------------------------------------------------------------------------------------


def skeleton(node: Any) -> str:
    """What kind of meaning it is: its nodes, without their names and numbers."""
    if isinstance(node, Named):
        return node.kind
    if isinstance(node, (It, n.Of)):
        return f"{type(node).__name__}({node.kind})"
    if isinstance(node, n.Number):
        return "#"
    return f"{_head(node)}({', '.join(_shown_slots(node))})"


def _head(node: Any) -> str:
    name = type(node).__name__
    if isinstance(node, (n.Measure, n.Claim)):
        by = "" if node.poll == "scheduled" else " by-election"
        return f"{name} {node.name}{' / ' + node.basis if isinstance(node, n.Measure) and node.basis else ''}{by}"
    if isinstance(node, n.Set):
        return f"{name} {node.kind}"
    return f"{name} {getattr(node, 'how', '')}".strip()


def _shown_slots(node: Any) -> Iterator[str]:
    for f in fields(node):
        value = getattr(node, f.name)
        if isinstance(value, tuple) and value and isinstance(value[0], n.Node):
            yield f"{f.name}: " + ", ".join(skeleton(m) for m in value)
        elif isinstance(value, n.Node):
            yield f"{f.name}: {skeleton(value)}"


def written(node: Any) -> str:
    """A meaning as it is written in Python, without what is empty."""
    if isinstance(node, tuple):
        return "(" + ", ".join(written(m) for m in node) + ("," if len(node) == 1 else "") + ")"
    if isinstance(node, Named):
        return f"{node.kind}:{'|'.join(node.ids)}"
    if isinstance(node, It):
        return f"It({node.kind})"
    if not isinstance(node, n.Node):
        return repr(node)
    shown = [(f.name, getattr(node, f.name)) for f in fields(node) if f.name != "spans"]
    inside = ", ".join(
        f"{k}={written(v)}" for k, v in shown if v is not None and v != "" and v != "scheduled" and v != () and v != 0
    )
    return f"{type(node).__name__}({inside})"
