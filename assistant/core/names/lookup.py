"""What the names room asks of the tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.records import dataclass

if TYPE_CHECKING:
    import duckdb

_BORNE = "SELECT DISTINCT coalesce(office_id, council_id) || '/' || name AS id, name FROM bearer"


@dataclass(frozen=True, slots=True)
class Lookup:
    """Small exact look-ups of names."""

    connection: duckdb.DuckDBPyConnection

    def people(self, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Of these keys of whole names those that people have, each with its ids: the place, the name as printed."""
        rows = self._among("SELECT key, name FROM person WHERE key IN ({}) ORDER BY key, name", keys)
        names = {str(name): str(key) for key, name in rows}
        if not names:
            return {}
        surnames = sorted({tail for key in names.values() for tail in _tails(key)})
        borne = self._among(f"{_BORNE} WHERE key IN ({{}}) ORDER BY id", surnames)
        ids: dict[str, tuple[str, ...]] = {}
        for id_, name in borne:
            if name in names:
                ids[names[name]] = (*ids.get(names[name], ()), id_)
        return ids

    def bearers(self, surname: str, places: Sequence[str]) -> list[str]:
        """The ids of those who bear a surname in these councils and offices; anywhere where there is none."""
        marks = ", ".join("?" * len(places))
        where = f" AND coalesce(office_id, council_id) IN ({marks})" if places else ""
        query = f"{_BORNE} WHERE key = ?{where} ORDER BY id"
        return [str(id_) for id_, _ in self.connection.execute(query, [surname, *places]).fetchall()]

    def _among(self, query: str, values: Sequence[str]) -> list[tuple[str, str]]:
        """The rows of a query with a list of values; a list as values is held against the bounds of row groups."""
        marks = ", ".join("?" * len(values))
        return self.connection.execute(query.format(marks), list(values)).fetchall() if values else []


def _tails(key: str) -> list[str]:
    """What may be the surname of a name: its last words, of any number."""
    words = key.split(" ")
    return [" ".join(words[at:]) for at in range(len(words))]
