"""The build's step for everything with a ward in it: contests, candidacies, ward turnout and rosters."""

from __future__ import annotations

from collections import Counter

from assistant.importer.ballots import Reading
from assistant.importer.contests import Made, make
from assistant.importer.model import Election
from assistant.importer.readers import (
    councillors,
    handbook_2023,
    handbook_years,
    lancashire,
    leap,
    london_2022,
    london_2026,
    may_2026,
    scotland,
    trafford,
    turnout_2012,
    turnout_2018,
)
from assistant.importer.wards import alias_rows
from assistant.importer.workbench import Workbench

# The first to have a contest has its votes: returns of the councils themselves go before what others gathered.
_READERS = (
    trafford,
    scotland,
    leap,
    handbook_years,
    handbook_2023,
    may_2026,
    london_2026,
    london_2022,
    lancashire,
    turnout_2012,
    turnout_2018,
    councillors,
)


def contests_and_rosters(bench: Workbench) -> None:
    """Every contest since 2012 and every roster since 2016; elections only where no other step has them."""
    readings = [reading for reader in _READERS for reading in reader.read(bench.sources)]
    made = make(readings, bench.councils, bench.parties)
    held = {row.election_id for row in bench.tables["election"] if isinstance(row, Election)}
    bench.add(row for row in made.elections if row.election_id not in held)
    bench.add(made.contests)
    bench.add(made.candidacies)
    bench.add(made.ward_parties)
    bench.add(made.councillors)
    bench.add(made.corrections)
    bench.add(alias_rows())
    _account(bench, readings, made)


def _account(bench: Workbench, readings: list[Reading], made: Made) -> None:
    """Rows in, joined and refused; a turnout row stands for up to three elections, so joins can exceed it."""
    refused = Counter(row.source_id for row in made.refused)
    for reading in readings:
        polls = len(reading.polls) if reading.source_id.startswith("turnout") else reading.rows_in
        bench.ledger.read(reading.source_id, reading.rows_in)
        bench.ledger.join(reading.source_id, polls - refused[reading.source_id])
    for row in made.refused:
        bench.ledger.refuse(row.source_id, row.line, row.reason)
    for remark in made.remarks:
        bench.ledger.note(remark)
