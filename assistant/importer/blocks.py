"""One composition block → its rows: seats by party, and the head with the majority worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.importer.model import Composition, Control, Row

RESIDUAL = "other"


@dataclass(frozen=True, slots=True)
class Block:
    """Seats by party_id on one council at one moment, and what the source says of it."""

    council_id: str
    year: int
    moment: str
    as_of: str
    seats: Mapping[str, int]
    vacant: int | None
    label: str | None
    administration: str | None
    source_id: str

    @property
    def size(self) -> int:
        """Seats of the council, vacancies included."""
        return sum(self.seats.values()) + (self.vacant or 0)

    @property
    def majority(self) -> str | None:
        """The one party with more than half the seats; assorted others and independents are not one."""
        over = [p for p, seats in self.seats.items() if 2 * seats > self.size and p != RESIDUAL]
        return over[0] if over else None

    def rows(self) -> Iterator[Row]:
        """The `control` row, and a `composition` row for each party with a seat."""
        key = (self.council_id, self.year, self.moment)
        yield Control(
            *key,
            self.as_of,
            self.size,
            self.vacant,
            self.majority,
            self.administration,
            self.label,
            self.source_id,
        )
        for party_id, seats in self.seats.items():
            if seats:
                yield Composition(*key, party_id, seats, self.source_id)
