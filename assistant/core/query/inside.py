"""What a set is within: its members are in a council or an area, or among those of another set of their kind."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.core.meaning.nodes import It, Kind, Named, Newest, Select, Set
from assistant.core.query.nodes import members
from assistant.core.query.rel import Scopes
from assistant.core.query.sql import Sql, among, fill


@dataclass(slots=True)
class Inside:
    """The rows `t` of a set's conditions with their keys, to be narrowed; `truth` is what is said of a member."""

    keys: dict[str, str]
    source: Sql
    where: list[Sql] = field(default_factory=list)
    truth: str = "t.truth"


def inside(made: Inside, node: Select, scopes: Scopes) -> None:
    """Narrow to what the set is within; of what may be within it, a member may be one."""
    within = node.within
    if within is None or isinstance(within, Newest):
        return
    own = f"t.{node.kind}" if within.kind == node.kind else _council(node.kind)
    if within.kind == "area" and node.kind != "area":
        _in_area(made, within, own, node.kind == "office")
    elif isinstance(within, It):
        _in_it(made, within.kind, own)
    elif isinstance(within, Named) and node.kind == "area" and not any(":" in i for i in within.ids):
        made.where.append(fill(f"{own} IN (SELECT area FROM place_member WHERE {{}})", among("kind", within.ids)))
    elif isinstance(within, Named):
        made.where.append(among(own, [int(i) if within.kind == "year" else i for i in within.ids]))
    else:
        _among_members(made, within, own, scopes)


def _council(kind: Kind) -> str:
    """The council of a thing, which its key begins with."""
    return "t.council" if kind == "council" else f"split_part(t.{kind}, '/', 1)"


def _in_it(made: Inside, kind: Kind, own: str) -> None:
    if kind in made.keys:
        made.where.append(Sql(f"{made.keys[kind]} = {own}"))
    else:
        made.keys[kind] = own


def _in_area(made: Inside, within: Set, own: str, office: bool) -> None:
    if isinstance(within, Named) and office:
        made.where.append(fill("t.office IN (SELECT office FROM office_member WHERE {})", among("area", within.ids)))
    elif isinstance(within, Named):
        made.where.append(fill(f"{own} IN (SELECT council FROM place_member WHERE {{}})", among("area", within.ids)))
    elif isinstance(within, It) and "area" not in made.keys:
        made.source = fill(f"{{}} JOIN place_member g ON g.council = {own}", made.source)
        made.keys["area"] = "g.area"


def _among_members(made: Inside, within: Set, own: str, scopes: Scopes) -> None:
    rel = members(within, scopes)
    on = "".join(f" AND w.{k} = {made.keys[k]}" for k in rel.keys if k in made.keys)
    may_be = f"{{}} JOIN (SELECT * FROM ({{}}) WHERE truth IS NOT FALSE) w ON w.member = {own}{on}"
    made.source = fill(may_be, made.source, rel.query)
    made.keys |= {k: f"w.{k}" for k in rel.keys if k not in made.keys}
    made.truth = "(t.truth AND w.truth)"
