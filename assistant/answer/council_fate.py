"""Councils that came and went, as the register of authorities has them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import words
from assistant.answer.asking import Desk, Row
from assistant.answer.model import Answer, Cell, Column, Outcome, Unit
from assistant.answer.reading import reading
from assistant.query import scope
from assistant.query.catalogue import Cube
from assistant.query.sql import Part, every
from assistant.question.model import Ask, Question, Rows, When
from assistant.question.refusal import NotHeld

_TABLE = Cube("council", {}, {})
_COLUMNS = (
    Column("council", "Council", Unit.TEXT),
    Column("abolished", "Abolished", Unit.YEAR),
    Column("after", "Came after", Unit.TEXT),
)
_SELECT = """SELECT c.council_id, c.name AS council, year(c.valid_to) AS abolished, c.source_id,
       (SELECT string_agg(s.name, ' and ' ORDER BY s.name) FROM council s
        WHERE list_contains(string_split(c.successors, ';'), s.council_id)) AS after
FROM council c
WHERE """


def answer(q: Question, text: str, desk: Desk) -> Answer:
    """What became of the council named, or which were abolished in the time asked about."""
    if len(q.places) == 1 and q.places[0].is_council:
        return _one(q, text, desk)
    return _listed(q, text, desk)


def _one(q: Question, text: str, desk: Desk) -> Answer:
    council = q.places[0]
    own = desk.main(f"{_SELECT}c.council_id = ?", council.id)[0]
    before = desk.ask(f"{_SELECT}list_contains(string_split(c.successors, ';'), ?) ORDER BY c.name", council.id)
    if own["abolished"] is not None:
        after = f"; {own['after']} came after it" if own["after"] else ""
        sentence = f"{council.name} council was abolished in {own['abolished']}{after}."
        value: Cell = own["abolished"] if q.rows is Rows.YEAR else own["after"]
        return _told(q, text, desk, sentence, True if q.ask is Ask.WHETHER else value, [own])
    if q.ask is Ask.WHETHER:
        return _told(q, text, desk, f"No: {council.name} council is still there.", False, [own])
    if not before:
        raise NotHeld(f"No council is held as the one before or after {council.name}: it is still there.")
    first = desk.ask("SELECT min(year) AS year FROM chamber WHERE council_id = ?", council.id)[0]["year"]
    if q.rows is Rows.YEAR and first is not None and any(int(str(r["abolished"])) > int(str(first)) for r in before):
        raise NotHeld(
            f"When {council.name} council was created is not held: it is in the compositions from {first}, before "
            f"{words.listing(str(r['council']) for r in before)} went."
        )
    years = words.listing(str(y) for y in sorted({int(str(r["abolished"])) for r in before}))
    names = words.listing(str(r["council"]) for r in before)
    sentence = f"{council.name} council came after {names}, abolished in {years}."
    return _told(q, text, desk, sentence, years if q.rows is Rows.YEAR else len(before), before)


def _listed(q: Question, text: str, desk: Desk) -> Answer:
    where = every([Part("c.valid_to IS NOT NULL"), _years(q), scope.space(q, _TABLE)])
    rows = desk.main(f"{_SELECT}{where.text}\nORDER BY c.valid_to, c.name, c.council_id", *where.values)
    place = f" in {words.where(q)}" if words.where(q) else ""
    years = words.years([int(str(r["abolished"])) for r in rows])
    if not rows:
        sentence = f"No council{place} is held as abolished then."
        return _told(q, text, desk, sentence, False if q.ask is Ask.WHETHER else 0, [])
    names = [str(r["council"]) for r in rows]
    more = f" and {len(names) - 20} more" if len(names) > 20 else ""
    sentence = f"{words.count(len(names), 'council')}{place} abolished in {years}: {words.listing(names[:20])}{more}."
    return _told(q, text, desk, sentence, True if q.ask is Ask.WHETHER else len(names), rows)


def _years(q: Question) -> Part:
    t = q.time
    column = "year(c.valid_to)"
    if t.when is When.IN:
        return Part(f"{column} IN ({', '.join('?' * len(t.years))})", t.years)
    if t.when is When.BETWEEN:
        return Part(f"{column} BETWEEN ? AND ?", t.years)
    bound = {When.SINCE: ">=", When.AFTER: ">", When.BEFORE: "<", When.UNTIL: "<="}.get(t.when)
    return Part(f"{column} {bound} ?", t.years[:1]) if bound else Part("")


def _told(q: Question, text: str, desk: Desk, sentence: str, value: Cell, rows: Sequence[Row]) -> Answer:
    unit = Unit.TRUTH if isinstance(value, bool) else Unit.TEXT
    if isinstance(value, int) and not isinstance(value, bool):
        unit = Unit.YEAR if q.rows is Rows.YEAR else Unit.COUNT
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=sentence,
        reading=reading(q),
        value=value,
        unit=unit,
        columns=_COLUMNS,
        rows=tuple({"council": r["council"], "abolished": r["abolished"], "after": r["after"]} for r in rows),
        basis="the register of local authorities; a reorganisation takes effect on 1 April",
        sources=desk.sources(*{r["source_id"] for r in rows}),
        notes=q.remarks,
    )
