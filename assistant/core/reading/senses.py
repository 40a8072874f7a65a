"""A name that several things have: which of them the tables serve in a meaning, and how each is told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import duckdb

from assistant.core.meaning.nodes import Cell, Claim, Kind, Measure, Named, Node, Select
from assistant.core.meaning.walk import rebuild, walk
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
            return f"{self.printed(kind, id_)} in {self.printed('council', within)}"
        return self.printed(kind, id_)

    def _there(self, name: Named, ask: Node) -> tuple[str, ...]:
        """Those of a name that the tables have where and when the meaning has it."""
        source = _SOURCES.get(name.kind)
        if source is None:
            return name.ids
        years = sorted({y for cell in _cells_of(name, ask) for y in _years(cell)})
        places = sorted({p for cell in _cells_of(name, ask) for p in _councils(cell)})
        query = f"SELECT DISTINCT {source[1]} FROM {source[0]} WHERE {source[1]} IN ({_marks(name.ids)})"
        if years:
            query += f" AND year IN ({_marks(years)})"
        if places and name.kind == "person":
            query += f" AND split_part(person, '/', 1) IN ({_marks(places)})"
        rows = self.connection.execute(query, [*name.ids, *years, *(places if name.kind == "person" else [])]).fetchall()
        found = {str(row[0]) for row in rows}
        return tuple(i for i in name.ids if i in found)


_SOURCES: dict[Kind, tuple[str, str]] = {"ward": ("ward_contest", "ward"), "person": ("candidate", "person")}


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _cells_of(name: Named, ask: Node) -> Iterable[Cell]:
    """The figures and claims in which a name stands."""
    return (c for c in walk(ask) if isinstance(c, Measure | Claim) and name in (c.place, c.person))


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
    """The meaning with one thing in the place of a name's several."""
    return rebuild(node, lambda _, part: replace(name, ids=(id_,)) if part == name else _put(part, name, id_))
