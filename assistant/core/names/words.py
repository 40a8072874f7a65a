"""Text to words and marks, each with the key that names and words are compared by.

The key of a phrase is its words in lower case without accents or apostrophes, joined by one space; hyphens separate
words and "&" is "and". The SQL that builds the tables of names makes the same key.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from assistant.core.names.lattice import Word

POSSESSIVE = "'s"
OWNERS = "s'"  # the apostrophe alone, after a plural
COMMAS = frozenset({",", ":", "-", "/"})
STOPS = frozenset({".", "?", ";"})
BRACKETS = {"(": "OPEN", ")": "CLOSE", "[": "OPEN", "]": "CLOSE"}
MARKS = COMMAS | STOPS | BRACKETS.keys()

_YEAR = "(?:19|20)[0-9]{2}"
_APOSTROPHE = "['’ʼ`´]"
_WORD = re.compile(
    "|".join(
        (
            r"(?P<postcode>\b[A-Za-z]{1,2}[0-9][A-Za-z0-9]? ?[0-9][A-Za-z]{2}\b)",
            r"(?P<day>\b[0-9]{1,2}[/.][0-9]{1,2}[/.](?:[0-9]{4}|[0-9]{2})\b|\b[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}\b)",
            rf"(?P<years>\b{_YEAR}(?:[-–—][0-9]{{2}}(?:[0-9]{{2}})?|\s[-–—]\s{_YEAR})\b(?![-–—/]))",
            rf"(?P<pair>\b{_YEAR}/[0-9]{{2}}\b)",
            rf"(?P<number>(?<!\w){_APOSTROPHE}[0-9]{{2}}\b|\b[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?(?![0-9])"
            rf"|\b[0-9]+{_APOSTROPHE}?s\b|\b[0-9]+(?:st|nd|rd|th)\b|\b2k[0-9]{{2}}\b"
            r"|(?<!\w)\.?[0-9]+(?:\.[0-9]+)?(?:[km](?![a-z]))?)",
            r"(?P<initials>\b(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?|(?-i:\b[A-Z]\.(?=\s?[A-Z][a-z])))",
            r"(?P<short>\b(?:st|dr|rev|mr|mrs|ms|cllr|vs?|approx|ca|cf|etc|incl|excl|nos|no(?=\.\s*(?:of\b|[0-9])))\.)",
            rf"(?P<word>[^\W_]+(?:{_APOSTROPHE}[^\W_]+)*(?:(?<=s){_APOSTROPHE}(?!\w))?)",
            r"(?P<stop>[.?!…]+|;)",
            r"(?P<mark>>=|<=|!=|[-–—−,:/()\[\]%+&<>=≥≤≠#])",
        )
    ),
    re.IGNORECASE,
)
_APOSTROPHES = re.compile(_APOSTROPHE)
_AND = "and"  # what "&" is, and an n between blanks
_SAME_MARK = {"–": "-", "—": "-", "−": "-", "&": _AND, "≥": ">=", "≤": "<=", "≠": "!="}
_DASHES = "-–—−"
_TAILS = (
    ("n't", "not"), ("'s", POSSESSIVE), ("'ve", "have"), ("'re", "are"), ("'ll", "will"), ("'m", "am"),
    ("'d", "'d"), ("'", OWNERS),
)  # fmt: skip
_NEGATED = {"wo": "will", "ca": "can", "sha": "shall"}


def fold(text: str) -> str:
    """Lower case without accents or apostrophes."""
    if text.isascii() and text.isalnum():
        return text.lower()
    plain = _APOSTROPHES.sub("", text).casefold()
    if plain.isascii():
        return plain
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)).casefold()


def key_of(phrase: str) -> str:
    """The key a whole phrase is looked up by: "Stratford-on-Avon" → "stratford on avon"."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():
        return phrase.lower()
    return joined(split(phrase, {}))


def joined(words: list[Word]) -> str:
    """The key of words that stand together: a possessive closes up, marks say nothing."""
    key = ""
    for word in words:
        key = lengthened(key, word.key)
    return key


def lengthened(key: str, word: str) -> str:
    """A phrase's key with one word more."""
    if word == POSSESSIVE:
        return f"{key}s"
    if word in MARKS or word == OWNERS:
        return key
    return f"{key} {word}" if key else word


def split(text: str, short: Mapping[str, tuple[str, ...]]) -> list[Word]:
    """The words and marks of a text, contractions opened; a hyphen within a word only parts it."""
    words: list[Word] = []
    for match in _WORD.finditer(text):
        said, start, kind = match.group(), match.start(), match.lastgroup
        if kind == "word":
            words += _opened(said, start, short)
        elif kind != "mark" or said not in _DASHES or not _within(text, start):
            words.append(Word(said, _plain(said, kind), start, match.end()))
    return words


def _plain(said: str, kind: str | None) -> str:
    """What a number or a mark is compared by."""
    if kind == "mark":
        return _SAME_MARK.get(said, said)
    if kind == "stop":
        return said if said == ";" else "?" if "?" in said else "."
    return said.replace(".", "").lower() if kind in ("initials", "short") else said.replace("’", "'").lower()


def _within(text: str, at: int) -> bool:
    """Whether a hyphen stands between two letters: "by-election", not "Leeds - 2018" nor "10-15"."""
    around = text[max(at - 1, 0) : at + 2]
    return len(around) == 3 and around[0].isalnum() and around[2].isalnum() and not around[::2].isdigit()


def _opened(said: str, start: int, short: Mapping[str, tuple[str, ...]]) -> list[Word]:
    """A word as the words that it is short for; its characters are shared out among them."""
    parts = short.get(said.lower()) if said.isalpha() else _tailed(_APOSTROPHES.sub("'", said).lower())
    if not parts:
        return [Word(said, _AND if said == "n" else fold(said), start, start + len(said))]
    cut = min(len(parts[0]), len(said) - 1)
    first = Word(said[:cut], fold(parts[0]), start, start + cut)
    return [first, Word(said[cut:], parts[1], start + cut, start + len(said))]


def contractions(short: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The words that `contractions.toml` opens, and what they are short for."""
    negated = {f"{verb}nt": (verb, "not") for verb in short["negated"]}
    owned = {f"{word}s": (word, POSSESSIVE) for word in short["owned"]}
    return negated | owned | {word: tuple(parts) for word, parts in short["words"].items()}


def _tailed(said: str) -> tuple[str, ...]:
    tail, key = next(((tail, key) for tail, key in _TAILS if said.endswith(tail)), ("", ""))
    head = said.removesuffix(tail)
    return (_NEGATED.get(head, head) if key == "not" else head, key) if key else ()
