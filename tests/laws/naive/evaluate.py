"""What each node is worth, in an environment that says what each `It` stands for."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from assistant.core.meaning import nodes as n
from tests.laws.naive import cells
from tests.laws.naive.cells import EMPTY, Env, Held, NoRow
from tests.laws.naive.facts import YEARS, Facts
from tests.laws.naive.switches import Switches
from tests.laws.naive.tables import Row, both, opposite, place_of, total

_ABSENT = object()


class Naive:
    """Evaluates meanings over one world."""

    def __init__(self, rows: dict[str, list[Row]], switches: Switches | None = None) -> None:
        self.switches = switches or Switches()
        self.facts = Facts(rows, self.switches)
        self.seen: dict[Any, Any] = {}

    # --- entry points: NoRow is raised where the question does not arise ---

    def value(self, node: n.Figure, env: Env = EMPTY) -> Held:
        return self._kept(FIGURES, node, env)  # type: ignore[no-any-return]

    def truth(self, node: n.Prop, env: Env = EMPTY) -> bool | None:
        return self._kept(PROPS, node, env)  # type: ignore[no-any-return]

    def members(self, node: n.Set, env: Env = EMPTY) -> dict[Any, bool | None]:
        """Each thing that there is a row of, with its truth."""
        return self._kept(SETS, node, env)  # type: ignore[no-any-return]

    def _kept(self, table: dict[type, Callable[..., Any]], node: Any, env: Env) -> Any:
        key = (node, tuple((k, env.bound.get(k, _ABSENT), env.scopes.get(k)) for k in _uses(node)))
        if key not in self.seen:
            try:
                self.seen[key] = table[type(node)](self, node, env)
            except NoRow as none:
                self.seen[key] = none
        found = self.seen[key]
        if isinstance(found, NoRow):
            raise NoRow
        return found

    # --- what the families share ---

    def is_at(self, row: Any, thing: Any) -> bool:
        """Whether a row is of a place: of its own, or of the council or the area that it is in."""
        return thing in self.facts.places(row)

    def universe(self, cell: n.Measure | n.Claim, level: str, env: Env) -> set[str]:
        """The parties of a cell's scope."""
        key = (
            "universe",
            cell,
            level,
            tuple(env.scopes.get(kind) for kind in ("ward", "council", "area", "year", "office", "person", "party")),
        )
        if key not in self.seen:
            self.seen[key] = cells.universe(self, cell, level, env)
        return self.seen[key]  # type: ignore[no-any-return]

    def is_correlated(self, node: n.Node) -> bool:
        return bool(free(node))

    def applies(self, node: n.Prop, env: Env) -> bool | object | None:
        """The truth, `_ABSENT` where the question does not arise."""
        try:
            return self.truth(node, env)
        except NoRow:
            return _ABSENT

    def figure_of(self, node: n.Figure, env: Env) -> Held | None:
        try:
            return self.value(node, env)
        except NoRow:
            return None

    def binding(self, env: Env, of: n.Set, member: Any) -> Env:
        return env.bind(of.kind, member, getattr(of, "within", None) or of)


@cache
def free(node: Any) -> frozenset[str]:
    """The kinds of `It` that are bound outside a node."""
    if isinstance(node, n.It):
        return frozenset({node.kind})
    if isinstance(node, tuple):
        return frozenset().union(*(free(m) for m in node))
    if not is_dataclass(node):
        return frozenset()
    binder, inside = _BINDS.get(type(node), (None, ()))
    found: frozenset[str] = frozenset()
    for f in fields(node):
        part = free(getattr(node, f.name))
        kind = getattr(node, "kind", None) if binder == "self" else getattr(node, binder).kind if binder else None
        found |= part - {kind} if f.name in inside else part
    return found


_BINDS: dict[type, tuple[str, tuple[str, ...]]] = {
    n.Select: ("self", ("where",)),
    n.Ranked: ("self", ("by",)),
    n.Portion: ("of", ("that",)),
    n.Over: ("members", ("figure",)),
    n.Every: ("of", ("that",)),
}


@cache
def _uses(node: Any) -> tuple[str, ...]:
    """What of the environment a node's value may depend on: a council's is known from its ward's."""
    kinds = set(free(node))
    return tuple(sorted(kinds | {"ward", "council", "area", "party", "year"} if kinds else kinds))


# --- Sets -------------------------------------------------------------------------------------------------------------


def _named(naive: Naive, node: n.Named, env: Env) -> dict[Any, bool | None]:
    return {int(i) if node.kind == "year" else i: True for i in node.ids}


def _several(naive: Naive, node: n.Several, env: Env) -> dict[Any, bool | None]:
    found: dict[Any, bool | None] = {}
    for member in node.members:
        for thing, truth in naive.members(member, env).items():
            found[thing] = (
                True
                if True in (truth, found.get(thing))
                else truth
                if thing not in found
                else _worse(truth, found[thing])
            )
    return found


def _worse(one: bool | None, other: bool | None) -> bool | None:
    return None if None in (one, other) else False


def _span(naive: Naive, node: n.Span, env: Env) -> dict[Any, bool | None]:
    return {y: True for y in YEARS if (node.first or y) <= y <= (node.last or y)}


def _it(naive: Naive, node: n.It, env: Env) -> dict[Any, bool | None]:
    if node.kind not in env.bound and node.kind == "council" and "ward" in env.bound:
        return {env.bound["ward"].split("/")[0]: True}
    return {env.bound[node.kind]: True}


def _of(naive: Naive, node: n.Of, env: Env) -> dict[Any, bool | None]:
    return {thing.split("/")[0]: truth for thing, truth in naive.members(node.member, env).items()}


def _select(naive: Naive, node: n.Select, env: Env) -> dict[Any, bool | None]:
    found = {}
    inside = None if node.within is None else naive.members(node.within, env)
    for thing in naive.facts.universe[node.kind]:
        within = True if inside is None else _inside(naive, node, thing, inside)
        there = env.bind(node.kind, thing, node.within)
        truth = naive.applies(n.And(node.where), there) if within is not False else _ABSENT
        if truth is not _ABSENT and all(naive.truth(p, there) for p in node.where if _is_plain(p, node.kind)):
            found[thing] = both(within, truth)  # type: ignore[arg-type]
    return found


def _is_plain(prop: n.Prop, kind: n.Kind) -> bool:
    """Whether a condition only names who may be a member: then it is of those alone that the others are asked."""
    prop = prop.prop if isinstance(prop, n.Not) else prop
    if isinstance(prop, n.Compare):
        return kind == "year" and isinstance(prop.left, n.Calendar) and isinstance(prop.right, n.Number)
    of = prop.of if isinstance(prop, n.Among) and prop.thing == n.It(kind) else None
    return isinstance(of, n.Named) or (isinstance(of, n.Several) and all(isinstance(m, n.Named) for m in of.members))


def _inside(naive: Naive, node: n.Select, thing: Any, inside: dict[Any, bool | None]) -> bool | None:
    """Whether a thing is in the container, or among the members of a set of its own kind."""
    assert node.within is not None
    if node.within.kind == node.kind:
        return inside.get(thing, False)
    council = str(thing).split("/")[0]
    truths = [t for c, t in inside.items() if c == council or council in naive.facts.tables.areas.get(c, ())]
    return True if True in truths else None if None in truths else False


def _ranked(naive: Naive, node: n.Ranked, env: Env) -> dict[Any, bool | None]:
    found: dict[Any, bool | None] = {}
    figures: dict[Any, Any] = {}
    for thing, truth in naive.members(node.of, env).items():
        held = naive.figure_of(node.by, naive.binding(env, node.of, thing))
        if held is None or truth is False:
            continue
        found[thing] = None
        if truth and held.whole is not None:
            figures[thing] = held.whole
        if thing == "other" and not naive.switches.other_is_ranked:
            found[thing] = False
            figures.pop(thing, None)
    return found | {thing: _place_in(node, naive, v, figures) for thing, v in figures.items()}


def _place_in(node: n.Ranked, naive: Naive, value: Any, figures: dict[Any, Any]) -> bool:
    sign = 1 if node.order == "most" else -1
    return node.first <= place_of(sign * value, [sign * v for v in figures.values()]) <= node.last


SETS: dict[type, Callable[..., Any]] = {
    n.Named: _named, n.Several: _several, n.Span: _span, n.It: _it, n.Of: _of, n.Select: _select, n.Ranked: _ranked,
}  # fmt: skip


# --- Figures ----------------------------------------------------------------------------------------------------------


def _number(naive: Naive, node: n.Number, env: Env) -> Held:
    return Held(node.value, 1, 1)


def _measure(naive: Naive, node: n.Measure, env: Env) -> Held:
    return cells.measured(naive, node, env)


def _count(naive: Naive, node: n.Count, env: Env) -> Held:
    truths = list(naive.members(node.of, env).values())
    if not truths:
        return _of_nothing(naive, node, Held(0, 0, 0, count=True))
    known = [t for t in truths if t is not None]
    return Held(sum(known) if known else None, len(known), len(truths), sure=len(known) == len(truths), count=True)


def _of_nothing(naive: Naive, node: n.Figure, held: Held) -> Held:
    """Where there is no row: the question does not arise of this member, or nothing is held."""
    if naive.is_correlated(node):
        raise NoRow
    return held


def _portion(naive: Naive, node: n.Portion, env: Env) -> Held:
    truths = [
        (t, naive.applies(node.that, naive.binding(env, node.of, m)))
        for m, t in naive.members(node.of, env).items()
        if t is not False
    ]
    rows = [(member, that) for member, that in truths if that is not _ABSENT]
    known = [that for member, that in rows if member and that is not None]
    if not rows:
        return _of_nothing(naive, node, Held(None, 0, 0))
    return Held(100 * sum(known) / len(known) if known else None, len(known), len(rows))  # type: ignore[arg-type]


_HOW: dict[str, Callable[[list[Any]], Any]] = {
    "sum": total, "mean": statistics.fmean, "median": statistics.median, "most": max, "least": min,
}  # fmt: skip


def _over(naive: Naive, node: n.Over, env: Env) -> Held:
    of, known = 0, []
    for member, truth in naive.members(node.members, env).items():
        held = naive.figure_of(node.figure, naive.binding(env, node.members, member)) if truth is not False else None
        of += held is not None
        if truth and held is not None and held.whole is not None:
            known.append(held.whole)
    if not of:
        return _of_nothing(naive, node, Held(None, 0, 0, sure=node.how != "sum"))
    if _is_named(naive, node.members):
        of = len(naive.members(node.members, env))
    return Held(_HOW[node.how](known) if known else None, len(known), of, sure=node.how != "sum" or len(known) == of)


def _is_named(naive: Naive, members: n.Set) -> bool:
    """Members that were named, one by one: those without a row are not held."""
    return (
        naive.switches.named_members_count
        and isinstance(members, n.Several)
        and all(isinstance(m, n.Named) for m in members.members)
    )


def _difference(naive: Naive, node: n.Difference, env: Env) -> Held:
    left, right = naive.value(node.left, env).whole, naive.value(node.right, env).whole
    return _one(None if None in (left, right) else left - right)


def _ratio(naive: Naive, node: n.Ratio, env: Env) -> Held:
    left, right = naive.value(node.left, env).whole, naive.value(node.right, env).whole
    return _one(None if None in (left, right) or right == 0 else (100 if node.percent else 1) * left / right)


def _one(value: Any) -> Held:
    return Held(value, int(value is not None), 1)


def _calendar(naive: Naive, node: n.Calendar, env: Env) -> Held:
    years = [y for y, truth in naive.members(node.year, env).items() if truth]
    return _one(years[0] if len(years) == 1 else None) if years else _of_nothing(naive, node, Held(None, 0, 0))


def _run(naive: Naive, node: n.Run, env: Env) -> Held:
    years = naive.members(node.years, env)
    runs = [0]
    for year in sorted(years):
        if years[year] or (years[year] is None and not naive.switches.unknown_breaks_a_run):
            runs[-1] += 1
        else:
            runs.append(0)
    runs = [length for length in runs if length]
    return (
        _one(max(runs) if node.which == "longest" else runs[-1]) if runs else _of_nothing(naive, node, Held(None, 0, 0))
    )


FIGURES: dict[type, Callable[..., Any]] = {
    n.Number: _number, n.Measure: _measure, n.Count: _count, n.Portion: _portion, n.Over: _over,
    n.Difference: _difference,
    n.Ratio: _ratio, n.Calendar: _calendar, n.Run: _run,
}  # fmt: skip


# --- Propositions -----------------------------------------------------------------------------------------------------

_OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b, ">=": lambda a, b: a >= b, ">": lambda a, b: a > b,
}  # fmt: skip


def _claim(naive: Naive, node: n.Claim, env: Env) -> bool | None:
    return cells.claimed(naive, node, env)


def _compare(naive: Naive, node: n.Compare, env: Env) -> bool | None:
    left, right = naive.value(node.left, env), naive.value(node.right, env)
    if left.count != right.count:
        return _settled(node.op, left, right)
    if None in (left.whole, right.whole) or _nothing(left) or _nothing(right):
        return None if naive.switches.unheld_is_unknown else False
    return _OPERATORS[node.op](left.whole, right.whole)


def _settled(op: str, left: Held, right: Held) -> bool | None:
    """A count against a number, by every number that it may be."""
    if _nothing(left) or _nothing(right) or (right if left.count else left).whole is None:
        return None
    truths = {_OPERATORS[op](a, b) for a in _may_be(left) for b in _may_be(right)}
    return truths.pop() if len(truths) == 1 else None


def _nothing(count: Held) -> bool:
    return count.count and count.n == 0


def _may_be(held: Held) -> list[Any]:
    return list(range(held.value, held.value + held.of - held.n + 1)) if held.count else [held.whole]


def _among(naive: Naive, node: n.Among, env: Env) -> bool | None:
    things = [t for t, truth in naive.members(node.thing, env).items() if truth and t != "none"]
    if not things:
        raise NoRow
    if not naive.members(node.of, env) and naive.is_correlated(node.of):
        raise NoRow
    truths = [naive.members(node.of, env).get(thing, False) for thing in things]
    return True if True in truths else None if None in truths else False


def _every(naive: Naive, node: n.Every, env: Env) -> bool | None:
    members = naive.members(node.of, env)
    told = [(t, naive.applies(node.that, naive.binding(env, node.of, m))) for m, t in members.items() if t is not False]
    told = [(member, that) for member, that in told if that is not _ABSENT]
    if not told and naive.is_correlated(node):
        raise NoRow
    if any(member and that is False for member, that in told):
        return False
    unknown = any((member is None and that is not True) or that is None for member, that in told)
    return None if unknown or not any(member for member, _ in told) else True


def _not(naive: Naive, node: n.Not, env: Env) -> bool | None:
    return opposite(naive.truth(node.prop, env))


def _and(naive: Naive, node: n.And, env: Env) -> bool | None:
    return both(*[naive.truth(p, env) for p in node.props])


def _or(naive: Naive, node: n.Or, env: Env) -> bool | None:
    found = [naive.applies(p, env) for p in node.props]
    truths = [t for t in found if t is not _ABSENT]
    if not truths or (len(truths) < len(found) and len({free(p) for p in node.props}) > 1):
        raise NoRow
    return True if True in truths else None if None in truths else False


PROPS: dict[type, Callable[..., Any]] = {
    n.Claim: _claim, n.Compare: _compare, n.Among: _among, n.Every: _every, n.Not: _not, n.And: _and, n.Or: _or,
}  # fmt: skip
