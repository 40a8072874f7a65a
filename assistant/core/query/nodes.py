"""The three things that a node can be asked for; each family of nodes registers how it is done in a file of its own."""

from __future__ import annotations

from functools import singledispatch

from assistant.core.meaning.nodes import Figure, Prop, Set
from assistant.core.query.rel import Rel, Scopes


@singledispatch
def figure(node: Figure, scopes: Scopes) -> Rel:
    """The figure at each coordinate: `value` (NULL: not held), `n` held `of` all."""
    raise TypeError(f"no figure: {node!r}")


@singledispatch
def truth(node: Prop, scopes: Scopes) -> Rel:
    """The truth at each coordinate: true, false, NULL where it cannot be told."""
    raise TypeError(f"no proposition: {node!r}")


@singledispatch
def members(node: Set, scopes: Scopes) -> Rel:
    """What may be in the set at each coordinate: `member` and `truth`, NULL where that cannot be told."""
    raise TypeError(f"no set: {node!r}")
