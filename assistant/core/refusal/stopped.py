"""The word that stopped a question, and why: by what the chart did cover, and by what refused its readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.core.meaning.nodes import Named
from assistant.core.names.lattice import Edge, Lattice, Lexeme, Refusal, Word
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
        return _at(lattice, edge.first, edge.last, f"nothing else in it goes with “{said}”")
    return Stopped(0, len(lattice.text), lattice.text, f"{lost.where}: {lost.why}" if lost.where else lost.why)


def _by_chart(lattice: Lattice, readings: Readings) -> Stopped | None:
    """What stands beside the longest stretch that is a question, or that is a part of one."""
    whole = max(stretches(lattice, readings), key=_size, default=None)
    part = whole or max(stretches(lattice, readings, *_PARTS), key=_size, default=None)
    run = _beside(lattice, part or (0, 0))
    if run is None:
        return None
    said = _text(lattice, *run)
    if part is None:
        return _at(lattice, *run, f"I have no rule for “{said}”")
    read = f"I can read “{_text(lattice, *part)}”"
    return _at(lattice, *run, f"{read}, but have no rule for “{said}” {'beside it' if whole else 'with it'}")


_PARTS = ("f", "v", "np")
"""What is no question in itself, but part of one: a figure, what somebody did, a set."""


def _size(stretch: tuple[int, int]) -> tuple[int, int]:
    return stretch[1] - stretch[0], -stretch[0]


def _beside(lattice: Lattice, part: tuple[int, int]) -> tuple[int, int] | None:
    """The first run of words that say something behind a stretch, or before it."""
    silent = {e.first for e in lattice.edges if e.category in _SILENT}
    said = [at for at in range(len(lattice.words)) if at not in silent and not part[0] <= at < part[1]]
    behind = [at for at in said if at >= part[1]] or said
    if not behind:
        return None
    end = behind[0] + 1
    while end in behind:
        end += 1
    return behind[0], end


_SILENT = frozenset({"PASS", "COMMA", "STOP", "OPEN", "CLOSE"})


def stretches(lattice: Lattice, readings: Readings, *categories: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are questions in themselves, or of other categories."""
    size, wanted = len(lattice.words), categories or ("question",)
    ends = ((i, j) for i in range(size) for j in range(i + 2, size + 1))
    return ((i, j) for i, j in ends if any(readings.chart.at(i, j, c) for c in wanted))


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


def ward_elsewhere(lattice: Lattice) -> tuple[tuple[int, int], str] | None:
    """The words that are names of wards of other councils only, and the one council that the text names beside them."""
    named = [e for e in lattice.edges if isinstance(e.value, Named) and e.source == "name"]
    councils = [e for e in named if e.category == "COUNCIL" and isinstance(e.value, Named) and len(e.value.ids) == 1]
    taken = {at for e in named if e.category in _OTHERS for at in range(e.first, e.last)}
    if len({e.value for e in councils}) != 1 or not isinstance(councils[0].value, Named):
        return None
    council = councils[0].value.ids[0]
    wards = [e for e in named if e.category == "WARD" and not taken & set(range(e.first, e.last))]
    if not wards or any(_is_in(e, council) for e in wards):
        return None
    first, last = wards[0].first, wards[0].last
    for edge in sorted(wards, key=lambda e: e.first):
        last = max(last, edge.last) if edge.first <= last else last
    return ((first, last), council) if _is_told_a_ward(lattice, first, last) else None


def _is_told_a_ward(lattice: Lattice, first: int, last: int) -> bool:
    """Whether words look like a ward's name: each has a capital, or a noun for one follows."""
    noun = any(e.first == last and isinstance(e.value, Lexeme) and e.value.sem == "ward" for e in lattice.edges)
    return noun or all(word.text[:1].isupper() for word in lattice.words[first:last])


_OTHERS = ("COUNCIL", "AREA", "PARTY", "PERSON", "OFFICE")


def _is_in(edge: Edge, council: str) -> bool:
    return isinstance(edge.value, Named) and any(i.startswith(f"{council}/") for i in edge.value.ids)


def _longer(one: Edge, other: Edge) -> bool:
    return one.last - one.first > other.last - other.first


def word_span(word: Word, why: str) -> Stopped:
    """A word that stopped a question."""
    return Stopped(word.start, word.end, word.text, why)
