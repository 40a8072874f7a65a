"""Text to a lattice: every sense of every word, name, number and time over every stretch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.core.meaning.nodes import Kind, Named
from assistant.core.names import numbers, times
from assistant.core.names.index import Index, Thing
from assistant.core.names.lattice import Edge, Lattice, Lexeme, Word
from assistant.core.names.passed import Passed, passed
from assistant.core.names.phrases import crosses_comma, runs
from assistant.core.names.vocabulary import Entry, Vocabulary, load, named
from assistant.core.names.words import BRACKETS, COMMAS, OWNERS, POSSESSIVE, STOPS, split
from assistant.records import dataclass

_MARKS = dict.fromkeys(COMMAS, "COMMA") | dict.fromkeys(STOPS, "STOP") | BRACKETS | {OWNERS: "POSS"}


@dataclass(frozen=True, slots=True)
class Lexer:
    """Knows the names and the words of the language; `contractions` and `alternatives` open what is written short."""

    index: Index
    vocabulary: Vocabulary
    contractions: Mapping[str, tuple[str, ...]]
    alternatives: Mapping[str, tuple[str, ...]]
    passed: Passed

    def lattice(self, text: str) -> Lattice:
        """The words of a text with all their senses."""
        words = split(text, self.contractions)
        edges = [edge for at in range(len(words)) for edge in self._edges(words, at)]
        empty = list(self.passed.edges(words, edges))
        edges += empty
        over, covered = _over(empty), _over(edges)
        unknown = tuple(word for i, word in enumerate(words) if i not in covered)
        edges.sort(key=lambda edge: (edge.first, -edge.last))
        return Lattice(text, tuple(words), tuple(edges), unknown, tuple(words[i] for i in sorted(over)))

    def _edges(self, words: Sequence[Word], at: int) -> Iterator[Edge]:
        """The edges that begin at a word."""
        key = words[at].key
        mark = _MARKS.get(key)
        if mark is not None:
            yield Edge(at, at + 1, mark, key, "mark")
        yield from self._short(words, at)
        yield from self._names(words, at)
        yield from self._senses(words, at)
        yield from numbers.edges(words, at)
        yield from times.edges(words, at)
        if "0" <= key[-3:-2] <= "9" and key[:1].isalpha() and any(map(str.isdigit, key)):
            yield Edge(at, at + 1, "POSTCODE", words[at].text, "word")

    def _short(self, words: Sequence[Word], at: int) -> Iterator[Edge]:
        """ "'s" is or has, or owns what follows; "'d" had or would."""
        for meant in self.alternatives.get(words[at].key, ()):
            for sense in self.vocabulary.get(meant):
                yield _sense(sense, words, at, at + 1)
        if words[at].key == POSSESSIVE:
            yield Edge(at, at + 1, "POSS", words[at].text, "mark")

    def _names(self, words: Sequence[Word], at: int) -> Iterator[Edge]:
        for key, end in runs(words, at, self.index.reach):
            things = self.index.get(key)
            if things and (not crosses_comma(words, at, end) or " and " in key):
                span = frozenset({(words[at].start, words[end - 1].end)})
                for kind, ids in by_kind(things):
                    yield Edge(at, end, kind.upper(), Named(kind, ids, span), "name")

    def _senses(self, words: Sequence[Word], at: int) -> Iterator[Edge]:
        for key, end in runs(words, at, self.vocabulary.reach):
            for sense in self.vocabulary.get(key):
                yield _sense(sense, words, at, end)


def _over(edges: Sequence[Edge]) -> set[int]:
    """The words that edges stand over."""
    return {i for edge in edges for i in range(edge.first, edge.last)}


@lru_cache(4096)
def by_kind(things: tuple[Thing, ...]) -> tuple[tuple[Kind, tuple[str, ...]], ...]:
    """The ids of things under one name, those of a kind together."""
    kinds = dict.fromkeys(t.kind for t in things)
    return tuple((kind, tuple(dict.fromkeys(t.id for t in things if t.kind == kind))) for kind in kinds)


def _sense(sense: Lexeme | Entry, words: Sequence[Word], at: int, end: int) -> Edge:
    if isinstance(sense, Lexeme):
        return Edge(at, end, sense.category, sense, "word")
    return Edge(at, end, sense.cat, named(sense, frozenset({(words[at].start, words[end - 1].end)})), "word")


def lexer(index: Index, folder: Path) -> Lexer:
    """A lexer over these names and the words in this folder."""
    short = _read(folder / "contractions.toml")
    contractions, alternatives = ({k: tuple(v) for k, v in short[part].items()} for part in ("words", "alternatives"))
    return Lexer(index, load(folder), contractions, alternatives, passed(_read(folder / "passed.toml")))


def _read(path: Path) -> dict[str, Any]:
    import tomllib  # slow to import, and only the first run needs it

    return tomllib.loads(path.read_text(encoding="utf-8"))
