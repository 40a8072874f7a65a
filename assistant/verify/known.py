"""The reviewed disagreements: which are known, with both figures, why, and who says so."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import DataError, place
from assistant.verify.checks import FOLDER, Pair

KNOWN = "known.csv"
REASONS = "reasons.csv"
_COLUMNS = ["check", "key", "first", "second", "reason"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why figures differ that were looked at, and who says so."""

    name: str
    meaning: str
    said_by: str


@dataclass(frozen=True, slots=True)
class Known:
    """A disagreement that was looked at: its figures as they were, and the reason."""

    check: str
    key: str
    first: str
    second: str
    reason: Reason

    def fits(self, pair: Pair) -> bool:
        """Whether the figures are still those that were looked at."""
        return (self.first, self.second) == (pair.first, pair.second)


def read_known(data: Path) -> Mapping[tuple[str, str], Known]:
    """The known disagreements of a data folder by check and key; none where it has no such file.

    Raises DataError for a row that is there twice or has no reason of the reviewed ones.
    """
    path = data / FOLDER / KNOWN
    if not path.is_file():
        return {}
    reasons = _reasons(data / FOLDER / REASONS)
    known: dict[tuple[str, str], Known] = {}
    for line, row in _rows(path, _COLUMNS):
        at = row["check"], row["key"]
        if at in known:
            raise DataError(place(path, line, "key"), f"{' '.join(at)} is there twice")
        if row["reason"] not in reasons:
            remedy = f"Expected: one of {', '.join(sorted(reasons))}."
            raise DataError(place(path, line, "reason"), f"{row['reason'] or 'nothing'} is no reason", remedy=remedy)
        known[at] = Known(*at, row["first"], row["second"], reasons[row["reason"]])
    return known


def _reasons(path: Path) -> dict[str, Reason]:
    if not path.is_file():
        raise DataError(str(path), "the reasons of the known disagreements are missing")
    rows = _rows(path, ["reason", "meaning", "said_by"])
    return {row["reason"]: Reason(row["reason"], row["meaning"], row["said_by"]) for _, row in rows}


def _rows(path: Path, columns: list[str]) -> list[tuple[int, dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if reader.fieldnames != columns:
            remedy = f"Expected: {','.join(columns)}"
            raise DataError(place(path, 1), "wrong columns", excerpt=",".join(reader.fieldnames or []), remedy=remedy)
        return [(reader.line_num, row) for row in reader]
