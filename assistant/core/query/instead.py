"""What is held where a figure is not: its years, and the council's seats where its wards' results are missing."""

from __future__ import annotations

from typing import TypeVar

import duckdb

from assistant.core.meaning.nodes import Claim, Figure, It, Measure, Named, Newest, Node, Prop, Set
from assistant.core.meaning.walk import rebuild, walk
from assistant.core.query.compile import figure, truth
from assistant.core.query.contests import contests
from assistant.core.query.facts import Contest
from assistant.core.query.measured import NotMeasured
from assistant.core.query.run import fetch
from assistant.core.query.sql import fill

N = TypeVar("N", bound=Node)


def years_held(con: duckdb.DuckDBPyConnection, node: Figure | Prop) -> tuple[int, ...]:
    """The years in which a figure, or a truth, of one year could be told."""
    times = {cell.time for cell in walk(node) if isinstance(cell, Measure | Claim)}
    time = times.pop() if len(times) == 1 else None
    if not isinstance(time, Named | Newest):
        return ()
    try:
        open_ = _with_open_year(node, time)
        rel = figure(open_, {}) if isinstance(open_, Figure) else truth(open_, {})
    except NotMeasured:
        return ()
    if "year" not in rel.keys:
        return ()
    known = "n > 0" if isinstance(node, Figure) else "truth IS NOT NULL"
    rows = fetch(con, fill(f"SELECT DISTINCT year FROM ({{}}) WHERE {known} ORDER BY year", rel.query))
    return tuple(int(str(row[0])) for row in rows)


def _with_open_year(node: N, time: Set) -> N:
    """The node with its one time left free."""

    def change(name: str, part: Node) -> Node:
        return It("year") if part == time else _with_open_year(part, time)

    return rebuild(node, change)


def council_instead(con: duckdb.DuckDBPyConnection, node: Node) -> tuple[Contest, ...]:
    """The seats of the one council that an ask is about, in its one year."""
    councils = {_council(p) for p in walk(node) if isinstance(p, Named) and p.kind in ("council", "ward")}
    years = {p for p in walk(node) if isinstance(p, Named) and p.kind == "year"}
    if len(councils) != 1 or len(years) != 1:
        return ()
    return contests(con, "chamber", councils.pop(), years.pop())


def _council(place: Named) -> str:
    return place.ids[0].partition("/")[0]
