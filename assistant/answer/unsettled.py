"""Wards of May 2023 whose winner the source leaves open: it adds up the votes of all independents."""

from __future__ import annotations

from assistant.answer import words
from assistant.answer.asking import Desk
from assistant.query import scope
from assistant.query.catalogue import WARD_POLL
from assistant.query.sql import Part, every
from assistant.question.model import Measure, Question, Won

_YEAR = 2023
_OPEN = Part("contest_id IN (SELECT contest_id FROM added_up WHERE NOT settled)")
_NO_SECOND = Part("votes_held = 'parties' AND seats = 1 AND runner_up_party IS NULL")
_WHY = "the source adds up the votes of all independents there"


def notes(q: Question, first: int, last: int, desk: Desk) -> tuple[str, ...]:
    """Which wards in the scope an answer on winners leaves out, and why; nothing where there are none."""
    asked = q.measure in (Measure.WINNER, Measure.RUNNER_UP) or any(isinstance(f, Won) for f in q.filters)
    if not asked or not first <= _YEAR <= last:
        return ()
    lacking, deed = (_NO_SECOND, "came second in") if q.measure is Measure.RUNNER_UP and q.wards else (_OPEN, "won")
    where = every([lacking, scope.space(q, WARD_POLL), Part("year = ?", (_YEAR,))])
    rows = desk.ask(f"SELECT ward, council FROM ward_poll WHERE {where.text} ORDER BY council, ward", *where.values)
    if not rows:
        return ()
    named = words.listing(f"{r['ward']} ({r['council']})" for r in rows)
    return (f"Who {deed} {named} in {_YEAR} is not known, and left out: {_WHY}.",)


def second(contest_year: int) -> str:
    """Why a winner of that year has no known runner-up."""
    return f"by how much, and over whom, is not known: {_WHY}" if contest_year == _YEAR else ""
