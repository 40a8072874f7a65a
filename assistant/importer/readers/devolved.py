"""Holyrood, Cardiff Bay and City Hall in 2016 → the office tables: seats by party."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from assistant.importer.model import Row
from assistant.importer.offices_model import OfficeContest, OfficeSeats
from assistant.importer.readers import office_list
from assistant.importer.readers.reported import rows_of
from assistant.importer.workbench import Workbench

SOURCE = "devolved-2016"
_CODES = {"Scottish Parliament": "sp", "National Assembly for Wales": "naw", "London Assembly": "gla.a"}
_SIZES = {"Scottish Parliament": 129, "National Assembly for Wales": 60, "London Assembly": 25}


def contests(bench: Workbench) -> Iterator[Row]:
    """`devolved_2016_seats.csv`: each body's seats; complete where they add up to its size."""
    listed = rows_of(bench.sources / "totals" / "devolved_2016_seats.csv")
    for (body, day), rows in groupby(listed, key=lambda row: (row["body"], row["election_date"])):
        yield from _contest(bench, body, date.fromisoformat(day), list(rows))


def _contest(bench: Workbench, body: str, day: date, rows: list[dict[str, str]]) -> Iterator[Row]:
    office = office_list.parliament(body, SOURCE)
    contest_id = f"{_CODES[body]}.{day.isoformat()}"
    held, size = sum(int(row["total_seats"]) for row in rows), _SIZES[body]
    note = f"{size} seats" if held == size else f"{held} of {size} seats held"
    yield office
    yield OfficeContest(
        contest_id, office.office_id, day, day.year, "additional member", False, held == size, "none",
        None, None, None, None, None, None, False, note, None, SOURCE,
    )  # fmt: skip
    for row in rows:
        seats = [int(row[k]) if row[k] else None for k in ("constituency_seats", "regional_seats", "change")]
        yield OfficeSeats(
            contest_id,
            bench.parties.find(row["party"], source=SOURCE) or "other",
            seats[0],
            seats[1],
            int(row["total_seats"]),
            seats[2],
            row["source"].split(" ")[0],
            SOURCE,
        )
