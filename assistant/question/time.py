"""When a question is about: its time phrases as one Time."""

from __future__ import annotations

from assistant.names.token import Token
from assistant.parsing.parser import Phrase
from assistant.question.clues import Clues
from assistant.question.model import Time, When
from assistant.question.refusal import NotUnderstood

_ONE = {
    "since": When.SINCE,
    "before": When.BEFORE,
    "after": When.AFTER,
}


def read_time(clues: Clues, this_year: int) -> Time:
    """The time of the question; assumed latest when nothing says."""
    ranges = [_range(p, this_year) for p in clues.of("years", "since", "last_few", "decade", "ago", "before", "after")]
    years = [_year(p) for p in clues.of("year", "date", "than") if _years_in(p)]
    years += [_year(p) + 1 for p in clues.of("year_after")] + [_year(p) - 1 for p in clues.of("year_before")]
    if years and clues.of("than") and clues.of("now"):
        years.append(this_year)
    clues.use(*clues.of("years", "since", "last_few", "decade", "ago", "before", "after", "year", "date", "ever"))
    clues.use(*clues.of("now", "latest", "first_time", "previous"))
    if clues.of("previous"):
        return _span(Time(When.PREVIOUS, tuple(sorted(set(years)))), clues.of("previous")[0])
    if ranges and clues.of("ever") and ranges[0].when is When.BEFORE:
        return _span(Time(When.UNTIL, (ranges[0].years[0] - 1,)), clues.of("before")[0])
    if ranges:
        return ranges[0]
    named = clues.of("year", "date", "than", "year_after", "year_before")
    clues.use(*(p for p in named if _years_in(p)))
    if years:
        return _span(Time(When.IN, tuple(sorted(set(years)))), named[0])
    if clues.of("ever"):
        return _span(Time(When.ALL), clues.of("ever")[0])
    ending = [p for p in clues.of("latest") if p.has("YEARS") and last_year(clues, p)]
    if ending:
        return _span(Time(When.IN, (this_year - 1,)), ending[0])
    latest = [p for p in clues.of("now", "latest") if not p.has("TIMES", "YEARS")]
    if latest:
        return _span(Time(When.LATEST), latest[0])
    return Time(When.LATEST, assumed=True)


def _range(phrase: Phrase, this_year: int) -> Time:
    numbers = _whole(phrase)
    if phrase.rule == "years":
        return _span(Time(When.BETWEEN, (min(numbers), max(numbers))), phrase)
    if phrase.rule == "last_few":
        return _span(Time(When.BETWEEN, (this_year - numbers[0], this_year)), phrase)
    if phrase.rule == "ago":
        return _span(Time(When.IN, (this_year - numbers[0],)), phrase)
    if phrase.rule == "decade":
        return _span(Time(When.BETWEEN, (numbers[0], numbers[0] + 9)), phrase)
    when = When.UNTIL if phrase.has("UNTIL") else _ONE[phrase.rule]
    return _span(Time(when, numbers[:1]), phrase)


def _whole(phrase: Phrase) -> tuple[int, ...]:
    """The years, decades and counts of years; "2.5 years ago" names no year."""
    figures = [t for t in phrase.tokens if t.terminal in ("YEAR", "DECADE", "NUMBER")]
    broken = [t for t in figures if isinstance(t.value, float)]
    if broken:
        raise NotUnderstood(broken[0], f"“{broken[0].text}” is not a whole number of years")
    return tuple(int(str(t.value)) for t in figures)


def _years_in(phrase: Phrase) -> list[Token]:
    return [t for t in phrase.tokens if t.terminal == "YEAR"]


def _year(phrase: Phrase) -> int:
    return int(_years_in(phrase)[0].value)  # type: ignore[arg-type]


def _span(time: Time, phrase: Phrase) -> Time:
    return Time(time.when, time.years, time.assumed, (phrase.start, phrase.end))


def last_year(clues: Clues, phrase: Phrase) -> bool:
    """ "who controlled Dudley last year": the year before this, where "the last year of …" is the last that fits."""
    after = clues.after(phrase)
    return not phrase.head.text.casefold().startswith("the") and (after is None or after.rule == "place")
