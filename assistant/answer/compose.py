"""Which part of the answer stage composes which question."""

from __future__ import annotations

from assistant.answer import change, control, figure, members, people, rows, summary, swing, whether, winner
from assistant.answer.asking import Desk
from assistant.answer.model import Answer
from assistant.question.model import Ask, Combine, Measure, Question, Rows

_CONTROL = frozenset({Measure.CONTROL})
_WON = frozenset({Measure.WINNER, Measure.RUNNER_UP})


def compose(q: Question, text: str, desk: Desk, this_year: int) -> Answer:
    """The answer to a question, by what it asks for."""
    if q.ask is Ask.SUMMARY:
        return summary.answer(q, text, desk, this_year)
    if q.measure is Measure.CONTROL_CHANGE:
        return change.answer(q, text, desk)
    if q.measure is Measure.SWING:
        return swing.answer(q, text, desk)
    if q.measure is Measure.COUNCILLORS:
        return members.answer(q, text, desk)
    if q.people:
        return people.answer(q, text, desk)
    if q.measure in (Measure.SEATS_SHORT, Measure.COUNCIL_MAJORITY) and q.rows is None and q.breakdown is None:
        return control.answer(q, text, desk, this_year)
    if q.ask is Ask.WHETHER and q.measure is not Measure.WINNER:
        return whether.answer(q, text, desk, this_year)
    if q.measure in _CONTROL and q.rows in (None, Rows.COUNCIL, Rows.YEAR) or q.ask is Ask.HOW_LONG:
        return control.answer(q, text, desk, this_year)
    if q.measure in _WON and q.rows in (None, Rows.PARTY, Rows.CANDIDATE):
        return winner.answer(q, text, desk, this_year)
    if q.versus is not None and q.ask is not Ask.COUNT:
        return whether.answer(q, text, desk, this_year)
    if q.rows is not None and q.combine is not Combine.AVERAGE:
        return rows.answer(q, text, desk, this_year)
    return figure.answer(q, text, desk, this_year)
