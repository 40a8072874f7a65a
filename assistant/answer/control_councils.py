"""Control of many councils: which are under whom, what share of them, who controls most."""

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
from assistant.query.sql import Part, every
from assistant.question.model import Ask, Question, Rows, When
from assistant.question.refusal import NotHeld


def answer(q: Question, text: str, desk: Desk) -> Answer:
    """The councils of an area by control, or those under one party."""
    if len(q.time.years) > 1:
        raise NotHeld("Control of several councils is told for one year at a time.")
    if q.time.when not in (When.LATEST, When.IN, When.BEFORE, When.AFTER, When.PREVIOUS, When.FIRST):
        return _ever(q, text, desk)
    condition, _ = where_and_having(q, CHAMBER)
    space = scope.space(q, CHAMBER)
    when = scope.years(q, CHAMBER, space)
    base = every([space, when])
    where = every([base, condition])
    rows: list[Row] = list(desk.main(
        "SELECT council_id, council, year, control, largest, largest_seats, size, administration, source_id"
        f"\nFROM chamber\nWHERE {where.text}\nORDER BY council, council_id, year", *where.values,
    ))  # fmt: skip
    whole = desk.ask(
        f"SELECT count(*) AS n, max(year) AS year, string_agg(DISTINCT source_id, ' ') AS s FROM chamber WHERE {base.text}",
        *base.values,
    )
    total = int(str(whole[0]["n"]))
    if not total:
        return no_data(q, text, desk)
    year = whole[0]["year"]
    place = f" in {words.where(q)}" if words.where(q) else ""
    if q.filters:
        names = [str(r["council"]) for r in rows]
        told = (
            f": {words.listing(names[:20])}{f' and {len(names) - 20} more' if len(names) > 20 else ''}" if names else ""
        )
        sentence = f"{len(rows):,} of {total:,} councils{place} ({year}){told}."
        value: Cell = len(rows)
        if q.ask is Ask.SHARE_OF_ROWS:
            return _share(q, text, desk, rows, base, year)
    else:
        tally: dict[str, int] = {}
        for r in rows:
            tally[str(r["control"])] = tally.get(str(r["control"]), 0) + 1
        ordered = sorted(tally.items(), key=lambda kv: (-kv[1], kv[0]))
        sentence = f"Control of the {total:,} councils{place} ({year}): {', '.join(f'{k} {v}' for k, v in ordered)}."
        value = ordered[0][0] if len(ordered) == 1 else None
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=sentence,
        reading=reading(q, int(str(year)), int(str(year))),
        value=value,
        unit=Unit.COUNT if isinstance(value, int) else Unit.SHARE if isinstance(value, float) else Unit.TEXT,
        columns=(
            Column("council", "Council", Unit.TEXT),
            Column("control", "Control", Unit.TEXT),
            Column("largest", "Largest party", Unit.TEXT),
            Column("largest_seats", "Its seats", Unit.COUNT),
            Column("size", "Of", Unit.COUNT),
        ),
        rows=tuple({k: r[k] for k in ("council", "control", "largest", "largest_seats", "size")} for r in rows),
        basis=BASIS,
        coverage=f"{total:,} councils with a composition for {year}",
        sources=desk.sources(whole[0]["s"]),
        notes=(*q.remarks,),
    )


def _ever(q: Question, text: str, desk: Desk) -> Answer:
    """ "which councils has Labour ever controlled": each council once, with its years."""
    condition, _ = where_and_having(q, CHAMBER)
    space = scope.space(q, CHAMBER)
    where = every([space, scope.years(q, CHAMBER, space), condition])
    rows = desk.main(
        "SELECT council, list_sort(list(year)) AS years, string_agg(DISTINCT source_id, ' ') AS _sources\n"
        f"FROM chamber\nWHERE {where.text}\nGROUP BY council_id, council\nORDER BY council, council_id",
        *where.values,
    )
    table = tuple({"council": r["council"], "years": words.years(_ints(r["years"]))} for r in rows)
    place = f" in {words.where(q)}" if words.where(q) else ""
    told = words.listing(f"{r['council']} ({r['years']})" for r in table[:8])
    more = f" and {len(table) - 8} more" if len(table) > 8 else ""
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=f"{words.start(words.count(len(table), 'council'))}{place}{f': {told}{more}' if told else ''}.",
        reading=reading(q),
        value=len(table),
        unit=Unit.COUNT,
        columns=(Column("council", "Council", Unit.TEXT), Column("years", "Years", Unit.TEXT)),
        rows=table,
        basis=BASIS,
        coverage="yearly compositions; councils since abolished are counted for their years",
        sources=desk.sources(*{r["_sources"] for r in rows}),
        notes=q.remarks,
    )


def _share(q: Question, text: str, desk: Desk, rows: list[Row], base: Part, year: Cell) -> Answer:
    """The share of councils that fit, over all and by kind or region where asked."""
    column = {Rows.COUNCIL_KIND: "council_kind", Rows.REGION: "region"}.get(q.breakdown or Rows.COUNCIL, "'all'")
    groups = desk.ask(
        f"SELECT {column} AS name, count(*) AS councils, list(council_id) AS ids FROM chamber WHERE {base.text}"
        " GROUP BY 1 ORDER BY 1 NULLS LAST",
        *base.values,
    )
    fitting = {r["council_id"] for r in rows}
    table = []
    for g in groups:
        met = len(fitting.intersection(g["ids"]))  # type: ignore[arg-type]
        table.append(
            {"group": g["name"], "councils": met, "of": g["councils"], "share": 100 * met / int(str(g["councils"]))}
        )
    total = sum(int(str(g["councils"])) for g in groups)
    share = 100 * len(rows) / total
    place = f" in {words.where(q)}" if words.where(q) else ""
    told = (
        "; ".join(f"{t['group']} {t['councils']} of {t['of']} ({t['share']:.0f}%)" for t in table)
        if len(table) > 1
        else ""
    )
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=f"{share:.0f}% of the councils{place} ({len(rows)} of {total}, {year}){f': {told}' if told else ''}.",
        reading=reading(q, int(str(year)), int(str(year))),
        value=share,
        unit=Unit.SHARE,
        columns=(
            Column("group", "Type of council" if q.breakdown is Rows.COUNCIL_KIND else "Group", Unit.TEXT),
            Column("councils", "Councils", Unit.COUNT),
            Column("of", "Of", Unit.COUNT),
            Column("share", "Share", Unit.SHARE),
        ),
        rows=tuple(table),
        basis=BASIS,
        coverage=f"{total:,} councils with a composition for {year}",
        sources=desk.sources(*{r["source_id"] for r in rows}),
        notes=q.remarks,
    )


def tally(q: Question, text: str, desk: Desk) -> Answer:
    """ "which party controls most councils": councils under each party's majority."""
    space = scope.space(q, CHAMBER)
    base = every([space, scope.years(q, CHAMBER, space)])
    rows = desk.main(
        "SELECT control, count(*) AS councils, max(year) AS year, string_agg(DISTINCT source_id, ' ') AS _sources\n"
        f"FROM chamber\nWHERE {base.text}\nGROUP BY control\nORDER BY control = 'No overall control', councils DESC, control",
        *base.values,
    )
    held = [r for r in rows if r["control"] != NOC]
    if not held or q.ranking is None:
        return no_data(q, text, desk)
    first = held[0] if q.ranking.descending else held[-1]
    where = f" in {words.where(q)}" if words.where(q) else ""
    told = ", ".join(f"{r['control']} {r['councils']}" for r in rows)
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=f"{words.start(words.they(str(first['control'])))} {words.verb(str(first['control']), 'has', 'have')} a majority on "
        f"{words.count(first['councils'], 'council')}{where} ({first['year']}), {'the most' if q.ranking.descending else 'the fewest'}: {told}.",
        reading=reading(q, int(str(first["year"])), int(str(first["year"]))),
        value=first["control"],
        unit=Unit.TEXT,
        columns=(Column("control", "Control", Unit.TEXT), Column("councils", "Councils", Unit.COUNT)),
        rows=tuple({"control": r["control"], "councils": r["councils"]} for r in rows),
        basis=BASIS,
        sources=desk.sources(*(r["_sources"] for r in rows)),
        notes=q.remarks,
    )


def _ints(years: object) -> list[int]:
    """A list column's years."""
    return [int(str(y)) for y in years] if isinstance(years, list) else []
