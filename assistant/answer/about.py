"""Answers about the assistant: what can be asked, what terms mean, what is held, and from whom."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from assistant import resources
from assistant.answer import net, words
from assistant.answer.asking import Desk
from assistant.answer.basis import basis
from assistant.answer.chamber import chambers, disagreements
from assistant.answer.model import Answer, Column, Outcome, Unit
from assistant.query import scope
from assistant.question.model import Ask, Measure, Place, Question

EXAMPLES = (
    "who controls Dudley",
    "Labour net seats West Midlands",
    "closest wards in Walsall 2016",
    "turnout in Birmingham by year",
    "councils where Labour has more than 30 seats",
    "did Labour lose Dudley in 2016",
    "who won Pleck in 2018",
    "how many seats is Labour short in Coventry",
)


def answer(q: Question, text: str, desk: Desk) -> Answer:
    """The answer to a question about the assistant itself."""
    if q.ask is Ask.MEANING:
        return _meaning(q, text)
    if q.ask is Ask.HOLDINGS:
        return _holdings(q, text, desk)
    if q.ask is Ask.ORIGIN:
        return _origin(text, desk)
    if q.ask is Ask.BASIS:
        return _basis(q, text, desk)
    return _said(text, "Ask about UK local elections: who controls a council, seats, votes, turnout, wards, candidates, changes, and "
                       "how they compare over places and years.", EXAMPLES)  # fmt: skip


def _basis(q: Question, text: str, desk: Desk) -> Answer:
    """Why figures differ; with a party, its figures on each basis too, for England where no place is named."""
    if q.measure is not Measure.NET_CHANGE:
        return _of_measure(q, text, desk)
    if not q.parties:
        return _said(text, net.WHY)
    england = Place("nation:england", "England", "nation")
    figures = net.answer(replace(q, measure=Measure.NET_CHANGE, places=q.places or (england,)), text, desk)
    return replace(figures, sentence=f"{figures.sentence} {net.WHY}", value=None, unit=None)


_SNAPSHOT = (
    "Seats held are those of a yearly composition, a snapshot taken some time after May: later defections, "
    "by-elections and vacancies show in it, and not in what was published on the night."
)


def _of_measure(q: Question, text: str, desk: Desk) -> Answer:
    """The basis of another figure than a change, and what other sources held say of the same council and year."""
    told = basis(q) if q.term else None
    seats = q.measure in (Measure.SEATS, Measure.SEAT_SHARE, Measure.CONTROL, Measure.SIZE)
    sentence = " ".join([*([f"The basis: {told}."] if told else []), *([_SNAPSHOT] if seats else [])])
    known = chambers(q, desk) if seats and q.places and q.time.years else []
    others = tuple(note for c in known for note in disagreements(c, desk))
    return replace(
        _said(text, sentence or net.WHY), notes=others, sources=desk.sources(*(c["source_id"] for c in known))
    )


@cache
def _glossary() -> dict[str, str]:
    import tomllib  # slow to import

    return tomllib.loads((resources.grammar_folder() / "glossary.toml").read_text(encoding="utf-8"))


def _said(text: str, sentence: str, suggestions: tuple[str, ...] = ()) -> Answer:
    return Answer(text, Outcome.ANSWERED, sentence, reading="about the assistant", suggestions=suggestions)


def _meaning(q: Question, text: str) -> Answer:
    told = _glossary().get(q.term or "")
    if told is None:
        return Answer(
            text,
            Outcome.NOT_UNDERSTOOD,
            "That term is not in the glossary.",
            suggestions=("what does no overall control mean",),
        )
    return _said(text, told)


_HELD = (
    ("composition and control", "chamber"),
    ("council totals by party", "poll_party"),
    ("ward results", "ward_poll"),
    ("candidates", "ballot"),
    ("turnout", "poll"),
    ("councillors by name", "member"),
)


def _holdings(q: Question, text: str, desk: Desk) -> Answer:
    """The years held of each kind of figure, for the place named or over all."""
    where = scope.places(q)
    rows = []
    for title, table in _HELD:
        known = (
            " AND turnout IS NOT NULL" if table == "poll" else " AND votes IS NOT NULL" if table == "ward_poll" else ""
        )
        found = desk.ask(f"SELECT DISTINCT year FROM {table} WHERE {where.text}{known} ORDER BY year", *where.values)
        years = [int(str(r["year"])) for r in found]
        rows.append({"what": title, "years": words.years(years) if years else "none"})
    place = f" for {words.where(q)}" if words.where(q) else ""
    told = "; ".join(f"{r['what']} {r['years']}" for r in rows)
    return Answer(
        text,
        Outcome.ANSWERED,
        f"Held{place}: {told}.",
        reading=f"what is held{place}",
        columns=(Column("what", "What", Unit.TEXT), Column("years", "Years", Unit.TEXT)),
        rows=tuple(rows),
        notes=q.remarks,
    )


def _origin(text: str, desk: Desk) -> Answer:
    """The sources, as the tables name them."""
    sources = tuple(desk.source_list[i] for i in sorted(desk.source_list))
    newest = desk.ask("SELECT strftime(max(date), '%-d %B %Y') AS day FROM election WHERE scheduled")[0]["day"]
    rows = tuple({"source": s.title, "publisher": s.publisher, "licence": s.licence} for s in sources)
    return Answer(
        text,
        Outcome.ANSWERED,
        f"Every figure comes from one of {len(sources)} published sources, named under each answer; data/README.md says what "
        f"each holds. The newest election held is that of {newest}.",
        reading="where figures come from",
        columns=(
            Column("source", "Source", Unit.TEXT),
            Column("publisher", "Publisher", Unit.TEXT),
            Column("licence", "Licence", Unit.TEXT),
        ),
        rows=rows,
        sources=sources,
    )
