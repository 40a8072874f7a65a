"""Councillors' names as rosters print them: with titles, honours, offices, capitals and turned round."""

from __future__ import annotations

import re

from assistant.importer.people import LETTERS, PARTICLES, surname_of
from assistant.importer.spelling import mend

_TITLES = frozenset(
    "cllr councillor county mr mrs ms miss dr prof professor rev revd reverend sir dame lady lord hon".split()
)
_OF_TWO_WORDS = re.compile(r"\s+(?:B|M|Cert|Hon)\.? (?:Sc|Ed|A|Phil|Tech|Eng)\.?$")
_SHOUTED = re.compile(r"((?:[A-ZÀ-Ý'-]{2,} )?[A-ZÀ-Ý'-]{3,})\.? ((?=[A-ZÀ-Ý][a-zà-ÿ]).+)")
"""A surname in capitals ahead of the given names: `DE VET. Linda. M`."""


def member(text: str) -> tuple[str, str]:
    """Name and surname without title, honours or office: `Mrs Ann Allen, MBE` → `Ann Allen`, `Allen`."""
    name = re.sub(r"\s*[\[(][^\])]*[\])]", "", mend(text)).split(";")[0]
    shouted = _SHOUTED.fullmatch(name)
    name = f"{shouted.group(2).replace('. ', ' ')} {shouted.group(1)}" if shouted else _uncommaed(name)
    words = _OF_TWO_WORDS.sub("", name).split()
    while len(words) > 2 and words[0].rstrip(".").lower() in _TITLES:
        words.pop(0)
    while len(words) > 2 and _is_letters(words[-1]):
        words.pop()
    name = " ".join(_cased(word) for word in words)
    return name, surname_of(re.sub(r"(?<=\w{2}) [A-Z]$", "", name) if len(words) > 2 else name)


def _uncommaed(name: str) -> str:
    """`Arnold, Kathleen` turned round; what follows any other comma is letters or an office, and goes."""
    head, _, tail = name.partition(",")
    turned = tail.strip() and " " not in head.strip() and not _is_letters(tail.split()[0])
    return f"{tail.strip()} {head.strip()}" if turned else head


def _is_letters(word: str) -> bool:
    bare = word.strip(",").replace(".", "")
    return not bare or not bare[0].isalnum() or (bare.lower() in LETTERS and not bare.islower())


def _cased(word: str) -> str:
    """`SMITH` → `Smith`, `MCDONALD` → `McDonald`, `bennett` → `Bennett`; initials and particles stay."""
    if len(word) > 2 and word.isupper() and word.isalpha() and word.lower() not in LETTERS:
        return f"Mc{word[2:].capitalize()}" if word.startswith("MC") and len(word) > 4 else word.capitalize()
    if len(word) > 3 and word.isupper() and "-" in word:
        return "-".join(part.capitalize() for part in word.split("-"))
    if len(word) > 2 and word.islower() and word.isalpha() and word not in PARTICLES:
        return word.capitalize()
    return word
