"""The words of the language: `grammar/vocabulary/*.toml`, one file a topic, a table a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from assistant.names.words import key_of
from assistant.records import dataclass

Entry = tuple[str, str]  # terminal, value

# Tables whose keys are values of one terminal rather than terminals themselves.
_VALUED = frozenset({"KIND", "OFFICE_KIND", "DECADE", "STEP", "SPAN"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrase key → (terminal, value)."""

    entries: Mapping[str, Entry]
    _reach: dict[str, int] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        for key in self.entries:
            word, *others = key.split(" ")
            if len(others) >= self._reach.get(word, 0):
                self._reach[word] = len(others) + 1

    def reach(self, word: str) -> int:
        """How many words the longest phrase has that begins with this one; 0 where none does."""
        return self._reach.get(word, 0)

    def get(self, key: str) -> Entry | None:
        """The terminal and value of a phrase, if it is a phrase of the language."""
        return self.entries.get(key)


def topics(folder: Path) -> list[Path]:
    """The files of the vocabulary, in order."""
    return sorted(folder.glob("*.toml"))


def load(folder: Path) -> Vocabulary:
    """Read every topic; a phrase that two terminals claim is an error in the files."""
    entries: dict[str, Entry] = {}
    for path in topics(folder):
        for key, entry in _topic(path):
            taken = entries.setdefault(key, entry)
            if taken != entry:
                raise ValueError(f"{path.name}: {key!r} is {entry[0]} here and {taken[0]} elsewhere")
    return Vocabulary(entries)


def from_plain(entries: Mapping[str, Any]) -> Vocabulary:
    """The vocabulary whose entries were kept as JSON."""
    return Vocabulary({key: (terminal, value) for key, (terminal, value) in entries.items()})


def _topic(path: Path) -> Iterable[tuple[str, Entry]]:
    import tomllib  # slow to import, and only the first run needs it

    subject = path.stem == "elsewhere"
    for table, content in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for value, phrases in content.items():
            entry = ("ELSEWHERE", table) if subject else (table, value if table in _VALUED else phrases[0])
            yield from ((key_of(phrase), entry) for phrase in phrases)
