"""The polls of 7 May 2026 outside London: Democracy Club's export of results, a row a candidate."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from assistant.importer.ballots import Poll, Reading, Stand, Turnout
from assistant.importer.people import surname_shouted
from assistant.importer.spelling import mend

SOURCE = "dc-results-2026"

_NOT_HELD = "no poll was held on that day: it was put off, and the result of the later poll is not held"

Row = dict[str, str]


def read(folder: Path) -> list[Reading]:
    """The one file under `folder`/may-2026."""
    reading = Reading(SOURCE)
    ballots: dict[str, list[tuple[int, Row]]] = {}
    with (folder / "may-2026" / "results-2026-outside-london.csv").open(encoding="utf-8-sig", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            reading.rows_in += 1
            ballots.setdefault(row["ballot_paper_id"], []).append((line, row))
    reading.polls = [_poll(rows) for rows in ballots.values()]
    return [reading]


def _poll(rows: list[tuple[int, Row]]) -> Poll:
    line, first = rows[0]
    countermanded = first["cancelled"] == "t"
    return Poll(
        SOURCE,
        line,
        first["council"],
        mend(first["ward"]),
        date.fromisoformat(first["ballot_paper_id"].rsplit(".", 1)[-1]),
        seats=int(first["seats"]),
        stands=tuple(_stand(row) for _, row in rows),
        turnout=None if countermanded else _turnout(first),
        note=_NOT_HELD if countermanded else None,
        by_election=".by." in first["ballot_paper_id"],
        countermanded=countermanded,
    )


def _stand(row: Row) -> Stand:
    name, surname = surname_shouted(row["name"])
    votes = int(row["votes"]) if row["votes"] else None
    party = row["party_id"] if row["party_id"].startswith(("PP", "joint-party")) else None
    return Stand(name, surname, row["party"], votes, row["elected"] == "t", party)


def _turnout(row: Row) -> Turnout:
    """Ballots at the count where they are given, which turnout is then worked out from; else the stated percentage."""
    electorate, ballots, rejected = (_count(row[name]) for name in ("electorate", "turnout_reported", "spoilt"))
    stated = float(row["turnout_pct"]) if row["turnout_pct"] else None
    worked_out = round(100 * ballots / electorate, 2) if ballots and electorate else None
    basis = "ballots at the count" if worked_out else "as published"
    return Turnout(SOURCE, electorate, ballots, worked_out or stated or None, basis, rejected)


def _count(cell: str) -> int | None:
    return int(cell) if cell else None
