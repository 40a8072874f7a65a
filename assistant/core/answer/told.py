"""What is told of some facts, before it is an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answer.model import Outcome
from assistant.column import Cell, Column, Unit


@dataclass(frozen=True, slots=True)
class Told:
    """A headline with its figure, its table, and what must be said beside it."""

    sentence: str
    value: Cell = None
    unit: Unit | None = None
    columns: tuple[Column, ...] = ()
    rows: tuple[Mapping[str, Cell], ...] = ()
    notes: tuple[str, ...] = ()
    outcome: Outcome = Outcome.ANSWERED


def not_held(sentence: str, notes: tuple[str, ...] = ()) -> Told:
    """An ask that was understood, and of which nothing is held."""
    return Told(sentence, notes=notes, outcome=Outcome.NO_DATA)
