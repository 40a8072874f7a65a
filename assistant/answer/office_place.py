"""Who came third, fourth or last in the contest for an office; whether somebody came in a place."""

from __future__ import annotations

from assistant.answer import words
from assistant.answer.asking import Row
from assistant.answer.model import Cell, Unit
from assistant.answer.office_words import candidate, number, poll, won
from assistant.question.model import Ask, Measure, Question, Rows
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
        return Told(sentence, name if name and q.rows is not Rows.PARTY else str(found["party"]))
    meant = {p.name for p in q.people} | {p.name for p in q.parties}
    held = bool(meant & {name, str(found["party"])})
    return Told(f"{'Yes' if held else 'No'}. {sentence}", held, Unit.TRUTH)


def beat(q: Question, r: Row, ballots: list[Row]) -> Told | None:
    """Whether the first party named took more votes than the second; None where either is not told apart."""
    pair = [next((b for b in ballots if b["party_id"] == p.id and not b["added_up"]), None) for p in q.parties]
    first, second = pair
    if first is None or second is None or first["votes"] is None or second["votes"] is None:
        return None
    held = ballots.index(first) < ballots.index(second)
    told = words.listing(f"{b['party']} {words.count(b['votes'], 'vote')}" for b in (first, second))
    return Told(f"{'Yes' if held else 'No'}. {words.start(poll(r))}: {told}. {won(r)}", held, Unit.TRUTH)


def of_party(q: Question, contests: list[Row], ballots: list[Row]) -> Told:
    """A party's votes or share at one contest after another for the same office."""
    share = q.measure is Measure.VOTE_SHARE
    key, unit = ("share", Unit.SHARE) if share else ("first_votes", Unit.COUNT)
    by_contest = {b["contest_id"]: b for b in ballots if b["party_id"] == q.parties[0].id}
    figures = [(c["year"], by_contest[c["contest_id"]][key]) for c in contests if c["contest_id"] in by_contest]
    name, office = q.parties[0].name, contests[0]["office"]
    if len(figures) != len(contests) or any(value is None for _, value in figures):
        return Told(f"{name} {q.measure.value} for {office} is not held for all of these contests.", None, held=False)
    told = words.listing(f"{words.figure(value, unit)} in {year}" for year, value in figures)
    return Told(words.start(f"{name} {q.measure.value} in the contests for {office}: {told}."), None, unit)
