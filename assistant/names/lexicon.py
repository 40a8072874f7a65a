"""The lexicon: every name's key and the things it can name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.name_pages import NamePages
from assistant.names.token import Kind, Sense

if TYPE_CHECKING:
    import duckdb


class Lexicon:
    """Name key → its senses; the councils, areas and parties by id; the wards of each council."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._pages = NamePages(connection)
        self._senses: dict[str, tuple[Sense, ...]] = {}
        self._fought: dict[str, dict[str, frozenset[int]]] = {}  # council → ward slug → years

    def get(self, key: str) -> tuple[Sense, ...]:
        """The things a name key can name; none for an unknown one."""
        found = self._senses.get(key)
        if found is None:
            found = tuple(_sense(*fields) for fields in self._pages.senses(key))
            if found:
                self._senses[key] = found
        return found

    def reach(self, word: str) -> int:
        """How many words the longest name has that begins with this one; 0 where none does."""
        return self._pages.reach(word)

    def keys(self) -> Iterator[str]:
        """Every name's key."""
        return self._pages.keys()

    @property
    def general_keys(self) -> list[str]:
        """The keys of councils, areas and parties, in order, for spelling."""
        return self._pages.general_keys

    @cached_property
    def councils(self) -> dict[str, Sense]:
        """Every council by its id."""
        return self._things(Kind.COUNCIL)

    @cached_property
    def areas(self) -> dict[str, Sense]:
        """Every area by its id."""
        return self._things(Kind.AREA)

    @cached_property
    def parties(self) -> dict[str, Sense]:
        """Every party by its id."""
        return self._things(Kind.PARTY)

    @cached_property
    def members(self) -> dict[str, frozenset[str]]:
        """Area → the councils in it, by their ids."""
        return {area: frozenset(councils) for area, *councils in self._pages.members()}

    def wards_of(self, council_id: str) -> dict[str, Sense]:
        """Ward key → ward, for one council."""
        return {
            key: sense
            for key, *_ in self._pages.wards(council_id)
            for sense in self.get(key)
            if sense.kind is Kind.WARD and sense.council_id == council_id
        }

    def fought(self, ward: Sense) -> frozenset[int]:
        """The years in which a ward was fought."""
        fought = self._fought.get(ward.council_id)
        if fought is None:
            wards = ((slug, map(int, years)) for _, slug, *years in self._pages.wards(ward.council_id))
            fought = self._fought[ward.council_id] = {slug: frozenset(years) for slug, years in wards}
        return fought.get(ward.id, frozenset())

    def _things(self, kind: Kind) -> dict[str, Sense]:
        senses = (_sense(*fields) for fields in self._pages.of_kind(kind.value))
        return {sense.id: sense for sense in senses}


def _sense(kind: str, id_: str, name: str, detail: str, council_id: str, first: str, last: str) -> Sense:
    return Sense(Kind(kind), id_, name, detail, council_id, int(first), int(last))
