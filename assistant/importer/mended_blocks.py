"""Compositions that the source has wrong, as reviewed: taken from the same publisher's roster, or left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from assistant.importer.blocks import RESIDUAL, Block
from assistant.importer.readers import councillors
from assistant.importer.readers.authorities import reviewed
from assistant.importer.workbench import Workbench

_At = tuple[str, int]


def _reviewed() -> Mapping[_At, Mapping[str, str]]:
    return {(row["council_id"], int(row["year"])): row for row in reviewed("compositions_mended.csv")}


@dataclass(frozen=True)
class Mending:
    """The reviewed mends, and the rosters that some of them need, read when the first of them is met."""

    bench: Workbench
    parties: frozenset[str]  # those a composition has a column for
    mends: Mapping[_At, Mapping[str, str]] = field(default_factory=_reviewed)

    def mended(self, block: Block) -> tuple[Block | None, str | None]:
        """The block to use instead (None: it is left out) and the reason; the block itself where it is right."""
        mend = self.mends.get((block.council_id, block.year))
        if mend is None:
            return block, None
        if mend["taken_from"] != "roster":
            return None, mend["reason"]
        seats = self._rosters[block.council_id, block.year]
        runs = block.administration if mend["administration"] == "kept" else None
        vacant = block.size - seats.total()
        source_id = f"ocd-councillors-{block.year}"
        taken = replace(block, seats=dict(seats), vacant=vacant or None, administration=runs, source_id=source_id)
        return taken, mend["reason"]

    @cached_property
    def _rosters(self) -> Mapping[_At, Counter[str]]:
        years = sorted({year for (_, year), mend in self.mends.items() if mend["taken_from"] == "roster"})
        counted: dict[_At, Counter[str]] = {}
        for seat in (seat for year in years for seat in councillors.read_year(self.bench.sources, year).seats):
            council_id = self.bench.councils.find(seat.council, seat.year)
            if council_id and (council_id, seat.year) in self.mends:
                party = self._party(council_id, seat.party, seat.source_id, seat.ec_code)
                counted.setdefault((council_id, seat.year), Counter())[party] += 1
        return counted

    def _party(self, council_id: str, label: str, source_id: str, ec_code: str | None) -> str:
        nation = self.bench.nation(council_id)
        party = self.bench.parties.find(label, source=source_id, nation=nation, ec_id=ec_code)
        return party if party in self.parties else RESIDUAL
