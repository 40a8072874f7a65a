"""The members of a set with a figure or a set in each column, as one query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import duckdb

from assistant.core.meaning.nodes import Figure, Kind, Listing, Ranked, Set
from assistant.core.query.compile import figure, members
from assistant.core.query.facts import Found, Row, Table, Thing
from assistant.core.query.figures import is_named, scope_of
from assistant.core.query.rel import Rel, Scopes
from assistant.core.query.run import fetch
from assistant.core.query.sql import Sql, fill, joined

Cells = Sequence[object]


@dataclass(frozen=True, slots=True)
class Layout:
    """A table's query, and what its columns hold."""

    query: Sql
    columns: tuple[Figure | Set, ...]
    floors: tuple[bool, ...]


def table(con: duckdb.DuckDBPyConnection, ask: Listing) -> tuple[Sql, Table]:
    """The query of a list and its rows; of who is in it, and of how many it could be told."""
    plan = layout(ask)
    rows = fetch(con, plan.query)
    known, every = (int(str(rows[0][2])), int(str(rows[0][3]))) if rows else judged(con, ask.of)
    width = 4 if ask.across is None else 6
    found = tuple(_row(r, plan, ask, width) for r in rows)
    return plan.query, Table(ask.of, plan.columns, found, known, every, ask.across)


def beside(base: Sql, columns: Sequence[Figure | Set]) -> Layout:
    """A query of one row with more figures and sets of their own behind it."""
    source = fill("({}) m", base)
    rels = [_column(c, {}) for c in columns]
    for i, rel in enumerate(rels):
        source = fill("{} LEFT JOIN ({}) c" + str(i) + " ON true", source, rel.query)
    listed = joined(", ", [Sql("m.*"), *(_shown(c, f"c{i}") for i, c in enumerate(columns))])
    return Layout(
        fill("SELECT {} FROM {} ORDER BY ALL", listed, source), tuple(columns), tuple(r.exact != "exact" for r in rels)
    )


def judged(con: duckdb.DuckDBPyConnection, of: Set) -> tuple[int, int]:
    """How many candidates for a set could be judged, of how many."""
    query = fill("SELECT count(truth), count(*) FROM ({})", members(of, {}).query)
    known, every = fetch(con, query)[0]
    return int(str(known)), int(str(every))


def layout(ask: Listing) -> Layout:
    """A row a member: its id, its name, how many could be judged; for a figure value, n and of, for a set its names."""
    kind = ask.of.kind
    base = fill(
        "SELECT m.member, {} AS name, count(m.truth) OVER () AS known, count(*) OVER () AS every, m.truth FROM ({}) m",
        _name("m.member", kind),
        members(ask.of, {}).query,
    )
    scopes: dict[Kind, Set | None] = {kind: scope_of(_candidates(ask.of))}
    source = fill("({}) m", base)
    head = "m.member, m.name, m.known, m.every"
    keys = {kind: "m.member"}
    if ask.across is not None:
        across = ask.across.kind
        scopes[across] = scope_of(ask.across)
        keys[across] = "a.member"
        source = fill("{} JOIN (SELECT * FROM ({}) WHERE truth) a ON true", source, members(ask.across, {}).query)
        head += f", a.member AS across, {_name('a.member', across).text} AS across_name"
    columns = [_column(c, scopes) for c in ask.columns]
    for i, rel in enumerate(columns):
        source = fill("{} LEFT JOIN ({}) c" + str(i) + " ON " + _on(rel, keys, f"c{i}"), source, rel.query)
    listed = joined(", ", [Sql(head), *(_shown(c, f"c{i}") for i, c in enumerate(ask.columns))])
    query = fill("SELECT {} FROM {} WHERE m.truth ORDER BY {}", listed, source, Sql(_order(ask)))
    return Layout(query, ask.columns, tuple(r.exact != "exact" for r in columns))


def _candidates(of: Set) -> Set:
    """Of those that are named one by one, each has its own row, whichever comes first of them."""
    return of.of if isinstance(of, Ranked) and is_named(of.of) else of


def _name(column: str, kind: Kind) -> Sql:
    """A member's printed name, with what it is in behind a tab."""
    if kind == "year":
        return Sql(f"{column}::VARCHAR")
    if kind == "person":
        held = f"split_part({column}, '/', 1)"
        office = f"(SELECT any_value(name) FROM thing WHERE kind = 'office' AND id = {held})"
        named = f"split_part({column}, '/', 2)"
        unnamed = f"(SELECT any_value(name) || ' candidate' FROM party WHERE party_id = {named})"
        return Sql(f"coalesce({unnamed}, {named}) || chr(9) || coalesce({office}, {held})")
    found = f"SELECT concat_ws(chr(9), name, inside) FROM thing WHERE kind = '{kind}' AND id = {column}"
    return Sql(f"({found})")


def _column(column: Figure | Set, scopes: Scopes) -> Rel:
    if isinstance(column, Figure):
        return figure(column, scopes)
    rel = members(column, scopes)
    keys = "".join(f"{k}, " for k in rel.keys)
    named = fill(f"SELECT {keys}member, {{}} AS name FROM ({{}}) WHERE truth", _name("member", column.kind), rel.query)
    query = fill(
        f"SELECT {keys}list(member || chr(9) || name ORDER BY name, member) AS names FROM ({{}}) GROUP BY ALL", named
    )
    return replace(rel, query=query)


def _on(rel: Rel, keys: dict[Kind, str], alias: str) -> str:
    """A column belongs to the member whose key it has; a ward's council is told by the ward's key."""
    shared = [(k, keys.get(k) or f"split_part({next(iter(keys.values()))}, '/', 1)") for k in rel.keys]  # type: ignore[call-overload]
    return " AND ".join(f"{alias}.{k} = {e}" for k, e in shared) or "true"


def _shown(column: Figure | Set, alias: str) -> Sql:
    return Sql(f"{alias}.value, {alias}.n, {alias}.of" if isinstance(column, Figure) else f"{alias}.names")


def _order(ask: Listing) -> str:
    """Ranked by the figure asked for, else the first column's from the most, and by name; years as they come."""
    across = ", a.member" if ask.across is not None else ""
    if isinstance(ask.of, Ranked) and ask.of.by in ask.columns:
        column = f"c{ask.columns.index(ask.of.by)}.value"
        return f"{column} {'DESC' if ask.of.order == 'most' else 'ASC'}, m.name, m.member{across}"
    if ask.of.kind == "year":
        return f"m.member{across}"
    ranked = "" if across or not ask.columns or not isinstance(ask.columns[0], Figure) else "c0.value DESC NULLS LAST, "
    return f"{ranked}m.name, m.member{across}"


def _row(cells: Cells, plan: Layout, ask: Listing, at: int) -> Row:
    across = None if ask.across is None else thing(ask.across.kind, cells[4], cells[5])
    return Row(thing(ask.of.kind, cells[0], cells[1]), entries(cells[at:], plan), across)


def entries(cells: Cells, plan: Layout) -> tuple[Found | tuple[Thing, ...], ...]:
    """What stands in each column of a plan, from the cells of a row behind its head."""
    found, at = list[Found | tuple[Thing, ...]](), 0
    for column, floor in zip(plan.columns, plan.floors, strict=True):
        if isinstance(column, Figure):
            found.append(_found(cells[at : at + 3], floor))
            at += 3
        else:
            found.append(tuple(_listed(t, column.kind) for t in cells[at] or ()))  # type: ignore[attr-defined]
            at += 1
    return tuple(found)


def _found(cells: Cells, floor: bool) -> Found:
    value, n, of = cells
    return Found(None if value is None else float(str(value)), int(str(n or 0)), int(str(of or 0)), floor)


def _listed(text: str, kind: Kind) -> Thing:
    key, _, name = text.partition("\t")
    return thing(kind, key, name)


def thing(kind: Kind, key: object, name: object) -> Thing:
    """A thing from its key and its name, with what it is in behind a tab."""
    printed, _, inside = str(name if name is not None else key).partition("\t")
    return Thing(kind, str(key), printed, inside or None)
