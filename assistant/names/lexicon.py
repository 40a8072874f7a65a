"""The lexicon: every name's key and the things it can name, read once from the `lexicon` table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.names.token import Kind, Sense

Row = tuple[str, str, str, str, str, str, int, int]

# A constituency's bare name that is also a ward's is the ward's: "Tooting by-election" is the constituency.
EVERYTHING = """SELECT * FROM lexicon
UNION ALL
SELECT * FROM office_lexicon WHERE detail = 'parliament' OR key NOT IN (SELECT key FROM lexicon)
ORDER BY ALL"""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Name key → its senses, the longest name in words, and each council's own sense by id."""

    entries: Mapping[str, tuple[Sense, ...]]
    longest: int
    councils: Mapping[str, Sense]
    areas: Mapping[str, Sense]
    parties: Mapping[str, Sense]
    members: Mapping[str, frozenset[str]]  # area_id → council_ids
    fought: Mapping[tuple[str, str], frozenset[int]]  # (council_id, ward slug) → years of its contests

    def get(self, key: str) -> tuple[Sense, ...]:
        """The things a name key can name; none for an unknown one."""
        return self.entries.get(key, ())

    def keys_of(self, kinds: frozenset[Kind]) -> list[str]:
        """The keys with a sense among `kinds`, in a fixed order, for completion and spelling."""
        return sorted(k for k, senses in self.entries.items() if any(s.kind in kinds for s in senses))

    def wards_of(self, council_id: str) -> dict[str, Sense]:
        """Ward key → ward, for one council."""
        return {
            key: sense
            for key, senses in self.entries.items()
            for sense in senses
            if sense.kind is Kind.WARD and sense.council_id == council_id
        }


def from_rows(
    rows: Iterable[Row],
    members: Iterable[tuple[str, str]] = (),
    fought: Iterable[tuple[str, str, list[int]]] = (),
) -> Lexicon:
    """Build from rows (key, kind, id, name, detail, council_id, first_year, last_year), (area, council) pairs
    and (council, ward slug, years) of wards fought.
    """
    entries: dict[str, list[Sense]] = {}
    for key, kind, id_, name, detail, council_id, first, last in rows:
        entries.setdefault(key, []).append(Sense(Kind(kind), id_, name, detail, council_id, first, last))
    frozen = {key: tuple(senses) for key, senses in entries.items()}
    everything = [s for senses in frozen.values() for s in senses]
    return Lexicon(
        frozen,
        max((key.count(" ") + 1 for key in frozen), default=1),
        {s.id: s for s in everything if s.kind is Kind.COUNCIL},
        {s.id: s for s in everything if s.kind is Kind.AREA},
        {s.id: s for s in everything if s.kind is Kind.PARTY},
        _grouped(members),
        {(council_id, slug): frozenset(years) for council_id, slug, years in fought},
    )


def _grouped(members: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for area_id, council_id in members:
        groups.setdefault(area_id, set()).add(council_id)
    return {area_id: frozenset(ids) for area_id, ids in groups.items()}
