"""Who came third, fourth or last in the contest for an office; whether somebody came in a place."""

from __future__ import annotations

from assistant.answer import words
from assistant.answer.asking import Row
from assistant.answer.model import Cell, Unit
from assistant.answer.office_words import candidate, number, poll
from assistant.question.model import Ask, Question
from assistant.records import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a contest: sentence, headline and its unit; `held` False when the figure is not."""

    sentence: str
    value: Cell
    unit: Unit = Unit.TEXT
    held: bool = True


def told(q: Question, r: Row, ballots: list[Row]) -> Told:
    """The candidate in the place asked about, or whether the one named came there; only where all are held."""
    last = q.ranking is not None and not q.ranking.descending
    nth = 2 if q.ranking is None else len(ballots) if last else q.ranking.nth or 2
    spoken = "last" if last else words.ordinal(nth)
    added = any(b["added_up"] for b in ballots[: min(nth, len(ballots))])  # independents added up are no candidate
    if (not r["complete"] and nth > 2) or added or len(ballots) < nth or ballots[nth - 1]["votes"] is None:
        return Told(f"Who came {spoken} in {poll(r)} is not held.", None, held=False)
    found = ballots[nth - 1]
    name = None if found["candidate"] == "not named" else str(found["candidate"])
    who = candidate(name, str(found["party"]), number(found["votes"]))
    of = f" of {len(ballots)}" if last else ""
    sentence = words.start(f"{who} came {spoken}{of} in {poll(r)}.")
    if q.ask is not Ask.WHETHER:
        return Told(sentence, name or str(found["party"]))
    meant = {p.name for p in q.people} | {p.name for p in q.parties}
    held = bool(meant & {name, str(found["party"])})
    return Told(f"{'Yes' if held else 'No'}. {sentence}", held, Unit.TRUTH)
