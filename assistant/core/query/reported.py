"""What was reported of a change, a count of seats, or of control: every version of it, the most authoritative first."""

from __future__ import annotations

import duckdb

from assistant.core.meaning.nodes import Claim, Measure, Named, Newest, Node, Reported, Select, Set, Span
from assistant.core.meaning.walk import walk
from assistant.core.query.contests import dicts
from assistant.core.query.facts import Contest, Facts, Thing
from assistant.core.query.sql import Sql, among, every, fill

KINDS: dict[str, tuple[str, ...]] = {
    "net change": ("net change", "increase"),
    "seats won": ("seats won",),
    "seats held": ("seats after",),
    "gain control": ("councils change", "councils gained", "control gained"),
    "lose control": ("councils change", "councils lost", "control lost"),
    "keep control": ("control held",),
    "control": ("councils",),
    "run": ("councils",),
    "win": ("councils",),
    "turnout": ("turnout",),
}
"""A measure or a relation, and what reports call it; of councils where it is counted over them."""

_OF_NONE = ("councils without overall control", "councils without overall control, change")
_DEEDS = {"gain": "net change", "lose": "net change", "hold": "seats won"}


def reported(con: duckdb.DuckDBPyConnection, of: Node) -> Contest | None:
    """All that was reported of a figure or a claim; None where it is nothing that reports tell."""
    cell = _cell(of)
    kinds = _kinds(of, cell) if cell is not None else ()
    if cell is None or not kinds:
        return None
    query = _query(cell, kinds)
    lines = tuple(dicts(con, query.text, query.values))
    ids = " ".join(sorted({str(line["source_id"]) for line in lines}))
    return Contest("reported", Thing("area", "", ""), 0, {"source_id": ids}, lines)


def _cell(of: Node) -> Measure | Claim | None:
    """The figure or the claim that says of whom, where and when."""
    cells = [node for node in walk(of) if isinstance(node, Measure | Claim) and node.name in (*KINDS, *_DEEDS)]
    return next((c for c in cells if isinstance(c, Measure)), cells[0] if cells else None)


def _kinds(of: Node, cell: Measure | Claim) -> tuple[str, ...]:
    if isinstance(cell.party, Named) and cell.party.ids == ("none",):
        return _OF_NONE
    counted = any(isinstance(node, Select) and node.kind == "council" for node in walk(of))
    if isinstance(cell, Claim) and not counted:
        return KINDS[_DEEDS.get(cell.name, cell.name)] if cell.name in _DEEDS else ()
    return KINDS[_CHANGED.get(cell.name, cell.name)] if counted else KINDS.get(cell.name, ())


_CHANGED = {"gain": "gain control", "lose": "lose control", "hold": "keep control"}


def _query(cell: Measure | Claim, kinds: tuple[str, ...]) -> Sql:
    where = [_place(cell), among("measure", kinds), Sql("figure IS NOT NULL"), *_when(cell.time)]
    parties = tuple(i for p in _parties(cell) for i in p.ids if i != "none")
    if parties:
        where.append(among("party_id", parties))
    return fill(_SAID, every(where))


_SAID = (
    "SELECT year, subject_name, party_id, party, measure, figure, basis, declared, of_total, final, said_by, note, "
    "source_id FROM said{} ORDER BY year DESC, party_id NULLS LAST, final DESC, authority, "
    "basis = 'last fought' DESC, declared DESC, reported_id"
)


def _parties(cell: Measure | Claim) -> list[Named]:
    """The parties that are named, alone or together."""
    return [n for n in walk(cell.party) if isinstance(n, Named) and n.kind == "party"] if cell.party else []


def _place(cell: Measure | Claim) -> Sql:
    """The place that is named, or a nation where none is: what is added up while counting goes on."""
    place = cell.place
    named = (node for node in (walk(place) if place is not None else ()) if isinstance(node, Named))
    one = next((p for p in named if p.kind in ("area", "council")), None)
    return Sql("subject LIKE 'nation:%'") if one is None else among("subject", one.ids)


def _when(time: Set | None) -> list[Sql]:
    if isinstance(time, Named):
        return [among("year", tuple(int(i) for i in time.ids))]
    if isinstance(time, Newest | Span) or time is None:
        return []
    return [Sql("false")]


def at_point(point: str) -> list[Sql]:
    """The conditions that a figure was reported at a point of a nation's count."""
    declared, _, total = point.partition(" of ")
    said = [Sql("declared = ?", (int(declared),))] if declared.isdigit() else [Sql(_POINTS[point])]
    return [Sql("subject LIKE 'nation:%'"), *said, *([Sql("of_total = ?", (int(total),))] if total else [])]


_POINTS = {
    "early": "(NOT final OR contains(note, 'as councils'))",
    "all": "final AND declared IS NOT NULL",
}


def as_reported(con: duckdb.DuckDBPyConnection, ask: Reported) -> Facts:
    """The facts of a figure as it was reported."""
    found = reported(con, ask.ask)
    if found is None:
        return Facts(ask, Sql("SELECT 1 AS one ORDER BY one"))
    return Facts(ask, query_of(ask.ask), contests=(found,))


def query_of(of: Node) -> Sql:
    """The query of what was reported of a figure."""
    cell = _cell(of)
    assert cell is not None
    return _query(cell, _kinds(of, cell))
