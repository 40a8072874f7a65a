"""Two parties held against each other year by year: when one had more than the other, or both the same."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import say, words
from assistant.answer.asking import Desk
from assistant.answer.figure import finish
from assistant.answer.grid import fetch
from assistant.answer.held import no_data
from assistant.answer.model import Answer, Cell, Unit
from assistant.question.model import Ask, Pick, Question, Rows, Trend

_Pairs = dict[int, tuple[float, float]]


def answer(q: Question, text: str, desk: Desk) -> Answer:
    """The years that fit the comparison, of all years in which both figures are held."""
    grid = fetch(replace(q, rows=None, breakdown=Rows.YEAR, versus=None, pick=None, ask=Ask.FIGURE), desk)
    pairs = _pairs(q, [{str(k): v for k, v in r.items()} for r in grid.rows])
    if not pairs:
        return no_data(q, text, desk)
    fitting = [year for year, (a, b) in sorted(pairs.items()) if _fits(q, a, b)]
    if q.trend is Trend.UP:
        fitting = [year for year in fitting if year - 1 in pairs and not _fits(q, *pairs[year - 1])]
    span = f"{min(pairs)}–{max(pairs)}" if len(pairs) > 1 else str(min(pairs))
    sentence = _sentence(q, pairs, fitting, span)
    if q.ask is Ask.WHETHER:
        sentence = f"{'Yes' if fitting else 'No'}. {sentence}"
    value = _value(q, fitting)
    unit = Unit.TRUTH if isinstance(value, bool) else Unit.COUNT if q.ask is Ask.COUNT else Unit.YEAR
    return finish(q, text, desk, grid, sentence, value, unit if isinstance(value, int) else Unit.TEXT)


def _pairs(q: Question, rows: list[dict[str, Cell]]) -> _Pairs:
    """Year → the two figures, in the order in which the question names the parties."""
    first, second = (p.name for p in q.parties)
    key = say.key(q.measure)
    by_party: dict[str, dict[int, float]] = {first: {}, second: {}}
    for r in rows:
        if r.get(key) is not None and r.get("party") in by_party:
            by_party[str(r["party"])][int(str(r["year"]))] = float(str(r[key]))
    one, other = by_party[first], by_party[second]
    return {y: (one[y], other[y]) for y in one if y in other}


def _fits(q: Question, a: float, b: float) -> bool:
    if q.versus is None or q.versus.equal:
        return a == b
    return a > b if q.versus.more else a < b


def _sentence(q: Question, pairs: _Pairs, fitting: list[int], span: str) -> str:
    first, second = (words.they(p.name) for p in q.parties)
    what, place = q.measure.value, f" in {words.where(q)}" if words.where(q) else ""
    if q.versus is None or q.versus.equal:
        claim = f"{first} and {second} had the same {what}{place}"
    elif q.trend is Trend.UP:
        claim = f"{first} overtook {second} in {what}{place}"
    else:
        claim = f"{first} had {'more' if q.versus.more else 'fewer'} {what}{place} than {second}"
    if not fitting:
        return words.start(f"{claim} in no year held ({span}).")
    if q.pick is not None:
        year = fitting[0] if q.pick is Pick.FIRST else fitting[-1]
        a, b = pairs[year]
        told = f"{words.figure(a, Unit.COUNT)} and {words.figure(b, Unit.COUNT)}"
        return words.start(f"{claim} {q.pick.value} in {year} ({told}); in all in {words.years(fitting)} ({span}).")
    return words.start(f"{claim} in {words.count(len(fitting), 'year')}: {words.years(fitting)} (of {span}).")


def _value(q: Question, fitting: list[int]) -> Cell:
    if q.ask is Ask.WHETHER:
        return bool(fitting)
    if q.ask is Ask.COUNT:
        return len(fitting)
    if not fitting:
        return "none"
    if q.pick is not None or len(fitting) == 1:
        return fitting[0] if q.pick is Pick.FIRST else fitting[-1]
    return words.years(fitting)
