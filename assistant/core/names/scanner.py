"""Every sense of every word, name, number and time as it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from assistant.core.meaning.nodes import Kind, Named
from assistant.core.names import numbers, times
from assistant.core.names.index import Index, Thing
from assistant.core.names.lattice import Edge, Lexeme, Word
from assistant.core.names.phrases import crossed, runs
from assistant.core.names.vocabulary import Vocabulary
from assistant.core.names.words import BRACKETS, COMMAS, OWNERS, POSSESSIVE, STOPS
from assistant.records import dataclass

_MARKS = dict.fromkeys(COMMAS, "COMMA") | dict.fromkeys(STOPS, "STOP") | BRACKETS | {OWNERS: "POSS", POSSESSIVE: "POSS"}
_STARTS = numbers.STARTS | times.STARTS
_FIGURES = frozenset("0123456789.-'")
_PLACED = frozenset({"ward", "wards", "division", "in", ","})  # behind an everyday word that is a ward's name


@dataclass(frozen=True, slots=True)
class Scanner:
    """Knows the names and the words of the language.

    `alternatives`: what a shortened word may stand for. `everyday`: words that are a ward's name only where they look
    like one.
    """

    index: Index
    vocabulary: Vocabulary
    alternatives: Mapping[str, tuple[str, ...]]
    everyday: frozenset[str]

    def edges(self, words: Sequence[Word], at: int) -> Iterator[Edge]:
        """The edges that begin at a word."""
        key = words[at].key
        mark = _MARKS.get(key)
        if mark is not None:
            yield Edge(at, at + 1, mark, key, "mark")
        for meant in self.alternatives.get(key, ()):
            yield from self.meant(meant, words, at, at + 1)
        yield from self._names(words, at)
        yield from self._senses(words, at)
        if key in _STARTS or key[0] in _FIGURES:
            yield from numbers.edges(words, at)
            yield from times.edges(words, at)
        if key[:1].isalpha() and key[-3:-2].isdigit() and key[-2:].isalpha():
            yield Edge(at, at + 1, "POSTCODE", words[at].text.upper(), "word")

    def over(self, words: Sequence[Word], at: int) -> list[Edge]:
        """The edges that stand over a word."""
        begin = range(max(at - 4, 0), at + 1)
        return [edge for first in begin for edge in self.edges(words, first) if edge.last > at]

    def named(self, key: str, words: Sequence[Word], at: int, end: int) -> Iterator[Edge]:
        """The names that a key is, over these words."""
        things = self.index.get(key)
        plain = key in self.everyday and not _looks_a_name(words, at)
        for kind, ids in by_kind(things) if things else ():
            if not (plain and kind in ("ward", "council")):
                value = Named(kind, ids, _span(words, at, end))
                yield Edge(at, end, kind.upper(), value, "name")
                if kind == "party" and key.endswith("s"):
                    yield Edge(at, end, "MEMBERS", value, "name")

    def meant(self, key: str, words: Sequence[Word], at: int, end: int) -> Iterator[Edge]:
        """The senses of the language that a key has, over these words."""
        for sense in self.vocabulary.get(key):
            if isinstance(sense, Lexeme):
                yield Edge(at, end, sense.category, sense, "word")
            else:
                yield Edge(at, end, sense.cat, Named(sense.kind, sense.ids, _span(words, at, end)), "word")

    def _names(self, words: Sequence[Word], at: int) -> Iterator[Edge]:
        for key, end in runs(words, at, self.index.reach):
            if self.index.get(key):
                marks = crossed(words, at, end)
                if not marks or self._printed(key, marks):
                    yield from self.named(key, words, at, end + _closes(words, marks, end))

    def _senses(self, words: Sequence[Word], at: int) -> Iterator[Edge]:
        for key, end in runs(words, at, self.vocabulary.reach):
            if self.vocabulary.get(key) and not crossed(words, at, end):
                yield from self.meant(key, words, at, end)

    def _printed(self, key: str, marks: set[str]) -> bool:
        """Whether a name is printed with these marks, or is a list that may have commas."""
        listed = " and " in key and marks == {","}
        return listed or any(mark in thing.name for thing in self.index.get(key) for mark in marks)


@lru_cache(4096)
def by_kind(things: tuple[Thing, ...]) -> tuple[tuple[Kind, tuple[str, ...]], ...]:
    """The ids of things under one name, those of a kind together."""
    kinds = dict.fromkeys(t.kind for t in things)
    return tuple((kind, tuple(dict.fromkeys(t.id for t in things if t.kind == kind))) for kind in kinds)


def _span(words: Sequence[Word], at: int, end: int) -> frozenset[tuple[int, int]]:
    return frozenset({(words[at].start, words[end - 1].end)})


def _closes(words: Sequence[Word], marks: set[str], end: int) -> bool:
    """Whether the bracket that a name opened is closed behind it."""
    return "(" in marks and ")" not in marks and end < len(words) and words[end].key == ")"


def _looks_a_name(words: Sequence[Word], at: int) -> bool:
    """ "Hope ward", "Town in Trowbridge", "the seat of Hope": an everyday word that is placed, or has a capital."""
    capital = at > 0 and words[at].text[:1].isupper() and words[at - 1].key not in STOPS
    return capital or len(words) == 1 or (at + 1 < len(words) and words[at + 1].key in _PLACED)
