"""The Electoral Commission's returns of May 2018: turnout by ward, and by council."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from assistant.importer.ballots import Poll, Reading, Turnout
from assistant.importer.readers.sheets import Record, number, records, sheet_names, text, whole
from assistant.importer.spelling import mend

DAY = date(2018, 5, 3)
_SOURCE = "turnout-2018"
_SHARE = "Ballot box turnout (incl. votes rejected at count) (%)"
_BALLOTS = "Total ballots at the count"


def read(folder: Path) -> list[Reading]:
    """The four sheets of wards: ballots at the count, as a share of the electorate."""
    path = folder / "turnout" / "turnout-2018.ods"
    reading = Reading(_SOURCE)
    for sheet in (name for name in sheet_names(path) if "Wards" in name):
        for line, row in records(path, sheet, "ONS Ward code"):
            if text(row["Ward"]):
                reading.rows_in += 1
                reading.polls.append(_poll(line, row))
    return [reading]


def _poll(line: int, row: Record) -> Poll:
    return Poll(
        _SOURCE,
        line,
        text(row["Local Authority"]),
        mend(text(row["Ward"])),
        DAY,
        gss=text(row["Local Authority code"]) or None,
        ward_gss=text(row["ONS Ward code"]) or None,
        turnout=_turnout(row),
    )


def _turnout(row: Record) -> Turnout:
    share = number(row[_SHARE])
    percent = round(share * 100, 2) if share else None
    return Turnout(_SOURCE, whole(row["Electorate"]), whole(row[_BALLOTS]), percent, "ballots at the count")
