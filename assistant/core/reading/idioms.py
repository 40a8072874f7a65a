"""Idioms: set expressions that the language itself tells, "ruling party" as "party that controls"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from assistant.core.names.lexer import Lexer
from assistant.core.parsing.chart import Grammar, parse


@dataclass(slots=True)
class Idioms:
    """What idioms stand for, parsed when one is first met."""

    lexer: Lexer
    grammar: Grammar
    _known: dict[str, tuple[str, Any]] = field(default_factory=dict)

    def sense(self, told: str) -> tuple[str, Any]:
        """The category and the meaning of "category: text"; ValueError where the text is not of that category."""
        if told not in self._known:
            category, _, text = told.partition(": ")
            self._known[told] = (category, self._meaning(category, text))
        return self._known[told]

    def _meaning(self, category: str, text: str) -> Any:
        lattice = self.lexer.lattice(text)
        lexical = [(e.first, e.last, e.category, e.value, 0.0) for e in lattice.edges]
        items = parse(self.grammar, len(lattice.words), lexical, frozenset()).at(0, len(lattice.words), category)
        if not items:
            raise ValueError(f"the idiom {text!r} is no {category}")
        return min(items, key=lambda i: (i.cost, repr(i.meaning))).meaning
