"""Tokens: what the lexer hands to the grammar."""

from __future__ import annotations

from enum import Enum

from assistant.records import dataclass


class Kind(Enum):
    """What a name can name."""

    COUNCIL = "council"
    AREA = "area"
    WARD = "ward"
    PARTY = "party"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a name names.

    `id` is a council_id, area_id, party_id, office_id, or ward slug (then `council_id` says of which council);
    `detail` is the council's kind, the area's kind or the party's kind; the years are those it is held for.
    """

    kind: Kind
    id: str
    name: str
    detail: str = ""
    council_id: str = ""
    first_year: int = 0
    last_year: int = 9999

    def held_in(self, year: int) -> bool:
        """True when this thing existed, or was fought, within the held years."""
        return self.first_year <= year <= self.last_year


Value = str | int | float | tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A terminal of the grammar with its value and the span of text it stands on.

    `correction` is the spelling that was meant where the text was misspelt.
    """

    terminal: str
    value: Value
    text: str
    start: int
    end: int
    correction: str | None = None

    @property
    def senses(self) -> tuple[Sense, ...]:
        """The things a name token can name; empty for any other token."""
        return self.value if isinstance(self.value, tuple) else ()
