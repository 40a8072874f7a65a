"""Fifteen councils of Lancashire 2006–2025, ward by ward, as Jason Leman compiled them."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

from assistant.importer.ballots import Poll, Reading, Stand, Turnout
from assistant.importer.people import given_first
from assistant.importer.spelling import mend

SOURCE = "dcleapil-lancashire"

WHOLE = (
    ("burnley", frozenset(range(2006, 2025))),
    ("blackpool", frozenset(range(2007, 2020))),
)
"""The councils and years of which every ward is there."""
_COUNCILS = {"lancashire_cc": "Lancashire", "blackburn": "Blackburn with Darwen"}
_MEANT = {"2010-05-05": "2010-05-06"}
"""A day the source has wrong, and the polling day it means."""
_PUT_OFF = {"2019-06-20": date(2019, 5, 2), "2023-06-22": date(2023, 5, 4)}
"""The day of polls that were put off, and the day of those they belong to."""
_FEWEST = 3
"""Wards of a council on one day, below which the polls are by-elections."""

Row = dict[str, str]


def read(folder: Path) -> list[Reading]:
    """The one file under `folder`/lancashire."""
    reading = Reading(SOURCE)
    contests: dict[tuple[str, str, str], list[tuple[int, Row]]] = {}
    with (folder / "lancashire" / "lancashire_candidates.csv").open(encoding="utf-8-sig", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            reading.rows_in += 1
            contests.setdefault((row["council"], row["date"], row["ward"]), []).append((line, row))
    sizes = Counter((council, day) for council, day, _ in contests)
    for (council, day, ward), rows in contests.items():
        if len({row["contest_no"] for _, row in rows}) > 1:
            for line, _ in rows:
                reading.refuse(line, f"{council}, {ward}, {day}: two wards of then under the name of a later one")
        else:
            reading.polls.append(_poll(rows, by_election=sizes[council, day] < _FEWEST))
    return [reading]


def _poll(rows: list[tuple[int, Row]], by_election: bool) -> Poll:
    line, first = rows[0]
    council = first["council"]
    held = date.fromisoformat(_MEANT.get(first["date"], first["date"]))
    day = _PUT_OFF.get(first["date"], held)
    return Poll(
        SOURCE,
        line,
        _COUNCILS.get(council, council.replace("_", " ")),
        mend(first["ward"]).removesuffix(" Ward"),
        day,
        kind="county" if first["type"] == "county" else None,
        seats=int(first["seats_contested"]),
        stands=tuple(_stand(row) for _, row in rows),
        turnout=_turnout(first),
        by_election=by_election and day == held,
        held_on=None if day == held else held,
    )


def _stand(row: Row) -> Stand:
    name, surname = given_first(row["candidate"])
    return Stand(name, surname, row["party"], int(row["votes"]), row["elected"] == "1")


def _turnout(row: Row) -> Turnout | None:
    """Valid papers of the electorate; where several places were filled, the source works them out from votes."""
    if not row["turnout"] or not row["electorate"] or row["seats_contested"] != "1":
        return None
    electorate, ballots = round(float(row["electorate"])), round(float(row["turnout_votes"]))
    return Turnout(SOURCE, electorate, ballots, round(100 * float(row["turnout"]), 2), "valid votes")
