"""Ward turnout of May 2012, 2014 and 2015: electorate, ballots returned and their share, three times a row."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

from assistant.importer.ballots import Poll, Reading, Turnout
from assistant.importer.spelling import mend

_DAYS = (date(2012, 5, 3), date(2014, 5, 22), date(2015, 5, 7))
_MARKS = re.compile(r"\s*(?:\*|-\s*(Uncont|Deferred))\s*$")
_NOT_POLLED = "no ballots in the turnout file: uncontested, or the poll was put off"


def read(folder: Path) -> list[Reading]:
    """The one file under `folder`/turnout, as one reading."""
    reading = Reading("turnout-2012-2015")
    seen: set[tuple[str, str, date]] = set()
    with (folder / "turnout" / "turnout-2012-2015.csv").open(encoding="utf-8-sig", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            reading.rows_in += 1
            for day in _DAYS:
                poll = _poll(reading.source_id, line, row, day)
                if poll is None:
                    continue
                key = (poll.council, poll.ward, day)
                if key in seen:
                    reading.refuse(line, f"{poll.council}, {poll.ward}, {day.year}: listed twice")
                else:
                    seen.add(key)
                    reading.polls.append(poll)
    return [reading]


def _poll(source_id: str, line: int, row: dict[str, str], day: date) -> Poll | None:
    """One of a row's three elections; None where its cells are blank."""
    if not row[f"Turnout (%) {day.year}"].strip():
        return None
    ward = mend(row["Ward"])
    mark = _MARKS.search(ward)
    electorate = _count(row[f"Electorate {day.year}"])
    ballots = _count(row[f"Ballots returned {day.year}"])
    share = float(row[f"Turnout (%) {day.year}"]) or None
    return Poll(
        source_id,
        line,
        row["Local Authority"],
        _MARKS.sub("", ward),
        day,
        turnout=Turnout(source_id, electorate, ballots, share, "ballots returned"),
        uncontested=share is None and not (mark and mark.group(1) == "Deferred"),
        note=None if share else _NOT_POLLED,
    )


def _count(cell: str) -> int | None:
    return int(cell) or None if cell.strip().isdigit() else None
