"""A text's words with what is known of them, for those who guess at the rest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from assistant.core.meaning.nodes import Named
from assistant.core.names.english import is_english
from assistant.core.names.lattice import Correction, Edge, Word
from assistant.core.names.scanner import Scanner
from assistant.records import dataclass

Guess = tuple[Edge, Correction | None]
"""An edge over words that are unknown, and what was read as what where that is to be told."""


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a text and the edges over them."""

    scanner: Scanner
    words: Sequence[Word]
    edges: Sequence[Edge]

    def ids(self, category: str) -> list[str]:
        """The ids of all names of a category."""
        named = (edge.value for edge in self.edges if edge.category == category)
        return list(dict.fromkeys(chain.from_iterable(v.ids for v in named if isinstance(v, Named))))

    def places(self) -> list[str]:
        """The councils and offices named, and the councils of the wards."""
        wards = (ward.partition("/")[0] for ward in self.ids("WARD"))
        return list(dict.fromkeys([*self.ids("COUNCIL"), *self.ids("OFFICE"), *wards]))

    def plain(self, at: int) -> bool:
        """Whether a word is English as it stands."""
        key = self.words[at].key
        return key in self.scanner.everyday or is_english(key)

    def capital(self, at: int) -> bool:
        """Whether a word has a capital that neither begins the text nor is one of many."""
        text = self.words[at].text
        return at > 0 and text[:1].isupper() and not text.isupper()

    def meaning(self, at: int, meant: str) -> list[Word]:
        """The words if one of them was written for another."""
        typed = self.words[at]
        return [*self.words[:at], Word(typed.text, meant, typed.start, typed.end), *self.words[at + 1 :]]

    def span(self, at: int, end: int) -> frozenset[tuple[int, int]]:
        """The characters that a run of words stands on."""
        return frozenset({(self.words[at].start, self.words[end - 1].end)})

    def mended(self, edge: Edge, meant: str, at: int, end: int) -> Guess:
        """An edge that stands on words read as something else, and that told of those from `at` to `end`."""
        typed = " ".join(word.text for word in self.words[at:end])
        told = Correction(typed, meant, self.words[at].start, self.words[end - 1].end)
        return Edge(edge.first, edge.last, edge.category, edge.value, "correction", meant), told
