"""Which party gained or lost most councils."""

from __future__ import annotations

from assistant.answer import words
from assistant.answer.asking import Desk
from assistant.answer.held import no_data
from assistant.answer.model import Answer, Column, Outcome, Unit
from assistant.answer.reading import reading
from assistant.query.sql import Part
from assistant.question.model import Question

_BASIS = "changes of control at a poll, as reported where a page says so, else from the yearly compositions"


def answer(q: Question, text: str, desk: Desk, where: Part, lost: bool) -> Answer:
    """Parties by the councils that they gained, or lost."""
    assert q.ranking is not None
    side = "from" if lost else "to"
    rows = list(desk.main(
        f"SELECT {side}_control AS party, count(DISTINCT council_id) AS councils, min(year) AS _first, max(year) AS _last,\n"
        "       string_agg(DISTINCT source_id, ' ') AS _sources\n"
        f"FROM control_shift\nWHERE {where.text} AND {side}_party IS NOT NULL\n"
        f"GROUP BY 1\nORDER BY councils {'DESC' if q.ranking.descending else 'ASC'}, party",
        *where.values,
    ))  # fmt: skip
    if not rows:
        return no_data(q, text, desk)
    first = [r for r in rows if r["councils"] == rows[0]["councils"]]
    names = [str(r["party"]) for r in first]
    years = words.years([int(str(r[k])) for r in rows for k in ("_first", "_last")])
    deed = "lost" if lost else "gained"
    which = "most" if q.ranking.descending else "fewest"
    told = words.listing(f"{r['party']} {r['councils']}" for r in rows)
    place = f" in {words.where(q)}" if words.where(q) else ""
    who = words.listing(words.they(n) for n in names)
    sentence = f"{words.start(who)} {deed} control of {which} councils{place} ({years}): {told}."
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=sentence,
        reading=reading(q, int(str(rows[0]["_first"])), int(str(rows[0]["_last"]))),
        value=words.listing(names),
        unit=Unit.TEXT,
        columns=(Column("party", "Party", Unit.TEXT), Column("councils", f"Councils {deed}", Unit.COUNT)),
        rows=tuple({"party": r["party"], "councils": r["councils"]} for r in rows),
        basis=_BASIS,
        sources=desk.sources(*{r["_sources"] for r in rows}),
        notes=q.remarks,
    )
