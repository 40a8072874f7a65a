"""Who controls a council: the majority, who runs it, and how far the largest party is from control."""

from __future__ import annotations

from assistant.answer import control_councils, control_years, words
from assistant.answer.asking import Desk, Row
from assistant.answer.chamber import (
    BASIS,
    afterwards,
    chambers,
    disagreements,
    headline,
    majority_told,
    parties_of,
    seats_told,
)
from assistant.answer.held import no_data
from assistant.answer.model import Answer, Cell, Column, Outcome, Unit
from assistant.answer.reading import reading
from assistant.question.model import Ask, Measure, Question, Rows, Trend, When
from assistant.question.refusal import NotUnderstood

_PARTY_COLUMNS = (
    Column("party", "Party", Unit.TEXT),
    Column("seats", "Seats", Unit.COUNT),
    Column("seat_share", "Share of seats", Unit.SHARE),
)


def answer(q: Question, text: str, desk: Desk, this_year: int) -> Answer:
    """Control now, in a year, through the years, or of the councils of an area."""
    if (
        q.ask is Ask.SHARE_OF_ROWS
        or q.rows is Rows.COUNCIL
        or q.breakdown is Rows.COUNCIL
        or not all(p.is_council for p in q.places)
        or len(q.places) != 1
    ):
        return control_councils.answer(q, text, desk)
    if (
        Rows.YEAR in (q.rows, q.breakdown)
        or q.ask in (Ask.HOW_LONG, Ask.SINCE_WHEN)
        or q.time.when in (When.BETWEEN, When.SINCE, When.ALL, When.UNTIL)
        or (len(q.time.years) > 1 and q.measure is Measure.CONTROL)
    ):
        return control_years.answer(q, text, desk)
    return _one(q, text, desk)


def _one(q: Question, text: str, desk: Desk) -> Answer:
    if len(q.parties) > 1 and q.measure in (Measure.SEATS_SHORT, Measure.COUNCIL_MAJORITY):
        raise NotUnderstood(
            None, "a majority of several parties together is not worked out: ask for their seats together"
        )
    rows = chambers(q, desk)
    if not rows:
        return no_data(q, text, desk)
    c = rows[-1]
    parties = parties_of(c, desk)
    sentence, value, unit = _focus(q, c, parties)
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=sentence,
        reading=reading(q, int(str(c["year"])), int(str(c["year"]))),
        value=value,
        unit=unit,
        columns=_PARTY_COLUMNS,
        rows=tuple({"party": p["party"], "seats": p["seats"], "seat_share": p["share"]} for p in parties),
        basis=BASIS,
        coverage=f"composition of {c['year']}, {c['as_of']}" if c["as_of"] else f"composition of {c['year']}",
        sources=desk.sources(c["source_id"]),
        notes=(*q.remarks, *disagreements(c, desk), *afterwards(c, desk)),
    )


def _focus(q: Question, c: Row, parties: list[Row]) -> tuple[str, Cell, Unit]:
    """The headline the question wants: who controls, how far short a party is, or how big a majority."""
    whole = f"{headline(c)} {seats_told(c, parties)} {majority_told(c)}"
    if q.measure not in (Measure.SEATS_SHORT, Measure.COUNCIL_MAJORITY, Measure.NEEDED):
        return whole, c["control"], Unit.TEXT
    if q.measure is Measure.NEEDED:
        return (
            f"{c['needed']} of the {c['size']} seats on {c['council']} council are needed for a majority ({c['year']}). {majority_told(c)} {headline(c)}",
            c["needed"],
            Unit.COUNT,
        )
    name = q.parties[0].name if q.parties else str(c["control"] if c["control_id"] else c["largest"])
    seats = next((int(str(p["seats"])) for p in parties if p["party"] == name), 0)
    short, margin = int(str(c["needed"])) - seats, 2 * seats - int(str(c["size"]))
    who = words.start(words.they(name))
    has = words.verb(name, "has", "have") if c["is_newest"] else "had"
    if short <= 0:
        told = f"{who} {has} a majority of {margin} on {c['council']} council ({c['year']}): {seats} of {c['size']} seats, {c['needed']} needed."
        if q.trend is Trend.DOWN:
            lose = 1 - short
            return f"{told} Losing {words.count(lose, 'seat')} would end it.", lose, Unit.COUNT
        return told, margin if q.measure is Measure.COUNCIL_MAJORITY else 0, Unit.COUNT
    told = f"{who} {has} {seats} of {c['size']} seats on {c['council']} council ({c['year']}), {words.count(short, 'seat')} short of the {c['needed']} needed for a majority."
    if q.measure is Measure.COUNCIL_MAJORITY:
        return f"{told} {headline(c)}", 0, Unit.COUNT
    return f"{told} {headline(c)}", short, Unit.COUNT
