"""Mayors, police and crime commissioners, by-elections and parliaments → the office tables."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.importer.model import Row
from assistant.importer.offices_model import Office, OfficeContest
from assistant.importer.readers import by_elections, devolved, mayors, office_list, pccs
from assistant.importer.readers.authorities import reviewed
from assistant.importer.workbench import Workbench


def offices(bench: Workbench) -> None:
    """Every office with a contest or a holder, its contests, candidates, seats and holders."""
    rows: list[Row] = []
    for reader in (mayors.contests, mayors.holders, pccs.contests, by_elections.contests, devolved.contests):
        rows.extend(reader(bench))
    known = {row.office_id: row for row in rows if isinstance(row, Office)}
    bench.add(office_list.amended(known.values(), reviewed("offices.csv")))
    bench.add(row for row in _told(rows) if not isinstance(row, Office))


def _told(rows: Iterable[Row]) -> Iterable[Row]:
    """The rows, each contest with what a review found of it."""
    found = {row["contest_id"]: row for row in reviewed("office_contests.csv")}
    for row in rows:
        if isinstance(row, OfficeContest) and row.contest_id in found:
            yield office_list.reviewed_contest(row, found[row.contest_id])
        else:
            yield row
