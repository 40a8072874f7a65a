"""Sets: who may be a member, and whether it is one."""

from __future__ import annotations

from functools import reduce

from assistant.core.meaning.nodes import (
    Among,
    And,
    Calendar,
    Compare,
    It,
    Kind,
    Named,
    Not,
    Number,
    Of,
    Prop,
    Ranked,
    Select,
    Set,
    Several,
    Span,
)
from assistant.core.query.figures import scope_of, whole
from assistant.core.query.inside import Inside, inside
from assistant.core.query.nodes import figure, members, truth
from assistant.core.query.rel import Rel, Scopes, by_kind, join, kept, selection, shown
from assistant.core.query.sql import Sql, among, every, fill, joined


@members.register
def _named(node: Named, scopes: Scopes) -> Rel:
    cast = "INT" if node.kind == "year" else "VARCHAR"
    return Rel(Sql(f"SELECT unnest([{', '.join('?' * len(node.ids))}])::{cast} AS member, true AS truth", node.ids), ())


@members.register
def _span(node: Span, scopes: Scopes) -> Rel:
    return Rel(fill("SELECT year AS member, true AS truth FROM calendar{}", every(_between(node, "year"))), ())


def _between(node: Span, column: str) -> list[Sql]:
    ends = ((node.first, ">="), (node.last, "<="))
    return [Sql(f"{column} {op} ?", (year,)) for year, op in ends if year is not None]


@members.register
def _several(node: Several, scopes: Scopes) -> Rel:
    rels = [members(m, scopes) for m in node.members]
    keys = reduce(lambda a, b: a if a == b else (), (r.keys for r in rels))
    union = joined(" UNION ALL ", [fill("SELECT * FROM ({})", r.query) for r in rels])
    columns = "".join(f"{k}, " for k in keys)
    one = "CASE WHEN bool_or(truth) THEN true WHEN count(truth) = count(*) THEN false END"
    query = fill(f"SELECT {columns}member, {one} AS truth FROM ({{}}) GROUP BY {columns}member", union)
    return Rel(query, keys)


@members.register
def _it(node: It, scopes: Scopes) -> Rel:
    table, column = _ALL[node.kind]
    return Rel(
        Sql(f"SELECT DISTINCT {column} AS {node.kind}, {column} AS member, true AS truth FROM {table}"), (node.kind,)
    )


_ALL: dict[Kind, tuple[str, str]] = {
    "council": ("council", "council_id"),
    "ward": ("ward_contest", "ward"),
    "party": ("party", "party_id"),
    "year": ("calendar", "year"),
    "office": ("office", "office_id"),
    "area": ("place_member", "area"),
    "person": (
        "(SELECT person FROM candidate UNION SELECT person FROM seat_holder UNION SELECT person FROM office_standing "
        "UNION SELECT person FROM office_tenure)",
        "person",
    ),
}


@members.register
def _of(node: Of, scopes: Scopes) -> Rel:
    inner = node.member
    assert isinstance(inner, It)
    column = "split_part(ward, '/', 1)"
    return Rel(Sql(f"SELECT DISTINCT ward, {column} AS member, true AS truth FROM ward_contest"), ("ward",))


@members.register
def _select(node: Select, scopes: Scopes) -> Rel:
    bound = {**scopes, node.kind: node.within}
    fixed = [p for p in node.where if _plain(p, node.kind)]
    rest = [p for p in node.where if p not in fixed]
    if not rest:
        base = Rel(fill("SELECT * EXCLUDE (member) FROM ({})", members(It(node.kind), scopes).query), (node.kind,))
    else:
        base = truth(And(tuple(rest)), bound) if len(rest) > 1 else truth(rest[0], bound)
    made = Inside({k: f"t.{k}" for k in base.keys}, fill("({}) t", base.query))
    inside(made, node, scopes)
    where = every([*made.where, *(_condition(p, f"t.{node.kind}") for p in fixed)])
    keys = kept(made.keys, node, node.kind)
    columns = fill(f"t.{node.kind} AS member, {made.truth} AS truth")
    return Rel(selection(keys, columns, made.source, where, Sql("")), tuple(keys))


def _plain(prop: Prop, kind: Kind) -> bool:
    """Whether a condition only says which of its kind a member is, and so needs no figure to be looked up."""
    inner = prop.prop if isinstance(prop, Not) else prop
    if isinstance(inner, Compare):
        return kind == "year" and isinstance(inner.left, Calendar) and isinstance(inner.right, Number)
    return isinstance(inner, Among) and inner.thing == It(kind) and _ids(inner.of) is not None


def _ids(of: Set) -> list[str] | None:
    if isinstance(of, Named):
        return list(of.ids)
    if isinstance(of, Several):
        parts = [_ids(m) for m in of.members]
        return [i for p in parts for i in p or ()] if all(p is not None for p in parts) else None
    return None


def _condition(prop: Prop, column: str) -> Sql:
    if isinstance(prop, Not):
        return fill("NOT {}", _condition(prop.prop, column))
    if isinstance(prop, Compare):
        assert isinstance(prop.right, Number)
        return Sql(f"{column} {prop.op} ?", (prop.right.value,))
    assert isinstance(prop, Among)
    ids = _ids(prop.of) or []
    return among(column, [int(i) for i in ids] if prop.of.kind == "year" else ids)


@members.register
def _ranked(node: Ranked, scopes: Scopes) -> Rel:
    """The members ranked by their figure; one without a figure, and one that may be a member, may be among them."""
    kind = node.of.kind
    of = members(node.of, scopes)
    by = figure(node.by, {**scopes, kind: scope_of(node.of)})
    both = join([by_kind(of, kind), by])
    known = f"x0.truth AND {_whole(by)} IS NOT NULL" + (" AND x0.party <> 'other'" if kind == "party" else "")
    keys = tuple(kept(both.keys, node, kind))
    rows = fill(
        f"SELECT {{}}{_whole(by)} AS value, {known} AS ranked FROM {{}} WHERE x0.truth IS NOT FALSE",
        shown({k: e for k, e in both.keys.items() if k in keys or k == kind}),
        both.source,
    )
    way = "DESC" if node.order == "most" else "ASC"
    apart = ", ".join([*(f"y.{k}" for k in keys), "y.ranked"])
    place = f"rank() OVER (PARTITION BY {apart} ORDER BY y.value {way}) BETWEEN {node.first} AND {node.last}"
    other = " WHEN y.party = 'other' THEN false" if kind == "party" else ""
    holds = f"CASE WHEN y.ranked THEN {place}{other} END"
    columns = "".join(f"y.{k}, " for k in keys)
    return Rel(fill(f"SELECT {columns}y.{kind} AS member, {holds} AS truth FROM ({{}}) y", rows), keys)


def _whole(by: Rel) -> str:
    """A figure to rank by: not the sum of some of its members only."""
    return whole("x1", by).text
