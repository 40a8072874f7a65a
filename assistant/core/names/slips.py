"""One English word written for another, told by the word beside it: "how may votes", "who one", "more then"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.core.names.lattice import Word
from assistant.core.names.phrases import spelled_out
from assistant.records import dataclass


@dataclass(frozen=True, slots=True)
class Slips:
    """(Word before, an English word, word after; one of these "") → what was meant."""

    meant: Mapping[tuple[str, str, str], str]

    def at(self, words: Sequence[Word]) -> Iterator[tuple[int, str]]:
        """Each such word, by its place, and what was meant."""
        keys = ["", *(word.key for word in words), ""]
        for at, (before, key, after) in enumerate(zip(keys, keys[1:], keys[2:], strict=False)):
            meant = self.meant.get((before, key, "")) or self.meant.get(("", key, after))
            if meant:
                yield at, meant


def slips(written: Mapping[str, str]) -> Slips:
    """The slips of `contractions.toml`: two words, of which the one with a star is written for another."""
    found: dict[tuple[str, str, str], str] = {}
    for phrase, meant in written.items():
        for pair in spelled_out(phrase.replace("*", "")):
            first, last = pair.split(" ")
            found[("", first, last) if phrase[0] == "*" else (first, last, "")] = meant
    return Slips(found)
