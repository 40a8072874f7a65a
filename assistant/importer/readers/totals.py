"""electionresults.uk: votes and seats by party of each council's polls, 2016–2026."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.importer.model import ElectionParty, election_id
from assistant.importer.polling_days import day_of
from assistant.importer.workbench import Workbench

SOURCE = "totals-2016-2026"
# The publisher's name for the handbooks' WALSOC; the votes are the Walton Society's, to the last one.
_MISNAMED = {("elmbridge", "Welsh Socialist Republican Party"): "The Walton Society"}


@dataclass(frozen=True, slots=True)
class Poll:
    """One council's polls of one year: seats filled in contested wards, as the publisher adds them."""

    council_id: str
    year: int
    seats: int
    votes: int


def views(bench: Workbench) -> Iterator[tuple[str, dict[str, Any]]]:
    """(council_id, the publisher's object) of every council-year; unplaced ones are refused."""
    path = bench.sources / "totals" / "council-party-votes-seats-2016-2026.json"
    listed = json.loads(path.read_text("utf-8"))["partyViews"] if path.is_file() else []
    for number, view in enumerate(listed, start=1):
        council_id = bench.councils.find(view["council"], view["year"])
        if council_id is None:
            bench.ledger.refuse(SOURCE, number, f"no one council is {view['council']} in {view['year']}")
            continue
        yield council_id, view


def polls(bench: Workbench) -> list[Poll]:
    """Every council-year, with its seats and votes."""
    return [Poll(c, view["year"], view["totalSeats"], view["totalVotes"]) for c, view in views(bench)]


def totals(bench: Workbench) -> None:
    """`election_party` from the totals; the elections themselves are settled once all readers have run."""
    for council_id, view in views(bench):
        election = election_id(council_id, day_of(view["year"]))
        nation = bench.nation(council_id)
        for row in view["rows"]:
            bench.ledger.read(SOURCE)
            label = _MISNAMED.get((council_id, row["party"]), row["party"])
            party_id = bench.parties.find(label, source=_codes_of(view["year"]), nation=nation)
            if party_id is None:
                bench.ledger.refuse(SOURCE, f"{council_id} {view['year']}", "a party without a name")
                continue
            bench.add([ElectionParty(election, party_id, label, row["votes"], row["fptpSeats"], SOURCE)])
            bench.ledger.join(SOURCE)


def _codes_of(year: int) -> str:
    """The source whose short codes the publisher kept: LEAP's, then the handbooks'."""
    if year <= 2019:
        return f"leap-{max(year, 2016)}"
    return f"handbook-{year}" if year <= 2025 else SOURCE
