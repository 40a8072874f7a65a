"""A measure or a relation with its slots: which rows stand behind it, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant.core.meaning.nodes import Cell, Claim, It, Kind, Measure, Named, Newest, Of, Ranked, Set, Several, Span
from tests.laws.naive import measures, relations
from tests.laws.naive.tables import total

if TYPE_CHECKING:
    from tests.laws.naive.evaluate import Naive


@dataclass(frozen=True)
class Env:
    """What each kind of `It` stands for, and what the set that binds it is within."""

    bound: dict[Kind, Any]
    scopes: dict[Kind, Set | None]

    def bind(self, kind: Kind, value: Any, scope: Set | None) -> Env:
        return replace(self, bound={**self.bound, kind: value}, scopes={**self.scopes, kind: scope})


@dataclass(frozen=True)
class Held:
    """A figure: its value (None: not held), of how many it is, of how many; `sure`: not only a lower bound."""

    value: Any
    n: int
    of: int
    sure: bool = True
    count: bool = False

    @property
    def whole(self) -> Any:
        """The value, where it is not that of some members only."""
        return self.value if self.sure and not (self.count and not self.of) else None


EMPTY = Env({}, {})


class NoRow(Exception):
    """The question does not arise."""


CHAMBER_ONLY = {"represent": "roster", "serve": "tenure", "have served": "tenure", "be filled": "tenure"}


def level_of(cell: Cell) -> str:
    """Where a cell is looked up: by the kind of its place, and by what the measure is told of."""
    place = cell.place.kind if cell.place else "council"
    if cell.name in CHAMBER_ONLY:
        return CHAMBER_ONLY[cell.name]
    if place in ("ward", "office"):
        return place
    return "ward" if cell.person is not None else _council_level(cell)


def _council_level(cell: Cell) -> str:
    if isinstance(cell, Measure):
        return "council" if measures.reader(cell.name, cell.basis, "council") and not _chamber(cell) else "chamber"
    return "chamber" if (cell.name, "chamber") in relations.RELATIONS else "council"


def _chamber(cell: Measure) -> bool:
    return measures.reader(cell.name, cell.basis, "chamber") is not None


def is_several(cell: Cell, level: str) -> bool:
    """Whether more than one row may stand behind it: then it always has a value, if only "0 of 0"."""
    return (
        _many(cell.place, level)
        or isinstance(cell.time, Span | Several)
        or _described(cell.place, cell.time, cell.party)
    )


def _many(place: Set | None, level: str) -> bool:
    if place is None or place.kind == "area" or isinstance(place, Several):
        return True
    return level in ("ward", "roster") and place.kind == "council"


def _described(*slots: Set | None) -> bool:
    return any(s is not None and not isinstance(s, Named | It | Of | Newest) for s in slots)


# --- Rows -------------------------------------------------------------------------------------------------------------


def rows_of(naive: Naive, cell: Cell, level: str, env: Env) -> list[tuple[Any, bool]]:
    """The rows behind a cell, and whether each surely belongs."""
    place, time = things(naive, cell.place, env), things(naive, cell.time, env)
    poll = getattr(cell, "poll", "scheduled")
    return [
        (row, sure and now is not None)
        for row, sure in _at(naive, level, place)
        if row.poll == poll and (now := _in_time(naive, row, level, cell.time, time)) is not False
    ]


def _at(naive: Naive, level: str, place: dict[Any, bool | None] | None) -> Iterable[tuple[Any, bool]]:
    """The rows of some places, each once, and whether one of those that it is of is surely meant."""
    if place is None:
        return [(row, True) for row in naive.facts.levels[level]]
    found: dict[int, tuple[Any, bool]] = {}
    for thing, truth in place.items():
        for row in naive.facts.at[level].get(thing, ()) if truth is not False else ():
            found[id(row)] = (row, bool(truth) or found.get(id(row), (row, False))[1])
    return found.values()


def things(naive: Naive, it: Set | None, env: Env) -> dict[Any, bool | None] | None:
    """The members of a slot's set; None for an empty slot and for "newest"."""
    return None if it is None or isinstance(it, Newest) else naive.members(it, env)


def _in_time(naive: Naive, row: Any, level: str, time: Set | None, years: dict[Any, bool | None] | None) -> bool | None:
    if isinstance(time, Newest):
        return id(row) in naive.facts.newest[level]
    return True if years is None else years.get(row.keys["year"], False)


# --- The universe of parties ------------------------------------------------------------------------------------------


def has_party(naive: Naive, cell: Cell, level: str, env: Env, slot: Set | None) -> bool:
    """Whether a free party is one of the cell's: named where it is bound, or one of those anywhere in the scope."""
    if not isinstance(slot, It):
        return True
    scope = env.scopes.get("party")
    return (scope is not None and _is_named(scope)) or env.bound["party"] in naive.universe(cell, level, env)


def universe(naive: Naive, cell: Cell, level: str, env: Env) -> set[str]:
    """The parties of a cell's scope: those that can be in control, or those that stood or have a seat."""
    rows = _in_scope(naive, cell, level, env)
    if isinstance(cell, Claim) and cell.name == "control":
        return {row.control for row in rows}
    return {party for row in rows for party in naive.facts.parties(level, row)}


def _is_named(scope: Set) -> bool:
    return isinstance(scope, Named) or (isinstance(scope, Several) and all(isinstance(m, Named) for m in scope.members))


def _in_scope(naive: Naive, cell: Cell, level: str, env: Env) -> Iterable[Any]:
    """The rows of a cell wherever its variables may be: what their sets are within."""
    place, years = _scope(naive, cell.place, env), _scope(naive, cell.time, env)
    newest = isinstance(_slot_scope(cell.time, env), Newest)
    for row, _ in _at(naive, level, place):
        fits = (
            id(row) in naive.facts.newest[level]
            if newest
            else years is None or years.get(row.keys["year"], False) is not False
        )
        if fits and row.poll == getattr(cell, "poll", "scheduled"):
            yield row


def _slot_scope(slot: Set | None, env: Env) -> Set | None:
    """What a slot can be at most: for a variable what its set is within."""
    while isinstance(slot, It):
        slot = env.scopes.get(slot.kind)
    return None if isinstance(slot, Of) else slot


def _scope(naive: Naive, slot: Set | None, env: Env) -> dict[Any, bool | None] | None:
    most = _slot_scope(slot, env)
    if most is None or isinstance(most, Newest) or naive.is_correlated(most):
        return None
    members = naive.members(most, EMPTY)
    return {m: t for m, t in members.items() if t} if is_one(most) else members


# --- What the rows come to --------------------------------------------------------------------------------------------


def measured(naive: Naive, cell: Measure, env: Env) -> Held:
    """The figure of a measure at one coordinate."""
    level = level_of(cell)
    how = measures.reader(cell.name, cell.basis, level)
    if how is None:
        raise LookupError(f"{cell.name} ({cell.basis}) is not told at the level {level}")
    if not has_party(naive, cell, level, env, cell.party):
        raise NoRow
    ones = [slot for slot in ("place", "time", "party") if is_one(getattr(cell, slot))]
    return _agreed(naive, cell, how, ones, env) if ones else _of_rows(naive, cell, how, env)


def is_one(it: Set | None) -> bool:
    """Whether one thing is meant, which ties may share."""
    return isinstance(it, Ranked) and it.first == it.last == 1


def _agreed(naive: Naive, cell: Measure, how: measures.Figure, ones: list[str], env: Env) -> Held:
    """The figure of each of those that tie, which must be the same."""
    found = [cell]
    for slot in ones:
        tied = [m for m, truth in naive.members(getattr(cell, slot), env).items() if truth]
        kind = getattr(cell, slot).kind
        found = [replace(c, **{slot: Named(kind, (str(m),))}) for c in found for m in tied]
    held = [h for h in (_if_any(naive, c, how, env) for c in found) if h is not None]
    if not held:
        return _nothing(naive, cell)
    value = held[0].value if len({h.value for h in held}) == 1 else None
    return Held(value, min(h.n for h in held), max(h.of for h in held), all(h.sure for h in held))


def _if_any(naive: Naive, cell: Measure, how: measures.Figure, env: Env) -> Held | None:
    try:
        held = _of_rows(naive, cell, how, env)
    except NoRow:
        return None
    return held if held.of else None


def _nothing(naive: Naive, cell: Measure) -> Held:
    """Where there is no row: the question does not arise of this member, or nothing is held."""
    if naive.is_correlated(cell):
        raise NoRow
    return Held(None, 0, 0)


def _of_rows(naive: Naive, cell: Measure, how: measures.Figure, env: Env) -> Held:
    level = level_of(cell)
    parts = [
        (part, sure) for row, sure in rows_of(naive, cell, level, env) for part in _parts(naive, cell, how, row, env)
    ]
    if not is_several(cell, level):
        return _single(how, parts[0][0]) if parts else _no_row()
    if not parts:
        return _nothing(naive, cell)
    return (_ratio if how.adds == "ratio" else _sum)(parts, _missing(naive, cell, level, env))


def _no_row() -> Held:
    raise NoRow


def _parts(naive: Naive, cell: Measure, how: measures.Figure, row: Any, env: Env) -> list[Any]:
    """What a row contributes: nothing where a person did not stand in it."""
    if cell.person is not None:
        assert how.person is not None
        return [how.person(row, c) for c in _candidacies(naive, cell, row, env)]
    if cell.party is None:
        assert how.whole is not None
        return [how.whole(row)]
    assert how.party is not None
    parties = things(naive, cell.party, env) or {}
    return [_of_parties(how, row, parties)] if any(t is not False for t in parties.values()) else []


def _candidacies(naive: Naive, cell: Cell, row: Any, env: Env) -> list[Any]:
    people = things(naive, cell.person, env) or {}
    parties = things(naive, cell.party, env)
    return [
        c
        for name, c in naive.facts.people(row).items()
        if people.get(name) and (parties is None or parties.get(c["party_id"]))
    ]


def _of_parties(how: measures.Figure, row: Any, parties: dict[Any, bool | None]) -> Any:
    """A party's figure; of several the sum over the denominator counted once, None where one is not known."""
    if None in parties.values():
        return (None, None) if how.adds == "ratio" else None
    assert how.party is not None
    each = [how.party(row, p) for p, truth in parties.items() if truth]
    if how.adds == "ratio":
        return _sum_known([part for part, _ in each]), each[0][1]
    return _sum_known(each)


def _sum_known(values: list[Any]) -> Any:
    return None if None in values else sum(values)


def _single(how: measures.Figure, part: Any) -> Held:
    value = _per_cent(part) if how.adds == "ratio" else part
    return Held(value, int(value is not None), 1)


def _per_cent(part: tuple[Any, ...]) -> Any:
    if len(part) == 3:
        return part[2]
    return None if None in part or not part[1] else 100 * part[0] / part[1]


def _sum(parts: list[tuple[Any, bool]], missing: int) -> Held:
    known = [part for part, sure in parts if sure and part is not None]
    of = len(parts) + missing
    return Held(total(known), len(known), of, sure=len(known) == of)


def _ratio(parts: list[tuple[Any, bool]], missing: int) -> Held:
    known = [part for part, sure in parts if sure and part[0] is not None and part[1] is not None]
    whole = sum(part[1] for part in known)
    return Held(100 * sum(part[0] for part in known) / whole if whole else None, len(known), len(parts) + missing)


def _missing(naive: Naive, cell: Cell, level: str, env: Env) -> int:
    """How many of the places that are named have no row."""
    place = cell.place
    if not isinstance(place, Several) or cell.person is not None or not naive.switches.named_members_count:
        return 0
    rows = [row for row, _ in rows_of(naive, cell, level, env)]
    return sum(not any(naive.is_at(row, thing) for row in rows) for thing in naive.members(place, env))


# --- Relations --------------------------------------------------------------------------------------------------------


def claimed(naive: Naive, cell: Claim, env: Env) -> bool | None:
    """The truth of a relation at one coordinate."""
    level = level_of(cell)
    how = relations.RELATIONS.get((cell.name, level))
    if how is None:
        raise LookupError(f"{cell.name} is not told at the level {level}")
    if not (has_party(naive, cell, level, env, cell.party) and has_party(naive, cell, level, env, cell.rival)):
        raise NoRow
    truths = [t for row, _ in rows_of(naive, cell, level, env) for t in _truths(naive, cell, how, row, env)]
    if not truths:
        raise NoRow
    return truths[0] if len(set(truths)) == 1 else None


def _truths(naive: Naive, cell: Claim, how: relations.Claimed, row: Any, env: Env) -> list[bool | None]:
    if cell.name in CHAMBER_ONLY:
        return _sits(naive, cell, row, env)
    if cell.person is not None:
        assert how.person is not None
        return [how.person(row, c, cell.number) for c in _candidacies(naive, cell, row, env)]
    if cell.party is None:
        assert how.place is not None
        return [how.place(row)]
    assert how.party is not None
    rivals = list(things(naive, cell.rival, env) or {None: True})
    parties = [p for p, t in (things(naive, cell.party, env) or {}).items() if t]
    return [how.party(row, p, rival, cell.number) for p in parties for rival in rivals]


def _sits(naive: Naive, cell: Claim, row: Any, env: Env) -> list[bool | None]:
    """A row of the roster says that it is so; where there is none, the question does not arise."""
    slots = ((cell.person, "person"), (cell.party, "party"))
    fits = all(s is None or (things(naive, s, env) or {}).get(row.keys[k]) for s, k in slots)
    told = getattr(row, "begun", True) or cell.name != "have served"
    return [True if told else None] if fits else []
