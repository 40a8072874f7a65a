"""The index of names: a name's key and the things it can name."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from assistant.core.meaning.nodes import Kind
from assistant.name_pages import NamePages
from assistant.records import dataclass

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that a name names: its kind and id as meanings have them, its printed name, the council of a ward.

    `detail` is the kind of a council, of an area, of an office.
    """

    kind: Kind
    id: str
    name: str
    detail: str = ""
    council: str = ""


class Index:
    """Name key → the things of that name; the wards of each council."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._pages = NamePages(connection)
        self._things: dict[str, tuple[Thing, ...]] = {}

    def get(self, key: str) -> tuple[Thing, ...]:
        """The things a name's key can name; none for an unknown one."""
        found = self._things.get(key)
        if found is None:
            found = tuple(_thing(*fields) for fields in self._pages.senses(key))
            if found:
                self._things[key] = found
        return found

    def reach(self, word: str) -> int:
        """How many words the longest name has that begins with this one; 0 where none does."""
        return self._pages.reach(word)

    @property
    def general_keys(self) -> list[str]:
        """The keys of councils, areas and parties, in order, for spelling."""
        return self._pages.general_keys

    def wards_of(self, council: str) -> dict[str, Thing]:
        """Ward key → ward, for one council."""
        keys = (key for key, *_ in self._pages.wards(council))
        return {key: t for key in keys for t in self.get(key) if t.kind == "ward" and t.council == council}


def _thing(kind: str, id_: str, name: str, detail: str, council: str, first: str, last: str) -> Thing:
    own = f"{council}/{id_}" if kind == "ward" else id_
    return Thing(cast(Kind, kind), own, name, detail, council)
