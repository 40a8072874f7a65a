"""Ward turnout of May 2012, 2014 and 2015: electorate, ballots returned and share, three times a row."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

from assistant.importer.ballots import Poll, Reading, Turnout
from assistant.importer.spelling import mend
from assistant.importer.text import plain

_DAYS = (date(2012, 5, 3), date(2014, 5, 22), date(2015, 5, 7))
_MARKS = re.compile(r"\s*(?:\*|-\s*(Uncont|Deferred))\s*$")
_NOT_POLLED = "no ballots in the turnout file: uncontested, or the poll was put off"


def read(folder: Path) -> list[Reading]:
    """The one file under `folder`/turnout, as one reading."""
    reading = Reading("turnout-2012-2015")
    alike: dict[tuple[object, ...], list[Poll]] = {}
    with (folder / "turnout" / "turnout-2012-2015.csv").open(encoding="utf-8-sig", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            reading.rows_in += 1
            if row["Ward"].isdigit():
                reading.refuse(line, f"{row['Local Authority']}: a number ({row['Ward']}) for a ward's name")
                continue
            for day in _DAYS:
                if poll := _poll(reading.source_id, line, row, day):
                    alike.setdefault(_figures(poll), []).append(poll)
    for polls in alike.values():
        _keep_one(reading, polls)
    return [reading]


def _keep_one(reading: Reading, polls: list[Poll]) -> None:
    """Of rows with the same figures: the first, where one name holds the other; none, where they differ."""
    first, *others = sorted(polls, key=lambda poll: len(poll.ward))
    kept = [first] if all(plain(first.ward) in plain(other.ward) for other in others) else []
    reading.polls.extend(kept)
    for poll in polls:
        if poll not in kept:
            told = f"{poll.council}, {poll.ward}, {poll.day.year}: "
            shared = " and ".join(other.ward for other in polls if other is not poll)
            reading.refuse(poll.line, f"{told}the figures are also given for {shared}")


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


def _figures(poll: Poll) -> tuple[object, ...]:
    """What a ward listed under two names repeats: no two wards of a council share both counts."""
    counts = poll.turnout and poll.turnout.ballots and (poll.turnout.electorate, poll.turnout.ballots)
    return poll.council, poll.day, counts or poll.ward


def _count(cell: str) -> int | None:
    return int(cell) or None if cell.strip().isdigit() else None
