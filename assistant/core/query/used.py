"""What a meaning read: of each of its figures and claims the sources, the years and how many rows there were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import duckdb

from assistant.core.meaning.nodes import Cell, Claim, Kind, Measure, Node, Select, Set
from assistant.core.meaning.walk import binds, parts
from assistant.core.model.cubes import Cube
from assistant.core.query.facts import Used
from assistant.core.query.figures import scope_of
from assistant.core.query.measured import NotMeasured, cube_of
from assistant.core.query.rel import Scopes
from assistant.core.query.run import fetch
from assistant.core.query.scan import scan
from assistant.core.query.sql import Sql, fill, joined


def used(con: duckdb.DuckDBPyConnection, node: Node) -> tuple[Used, ...]:
    """What each cell below read; cells of the same contests are told once."""
    scans = dict[tuple[object, ...], tuple[Cell, Sql]]()
    for cell, scopes in cells(node, {}):
        cube = _cube(cell)
        if cube is not None:
            scans.setdefault(_same(cell, cube), (cell, _scanned(cell, cube, scopes)))
    if not scans:
        return ()
    rows = fetch(con, joined(" UNION ALL ", [_numbered(i, sql) for i, (_, sql) in enumerate(scans.values())]))
    by_number = {row[0]: row[1:] for row in rows}
    return tuple(_used(cell, by_number[i]) for i, (cell, _) in enumerate(scans.values()))


def cells(node: Node, scopes: Scopes) -> Iterator[tuple[Cell, Scopes]]:
    """Each cell, with what the kinds that are bound around it are within."""
    if isinstance(node, Measure | Claim):
        yield node, scopes
    for name, part in parts(node):
        yield from cells(part, {**scopes, **_bound(node, name)})


def _bound(node: Node, name: str) -> dict[Kind, Set | None]:
    if isinstance(node, Select):
        return {node.kind: node.within} if name == "where" else {}
    sets = [part for _, part in parts(node) if isinstance(part, Set)]
    return {s.kind: scope_of(s) for s in sets if s.kind in binds(node, name)}


def _cube(cell: Cell) -> Cube | None:
    try:
        return cube_of(cell)
    except NotMeasured:
        return None


def _source(cell: Cell, cube: Cube) -> str:
    polled = (
        cell.name in ("turnout", "electorate", "ballot papers") and cube.level != "office" and cube.moment == "poll"
    )
    return f"coalesce(b.turnout_source_id, {cube.source})" if polled else cube.source


def _same(cell: Cell, cube: Cube) -> tuple[object, ...]:
    return (cube.name, _source(cell, cube), cell.place, cell.person, cell.time, cell.poll)


def _scanned(cell: Cell, cube: Cube, scopes: Scopes) -> Sql:
    """The rows behind a cell, whoever's part of them it is about."""
    made = scan(replace(cell, party=None, rival=None), cube, scopes)
    if cube.name == "council poll":
        made.joins.append(Sql(_PREFERENTIAL))
    counts = "min(b.year), max(b.year), count(*), bool_and(b.latest)"
    head = f"list(DISTINCT {_source(cell, cube)}), {counts}, {_SYSTEMS.get(cube.name, 'NULL')}"
    return fill("SELECT {} FROM {}{}", Sql(head), made.source, made.condition)


_TRANSFERABLE = "'single transferable vote'"
_PREFERENTIAL = (
    " LEFT JOIN (SELECT DISTINCT council, year, true AS preferential FROM ward_contest "
    f"WHERE voting_system = {_TRANSFERABLE}) v ON v.council = b.council AND v.year = b.year"
)
_SYSTEMS = {
    "ward poll": f"CASE WHEN bool_or(b.voting_system = {_TRANSFERABLE}) THEN 'preferences' "
    "WHEN bool_or(b.votes_held = 'parties') THEN 'top candidates' END",
    "council poll": "CASE WHEN bool_or(v.preferential) THEN 'preferences' END",
}
"""Which votes a cube's rows have, where they are not all votes of each candidate."""


def _numbered(i: int, sql: Sql) -> Sql:
    return Sql(f"SELECT {i}, " + sql.text.removeprefix("SELECT "), sql.values)


def _used(cell: Cell, row: tuple[object, ...]) -> Used:
    sources, first, last, rows, latest, votes = row
    listed = tuple(sorted(s for s in sources or () if s))  # type: ignore[attr-defined]
    return Used(cell, listed, _year(first), _year(last), int(str(rows)), bool(latest), str(votes or ""))


def _year(value: object) -> int | None:
    return None if value is None else int(str(value))
