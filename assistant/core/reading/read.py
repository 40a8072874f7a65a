"""Text to one resolved meaning: the cheapest whole reading that the model and the tables allow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from assistant.core.meaning.nodes import Ask, Node
from assistant.core.names.lattice import Lattice
from assistant.core.names.lexer import Lexer
from assistant.core.parsing.chart import Chart, Grammar, Item, parse
from assistant.core.reading.defaults import Resolved, resolve
from assistant.core.reading.held import Calendar
from assistant.core.reading.settle import Unsettled, settle

_MARKS = frozenset({"COMMA", "STOP", "OPEN", "CLOSE"})


@dataclass(slots=True)
class Reading:
    """A reading: its item in the chart and what it resolves to."""

    item: Item
    resolved: Resolved


@dataclass(slots=True)
class Reader:
    """Reads questions; `calendar` tells which years are held."""

    lexer: Lexer
    grammar: Grammar
    calendar: Calendar

    def chart(self, lattice: Lattice) -> Chart:
        """The chart of a lattice."""
        lexical = [(e.first, e.last, e.category, e.value, _COSTS.get(e.category, 0.0)) for e in lattice.edges]
        passed = {i for i, w in enumerate(lattice.words) if w in lattice.passed}
        marks = {e.first for e in lattice.edges if e.category in _MARKS}
        return parse(self.grammar, len(lattice.words), lexical, frozenset(passed | marks))

    def readings(self, lattice: Lattice) -> list[Reading]:
        """All whole readings that can be resolved, the cheapest first; equal meanings once."""
        items = self.chart(lattice).at(0, len(lattice.words), "question")
        found: dict[Node, Reading] = {}
        for item in sorted(items, key=lambda i: (i.cost, repr(i.meaning))):
            made = self._resolved(item.meaning)
            if made is not None and made.ask not in found:
                found[made.ask] = Reading(item, made)
        return list(found.values())

    def _resolved(self, meaning: Any) -> Resolved | None:
        try:
            return resolve(settle(meaning), self.calendar)
        except (Unsettled, KeyError):
            return None


_COSTS = {"AREA": 0.1, "WARD": 0.2, "PERSON": 0.3, "OFFICE": 0.15}
"""A council's name is the council before it is anything else of that name."""

__all__ = ["Ask", "Reader", "Reading"]
