"""A cell as a scan of its cube: each slot narrows it, opens a key, or joins what it is to be read of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.core.meaning.nodes import Cell, It, Kind, Named, Newest, Of, Ranked, Select, Set, Several, Span
from assistant.core.meaning.walk import free
from assistant.core.model.cubes import Cube
from assistant.core.query.nodes import members
from assistant.core.query.rel import Scopes
from assistant.core.query.sql import Sql, among, every, fill, joined

_OFFICE_IN_AREA = "b.office IN (SELECT office FROM office_member WHERE {})"
_IN_AREA = "b.council IN (SELECT council FROM place_member WHERE {})"


@dataclass(slots=True)
class Scan:
    """What is read of a cube: tables joined to it, conditions, and the keys of what stays free.

    `several`: more than one row may stand behind a coordinate. `party`: how an expression names the party. `ones`: what
    tells ties for one thing apart, whose figures are to be the same. `sure`: when a row is of a member that is known to
    be one. `named`: how many places are named one by one, and their column.
    """

    cube: Cube
    scopes: Scopes
    joins: list[Sql] = field(default_factory=list)
    where: list[Sql] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    ones: dict[str, str] = field(default_factory=dict)
    sure: list[str] = field(default_factory=list)
    named: tuple[int, str] | None = None
    several: bool = False
    parties: bool = False
    party: Sql = field(default_factory=lambda: Sql(""))
    rival: Sql = field(default_factory=lambda: Sql(""))

    @property
    def source(self) -> Sql:
        """What stands after FROM."""
        return joined("", [Sql(f"{self.cube.table} b"), *self.joins])

    @property
    def apart(self) -> dict[str, str]:
        """The keys, and what tells ties apart."""
        return self.keys | self.ones

    @property
    def condition(self) -> Sql:
        """The WHERE clause."""
        return every(self.where)


def scan(cell: Cell, cube: Cube, scopes: Scopes, universe: str | None = None) -> Scan:
    """The scan of a cell; `universe` is what names the parties where the cube's own column does ("b.control")."""
    made = Scan(cube, scopes)
    if cube.has_by_elections:
        made.where.append(Sql("b.poll = ?", (cell.poll,)))
    _slot(made, cell.place, _places(cube))
    _slot(made, cell.time, "year")
    if cube.parties:
        _persons(made, cell)
        _parties(made, cell, universe)
    else:
        _rostered(made, cell)
    return made


def _places(cube: Cube) -> Kind:
    return cube.level


def _slot(made: Scan, value: Set | None, column: Kind) -> None:
    """Narrow the scan to the members of a set by one of the cube's own columns."""
    if value is None:
        made.several = made.several or column != "year"
        return
    _BY_TYPE.get(type(value), _described)(made, value, column)


def _named(made: Scan, value: Set, column: Kind) -> None:
    assert isinstance(value, Named)
    if value.kind == "area":
        inside = _OFFICE_IN_AREA if column == "office" else _IN_AREA
        made.where.append(fill(inside, among("area", value.ids)))
        made.several = True
        return
    ids = [int(i) for i in value.ids] if value.kind == "year" else list(value.ids)
    made.where.append(among(f"b.{value.kind}", ids))
    made.several = made.several or len(ids) > 1 or (value.kind == "council" and column == "ward")


def _span(made: Scan, value: Set, column: Kind) -> None:
    assert isinstance(value, Span)
    made.where.extend(span_conditions(value, f"b.{column}"))
    made.several = True


def span_conditions(value: Span, column: str) -> list[Sql]:
    """From when to when, as conditions on a column of years."""
    ends = ((value.first, ">="), (value.last, "<="))
    return [Sql(f"{column} {op} ?", (year,)) for year, op in ends if year is not None]


def _newest(made: Scan, value: Set, column: Kind) -> None:
    made.where.append(Sql("b.latest"))


def _bound(made: Scan, value: Set, column: Kind) -> None:
    """A free variable: its column is a key; what its members are within narrows the scan."""
    if value.kind == "council" and "council" not in made.scopes and "ward" in made.scopes:
        _of(made, Of("council", It("ward")), column)
        return
    _key(made, value.kind)
    within(made, made.scopes.get(value.kind), value.kind)


def _key(made: Scan, kind: Kind) -> None:
    if kind == "area":
        made.joins.append(Sql(" JOIN place_member m ON m.council = b.council"))
        made.keys["area"] = "m.area"
        made.several = True
        return
    made.keys[kind] = f"b.{kind}"
    made.several = made.several or (kind == "council" and made.cube.level == "ward")


def within(made: Scan, scope: Set | None, kind: Kind) -> None:
    """Narrow the scan to what is within a container, or among the members of a set of the same kind."""
    if scope is None:
        return
    if kind == "area":
        _areas(made, scope)
    elif isinstance(scope, It):
        _bound(made, scope, kind)
    elif isinstance(scope, Of):
        _key(made, scope.kind)
    elif isinstance(scope, Named | Several) and not _is_described(scope):
        several, named = made.several, made.named
        _slot(made, scope, kind)
        made.several, made.named = several, named
    elif isinstance(scope, Span):
        made.where.extend(span_conditions(scope, f"b.{kind}"))
    elif isinstance(scope, Newest):
        made.where.append(Sql("b.latest"))
    elif not free(scope):  # one that differs by coordinate is joined where the members are
        _join_members(made, scope, "truth IS NOT FALSE")


def _areas(made: Scan, scope: Set) -> None:
    """Narrow to the areas of a kind ("region"), or to the members of a set of areas."""
    if isinstance(scope, Named) and not any(":" in i for i in scope.ids):
        made.where.append(among("m.kind", scope.ids))
    else:
        _narrow(made, scope if not free(scope) else None, "m.area", "truth IS NOT FALSE")


def _of(made: Scan, value: Set, column: Kind) -> None:
    assert isinstance(value, Of)
    if (value.kind, value.member.kind) != ("council", "ward"):
        _key(made, value.kind)
        return
    made.joins.append(Sql(" JOIN (SELECT DISTINCT council, ward FROM ward_contest) w ON w.council = b.council"))
    made.keys["ward"] = "w.ward"


def _all_named(made: Scan, value: Set, column: Kind) -> None:
    assert isinstance(value, Several)
    if _is_described(value):
        _described(made, value, column)
        return
    ids = [i for m in value.members if isinstance(m, Named) for i in m.ids]
    if value.kind == "area":
        made.where.append(fill(_IN_AREA, among("area", ids)))
    else:
        made.where.append(among(f"b.{value.kind}", [int(i) for i in ids] if value.kind == "year" else ids))
        made.named = (len(set(ids)), f"b.{value.kind}") if value.kind != "year" else None
    made.several = True


def _is_described(value: Set) -> bool:
    return isinstance(value, Several) and not all(isinstance(m, Named) for m in value.members)


def _described(made: Scan, value: Set, column: Kind) -> None:
    """A set that is described: its members are a subquery."""
    if _is_one(value):
        made.ones[f"one_{column}"] = _join_members(made, value, "truth")
    else:
        _join_members(made, value, "truth IS NOT FALSE")
        made.sure.append(f"s{len(made.joins) - 1}.truth")
    made.several = made.several or not _is_one(value) or value.kind == "area"


def _is_one(value: Set) -> bool:
    """Whether one thing is meant, which ties may share."""
    return isinstance(value, Ranked) and value.first == value.last == 1


def _join_members(made: Scan, value: Set, which: str) -> str:
    if value.kind == "area":
        made.joins.append(Sql(" JOIN place_member m ON m.council = b.council"))
    column = "m.area" if value.kind == "area" else f"b.{value.kind}"
    _narrow(made, value, column, which)
    return column


_BY_TYPE: dict[type[Set], Callable[[Scan, Set, Kind], None]] = {
    Named: _named,
    Span: _span,
    Newest: _newest,
    It: _bound,
    Of: _of,
    Several: _all_named,
    Select: _described,
    Ranked: _described,
}


# --- Parties and persons ----------------------------------------------------------------------------------------------


def _same_contest(made: Scan, alias: str) -> str:
    return " AND ".join(f"{alias}.{c} = b.{c}" for c in made.cube.join)


def _persons(made: Scan, cell: Cell) -> None:
    if cell.person is None:
        return
    made.joins.append(Sql(f" JOIN {made.cube.persons} c ON {_same_contest(made, 'c')}"))
    if isinstance(cell.person, It):
        made.keys["person"] = "c.person"
        _people(made, made.scopes.get("person"), "c.person")
    else:
        _narrow(made, cell.person, "c.person")


def _people(made: Scan, scope: Set | None, column: str) -> None:
    """Narrow to the people of a council or an area, whose keys begin with the council's, or to those of a set."""
    council = f"split_part({column}, '/', 1)"
    if isinstance(scope, It) and scope.kind == "council":
        made.where.append(Sql(f"{made.keys['council']} = {council}")) if "council" in made.keys else None
        made.keys.setdefault("council", council)
    elif isinstance(scope, Named) and scope.kind == "council":
        made.where.append(among(council, scope.ids))
    elif isinstance(scope, Named) and scope.kind == "area":
        made.where.append(fill(f"{council} IN (SELECT council FROM place_member WHERE {{}})", among("area", scope.ids)))
    elif scope is not None and scope.kind == "person" and not free(scope):
        _narrow(made, scope, column, "truth IS NOT FALSE")
    elif scope is not None and scope.kind in ("ward", "office"):
        _narrow(made, scope, f"b.{scope.kind}")


def _rostered(made: Scan, cell: Cell) -> None:
    """Who sits is told in the cube's own rows: a row a seat, with its person and party."""
    for value in (cell.person, cell.party):
        if isinstance(value, It):
            _key(made, value.kind)
            _seated(made, value.kind)
        elif value is not None:
            _narrow(made, value, f"b.{value.kind}")
    made.several = True


def _seated(made: Scan, kind: Kind) -> None:
    if kind == "person":
        _people(made, made.scopes.get(kind), "b.person")
    else:
        _narrow(made, made.scopes.get(kind), f"b.{kind}", "truth IS NOT FALSE")


def _narrow(made: Scan, value: Set | None, column: str, which: str = "truth") -> None:
    """Only the rows whose column is a member of the set."""
    if value is None:
        return
    if isinstance(value, Named):
        made.where.append(among(column, value.ids))
        return
    rel = members(value, made.scopes)
    alias = f"s{len(made.joins)}"
    on = "".join(f" AND {alias}.{k} = {made.keys[k]}" for k in rel.keys if k in made.keys)
    made.joins.append(
        fill(f" JOIN (SELECT * FROM ({{}}) WHERE {which}) {alias} ON {alias}.member = {column}{on}", rel.query)
    )
    made.keys |= {k: f"{alias}.{k}" for k in rel.keys if k not in made.keys}


def _parties(made: Scan, cell: Cell, universe: str | None) -> None:
    if cell.rival is not None:
        _rival(made, cell.rival)
    if cell.party is None:
        return
    if cell.person is not None:  # a candidate's own party
        if isinstance(cell.party, It):
            made.keys["party"] = "c.party"
        else:
            _narrow(made, cell.party, "c.party")
        return
    if isinstance(cell.party, Named) and len(cell.party.ids) == 1:
        made.party = Sql("?", cell.party.ids)
        made.joins.append(
            fill(f" LEFT JOIN {made.cube.parties} p ON {_same_contest(made, 'p')} AND p.party = {{}}", made.party)
        )
        return
    _open_party(made, cell, universe)


def _open_party(made: Scan, cell: Cell, universe: str | None) -> None:
    """Every party of the scope at every contest of it, whether or not it stood there."""
    assert cell.party is not None
    made.party = Sql("u.party")
    on = ""
    if isinstance(cell.party, It):
        parties = _stood(made, universe)
        made.keys["party"] = "u.party"
    elif isinstance(cell.party, Named):
        parties = Sql(f"SELECT unnest([{', '.join('?' * len(cell.party.ids))}]) AS party", cell.party.ids)
        made.parties = True
    else:
        rel = members(cell.party, made.scopes)
        on = " AND ".join(f"u.{k} = {made.keys[k]}" for k in rel.keys if k in made.keys)
        parties = fill("SELECT * EXCLUDE (member), member AS party FROM ({}) WHERE truth IS NOT FALSE", rel.query)
        made.keys |= {k: f"u.{k}" for k in rel.keys if k not in made.keys}
        if _is_one(cell.party):
            made.where.append(Sql("u.truth"))
            made.ones["one_party"] = "u.party"
        else:
            made.parties = True
            made.sure.append("u.truth")
    made.joins.append(fill(f" JOIN ({{}}) u ON {on or 'true'}", parties))
    made.joins.append(Sql(f" LEFT JOIN {made.cube.parties} p ON {_same_contest(made, 'p')} AND p.party = u.party"))


def _stood(made: Scan, universe: str | None) -> Sql:
    """The parties that stood, or have a seat, anywhere in the scope."""
    rel = made.scopes.get("party")
    if isinstance(rel, Named) or (isinstance(rel, Several) and not _is_described(rel)):
        return fill("SELECT member AS party FROM ({})", members(rel, made.scopes).query)
    narrowed = []
    if rel is not None:
        among_them = "party IN (SELECT member FROM ({}) WHERE truth IS NOT FALSE)"
        narrowed = [fill(among_them, members(rel, made.scopes).query)]
    if universe:
        return fill(
            "SELECT * FROM (SELECT DISTINCT {} AS party FROM {}{}){}",
            Sql(universe),
            made.source,
            made.condition,
            every(narrowed),
        )
    present = Sql(_PRESENT[made.cube.name])
    inner = joined("", [made.source, Sql(f" JOIN {made.cube.parties} q ON {_same_contest(made, 'q')}")])
    return fill(
        "SELECT * FROM (SELECT DISTINCT q.party FROM {}{}){}", inner, every([*made.where, present]), every(narrowed)
    )


_PRESENT = {"chamber": "q.seats > 0", "council poll": "q.stood", "ward poll": "true", "office poll": "true"}
"""What makes a party one of a contest's, or of a chamber's."""


def _rival(made: Scan, rival: Set) -> None:
    made.joins.append(Sql(f" LEFT JOIN {made.cube.parties} r ON {_same_contest(made, 'r')}"))
    if isinstance(rival, Named):
        made.rival = Sql("?", rival.ids[:1])
        made.joins[-1] = fill("{} AND r.party = {}", made.joins[-1], made.rival)
    else:
        made.joins.pop()
        made.joins.append(fill(" JOIN ({}) v ON true", _stood(made, None)))
        made.joins.append(Sql(f" LEFT JOIN {made.cube.parties} r ON {_same_contest(made, 'r')} AND r.party = v.party"))
        made.rival = Sql("v.party")
        made.keys["party"] = "v.party"
