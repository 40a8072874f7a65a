"""Rosters of sitting councillors, a file a year from 2016."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from assistant.importer.ballots import Reading, Seat
from assistant.importer.spelling import mend

_YEARS = range(2016, 2026)
_LONDON = "ocd-councillors-2026-london"


def read(folder: Path) -> list[Reading]:
    """Every year's roster under `folder`/councillors, and London's of 2026."""
    london = folder / "may-2026" / "london_2026_roster.csv"
    return [*(read_year(folder, year) for year in _YEARS), _read(london, _LONDON, 2026)]


def read_year(folder: Path, year: int) -> Reading:
    """One year's roster under `folder`/councillors."""
    return _read(folder / "councillors" / f"councillors-{year}.csv", f"ocd-councillors-{year}", year)


def _read(path: Path, source_id: str, year: int) -> Reading:
    reading = Reading(source_id)
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            reading.rows_in += 1
            name = mend(row["Councillor Name"])
            if row["Party Name"] == "Vacant" or "vacan" in name.lower() or not name:
                ward = f"{row['Council']}, {mend(row['Ward Name'])}"
                reading.refuse(line, f"{ward}: a vacant seat, nobody named")
                continue
            reading.seats.append(_seat(reading.source_id, line, year, name, row))
    return reading


def _seat(source_id: str, line: int, year: int, name: str, row: dict[str, str]) -> Seat:
    return Seat(
        source_id,
        line,
        year,
        row["Council"],
        mend(row["Ward Name"]),
        name,
        mend(row["Party Name"]),
        row["Electoral Commission Party Code"].strip() or None,
        _next(row["Next Election"], year),
    )


def _next(cell: str, year: int) -> date | None:
    """A date within ten years of the roster; "0000-00-00" and 2107 are slips of the pen."""
    try:
        day = date.fromisoformat(cell.strip())
    except ValueError:
        return None
    return day if year <= day.year <= year + 10 else None
