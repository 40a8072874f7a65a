"""Which party controls most councils, and which of two controls more."""

from __future__ import annotations

from assistant.answer import words
from assistant.answer.asking import Desk, Row
from assistant.answer.chamber import BASIS, NOC
from assistant.answer.held import no_data
from assistant.answer.model import Answer, Cell, Column, Outcome, Unit
from assistant.answer.reading import reading
from assistant.query import scope
from assistant.query.catalogue import CHAMBER
from assistant.query.conditions import where_and_having
from assistant.query.sql import every
from assistant.question.model import Ask, Question, Rows
from assistant.question.refusal import NotUnderstood


def answer(q: Question, text: str, desk: Desk) -> Answer:
    """Councils under each party's majority: who has most or fewest, or more than another."""
    space = scope.space(q, CHAMBER)
    base = every([space, scope.years(q, CHAMBER, space)])
    rows = list(desk.main(
        "SELECT control, count(*) AS councils, max(year) AS year, string_agg(DISTINCT source_id, ' ') AS _sources\n"
        f"FROM chamber\nWHERE {base.text}\nGROUP BY control\nORDER BY control = 'No overall control', councils DESC, control",
        *base.values,
    ))  # fmt: skip
    held = [r for r in rows if r["control"] != NOC]
    if not rows or (not held and q.versus is None):
        return no_data(q, text, desk)
    year = max(int(str(r["year"])) for r in rows)
    sentence, value, unit = _compared(q, rows, year) if q.versus is not None else _first(q, held, rows, year)
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=sentence,
        reading=reading(q, year, year),
        value=value,
        unit=unit,
        columns=(Column("control", "Control", Unit.TEXT), Column("councils", "Councils", Unit.COUNT)),
        rows=tuple({"control": r["control"], "councils": r["councils"]} for r in rows),
        basis=BASIS,
        coverage=f"{sum(int(str(r['councils'])) for r in rows):,} councils with a composition for {year}",
        sources=desk.sources(*(r["_sources"] for r in rows)),
        notes=q.remarks,
    )


def by_group(q: Question, text: str, desk: Desk) -> Answer:
    """The region or type of council with most (or fewest) councils that fit."""
    assert q.ranking is not None
    column = "region" if q.rows is Rows.REGION else "council_kind"
    condition, _ = where_and_having(q, CHAMBER)
    space = scope.space(q, CHAMBER)
    base = every([space, scope.years(q, CHAMBER, space)])
    order = "DESC" if q.ranking.descending else "ASC"
    rows = list(desk.main(
        f"SELECT {column} AS name, count(*) FILTER ({condition.text}) AS councils, count(*) AS of_all, max(year) AS year,\n"
        "       string_agg(DISTINCT source_id, ' ') AS _sources\n"
        f"FROM chamber\nWHERE {base.text}\nGROUP BY 1\nORDER BY councils {order}, name",
        *condition.values, *base.values,
    ))  # fmt: skip
    if not rows:
        return no_data(q, text, desk)
    year = max(int(str(r["year"])) for r in rows)
    at = rows[(q.ranking.nth or 1) - 1] if len(rows) >= (q.ranking.nth or 1) else rows[-1]
    names = words.listing(str(r["name"]) for r in rows if r["councils"] == at["councils"])
    told = words.listing(f"{r['name']} {r['councils']} of {r['of_all']}" for r in rows)
    which = f"number {q.ranking.nth}" if q.ranking.nth else "the most" if q.ranking.descending else "the fewest"
    title = "Region" if q.rows is Rows.REGION else "Type of council"
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=f"{names}, with {words.count(at['councils'], 'council')}, {which} ({year}): {told}.",
        reading=reading(q, year, year),
        value=names,
        unit=Unit.TEXT,
        columns=(
            Column("name", title, Unit.TEXT),
            Column("councils", "Councils", Unit.COUNT),
            Column("of_all", "Of", Unit.COUNT),
        ),
        rows=tuple({k: r[k] for k in ("name", "councils", "of_all")} for r in rows),
        basis=BASIS,
        coverage=f"{sum(int(str(r['of_all'])) for r in rows):,} councils with a composition for {year}",
        sources=desk.sources(*{r["_sources"] for r in rows}),
        notes=q.remarks,
    )


def _first(q: Question, held: list[Row], rows: list[Row], year: int) -> tuple[str, Cell, Unit]:
    """The party with most or fewest; whether it is the one named, where that is the claim."""
    assert q.ranking is not None
    down = q.ranking.descending
    nth = q.ranking.nth or 1
    ordered = sorted(
        held, key=lambda r: (-int(str(r["councils"])) if down else int(str(r["councils"])), str(r["control"]))
    )
    at = ordered[min(nth, len(ordered)) - 1]
    level = [r for r in ordered if r["councils"] == at["councils"]]
    names = [str(r["control"]) for r in level]
    which = "the most" if down else "the fewest of those that have any"
    which = which if nth == 1 else f"number {nth}"
    told = ", ".join(f"{r['control']} {r['councils']}" for r in rows)
    have = words.verb(names[0], "has", "have") if len(names) == 1 else "each have"
    who = words.listing(words.they(n) for n in names)
    place = f" in {words.where(q)}" if words.where(q) else ""
    said = f"{who} {have} a majority on {words.count(at['councils'], 'council')}{place} ({year}), {which}: {told}."
    if q.ask is Ask.WHETHER and q.parties:
        claimed = q.parties[0].name in names
        return f"{'Yes' if claimed else 'No'}: {said}", claimed, Unit.TRUTH
    return words.start(said), words.listing(names), Unit.TEXT


def _compared(q: Question, rows: list[Row], year: int) -> tuple[str, Cell, Unit]:
    """Which of two parties has a majority on more councils."""
    assert q.versus is not None
    if len(q.parties) < 2:
        raise NotUnderstood(None, "which of two has more councils is asked of two parties: name both")
    tally = {str(r["control"]): int(str(r["councils"])) for r in rows}
    first, second = (tally.get(p.name, 0) for p in q.parties[:2])
    told = words.listing(f"{p.name} {words.count(tally.get(p.name, 0), 'council')}" for p in q.parties[:2])
    place = f" in {words.where(q)}" if words.where(q) else ""
    tail = f"{told}{place} ({year})"
    if q.ask is Ask.WHETHER:
        held = first == second if q.versus.equal else first > second if q.versus.more else first < second
        return f"{'Yes' if held else 'No'}: {tail}.", held, Unit.TRUTH
    if first == second:
        return f"Level: {tail}.", "level", Unit.TEXT
    ahead = q.parties[0] if (first > second) == q.versus.more else q.parties[1]
    return f"{words.start(words.they(ahead.name))}: {tail}.", ahead.name, Unit.TEXT
