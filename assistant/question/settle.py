"""What a question leaves unsaid, settled the same way for every question of its kind."""

from __future__ import annotations

from dataclasses import replace

from assistant.question.clues import Clues
from assistant.question.model import (
    Ask,
    Combine,
    Measure,
    Question,
    Rows,
    Time,
    When,
)
from assistant.question.refusal import PlaceMissing

_OF_PARTIES = frozenset({Measure.SEATS, Measure.SEAT_SHARE, Measure.SEATS_WON, Measure.VOTE_SHARE, Measure.NET_CHANGE})
_OF_WARDS = frozenset({Measure.MAJORITY, Measure.RUNNER_UP})
_OF_COUNCILS = frozenset({Measure.CONTROL, Measure.COUNCIL_MAJORITY, Measure.CONTROL_CHANGE, Measure.SEATS_SHORT})


def settle(question: Question, clues: Clues) -> Question:
    """The question with its rows, breakdown and time filled in where the words left them open."""
    for step in (_summary, _polls, _rows, _winners, _years, _places_needed):
        question = step(question, clues)
    return question


def _summary(q: Question, clues: Clues) -> Question:
    """A bare name, or a name with "results", asks for the story."""
    said = [p for p in clues if p.rule in ("measure", "act", "superlative") and not p.has("RESULT", "HISTORY", "PERFORM", "HAVE")]
    open_words = clues.take("RESULT", "ABOUT", "HOW", "PERFORM", "HISTORY") or not said
    if q.ask is Ask.FIGURE and open_words and not said and not q.filters and q.rows is None:
        return replace(q, ask=Ask.SUMMARY, breakdown=None if not clues.has("HISTORY") else Rows.YEAR)
    return q


def _polls(q: Question, clues: Clues) -> Question:
    """Seats are those won when an election is named with a year, else those held."""
    if q.measure is not Measure.SEATS or q.ask is Ask.SUMMARY:
        return q
    at_poll = clues.has("SEATS_UP") or (clues.has("VOTES") and q.rows is Rows.PARTY)
    return replace(q, measure=Measure.SEATS_WON) if at_poll else q


def _rows(q: Question, clues: Clues) -> Question:
    """A figure that every party or ward has is broken down by them when none is named."""
    if q.rows is not None or q.breakdown is not None or q.ask is Ask.SUMMARY or q.people:
        return q
    if q.measure in _OF_PARTIES and not q.parties:
        return replace(q, rows=Rows.PARTY, ask=Ask.ROWS)
    if q.measure in _OF_WARDS and not q.wards and q.combine is not Combine.AVERAGE:
        return replace(q, rows=Rows.WARD, ask=Ask.ROWS)
    if q.measure is Measure.CANDIDATES:
        return replace(q, rows=Rows.CANDIDATE, ask=Ask.ROWS)
    if q.ranking is not None and len(q.places) > 1:
        return replace(q, rows=Rows.COUNCIL, ask=Ask.ROWS)
    area = any(not p.is_council for p in q.places)
    if area and (q.measure in _OF_COUNCILS or q.measure is Measure.NET_CHANGE):
        return replace(q, breakdown=Rows.COUNCIL)
    return q


def _winners(q: Question, clues: Clues) -> Question:
    """Who won: in a ward its candidates; on a council its parties by seats won."""
    if q.measure is not Measure.WINNER:
        return q
    if q.rows is None and not q.wards and q.ask is Ask.FIGURE:
        return replace(q, rows=Rows.PARTY)
    return q


def _years(q: Question, clues: Clues) -> Question:
    """A question that asks for years, or for history, ranges over all years held."""
    over_years = Rows.YEAR in (q.rows, q.breakdown) or q.ask is Ask.HOW_LONG
    if over_years and q.time.when is When.LATEST:
        return replace(q, time=Time(When.ALL, assumed=True, span=q.time.span))
    return q


def _places_needed(q: Question, clues: Clues) -> Question:
    """A question about no place at all is asked back."""
    if q.places or q.wards or q.people or q.rows in (Rows.COUNCIL, Rows.REGION, Rows.COUNCIL_KIND):
        return q
    if Rows.COUNCIL in (q.rows, q.breakdown):
        return q
    raise PlaceMissing("which council, ward or region?")
