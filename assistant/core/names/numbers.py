"""Numbers as people write them: 1,508 · 10k · 30% · 2nd · "two thousand" · "a third" · "one in five"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.core.meaning.nodes import Number
from assistant.core.names.lattice import Edge, Word

_MOST_DIGITS = 15  # past these a number is no longer exact, and nothing here is counted so high
_DIGITS = re.compile(r"(\.?[0-9][0-9,]*(?:\.[0-9]+)?)([km]?)")
_PLACE = re.compile(r"([0-9]+)(?:st|nd|rd|th)")
_UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12, "score": 20}
_NOUGHTS = frozenset({"zero", "nil", "nought"})
_MULTIPLES = {"": 1, "k": 1000, "m": 1_000_000}
_ORDER = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_PLACES = {word: n for n, word in enumerate(_ORDER.split(), 1)}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10, "eighth": 8, "sixth": 6}
_PER_CENT = (("%",), ("percent",), ("per", "cent"), ("pc",), ("pct",))
WORDS = (*_UNITS, *_TENS, *_SCALES, *_PLACES)
STARTS = frozenset({*WORDS, *_NOUGHTS, "a", "half"})
"""What a number in words begins with."""

Found = tuple[float, int]  # a value and the word behind it


def edges(words: Sequence[Word], at: int) -> Iterator[Edge]:
    """Every number that begins at a word: as a count, a percentage, a part of a whole, a place in an order."""
    found = _number(words, at)
    if found is not None:
        yield _edge("NUMBER", words, at, found)
        yield from _per_cent(words, at, found)
        yield from _one_in(words, at, found)
    part = _part(words, at)
    if part is not None:
        yield _edge("FRACTION", words, at, part, "%")
    place = _ordinal(words, at)
    if place is not None:
        yield _edge("ORDINAL", words, at, place)


def digits(key: str) -> float | None:
    """The number that digits write, None where they write none or one too long to be exact."""
    match = _DIGITS.fullmatch(key)
    if match is None or sum(map(str.isdigit, key)) > _MOST_DIGITS:
        return None
    value = float(match[1].replace(",", "")) * _MULTIPLES[match[2]]
    return int(value) if value.is_integer() else value


def _number(words: Sequence[Word], at: int) -> Found | None:
    key = words[at].key
    value = digits(key)
    if value is not None:
        return _scaled(value, words, at + 1)
    if key == "-" and at + 1 < len(words) and words[at].end == words[at + 1].start:
        less = digits(words[at + 1].key)
        signed = less is not None and (not at or words[at - 1].end < words[at].start)
        return (-less, at + 2) if signed and less is not None else None
    return (0, at + 1) if key in _NOUGHTS else _spelled(words, at)


def _scaled(value: float, words: Sequence[Word], end: int) -> Found:
    """ "10 thousand": digits with a word behind them."""
    scale = _SCALES.get(words[end].key, 0) if end < len(words) else 0
    return (value * scale, end + 1) if scale >= 1000 else (value, end)


def _spelled(words: Sequence[Word], at: int) -> Found | None:
    """A number in words: thousands are put by, what is below them goes on being added to."""
    total, current, end = 0, 0, at
    if words[at].key == "a" and at + 1 < len(words) and words[at + 1].key in _SCALES:
        current, end = 1, at + 1
    while end < len(words):
        key = words[end].key
        if key == "and" and _joins(words, end, current or total):
            end += 1
            continue
        step = _step(key, current)
        if step is None:
            break
        current, end = step, end + 1
        if current >= 1000:
            total, current = total + current, 0
    value = total + current
    return (value, end) if 0 < value < 10**_MOST_DIGITS else None


def _step(key: str, current: int) -> int | None:
    """What a number begun comes to with a word more: "two hundred" "thirty"; never "thirty" "thirty"."""
    if key in _SCALES:
        return max(current, 1) * _SCALES[key] if current or key != "score" else None
    more = _UNITS.get(key) or _TENS.get(key)
    if not more:
        return None
    room = 100 if more >= 10 else 10
    return current + more if current % room == 0 else None


def _joins(words: Sequence[Word], end: int, begun: int) -> bool:
    after = words[end + 1].key if end + 1 < len(words) else ""
    return begun >= 100 and (after in _UNITS or after in _TENS)


def _per_cent(words: Sequence[Word], at: int, found: Found) -> Iterator[Edge]:
    value, end = found
    for said in _PER_CENT:
        if tuple(w.key for w in words[end : end + len(said)]) == said:
            yield _edge("PERCENT", words, at, (value, end + len(said)), "%")


def _one_in(words: Sequence[Word], at: int, found: Found) -> Iterator[Edge]:
    """ "one in five", "3 out of 10" as a percentage."""
    value, end = found
    keys = [w.key for w in words[end : end + 2]]
    over = end + 1 if keys[:1] == ["in"] else end + 2 if keys == ["out", "of"] else len(words)
    whole = _number(words, over) if over < len(words) else None
    if whole is not None and 0 < value < whole[0] <= 100:
        yield _edge("FRACTION", words, at, (100 * value / whole[0], whole[1]), "%")


def _part(words: Sequence[Word], at: int) -> Found | None:
    """ "half", "a third", "two thirds", "three quarters" as a percentage."""
    key = words[at].key
    if key == "half":
        return 50, at + 1
    if at + 1 == len(words):
        return None
    part = words[at + 1].key
    many = 1 if key in ("a", "one") else _UNITS.get(key, 0)
    of = _PARTS.get(part if many == 1 else part.removesuffix("s"), 0)
    return (100 * many / of, at + 2) if 0 < many < of else None


def _ordinal(words: Sequence[Word], at: int) -> Found | None:
    key = words[at].key
    match = _PLACE.fullmatch(key)
    if match is not None:
        return (int(match[1]), at + 1) if 0 < int(match[1]) < 1000 else None
    if key in _PLACES:
        return _PLACES[key], at + 1
    return None


def _edge(category: str, words: Sequence[Word], at: int, found: Found, unit: str = "") -> Edge:
    value, end = found
    spans = frozenset({(words[at].start, words[end - 1].end)})
    return Edge(at, end, category, Number(value, unit, spans), "number")
