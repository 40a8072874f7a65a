"""Split text into words with their spans, and give each the key that names are compared by.

The key of a phrase is its words in lower case without accents or apostrophes, joined by one space;
hyphens separate words and "&" is "and". The SQL that builds the lexicon table makes the same key.
"""

from __future__ import annotations

import re
import unicodedata

from assistant.records import dataclass

MAX_QUESTION = 2000  # characters; a longer question is refused before any work is done on it

_WORD = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]{3}0['’ʼ`´]s\b|[0-9]+(?:\.[0-9]+)?(?:st|nd|rd|th|s)?\b|[0-9]+\.[0-9]+"
    r"|(?:[^\W_][\u0300-\u036f]*)+(?:['’ʼ`´](?:[^\W_][\u0300-\u036f]*)+)*|[%+&]|[-–—,.?!;:]",
    re.UNICODE | re.IGNORECASE,
)
_APOSTROPHES = re.compile(r"['’ʼ`´]")
_STOPS = frozenset(".?!;")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of the question: `text[start:end]` as typed, `key` as compared."""

    text: str
    key: str
    start: int
    end: int

    @property
    def is_mark(self) -> bool:
        """True for punctuation, which no name contains."""
        return not self.key or self.key in ",-" or self.key in _STOPS or self.key == ":"


def fold(text: str) -> str:
    """Lower case without accents or apostrophes; an accent may be part of its letter or a sign behind it."""
    if text.isascii() and text.isalnum():
        return text.lower()
    plain = _APOSTROPHES.sub("", text).casefold()
    if plain.isascii():
        return plain
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)).casefold()


def split(text: str) -> list[Word]:
    """The words and marks of `text`, in order; characters that are neither are left out."""
    return [Word(m.group(), _key(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]


def key_of(phrase: str) -> str:
    """The key a whole phrase is looked up by: "Stratford-on-Avon" → "stratford on avon"."""
    return " ".join(w.key for w in split(phrase) if not w.is_mark)


def _key(text: str) -> str:
    if text == "&":
        return "and"
    if text in "–—":
        return "-"
    return fold(text)
