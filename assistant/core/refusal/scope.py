"""Subjects that the tables cannot speak to, told by a word of the question: `grammar/scope.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.core.names.lattice import Lattice, Word


@dataclass(frozen=True, slots=True)
class Scope:
    """Phrase → the subject that it tells of; `firm` are those that do so however the question may be read."""

    subjects: Mapping[str, str]
    firm: frozenset[str] = frozenset()

    def outside(self, lattice: Lattice) -> tuple[Word, str] | None:
        """The word that tells of another subject, and the subject; a phrase before a word, what stands first first.

        A single word tells of one only where the language has no other use for it.
        """
        keys = [word.key for word in lattice.words]
        for length in (4, 3, 2, 1):
            for at in range(len(keys) - length + 1):
                subject = self._subject(keys[at : at + length])
                if subject and (length > 1 or _is_free(at, lattice)):
                    return lattice.words[at], subject
        return None

    def beyond(self, lattice: Lattice) -> bool:
        """Whether a phrase says that a question is about something else, even where it can be read."""
        keys = f" {' '.join(word.key for word in lattice.words)} "
        return any(f" {phrase} " in keys for phrase in self.firm)

    def _subject(self, keys: Sequence[str]) -> str | None:
        """The subject of a phrase; of a single word also where it is a form of one that tells."""
        if len(keys) > 1:
            return self.subjects.get(" ".join(keys))
        return next((self.subjects[base] for base in _bases(keys[0]) if base in self.subjects), None)


def _bases(word: str) -> Iterator[str]:
    """What a word may be a form of: "caused", "causes", "causing" of "cause"."""
    yield word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            yield word.removesuffix(ending) + instead


_ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("d", ""), ("ed", ""), ("ing", ""), ("ing", "e"))
_SHORTEST = 3

ABOUT = frozenset("ABLE COMEFROM FRESH HELPWORD NOUN_MACHINE OUTLET SAY SELF TALK WHY".split())
"""Categories of words that only a question about the assistant uses."""


def _is_free(at: int, lattice: Lattice) -> bool:
    """Whether no other question than one about the assistant has a use for a word."""
    over = {e.category for e in lattice.edges if e.first <= at < e.last}
    return lattice.words[at] in lattice.unknown or (bool(over) and over <= ABOUT)


def scope(grammar: Path) -> Scope:
    """The subjects of a folder of grammar."""
    said = tomllib.loads((grammar / "scope.toml").read_text(encoding="utf-8"))
    listed = {phrase: subject for subject, phrases in said.items() for phrase in phrases}
    firm = frozenset(phrase[1:] for phrase in listed if phrase.startswith("!"))
    return Scope({phrase.removeprefix("!"): subject for phrase, subject in listed.items()}, firm)
