"""The combinators by name, as the aliases of the grammar call them."""

from __future__ import annotations

from collections.abc import Callable

from assistant.core.parsing.chart import Combinator

COMBINATORS: dict[str, tuple[Combinator, float]] = {}


def rule(cost: float = 0.0, *names: str) -> Callable[[Combinator], Combinator]:
    """Register a combinator under its own name, or under these."""

    def register(make: Combinator) -> Combinator:
        for name in names or (make.__name__,):
            COMBINATORS[name] = (make, cost)
        return make

    return register
