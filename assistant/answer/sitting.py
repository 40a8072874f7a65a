"""Whether a named person sits on a council, by the yearly rosters: not by having won a seat once."""

from __future__ import annotations

from assistant.answer import words
from assistant.answer.asking import Desk, Rows
from assistant.answer.members import MEMBER
from assistant.answer.model import Answer, Column, Outcome, Unit
from assistant.answer.reading import reading
from assistant.query import scope
from assistant.query.sql import Part, every
from assistant.question.model import Ask, Question, When

_COLUMNS = (
    Column("year", "Year", Unit.YEAR),
    Column("council", "Council", Unit.TEXT),
    Column("ward", "Ward", Unit.TEXT),
    Column("councillor", "Councillor", Unit.TEXT),
    Column("party", "Party", Unit.TEXT),
)


def answer(q: Question, text: str, desk: Desk) -> Answer | None:
    """The rosters that have the name, against the one asked of (else the newest of that council).

    None where no roster has the name, or several councils' rosters do: then the ballot papers tell more.
    """
    names = [p.name for p in q.people]
    named = Part(f"name IN ({', '.join('?' * len(names))})", tuple(names))
    space = scope.space(q, MEMBER) if q.places or q.wards else Part("")
    where = every([p for p in (named, space) if p.text not in ("", "true")])
    rows = desk.main(
        "SELECT year, council, ward, name AS councillor, party, source_id\n"
        f"FROM member\nWHERE {where.text}\nORDER BY year, council, ward", *where.values,
    )  # fmt: skip
    if len({r["council"] for r in rows}) != 1:
        return None
    council = str(rows[0]["council"])
    rosters = [
        int(str(r["year"])) for r in desk.ask("SELECT DISTINCT year FROM member WHERE council = ? ORDER BY 1", council)
    ]
    year = q.time.years[0] if q.time.when is When.IN else rosters[-1]
    if year not in rosters:
        return _unheld(q, text, council, year, rosters)
    return _told(q, text, desk, rows, year)


def _told(q: Question, text: str, desk: Desk, rows: Rows, year: int) -> Answer:
    here = [r for r in rows if r["year"] == year]
    last = (here or rows)[-1]
    years = words.years(sorted({int(str(r["year"])) for r in rows}))
    who = f"{last['councillor']} ({last['party']})"
    ward = f"{last['ward']} ({last['council']})"
    if here:
        told = f"{who} is in the {year} roster for {ward}."
    else:
        told = (
            f"{who} is not in the {year} roster of {last['council']}; the name is in those of {years}, last for {ward}."
        )
    whether = q.ask is Ask.WHETHER
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=f"{'Yes' if here else 'No'}. {told}" if whether else told,
        reading=reading(q, year, year),
        value=bool(here) if whether else last["party"],
        unit=Unit.TRUTH if whether else Unit.TEXT,
        columns=_COLUMNS,
        rows=tuple({k: v for k, v in r.items() if k != "source_id"} for r in rows),
        basis="yearly rosters of sitting councillors, by the name as printed there",
        sources=desk.sources(*{r["source_id"] for r in rows}),
        notes=q.remarks,
    )


def _unheld(q: Question, text: str, council: str, year: int, rosters: list[int]) -> Answer:
    return Answer(
        text, Outcome.NO_DATA, f"No roster of {council} is held for {year}.", reading(q),
        notes=(*q.remarks, f"Rosters are held for {council}: {words.years(rosters)}."),
    )  # fmt: skip
