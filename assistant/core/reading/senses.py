"""A name that several things have: which of them the tables serve in a meaning, and how each is told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import duckdb

from assistant.core.meaning.nodes import Cell, Claim, Kind, Measure, Named, Newest, Node, Select
from assistant.core.meaning.walk import rebuild, walk
from assistant.core.query.sql import Sql, among, every
from assistant.core.reading.read import Reading

MOST_CHOICES = 9


@dataclass(frozen=True, slots=True)
class Sense:
    """A reading in which a name stands for one thing: `label` says which, `at` where the name was said."""

    reading: Reading
    label: str = ""
    at: tuple[int, int] | None = None

    def question(self, text: str) -> str:
        """The question with the name said in full."""
        return f"{text[: self.at[0]]}{self.label}{text[self.at[1] :]}" if self.at else text


@dataclass(frozen=True, slots=True)
class Senses:
    """Narrows names by the tables; `printed` says a thing in full."""

    connection: duckdb.DuckDBPyConnection
    printed: Callable[[Kind, str], str]
    most: int = MOST_CHOICES

    def settle(self, reading: Reading) -> list[Sense]:
        """The reading once for each thing that its one name of several may be; itself where none is left open."""
        name = next((n for n in walk(reading.ask) if isinstance(n, Named) and len(n.ids) > 1), None)
        if name is None:
            return [Sense(reading)]
        ids = self._there(name, reading.ask)
        if len(ids) == 1:
            told = f"{self._label(name.kind, ids[0])} is meant: no other of that name was there then"
            one = replace(reading, ask=_put(reading.ask, name, ids[0]), assumed=(*reading.assumed, told))
            return self.settle(one)
        at = min(name.spans, default=None)
        return [
            Sense(replace(reading, ask=_put(reading.ask, name, id_)), self._label(name.kind, id_), at)
            for id_ in (ids or name.ids)[: 4 * self.most]
        ]

    def sentence(self, senses: Sequence[Sense]) -> str:
        """Which of several is to be said."""
        more = len(senses) - self.most
        rest = f" {more} more are not listed: say the council." if more > 0 else ""
        return f"{len(senses)} things of that name would fit. Which one is meant?{rest}"

    def _label(self, kind: Kind, id_: str) -> str:
        within = id_.rpartition("/")[0]
        if kind == "person" and within:
            place: Kind = "office" if ":" in within else "council"
            return f"{self.printed(kind, id_)} in {self.printed(place, within)}"
        return self.printed(kind, id_)

    def _there(self, name: Named, ask: Node) -> tuple[str, ...]:
        """Those of a name that the tables have where and when the meaning has it, rather beside what else it names."""
        source = _SOURCES.get(name.kind)
        if source is None:
            return name.ids
        cells = _cells_of(name, ask)
        if name.kind == "person" and (held := _in_office(name, cells)):
            return held
        sitting = any(isinstance(c, Claim) and c.name == "represent" for c in cells)
        conditions = [among(source.column, name.ids), *_when(cells), *(_where(cells) if name.kind == "person" else ())]
        query = every(conditions)
        table = source.sitting if sitting else source.table
        rows = self.connection.execute(f"SELECT DISTINCT {source.column} FROM {table}{query.text}", list(query.values))
        found = {str(row[0]) for row in rows.fetchall()}
        if name.kind == "person" and not sitting and all(c.place is None for c in cells):
            found |= self._ran(name, cells)
        there = tuple(i for i in name.ids if i in found)
        return _beside(there, name, ask) or there

    def _ran(self, name: Named, cells: Sequence[Cell]) -> set[str]:
        """Those of a name who stood for an office in the years that are named."""
        query = every([among("person", name.ids), *(w for w in _when(cells) if w.values)])
        rows = self.connection.execute(f"SELECT DISTINCT person FROM office_standing{query.text}", list(query.values))
        return {str(row[0]) for row in rows.fetchall()}


@dataclass(frozen=True, slots=True)
class Source:
    """Where the things of a kind are looked up: who stood or where, and who sits."""

    table: str
    sitting: str
    column: str


_SOURCES: dict[Kind, Source] = {
    "ward": Source("ward_contest", "seat_holder", "ward"),
    "person": Source("candidate", "seat_holder", "person"),
}


_STANDING = "council IN (FROM chamber_year SELECT council WHERE year = (FROM chamber_year SELECT max(year)))"
"""Of councils that there still are."""


def _in_office(name: Named, cells: Sequence[Cell]) -> tuple[str, ...]:
    """Those of a name who stood for an office that is named; with no place named the one who did, if only one did."""
    places = [c.place for c in cells if c.place is not None]
    offices = {i for p in places if isinstance(p, Named) and p.kind == "office" for i in p.ids}
    held = tuple(i for i in name.ids if ":" in i.partition("/")[0])
    if offices:
        return tuple(i for i in held if i.partition("/")[0] in offices)
    return held if len(held) == 1 and not places else ()


def _when(cells: Sequence[Cell]) -> list[Sql]:
    """The years that the cells name, or the newest."""
    if cells and all(isinstance(c.time, Newest) for c in cells):
        return [Sql(_STANDING)]
    years = sorted({y for cell in cells for y in _years(cell)})
    return [among("year", years)] if years else []


def _where(cells: Sequence[Cell]) -> list[Sql]:
    """The councils that the cells name."""
    councils = sorted({c for cell in cells for c in _councils(cell)})
    return [among("split_part(person, '/', 1)", councils)] if councils else []


def _beside(ids: Sequence[str], name: Named, ask: Node) -> tuple[str, ...]:
    """Those in a council of which the meaning names another ward or person, or itself."""
    others = (n for n in walk(ask) if isinstance(n, Named) and n != name and len(n.ids) == 1)
    councils = {n.ids[0].partition("/")[0] for n in others if n.kind in ("ward", "person", "council")}
    return tuple(i for i in ids if i.partition("/")[0] in councils)


def _cells_of(name: Named, ask: Node) -> list[Cell]:
    """The figures and claims in which a name stands."""
    return [c for c in walk(ask) if isinstance(c, Measure | Claim) and name in (c.place, c.person)]


def _years(cell: Cell) -> Iterable[int]:
    time = cell.time
    return (int(i) for i in time.ids) if isinstance(time, Named) else ()


def _councils(cell: Cell) -> Iterable[str]:
    """The councils in which a cell is looked up."""
    place = cell.place
    if isinstance(place, Select):
        place = place.within
    return place.ids if isinstance(place, Named) and place.kind == "council" else ()


def _put(node: Any, name: Named, id_: str) -> Any:
    """The meaning with one thing in the place of a name's several; who stood for an office did so at its polls."""
    one = replace(name, ids=(id_,))

    def change(_: str, part: Any) -> Any:
        if part == name:
            return one
        made = _put(part, name, id_)
        office = id_.partition("/")[0]
        if isinstance(made, Measure | Claim) and made.person == one and made.place is None and ":" in office:
            poll = "by-election" if office.startswith("constituency:") else made.poll
            return replace(made, place=Named("office", (office,)), poll=poll)
        return made

    return rebuild(node, change)
