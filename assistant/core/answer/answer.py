"""A resolved ask answered: its facts, told, with basis, coverage and sources each in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from time import perf_counter

import duckdb

from assistant.answer.model import Answer, Outcome, Sql, Timings
from assistant.core.answer import about, lists, reported, stories, truths, values
from assistant.core.answer.phrase import start
from assistant.core.answer.resolved import common_time, date
from assistant.core.answer.told import Told, not_held
from assistant.core.answer.whence import basis, coverage, sources
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import (
    About,
    Ask,
    Both,
    Compare,
    Given,
    Listing,
    Measure,
    Number,
    Reported,
    Story,
    Value,
    Whether,
)
from assistant.core.meaning.say import Names, say
from assistant.core.query.asked import facts
from assistant.core.query.councils import ended
from assistant.core.query.facts import Facts, Found
from assistant.core.query.measured import NotMeasured

Teller = Callable[[Facts, Words], Told]


def answer(ask: Ask, con: duckdb.DuckDBPyConnection, names: Names, question: str, assumed: tuple[str, ...]) -> Answer:
    """The answer to an ask whose slots are filled; `assumed` are sentences of what was filled in or passed over."""
    started = perf_counter()
    try:
        found = facts(ask, con)
    except NotMeasured as error:
        return _composed(ask, names, not_held(f"{error}."), None, con, question, assumed, Timings())
    asked = perf_counter()
    told = tell(found, Words(names, common_time(found), date(found)))
    timings = Timings(sql=(asked - started) * 1000, answer=(perf_counter() - asked) * 1000)
    return _composed(ask, names, told, found, con, question, assumed, timings)


def tell(found: Facts, words: Words) -> Told:
    """What is told of the facts of an ask."""
    return _TELLERS[type(found.ask)](found, words)


def _part(found: Facts, words: Words) -> Told:
    """One of two asks, with the time that it is about."""
    return tell(found, replace(words, time=common_time(found), date=date(found)))


def _both(found: Facts, words: Words) -> Told:
    """Two asks: both sentences, the first's figure and table."""
    first, second = (_part(part, words) for part in found.parts)
    outcome = first.outcome if first.outcome is Outcome.ANSWERED else second.outcome
    table = first if first.rows else second
    return Told(
        f"{first.sentence} {second.sentence}",
        first.value,
        first.unit,
        table.columns,
        table.rows,
        (*first.notes, *second.notes),
        outcome,
    )


_ABOUT = 0.02
"""How far off a number in a premise may be, as a part of it, and still be a round way to say it."""


def _is_about(found: Facts) -> bool:
    """Whether the premise only gives a number in round figures; the record is told beside it."""
    premise = found.parts[0].ask
    compared = premise.prop if isinstance(premise, Whether) else None
    if not isinstance(compared, Compare) or compared.op != "=" or not isinstance(compared.right, Number):
        return False
    held = [b.found for b in found.parts[0].backing if b.node == compared.left and isinstance(b.found, Found)]
    given = compared.right.value
    return any(f.value is not None and abs(f.value - given) <= _ABOUT * abs(f.value) for f in held)


def _given(found: Facts, words: Words) -> Told:
    """What rests on a premise, with its record; a premise that is false, or cannot be told, is told instead."""
    premise, asked = (_part(part, words) for part in found.parts)
    if premise.value is False and _is_of_whole(found) and asked.outcome is Outcome.ANSWERED:
        return replace(asked, sentence=f"{asked.sentence} {start(premise.sentence.removeprefix('No: '))}")
    if premise.value is not True and not _is_about(found):
        return premise
    return replace(asked, notes=(*asked.notes, premise.sentence))


def _is_of_whole(found: Facts) -> bool:
    """Whether the premise only says of how many a figure is a part: it is told, and put right beside it."""
    premise = found.parts[0].ask
    compared = premise.prop if isinstance(premise, Whether) else None
    whole = compared.left if isinstance(compared, Compare) else None
    return isinstance(whole, Measure) and whole.name in ("seats up", "size") and isinstance(found.parts[1].ask, Value)


_TELLERS: Mapping[type[Ask], Teller] = {
    Value: values.told,
    Whether: truths.told,
    Listing: lists.told,
    Both: _both,
    Given: _given,
    Story: stories.told,
    About: about.told,
    Reported: reported.told,
}


def _source_ids(found: Facts) -> list[str]:
    """Whence all is that an answer shows, also of each of two asks."""
    own = [source for used in found.used for source in used.sources]
    shown = [source for c in found.contests for source in str(c.head.get("source_id") or "").split()]
    return [*own, *shown, *(source for part in found.parts for source in _source_ids(part))]


def _composed(
    ask: Ask,
    names: Names,
    told: Told,
    found: Facts | None,
    con: duckdb.DuckDBPyConnection,
    question: str,
    assumed: tuple[str, ...],
    timings: Timings,
) -> Answer:
    ids = _source_ids(found) if found else []
    return Answer(
        question,
        told.outcome,
        told.sentence,
        reading=say(ask, names),
        value=told.value,
        unit=told.unit,
        columns=told.columns,
        rows=told.rows,
        basis=basis(found) if found else None,
        coverage=coverage(found) if found else None,
        sources=sources(con, ids),
        assumed=assumed,
        notes=(*told.notes, *ended(con, ask)),
        sql=Sql(found.sql.text, found.sql.values) if found else None,
        timings=timings,
    )
