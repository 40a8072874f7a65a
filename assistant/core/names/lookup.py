"""What the names room asks of the tables."""

from __future__ import annotations

import duckdb

from assistant.records import dataclass


@dataclass(frozen=True, slots=True)
class Lookup:
    """Small exact look-ups of names."""

    connection: duckdb.DuckDBPyConnection

    def names(self) -> dict[tuple[str, str], str]:
        """(kind, page) → the names and things on it."""
        rows = self.connection.execute("SELECT kind, page, content FROM name_page").fetchall()
        return {(kind, page): content for kind, page, content in rows}

    def wards(self) -> dict[str, str]:
        """Council → its wards, in one text."""
        return dict(self.connection.execute("SELECT page, content FROM ward_page").fetchall())

    def general_keys(self) -> list[str]:
        """The keys of councils, areas and parties, in order."""
        rows = self.connection.execute(
            "SELECT DISTINCT key FROM lexicon WHERE kind IN ('council', 'area', 'party') ORDER BY key"
        ).fetchall()
        return [str(r[0]) for r in rows]
