"""Years, days and decades as people write them: 2018 · '16 · 5th of May 2016 · 05/05/2016 · 2014-18 · the nineties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.core.meaning.nodes import Named, Span
from assistant.core.names.lattice import Date, Edge, Refusal, Word

_FIRST, _LAST = 1900, 2100  # four digits between these may be a year
_CENTURY = 50  # a year of two digits below this is of this century
_NEWEST_SHORT = 29
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = {name[:size]: n for n, name in enumerate(_MONTHS, 1) for size in (3, len(name))} | {"sept": 9}
_ALSO_A_WORD = frozenset({"may", "march", "mar"})
_BEFORE_A_MONTH = frozenset("in since until till before after by last this from on to and during".split())
_BEFORE_A_YEAR = frozenset("in since of for until till from by before after and locals election elections".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_DECADES = {word: 10 * n for n, word in enumerate("sixties seventies eighties nineties noughties".split(), 196)}
WORDS = (*_MONTHS, *_WEEKDAYS, *_DECADES)
STARTS = frozenset({*WORDS, *_MONTH, "the"})
"""What a time in words begins with."""
_SPOKEN = re.compile(r"(?:'|2k)([0-9]{2})")
_DECADE = re.compile(r"([0-9]{2}|[0-9]{3}0)'?s")
_RANGE = re.compile(r"([0-9]{4})\s?[-–—]\s?([0-9]{2,4})")
_PAIR = re.compile(r"([0-9]{4})/([0-9]{2})")
_DAY = re.compile(r"(?P<day>[0-9]{1,2})[/.](?P<month>[0-9]{1,2})[/.](?P<year>[0-9]{2,4})")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def edges(words: Sequence[Word], at: int) -> Iterator[Edge]:
    """Every time that begins at a word."""
    key = words[at].key
    if key[0] in "0123456789'":
        yield from _written(words, at)
        yield from _dated(words, at)
    elif key == "the" or key in _WEEKDAYS:
        yield from _dated(words, at)
    elif key in _MONTH:
        yield from _month(words, at)
    elif key in _DECADES:
        yield _edge("DECADE", words, at, at + 1, _ten(_DECADES[key]))


def _written(words: Sequence[Word], at: int) -> Iterator[Edge]:
    """What digits alone tell: a year, a decade, a range of years, a day."""
    key = words[at].key
    year = _year(words, at)
    if year is not None:
        yield _edge("YEAR", words, at, at + 1, Named("year", (str(year),)))
    decade = _DECADE.fullmatch(key)
    if decade is not None:
        yield _edge("DECADE", words, at, at + 1, _ten(int(decade[1])))
    for shape, meant in ((_RANGE, _range), (_PAIR, _pair), (_DAY, _day), (_ISO, _day)):
        match = shape.fullmatch(key)
        if match is not None:
            category, value = meant(match)
            yield _edge(category, words, at, at + 1, value)


def _year(words: Sequence[Word], at: int) -> int | None:
    """The year that a word is: four digits, two behind an apostrophe, two where nothing else is likely."""
    key = words[at].key
    spoken = _SPOKEN.fullmatch(key)
    if spoken is not None:
        return full(int(spoken[1]))
    if not key.isascii() or not key.isdecimal():
        return None
    if len(key) == 4 and (_FIRST <= int(key) <= _LAST or _short(words, at)):
        return int(key)
    return full(int(key)) if len(key) == 2 and _short(words, at) else None


def full(short: int) -> int:
    """The year of two digits: 18 is 2018, 97 is 1997."""
    return short + (2000 if short < _CENTURY else 1900)


def _short(words: Sequence[Word], at: int) -> bool:
    """ "Sheffield locals 24", "since 18?", "in 1066": digits that end a clause behind such a word."""
    last = at + 1 == len(words) or words[at + 1].key in (".", "?", ",", ";")
    behind = at and (words[at - 1].key in _BEFORE_A_YEAR or words[at - 1].key in _MONTH)
    return bool(last and behind) and (int(words[at].key) <= _NEWEST_SHORT or int(words[at].key) >= 73)


def _range(match: re.Match[str]) -> tuple[str, object]:
    first, end = int(match[1]), match[2]
    last = int(end) if len(end) == 4 else first // 100 * 100 + int(end)
    if len(end) == 2 and last <= first and 0 < int(end) <= 12:
        return "DATE", Date(first, int(end))
    return "YEARS_RANGE", Span(min(first, last), max(first, last))


def _pair(match: re.Match[str]) -> tuple[str, object]:
    return "REFUSED", Refusal("two years", match.group())


def _day(match: re.Match[str]) -> tuple[str, object]:
    year, month, day = (int(match[part]) for part in ("year", "month", "day"))
    return _date(full(year) if year < 100 else year, month, day, match.group())


def _date(year: int, month: int, day: int, said: str) -> tuple[str, object]:
    """A day, or that there is none such."""
    known = 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1] and not (month == 2 and day == 29 and year % 4)
    return ("DATE", Date(year, month, day)) if known else ("REFUSED", Refusal("no such day", said))


def _month(words: Sequence[Word], at: int) -> Iterator[Edge]:
    """ "May 2016", "May 5 2016", "May 5th, 2016", "in May"."""
    month, behind = _MONTH[words[at].key], at + 1
    year = _year_at(words, behind)
    if year is not None:
        yield _edge("DATE", words, at, behind + 1, Date(year, month))
    day = _day_of(words, behind)
    if day is not None:
        yield from _with_year(words, at, behind + 1, month, day)
    elif year is None and (words[at].key not in _ALSO_A_WORD or (at and words[at - 1].key in _BEFORE_A_MONTH)):
        yield _edge("DAY", words, at, behind, Date(None, month))


def _dated(words: Sequence[Word], at: int) -> Iterator[Edge]:
    """ "5 May 2016", "5th of May", "the 5th of May 2016", "Thursday 5 May"."""
    start = at if words[at].key[0].isdigit() else at + 1
    day = _day_of(words, start)
    behind = start + 2 if start + 1 < len(words) and words[start + 1].key == "of" else start + 1
    if day is not None and behind < len(words) and words[behind].key in _MONTH:
        yield from _with_year(words, at, behind + 1, _MONTH[words[behind].key], day)


def _with_year(words: Sequence[Word], at: int, behind: int, month: int, day: int) -> Iterator[Edge]:
    """A day of a month, with its year where one follows."""
    comma = behind + 1 if behind < len(words) and words[behind].key == "," else behind
    year = _year_at(words, comma)
    said = " ".join(w.text for w in words[at : behind if year is None else comma + 1])
    category, value = _date(2000 if year is None else year, month, day, said)
    if year is not None:
        yield _edge(category, words, at, comma + 1, value)
    elif isinstance(value, Date):
        yield _edge("DAY", words, at, behind, Date(None, month, day))


def _year_at(words: Sequence[Word], at: int) -> int | None:
    return _year(words, at) if at < len(words) and words[at].key[:1] in "'12" else None


def _day_of(words: Sequence[Word], at: int) -> int | None:
    """The day of a month that a word may be: "5", "5th"."""
    key = words[at].key.rstrip("stndrh") if at < len(words) else ""
    return int(key) if key.isascii() and key.isdecimal() and len(key) <= 2 and 1 <= int(key) <= 31 else None


def _ten(first: int) -> Span:
    """The ten years of a decade: of two digits, the one nearest to the tables."""
    start = first if first > 100 else first + (2000 if first <= 20 else 1900)
    return Span(start, start + 9)


def _edge(category: str, words: Sequence[Word], at: int, end: int, value: object) -> Edge:
    """An edge whose value knows the words that it came from."""
    spans = frozenset({(words[at].start, words[end - 1].end)})
    placed = replace(value, spans=spans) if isinstance(value, Named | Span | Date) else value
    return Edge(at, end, category, placed, "time")
