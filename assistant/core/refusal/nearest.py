"""What can be asked instead of a question that is not read: each is asked before it is offered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.core.meaning import build as b
from assistant.core.meaning.nodes import Ask, It, Measure, Named, Newest, Set
from assistant.core.meaning.say import Names, say
from assistant.core.names.lattice import Lattice, Word
from assistant.core.reading.read import Readings
from assistant.core.refusal.stopped import names, stretches

WANTED = 3
_TRIED = 9  # that are asked before it is left at those that were found
_SHORTEST = 3  # words of a question that is part of another


@dataclass(frozen=True, slots=True)
class Nearest:
    """Finds questions that do answer; `tried` tells whether one does."""

    names: Names
    tried: Callable[[str], bool]

    def questions(self, lattice: Lattice, readings: Readings) -> tuple[str, ...]:
        """Up to three: the question without its unknown words, what of it is a question, what is held of its place."""
        found: list[str] = []
        for at, text in enumerate(dict.fromkeys(self._candidates(lattice, readings))):
            if len(found) == WANTED or at == _TRIED:
                break
            if text and self.tried(text):
                found.append(text)
        return tuple(found)

    def _candidates(self, lattice: Lattice, readings: Readings) -> Iterator[str]:
        if lattice.unknown:
            yield without(lattice, lattice.unknown)
        yield from self._parts(lattice, readings)
        for ask in _about(lattice):
            yield say(ask, self.names)

    def _parts(self, lattice: Lattice, readings: Readings) -> Iterator[str]:
        """What of the question is one by itself and names a place, the longest first."""
        named = names(lattice.edges)
        parts = [
            (i, j) for i, j in stretches(lattice, readings)
            if j - i >= _SHORTEST and any(i <= e.first and e.last <= j for e in named)
        ]  # fmt: skip
        for i, j in sorted(parts, key=lambda s: (s[0] - s[1], s[0]))[:WANTED]:
            yield lattice.text[lattice.words[i].start : lattice.words[j - 1].end]


def without(lattice: Lattice, words: tuple[Word, ...]) -> str:
    """The text without some of its words."""
    text, end = "", 0
    for word in words:
        text += lattice.text[end : word.start]
        end = word.end
    return " ".join((text + lattice.text[end:]).split())


def _about(lattice: Lattice) -> Iterator[Ask]:
    """What is held of the place that is named, or of all councils."""
    named = names(lattice.edges)
    place = next((e.value for e in named if isinstance(e.value, Named) and len(e.value.ids) == 1), None)
    party = next((e.value for e in lattice.edges if e.category == "PARTY" and isinstance(e.value, Named)), None)
    for make in _ABOUT:
        try:
            yield make(place, party)
        except b.MeaningError:
            continue


def _control(place: Named | None, party: Named | None) -> Ask:
    where: Set = place or It("council")
    if where.kind == "council" and place is not None:
        return b.listing(b.select("party", None, b.claim("control", place=where, party=It("party"), time=Newest())))
    within = place if place is not None and place.kind == "area" else None
    mine = party or b.named("party", "labour")
    return b.listing(b.select("council", within, b.claim("control", place=It("council"), party=mine, time=Newest())))


def _seats(place: Named | None, party: Named | None) -> Ask:
    return b.value(Measure("seats held", place=place, party=party, time=Newest()))


def _turnout(place: Named | None, party: Named | None) -> Ask:
    return b.value(b.measure("turnout", place=place, time=Newest()))


def _votes(place: Named | None, party: Named | None) -> Ask:
    it = It("party")
    stood = b.select("party", None, b.claim("stand", place=place, party=it, time=Newest()))
    return b.listing(b.ranked(stood, b.measure("votes", place=place, party=it, time=Newest()), "most"))


_ABOUT: tuple[Callable[[Named | None, Named | None], Ask], ...] = (_control, _seats, _turnout, _votes)
