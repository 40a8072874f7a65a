"""Control of many councils along the years: in any of them, in all, in none; or year by year."""

from __future__ import annotations

from assistant.answer import words
from assistant.answer.asking import Desk, Row
from assistant.answer.chamber import BASIS
from assistant.answer.held import no_data
from assistant.answer.model import Answer, Cell, Column, Outcome, Unit
from assistant.answer.reading import reading
from assistant.query import scope
from assistant.query.catalogue import CHAMBER
from assistant.query.conditions import where_and_having
from assistant.query.sql import Part, every
from assistant.question.model import Administered, Ask, Controlled, Question, When
from assistant.question.refusal import NotHeld

_NAMED = 8
_REORGANISED = 1998  # councils whose first year is later were set up after the reorganisations of the 1990s


def answer(q: Question, text: str, desk: Desk) -> Answer:
    """Each council that fits, with the years in which it does: in any year, in every one, or in none."""
    if any(isinstance(f, Administered) for f in q.filters):
        raise NotHeld("Who runs a council without a majority is known from 2025 on only: ask for one year.")
    if not q.filters:
        raise NotHeld("Control of several councils is told for one year at a time, or for one party along the years.")
    never = any(isinstance(f, Controlled) and f.negated for f in q.filters)
    rows = _councils(q, desk)
    if not rows:
        return no_data(q, text, desk)
    some = [r for r in rows if r["years"]]
    whole = [r for r in rows if r["years"] and r["met"] == r["held"]]
    fits = whole if q.time.throughout or never else some
    table = tuple({"council": r["council"], "years": words.years(_ints(r["years"]))} for r in fits)
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=_sentence(q, table, len(rows), never, len(some)),
        reading=reading(q, *_span(rows)),
        value=bool(table) if q.ask is Ask.WHETHER else len(table),
        unit=Unit.TRUTH if q.ask is Ask.WHETHER else Unit.COUNT,
        columns=(Column("council", "Council", Unit.TEXT), Column("years", "Years", Unit.TEXT)),
        rows=table,
        basis=BASIS,
        coverage=f"yearly compositions of {len(rows):,} councils; those since abolished count for their years",
        sources=desk.sources(*{r["_sources"] for r in rows}),
        notes=(*q.remarks, *(_younger(q, fits) if q.time.throughout or never else ())),
    )


def _younger(q: Question, fits: list[Row]) -> tuple[str, ...]:
    """The councils among those told that are newer than the time asked about."""
    begun = q.time.years[0] if q.time.when in (When.SINCE, When.BETWEEN) else _REORGANISED
    late = [f"{r['council']} ({r['_first']})" for r in fits if int(str(r["_first"])) > begun]
    more = f" and {len(late) - _NAMED} more" if len(late) > _NAMED else ""
    return (f"Newer councils, counted from their first year: {words.listing(late[:_NAMED])}{more}.",) if late else ()


def _councils(q: Question, desk: Desk) -> list[Row]:
    """Every council looked at, with the years in which it fits and how many are held; those still there, for "every"."""
    condition, _ = where_and_having(q, CHAMBER)
    space = scope.space(q, CHAMBER)
    where = every([space, scope.years(q, CHAMBER, space)])
    lasting = q.time.throughout or any(isinstance(f, Controlled) and f.negated for f in q.filters)
    there = every([space, Part("is_newest")]) if lasting and q.time.when in (When.SINCE, When.ALL) else Part("true")
    kept = f" AND council_id IN (SELECT council_id FROM chamber WHERE {there.text})" if there.text != "true" else ""
    return list(desk.main(
        f"SELECT council, list_sort(list(year) FILTER ({condition.text})) AS years, count(*) FILTER ({condition.text}) AS met,\n"
        "       count(*) AS held, min(year) AS _first, max(year) AS _last, string_agg(DISTINCT source_id, ' ') AS _sources\n"
        f"FROM chamber\nWHERE {where.text}{kept}\nGROUP BY council_id, council\nORDER BY council, council_id",
        *condition.values, *condition.values, *where.values, *there.values,
    ))  # fmt: skip


def _sentence(q: Question, table: tuple[dict[str, Cell], ...], total: int, never: bool, some: int) -> str:
    place = f" in {words.where(q)}" if words.where(q) else ""
    lasting = q.time.throughout or never
    told = words.listing(
        str(r["council"]) if lasting else f"{r['council']} ({r['years']})" for r in _shown(table, lasting)
    )
    more = f" and {len(table) - len(_shown(table, lasting))} more" if len(table) > len(_shown(table, lasting)) else ""
    opening = {True: "Yes: ", False: "No: "}[bool(table)] if q.ask is Ask.WHETHER else ""
    count = words.count(len(table), "council")
    named = f": {told}{more}" if told else ""
    if not lasting:
        return f"{opening or ''}{count if opening else words.start(count)}{place}{named}."
    how = "in none of the years held" if never else "in every year held"
    others = f" In some of those years: {some:,}." if q.time.throughout and not never and some > len(table) else ""
    said = f"{len(table):,} of {total:,} councils{place} {how}{_years(q)}{named}."
    return f"{opening}{said}{others}"


def _shown(table: tuple[dict[str, Cell], ...], lasting: bool) -> tuple[dict[str, Cell], ...]:
    return table[: 20 if lasting else _NAMED]


def _years(q: Question) -> str:
    years = q.time.years
    if q.time.when is When.SINCE:
        return f" since {years[0]}"
    if q.time.when is When.BETWEEN:
        return f" {years[0]}–{years[-1]}"
    return f" to {years[0]}" if q.time.when is When.UNTIL else ""


def _span(rows: list[Row]) -> tuple[int, int]:
    return min(int(str(r["_first"])) for r in rows), max(int(str(r["_last"])) for r in rows)


def by_year(q: Question, text: str, desk: Desk) -> Answer:
    """The councils that fit in each of the years named."""
    condition, _ = where_and_having(q, CHAMBER)
    space = scope.space(q, CHAMBER)
    base = every([space, scope.years(q, CHAMBER, space)])
    if not q.filters:
        raise NotHeld("Control of several councils is told for one year at a time.")
    rows = desk.main(
        f"SELECT year, count(*) FILTER ({condition.text}) AS councils, count(*) AS of_all,\n"
        f"       string_agg(council, ', ' ORDER BY council) FILTER ({condition.text}) AS names,\n"
        "       string_agg(DISTINCT source_id, ' ') AS _sources\n"
        f"FROM chamber\nWHERE {base.text}\nGROUP BY year\nORDER BY year",
        *condition.values, *condition.values, *base.values,
    )  # fmt: skip
    held = {int(str(r["year"])) for r in rows}
    missing = [y for y in q.time.years if y not in held]
    if missing:
        return no_data(q, text, desk)
    place = f" in {words.where(q)}" if words.where(q) else ""
    told = words.listing(f"{r['councils']} of {r['of_all']} in {r['year']}" for r in rows)
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=f"Councils{place} that fit: {told}.",
        reading=reading(q, min(held), max(held)),
        value=None,
        unit=Unit.TEXT,
        columns=(
            Column("year", "Year", Unit.YEAR),
            Column("councils", "Councils", Unit.COUNT),
            Column("of_all", "Of", Unit.COUNT),
            Column("names", "Which", Unit.TEXT),
        ),
        rows=tuple({k: r[k] for k in ("year", "councils", "of_all", "names")} for r in rows),
        basis=BASIS,
        sources=desk.sources(*{r["_sources"] for r in rows}),
        notes=q.remarks,
    )


def _ints(years: object) -> list[int]:
    """A list column's years."""
    return [int(str(y)) for y in years] if isinstance(years, list) else []
