"""Figures that are made of other figures and of sets."""

from __future__ import annotations

from typing import TypeGuard

from assistant.core.meaning.nodes import (
    Calendar,
    Count,
    Difference,
    It,
    Named,
    Number,
    Over,
    Portion,
    Ratio,
    Run,
    Set,
    Several,
)
from assistant.core.query.nodes import figure, members, truth
from assistant.core.query.rel import Rel, Scopes, by_kind, grouped, join, kept, selection, shown
from assistant.core.query.sql import Sql, fill

_NOTHING = Sql("")
_MAY_BE = Sql(" WHERE x0.truth IS NOT FALSE")
_HOW = {"sum": "sum", "mean": "avg", "median": "median", "most": "max", "least": "min"}


@figure.register
def _number(node: Number, scopes: Scopes) -> Rel:
    return Rel(Sql("SELECT ?::DOUBLE AS value, 1 AS n, 1 AS of", (node.value,)), ())


@figure.register
def _calendar(node: Calendar, scopes: Scopes) -> Rel:
    if isinstance(node.year, It):
        return Rel(Sql("SELECT year, year AS value, 1 AS n, 1 AS of FROM calendar"), ("year",))
    rel = members(node.year, scopes)
    keys = {k: f"s.{k}" for k in rel.keys}
    value = Sql(
        "CASE WHEN min(s.member) = max(s.member) THEN min(s.member) END AS value, count(*) AS n, count(*) AS of"
    )
    return Rel(selection(keys, value, fill("({}) s", rel.query), Sql(" WHERE s.truth"), grouped(keys)), rel.keys)


@figure.register
def _count(node: Count, scopes: Scopes) -> Rel:
    rel = members(node.of, scopes)
    keys = {k: f"s.{k}" for k in rel.keys}
    value = Sql(
        "CASE WHEN count(s.truth) > 0 OR count(*) = 0 THEN count(*) FILTER (s.truth) END AS value, "
        "count(s.truth) AS n, count(*) AS of"
    )
    return Rel(selection(keys, value, fill("({}) s", rel.query), _NOTHING, grouped(keys)), rel.keys, "count")


@figure.register
def _portion(node: Portion, scopes: Scopes) -> Rel:
    kind = node.of.kind
    both = join([by_kind(members(node.of, scopes), kind), truth(node.that, {**scopes, kind: scope_of(node.of)})])
    keys = kept(both.keys, node)
    value = Sql(
        "100.0 * count(*) FILTER (x0.truth AND x1.truth) / nullif(count(x1.truth) FILTER (x0.truth), 0) AS value, "
        "count(x1.truth) FILTER (x0.truth) AS n, count(*) AS of"
    )
    return Rel(selection(keys, value, both.source, _MAY_BE, grouped(keys)), tuple(keys))


@figure.register
def _over(node: Over, scopes: Scopes) -> Rel:
    """Of the known members; one that may be a member, or that is named and has no row, counts among all."""
    kind = node.members.kind
    inner = figure(node.figure, {**scopes, kind: scope_of(node.members)})
    both = join([by_kind(members(node.members, scopes), kind), inner])
    keys = kept(both.keys, node)
    known = fill("CASE WHEN x0.truth THEN {} END", whole("x1", inner))
    of = f"CASE WHEN count(*) > 0 THEN {len(node.members.members)} ELSE 0 END" if is_named(node.members) else "count(*)"
    value = fill(f"{_HOW[node.how]}({{}}) AS value, count({{}}) AS n, {of} AS of", known, known)
    query = selection(keys, value, both.source, _MAY_BE, grouped(keys))
    return Rel(query, tuple(keys), "sum" if node.how == "sum" else "exact")


def is_named(of: Set) -> TypeGuard[Several]:
    """Whether several things are named one by one."""
    return isinstance(of, Several) and all(isinstance(m, Named) for m in of.members)


def scope_of(of: Set) -> Set:
    """What the members of a set are within, to narrow what is looked up for them."""
    within: Set | None = getattr(of, "within", None)
    return within or of


@figure.register
def _difference(node: Difference, scopes: Scopes) -> Rel:
    return _two(node, scopes, "{} - {}")


@figure.register
def _ratio(node: Ratio, scopes: Scopes) -> Rel:
    return _two(node, scopes, ("100.0 * " if node.percent else "1.0 * ") + "{} / nullif({}, 0)")


def _two(node: Difference | Ratio, scopes: Scopes, operation: str) -> Rel:
    left, right = figure(node.left, scopes), figure(node.right, scopes)
    both = join([left, right])
    value = fill(operation, whole("x0", left), whole("x1", right))
    columns = fill("{} AS value", value)
    inner = fill("SELECT {}{} FROM {}", shown(both.keys), columns, both.source)
    return Rel(fill("SELECT *, (value IS NOT NULL)::INT AS n, 1 AS of FROM ({})", inner), tuple(both.keys))


def whole(alias: str, rel: Rel) -> Sql:
    """A figure's value, NULL where it is the sum of some of its members only, or a count of nothing."""
    if rel.exact == "exact":
        return Sql(f"{alias}.value")
    if rel.exact == "count":
        return Sql(f"CASE WHEN {alias}.n = {alias}.of AND {alias}.of > 0 THEN {alias}.value END")
    return Sql(f"CASE WHEN {alias}.n = {alias}.of THEN {alias}.value END")


@figure.register
def _run(node: Run, scopes: Scopes) -> Rel:
    rel = members(node.years, scopes)
    over = f"PARTITION BY {', '.join(f's.{k}' for k in rel.keys)} " if rel.keys else ""
    islands = fill(
        f"SELECT *, row_number() OVER ({over}ORDER BY s.member) "
        f"- sum((s.truth IS TRUE)::INT) OVER ({over}ORDER BY s.member) AS island FROM ({{}}) s", rel.query,
    )  # fmt: skip
    runs = {k: f"i.{k}" for k in rel.keys} | {"island": "i.island"}
    lengths = selection(
        runs,
        Sql("count(*) AS years, max(i.member) AS until"),
        fill("({}) i", islands),
        Sql(" WHERE i.truth"),
        grouped(runs),
    )
    keys = {k: f"l.{k}" for k in rel.keys}
    chosen = "max(l.years)" if node.which == "longest" else "arg_max(l.years, l.until)"
    value = Sql(f"{chosen} AS value, (count(*) > 0)::INT AS n, (count(*) > 0)::INT AS of")
    return Rel(selection(keys, value, fill("({}) l", lengths), _NOTHING, grouped(keys)), rel.keys)
