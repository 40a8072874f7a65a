"""The boroughs' returns of 7 May 2026 to the Greater London Authority: a file of candidates and one of wards."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from assistant.importer.ballots import Poll, Reading, Stand, Turnout
from assistant.importer.people import surname_apart
from assistant.importer.spelling import mend

SOURCE = "gla-2026"

_KINDS = frozenset(("", "Independent", "Residents' Association"))
_DESCRIPTION = re.compile(r"\s+(?:[-–]\s.*|Candidate)$")

Row = dict[str, str]


def read(folder: Path) -> list[Reading]:
    """Both files under `folder`/may-2026, as one reading."""
    reading = Reading(SOURCE)
    wards = {_key(row): row for _, row in _rows(folder / "may-2026" / "london_2026_wards.csv")}
    polls: dict[tuple[str, str], list[tuple[int, Row]]] = {}
    for line, row in _rows(folder / "may-2026" / "london_2026_candidates.csv"):
        reading.rows_in += 1
        polls.setdefault(_key(row), []).append((line, row))
    reading.polls = [_poll(rows, wards[key]) for key, rows in polls.items()]
    return [reading]


def _rows(path: Path) -> Iterator[tuple[int, Row]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from enumerate(csv.DictReader(file), 2)


def _key(row: Row) -> tuple[str, str]:
    return row["council"], row["ward"]


def _poll(rows: list[tuple[int, Row]], ward: Row) -> Poll:
    line, first = rows[0]
    stands = tuple(_stand(row) for _, row in rows)
    votes, seats = sum(stand.votes or 0 for stand in stands), sum(stand.elected for stand in stands)
    return Poll(
        SOURCE,
        line,
        first["council"],
        mend(first["ward"]),
        date.fromisoformat(first["date"]),
        gss=first["council_gss"],
        ward_gss=first["ward_gss"] or None,
        seats=seats,
        stands=stands,
        turnout=_turnout(ward, votes, seats),
        note=_note(ward, votes, seats),
        by_election=False,
    )


def _stand(row: Row) -> Stand:
    name, surname = surname_apart(row["surname"], row["forenames"])
    return Stand(name, surname, _label(row), int(row["votes"]), row["elected"] == "1")


def _label(row: Row) -> str:
    """The party's name; where that only says of what kind it is, the name on the ballot paper without its ward."""
    named = row["party"] not in _KINDS
    return row["party"] if named else _DESCRIPTION.sub("", row["party_as_printed"]) or row["party"]


def _note(ward: Row, votes: int, seats: int) -> str | None:
    valid = _count(ward["valid_ballots"])
    if not valid or _carries(valid, seats, votes):
        return None
    return f"{votes:,} votes for {seats} places are more than {valid:,} ballot papers can cast: one of them is wrong"


def _turnout(ward: Row, votes: int, seats: int) -> Turnout:
    """Valid and rejected papers of the electorate where the return has them, else its stated percentage."""
    electorate, valid, rejected = (_count(ward[name]) for name in ("electorate", "valid_ballots", "rejected"))
    ballots = valid + (rejected or 0) if valid and _carries(valid, seats, votes) else None
    if ballots and electorate:
        basis = "valid votes" if rejected is None else "ballots at the count"
        return Turnout(SOURCE, electorate, ballots, round(100 * ballots / electorate, 2), basis, rejected)
    return Turnout(SOURCE, electorate, None, _percent(ward["turnout"]), "as published", rejected)


def _carries(ballots: int, seats: int, votes: int) -> bool:
    """Whether so many ballot papers could have cast the votes."""
    return votes <= seats * ballots


def _percent(cell: str) -> float | None:
    """A share of one, or a percentage: the returns have both."""
    share = float(cell or 0)
    return round(share if share > 1 else 100 * share, 2) or None


def _count(cell: str) -> int | None:
    return round(float(cell)) if cell else None
