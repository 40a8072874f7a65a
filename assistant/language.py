"""The language of questions, ready for use: its words, and the tables of its grammar.

Both are made of the files in `grammar/`, which takes half a second; they are kept in the cache until a file changes.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from assistant.kept import kept
from assistant.names import vocabulary as words
from assistant.names.vocabulary import Vocabulary
from assistant.parsing import tables as parsing
from assistant.parsing.tables import Tables
from assistant.records import dataclass

_FORM = 1  # of what is kept; another number makes every cache begin again


@dataclass(frozen=True, slots=True)
class Language:
    """The words of the language, and what the parser walks."""

    vocabulary: Vocabulary
    tables: Tables


def load(grammar: Path, cache: Path) -> Language:
    """The language of the files in `grammar`, kept in the folder `cache`."""
    plain = kept(cache / "language.json", _key(grammar), lambda: _make(grammar))
    return Language(words.from_plain(plain["words"]), Tables(**plain["tables"]))


def _make(grammar: Path) -> dict[str, Any]:
    return {"words": dict(words.load(grammar / "vocabulary").entries), "tables": parsing.make(grammar).to_plain()}


def _key(grammar: Path) -> str:
    """The digest of the files: short ones, so that reading them is cheaper than being wrong."""
    total = sha256()
    for path in (*parsing.grammar_files(grammar), *words.topics(grammar / "vocabulary")):
        total.update(path.read_bytes())
        total.update(b"\0")
    return f"language-{_FORM}-{total.hexdigest()}"
