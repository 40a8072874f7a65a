"""Spelling, levelled: slugs for ids and keys for joins."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_COUNCIL_WORDS = re.compile(
    r"\b(metropolitan|borough|district|county|city|london|royal|council|corporation|of)\b", re.ASCII
)


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Lower case, accents and apostrophes off, "&" as "and", anything else as single spaces."""
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    flat = flat.replace("&", " and ").replace("'", "").replace("`", "")
    return " ".join(re.sub(r"[^a-z0-9@]+", " ", flat).split())


def slug(text: str) -> str:
    """`Newcastle-under-Lyme` → `newcastle-under-lyme`; used for ids."""
    return plain(text).replace("@", "at").replace(" ", "-")


@lru_cache(maxsize=8192)
def council_key(text: str) -> str:
    """A council's name without what only registers add: "City of", "Borough Council", "The"."""
    key = plain(text)
    for tail in (" council", " corporation", " cc"):
        key = key.removesuffix(tail)
    return key.removeprefix("the ")


@lru_cache(maxsize=8192)
def bare_council_key(text: str) -> str:
    """As `council_key`, also without "borough", "district", "city", "county": a last resort."""
    return " ".join(_COUNCIL_WORDS.sub(" ", council_key(text)).split())
