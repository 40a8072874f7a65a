"""Seats of the Scottish Parliament, the Welsh Assembly and the London Assembly as elected in 2016."""

from __future__ import annotations

from assistant.answer import words
from assistant.answer.asking import Desk, Row
from assistant.answer.model import Answer, Cell, Column, Outcome, Unit
from assistant.answer.office_words import number
from assistant.question.model import Ask, Measure, Question, Trend

_COLUMNS = (
    Column("party", "Party", Unit.TEXT),
    Column("seats", "Seats", Unit.COUNT),
    Column("change", "Change", Unit.CHANGE),
    Column("constituency_seats", "Constituencies", Unit.COUNT),
    Column("regional_seats", "Regional lists", Unit.COUNT),
    Column("share", "Share of seats", Unit.SHARE),
)


def answer(q: Question, text: str, desk: Desk) -> Answer:
    """The seats by party, of the parties named where some are; whether anyone has a majority."""
    office = q.offices[0]
    rows = list(
        desk.main("SELECT *\nFROM parliament_seats\nWHERE office_id = ?\nORDER BY seats DESC, party_id", office.id)
    )
    year = number(rows[0]["year"])
    wrong_year = bool(q.time.years) and year not in q.time.years
    if wrong_year or q.measure in (Measure.VOTES, Measure.TURNOUT):
        what = "votes and turnout" if not wrong_year else "results"
        asked = "" if not wrong_year else f" in {words.listing(str(y) for y in q.time.years)}"
        return Answer(
            text, Outcome.NO_DATA, f"The {what} of the {office.name}{asked} are not held; its seats of {year} are.",
            _reading(q, year), notes=q.remarks, suggestions=(f"{office.name} {year}",),
        )  # fmt: skip
    found = _of(q, rows)
    if q.parties and not found and not rows[0]["complete"]:
        who = words.listing(words.they(p.name) for p in q.parties)
        why = f"Seats of {who} in the {office.name} of {year} are not held: {rows[0]['note']}."
        return Answer(
            text, Outcome.NO_DATA, why, _reading(q, year), notes=q.remarks, suggestions=(f"{office.name} {year}",)
        )
    value, unit, sentence = _told(q, office.name, rows, found, year)
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=sentence,
        reading=_reading(q, year),
        value=value,
        unit=unit,
        columns=_COLUMNS,
        rows=tuple({c.key: r[c.key] for c in _COLUMNS} for r in (found or rows)),
        basis=f"seats won in May {year}, constituencies and regional lists; change on the election before",
        coverage=None if rows[0]["complete"] else str(rows[0]["note"]),
        sources=desk.sources(*{r["source_id"] for r in rows}),
        notes=q.remarks,
    )


def _reading(q: Question, year: int) -> str:
    return " · ".join(
        x for x in (q.measure.value, words.listing(p.name for p in q.parties), q.offices[0].name, str(year)) if x
    )


def _of(q: Question, rows: list[Row]) -> list[Row]:
    order = [p.id for p in q.parties]
    return sorted((r for r in rows if r["party_id"] in order), key=lambda r: order.index(str(r["party_id"])))


def _told(q: Question, office: str, rows: list[Row], found: list[Row], year: int) -> tuple[Cell, Unit, str]:
    first = rows[0]
    size, needed = number(first["size"]), number(first["needed"])
    all_told = ", ".join(f"{r['party']} {r['seats']}" for r in rows if r["seats"])
    verdict = (
        f"a majority needs {needed}" if first["has_majority"] else f"nobody has the {needed} that a majority needs"
    )
    if q.parties and not found:
        return (
            0,
            Unit.COUNT,
            f"{words.start(words.listing(words.they(p.name) for p in q.parties))} won no seats in the {office} in {year} that are held: {all_told}, of {size}.",
        )
    if q.measure is Measure.CONTROL:
        return _majority(q, found, office, rows, year, needed)
    if not found:
        top = str(first["party"])
        return (
            top,
            Unit.TEXT,
            f"{words.start(words.they(top))} won most seats in the {office} in {year}: {all_told}, of {size}; {verdict}.",
        )
    one = found[0]
    party = words.start(words.they(str(one["party"])))
    change = one["change"]
    moved = f" ({words.signed(number(change))} on the election before)" if change is not None else ""
    place = "" if len(found) > 1 else f", {_ORDINAL[number(one['rank'])]} by seats"
    told = f"{party} won {words.count(one['seats'], 'seat')} of the {size} in the {office} in {year}{moved}{place}; {verdict}."
    if len(found) > 1:
        named = words.listing(f"{r['party']} {r['seats']}" for r in found)
        told = f"{named} of the {size} seats in the {office} in {year}; {verdict}."
    if q.measure is Measure.NET_CHANGE:
        value: Cell = change
        if q.ask is Ask.WHETHER and change is not None:
            value = number(change) < 0 if q.trend is Trend.DOWN else number(change) > 0
            return value, Unit.TRUTH, f"{'Yes' if value else 'No'}. {told}"
        return value, Unit.CHANGE, told
    if q.measure is Measure.SEAT_SHARE:
        return (
            one["share"],
            Unit.SHARE,
            f"{party} won {words.figure(one['share'], Unit.SHARE)} of the seats. {told}",
        )
    if q.measure is Measure.SEATS_SHORT:
        return max(needed - number(one["seats"]), 0), Unit.COUNT, told
    return (one["seats"] if len(found) == 1 else None), Unit.COUNT, told


_ORDINAL = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def _majority(
    q: Question, found: list[Row], office: str, rows: list[Row], year: int, needed: int
) -> tuple[Cell, Unit, str]:
    one = (found or rows)[0]
    has = bool(one["has_majority"])
    who = words.start(words.they(str(one["party"])))
    short = needed - number(one["seats"])
    told = f"{who} won {one['seats']} of {one['size']} seats in the {office} in {year}, " + (
        "a majority." if has else f"{short} short of a majority."
    )
    if q.ask is Ask.WHETHER:
        return has, Unit.TRUTH, f"{'Yes' if has else 'No'}. {told}"
    return ("No overall control" if not has else one["party"]), Unit.TEXT, told
