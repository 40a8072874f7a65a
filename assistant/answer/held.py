"""What is held instead, when a figure is not."""

from __future__ import annotations

from assistant.answer import said, words
from assistant.answer.asking import Desk
from assistant.answer.model import Answer, Outcome, Unit
from assistant.answer.reading import reading
from assistant.query import scope
from assistant.query.catalogue import Cube, cube_for
from assistant.query.sql import every
from assistant.question.model import Measure, Question, Rows
from assistant.question.refusal import NotUnderstood


def no_data(q: Question, text: str, desk: Desk) -> Answer:
    """The question was understood and its figure is not held: say which years are."""
    reported = _turnout(q, text, desk)
    if reported is not None:
        return reported
    cube = cube_for(q)
    years = held_years(q, cube, desk)
    if q.versus is not None and q.time.years and set(q.time.years) <= set(years):
        raise NotUnderstood(None, f"the comparison does not fit with {q.measure.value}")
    what = _what(q)
    where = words.where(q)
    asked = words.listing(str(y) for y in q.time.years)
    of = f" of {words.listing(words.they(p.name) for p in q.parties)}" if q.parties and years else ""
    verb = "are" if what.endswith("s") or what.startswith("results") else "is"
    sentence = f"No {what}{of} {verb} held"
    sentence += f" for {where}" if where else ""
    sentence += f" in {asked}." if asked else "."
    notes = [f"Held for {where or 'these places'}: {words.years(years)}."] if years else _other_years(q, cube, desk)
    suggestions = tuple(f"{what} in {where} in {y}" for y in _nearest(years, q.time.years)) if where else ()
    return Answer(
        question=text,
        outcome=Outcome.NO_DATA,
        sentence=sentence,
        reading=reading(q),
        notes=(*q.remarks, *notes),
        suggestions=suggestions,
    )


def _turnout(q: Question, text: str, desk: Desk) -> Answer | None:
    """A council's turnout as a page reported it, where no ward's is held."""
    one = (
        q.measure is Measure.TURNOUT
        and len(q.places) == 1
        and len(q.time.years) == 1
        and not q.wards
        and q.rows is None
    )
    row = said.turnout(q.places[0].id, q.time.years[0], desk) if one else None
    if row is None:
        return None
    value = float(str(row["figure"]))
    told = f"Turnout in {words.where(q)} in May {q.time.years[0]} was {value:g}%, as reported by {'the ' if row['said_by'] == 'BBC' else ''}{row['said_by']}."
    return Answer(
        question=text, outcome=Outcome.ANSWERED, sentence=told, reading=reading(q, *q.time.years, *q.time.years), value=value, unit=Unit.SHARE,
        basis="as reported for the whole council; ward turnouts of that poll are not held", sources=desk.sources(row["source_id"]), notes=q.remarks,
    )  # fmt: skip


def held_years(q: Question, cube: Cube, desk: Desk, measure: Measure | None = None) -> list[int]:
    """The years for which the question's figure is held in its places."""
    where = every([scope.space(q, cube), scope.holds(cube, measure or q.measure)])
    rows = desk.ask(f"SELECT DISTINCT year FROM {cube.table} WHERE {where.text} ORDER BY year", *where.values)
    return [int(str(r["year"])) for r in rows]


def _what(q: Question) -> str:
    named = {Measure.MAJORITY: "majorities in votes", Measure.SEATS: "seats", Measure.CONTROL: "composition"}
    if q.rows is Rows.CANDIDATE or q.measure is Measure.CANDIDATES:
        return "candidates’ votes"
    if q.measure is Measure.WINNER:
        return "results by name" if q.wards else "results"
    return named.get(q.measure, str(q.measure.value))


def _other_years(q: Question, cube: Cube, desk: Desk) -> list[str]:
    rows = desk.ask(f"SELECT min(year) AS a, max(year) AS b FROM {cube.table}")
    return [f"Held at all: {rows[0]['a']}–{rows[0]['b']}."] if rows and rows[0]["a"] else []


def _nearest(years: list[int], asked: tuple[int, ...]) -> list[int]:
    if not years:
        return []
    target = asked[0] if asked else years[-1]
    return sorted(sorted(years, key=lambda y: (abs(y - target), y))[:2])
