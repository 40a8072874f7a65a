"""A table of facts as the columns and rows of an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import singledispatch

from assistant.column import Cell, Column, Unit
from assistant.core.answer.number import series
from assistant.core.answer.units import KINDS, unit
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import (
    Calendar,
    Claim,
    Count,
    Difference,
    Measure,
    Named,
    Node,
    Over,
    Portion,
    Ratio,
    Run,
    Select,
    Set,
)
from assistant.core.meaning.walk import walk
from assistant.core.model.measures import MEASURES
from assistant.core.model.relations import RELATIONS
from assistant.core.query.facts import Found, Row, Table, Thing

Shown = tuple[tuple[Column, ...], tuple[Mapping[str, Cell], ...]]
Entry = Found | tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's title in parts: what it is, of which party, of which year; what all share need not be said."""

    what: str
    party: str = ""
    year: str = ""

    def title(self, with_party: bool, with_year: bool) -> str:
        """The parts that are wanted, as one title."""
        text = " ".join(p for p in (self.party if with_party else "", self.what, self.year if with_year else "") if p)
        return text[:1].upper() + text[1:]


def shown(table: Table, words: Words) -> Shown:
    """The columns and rows of a table; two sets are told side by side."""
    if table.across is not None:
        return _crossed(table)
    titles = _titles([heading(c, words) for c in table.columns])
    columns = [Column(_key(t), t, unit(c)) for t, c in zip(titles, table.columns, strict=True)]
    head = _head(table.of.kind, table.rows)
    rows = [{**_named(row.thing, head), **_cells(columns, row)} for row in table.rows]
    kept = (*head, *(c for c in columns if any(r[c.key] is not None for r in rows)))
    return kept, tuple({c.key: r[c.key] for c in kept} for r in rows)


def _cells(columns: Sequence[Column], row: Row) -> dict[str, Cell]:
    return {c.key: cell(e) for c, e in zip(columns, row.entries, strict=True)}


def _head(kind: str, rows: Sequence[Row]) -> tuple[Column, ...]:
    """The member's own column, and one of what it is in where that differs."""
    first = Column(kind, KINDS[kind][0].capitalize(), Unit.YEAR if kind == "year" else Unit.TEXT)  # type: ignore[index]
    if kind in ("ward", "person") and len({r.thing.inside for r in rows}) > 1:
        return first, Column("council", "Council", Unit.TEXT)
    return (first,)


def _named(thing: Thing, head: Sequence[Column]) -> dict[str, Cell]:
    name: Cell = int(thing.id) if thing.kind == "year" else thing.name
    return {head[0].key: name, **{c.key: thing.inside for c in head[1:]}}


def _titles(headings: Sequence[Heading]) -> list[str]:
    """Titles that say what tells the columns apart, and no more; "Votes" beside "Labour votes" keeps its party."""
    parties = {h.party for h in headings if h.party}
    years = {h.year for h in headings if h.year}
    found = [h.title(bool(parties), len(years) > 1) for h in headings]
    return [t if found.index(t) == i else f"{t} ({found[:i].count(t) + 1})" for i, t in enumerate(found)]


def _key(title: str) -> str:
    return "_".join("".join(c if c.isalnum() else " " for c in title.lower()).split())


def cell(entry: Entry) -> Cell:
    """What stands in a cell: a number (whole where it is), or names."""
    if isinstance(entry, tuple):
        return series([t.name for t in entry]) or None
    return number(entry.value)


def number(value: float | None) -> Cell:
    """A figure, whole where it is."""
    if value is None:
        return None
    return int(value) if float(value).is_integer() else round(value, 4)


def _crossed(table: Table) -> Shown:
    """Rows down, the second set across."""
    assert table.across is not None
    figure = table.columns[0]
    across = sorted({(r.across.id, r.across.name) for r in table.rows if r.across})
    head = _head(table.of.kind, table.rows)
    columns = [Column(_key(name), name, unit(figure)) for _, name in across]
    rows = dict[str, dict[str, Cell]]()
    for row in table.rows:
        assert row.across is not None
        line = rows.setdefault(row.thing.id, {**_named(row.thing, head), **{c.key: None for c in columns}})
        line[_key(row.across.name)] = cell(row.entries[0])
    if table.across.kind == "year" and len(columns) > 1 and unit(figure) is not Unit.TEXT:
        return _with_change(head, columns, list(rows.values()))
    return (*head, *columns), tuple(rows.values())


def _with_change(head: Sequence[Column], columns: Sequence[Column], rows: Sequence[dict[str, Cell]]) -> Shown:
    """Years across, and last how much the last differs from the first; nothing where one of them is not held."""
    points = columns[0].unit is Unit.SHARE
    change = Column("change", "Change", Unit.POINTS if points else Unit.CHANGE)
    first, last = columns[0].key, columns[-1].key
    for row in rows:
        before, after = row[first], row[last]
        known = isinstance(before, int | float) and isinstance(after, int | float)
        row["change"] = round(after - before, 4) if known else None  # type: ignore[operator]
    ordered = sorted(rows, key=lambda r: (r[last] is None, -float(str(r[last] or 0)), str(r[head[0].key])))
    return (*head, *columns, change), tuple(ordered)


# --- Headings ---------------------------------------------------------------------------------------------------------


@singledispatch
def heading(of: Node, words: Words) -> Heading:
    """What a column is headed."""
    return Heading("figure")


@heading.register
def _measure(of: Measure, words: Words) -> Heading:
    year = of.time.ids[0] if isinstance(of.time, Named) else ""
    party = words.names.adjective(of.party.ids[0]) if isinstance(of.party, Named) else ""
    return Heading(_SHORT.get(of.name, MEASURES[of.name].plural if of.name in _COUNTED else of.name), party, year)


_SHORT = {"seats held": "seats", "majority in per cent": "majority %", "seats short": "seats short of a majority"}
_COUNTED = frozenset({"vacancies"})


@heading.register
def _calendar(of: Calendar, words: Words) -> Heading:
    return Heading("year")


@heading.register
def _count(of: Count, words: Words) -> Heading:
    claim = next((p for p in walk(of) if isinstance(p, Claim)), None)
    done = RELATIONS[claim.name].past.removesuffix(" in").removesuffix(" of") if claim else ""
    inner = heading(Measure("votes", None, claim.party, None, claim.time), words) if claim else Heading("")
    return Heading(f"{KINDS[of.of.kind][1]} {done}".strip().replace("{n}", ""), inner.party, inner.year)


@heading.register
def _portion(of: Portion, words: Words) -> Heading:
    return Heading(f"% of {KINDS[of.of.kind][1]}")


@heading.register
def _over(of: Over, words: Words) -> Heading:
    inner = heading(of.figure, words)
    return Heading(f"{_HOW[of.how]} {inner.what}", inner.party, inner.year)


_HOW = {"sum": "total", "mean": "average", "median": "median", "most": "highest", "least": "lowest"}


@heading.register
def _difference(of: Difference, words: Words) -> Heading:
    return Heading("change" if is_change(of) else "difference")


def is_change(of: Difference) -> bool:
    """Whether the two figures differ in their time."""
    left, right = of.left, of.right
    return isinstance(left, Measure) and isinstance(right, Measure) and left.time != right.time


@heading.register
def _ratio(of: Ratio, words: Words) -> Heading:
    return Heading("%" if of.percent else "ratio")


@heading.register
def _run(of: Run, words: Words) -> Heading:
    return Heading("years in a row")


@heading.register
def _select(of: Select, words: Words) -> Heading:
    claim = next((p for p in of.where if isinstance(p, Claim)), None)
    theirs = claim is None or claim.person is not None
    by = "" if claim is None or theirs else RELATIONS[claim.name].participle
    return Heading(by or KINDS[of.kind][0])


@heading.register
def _set(of: Set, words: Words) -> Heading:
    return Heading(KINDS[of.kind][0])
