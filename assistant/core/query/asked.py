"""A resolved ask as facts: one query for its figures, companions for what stands behind them and whence they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import singledispatch

import duckdb

from assistant.core.meaning.nodes import (
    About,
    Among,
    And,
    Ask,
    Both,
    Cell,
    Claim,
    Count,
    Difference,
    Every,
    Figure,
    Given,
    It,
    Listing,
    Measure,
    Named,
    Node,
    Not,
    Or,
    Over,
    Portion,
    Prop,
    Ranked,
    Ratio,
    Reported,
    Run,
    Select,
    Set,
    Several,
    Story,
    Value,
    Whether,
)
from assistant.core.meaning.walk import free, parts, substitute, walk
from assistant.core.query.compile import figure, truth
from assistant.core.query.contests import contests
from assistant.core.query.evidence import Shown, behind, behind_prop, shares
from assistant.core.query.facts import Backing, Contest, Facts, Found, Table
from assistant.core.query.holdings import about
from assistant.core.query.instead import council_instead, years_held
from assistant.core.query.measured import NotMeasured, cube_of
from assistant.core.query.people import labelled, uncontrolled
from assistant.core.query.reported import as_reported, reported
from assistant.core.query.run import fetch
from assistant.core.query.sql import fill
from assistant.core.query.stories import story
from assistant.core.query.tables import Layout, beside, entries, table
from assistant.core.query.used import used

Con = duckdb.DuckDBPyConnection


@singledispatch
def facts(ask: Ask, con: Con) -> Facts:
    """What is found for an ask whose slots are filled; raises NotMeasured where the model has no such figure."""
    raise TypeError(f"no facts: {ask!r}")


@facts.register
def _value(ask: Value, con: Con) -> Facts:
    rel = figure(ask.of, {})
    columns = tuple(_parts(ask.of))
    plan = beside(fill("SELECT value, n, of FROM ({})", rel.query), columns)
    rows = fetch(con, plan.query)
    found = _found(rows[0][:3], rel.exact != "exact") if rows else None
    missing = found is None or found.value is None
    return Facts(
        ask,
        plan.query,
        found,
        arises=found is not None,
        backing=_backing(plan, rows[0][3:] if rows else ()),
        named=named(con, ask.of),
        contests=(
            (*contest_of(con, [ask.of]), *_said(con, ask.of))
            if missing or _is_of_majority(ask.of)
            else _said(con, ask.of)
        ),
        used=used(con, ask),
        years=years_held(con, ask.of) if missing else (),
        instead=council_instead(con, ask) if missing else (),
    )


def _said(con: Con, of: Figure) -> tuple[Contest, ...]:
    """What was reported of a net change, which others count on other bases, and of a turnout."""
    if not isinstance(of, Measure) or of.name not in ("net change", "turnout") or not isinstance(of.time, Named):
        return ()
    said = reported(con, of)
    return (said,) if said and said.lines else ()


def _is_of_majority(of: Figure) -> bool:
    """Whether a figure says how a chamber stands to a majority, which its seats are to be told with."""
    return isinstance(of, Measure) and of.name in ("seats short", "seats needed", "council majority")


def _found(row: tuple[object, ...], floor: bool) -> Found:
    value, n, of = row
    return Found(None if value is None else float(str(value)), int(str(n)), int(str(of)), floor)


def _parts(of: Figure) -> Iterator[Figure]:
    """The figures that a figure is worked out of."""
    if isinstance(of, Difference | Ratio):
        yield of.left
        yield of.right
    if isinstance(of, Portion):
        yield Count(replace_where(of))
        yield Count(of.of)
    if isinstance(of, Measure):
        yield from _apart(of)


def _apart(of: Measure) -> Iterator[Measure]:
    """A figure of several that are named, of each by itself."""
    yield from (replace(of, party=member) for member in _named_members(of.party))
    yield from (replace(of, place=member) for member in _named_members(of.place))


def _named_members(of: Set | None) -> tuple[Set, ...]:
    several = isinstance(of, Several) and all(isinstance(member, Named) for member in of.members)
    return of.members if several and isinstance(of, Several) else ()


def replace_where(of: Portion) -> Select:
    """The members of a set of which a proposition holds."""
    return Select(of.of.kind, of.of, (of.that,))


def _backing(plan: Layout, row: tuple[object, ...]) -> tuple[Backing, ...]:
    if not row:
        return ()
    return tuple(Backing(node, entry) for node, entry in zip(plan.columns, entries(row, plan), strict=True))


@facts.register
def _whether(ask: Whether, con: Con) -> Facts:
    columns = tuple(dict.fromkeys(c for c in _behind(ask.prop) if not free(c)))
    plan = beside(fill("SELECT truth FROM ({})", truth(ask.prop, {}).query), columns)
    rows = fetch(con, plan.query)
    missing = not rows or rows[0][0] is None
    return Facts(
        ask,
        plan.query,
        truth=rows[0][0] if rows else None,  # type: ignore[arg-type]
        arises=bool(rows),
        backing=_backing(plan, rows[0][1:] if rows else ()),
        named=named(con, ask.prop),
        contests=contest_of(con, _props(ask.prop)),
        used=used(con, ask),
        years=years_held(con, ask.prop) if missing else (),
        instead=council_instead(con, ask) if missing else (),
    )


def _behind(prop: Prop) -> Iterator[Shown]:
    yield from behind_prop(prop)
    for part in _props(prop):
        if isinstance(part, Among) and isinstance(part.of, Ranked):
            yield substitute(part.of.by, part.thing.kind, part.thing)


def _props(prop: Prop) -> list[Prop]:
    """The propositions that a proposition is made of, without not, and, or."""
    if isinstance(prop, Not):
        return _props(prop.prop)
    if isinstance(prop, And | Or):
        return [p for part in prop.props for p in _props(part)]
    return [prop]


@facts.register
def _listing(ask: Listing, con: Con) -> Facts:
    if ask.across is not None:
        whole = ask
    else:
        columns = tuple(dict.fromkeys([*ask.columns, *behind(ask.of)]))
        columns = tuple(dict.fromkeys([*columns, *shares(columns)])) if ask.of.kind == "party" else columns
        whole = replace(ask, columns=columns)
    query, found = table(con, whole)
    missing = not found.rows and not found.known
    whole_contests = contest_of(con, _whose(ask.of))
    return Facts(
        ask,
        query,
        table=uncontrolled(labelled(found, whole_contests)),
        others=_all_of_them(con, ask.of),
        named=named(con, ask.of, top=False),
        contests=whole_contests,
        used=used(con, ask),
        years=years_held(con, Count(ask.of)) if missing else (),
        instead=council_instead(con, ask) if missing else (),
    )


def _all_of_them(con: Con, of: Set) -> Table | None:
    """All of the few that are named, of which the first is asked, in their order."""
    if not isinstance(of, Ranked) or not (members := _named_members(of.of)):
        return None
    whole = replace(of, first=1, last=len(members))
    columns = behind(whole)
    return table(con, Listing(whole, (*columns, *(shares(columns) if of.kind == "party" else ()))))[1]


def _whose(of: Set) -> Iterator[Node]:
    """The claims and figures that pick a party or a person at one place."""
    if of.kind not in ("party", "person"):
        return
    if isinstance(of, Ranked):
        yield of.by
        yield from _whose(of.of)
    elif isinstance(of, Select):
        yield from (p for prop in of.where for p in _props(prop))


@facts.register
def _both(ask: Both, con: Con) -> Facts:
    first = facts(ask.first, con)
    second = facts(_of_those_found(first, ask.second), con)
    return Facts(ask, first.sql, parts=(first, second), used=(*first.used, *second.used))


def _of_those_found(first: Facts, second: Ask) -> Ask:
    """A figure of whoever the first ask found: of the one, or of each of several."""
    of = first.ask.of if isinstance(first.ask, Listing) else None
    if of is None or not isinstance(second, Value) or not isinstance(second.of, Measure) or first.table is None:
        return second
    slot = next((s for s in ("party", "person") if getattr(second.of, s) == of), None)
    if slot is None or not first.table.rows:
        return second
    ids = [row.thing.id for row in first.table.rows]
    who = Named(of.kind, (ids[0],)) if len(ids) == 1 else It(of.kind)
    figure: Measure = replace(second.of, **{slot: who})  # type: ignore[arg-type]
    return Value(figure) if len(ids) == 1 else Listing(of, (figure,))


@facts.register
def _story(ask: Story, con: Con) -> Facts:
    return story(con, ask)


@facts.register
def _reported(ask: Reported, con: Con) -> Facts:
    return as_reported(con, ask)


@facts.register
def _about(ask: About, con: Con) -> Facts:
    return about(con, ask)


@facts.register
def _given(ask: Given, con: Con) -> Facts:
    """The premise first: what rests on it is only told where it is true."""
    premise, asked = facts(Whether(ask.premise), con), facts(ask.ask, con)
    return Facts(ask, asked.sql, parts=(premise, asked), used=(*premise.used, *asked.used))


# --- Companions -------------------------------------------------------------------------------------------------------


def named(con: Con, node: Node, top: bool = True) -> tuple[Table, ...]:
    """The members of each set that is described below, where nothing around them is left free."""
    found = dict[Set, Listing]()
    for of, columns in _described(node, top):
        if not free(of):
            found.setdefault(of, Listing(of, columns))
    return tuple(table(con, ask)[1] for ask in found.values())


def _described(node: Node, top: bool) -> Iterator[tuple[Set, tuple[Shown, ...]]]:
    if top and isinstance(node, Count | Portion):
        yield node.of, behind(node.of)
    if isinstance(node, Measure) and isinstance(node.party, Select):
        yield node.party, behind(node.party)
    if isinstance(node, Over):
        yield node.members, (node.figure, *behind(node.members))
    if isinstance(node, Every):
        yield Select(node.of.kind, node.of, (Not(node.that),)), tuple(_of_kind(node))
    if isinstance(node, Run):
        yield node.years, behind(node.years)
    if isinstance(node, Among):
        yield node.of, behind(node.of)
    if top and isinstance(node, Ranked):
        yield node, behind(node)
        return
    for name, part in parts(node):
        yield from _described(part, name not in ("members", "years"))


def _of_kind(node: Every) -> Iterator[Shown]:
    yield from (c for c in behind_prop(node.that) if free(c) == {node.of.kind})


def contest_of(con: Con, nodes: Iterable[Node]) -> tuple[Contest, ...]:
    """The contests, or chambers, of the places that cells name."""
    found = dict[tuple[object, ...], tuple[Contest, ...]]()
    for cell in (c for node in nodes for c in walk(node) if isinstance(c, Measure | Claim)):
        for place in _places(con, cell):
            at = _cube(cell), place, cell.time, cell.poll
            if at[0] and at not in found:
                found[at] = contests(con, *at)  # type: ignore[arg-type]
    return tuple(c for each in found.values() for c in each)


def _cube(cell: Cell) -> str | None:
    try:
        return cube_of(cell).name
    except NotMeasured:
        return None


def _places(con: Con, cell: Cell) -> tuple[str, ...]:
    """The places of a cell, where they are one by one: a council, a ward, an office."""
    place = cell.place
    if isinstance(place, Named) and place.kind != "area":
        return place.ids
    if isinstance(place, Ranked) and not free(place):
        return tuple(row.thing.id for row in table(con, Listing(place))[1].rows)
    return ()
