"""How a question was read and answered, printed stage by stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answer.model import Answer
from assistant.core.meaning.nodes import Node
from assistant.core.meaning.walk import slots
from assistant.core.names.lattice import Lattice
from assistant.core.parsing.chart import Item
from assistant.core.reading.read import Reading, Readings


@dataclass(frozen=True, slots=True)
class Explanation:
    """Each stage's result; `str()` prints them in the order a question passes them."""

    text: str
    lattice: Lattice | None
    readings: Readings | None
    reading: Reading | None
    answer: Answer

    def __str__(self) -> str:
        parts = (
            ("words", list(self._words())),
            ("rules", list(_tree(self.reading.item, 0)) if self.reading and self.reading.item else []),
            ("readings", list(self._readings())),
            ("meaning", list(_node("", self.reading.ask, 0)) if self.reading else []),
            (
                "sql",
                [*self.answer.sql.text.splitlines(), f"-- {list(self.answer.sql.parameters)}"]
                if self.answer.sql
                else [],
            ),
            ("rows", [str(len(self.answer.rows))]),
            ("stopped at", [self.answer.caret.text] if self.answer.caret else []),
            ("ask instead", list(self.answer.suggestions)),
            ("time", [f"{stage} {ms:.2f} ms" for stage, ms in self.answer.timings.to_dict().items()]),
        )
        return "\n".join(f"{name}\n" + "\n".join(f"  {line}" for line in lines) for name, lines in parts if lines)

    def _words(self) -> Iterator[str]:
        lattice = self.lattice
        for edge in lattice.edges if lattice else ():
            said = " ".join(w.text for w in lattice.words[edge.first : edge.last])  # type: ignore[union-attr]
            value = getattr(edge.value, "ids", getattr(edge.value, "sem", edge.value))
            yield f"{edge.category:<14} {said!r:<24} {str(value)[:80]}"

    def _readings(self) -> Iterator[str]:
        if self.readings is None:
            return
        yield f"{len(self.readings.whole)} whole, {len(self.readings.lost)} refused"
        for lost in self.readings.lost[:4]:
            yield f"refused ({lost.cost:.2f}): " + (lost.why or lost.where or ", ".join(e.category for e in lost.words))


def _tree(item: Item, depth: int) -> Iterator[str]:
    if item.rule:
        yield f"{'  ' * depth}{item.rule} ({item.cost:.2f})"
    for part in item.parts:
        yield from _tree(part, depth + bool(item.rule))


def _node(field: str, node: Node, depth: int) -> Iterator[str]:
    """A node a line, below what it is part of."""
    fields = [(name, getattr(node, name)) for name in slots(type(node))]
    plain = " ".join(f"{k}={v}" for k, v in fields if not _is_nested(v) and v not in (None, (), ""))
    yield f"{'  ' * depth}{field}{type(node).__name__} {plain}"
    for name, value in fields:
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Node):
                yield from _node(f"{name}: ", part, depth + 1)


def _is_nested(value: object) -> bool:
    return isinstance(value, Node) or (isinstance(value, tuple) and any(isinstance(v, Node) for v in value))
