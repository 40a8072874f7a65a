"""On which basis, how much of it is held, and from whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

import duckdb

from assistant.answer.model import Source
from assistant.core.answer.number import years
from assistant.core.answer.units import KINDS
from assistant.core.meaning.nodes import Claim, Count, Figure, Measure, Newest, Over, Portion, Story, Value
from assistant.core.model.cubes import Cube
from assistant.core.query.facts import Facts, Found, Table, Used
from assistant.core.query.measured import cube_of

_NOTES = {
    "net change": {
        "": "change: against the composition of the year before",
        "composition": "change: against the composition of the year before",
        "last fought": "change: against the poll at which the same seats were last fought",
    },
    "votes": {
        "": "votes: all votes of a party's candidates",
        "all votes": "votes: all votes of a party's candidates",
        "top candidates": "votes: those of each party's best-placed candidate in a ward",
        "first preferences": "votes: first preferences",
    },
    "share of the vote": {
        "": "shares: of all votes cast in the polls held there",
        "all votes": "shares: of all votes cast in the polls held there",
        "top candidates": "shares: of the votes of each party's best-placed candidate",
    },
    "turnout": {"": "turnout: of several wards by their electorates"},
}
_VOTES = {
    "preferences": "single transferable vote: votes are first preferences, and no majority follows from them",
    "top candidates": "votes: only those of each party's best-placed candidate are held",
}
_OF_VOTES = frozenset({"votes", "share of the vote", "majority", "majority in per cent"})
_CONTROL = "control: more than half of the seats"


def basis(facts: Facts) -> str | None:
    """What the figures are figures of."""
    said = list(dict.fromkeys(words for used in facts.used for words in _basis(used)))
    return "; ".join(said) or None


def _basis(used: Used) -> Iterable[str]:
    cell, cube = used.cell, cube_of(used.cell)
    yield _moment(cube, used)
    if isinstance(cell, Measure) and used.votes and cell.name in _OF_VOTES:
        yield _VOTES[used.votes]
    elif isinstance(cell, Measure):
        yield from _basis_of(cell, used.rows)
    if isinstance(cell, Claim) and "control" in cell.name:
        yield _CONTROL


def _basis_of(cell: Measure, rows: int) -> Iterable[str]:
    """How a measure is counted; of one contest turnout needs no word."""
    told = _NOTES.get(cell.name, {}).get(cell.basis)
    return (told,) if told is not None and (rows > 1 or cell.name != "turnout") else ()


def counted_by(name: str) -> str:
    """How a measure is counted on its first basis; "" where its name says it."""
    return _NOTES.get(name, {}).get("", "")


def _moment(cube: Cube, used: Used) -> str:
    """When it was so, and, where places differ, of which years."""
    spread = used.first is not None and used.first != used.last and isinstance(used.cell.time, Newest)
    if cube.moment == "chamber":
        what = "composition of the council as its yearly snapshot has it, taken some time after May"
        return f"newest {what} ({used.first} to {used.last})" if spread else what
    polls = "by-elections" if used.cell.poll == "by-election" else "scheduled polls"
    return f"each place's newest poll ({used.first} to {used.last})" if spread else polls


def coverage(facts: Facts) -> str | None:
    """How many of how many are held or could be judged."""
    told = [*_figures(facts), *_tables(facts), *_backed(facts)]
    return "; ".join(dict.fromkeys(told)) or None


def _figures(facts: Facts) -> Iterable[str]:
    found = facts.found
    if found is not None and found.of > 1 and facts.used:
        yield _held(found, facts)


def _held(found: Found, facts: Facts) -> str:
    node = facts.ask.of if isinstance(facts.ask, Value) else None
    if isinstance(node, Count | Portion):
        return f"{found.n:,} of {found.of:,} {KINDS[node.of.kind][1]} could be told"
    if isinstance(node, Over):
        return f"{found.n:,} of {found.of:,} {KINDS[node.members.kind][1]} held"
    return _places(found, cube_of(facts.used[0].cell))


def _backed(facts: Facts) -> Iterable[str]:
    """Of a story, how many places each of its figures is of."""
    for backing in facts.backing if isinstance(facts.ask, Story) else ():
        if isinstance(backing.node, Measure) and isinstance(backing.found, Found) and backing.found.of > 1:
            yield _places(backing.found, cube_of(backing.node))


def _places(found: Found, cube: Cube) -> str:
    voted = " that voted" if cube.moment == "poll" else ""
    return f"{found.n:,} of {found.of:,} {KINDS[cube.level][1]}{voted}"


def _tables(facts: Facts) -> Iterable[str]:
    table = facts.table
    if table is not None and table.all and table.of.kind not in ("party", "person", "year"):
        yield f"{table.known:,} of {table.all:,} {KINDS[table.of.kind][1]} could be told"
        held = sum(1 for r in table.rows if r.entries and isinstance(r.entries[0], Found) and r.entries[0].n)
        if held < len(table.rows) and _has_figure(table):
            yield f"the figure is held of {held:,} of {len(table.rows):,}"


def sources(con: duckdb.DuckDBPyConnection, ids: Iterable[str]) -> tuple[Source, ...]:
    """The sources of some ids, those that are years of one as one entry."""
    wanted = sorted(set(ids))
    if not wanted:
        return ()
    rows = con.execute(_SOURCES.format(", ".join("?" * len(wanted))), wanted).fetchall()
    grouped = groupby([Source(*row) for row in rows], key=_series)
    return tuple(_merged(list(group)) for _, group in grouped)


def _has_figure(table: Table) -> bool:
    return bool(table.columns) and isinstance(table.columns[0], Figure) and table.across is None


_SOURCES = (
    "SELECT source_id, title, publisher, licence, as_of::VARCHAR FROM source WHERE source_id IN ({}) ORDER BY source_id"
)


def _series(source: Source) -> tuple[str, str, str]:
    return re.sub(r"-\d{4}$", "", source.id), source.publisher, source.licence


def _merged(group: Sequence[Source]) -> Source:
    """Years of one source as one, all of them in the title of the last."""
    last = group[-1]
    if len(group) == 1:
        return last
    told = years([int(s.id[-4:]) for s in group])
    title = re.sub(r"(\d{1,2} [A-Z][a-z]+ )?\d{4}", told, last.title, count=1)
    return Source(" ".join(s.id for s in group), title, last.publisher, last.licence, last.as_of)
