"""What was reported while counting went on: figures with how many of how many councils had declared.

Every version of a figure is shown: the one asked for leads, final and most authoritative figures follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import words
from assistant.answer.asking import Desk, Row
from assistant.answer.model import Answer, Cell, Column, Outcome, Unit
from assistant.answer.office_words import number
from assistant.answer.reported_words import SIGNED, contradicted, how, point, sentence, told
from assistant.question.model import Ask, Controlled, Declared, Deed, Measure, Place, Question, Rows, Trend, When

MEASURES: dict[Measure, tuple[str, ...]] = {
    Measure.NET_CHANGE: ("net change", "increase"),
    Measure.SEATS_WON: ("seats won",),
    Measure.COUNCILS_WON: ("councils",),
    Measure.COUNCILS_CHANGE: ("councils change", "councils lost", "councils gained"),
    Measure.CONTROL: ("councils without overall control", "councils without overall control, change"),
}
_COLUMNS = (
    Column("party", "Party", Unit.TEXT),
    Column("what", "Measure", Unit.TEXT),
    Column("figure", "Figure", Unit.COUNT),
    Column("declared", "Declared", Unit.TEXT),
    Column("basis", "Basis", Unit.TEXT),
    Column("said_by", "Said by", Unit.TEXT),
)


def answer(q: Question, text: str, desk: Desk) -> Answer:
    """The figures reported at the point of the count that the question names, and the final ones after them."""
    assert q.declared is not None
    rows = _said(q, desk)
    asked = _at_point(rows, q.declared)
    if not asked:
        return _not_held(q, text, rows)
    year = max(number(r["year"]) for r in asked)
    asked = [r for r in asked if r["year"] == year]
    rest = [r for r in rows if r["year"] == year and r not in asked]
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=sentence(q, asked, rest, year),
        reading=_reading(q, asked, year),
        value=_value(asked),
        unit=Unit.CHANGE if str(asked[0]["measure"]) in SIGNED else Unit.COUNT,
        columns=_COLUMNS,
        rows=tuple(_row(r) for r in (*asked, *rest)),
        basis=_basis(asked),
        coverage=_coverage(asked),
        sources=desk.sources(*{r["source_id"] for r in (*asked, *rest)}),
        notes=(*q.remarks, *contradicted(asked), *_finally(asked, rest)),
    )


def _said(q: Question, desk: Desk) -> list[Row]:
    """Everything said of the places, parties and measure, most authoritative first."""
    kinds = _kinds(q)
    places = tuple(p.id for p in q.places)
    parties = tuple(p.id for p in q.parties)
    where = f"subject IN ({', '.join('?' * len(places))}) AND measure IN ({', '.join('?' * len(kinds))})"
    if parties:
        where += f" AND party_id IN ({', '.join('?' * len(parties))})"
    years = q.time.years if q.time.when is When.IN else ()
    if years:
        where += f" AND year IN ({', '.join('?' * len(years))})"
    return list(
        desk.main(
            "SELECT year, subject_name, party_id, party, measure, figure, basis, declared, of_total, final, authority, said_by, said_on, note, source_id\n"
            f"FROM said\nWHERE {where}\n"
            "ORDER BY year DESC, party_id NULLS LAST, measure, authority, declared DESC, reported_id",
            *places, *kinds, *parties, *years,
        )
    )  # fmt: skip


def _kinds(q: Question) -> tuple[str, ...]:
    kinds = MEASURES.get(q.measure, MEASURES[Measure.NET_CHANGE])
    if q.trend not in (Trend.UP, Trend.DOWN):
        return tuple(k for k in kinds if k not in ("councils lost", "councils gained"))
    other_way = "councils lost" if q.trend is Trend.UP else "councils gained"
    return tuple(k for k in kinds if k != other_way)


def _at_point(rows: Sequence[Row], d: Declared) -> list[Row]:
    """The figures of that point of the count; of an early one, the earliest of the last year that has any."""
    if d.councils is not None:
        return [r for r in rows if r["declared"] == d.councils and (d.total is None or r["of_total"] == d.total)]
    if not d.early:
        return [r for r in rows if r["final"] and r["declared"] is not None]
    counting = [r for r in rows if not r["final"] or "as councils" in str(r["note"])]
    counting = [r for r in counting if r["year"] == max(number(x["year"]) for x in counting)]
    first = min((_how_far(r) for r in counting), default=0)
    return [r for r in counting if _how_far(r) == first]


def _how_far(r: Row) -> int:
    return number(r["declared"]) if r["declared"] is not None else 0


def _not_held(q: Question, text: str, rows: Sequence[Row]) -> Answer:
    points = sorted(
        {(number(r["year"]), number(r["declared"]), number(r["of_total"])) for r in rows if r["declared"] is not None}
    )
    held = words.listing(f"{n} of {total} ({year})" for year, n, total in points)
    what = f"for {words.where(q)} " if q.places else ""
    refusal = f"Nothing is held {what}as reported at that point of the count."
    notes = (
        (f"Held with so many declared: {held}.",) if held else ("Nothing is held there as reported during a count.",)
    )
    who = q.parties[0].name if q.parties else "Labour"
    near = tuple(
        f"{who} net seats {words.where(q)} {year} with {n} of {total} declared" for year, n, total in points[:2]
    )
    return Answer(
        text,
        Outcome.NO_DATA,
        refusal,
        _reading(q, (), None),
        notes=(*q.remarks, *notes),
        suggestions=near or (f"{who} net seats {words.where(q)}",),
    )


def _value(asked: Sequence[Row]) -> Cell:
    """The figure, where one party's is asked for and only one was given; both, in words, where an article gives two."""
    if len({r["party_id"] for r in asked}) != 1:
        return None
    asked = [r for r in asked if r["measure"] == asked[0]["measure"]]
    figures = list(dict.fromkeys(r["figure"] for r in asked if r["figure"] is not None))
    if len(figures) == 1:
        return number(figures[0])
    return " or ".join(told(r) for r in asked if r["figure"] is not None) or None


def _finally(asked: Sequence[Row], rest: Sequence[Row]) -> list[str]:
    """What else was said of the same party and measure, final figures first."""
    wanted = {(r["party_id"], r["measure"]) for r in asked}
    if len(wanted) > 2:
        return _finals(rest)
    same = [
        r for r in rest if (r["party_id"], r["measure"]) in wanted and not (r["final"] and r["declared"] is not None)
    ]
    return [f"Also reported: {told(r)}{how(r)}." for r in same]


def _finals(rest: Sequence[Row]) -> list[str]:
    final = [r for r in rest if r["final"] and number(r["authority"]) == 1 and r["basis"] in (None, "last fought")]
    if not final:
        return []
    return [_all_declared(final)]


def _all_declared(final: Sequence[Row]) -> str:
    listed = ", ".join(f"{r['party']} {told(r)}" for r in final)
    return f"With all declared: {listed} ({final[0]['said_by']})."


def _basis(asked: Sequence[Row]) -> str:
    stated = sorted({str(r["basis"]) for r in asked if r["basis"] is not None})
    known = [b for b in stated if b != "not stated"]
    return (
        f"as reported; {words.listing(known)}"
        if known
        else "as reported during the count; on which basis is not stated"
    )


def _coverage(asked: Sequence[Row]) -> str:
    r = asked[0]
    if r["declared"] is None:
        return "part of the count: how many councils had declared is not said"
    return f"{r['declared']} of {r['of_total']} councils declared"


def _reading(q: Question, asked: Sequence[Row], year: int | None) -> str:
    at = point(asked[0]) if asked else ""
    who = words.listing(p.name for p in q.parties)
    by = "by party" if q.rows is Rows.PARTY else ""
    return " · ".join(x for x in (q.measure.value, by, who, words.where(q), str(year or ""), at) if x)


def _row(r: Row) -> dict[str, Cell]:
    declared = "not said" if r["declared"] is None else f"{r['declared']} of {r['of_total']}"
    figure = None if r["figure"] is None else number(r["figure"])
    return {
        "party": r["party"], "what": r["measure"], "figure": figure, "declared": declared,
        "basis": r["basis"] or "", "said_by": r["said_by"],
    }  # fmt: skip


def councils_won(q: Question, text: str, desk: Desk) -> Answer | None:
    """ "How many councils did Labour win in England in 2016": as reported of the councils that voted; else None."""
    national = [p.id for p in q.places] in ([], ["nation:england"])
    fits = Deed.WIN in q.deeds and national and q.ask is Ask.COUNT and q.rows is Rows.COUNCIL and len(q.time.years) == 1
    parties = q.parties or tuple(f.party for f in q.filters if isinstance(f, Controlled) and f.party is not None)
    if not fits or len(parties) != 1:
        return None
    england = Place("nation:england", "England", "nation")
    asked = replace(
        q,
        places=(england,),
        parties=parties,
        filters=(),
        measure=Measure.COUNCILS_WON,
        declared=Declared(),
        rows=None,
    )
    found = answer(asked, text, desk)
    return found if found.outcome is Outcome.ANSWERED else None
