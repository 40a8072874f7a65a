"""Subjects that the tables cannot speak to, told by a word of the question: `grammar/scope.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.core.names.lattice import Lattice, Word


@dataclass(frozen=True, slots=True)
class Scope:
    """Phrase → the subject that it tells of."""

    subjects: Mapping[str, str]

    def outside(self, lattice: Lattice) -> tuple[Word, str] | None:
        """The word that tells of another subject, and the subject; a phrase before a word, what stands first first.

        A single word tells of one only where the language has no other use for it.
        """
        keys = [word.key for word in lattice.words]
        for length in (4, 3, 2, 1):
            for at in range(len(keys) - length + 1):
                subject = self.subjects.get(" ".join(keys[at : at + length]))
                if subject and (length > 1 or lattice.words[at] in lattice.unknown):
                    return lattice.words[at], subject
        return None


def scope(grammar: Path) -> Scope:
    """The subjects of a folder of grammar."""
    said = tomllib.loads((grammar / "scope.toml").read_text(encoding="utf-8"))
    return Scope({phrase: subject for subject, phrases in said.items() for phrase in phrases})
