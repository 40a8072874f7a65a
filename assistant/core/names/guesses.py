"""What the words may be that nothing is written over: people, wards named in part, misspelt words and names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Protocol

from assistant.core.meaning.nodes import Named
from assistant.core.names import numbers, times
from assistant.core.names.english import is_english
from assistant.core.names.lattice import Correction, Edge, Word
from assistant.core.names.scanner import Scanner
from assistant.core.names.spelling import Speller
from assistant.core.names.words import MARKS, joined
from assistant.records import dataclass

_MOST = 12  # unknown words looked at: a text with more is past mending, and each one costs time
_MOST_BEARERS = 60  # of a surname without a place: one of many is no name
_LONGEST_NAME = 4
_SHORTEST_PART = 5  # letters of a part of a ward's name: shorter words are in too many

Guess = tuple[Edge, Correction | None]


class People(Protocol):
    """Where people's names are looked up."""

    def people(self, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Of these keys of whole names those that people have, each with its ids."""

    def bearers(self, surname: str, places: Sequence[str]) -> list[str]:
        """The ids of those of a surname in these places; anywhere where there is none."""


@dataclass(frozen=True, slots=True)
class Guesser:
    """Tells of words that are unknown what they may be; each way is tried on what the ones before it left."""

    scanner: Scanner
    people: People
    speller: Speller

    def guesses(self, words: Sequence[Word], edges: Sequence[Edge], unknown: Sequence[int]) -> list[Guess]:
        """An edge for each guess, and what was read as what where that is to be told."""
        text = _Text(self, words, edges)
        found: list[Guess] = []
        left = list(unknown[:_MOST])
        for way in (text.whole_names, text.parts_of_wards, text.surnames, text.spellings, text.anybody):
            more = list(way(left)) if left else []
            found += more
            left = [at for at in left if not any(edge.first <= at < edge.last for edge, _ in more)]
        return found


@dataclass(frozen=True, slots=True)
class _Text:
    """The words of a text and what is known of them."""

    by: Guesser
    words: Sequence[Word]
    edges: Sequence[Edge]

    def whole_names(self, unknown: Sequence[int]) -> Iterator[Guess]:
        """People by their whole names, of which a word at least is unknown."""
        runs = {
            (at, end): joined(list(self.words[at:end]))
            for at in range(len(self.words))
            for end in range(at + 2, min(at + _LONGEST_NAME, len(self.words)) + 1)
            if self._looks_a_name(at, end, unknown)
        }
        known = self.by.people.people(sorted(set(runs.values())))
        for (at, end), key in runs.items():
            if key in known:
                yield self._person(at, end, known[key]), None

    def parts_of_wards(self, unknown: Sequence[int]) -> Iterator[Guess]:
        """ "Falmouth" for Falmouth Trescobeas and Budock, where a council is named and one of its wards fits."""
        councils = self._ids("COUNCIL")
        for at, end in _together(unknown) if councils else ():
            key = joined(list(self.words[at:end]))
            wards = [ward for council in councils for ward in self.by.scanner.index.wards_of(council).items()]
            fitting = {thing.id: thing for name, thing in wards if f" {key} " in f" {name} "}
            if len(fitting) == 1 and len(key) >= _SHORTEST_PART and key not in self.by.scanner.everyday:
                (ward,) = fitting.values()
                value = Named("ward", (ward.id,), self._span(at, end))
                yield Edge(at, end, "WARD", value, "correction", ward.name), self._said(at, end, ward.name)

    def surnames(self, unknown: Sequence[int]) -> Iterator[Guess]:
        """People by a surname alone, or with an initial, in the places that are named."""
        return self._bearers(unknown, self._places()) if self._places() else iter(())

    def anybody(self, unknown: Sequence[int]) -> Iterator[Guess]:
        """People by a surname where no place is named, unless it is everybody's."""
        return self._bearers(unknown, []) if not self._places() else iter(())

    def spellings(self, unknown: Sequence[int]) -> Iterator[Guess]:
        """The words and names that misspelt words clearly stand for."""
        for at in unknown:
            word = self.words[at].key
            if word.isalpha() and word not in self.by.scanner.everyday:
                yield from self._clear(at, self.by.speller.near(word, self._words_of_wards()))

    def _clear(self, at: int, near: Sequence[tuple[float, str]]) -> Iterator[Guess]:
        """The edges of the best word; of words as good, those of the language all, and of names none."""
        tried = [(cost, meant, self._meant(at, meant, cost)) for cost, meant in near]
        ranked = sorted(((cost, -_longest(made)), meant, made) for cost, meant, made in tried if made)
        best = [(meant, made) for rank, meant, made in ranked if rank == ranked[0][0]]
        if len(best) == 1 or all(edge.source != "name" for _, made in best for edge in made):
            for meant, made in best:
                for edge in made:
                    yield self._mended(edge, at, meant)

    def _meant(self, at: int, meant: str, cost: float) -> list[Edge]:
        """The edges that stand over a word if another was meant; of wards only those in the councils named.

        A word that is English as it stands may only be part of a name of several: "Wyre Forrest".
        """
        councils, whole = self._ids("COUNCIL"), not is_english(self.words[at].key)
        found = self.by.scanner.over(self._with(at, meant), at)
        fitting = (e for e in found if _fits(e, councils) and (cost < 2 or e.category != "PARTY"))
        return [e for e in fitting if whole or (e.source == "name" and e.last - e.first > 1)]

    def _mended(self, edge: Edge, at: int, meant: str) -> Guess:
        if edge.source == "name":
            things = self.by.scanner.index.get(joined(self._with(at, meant)[edge.first : edge.last]))
            told = self._said(edge.first, edge.last, things[0].name)
        else:
            told = self._said(at, at + 1, meant)
        return Edge(edge.first, edge.last, edge.category, edge.value, "correction", told.meant), told

    def _bearers(self, unknown: Sequence[int], places: Sequence[str]) -> Iterator[Guess]:
        for at in unknown:
            key, first = self.words[at].key, self._initial(at)
            if len(key) < 2 or not key.isalpha() or (self._plain(at) and not self._capital(at)):
                continue
            ids = [one for one in self.by.people.bearers(key, places) if _begins(one, first)]
            if ids and (places or len(ids) <= _MOST_BEARERS):
                yield self._person(at - bool(first), at + 1, tuple(ids)), None

    def _person(self, at: int, end: int, ids: tuple[str, ...]) -> Edge:
        return Edge(at, end, "PERSON", Named("person", ids, self._span(at, end)), "name")

    def _looks_a_name(self, at: int, end: int, unknown: Sequence[int]) -> bool:
        """Whether words may be a name: "a good" is nobody's, "A. Good" a surname's, "Ann Good" is one."""
        run = self.words[at:end]
        new = [one for one in unknown if at <= one < end]
        if not new or any(w.key in MARKS for w in run) or (len(run) == 2 and len(run[0].key) == 1):
            return False
        return any(not self._plain(one) for one in new) or all(w.text[:1].isupper() for w in run)

    def _initial(self, at: int) -> str:
        """The letter before a surname."""
        before = self.words[at - 1] if at else None
        alone = before is not None and len(before.key) == 1 and before.key.isalpha() and before.text[0].isupper()
        return before.key if alone and before is not None else ""

    def _plain(self, at: int) -> bool:
        """Whether a word is English as it stands."""
        key = self.words[at].key
        return key in self.by.scanner.everyday or is_english(key)

    def _capital(self, at: int) -> bool:
        return at > 0 and self.words[at].text[:1].isupper() and not self.words[at].text.isupper()

    def _places(self) -> list[str]:
        """The councils and offices named, and the councils of the wards."""
        wards = (ward.partition("/")[0] for ward in self._ids("WARD"))
        return list(dict.fromkeys([*self._ids("COUNCIL"), *self._ids("OFFICE"), *wards]))

    def _ids(self, category: str) -> list[str]:
        """The ids of all names of a category."""
        named = (e.value for e in self.edges if e.category == category)
        return list(dict.fromkeys(chain.from_iterable(v.ids for v in named if isinstance(v, Named))))

    def _words_of_wards(self) -> set[str]:
        wards = (name for council in self._ids("COUNCIL") for name in self.by.scanner.index.wards_of(council))
        return {word for name in wards for word in name.split(" ")}

    def _with(self, at: int, meant: str) -> list[Word]:
        typed = self.words[at]
        return [*self.words[:at], Word(typed.text, meant, typed.start, typed.end), *self.words[at + 1 :]]

    def _span(self, at: int, end: int) -> frozenset[tuple[int, int]]:
        return frozenset({(self.words[at].start, self.words[end - 1].end)})

    def _said(self, at: int, end: int, meant: str) -> Correction:
        typed = " ".join(word.text for word in self.words[at:end])
        return Correction(typed, meant, self.words[at].start, self.words[end - 1].end)


def known_words(scanner: Scanner) -> tuple[str, ...]:
    """Every word of the language, of numbers and times, and of the names of councils, areas and parties."""
    phrases = chain(scanner.vocabulary.senses, scanner.index.general_keys, numbers.WORDS, times.WORDS)
    return tuple(sorted({word for phrase in phrases for word in phrase.split(" ") if word.isalpha() and len(word) > 2}))


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


def _begins(person: str, initial: str) -> bool:
    return person.rpartition("/")[2].lower().startswith(initial)
