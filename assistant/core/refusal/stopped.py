"""The word that stopped a question, and why: by what the chart did cover, and by what refused its readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.core.names.lattice import Edge, Lattice, Refusal, Word
from assistant.core.reading.read import Lost, Readings

_WHY = {
    "two years": "names two years, and elections are held in one: say which",
    "no such day": "is no day of the calendar",
}


@dataclass(frozen=True, slots=True)
class Stopped:
    """The first and the last character of what stopped a question, what it says, and why it did."""

    start: int
    end: int
    said: str
    why: str


def stopped(lattice: Lattice, readings: Readings) -> Stopped | None:
    """What stopped a question of which no word is unknown; None where it cannot be told."""
    dated = next((e for e in lattice.edges if isinstance(e.value, Refusal)), None)
    if dated is not None and isinstance(dated.value, Refusal):
        return _at(lattice, dated.first, dated.last, f"“{dated.value.said}” {_WHY[dated.value.why]}")
    lost = next((one for one in readings.lost if one.words or one.why), None)
    if lost is not None:
        return _by_reading(lattice, lost)
    return _by_chart(lattice, readings)


def _by_reading(lattice: Lattice, lost: Lost) -> Stopped:
    if lost.words:
        edge = lost.words[0]
        said = _text(lattice, edge.first, edge.last)
        return _at(lattice, edge.first, edge.last, f"I could not fit in “{said}”")
    return Stopped(0, len(lattice.text), lattice.text, f"{lost.where}: {lost.why}" if lost.where else lost.why)


def _by_chart(lattice: Lattice, readings: Readings) -> Stopped | None:
    """The first word beside the longest stretch that is a question."""
    whole = max(stretches(lattice, readings), key=lambda s: (s[1] - s[0], -s[0]), default=None)
    silent = {e.first for e in lattice.edges if e.category in _SILENT}
    inside = range(*whole) if whole else range(0)
    beside = [at for at in range(len(lattice.words)) if at not in inside and at not in silent]
    if not beside:
        return None
    at = next((b for b in beside if whole and b >= whole[1]), beside[0])
    return _at(lattice, at, at + 1, f"I could not fit in “{lattice.words[at].text}”")


_SILENT = frozenset({"PASS", "COMMA", "STOP", "OPEN", "CLOSE"})


def stretches(lattice: Lattice, readings: Readings) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are questions in themselves."""
    size = len(lattice.words)
    return ((i, j) for i in range(size) for j in range(i + 2, size + 1) if readings.chart.at(i, j, "question"))


def _at(lattice: Lattice, first: int, last: int, why: str) -> Stopped:
    start, end = lattice.words[first].start, lattice.words[last - 1].end
    return Stopped(start, end, lattice.text[start:end], why)


def _text(lattice: Lattice, first: int, last: int) -> str:
    return lattice.text[lattice.words[first].start : lattice.words[last - 1].end]


def names(edges: Sequence[Edge]) -> list[Edge]:
    """The senses that name a council, an area or a ward, the longest stretch of each word only."""
    kinds = ("COUNCIL", "AREA", "WARD")
    found = [e for e in edges if e.category in kinds and e.source in ("name", "correction")]
    return [
        e for e in found if not any(o.first <= e.first and e.last <= o.last and o != e and _longer(o, e) for o in found)
    ]


def _longer(one: Edge, other: Edge) -> bool:
    return one.last - one.first > other.last - other.first


def word_span(word: Word, why: str) -> Stopped:
    """A word that stopped a question."""
    return Stopped(word.start, word.end, word.text, why)
