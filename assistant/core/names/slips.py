"""One English word written for another, told by the word beside it: "how may votes", "who one", "more then"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.core.names.lattice import Word
from assistant.core.names.phrases import spelled_out

Slips = Mapping[tuple[str, str, str], str]
"""(Word before, an English word, word after; one of these "") → what was meant."""


def slips(written: Mapping[str, str]) -> Slips:
    """The slips of `contractions.toml`: two words, of which the one with a star is written for another."""
    found: dict[tuple[str, str, str], str] = {}
    for phrase, meant in written.items():
        for pair in spelled_out(phrase.replace("*", "")):
            first, last = pair.split(" ")
            found[("", first, last) if phrase[0] == "*" else (first, last, "")] = meant
    return found


def slipped(words: Sequence[Word], known: Slips) -> Iterator[tuple[int, str]]:
    """Each word that is written for another, by its place, and what was meant."""
    keys = ["", *(word.key for word in words), ""]
    for at, (before, key, after) in enumerate(zip(keys, keys[1:], keys[2:], strict=False)):
        meant = known.get((before, key, "")) or known.get(("", key, after))
        if meant:
            yield at, meant
