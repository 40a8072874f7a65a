"""How things are called in print: as the tables name them, but for what English has in another way."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from assistant.core.meaning.nodes import Kind


@dataclass(frozen=True, slots=True)
class Printed:
    """The printed names of the things that ids stand for; `special` has those that are no plain names."""

    connection: duckdb.DuckDBPyConnection
    special: Mapping[str, Mapping[str, str]]
    sorts: Mapping[str, tuple[str, str]]
    _known: dict[tuple[str, str], str] = field(default_factory=dict)

    def name(self, kind: Kind, id: str) -> str:
        """As a noun: "Dudley", "the North West", "Gornal in Dudley", "the Conservatives", "no overall control"."""
        own = self.special.get(_TOPICS.get(kind, ""), {}).get(id)
        if own is not None:
            return own
        if id in self.sorts:
            return f"the {self.sorts[id][1]}"
        within, _, what = id.rpartition("/")
        if kind == "person":
            return what
        plain = self._plain(kind, id)
        if kind == "office" and not id.startswith("constituency:"):
            return f"the {plain}"
        return f"{plain} in {self.name('council', within)}" if kind == "ward" else plain

    def adjective(self, party: str) -> str:
        """A party's before a noun: "Conservative" seats."""
        return self._plain("party", party)

    def plural(self, area: str) -> str | None:
        """What an area is a class of, in the plural, None where it is a place."""
        return self.sorts[area][1] if area in self.sorts else None

    def sort(self, area: str) -> tuple[str, str] | None:
        """What one and what several of the members of an area are called, where it is a sort of thing and no place."""
        return self.sorts.get(area)

    def _plain(self, kind: Kind, id: str) -> str:
        if kind == "year":
            return id
        if (kind, id) not in self._known:
            query = "SELECT name FROM thing WHERE kind = ? AND id = ?"
            row = self.connection.execute(query, [kind, id]).fetchone()
            self._known[kind, id] = str(row[0]) if row else id
        return self._known[kind, id]


_TOPICS: Mapping[str, str] = {"party": "parties", "area": "areas", "council": "councils"}


def printed(connection: duckdb.DuckDBPyConnection, grammar: Path) -> Printed:
    """The names as this folder has them printed."""
    said = tomllib.loads((grammar / "printed.toml").read_text(encoding="utf-8"))
    sorts = {area: (one, many) for area, (one, many) in said.pop("sorts").items()}
    return Printed(connection, said, sorts)
