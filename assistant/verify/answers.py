"""Answers against the tables: a question of every council and year, its printed figure, and the same counted anew.

A check of answers is a query of the folder `checks/answers`: a key, the question, and what must come out, as names or
as the least and the most a number may be. It counts from the tables themselves, never by the views that answers use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb

from assistant.errors import DataError
from assistant.verify.checks import FOLDER, Check, Pair, figure, read_checks
from assistant.verify.verdict import Difference, Outcome, Verdict

ANSWERS = f"{FOLDER}/answers"
ANSWERED = "answered"
_COLUMNS = ["key", "question", "expected", "least", "most"]

Ask = Callable[[str], Mapping[str, Any]]
"""A question on its own → the answer as the JSON contract has it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One question and what must come out: names, or a number between two."""

    key: str
    question: str
    expected: tuple[str, ...]
    least: float | None
    most: float | None

    def holds(self, answer: Mapping[str, Any]) -> bool:
        """Whether the answer's headline is what was counted; of several names, each must be in its rows."""
        value = answer["value"]
        if self.least is not None and self.most is not None:
            number = isinstance(value, int | float) and not isinstance(value, bool)
            return number and self.least <= value <= self.most
        if len(self.expected) == 1 and isinstance(value, str):
            return bool(value == self.expected[0])
        told = {cell for row in answer["rows"] for cell in row.values()}
        return all(name in told or name in answer["answer"] for name in self.expected)

    @property
    def counted(self) -> str:
        """What was counted, as it is printed beside the answer's figure."""
        if self.least is None or self.most is None:
            return ", ".join(self.expected)
        low, high = figure(round(self.least, 2)), figure(round(self.most, 2))
        return low if low == high else f"{low} to {high}"


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question of a check that was not answered, and the outcome instead."""

    check: str
    question: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Answers:
    """The verdict over the answered questions, and those that were not."""

    verdict: Verdict
    unanswered: tuple[Unanswered, ...]


def verify_answers(connection: duckdb.DuckDBPyConnection, data: Path, ask: Ask, sample: int | None = None) -> Answers:
    """Ask every question of the checks of the folder *data*, or a *sample* of so many a check, the same every time."""
    outcomes, unanswered = [], []
    for check in read_checks(data, ANSWERS):
        outcome, silent = _judged(check, _sampled(list(_claims(connection, check)), sample), ask)
        outcomes.append(outcome)
        unanswered.extend(silent)
    return Answers(Verdict(tuple(outcomes)), tuple(unanswered))


def _claims(connection: duckdb.DuckDBPyConnection, check: Check) -> Iterator[Claim]:
    try:
        found = connection.execute(f"SELECT * FROM ({check.sql}) ORDER BY key")
    except duckdb.Error as error:
        raise DataError(check.name, str(error).splitlines()[0], remedy=f"Mend the check in {ANSWERS}/.") from error
    named = [column[0] for column in found.description or []]
    if named != _COLUMNS:
        raise DataError(check.name, f"the columns are {', '.join(named)}", remedy=f"Expected: {', '.join(_COLUMNS)}.")
    for key, question, expected, least, most in found.fetchall():
        yield Claim(key, question, tuple(expected or ()), least, most)


def _sampled(claims: Sequence[Claim], size: int | None) -> Sequence[Claim]:
    """Some of the claims, spread over all of them by a digest of their keys."""
    if size is None:
        return claims
    return sorted(claims, key=lambda claim: sha256(claim.key.encode()).digest())[:size]


def _judged(check: Check, claims: Sequence[Claim], ask: Ask) -> tuple[Outcome, list[Unanswered]]:
    differing, silent = [], []
    for claim in claims:
        answer = ask(claim.question)
        if answer["outcome"] != ANSWERED:
            silent.append(Unanswered(check.name, claim.question, answer["outcome"]))
        elif not claim.holds(answer):
            differing.append(_difference(check, claim, answer))
    return Outcome(check, len(claims) - len(silent), tuple(differing)), silent


def _difference(check: Check, claim: Claim, answer: Mapping[str, Any]) -> Difference:
    said = figure(answer["value"]) or answer["answer"]
    sources = "+".join(source["id"] for source in answer["sources"]) or "no source"
    pair = Pair(check.name, claim.key, said, f"the answer to “{claim.question}”", claim.counted, sources, False)
    return Difference(check.name, claim.key, pair, None)
