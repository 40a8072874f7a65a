"""Who gained or lost one council: the party as the headline, what was reported, and where the yearly snapshots differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import said, words
from assistant.answer.asking import Desk, Row
from assistant.answer.model import Answer, Source, Unit
from assistant.answer.office_words import number
from assistant.question.model import Ask, Question, Rows

_NOC = "No overall control"


def with_reports(q: Question, desk: Desk, found: Sequence[Row], deed: str, answer: Answer) -> Answer:
    """The answer about one council in one year, led by who lost or gained it, with reports and snapshots beside it."""
    if len(q.places) != 1 or not q.places[0].is_council or len(q.time.years) != 1:
        return answer
    council, year = q.places[0], q.time.years[0]
    reports = said.of_control(council.id, year, desk)
    notes = [*said.control_notes(reports), *(_snapshots(council.id, found[0], desk) if found else [])]
    answer = replace(answer, notes=(*answer.notes, *notes), sources=_both(answer, desk, reports))
    if q.ask not in (Ask.FIGURE, Ask.ROWS) or (q.rows is Rows.YEAR and not q.who):
        return answer
    if found and q.who:
        return replace(answer, value=_party(found[0], deed), unit=Unit.TEXT, sentence=_sentence(council.name, found[0]))
    moved = [
        r for r in reports if r["measure"] in ("control lost", "control gained") and r["measure"] == f"control {deed}"
    ]
    if not found and moved and q.who:
        told = f"{words.start(words.they(str(moved[0]['party'])))} {deed} control of {council.name} in May {year}, as reported; the yearly snapshots show no change."
        return replace(answer, value=moved[0]["party"], unit=Unit.TEXT, sentence=told)
    return answer


def _party(r: Row, deed: str) -> str:
    return str(r["from"]) if deed == "lost" else str(r["to"])


def _sentence(council: str, r: Row) -> str:
    """ "Labour lost its majority on Oldham in May 2024, as reported: no overall control since"."""
    how = "as reported" if r["said"] == "reported" else "by the yearly compositions"
    before, after, year = str(r["from"]), str(r["to"]), r["year"]
    if after == _NOC:
        its = words.verb(before, "its", "their")
        return f"{words.start(words.they(before))} lost {its} majority on {council} in May {year}, {how}: no party had overall control after the poll."
    whence = "" if before in ("not stated", _NOC) else f" from {words.they(before)}"
    tail = "; no party had a majority before" if before == _NOC else ""
    return f"{words.start(words.they(after))} gained control of {council}{whence} in May {year}, {how}{tail}."


def _snapshots(council_id: str, r: Row, desk: Desk) -> list[str]:
    """Where the yearly snapshots tell the change otherwise than the report."""
    rows = desk.ask(
        "SELECT year, coalesce(control, 'No overall control') AS control FROM chamber WHERE council_id = ? AND year IN (?, ?) ORDER BY year",
        council_id, number(r["year"]) - 1, number(r["year"]),
    )  # fmt: skip
    known = {number(x["year"]): str(x["control"]) for x in rows}
    before, after = known.get(number(r["year"]) - 1), known.get(number(r["year"]))
    found = []
    if before is not None and str(r["from"]) not in (before, "not stated"):
        year = number(r["year"]) - 1
        found.append(
            f"The yearly snapshot shows {_state(before)} already in {year}: it is taken some time after May, and counts changes between polls."
        )
    if before is not None and str(r["from"]) == "not stated":
        found.append(
            f"The report names no party that held it before; the yearly snapshot of {number(r['year']) - 1} shows {_state(before)}."
        )
    if after is not None and str(r["to"]) != after:
        found.append(f"The yearly snapshot of {r['year']} shows {_state(after)}.")
    return found


def _state(control: str) -> str:
    return "no overall control" if control == _NOC else f"{words.they(control)} in control"


def _both(answer: Answer, desk: Desk, reports: Sequence[Row]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys((*answer.sources, *desk.sources(*{r["source_id"] for r in reports}))))
