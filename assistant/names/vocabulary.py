"""The words of the language: `grammar/vocabulary/*.toml`, one file a topic, a table a terminal."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.names.words import key_of

Entry = tuple[str, str]  # terminal, value

# Tables whose keys are values of one terminal rather than terminals themselves.
_VALUED = frozenset({"KIND", "OFFICE_KIND", "DECADE"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrase key → (terminal, value), and the length of the longest phrase in words."""

    entries: Mapping[str, Entry]
    longest: int

    def get(self, key: str) -> Entry | None:
        """The terminal and value of a phrase, if it is a phrase of the language."""
        return self.entries.get(key)


def load(folder: Path) -> Vocabulary:
    """Read every topic; a phrase that two terminals claim is an error in the files."""
    entries: dict[str, Entry] = {}
    for path in sorted(folder.glob("*.toml")):
        for key, entry in _topic(path):
            taken = entries.setdefault(key, entry)
            if taken != entry:
                raise ValueError(f"{path.name}: {key!r} is {entry[0]} here and {taken[0]} elsewhere")
    return Vocabulary(entries, max(key.count(" ") + 1 for key in entries))


def _topic(path: Path) -> Iterable[tuple[str, Entry]]:
    subject = path.stem == "elsewhere"
    for table, content in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for value, phrases in content.items():
            entry = ("ELSEWHERE", table) if subject else (table, value if table in _VALUED else phrases[0])
            yield from ((key_of(phrase), entry) for phrase in phrases)
