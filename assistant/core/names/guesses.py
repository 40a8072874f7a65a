"""What the words may be that nothing is written over: people, wards named in part, misspelt words and names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from assistant.core.meaning.nodes import Named
from assistant.core.names import numbers, people, times
from assistant.core.names.english import is_english
from assistant.core.names.lattice import Edge, Word
from assistant.core.names.lookup import Lookup
from assistant.core.names.said import Guess, Said
from assistant.core.names.scanner import Scanner
from assistant.core.names.spelling import Speller
from assistant.core.names.words import joined
from assistant.records import dataclass

_MOST = 12  # unknown words looked at: a text with more is past mending, and each one costs time
_SHORTEST_PART = 5  # letters of a part of a ward's name: shorter words are in too many
_SHORTEST_NAME = 4  # of the words of names: a slip makes anything a party of three letters
_NEVER_MEANT = frozenset({"ABOUT"})  # words that are in no question of the tables: no slip for a name
_FAR = 2.0  # what is further away is no party: their names are short


@dataclass(frozen=True, slots=True)
class Guesser:
    """Tells of words that are unknown what they may be; each way is tried on what the ones before it left."""

    scanner: Scanner
    lookup: Lookup
    speller: Speller

    def guesses(self, words: Sequence[Word], edges: Sequence[Edge], unknown: Sequence[int]) -> Iterator[Guess]:
        """Every guess, the surer ways first."""
        said = Said(self.scanner, words, edges)
        left = list(unknown[:_MOST])
        whole_names, surnames, anybody = (partial(way, lookup=self.lookup) for way in people.WAYS)
        for way in (whole_names, _parted, _parts_of_wards, surnames, self._spellings, anybody):
            found = list(way(said, left)) if left else []
            yield from found
            left = [at for at in left if not any(edge.first <= at < edge.last for edge, _ in found)]

    def slipped(self, words: Sequence[Word], at: int, meant: str) -> Iterator[Guess]:
        """The edges over an English word if another was meant."""
        said = Said(self.scanner, words, ())
        for edge in self.scanner.over(said.meaning(at, meant), at):
            yield said.mended(edge, meant, at, at + 1)

    def _spellings(self, said: Said, unknown: Sequence[int]) -> Iterator[Guess]:
        """The words and names that misspelt words clearly stand for."""
        keys = chain.from_iterable(map(self.scanner.index.wards_of, said.ids("COUNCIL")))
        wards = sorted(set(" ".join(keys).split()))
        for at in unknown:
            word = said.words[at].key
            if word.isalpha() and word not in self.scanner.everyday:
                yield from _clear(said, at, self.speller.near(word, wards))


def _clear(said: Said, at: int, near: Sequence[tuple[float, str]]) -> Iterator[Guess]:
    """The edges of the best word; of words as good, those of the language all, and of names none."""
    tried = [(cost, meant, _meant(said, at, meant, cost)) for cost, meant in near]
    ranked = sorted(((cost, -_longest(made)), meant, made) for cost, meant, made in tried if made)
    best = [(meant, made) for rank, meant, made in ranked if rank == ranked[0][0]]
    if len(best) == 1 or all(edge.source != "name" for _, made in best for edge in made):
        for meant, made in best:
            for edge in made:
                yield _told(said, edge, at, meant)


def _meant(said: Said, at: int, meant: str, cost: float) -> list[Edge]:
    """The edges that stand over a word if another was meant; of wards only those in the councils named.

    A word that is English as it stands may only be part of a name of several: "Wyre Forrest".
    """
    councils, strange = said.ids("COUNCIL"), not is_english(said.words[at].key)
    found = said.scanner.over(said.meaning(at, meant), at)
    fitting = (e for e in found if _fits(e, councils) and (cost < _FAR or e.category != "PARTY"))
    fitting = (e for e in fitting if e.category not in _NEVER_MEANT)
    return [e for e in fitting if strange or (e.source == "name" and e.last - e.first > 1)]


def _told(said: Said, edge: Edge, at: int, meant: str) -> Guess:
    """A corrected edge: a word is told by itself, a name as a whole."""
    if edge.source != "name":
        return said.mended(edge, meant, at, at + 1)
    things = said.scanner.index.get(joined(said.meaning(at, meant)[edge.first : edge.last]))
    return said.mended(edge, things[0].name, edge.first, edge.last)


def _parts_of_wards(said: Said, unknown: Sequence[int]) -> Iterator[Guess]:
    """ "Falmouth" for Falmouth Trescobeas and Budock, where a council is named and one of its wards fits."""
    councils = said.ids("COUNCIL")
    for at, end in _together(unknown) if councils else ():
        key = joined(list(said.words[at:end]))
        wards = [ward for council in councils for ward in said.scanner.index.wards_of(council).items()]
        fitting = {thing.id: thing for name, thing in wards if f" {key} " in f" {name} "}
        if len(fitting) == 1 and len(key) >= _SHORTEST_PART and key not in said.scanner.everyday:
            (ward,) = fitting.values()
            value = Named("ward", (ward.id,), said.span(at, end))
            yield said.mended(Edge(at, end, "WARD", value, "name"), ward.name, at, end)


def _parted(said: Said, unknown: Sequence[int]) -> Iterator[Guess]:
    """ "castlepoint": a blank too few."""
    for at in unknown:
        word = said.words[at].key
        for key in (f"{word[:cut]} {word[cut:]}" for cut in range(2, len(word) - 1)):
            things = said.scanner.index.get(key)
            meant = things[0].name if things else key
            for sense in (said.scanner.named, said.scanner.meant):
                for edge in sense(key, said.words, at, at + 1):
                    yield said.mended(edge, meant, at, at + 1)


def known_words(scanner: Scanner) -> tuple[str, ...]:
    """Every word of the language, of numbers and times, and of the names of councils, areas and parties."""
    names = (word for key in scanner.index.general_keys for word in key.split(" ") if len(word) >= _SHORTEST_NAME)
    phrases = chain(scanner.vocabulary.senses, numbers.WORDS, times.WORDS)
    words = (word for phrase in phrases for word in phrase.split(" ") if len(word) > 2)
    return tuple(sorted({word for word in chain(names, words) if word.isalpha()}))


def _together(unknown: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches of words that stand in a row."""
    start = 0
    for at in range(1, len(unknown) + 1):
        if at == len(unknown) or unknown[at] != unknown[at - 1] + 1:
            yield unknown[start], unknown[at - 1] + 1
            start = at


def _longest(edges: Sequence[Edge]) -> int:
    return max(edge.last - edge.first for edge in edges)


def _fits(edge: Edge, councils: Sequence[str]) -> bool:
    if edge.category != "WARD" or not isinstance(edge.value, Named):
        return True
    return any(ward.partition("/")[0] in councils for ward in edge.value.ids)
