"""What reading a question asks of the tables before there is a query: names of people, years held, sources."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from assistant.answer.model import Source
from assistant.names.token import Kind, Sense
from assistant.records import dataclass

_BORNE_IN = {
    Kind.WARD: "council_id = ? AND ward_slug = ?",
    Kind.COUNCIL: "council_id = ?",
    Kind.OFFICE: "office_id = ?",
}


@dataclass(frozen=True, slots=True)
class Lookup:
    """Small exact look-ups in the tables."""

    connection: duckdb.DuckDBPyConnection

    def people(self, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Of these keys of whole names those that people have, with the names as printed."""
        if not keys:
            return {}
        marks = ", ".join("?" * len(keys))  # values in a list are held against the bounds of the table's row groups
        rows = self.connection.execute(
            f"SELECT key, name FROM person WHERE key IN ({marks}) ORDER BY key, name", list(keys)
        ).fetchall()
        names: dict[str, tuple[str, ...]] = {}
        for key, name in rows:
            names[key] = (*names.get(key, ()), name)
        return names

    def bearers(self, key: str, among: tuple[Sense, ...], years: tuple[int, ...]) -> list[str]:
        """People of a surname in these wards, councils or offices, those who stood for an office first."""
        space = f"({' OR '.join(_BORNE_IN[s.kind] for s in among)})" if among else "true"
        values: list[object] = [v for s in among for v in _ids(s)]
        when = "list_has_any(years, ?)" if years else "true"
        rows = self.connection.execute(
            f"SELECT name FROM bearer WHERE key = ? AND {space} AND {when}\n"
            "GROUP BY name ORDER BY bool_or(office_id IS NOT NULL) DESC, max(last_year) DESC, name",
            [key, *values, *([list(years)] if years else [])],
        ).fetchall()
        return [str(r[0]) for r in rows]

    def candidates(self, key: str, among: tuple[Sense, ...], years: tuple[int, ...]) -> list[str]:
        """Those of a surname who stood in these wards or councils, as the ballot papers print them."""
        borne = self.bearers(key, among, years)
        if not borne or not among or any(s.kind is Kind.OFFICE for s in among):
            return borne
        space = f"({' OR '.join(_BORNE_IN[s.kind] for s in among)})"
        when = f" AND year IN ({', '.join('?' * len(years))})" if years else ""
        named = ", ".join("?" * len(borne))
        rows = self.connection.execute(
            f"SELECT DISTINCT name FROM ballot WHERE name IN ({named}) AND {space}{when} ORDER BY name",
            [*borne, *(v for s in among for v in _ids(s)), *years],
        ).fetchall()
        return [str(r[0]) for r in rows] or borne

    def stood(self, name: str) -> tuple[tuple[str, str], ...]:
        """The council and ward of each ballot paper with a name, the newest first."""
        rows = self.connection.execute(
            "SELECT council_id, ward_slug FROM ballot WHERE name = ?\n"
            "GROUP BY council_id, ward_slug ORDER BY max(year) DESC, council_id, ward_slug",
            [name],
        ).fetchall()
        return tuple((str(council), str(ward)) for council, ward in rows)

    def took(self, ward: Sense, party_id: str, year: int) -> bool:
        """Whether a party took a seat of a ward in a year."""
        rows = self.connection.execute(
            "SELECT 1 FROM ward_poll_party WHERE council_id = ? AND ward_slug = ? AND year = ? AND party_id = ?"
            " AND (seats > 0 OR seats IS NULL AND rank = 1 AND seats_up > 1)",
            [ward.council_id, ward.id, year, party_id],
        ).fetchall()
        return bool(rows)

    def years(self) -> tuple[int, int]:
        """The first and the last year of any figure held; 1973 where none is."""
        row = self.connection.execute("SELECT min(year), max(year) FROM chamber").fetchone()
        return (int(row[0]), int(row[1])) if row and row[0] else (1973, 1973)

    def newest_poll(self) -> str | None:
        """The day of the newest election held, ISO."""
        row = self.connection.execute("SELECT CAST(max(date) AS VARCHAR) FROM election").fetchone()
        return str(row[0]) if row and row[0] else None

    def colours(self) -> dict[str, str]:
        """Party → its colour, #RRGGBB, for those that have one."""
        rows = self.connection.execute("SELECT name, colour FROM party WHERE colour LIKE '#%' ORDER BY name").fetchall()
        return dict(rows)

    def sources(self) -> dict[str, Source]:
        """Every source by its id."""
        rows: Sequence[tuple[str, ...]] = self.connection.execute(
            "SELECT source_id, title, publisher, licence, CAST(as_of AS VARCHAR) FROM source ORDER BY source_id"
        ).fetchall()
        return {r[0]: Source(*r) for r in rows}


def _ids(sense: Sense) -> tuple[str, ...]:
    return (sense.council_id, sense.id) if sense.kind is Kind.WARD else (sense.id,)
