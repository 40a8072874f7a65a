"""Refusing well: the word that stopped a question, why in plain words, and what can be asked instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.answer.model import Answer, Outcome
from assistant.core.names.lattice import Lattice
from assistant.core.reading.read import Readings


@dataclass(frozen=True, slots=True)
class Refuser:
    """Says why a question has no answer; `tried` tells whether another question has one."""

    text: str
    tried: Callable[[str], bool]

    def too_long(self, longest: int) -> Answer:
        """The refusal of a text that is no question for its length."""
        return Answer(self.text, Outcome.NOT_UNDERSTOOD, f"The question is longer than {longest:,} characters.")

    def misread(self, what: str) -> Answer:
        """The refusal of a question whose query the tables reject."""
        said = f"I did not understand that: it came out as a query that cannot run ({what})."
        return Answer(self.text, Outcome.NOT_UNDERSTOOD, said)

    def not_read(self, lattice: Lattice, readings: Readings) -> Answer:
        """The refusal of a question without a whole reading."""
        return Answer(self.text, Outcome.NOT_UNDERSTOOD, "I did not understand that.")
