"""A lattice to readings: whole, settled, without open holes, each a meaning that the model allows."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.core.meaning.build import normal
from assistant.core.meaning.check import MeaningError, check_resolved
from assistant.core.meaning.nodes import PLACES, About, Ask, Claim, Measure, Named, Node, Select
from assistant.core.meaning.walk import rebuild, walk
from assistant.core.names.lattice import Edge, Lattice, Lexeme
from assistant.core.parsing.chart import Chart, Grammar, Item, parse
from assistant.core.parsing.drafts import Apart, Change, Either, Mean, Norm, Once, Swing, Trend, Who, Whole
from assistant.core.parsing.rules import START
from assistant.core.query.measured import NotMeasured
from assistant.core.reading.defaults import resolve
from assistant.core.reading.held import Calendar
from assistant.core.reading.idioms import Idioms
from assistant.core.reading.settle import Unsettled, settle
from assistant.core.reading.whole import lacking

UNSETTLED = (Apart, Change, Either, Mean, Norm, Once, Swing, Trend, Who, Whole)
"""Parts that no meaning has any more when it is settled."""

_MARKS = frozenset({"COMMA", "STOP", "OPEN", "CLOSE"})
_COSTS = {"AREA": 0.1, "WARD": 0.2, "PERSON": 0.3, "OFFICE": 0.15}
"""A council's name is the council before it is anything else of that name."""

_NO_YEAR = 0.5
_TOGETHER = 0.4
"""What it costs that "each" says all of them together, and not one by one."""

_LOOSE = 0.2
"""What it costs that a place was named, and a figure or a claim is about everywhere: a place goes where it is taken."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a question: the ask, what it cost, the senses used, and what was filled in."""

    ask: Ask
    cost: float
    used: tuple[Edge, ...]
    assumed: tuple[str, ...] = ()
    item: Item | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Lost:
    """A reading that was refused: for the words whose value it lacks, or for why it cannot be meant."""

    cost: float
    words: tuple[Edge, ...] = ()
    where: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Readings:
    """What the chart came to: whole readings and refused ones, the cheapest first."""

    chart: Chart
    whole: tuple[Reading, ...]
    lost: tuple[Lost, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads lattices; `calendar` tells which years are held."""

    grammar: Grammar
    calendar: Calendar
    idioms: Idioms

    def readings(self, lattice: Lattice) -> Readings:
        """All whole readings that can be resolved; equal meanings once."""
        chart = self.chart(lattice)
        whole: dict[Node, Reading] = {}
        lost: list[Lost] = []
        for item in _ordered(chart.at(0, len(lattice.words), START)):
            made = self._reading(item, lattice)
            if isinstance(made, Lost):
                lost.append(made)
            else:
                whole.setdefault(made.ask, made)
        ordered = sorted(whole.values(), key=lambda reading: reading.cost)
        return Readings(chart, tuple(ordered), tuple(lost))

    def chart(self, lattice: Lattice, starts: Sequence[str] = (START,), anywhere: bool = False) -> Chart:
        """The chart of a lattice, for these wholes; of every part of it where `anywhere`."""
        years = {(e.first, e.last) for e in lattice.edges if e.category == "YEAR"}
        lexical = [(e.first, e.last, *self._sense(e), _cost(e, years)) for e in lattice.edges]
        passed = {i for e in lattice.edges if e.category == "PASS" for i in range(e.first, e.last)}
        marks = {e.first for e in lattice.edges if e.category in _MARKS}
        return parse(self.grammar, len(lattice.words), lexical, frozenset(passed | marks), starts, anywhere)

    def _sense(self, edge: Edge) -> tuple[str, Any]:
        """A sense's category and value; an idiom's are those of what it stands for."""
        if edge.category != "IDIOM":
            return edge.category, edge.value
        return self.idioms.sense(edge.value.sem)  # type: ignore[attr-defined]

    def _reading(self, item: Item, lattice: Lattice) -> Reading | Lost:
        return self.read(item, lattice, tuple(self.used(item, lattice.edges)))

    def read(self, item: Item, lattice: Lattice, used: tuple[Edge, ...], is_fragment: bool = False) -> Reading | Lost:
        """What an item means, by the senses that it used: settled, resolved, and checked; or why it is none."""
        words = lacking(item.meaning, used, is_fragment)
        if words:
            return Lost(item.cost, words)
        try:
            made = resolve(settle(item.meaning), self.calendar)
            ask = _checked(made.ask)
        except MeaningError as error:
            return Lost(item.cost, (), error.where, error.why)
        except (Unsettled, NotMeasured, KeyError, AssertionError) as error:
            return Lost(item.cost, (), str(error), "")
        if any(isinstance(node, UNSETTLED) for node in walk(ask)):
            return Lost(item.cost, (), "", "of what it is asked is not said")
        return Reading(
            ask,
            item.cost + _unplaced(ask) + _LOOSE * _loose(ask),
            used,
            (*made.assumed, *_everywhere(ask), *_told(used, lattice)),
            item,
        )

    def used(self, item: Item, edges: Sequence[Edge]) -> Iterator[Edge]:
        """The senses that an item used; an idiom's with what it stands for."""
        for bit, edge in enumerate(edges):
            if item.bits >> bit & 1:
                yield replace(edge, value=self._sense(edge)[1]) if edge.category == "IDIOM" else edge


def _unplaced(ask: Node) -> float:
    """What it costs that wards are those of everywhere, though a place is named."""
    parts = list(walk(ask))
    everywhere = any(isinstance(p, Select) and p.kind == "ward" and p.within is None for p in parts)
    named = any(isinstance(p, Named) and p.kind in ("council", "area") for p in parts)
    return 0.3 if everywhere and named else 0.0


def _cost(edge: Edge, years: Container[tuple[int, int]]) -> float:
    """What a sense costs: most a year that is to be a number."""
    if edge.category == "NUMBER" and (edge.first, edge.last) in years:
        return _NO_YEAR
    if edge.category == "DET" and isinstance(edge.value, Lexeme) and edge.value.lemma == "each":
        return _TOGETHER
    return _COSTS.get(edge.category, 0.0)


def _loose(ask: Node) -> int:
    """How many figures and claims are about everywhere though a place is named."""
    nodes = list(walk(ask))
    if not any(isinstance(node, Named) and node.kind in PLACES for node in nodes):
        return 0
    return sum(isinstance(node, Measure | Claim) and node.place is None for node in nodes)


def _everywhere(ask: Node) -> Iterator[str]:
    """That no place was named."""
    if not any(isinstance(node, Named) and node.kind in PLACES for node in walk(ask)) and not isinstance(ask, About):
        yield "no place was named: all councils that are held"


def _told(used: Sequence[Edge], lattice: Lattice) -> Iterator[str]:
    """What was read as something else, and what was passed over."""
    taken = {at for edge in used for at in range(edge.first, edge.last)}
    spoken = [w for at, w in enumerate(lattice.words) if at in taken]
    for one in lattice.corrections:
        if any(one.start <= w.start < one.end for w in spoken):
            yield f"read “{one.typed}” as {one.meant}"
    passed = [w.text for at, w in enumerate(lattice.words) if at not in taken and w in lattice.passed]
    if passed:
        yield f"not used: {', '.join(f'“{text}”' for text in passed)}"


def _checked(ask: Any) -> Any:
    """The normal form of an ask; raises MeaningError for what cannot be meant."""
    made = _normal(ask)
    check_resolved(made)
    return made


def _normal(node: Any) -> Any:
    return normal(rebuild(node, lambda _, part: _normal(part)))


def _ordered(items: Sequence[Item]) -> list[Item]:
    return sorted(items, key=lambda item: (item.cost, -item.bits.bit_count(), repr(item.meaning)))
