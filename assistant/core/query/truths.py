"""Propositions that are made of figures, of sets and of each other."""

from __future__ import annotations

from assistant.core.meaning.nodes import Among, And, Compare, Every, It, Not, Or
from assistant.core.query.figures import scope_of, whole
from assistant.core.query.nodes import figure, members, truth
from assistant.core.query.rel import Rel, Scopes, grouped, join, selection, shown
from assistant.core.query.sql import Sql, fill

_UPPER = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}


@truth.register
def _compare(node: Compare, scopes: Scopes) -> Rel:
    left, right = figure(node.left, scopes), figure(node.right, scopes)
    both = join([left, right])
    if left.exact == "count" and right.exact == "exact":
        holds = _settled("x0", node.op, "x1")
    elif right.exact == "count" and left.exact == "exact":
        holds = _settled("x1", _TURNED[node.op], "x0")
    else:
        holds = fill("({}) " + node.op + " ({})", whole("x0", left), whole("x1", right))
    return Rel(fill("SELECT {}{} AS truth FROM {}", shown(both.keys), holds, both.source), tuple(both.keys))


_TURNED = {"<": ">", "<=": ">=", "=": "=", "!=": "!=", ">": "<", ">=": "<="}


def _settled(count: str, op: str, other: str) -> Sql:
    """A count against a number, as far as its known members settle it: it is at least `lo` and at most `hi`."""
    lo, hi, number = f"{count}.value", f"({count}.value + {count}.of - {count}.n)", f"{other}.value"
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
    rel = members(node.of, scopes)
    if isinstance(node.thing, It):
        kind = node.thing.kind
        return Rel(fill(f"SELECT * EXCLUDE (member), member AS {kind} FROM ({{}})", rel.query), (*rel.keys, kind))
    one = members(node.thing, scopes)
    keys = {k: f"s.{k}" for k in rel.keys}
    found = fill(
        "CASE WHEN bool_or(s.truth AND s.member IN (SELECT member FROM ({}))) THEN true "
        "WHEN count(s.truth) > 0 "
        "AND NOT coalesce(bool_or(s.truth IS NULL AND s.member IN (SELECT member FROM ({}))), false) "
        "THEN false END AS truth", one.query, one.query,
    )  # fmt: skip
    return Rel(selection(keys, found, fill("({}) s", rel.query), Sql(""), grouped(keys)), rel.keys)


@truth.register
def _every(node: Every, scopes: Scopes) -> Rel:
    kind = node.of.kind
    whole_set = members(node.of, scopes)
    that = truth(node.that, {**scopes, kind: scope_of(node.of)})
    keyed = Rel(
        fill(f"SELECT * EXCLUDE (member), member AS {kind} FROM ({{}})", whole_set.query), (*whole_set.keys, kind)
    )
    both = join([keyed, that])
    keys = {k: e for k, e in both.keys.items() if k != kind}
    holds = Sql(
        "CASE WHEN bool_or(x0.truth AND NOT x1.truth) THEN false WHEN NOT coalesce(bool_or(x0.truth), false) THEN NULL "
        "WHEN bool_or(x0.truth IS NULL AND x1.truth IS NOT TRUE OR x0.truth AND x1.truth IS NULL) THEN NULL "
        "ELSE true END AS truth"
    )
    return Rel(selection(keys, holds, both.source, Sql(" WHERE x0.truth IS NOT FALSE"), grouped(keys)), tuple(keys))
