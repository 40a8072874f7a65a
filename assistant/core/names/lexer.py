"""Text to a lattice: every sense of every word, name, number and time over every stretch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from assistant.core.names.index import Index, Thing
from assistant.core.names.lattice import Correction, Edge, Lattice, Word
from assistant.core.names.lookup import Lookup
from assistant.core.names.passed import Passed, passed
from assistant.core.names.scanner import Scanner
from assistant.core.names.slips import Slips, slipped, slips
from assistant.core.names.vocabulary import entries, of
from assistant.core.names.words import contractions, key_of, split

if TYPE_CHECKING:
    from assistant.core.names.guesses import Guesser


class Lexer:
    """Turns text into a lattice; `short` opens what is written short."""

    def __init__(
        self, lookup: Lookup, scanner: Scanner, empty: Passed, slips: Slips, short: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.scanner = scanner
        self._lookup, self._empty, self._slips, self._short = lookup, empty, slips, short

    def lattice(self, text: str) -> Lattice:
        """The words of a text with all their senses; what nothing is written over is guessed at."""
        words = split(text, self._short)
        edges = _unparted(text, words, [edge for at in range(len(words)) for edge in self.scanner.edges(words, at)])
        empty = list(self._empty.edges(words, edges))
        edges += empty
        corrections = self._guess(words, edges)
        edges.sort(key=lambda edge: (edge.first, -edge.last))
        unknown = tuple(words[at] for at in _beside(edges, len(words)))
        over = tuple(words[at] for at in sorted(_over(empty)))
        return Lattice(text, tuple(words), tuple(edges), unknown, over, corrections)

    def nearest(self, text: str, limit: int = 3) -> list[Thing]:
        """The councils and areas whose names look most like a text, the best first."""
        from assistant.core.names.spelling import nearest

        keys = nearest(key_of(text), self.scanner.index.general_keys, 4 * limit)
        things = (thing for key in keys for thing in self.scanner.index.get(key)[:1] if thing.kind != "party")
        return list({thing.id: thing for thing in things}.values())[:limit]

    def wards_of(self, council: str) -> dict[str, Thing]:
        """Ward key → ward, for one council."""
        return self.scanner.index.wards_of(council)

    def _guess(self, words: Sequence[Word], edges: list[Edge]) -> tuple[Correction, ...]:
        """Adds edges over words that are unknown or written for others; what was read as something else."""
        unknown = _beside(edges, len(words))
        found = list(self._guesser.guesses(words, edges, unknown)) if unknown else []
        for at, meant in slipped(words, self._slips):
            found += self._guesser.slipped(words, at, meant)
        edges += dict.fromkeys(edge for edge, _ in found)
        return tuple(dict.fromkeys(told for _, told in found if told is not None))

    @cached_property
    def _guesser(self) -> Guesser:
        from assistant.core.names.guesses import Guesser, known_words  # few texts have an unknown word
        from assistant.core.names.spelling import Speller

        return Guesser(self.scanner, self._lookup, Speller(known_words(self.scanner)))


def lexer(lookup: Lookup, words: Mapping[str, Any]) -> Lexer:
    """A lexer over these names and words, as `written.read` reads them."""
    short = words["contractions"]
    alternatives = {key: tuple(meant) for key, meant in short["alternatives"].items()}
    vocabulary = of(entries(words["topics"]), words["forms"])
    scanner = Scanner(Index(lookup.connection), vocabulary, alternatives, frozenset(words["everyday"]))
    return Lexer(lookup, scanner, passed(words["passed"]), slips(short["slips"]), contractions(short))


def _unparted(text: str, words: Sequence[Word], edges: list[Edge]) -> list[Edge]:
    """The edges without those that part what a hyphen joins to a word of the language: "by-election"."""
    joins = [at for at in range(1, len(words)) if text[words[at - 1].end : words[at].start] == "-"]
    whole = {at for at in joins if any(e.source == "word" and e.first < at < e.last for e in edges)}
    return [e for e in edges if e.first not in whole and e.last not in whole] if whole else edges


def _over(edges: Sequence[Edge]) -> set[int]:
    """The words that edges stand over."""
    return {at for edge in edges for at in range(edge.first, edge.last)}


def _beside(edges: Sequence[Edge], size: int) -> list[int]:
    """The words that no edge stands over."""
    covered = _over(edges)
    return [at for at in range(size) if at not in covered]
