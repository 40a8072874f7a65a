"""A verdict as text, JSON or CSV."""

from __future__ import annotations

import json
from collections.abc import Mapping

from assistant.answer.model import Answer, Cell, Column, Outcome, Unit
from assistant.render.as_csv import csv_line
from assistant.render.table import grid, table_lines
from assistant.render.visible import escaped, visible
from assistant.verify.verdict import Difference, Verdict

FORMATS = ("text", "json", "csv")
_SUMMARY = (
    Column("check", "Figures compared", Unit.TEXT),
    Column("compared", "Compared", Unit.COUNT),
    Column("agree", "Agree", Unit.COUNT),
    Column("known", "Known", Unit.COUNT),
    Column("new", "New", Unit.COUNT),
)
_FIELDS = ("check", "key", "first", "first_source", "second", "second_source", "state", "reason", "meaning", "said_by")


def report(verdict: Verdict, form: str, width: int, every: bool) -> str:
    """The verdict in one of FORMATS, without a final line break.

    Text lists the differences nobody has looked at, and with `every` the known ones too; JSON and CSV have them all.
    """
    if form == "json":
        return escaped(json.dumps(_object(verdict), ensure_ascii=False, allow_nan=False))
    if form == "csv":
        rows = [_row(difference) for difference in verdict.differences]
        return "\n".join([csv_line(_FIELDS), *(csv_line([row[name] for name in _FIELDS]) for row in rows)])
    summary = Answer("", Outcome.ANSWERED, "", columns=_SUMMARY, rows=tuple(_summary(verdict)))
    lines = table_lines(grid(summary, None), width)
    shown = [visible(line(difference)) for difference in (verdict.differences if every else verdict.unreviewed)]
    return "\n".join([*lines, *([""] if shown else []), *shown, "", total(verdict)])


def total(verdict: Verdict) -> str:
    """The verdict in one sentence."""
    compared = sum(outcome.compared for outcome in verdict.outcomes)
    known = sum(outcome.count("known") for outcome in verdict.outcomes)
    agree = sum(outcome.agree for outcome in verdict.outcomes)
    rest = len(verdict.unreviewed)
    told = "none is new" if not rest else f"{rest:,} to be looked at"
    return f"{compared:,} figures compared: {agree:,} agree, {known:,} are known to differ, {told}."


def line(difference: Difference) -> str:
    """A difference on one line: its state, what it is of, both figures and who says each."""
    at = f"{difference.state}: {difference.check}: {difference.key}"
    if (pair := difference.pair) is None:
        known = difference.known
        was = f"{known.first} against {known.second}" if known else ""
        return f"{at}: agrees now, or is not compared; was {was}"
    told = f"{at}: {pair.first} ({pair.first_source}) against {pair.second} ({pair.second_source})"
    if difference.state == "moved" and difference.known:
        return f"{told}; was {difference.known.first} against {difference.known.second}"
    return f"{told}; {difference.known.reason.name}" if difference.known else told


def _summary(verdict: Verdict) -> list[dict[str, Cell]]:
    return [
        {
            "check": outcome.check.title,
            "compared": outcome.compared,
            "agree": outcome.agree,
            "known": outcome.count("known"),
            "new": outcome.count("new", "moved", "gone"),
        }
        for outcome in verdict.outcomes
    ]


def _row(difference: Difference) -> Mapping[str, Cell]:
    pair, known = difference.pair, difference.known
    return {
        "check": difference.check,
        "key": difference.key,
        "first": pair.first if pair else known.first if known else None,
        "first_source": pair.first_source if pair else None,
        "second": pair.second if pair else known.second if known else None,
        "second_source": pair.second_source if pair else None,
        "state": difference.state,
        "reason": known.reason.name if known else None,
        "meaning": known.reason.meaning if known else None,
        "said_by": known.reason.said_by if known else None,
    }


def _object(verdict: Verdict) -> dict[str, object]:
    return {
        "checks": [
            {"name": outcome.check.name, "title": outcome.check.title, "about": outcome.check.about, **_counts(row)}
            for outcome, row in zip(verdict.outcomes, _summary(verdict), strict=True)
        ],
        "disagreements": [dict(_row(difference)) for difference in verdict.differences],
    }


def _counts(row: Mapping[str, Cell]) -> dict[str, Cell]:
    return {name: row[name] for name in ("compared", "agree", "known", "new")}
