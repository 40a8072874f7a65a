"""How meanings are made: each constructor gives the one normal form of its meaning, or refuses with `MeaningError`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Literal

from assistant.core.meaning.cells import CONTAINERS, KINDS, entry, filled, is_one, is_plain
from assistant.core.meaning.check import (
    MeaningError,
    check_bound,
    check_cell,
    check_closed,
    check_resolved,
    check_several,
    check_sum,
)
from assistant.core.meaning.nodes import (
    NOWHERE,
    About,
    Among,
    And,
    Ask,
    Both,
    Calendar,
    Cell,
    Claim,
    Compare,
    Count,
    Difference,
    Every,
    Figure,
    It,
    Kind,
    Listing,
    Measure,
    Named,
    Newest,
    Node,
    Not,
    Number,
    Of,
    Operator,
    Or,
    Over,
    Portion,
    Prop,
    Ranked,
    Ratio,
    Run,
    Select,
    Set,
    Several,
    Span,
    Spans,
    Story,
    Value,
    Whether,
)
from assistant.core.meaning.walk import free, key, rebuild, substitute, walk
from assistant.core.model.measures import MEASURES

__all__ = ["MeaningError", "check_resolved"]

FLIPPED: dict[Operator, Operator] = {"<": ">=", "<=": ">", "=": "!=", "!=": "=", ">=": "<", ">": "<="}
"""The operator that is true where another is false."""

MIRRORED: dict[Operator, Operator] = {"<": ">", "<=": ">=", "=": "=", "!=": "!=", ">=": "<=", ">": "<"}
"""The operator between the same two figures the other way round."""


# --- Sets -------------------------------------------------------------------------------------------------------------


def named(kind: Kind, *ids: str, at: Spans = NOWHERE) -> Named:
    """A thing by its id; several ids are senses of one name, in one order whatever order they were found in."""
    if not ids:
        raise MeaningError(kind, "nothing is named")
    return Named(kind, tuple(sorted(set(ids))), at)


def year(number: int, at: Spans = NOWHERE) -> Named:
    """A year."""
    return named("year", str(number), at=at)


def span(first: int | None, last: int | None, at: Spans = NOWHERE) -> Set:
    """The years from one to another, both included; one year where they are the same."""
    if first is not None and last is not None and first > last:
        raise MeaningError("years", f"{first} is after {last}")
    return year(first, at) if first == last and first is not None else Span(first, last, at)


def several(*members: Set) -> Set:
    """Several things of one kind as one: each once; a single one is itself."""
    flat = tuple(dict.fromkeys(part for m in members for part in (m.members if isinstance(m, Several) else (m,))))
    if len({part.kind for part in flat}) != 1:
        raise MeaningError("several", "they are of different kinds")
    return flat[0] if len(flat) == 1 else Several(flat[0].kind, flat)


def of(kind: Kind, member: Set) -> Set:
    """The thing of a kind that another belongs to; a named ward's council is a council by its name."""
    if member.kind == kind:
        return member
    if kind not in _OWNERS.get(member.kind, ()):
        raise MeaningError(kind, f"a {member.kind} has no {kind} of its own")
    if isinstance(member, Named) and (kind, member.kind) == ("council", "ward"):
        return named(kind, *(i.partition("/")[0] for i in member.ids), at=member.spans)
    return Of(kind, member)


_OWNERS: dict[Kind, frozenset[Kind]] = {
    "ward": frozenset({"council", "area"}),
    "council": frozenset({"area"}),
    "person": frozenset({"party", "ward", "council", "office"}),
    "office": frozenset({"council", "area"}),
}


def select(kind: Kind, within: Set | None, *where: Prop, at: Spans = NOWHERE) -> Set:
    """The things of a kind of which every condition holds; a selection from a selection is one selection."""
    conditions = _ordered(where, And)
    within = None if within == Span(None, None) else within
    if isinstance(within, Select) and within.kind == kind:
        return select(kind, within.within, *within.where, *conditions, at=at | within.spans)
    if within is not None and within.kind != kind and within.kind not in CONTAINERS[kind]:
        raise MeaningError(kind, f"a {within.kind} has no {kind}s")
    if not conditions:
        raise MeaningError(kind, "without a condition there is nothing to go by")
    check_bound(kind, It(kind), *conditions)
    return Select(kind, within, _needed(kind, conditions), at)


_VOTED = "vote"


def _needed(kind: Kind, conditions: tuple[Prop, ...]) -> tuple[Prop, ...]:
    """The conditions without "voted" where another is about the same polls: it has rows just there."""
    needless = [c for c in conditions if isinstance(c, Claim) and c.name == _VOTED and _is_said(kind, c, conditions)]
    return tuple(c for c in conditions if c not in needless)


def _is_said(kind: Kind, voted: Claim, conditions: tuple[Prop, ...]) -> bool:
    return any(_at_poll(kind, voted, cell) for c in conditions if c != voted for cell in _own_cells(c))


def _at_poll(kind: Kind, voted: Claim, cell: Cell) -> bool:
    mine = voted.place == It(kind) == cell.place and entry(cell).moment == "poll"
    return mine and (voted.time, voted.poll) == (cell.time, cell.poll)


def _own_cells(prop: Prop) -> Iterable[Cell]:
    """The cells that a condition is a row of, not those of the sets within it."""
    match prop:
        case Claim():
            yield prop
        case Not(inner):
            yield from _own_cells(inner)
        case Compare(Measure() as left, _, _):
            yield left


def ranked(
    of: Set, by: Figure, order: Literal["most", "least"], first: int = 1, last: int | None = None, at: Spans = NOWHERE
) -> Ranked:
    """The members from one place to another by a figure, ties included; "the first" where only one place is given."""
    check_several("ranked", of)
    check_bound("ranked", of, by)
    last = first if last is None else last
    if not 1 <= first <= last:
        raise MeaningError("ranked", f"there is no place from {first} to {last}")
    return Ranked(of.kind, of, by, order, first, last, at)


# --- Figures ----------------------------------------------------------------------------------------------------------


def number(value: float, unit: str = "", at: Spans = NOWHERE) -> Number:
    """A number said."""
    return Number(value, unit, at)


def measure(
    name: str, *, basis: str = "", poll: str = "scheduled", at: Spans = NOWHERE, **slots: Set | None
) -> Measure:
    """A measure of the model; its first basis is named by none."""
    made = Measure(name, basis=basis, poll=poll, spans=at, **slots)
    check_cell(made)
    return replace(made, basis="") if basis == next(iter(MEASURES[name].bases)) else made


def count(of: Set, at: Spans = NOWHERE) -> Count:
    """How many members a set has."""
    if is_one(of):
        raise MeaningError("count", f"one {of.kind} is one")
    return Count(of, at)


def portion(of: Set, that: Prop, at: Spans = NOWHERE) -> Portion:
    """The percentage of a set's members of which a proposition holds."""
    check_several("portion", of)
    check_bound("portion", of, that)
    return Portion(of, that, at)


def over(
    how: Literal["sum", "mean", "median", "most", "least"], figure: Figure, members: Set, at: Spans = NOWHERE
) -> Over:
    """A figure over the members of a set."""
    check_several(how, members)
    check_bound(how, members, figure)
    made = Over(how, figure, members, at)
    if how == "sum":
        check_sum(made)
    return made


def difference(left: Figure, right: Figure, at: Spans = NOWHERE) -> Difference:
    """One figure less another; of one figure at two times, the later less the earlier."""
    if key(left) == key(right):
        raise MeaningError("difference", "both sides are the same")
    return Difference(right, left, at) if _is_earlier(left, right) else Difference(left, right, at)


def _is_earlier(left: Figure, right: Figure) -> bool:
    """Whether two figures differ in their year alone, the left being the earlier."""
    if not (isinstance(left, Measure) and isinstance(right, Measure)):
        return False
    one, other = _instant(left.time), _instant(right.time)
    return bool(one and other) and one < other and replace(left, time=right.time) == right


def _instant(time: Set | None) -> str:
    """A time as text that sorts; the newest comes last."""
    if isinstance(time, Newest):
        return "newest"
    return time.ids[0] if isinstance(time, Named) else ""


def change(figure: Measure, first: Set, last: Set, at: Spans = NOWHERE) -> Difference:
    """By how much a figure changed from one time to another."""
    return difference(replace(figure, time=last), replace(figure, time=first), at)


def ratio(left: Figure, right: Figure, percent: bool = False, at: Spans = NOWHERE) -> Ratio:
    """One figure divided by another."""
    if key(left) == key(right):
        raise MeaningError("ratio", "both sides are the same")
    return Ratio(left, right, percent, at)


def calendar(year: Set) -> Calendar:
    """A year as a number."""
    if year.kind != "year":
        raise MeaningError("year", f"a {year.kind} is no year")
    return Calendar(year)


def run(which: Literal["longest", "last"], years: Set, at: Spans = NOWHERE) -> Run:
    """How many years a run without a break lasted."""
    if years.kind != "year" or is_one(years):
        raise MeaningError("run", "a run is one of years")
    return Run(which, years, at)


# --- Propositions -----------------------------------------------------------------------------------------------------


def claim(name: str, *, number: int = 0, poll: str = "scheduled", at: Spans = NOWHERE, **slots: Set | None) -> Prop:
    """A relation of the model; of a described set it is claimed of one of its members at least."""
    made = Claim(name, number=number, poll=poll, spans=at, **slots)
    made = replace(made, place=_wards(made))
    check_cell(made)
    described = next((slot for slot, value in filled(made) if not is_plain(value)), None)
    return _of_one(made, described) if described else made


def _wards(claim: Claim) -> Set | None:
    """The place of a claim: what a person did in a council or area they did in a ward of it."""
    place = claim.place
    if claim.person is None or place is None or place.kind not in ("council", "area"):
        return place
    return Select("ward", place, (replace(claim, place=It("ward")),))


def _of_one(made: Claim, slot: str) -> Prop:
    """The claim made of one of the members at least of the set in a slot."""
    of: Set = getattr(made, slot)
    if isinstance(of, Several):
        raise MeaningError(made.name, "whether of each of them or of one of them is not said")
    others = [value for name, value in filled(made) if name != slot]
    if any(of.kind in free(value) for value in others):
        raise MeaningError(made.name, f"which {of.kind} is which is not said")
    again: dict[str, Any] = dict(filled(made)) | {slot: It(of.kind)}
    inner = claim(made.name, number=made.number, poll=made.poll, at=made.spans, **again)
    return any_of(of, inner, made.spans)


def compare(left: Figure, op: Operator, right: Figure, at: Spans = NOWHERE) -> Prop:
    """Two figures held against each other: a number stands on the right, the greater of two figures on the left."""
    if isinstance(left, Number) and isinstance(right, Number):
        raise MeaningError("comparison", "two numbers say nothing of a result")
    if isinstance(left, Difference) and isinstance(right, Number) and right.value == 0:
        return compare(left.left, op, left.right, at | left.spans)
    if _is_turned(left, op, right):
        left, op, right = right, MIRRORED[op], left
    if isinstance(right, Number):
        right = _in_units(left, right)
    if isinstance(left, Count) and isinstance(right, Number):
        op, right = _whole(op, right)
    return Compare(left, op, right, at)


def _in_units(left: Figure, number: Number) -> Number:
    """A number in the unit of the figure that it is held against, which is said of percentages alone."""
    unit = _unit(left)
    told = unit if unit in ("%", "points") else ""
    if number.unit not in ("", unit) and (number.unit, unit) != ("%", "points"):
        raise MeaningError("comparison", f"{number.unit} are no {unit or 'number of things'}")
    return replace(number, unit=told)


def _unit(figure: Figure) -> str:
    match figure:
        case Measure():
            return MEASURES[figure.name].unit
        case Portion() | Ratio(percent=True):
            return "%"
        case Over():
            return _unit(figure.figure)
        case Difference():
            return "points" if _unit(figure.left) == "%" else _unit(figure.left)
        case Count():
            return f"{figure.of.kind}s"
    return ""


def _is_turned(left: Figure, op: Operator, right: Figure) -> bool:
    if isinstance(left, Number) or isinstance(right, Number):
        return isinstance(left, Number)
    if key(left) == key(right):
        raise MeaningError("comparison", "both sides are the same")
    return op in ("<", "<=") or (op in ("=", "!=") and key(left) > key(right))


def _whole(op: Operator, bound: Number) -> tuple[Operator, Number]:
    """A bound of whole things: at least or at most so many; none is exactly 0, some is at least 1."""
    value, whole = bound.value, bound.value == int(bound.value)
    if op in (">", "<") and whole:
        op, value = (">=", value + 1) if op == ">" else ("<=", value - 1)
    if value < 0 or (op == ">=" and value == 0):
        raise MeaningError("comparison", "a count is never below 0")
    if value == 0 and op in ("<=", "!="):
        op, value = ("=", 0) if op == "<=" else (">=", 1)
    return op, replace(bound, value=value)


def among(thing: Set, of: Set, at: Spans = NOWHERE) -> Prop:
    """Whether a thing is a member of a set."""
    if thing.kind != of.kind:
        raise MeaningError("among", f"a {thing.kind} is no {of.kind}")
    if key(thing) == key(of):
        raise MeaningError("among", "it is itself")
    return Among(thing, of, at)


def negate(prop: Prop, at: Spans = NOWHERE) -> Prop:
    """That a proposition does not hold."""
    match prop:
        case Not(inner):
            return inner
        case Compare(left, op, right, own):
            return compare(left, FLIPPED[op], right, own | at)
    return Not(prop, at)


def both(*props: Prop) -> Prop:
    """All of them hold."""
    return _joined(And, props)


def either(*props: Prop) -> Prop:
    """One of them at least holds."""
    return _joined(Or, props)


def _joined(join: type[And] | type[Or], props: Iterable[Prop]) -> Prop:
    ordered = _ordered(props, join)
    if not ordered:
        raise MeaningError(join.__name__.lower(), "there is nothing to join")
    return ordered[0] if len(ordered) == 1 else join(ordered)


def _ordered(props: Iterable[Prop], join: type[And] | type[Or]) -> tuple[Prop, ...]:
    flat = (part for prop in props for part in (prop.props if isinstance(prop, join) else (prop,)))
    return tuple(sorted({key(part): part for part in flat}.values(), key=_order))


def _order(prop: Prop) -> tuple[bool, bool, str]:
    """Polls before chambers, what somebody did before what a place had, then by what is said."""
    cell = next((part for part in walk(prop) if isinstance(part, Measure | Claim)), None)
    if cell is None:
        return False, True, key(prop)
    return entry(cell).moment == "chamber", cell.party is None and cell.person is None, key(prop)


# --- Quantifiers ------------------------------------------------------------------------------------------------------


def every(of: Set, that: Prop, at: Spans = NOWHERE) -> Prop:
    """It holds of every member; of several that are named, of each."""
    check_several("every", of)
    check_bound("every", of, that)
    if isinstance(of, Several) and all(isinstance(member, Named) for member in of.members):
        return both(*(substitute(that, of.kind, member) for member in of.members))
    return Every(of, that, at)


def so_many(of: Set, that: Prop, op: Operator, many: int, at: Spans = NOWHERE) -> Prop:
    """It holds of so many members."""
    return compare(count(select(of.kind, of, that), at), op, Number(many), at)


def any_of(of: Set, that: Prop, at: Spans = NOWHERE) -> Prop:
    """It holds of one member at least."""
    return so_many(of, that, ">=", 1, at)


def none_of(of: Set, that: Prop, at: Spans = NOWHERE) -> Prop:
    """It holds of no member."""
    return so_many(of, that, "=", 0, at)


def all_but(many: int, of: Set, that: Prop, at: Spans = NOWHERE) -> Prop:
    """It holds of all members but so many."""
    return so_many(of, negate(that), "=", many, at) if many else every(of, that, at)


def most_of(of: Set, that: Prop, at: Spans = NOWHERE) -> Prop:
    """It holds of more than half of the members."""
    return compare(portion(of, that, at), ">", Number(50, "%"), at)


# --- Asks -------------------------------------------------------------------------------------------------------------


def _closed(made: Ask) -> Ask:
    check_closed(made)
    return made


def value(figure: Figure) -> Ask:
    """How much, how many."""
    return _closed(Value(figure))


def whether(prop: Prop) -> Ask:
    """Yes or no."""
    return _closed(Whether(prop))


def listing(of: Set, *columns: Figure | Set, across: Set | None = None, may_be_empty: bool = False) -> Ask:
    """Which, with a figure or a set in each column."""
    if across is not None and not columns:
        raise MeaningError("table", "there is nothing to put in it")
    return _closed(Listing(of, tuple(dict.fromkeys(columns)), across, may_be_empty))


def story(**slots: Set | None) -> Ask:
    """All that matters of a place, a party or a person at a time."""
    for slot, thing in slots.items():
        if thing is not None and thing.kind not in KINDS[slot]:  # type: ignore[index]
            raise MeaningError("story", f"a {thing.kind} is no {slot}")
    if not any(slots.values()):
        raise MeaningError("story", "of whom or of what is not said")
    return _closed(Story(**slots))


def two(first: Ask, second: Ask) -> Ask:
    """Two asks in one; the same one twice is one, and of three the last two stand together."""
    if isinstance(first, Both):
        return two(first.first, two(first.second, second))
    return first if key(first) == key(second) else Both(first, second)


def about(topic: str, at: Spans = NOWHERE, **slots: Set | None) -> Ask:
    """Of the assistant itself."""
    return _closed(About(topic, spans=at, **slots))


# --- Any node again ---------------------------------------------------------------------------------------------------


def normal(node: Node) -> Node:
    """A node again by its constructor: what a change to its parts has made of it."""
    return _AGAIN[type(node)](node) if type(node) in _AGAIN else node


def _cell(make: Callable[..., Node]) -> Callable[[Any], Node]:
    def again(cell: Any) -> Node:
        more = {"basis": cell.basis} if isinstance(cell, Measure) else {"number": cell.number}
        return make(cell.name, poll=cell.poll, at=cell.spans, **more, **dict(filled(cell)))

    return again


_AGAIN: dict[type[Node], Callable[[Any], Node]] = {
    Measure: _cell(measure),
    Claim: _cell(claim),
    Several: lambda n: several(*n.members),
    Of: lambda n: of(n.kind, n.member),
    Select: lambda n: select(n.kind, n.within, *n.where, at=n.spans),
    Ranked: lambda n: ranked(n.of, n.by, n.order, n.first, n.last, n.spans),
    Portion: lambda n: portion(n.of, n.that, n.spans),
    Over: lambda n: over(n.how, n.figure, n.members, n.spans),
    Difference: lambda n: difference(n.left, n.right, n.spans),
    Ratio: lambda n: ratio(n.left, n.right, n.percent, n.spans),
    Compare: lambda n: compare(n.left, n.op, n.right, n.spans),
    Among: lambda n: among(n.thing, n.of, n.spans),
    Every: lambda n: every(n.of, n.that, n.spans),
    Not: lambda n: negate(n.prop, n.spans),
    And: lambda n: both(*n.props),
    Or: lambda n: either(*n.props),
    Both: lambda n: two(n.first, n.second),
}


def rebuilt(node: Node) -> Node:
    """A meaning made again from the bottom by the constructors; refused where a part of it cannot be meant."""
    return normal(rebuild(node, lambda _, part: rebuilt(part)))
