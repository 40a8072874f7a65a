"""The combinators by name, as the aliases of the grammar call them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from assistant.core.parsing.chart import Combinator

COMBINATORS: dict[str, tuple[Combinator, float]] = {}


F = TypeVar("F", bound=Callable[..., Any])


def rule(cost: float = 0.0, *names: str) -> Callable[[F], F]:
    """Register a combinator under its own name, or under these."""

    def register(make: F) -> F:
        for name in names or (make.__name__,):
            COMBINATORS[name] = (make, cost)
        return make

    return register
