"""Andrew Teale's Local Elections Archive Project: a row a candidate, no turnout, no places to fill."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from assistant.importer.ballots import Poll, Reading, Stand
from assistant.importer.people import given_first
from assistant.importer.spelling import mend

_DAYS = (
    date(2014, 5, 22),
    date(2016, 5, 5),
    date(2017, 5, 4),
    date(2018, 5, 3),
    date(2019, 5, 2),
)
_HEADED = ("Ward", "Council", "Candidate", "Party", "Votes", "Elected")
_BARE = ("Council", "GSS", "Ward", "WardGSS", "Candidate", "Party", "Votes", "Elected")
_NULL = "NULL"

Row = dict[str, str]


def read(folder: Path) -> list[Reading]:
    """Every year's file under `folder`/leap."""
    return [_read_day(folder / "leap" / f"leap-{day.isoformat()}.csv", day) for day in _DAYS]


def _read_day(path: Path, day: date) -> Reading:
    reading = Reading(f"leap-{day.year}")
    wards: dict[tuple[str, str, str], list[tuple[int, Row]]] = {}
    for line, row in _rows(path, headed=day.year == 2014):
        reading.rows_in += 1
        reason = _refusal(row)
        if reason:
            reading.refuse(line, reason)
        else:
            key = (row["Council"], row["Ward"], row.get("WardGSS", _NULL))
            wards.setdefault(key, []).append((line, row))
    reading.polls = [_poll(reading.source_id, day, rows) for rows in wards.values()]
    return reading


def _rows(path: Path, headed: bool) -> Iterator[tuple[int, Row]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line, cells in enumerate(csv.reader(file), 1):
            if not headed:
                yield line, dict(zip(_BARE, cells, strict=True))
            elif line > 1:
                yield line, dict(zip(_HEADED, cells, strict=True))


def _refusal(row: Row) -> str | None:
    if row["Ward"] == "Elected Mayor":
        return "a mayor's contest, named without figures: not a ward"
    if row["Ward"] == _NULL and row["Council"] == "Stratford-on-Avon":
        return "no ward named, 36 winners: almost certainly this council's results of May 2015"
    if row["Ward"] == _NULL or row["Candidate"] == _NULL:
        return "no ward and no candidate given"
    return None


def _poll(source_id: str, day: date, rows: list[tuple[int, Row]]) -> Poll:
    line, first = rows[0]
    stands = tuple(_stand(row) for _, row in rows)
    uncontested = all(stand.elected and not stand.votes for stand in stands)
    return Poll(
        source_id,
        line,
        first["Council"],
        mend(first["Ward"]),
        day,
        gss=first.get("GSS"),
        ward_gss=None if first.get("WardGSS", _NULL) == _NULL else first["WardGSS"],
        seats=sum(stand.elected for stand in stands),
        stands=stands,
        uncontested=uncontested,
    )


def _stand(row: Row) -> Stand:
    name, surname = given_first(row["Candidate"])
    votes = int(row["Votes"]) if row["Votes"].isdigit() else None
    return Stand(name, surname, row["Party"], votes, row["Elected"] == "1")
