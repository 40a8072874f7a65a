"""The boroughs' returns of 5 May 2022 to the Greater London Authority: full names, papers and electorate by ward.

Its flags of the elected miss nine winners, and it leaves some candidates out: both are the handbook's to tell.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from assistant.importer.ballots import Poll, Reading, Stand, Turnout
from assistant.importer.people import surname_apart
from assistant.importer.spelling import mend

SOURCE = "gla-2022"

_DAY = date(2022, 5, 5)

Row = dict[str, str]


def read(folder: Path) -> list[Reading]:
    """Both files under `folder`/may-2026, as one reading."""
    reading = Reading(SOURCE)
    wards = {_key(row): row for _, row in _rows(folder / "may-2026" / "london_2022_wards.csv")}
    polls: dict[tuple[str, str], list[tuple[int, Row]]] = {}
    for line, row in _rows(folder / "may-2026" / "london_2022_candidates.csv"):
        reading.rows_in += 1
        if _key(row) in wards and row["votes"].isdigit():
            polls.setdefault(_key(row), []).append((line, row))
        else:
            reading.refuse(line, f"{row['borough']}, {row['ward']}: no such ward in the file of wards, or no votes")
    reading.polls = [_poll(rows, wards[key]) for key, rows in polls.items()]
    return [reading]


def _rows(path: Path) -> Iterator[tuple[int, Row]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from enumerate(csv.DictReader(file), 2)


def _key(row: Row) -> tuple[str, str]:
    return row["borough_original"], row["ward_original"]


def _poll(rows: list[tuple[int, Row]], ward: Row) -> Poll:
    line, first = rows[0]
    return Poll(
        SOURCE,
        line,
        first["borough"],
        mend(first["ward"]),
        _DAY,
        gss=first["LAD22CD"] or None,
        ward_gss=first["WD22CD"] or None,
        seats=int(ward["num_councillors"]),
        stands=tuple(_stand(row) for _, row in rows),
        turnout=_turnout(ward),
        by_election=False,
    )


def _stand(row: Row) -> Stand:
    name, surname = surname_apart(row["surname"], row["firstname"])
    return Stand(name, surname, row["party"], int(row["votes"]), row["elected"] == "True")


def _turnout(ward: Row) -> Turnout | None:
    """Valid and rejected papers of the electorate."""
    electorate, valid, rejected = (
        int(ward[name]) if ward[name].isdigit() else None
        for name in ("entitled_electors", "valid_ballots", "rejected_ballots")
    )
    if not electorate or not valid:
        return None
    ballots = valid + (rejected or 0)
    return Turnout(SOURCE, electorate, ballots, round(100 * ballots / electorate, 2), "ballots at the count", rejected)
