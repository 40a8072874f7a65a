"""A measure at its coordinates, and a relation: one scan of the cube that has it at the level of the place."""

from __future__ import annotations

from assistant.core.meaning.nodes import Cell, Claim, Kind, Measure, Set
from assistant.core.model.cubes import Cube
from assistant.core.model.measures import MEASURES, Level
from assistant.core.model.relations import RELATIONS, Truth
from assistant.core.query.nodes import figure, truth
from assistant.core.query.rel import Rel, Scopes, grouped, selection
from assistant.core.query.scan import Scan, scan
from assistant.core.query.sql import Sql, fill, put


class NotMeasured(Exception):
    """A measure or relation that has no figure at the level asked for."""


def level_of(place: Set | None) -> Kind:
    """The level of a cube that a place is looked up in: an area's figures are its councils'."""
    return "council" if place is None or place.kind == "area" else place.kind


def cube_of(cell: Cell) -> Cube:
    """The cube that a cell reads; raises NotMeasured."""
    if isinstance(cell, Measure):
        entry = MEASURES[cell.name]
        levels = entry.bases.get(cell.basis) if cell.basis else next(iter(entry.bases.values()))
        cubes = [at.cube for at in levels or ()]
    else:
        cubes = [t.cube for t in RELATIONS[cell.name].truths]
    wanted = "ward" if cell.person is not None and level_of(cell.place) == "council" else level_of(cell.place)
    for cube in cubes:
        if cube.level == wanted:
            return cube
    raise NotMeasured(f"{cell.name} is not held for a {wanted}")


@figure.register
def _measure(node: Measure, scopes: Scopes) -> Rel:
    cube = cube_of(node)
    level = MEASURES[node.name].level(cube.name, node.basis)
    assert level is not None
    made = scan(node, cube, scopes)
    if made.parties:
        return _together(made, node, level)
    if not made.several and not made.agreeing:
        return _alone(made, node, level)
    return _total(made, node, level)


def _value(made: Scan, node: Cell, level: Level | Truth, whole: str | None) -> Sql:
    """The expression of a cell in one row."""
    number = node.number if isinstance(node, Claim) else 0
    if node.person is not None:
        return _put(made, level.person or "NULL", number)
    if node.party is None:
        return _put(made, whole or "NULL", number)
    value, absent = _put(made, level.party or "NULL", number), _put(made, level.absent, number)
    return fill("CASE WHEN p.party IS NULL THEN {} ELSE {} END", absent, value)


def _put(made: Scan, expression: str, number: int = 0) -> Sql:
    return put(expression, party=made.party, rival=made.rival, n=Sql(str(int(number))))


def _alone(made: Scan, node: Measure, level: Level) -> Rel:
    """One row behind each coordinate."""
    value = _value(made, node, level, level.single or level.whole)
    if level.of and not level.single:
        value = fill(f"100.0 * ({{}}) / nullif({level.of}, 0)", value)
    inner = selection(made.keys, fill("{} AS value", value), made.source, made.condition, Sql(""))
    return Rel(fill("SELECT *, (value IS NOT NULL)::INT AS n, 1 AS of FROM ({})", inner), tuple(made.keys))


def _total(made: Scan, node: Measure, level: Level) -> Rel:
    """Several rows behind a coordinate, taken together as the measure adds."""
    entry = MEASURES[node.name]
    value = _value(made, node, level, level.whole)
    if made.agreeing and not made.several:
        if level.of:
            value = fill(f"100.0 * ({{}}) / nullif({level.of}, 0)", value)
        total = fill(
            "CASE WHEN min({}) = max({}) THEN min({}) END AS value, count({}) AS n, count(*) AS of",
            value,
            value,
            value,
            value,
        )
        return Rel(selection(made.keys, total, made.source, made.condition, grouped(made.keys)), tuple(made.keys))
    if entry.adds == "ratio":
        part = fill(
            f"100.0 * sum({{}}) FILTER ({level.of} IS NOT NULL) / nullif(sum({level.of}) FILTER (({{}}) IS NOT NULL), 0) AS value, "
            f"count({{}}) FILTER ({level.of} IS NOT NULL) AS n, count(*) AS of", value, value, value,
        )  # fmt: skip
        return Rel(selection(made.keys, part, made.source, made.condition, grouped(made.keys)), tuple(made.keys))
    total = fill("sum({}) AS value, count({}) AS n, count(*) AS of", value, value)
    return Rel(selection(made.keys, total, made.source, made.condition, grouped(made.keys)), tuple(made.keys), "sum")


def _together(made: Scan, node: Measure, level: Level) -> Rel:
    """Several parties at each contest: theirs are added first, so that a denominator counts once."""
    value = _value(made, node, level, None)
    of = Sql(level.of or "1")
    contest = {f"key_{c}": f"b.{c}" for c in made.cube.join}
    columns = fill("CASE WHEN count({}) = count(*) THEN sum({}) END AS part, any_value({}) AS whole", value, value, of)
    inner = selection(made.keys | contest, columns, made.source, made.condition, grouped(made.keys | contest))
    keys = {k: f"t.{k}" for k in made.keys}
    if level.of:
        total = Sql(
            "100.0 * sum(part) FILTER (whole IS NOT NULL) / nullif(sum(whole) FILTER (part IS NOT NULL), 0) AS value, "
            "count(part) FILTER (whole IS NOT NULL) AS n, count(*) AS of"
        )
    else:
        total = Sql("sum(part) AS value, count(part) AS n, count(*) AS of")
    query = selection(keys, total, fill("({}) t", inner), Sql(""), grouped(keys))
    return Rel(query, tuple(keys), "exact" if level.of else "sum")


@truth.register
def _claim(node: Claim, scopes: Scopes) -> Rel:
    cube = cube_of(node)
    entry = RELATIONS[node.name].truth(cube.name)
    assert entry is not None
    made = scan(node, cube, scopes, entry.universe)
    value = _value(made, node, entry, entry.place)
    if node.rival is not None and entry.rival:
        value = fill("({}) AND ({})", value, _put(made, entry.rival))
    if not made.several and not made.agreeing:
        return Rel(
            selection(made.keys, fill("{} AS truth", value), made.source, made.condition, Sql("")), tuple(made.keys)
        )
    agreed = fill("CASE WHEN bool_and({}) = bool_or({}) THEN bool_and({}) END AS truth", value, value, value)
    return Rel(selection(made.keys, agreed, made.source, made.condition, grouped(made.keys)), tuple(made.keys))
