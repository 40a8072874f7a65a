"""How well the letters typed fit a name: its beginning best, then a later word, then letters in order."""

from __future__ import annotations

import re
from functools import lru_cache

BEGINS = 100.0
LATER_WORD = 80.0
LETTERS = 60.0


def fit(typed: str, name: str, *, letters: bool = True) -> float | None:
    """From 0 to 100, or None when `typed` does not fit `name`; both in lower case.

    With `letters`, "nunbed" fits "nuneaton and bedworth": each letter in order, the first of them at
    the beginning of a word; the fewer letters are skipped, the better.
    """
    if name.startswith(typed):
        return BEGINS - min(len(name) - len(typed), 30) / 10
    if f" {typed}" in name:
        return LATER_WORD - min(len(name) - len(typed), 30) / 10
    if not letters or len(typed) < 2:
        return None
    spans = [found.end(1) - found.start(1) for found in _in_order(typed).finditer(name)]
    return max(LETTERS - 2 * (min(spans) - len(typed)), 1.0) if spans else None


@lru_cache(maxsize=64)
def _in_order(typed: str) -> re.Pattern[str]:
    # A look-ahead, so that every beginning is tried and not only the first.
    return re.compile(rf"\b(?=({'.*?'.join(map(re.escape, typed.replace(' ', '')))}))")
