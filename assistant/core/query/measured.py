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
        return _agreed(made, _together(made, node, level))
    return _agreed(made, _total(made, node, level) if made.several else _alone(made, node, level))


def _agreed(made: Scan, rel: Rel) -> Rel:
    """The figure of one thing that ties may share: none where theirs differ."""
    if not made.ones:
        return rel
    keys = {k: f"t.{k}" for k in made.keys}
    value = Sql(
        "CASE WHEN count(t.value) = count(*) AND min(t.value) = max(t.value) THEN min(t.value) END AS value, "
        "coalesce(min(t.n), 0) AS n, coalesce(max(t.of), 0) AS of"
    )
    return Rel(selection(keys, value, fill("({}) t", rel.query), Sql(""), grouped(keys)), tuple(keys), rel.exact)


def _value(made: Scan, node: Cell, level: Level | Truth, whole: str | None) -> Sql:
    """The expression of a cell in one row."""
    number = node.number if isinstance(node, Claim) else 0
    if node.person is None and node.party is None and not made.cube.parties and whole:
        return _put(made, whole, number)
    if node.person is not None or not made.cube.parties:
        return _put(made, level.person or "NULL", number)
    if node.party is None:
        return _put(made, whole or "NULL", number)
    value, absent = _put(made, level.party or "NULL", number), _put(made, level.absent, number)
    return fill("CASE WHEN p.party IS NULL THEN {} ELSE {} END", absent, value)


def _put(made: Scan, expression: str, number: int = 0) -> Sql:
    return put(expression, party=made.party, rival=made.rival, n=Sql(str(int(number))))


def _alone(made: Scan, node: Measure, level: Level) -> Rel:
    """One row behind each coordinate."""
    value = _sure(made, _value(made, node, level, level.single or level.whole))
    if level.of and not level.single:
        value = fill(f"100.0 * ({{}}) / nullif({level.of}, 0)", value)
    inner = selection(made.apart, fill("{} AS value", value), made.source, made.condition, Sql(""))
    return Rel(fill("SELECT *, (value IS NOT NULL)::INT AS n, 1 AS of FROM ({})", inner), tuple(made.apart))


def _sure(made: Scan, value: Sql) -> Sql:
    """A value in the rows of known members: of others it is not known whether it counts."""
    return fill(f"CASE WHEN {' AND '.join(made.sure)} THEN {{}} END", value) if made.sure else value


def _of(made: Scan, node: Measure, column: str | None = None) -> str:
    """How many there are: of places that are named one by one, also those without a row."""
    if made.named is None or node.person is not None:
        return "count(*)"
    many, own = made.named
    return f"CASE WHEN count(*) > 0 THEN count(*) + {many} - count(DISTINCT {column or own}) ELSE 0 END"


def _total(made: Scan, node: Measure, level: Level) -> Rel:
    """Several rows behind a coordinate, taken together as the measure adds."""
    value, of = _sure(made, _value(made, node, level, level.whole)), _of(made, node)
    if MEASURES[node.name].adds == "ratio":
        total = fill(
            f"100.0 * sum({{}}) FILTER ({level.of} IS NOT NULL) "
            f"/ nullif(sum({level.of}) FILTER (({{}}) IS NOT NULL), 0) AS value, "
            f"count({{}}) FILTER ({level.of} IS NOT NULL) AS n, {of} AS of", value, value, value,
        )  # fmt: skip
        return Rel(selection(made.apart, total, made.source, made.condition, grouped(made.apart)), tuple(made.apart))
    total = fill(f"sum({{}}) AS value, count({{}}) AS n, {of} AS of", value, value)
    query = selection(made.apart, total, made.source, made.condition, grouped(made.apart))
    return Rel(query, tuple(made.apart), "sum")


def _together(made: Scan, node: Measure, level: Level) -> Rel:
    """Several parties at each contest: theirs are added first, so that a denominator counts once."""
    value = _sure(made, _value(made, node, level, None))
    contest = {f"key_{c}": f"b.{c}" for c in made.cube.join} | ({"key_place": made.named[1]} if made.named else {})
    columns = fill(
        "CASE WHEN count({}) = count(*) THEN sum({}) END AS part, any_value({}) AS whole",
        value,
        value,
        Sql(level.of or "1"),
    )
    inner = selection(made.apart | contest, columns, made.source, made.condition, grouped(made.apart | contest))
    keys, of = {k: f"t.{k}" for k in made.apart}, _of(made, node, "t.key_place")
    if level.of:
        total = Sql(
            "100.0 * sum(part) FILTER (whole IS NOT NULL) / nullif(sum(whole) FILTER (part IS NOT NULL), 0) AS value, "
            f"count(part) FILTER (whole IS NOT NULL) AS n, {of} AS of"
        )
    else:
        total = Sql(f"sum(part) AS value, count(part) AS n, {of} AS of")
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
    if not made.several and not made.ones:
        return Rel(
            selection(made.keys, fill("{} AS truth", value), made.source, made.condition, Sql("")), tuple(made.keys)
        )
    agreed = Sql(
        "CASE WHEN count(t.truth) = count(*) AND bool_and(t.truth) = bool_or(t.truth) "
        "THEN bool_and(t.truth) END AS truth"
    )
    keys = {k: f"t.{k}" for k in made.keys}
    rows = fill("({}) t", selection(made.keys, fill("{} AS truth", value), made.source, made.condition, Sql("")))
    return Rel(selection(keys, agreed, rows, Sql(""), fill("{} HAVING count(*) > 0", grouped(keys))), tuple(keys))
