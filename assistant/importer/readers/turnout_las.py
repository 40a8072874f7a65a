"""The Electoral Commission's returns of May 2018 by council: electorate, ballots at the count, turnout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.importer.model import election_id
from assistant.importer.polling_days import day_of
from assistant.importer.readers.sheets import number, records, text, whole
from assistant.importer.workbench import Workbench

SOURCE = "turnout-2018"

_SHEETS = ("Districts_(LAs)", "Unitary_(LAs)", "Met_(LAs)", "London_Boroughs")
_SHARE = "Ballot box turnout (incl. votes rejected at count) (%)"


@dataclass(frozen=True, slots=True)
class CouncilTurnout:
    """One council's published turnout; `turnout` in per cent of the electorate of contested wards."""

    election_id: str
    electorate: int | None
    ballots: int | None
    turnout: float | None
    source_id: str


def read(bench: Workbench) -> Iterator[CouncilTurnout]:
    """Every council of the four sheets."""
    path = bench.sources / "turnout" / "turnout-2018.ods"
    for sheet in _SHEETS:
        for line, row in records(path, sheet, "Local Authority"):
            code = text(row["Codes"])
            if not code.startswith("E0"):
                continue
            council_id = bench.councils.find(text(row["Local Authority"]), 2018, gss=code)
            if council_id is None:
                bench.ledger.refuse(SOURCE, f"{sheet} {line}", f"no council is {row['Local Authority']}")
                continue
            share = number(row[_SHARE])
            yield CouncilTurnout(
                election_id(council_id, day_of(2018)),
                whole(row["Electorate"]),
                whole(row["Total ballots at the count"]),
                round(share * 100, 2) if share else None,
                SOURCE,
            )
