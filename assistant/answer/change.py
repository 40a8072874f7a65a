"""Councils that changed hands, and who gained or lost them."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import change_tally, change_who, words
from assistant.answer.asking import Desk, Row
from assistant.answer.held import held_years
from assistant.answer.model import Answer, Cell, Column, Outcome, Source, Unit
from assistant.answer.reading import reading
from assistant.query import scope
from assistant.query.catalogue import Cube
from assistant.query.sql import Part, among, every
from assistant.question.model import Ask, Controlled, Pick, Question, Rows, Trend, When

SHIFT = Cube("control_shift", {}, {})
_COLUMNS = (
    Column("year", "Year", Unit.YEAR),
    Column("council", "Council", Unit.TEXT),
    Column("from", "From", Unit.TEXT),
    Column("to", "To", Unit.TEXT),
    Column("said", "Known from", Unit.TEXT),
)
_BASIS = (
    "changes of control at a poll: as reported where a page says so (2022 and 2023 whole, 2016, 2018 and 2024 in part), "
    "else from the yearly compositions of councils that voted, which also hold later defections"
)


def answer(q: Question, text: str, desk: Desk) -> Answer:
    """Changes of control that fit: by place, year, and the party that lost or gained."""
    lost, gained = q.trend is Trend.DOWN, q.trend is Trend.UP
    parts = [scope.space(q, SHIFT), _years(q)]
    party = q.parties[0] if q.parties else None
    if q.from_party is not None:
        parts.append(Part("from_party = ?", (q.from_party.id,)))
    if q.to_party is not None:
        parts.append(Part("to_party = ?", (q.to_party.id,)))
        lost, gained = (True, False) if party is not None else (lost, gained)
    if party is not None:
        if lost and not gained:
            parts.append(Part("from_party = ?", (party.id,)))
        elif gained and not lost:
            parts.append(Part("to_party = ?", (party.id,)))
        else:
            parts.append(Part("(from_party = ? OR to_party = ?)", (party.id, party.id)))
    if any(isinstance(f, Controlled) and f.party is None for f in q.filters):
        taken = q.to_party is not None or (party is not None and gained)
        parts.append(Part("from_party IS NULL AND from_known" if taken else "to_party IS NULL"))
    if q.ranking is not None and q.rows is Rows.PARTY:
        return change_tally.answer(q, text, desk, every(parts), lost and not gained)
    where = every(parts)
    found = desk.main(
        "SELECT year, council, from_control AS \"from\", to_control AS \"to\", said, source_id\n"
        f"FROM control_shift\nWHERE {where.text}\nORDER BY year, council, council_id", *where.values,
    )  # fmt: skip
    deed = "lost" if lost and not gained else "gained" if gained and not lost else "changed hands"
    if q.pick in (Pick.FIRST, Pick.LAST) and len(found) > 1 and len(q.places) == 1 and q.places[0].is_council:
        return _picked(_told(q, text, desk, list(found), deed), q, list(found), deed)
    return change_who.with_reports(q, desk, found, deed, _told(q, text, desk, list(found), deed))


def _picked(answer: Answer, q: Question, found: list[Row], deed: str) -> Answer:
    """The first or the last of several changes of one council; the rest stay in the table."""
    first = q.pick is Pick.FIRST
    r = found[0 if first else -1]
    when = "first" if first else "last"
    place, change = q.places[0].name, f"{r['from']} to {r['to']}"
    if q.parties:
        told = (
            f"{words.start(words.they(q.parties[0].name))} {when} {deed} control of {place} in {r['year']} ({change})."
        )
        if deed == "changed hands":
            told = (
                f"Control of {place} {when} went from or to {words.they(q.parties[0].name)} in {r['year']} ({change})."
            )
    else:
        told = f"Control of {place} {when} changed in {r['year']} ({change})."
    sentence = f"{told} {len(found)} such changes are held."
    return replace(answer, sentence=sentence, value=r["year"], unit=Unit.YEAR)


def _years(q: Question) -> Part:
    t = q.time
    if t.when is When.IN and t.years:
        return among("year", t.years)
    if t.when is When.BETWEEN:
        return Part("year BETWEEN ? AND ?", t.years)
    if t.when in (When.SINCE, When.AFTER):
        return Part("year >= ?" if t.when is When.SINCE else "year > ?", t.years)
    if t.when in (When.BEFORE, When.UNTIL):
        return Part("year < ?" if t.when is When.BEFORE else "year <= ?", t.years)
    one = len(q.places) == 1 and q.places[0].is_council
    return Part("") if one or q.rows is Rows.YEAR else Part("year = (SELECT max(year) FROM control_shift)")


def _told(q: Question, text: str, desk: Desk, found: list[Row], deed: str) -> Answer:
    where = words.where(q)
    rows = tuple({k: r[k] for k in ("year", "council", "from", "to", "said")} for r in found)
    value: Cell
    one = len(q.places) == 1 and q.places[0].is_council
    party = q.parties[0].name if q.parties else None
    if party is None and (q.to_party is None) != (q.from_party is None):
        party, deed = (q.to_party.name, "gained") if q.to_party else (str(q.from_party and q.from_party.name), "lost")
    councils = len({r["council"] for r in found})
    if q.ask is Ask.WHETHER:
        value = bool(found)
        sentence = f"{'Yes' if found else 'No'}. {_sentence(found, where, party, deed)}"
    elif q.ask is Ask.COUNT:
        value = len(found) if one or q.rows is Rows.YEAR else councils
        sentence = _sentence(found, where, party, deed)
    elif q.rows is Rows.YEAR or one:
        value = _year(found)
        sentence = _sentence(found, where, party, deed)
    else:
        value = councils
        sentence = _sentence(found, where, party, deed)
    if not found and q.time.years and one and not held_years_chamber(q, desk):
        value = None
    years = [int(str(r["year"])) for r in found]
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=sentence,
        reading=reading(q, min(years, default=None), max(years, default=None)),
        value=value,
        unit=Unit.TRUTH if isinstance(value, bool) else Unit.YEAR if one and q.ask is not Ask.COUNT else Unit.COUNT,
        columns=_COLUMNS,
        rows=rows,
        basis=_BASIS,
        sources=desk.sources(*{r["source_id"] for r in found}) or _searched(q, desk),
        notes=(*q.remarks, *_seen(q, desk)),
    )


def _seen(q: Question, desk: Desk) -> tuple[str, ...]:
    """Changes that only the yearly compositions show, in a year whose changes are reported whole."""
    if q.time.when is not When.IN or len(q.time.years) != 1 or q.parties:
        return ()
    space = scope.space(q, SHIFT)
    rows = desk.ask(
        "SELECT c.council, c.previous_control AS was, c.control AS is_now FROM chamber c"
        " WHERE c.year = ? AND c.voted AND c.previous_year = c.year - 1 AND c.control IS DISTINCT FROM c.previous_control"
        " AND EXISTS (SELECT 1 FROM control_shift r WHERE r.year = c.year AND r.said = 'reported')"
        f" AND NOT EXISTS (SELECT 1 FROM control_shift s WHERE s.council_id = c.council_id AND s.year = c.year) AND {space.text}"
        " ORDER BY c.council",
        q.time.years[0], *space.values,
    )  # fmt: skip
    if not rows:
        return ()
    told = words.listing(f"{r['council']} ({r['was']} to {r['is_now']})" for r in rows[:8])
    more = f" and {len(rows) - 8} more" if len(rows) > 8 else ""
    return (f"Not in the lists of changes reported, but in the yearly compositions: {told}{more}.",)


def held_years_chamber(q: Question, desk: Desk) -> bool:
    """True when the council has compositions for the years asked about."""
    from assistant.query.catalogue import CHAMBER

    held = set(held_years(q, CHAMBER, desk))
    return all(y in held for y in q.time.years)


def _searched(q: Question, desk: Desk) -> tuple[Source, ...]:
    """The compositions looked through when no change is found in them."""
    space = every([scope.space(q, SHIFT), _years(q)])
    rows = desk.ask(
        f"SELECT string_agg(DISTINCT source_id, ' ') AS ids FROM chamber WHERE {space.text.replace('control_shift', 'chamber')}",
        *space.values,
    )
    return desk.sources(rows[0]["ids"]) if rows else ()


def _year(found: list[Row]) -> Cell:
    years = sorted({int(str(r["year"])) for r in found})
    if not years:
        return "never"
    return years[0] if len(years) == 1 else words.listing(str(y) for y in years)


def _sentence(found: list[Row], where: str, party: str | None, deed: str) -> str:
    who = words.they(party) if party else "control"
    if not found:
        side = {"lost": "from", "gained": "to"}.get(deed, "to or from")
        return words.start(
            f"no change of control{f' of {where}' if where else ''}{f' {side} {who}' if party else ''} is known for that time."
        )
    councils = {r["council"] for r in found}
    if len(councils) == 1 and len(found) > 1:
        steps = words.listing(f"{r['year']} ({r['from']} to {r['to']})" for r in found)
        council = next(iter(councils))
        if party and deed in ("lost", "gained"):
            return words.start(f"{who} {deed} control of {council} {words.count(len(found), 'time')}: {steps}.")
        return f"Control of {council} changed {words.count(len(found), 'time')}: {steps}."
    told = [f"{r['council']} ({r['year']}, {r['from']} to {r['to']})" for r in found[:12]]
    more = f" and {len(found) - 12} more" if len(found) > 12 else ""
    counted = words.count(len(councils), "council")
    if len(found) > len(councils):
        counted += f", {len(found)} times in all"
    if party and deed in ("lost", "gained"):
        return words.start(f"{who} {deed} control of {counted}: {words.listing(told)}{more}.")
    moved = f"Control of {counted} changed" if len(found) > len(councils) else f"{counted} changed hands"
    return f"{moved}: {words.listing(told)}{more}."
