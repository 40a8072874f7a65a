"""A text read as a follow-up: a fragment that is done on the last ask, or a question that lacks what was told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.core.dialogue.marks import STANDING, Marks
from assistant.core.dialogue.operate import operate
from assistant.core.dialogue.sets import by_row
from assistant.core.dialogue.turns import Turn
from assistant.core.meaning.nodes import PLACES, Claim, Given, It, Listing, Measure, Named, Node, Select, Story, Value
from assistant.core.meaning.walk import walk
from assistant.core.names.lattice import Edge, Lattice, Lexeme
from assistant.core.parsing.chart import Item
from assistant.core.parsing.fill import fill
from assistant.core.parsing.operations import Counted, Extreme, Nth, Operation, Owned, Step, Swap
from assistant.core.parsing.rules import FRAGMENT, START
from assistant.core.reading.read import Reader, Reading, Readings

_LACKING = 0.3
"""What it costs that a question's own holes are filled from before."""


@dataclass(frozen=True, slots=True)
class Follower:
    """Reads follow-ups on the turns so far, the last one last; there is one at least."""

    reader: Reader
    marks: Marks
    turns: Sequence[Turn]

    def readings(self, plain: Lattice) -> Readings:
        """All readings of a text as a follow-up, the likeliest first."""
        lattice = self.marks.lattice(plain, self.turns)
        chart = self.reader.chart(lattice, (FRAGMENT, START))
        size = len(lattice.words)
        items = [*chart.at(0, size, FRAGMENT), *chart.at(0, size, START)]
        found: dict[Node, Reading] = {}
        for reading in (r for item in items for r in self._of(item, lattice)):
            old = found.get(reading.ask)
            if old is None or reading.cost < old.cost:
                found[reading.ask] = reading
        return Readings(chart, tuple(sorted(found.values(), key=lambda r: (r.cost, repr(r.ask)))), ())

    def _of(self, item: Item, lattice: Lattice) -> Iterator[Reading]:
        used = tuple(self.reader.used(item, lattice.edges))
        stands = any(edge.category in STANDING for edge in used) and isinstance(item.meaning, Swap)
        for rank, (meant, cost) in enumerate(self._meant(item, used)):
            if stands and meant in (self.turns[-1].said, self.turns[-1].fixed):
                continue  # what stands for something told, in its own place, asks nothing
            made = Item(meant, item.cost + cost + rank / 100, item.bits, item.rule, item.parts)
            kept = tuple(edge for edge in used if not _is_spent(item.meaning, meant, edge))
            reading = self.reader.read(made, lattice, kept, isinstance(item.meaning, Operation))
            if isinstance(reading, Reading):
                told = self.turns[-1].told
                inherited = (f"taken with the question before: {told}",) if told else ()
                yield replace(reading, assumed=(*inherited, *reading.assumed))

    def _meant(self, item: Item, used: Sequence[Edge]) -> Iterator[tuple[Any, float]]:
        """What an item may come to, and what that costs."""
        if isinstance(item.meaning, Operation):
            yield from ((made, 0.0) for made in operate(item.meaning, self.turns, self.reader.calendar))
            return
        said = {edge.category for edge in used}
        filled = self._filled(item.meaning, said)
        if filled != item.meaning or said & STANDING:
            yield from ((made, _LACKING) for made in by_row(self.turns[-1], filled))

    def _filled(self, ask: Any, said: set[str]) -> Any:
        """A question with the places and the time of the last turn where none of its own is said."""
        turn = self.turns[-1]
        if not said & _PLACED:
            for place in turn.places:
                ask = fill(ask, place) or ask
        return (fill(ask, turn.years[0]) or ask) if len(turn.years) == 1 and not said & _TIMED else ask


_PLACED = frozenset({"COUNCIL", "AREA", "WARD", "OFFICE", "ATPLACE"})
_TIMED = frozenset({
    "YEAR", "DECADE", "YEARS_RANGE", "DATE", "NOW", "SINCE", "UNTIL", "BEFORE", "AFTER", "EVER", "ATTIME", "WHEN",
})  # fmt: skip
"""Categories of words that say where, and when."""


def _is_spent(meaning: Any, meant: Any, edge: Edge) -> bool:
    """Whether a word's value is in what was done, not in what came of it: how many years on, what gave way."""
    if isinstance(meaning, Value) and isinstance(meant, Listing):
        return edge.category == "HOWMANY"
    if isinstance(meaning, Owned):
        return edge.category == "NOUN_KIND"
    if isinstance(meaning, Counted):
        return isinstance(edge.value, Lexeme)
    if isinstance(meaning, Extreme) and meaning.keeps:
        return edge.category == "SUPER"
    if isinstance(meaning, Step | Nth):
        return edge.category in ("NUMBER", "ORDINAL", "FIRST")
    return isinstance(meaning, Swap) and (edge.category == "BOTH" or edge.value in meaning.old)


def _names(said: Node, kinds: frozenset[Any]) -> bool:
    return any(isinstance(w, Named) and w.kind in kinds for w in walk(said))


def is_named(reading: Reading) -> bool:
    """Whether a question says of whom or where it asks, or tells it before."""
    said = reading.item.meaning if reading.item else reading.ask
    return isinstance(said, Given) or _names(said, PLACES | {"party", "person"})


def stands_alone(reading: Reading) -> bool:
    """Whether a question needs nothing from before: it names where, or asks of all there are, or when."""
    said = reading.item.meaning if reading.item else reading.ask
    if isinstance(said, Given):
        return True
    if isinstance(said, Story):
        return sum(s is not None for s in (said.place, said.party, said.person, said.time)) > 1
    return _names(said, PLACES) or not _is_open(said)


def _is_open(said: Node) -> bool:
    """Whether a place is lacking: in a figure or a claim without one or a time, of wards that are in no place."""
    for part in walk(said):
        if isinstance(part, Claim | Measure) and part.place is None and not _is_dated(part):
            return True
        if isinstance(part, Select) and part.kind == "ward" and part.within is None:
            return True
    return False


def _is_dated(cell: Claim | Measure) -> bool:
    return cell.time is not None and not isinstance(cell.time, It)
