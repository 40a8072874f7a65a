"""The handbook's wards of May 2023: a column a party, holding the votes of its top candidate."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from assistant.importer.ballots import Poll, Reading, Turnout
from assistant.importer.spelling import mend

_DAY = date(2023, 5, 4)
_NOT_PARTIES = ("COUNTYNAME", "DISTRICTNAME", "WARDNAME", "VACS", "TYPE", "ELECT", "TURNOUT", "Grand Total")


def read(folder: Path) -> list[Reading]:
    """The ward file under `folder`/handbook."""
    reading = Reading("handbook-2023")
    path = folder / "handbook" / "handbook-2023-wards.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            reading.rows_in += 1
            reading.polls.append(_poll(reading.source_id, line, row))
    return [reading]


def _poll(source_id: str, line: int, row: dict[str, str]) -> Poll:
    parties = tuple(
        (label, int(votes))
        for label, votes in row.items()
        if label not in _NOT_PARTIES and votes.isdigit() and int(votes) > 0
    )
    turnout = Turnout(source_id, int(row["ELECT"]), None, float(row["TURNOUT"]), "as published")
    return Poll(
        source_id,
        line,
        row["DISTRICTNAME"],
        mend(row["WARDNAME"]),
        _DAY,
        seats=int(row["VACS"]),
        parties=parties,
        turnout=turnout,
    )
