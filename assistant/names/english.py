"""Whether a word is English as it stands: then it is not a misspelling of another."""

from __future__ import annotations

from functools import cache

_LANGUAGE = "en"


def is_english(word: str) -> bool:
    """True for a word of the dictionary, in any case; the dictionary is read at the first question."""
    return word.casefold() in _dictionary()


@cache
def _dictionary() -> frozenset[str]:
    from spellchecker import SpellChecker  # read only when a word is unknown: most questions have none

    return frozenset(SpellChecker(language=_LANGUAGE).word_frequency.keys())
