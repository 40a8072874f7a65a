"""Of several readings the one that is meant: where they differ, the tables are asked whether it matters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answer.model import Answer
from assistant.core.meaning.nodes import Ask
from assistant.core.reading.read import Reading

Told = Callable[[Ask, tuple[str, ...]], Answer]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The answer that stands, and the reading that it is of; None where several stand."""

    answer: Answer
    reading: Reading | None


def choose(readings: Sequence[Reading], told: Told) -> Chosen | None:
    """The answer of the reading that is meant, or the readings to choose from; None where there is no reading."""
    if not readings:
        return None
    best = readings[0]
    return Chosen(told(best.ask, best.assumed), best)
