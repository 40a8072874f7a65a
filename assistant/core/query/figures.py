"""Figures that are made of other figures and of sets."""

from __future__ import annotations

from assistant.core.meaning.nodes import Calendar, Count, Difference, It, Number, Over, Portion, Ratio, Run, Set
from assistant.core.query.nodes import figure, members, truth
from assistant.core.query.rel import Rel, Scopes, grouped, join, selection, shown
from assistant.core.query.sql import Sql, fill

_NOTHING = Sql("")
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
    whole = members(node.of, scopes)
    that = truth(node.that, {**scopes, kind: scope_of(node.of)})
    both = join([_by_kind(whole, kind), that])
    keys = {k: e for k, e in both.keys.items() if k != kind}
    value = Sql(
        "100.0 * count(*) FILTER (x1.truth) / nullif(count(x1.truth), 0) AS value, count(x1.truth) AS n, count(*) AS of"
    )
    return Rel(selection(keys, value, both.source, Sql(" WHERE x0.truth"), grouped(keys)), tuple(keys))


@figure.register
def _over(node: Over, scopes: Scopes) -> Rel:
    kind = node.members.kind
    whole = members(node.members, scopes)
    inner = figure(node.figure, {**scopes, kind: scope_of(node.members)})
    both = join([_by_kind(whole, kind), inner])
    keys = {k: e for k, e in both.keys.items() if k != kind}
    value = Sql(f"{_HOW[node.how]}(x1.value) AS value, count(x1.value) AS n, count(*) AS of")
    query = selection(keys, value, both.source, Sql(" WHERE x0.truth"), grouped(keys))
    return Rel(query, tuple(keys), "sum" if node.how == "sum" else "exact")


def _by_kind(rel: Rel, kind: str) -> Rel:
    """A set's relation with its member as the key of its kind."""
    return Rel(fill(f"SELECT * EXCLUDE (member), member AS {kind} FROM ({{}})", rel.query), (*rel.keys, kind))


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
    """A figure's value, NULL where it is the sum of some of its members only."""
    if rel.exact == "exact":
        return Sql(f"{alias}.value")
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
    value = Sql(f"{chosen} AS value, 1 AS n, 1 AS of")
    return Rel(selection(keys, value, fill("({}) l", lengths), _NOTHING, grouped(keys)), rel.keys)
