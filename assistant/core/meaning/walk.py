"""Walks over meanings: their parts in order, the same meaning with other parts, and what is free in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from functools import lru_cache, reduce
from typing import Any, TypeVar

from assistant.core.meaning import nodes as n

N = TypeVar("N", bound=n.Node)

BOUND: Mapping[type[n.Node], tuple[str, tuple[str, ...]]] = {
    n.Select: ("where", ()),
    n.Ranked: ("by", ("of",)),
    n.Portion: ("that", ("of",)),
    n.Over: ("figure", ("members",)),
    n.Every: ("that", ("of",)),
    n.Listing: ("columns", ("of", "across")),
}
"""Of each node that binds: the field in which `It` is bound, and the fields that hold the sets whose members it is."""


_SLOTS: dict[type[n.Node], tuple[str, ...]] = {}


def slots(kind: type[n.Node]) -> tuple[str, ...]:
    """The fields of a kind of node that are part of what it means."""
    if kind not in _SLOTS:
        _SLOTS[kind] = tuple(f.name for f in fields(kind) if f.compare)
    return _SLOTS[kind]


def parts(node: n.Node) -> Iterator[tuple[str, n.Node]]:
    """Each node right below, with the field that it stands in, in order."""
    for name in slots(type(node)):
        value = getattr(node, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, n.Node):
                yield name, part


def children(node: n.Node) -> tuple[n.Node, ...]:
    """The nodes right below."""
    return tuple(part for _, part in parts(node))


def walk(node: n.Node) -> Iterator[n.Node]:
    """A node and all below it, from the top."""
    yield node
    for child in children(node):
        yield from walk(child)


def rebuild(node: N, change: Callable[[str, n.Node], n.Node]) -> N:
    """The node with each part changed, told its field; itself where nothing changes."""
    found = {name: _changed(name, getattr(node, name), change) for name in slots(type(node))}
    new = {name: value for name, value in found.items() if value is not getattr(node, name)}
    return replace(node, **new) if new else node


def _changed(name: str, value: Any, change: Callable[[str, n.Node], n.Node]) -> Any:
    if isinstance(value, n.Node):
        return change(name, value)
    if not isinstance(value, tuple):
        return value
    new = tuple(_changed(name, part, change) for part in value)
    return value if all(a is b for a, b in zip(new, value, strict=True)) else new


def binds(node: n.Node, name: str) -> frozenset[n.Kind]:
    """The kinds of `It` that a node binds in a field."""
    field, sets = BOUND.get(type(node), ("", ()))
    if name != field:
        return frozenset()
    if isinstance(node, n.Select):
        return frozenset({node.kind})
    return frozenset(s.kind for s in (getattr(node, of) for of in sets) if isinstance(s, n.Set))


def free(node: n.Node) -> frozenset[n.Kind]:
    """The kinds of `It` that stand for the member of a set further out."""
    if isinstance(node, n.It):
        return frozenset({node.kind})
    return frozenset().union(*(free(part) - binds(node, name) for name, part in parts(node)))


def substitute(node: N, kind: n.Kind, value: n.Set) -> N:
    """The node with each free `It` of a kind replaced."""

    def change(name: str, part: n.Node) -> n.Node:
        if isinstance(part, n.It):
            return value if part.kind == kind and kind not in binds(node, name) else part
        return part if kind in binds(node, name) else substitute(part, kind, value)

    return rebuild(node, change)


@lru_cache(maxsize=4096)
def key(node: n.Node) -> str:
    """What a node means as text, without where it came from: equal of equal nodes, and an order."""
    return f"{type(node).__name__}({', '.join(_key(getattr(node, name)) for name in slots(type(node)))})"


def _key(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_key, value))}]"
    if isinstance(value, n.Node):
        return key(value)
    return repr(float(value) if isinstance(value, int) else value)


def spans(node: n.Node) -> n.Spans:
    """The stretches of the text that a node and all below it came from."""
    return reduce(frozenset.union, (getattr(part, "spans", n.NOWHERE) for part in walk(node)), n.NOWHERE)
