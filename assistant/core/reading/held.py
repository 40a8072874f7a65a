"""Which years each measure and relation is held for, by place: what a question without a time is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import duckdb

from assistant.core.meaning.nodes import Cell, Claim, It, Measure, Named, Set
from assistant.core.model.measures import MEASURES
from assistant.core.model.relations import RELATIONS
from assistant.core.query.measured import cube_of
from assistant.core.query.reported import at_point
from assistant.core.query.sql import Sql, among, every, fill


@dataclass(slots=True)
class Calendar:
    """The years held, asked of the tables once for each measure and place."""

    connection: duckdb.DuckDBPyConnection
    _known: dict[tuple[str, tuple[object, ...]], frozenset[int]] = field(default_factory=dict)

    def years(self, cell: Cell, place: Set | None) -> frozenset[int]:
        """The years in which a cell's figure is held anywhere in a place."""
        cube = cube_of(cell)
        held = _held(cell)
        where = [Sql(held)] if held else []
        if cube.has_by_elections and cube.level != "office":
            where.append(Sql("b.poll = ?", (cell.poll,)))
        where.extend(_inside(place))
        table = cube.table
        if isinstance(cell.person, Named):
            where.append(among(f"{'c' if cube.persons else 'b'}.person", cell.person.ids))
            stood = " AND ".join(f"c.{column} = b.{column}" for column in cube.join)
            table = f"{table} b JOIN {cube.persons} c ON {stood}" if cube.persons else f"{table} b"
        query = fill(f"SELECT DISTINCT b.year FROM {table}{'' if ' b' in table else ' b'}{{}}", every(where))
        key = (query.text, query.values)
        if key not in self._known:
            rows = self.connection.execute(query.text, list(query.values)).fetchall()
            self._known[key] = frozenset(int(r[0]) for r in rows)
        return self._known[key]

    def other_control(self, council: Named, year: int) -> int | None:
        """The newest year before one in which another party, or none, controlled a council than in that year."""
        query = fill(
            "SELECT max(b.year) FROM chamber_year b, chamber_year a{}",
            every(
                [
                    Sql("a.year = ? AND a.council = b.council AND b.year < a.year AND b.control <> a.control", (year,)),
                    among("b.council", council.ids),
                ]
            ),
        )
        row = self.connection.execute(query.text, list(query.values)).fetchone()
        return int(row[0]) if row and row[0] is not None else None

    def reported(self, point: str) -> list[tuple[Named, Named]]:
        """The nations and years of which something was reported at a point of the count, the newest first."""
        query = fill("SELECT DISTINCT subject, year FROM said{} ORDER BY year DESC, subject", every(at_point(point)))
        rows = self.connection.execute(query.text, list(query.values)).fetchall()
        return [(Named("area", (str(area),)), Named("year", (str(year),))) for area, year in rows]

    def is_in(self, council: str, areas: Sequence[str]) -> bool:
        """Whether a council is in one of some areas."""
        where = every([Sql("council = ?", (council,)), among("area", areas)])
        query = fill("SELECT 1 FROM place_member{} LIMIT 1", where)
        return bool(self.connection.execute(query.text, list(query.values)).fetchall())


def _held(cell: Cell) -> str:
    """What says, of a cube's row, that the cell's figure is held there."""
    cube = cube_of(cell)
    if cube.moment == "chamber":
        return ""
    if isinstance(cell, Claim):
        truth = RELATIONS[cell.name].truth(cube.name)
        assert truth is not None
        return _told(truth.absent if truth.place is None else f"({truth.place})")
    at = MEASURES[cell.name].level(cube.name, cell.basis)
    assert at is not None
    return _told(at.absent) if at.absent != "NULL" else _told(at.single or at.whole or "NULL")


def _told(expression: str) -> str:
    """An expression is told where it is not NULL; one that names a party is left out."""
    if "{" in expression or "p." in expression or expression in ("NULL", "true", "false"):
        return ""
    return f"({expression}) IS NOT NULL"


def _inside(place: Set | None) -> list[Sql]:
    if isinstance(place, Named) and place.kind in ("council", "ward", "office"):
        return [among(f"b.{place.kind}", place.ids)]
    if isinstance(place, Named) and place.kind == "area":
        return [fill("b.council IN (SELECT council FROM place_member WHERE {})", among("area", place.ids))]
    return []


__all__ = ["Calendar", "It", "Measure"]
