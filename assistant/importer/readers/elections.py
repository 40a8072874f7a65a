"""The `election` table, settled from everything the readers found out about each council's polls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from assistant.importer import corrections
from assistant.importer.model import Contest, Control, Election, Row, election_id
from assistant.importer.polling_days import day_of
from assistant.importer.readers import commons, lancashire, totals, turnout_las
from assistant.importer.workbench import Workbench

# A council electing by thirds fills at least a quarter of its seats; same-day by-elections fill a few.
_SCHEDULED_SHARE = 0.2
_ALL_SHARE = 0.64
_HALVES_SHARE = 0.46
_HALVES = frozenset({"adur", "cheltenham", "fareham", "gosport", "hastings", "nuneaton-and-bedworth", "oxford"})


def elections(bench: Workbench) -> None:
    """One row a council and day that any source shows, in place of those the ward readers made."""
    known = {row.election_id: row for row in bench.tables["election"] if isinstance(row, Election)}
    totalled = {election_id(p.council_id, day_of(p.year)): p for p in totals.polls(bench)}
    schemes = {election_id(li.council_id, day_of(li.year)): li for li in commons.lines(bench)}
    turnouts = {row.election_id: row for row in turnout_las.read(bench)}
    sizes = _sizes(bench.tables["control"])
    contested = _contested(bench.tables["contest"])
    amended = corrections.of_elections()
    rows: list[Row] = []
    for key in sorted({*known, *totalled, *schemes, *turnouts}):
        council_id, day = _parts(key)
        size = sizes.get((council_id, day.year))
        wards = contested.get(key, [])
        line = schemes.get(key)
        seats = _seats(wards, totalled.get(key))
        if line and line.scheme == "all" and size and any(ward.votes_held == "parties" for ward in wards):
            seats = size  # also the wards that nobody contested, which the handbook of 2023 leaves out
        complete = key in totalled or key in schemes or _complete(council_id, day.year, wards)
        seats = seats if complete else None
        reviewed = amended.get((council_id, day.year), {})
        seats = int(reviewed.get("seats_up", seats or 0)) or None
        share = seats / size if seats and size else None
        scheduled = _scheduled(share, wards, key in schemes)
        scheme = reviewed.get("scheme") or _scheme(bench, council_id, share) or (line.scheme if line else None)
        poll = turnouts.get(key)
        source = poll or known.get(key)
        rows.append(
            Election(
                key,
                council_id,
                day,
                day.year,
                scheduled,
                scheme if scheduled else None,
                seats,
                poll.electorate if poll else None,
                poll.ballots if poll else None,
                poll.turnout if poll else None,
                source.source_id if source else line.source_id if line else totals.SOURCE,
                complete,
            )
        )
    bench.tables["election"][:] = rows


def _complete(council_id: str, year: int, wards: list[Contest]) -> bool:
    """Whether every ward is held: the compiler of Lancashire left out those whose name is gone."""
    partly = all(ward.source_id == lancashire.SOURCE for ward in wards)
    return not partly or any(council_id == council and year in years for council, years in lancashire.WHOLE)


def _parts(key: str) -> tuple[str, date]:
    _, council_id, day = key.split(".")
    return council_id, date.fromisoformat(day)


def _sizes(rows: Iterable[Row]) -> dict[tuple[str, int], int]:
    """(council, year) → size, from the snapshots."""
    heads = (row for row in rows if isinstance(row, Control) and row.moment == "snapshot")
    return {(row.council_id, row.year): row.seats for row in heads}


def _contested(rows: Iterable[Row]) -> dict[str, list[Contest]]:
    grouped: dict[str, list[Contest]] = defaultdict(list)
    for row in rows:
        if isinstance(row, Contest):
            grouped[row.election_id].append(row)
    return grouped


def _seats(wards: list[Contest], total: totals.Poll | None) -> int | None:
    """Seats filled: from the wards where every one says, else as totalled (uncontested may be missing)."""
    places = [ward.seats for ward in wards if ward.votes_held != "none"]
    if places and None not in places:
        return sum(place for place in places if place)
    return total.seats if total else None


def _scheduled(share: float | None, wards: list[Contest], listed: bool) -> bool:
    if listed:
        return True
    if share is not None:
        return share >= _SCHEDULED_SHARE
    return not wards or any(not ward.by_election for ward in wards)


def _scheme(bench: Workbench, council_id: str, share: float | None) -> str | None:
    if share is None:
        return None
    if share >= _ALL_SHARE or bench.nation(council_id) != "England":
        return "all"
    return "halves" if council_id in _HALVES and share >= _HALVES_SHARE else "thirds"
