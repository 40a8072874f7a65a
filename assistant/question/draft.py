"""A question as far as its own words go, before the question it may follow completes it."""

from __future__ import annotations

from assistant.question.model import Question
from assistant.records import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """A question as far as its own words go; `named` are the slots those words fill."""

    question: Question
    named: frozenset[str]

    def names(self, *slots: str) -> bool:
        """True when the words fill one of these slots."""
        return bool(self.named.intersection(slots))
