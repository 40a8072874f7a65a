"""Propositions that are made of figures, of sets and of each other."""

from __future__ import annotations

from assistant.core.meaning.nodes import Among, And, Compare, Every, Not, Or
from assistant.core.query.figures import scope_of, whole
from assistant.core.query.nodes import figure, members, truth
from assistant.core.query.rel import Rel, Scopes, by_kind, grouped, join, kept, selection, shown
from assistant.core.query.sql import Sql, fill


@truth.register
def _compare(node: Compare, scopes: Scopes) -> Rel:
    left, right = figure(node.left, scopes), figure(node.right, scopes)
    both = join([left, right])
    if left.exact == "count" and right.exact != "count":
        holds = _settled("x0", node.op, whole("x1", right))
    elif right.exact == "count" and left.exact != "count":
        holds = _settled("x1", _TURNED[node.op], whole("x0", left))
    else:
        holds = fill("({}) " + node.op + " ({})", whole("x0", left), whole("x1", right))
    return Rel(fill("SELECT {}{} AS truth FROM {}", shown(both.keys), holds, both.source), tuple(both.keys))


_TURNED = {"<": ">", "<=": ">=", "=": "=", "!=": "!=", ">": "<", ">=": "<="}


def _settled(count: str, op: str, other: Sql) -> Sql:
    """A count against a number, as far as its known members settle it: it is at least `lo` and at most `hi`."""
    lo, number = f"CASE WHEN {count}.of > 0 THEN {count}.value END", f"({other.text})"
    lo, hi = f"({lo})", f"({lo} + {count}.of - {count}.n)"
    if op in (">", ">="):
        return Sql(f"CASE WHEN {lo} {op} {number} THEN true WHEN NOT {hi} {op} {number} THEN false END")
    if op in ("<", "<="):
        return Sql(f"CASE WHEN {hi} {op} {number} THEN true WHEN NOT {lo} {op} {number} THEN false END")
    equal, apart = ("true", "false") if op == "=" else ("false", "true")
    return Sql(
        f"CASE WHEN {lo} = {number} AND {hi} = {number} THEN {equal} "
        f"WHEN {number} NOT BETWEEN {lo} AND {hi} THEN {apart} END"
    )


@truth.register
def _not(node: Not, scopes: Scopes) -> Rel:
    rel = truth(node.prop, scopes)
    return Rel(fill("SELECT * EXCLUDE (truth), NOT truth AS truth FROM ({})", rel.query), rel.keys)


@truth.register
def _and(node: And, scopes: Scopes) -> Rel:
    both = join([truth(p, scopes) for p in node.props])
    holds = " AND ".join(f"x{i}.truth" for i in range(len(node.props)))
    return Rel(fill("SELECT {}{} AS truth FROM {}", shown(both.keys), Sql(holds), both.source), tuple(both.keys))


@truth.register
def _or(node: Or, scopes: Scopes) -> Rel:
    """Where one applies at least; one that does not apply makes nothing true and nothing unknown."""
    rels = [_marked(truth(p, scopes)) for p in node.props]
    both = join(rels, "FULL JOIN" if len({frozenset(r.keys) for r in rels}) == 1 else "JOIN")
    holds = " OR ".join(f"(x{i}.there IS NOT NULL AND x{i}.truth)" for i in range(len(rels)))
    return Rel(fill("SELECT {}{} AS truth FROM {}", shown(both.keys), Sql(holds), both.source), tuple(both.keys))


def _marked(rel: Rel) -> Rel:
    return Rel(fill("SELECT *, 1 AS there FROM ({})", rel.query), rel.keys)


@truth.register
def _among(node: Among, scopes: Scopes) -> Rel:
    """True of a member, unknown of one that may be, false of whatever else there is of its kind."""
    of, things = members(node.of, scopes), members(node.thing, scopes)
    outside = tuple(k for k in of.keys if k not in things.keys)
    source = fill("({}) i", things.query)
    if outside:
        around = f" CROSS JOIN (SELECT DISTINCT {', '.join(f's.{k}' for k in outside)} FROM ({{}}) s) o"
        source = fill("{}" + around, source, of.query)
    on = "".join(f" AND s.{k} = {'o' if k in outside else 'i'}.{k}" for k in of.keys)
    source = fill("{} LEFT JOIN ({}) s ON s.member = i.member" + on, source, of.query)
    keys = {k: f"i.{k}" for k in things.keys} | {k: f"o.{k}" for k in outside}
    found = Sql(
        "CASE WHEN bool_or(s.truth) THEN true WHEN count(*) FILTER (s.member IS NOT NULL AND s.truth IS NULL) = 0 "
        "THEN false END AS truth"
    )
    return Rel(selection(keys, found, source, Sql(" WHERE i.truth"), grouped(keys)), tuple(keys))


@truth.register
def _every(node: Every, scopes: Scopes) -> Rel:
    kind = node.of.kind
    both = join([by_kind(members(node.of, scopes), kind), truth(node.that, {**scopes, kind: scope_of(node.of)})])
    keys = kept(both.keys, node)
    holds = Sql(
        "CASE WHEN bool_or(x0.truth AND NOT x1.truth) THEN false WHEN NOT coalesce(bool_or(x0.truth), false) THEN NULL "
        "WHEN bool_or(x0.truth IS NULL AND x1.truth IS NOT TRUE OR x0.truth AND x1.truth IS NULL) THEN NULL "
        "ELSE true END AS truth"
    )
    return Rel(selection(keys, holds, both.source, Sql(" WHERE x0.truth IS NOT FALSE"), grouped(keys)), tuple(keys))
