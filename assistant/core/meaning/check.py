"""What cannot be meant: each check refuses with a `MeaningError` that says where and why in plain words."""

from __future__ import annotations

from assistant.core.meaning.cells import KINDS, entry, filled, has, is_one, levels, opened, takes
from assistant.core.meaning.nodes import Cell, Claim, Kind, Measure, Node, Over, Set, Slot
from assistant.core.meaning.walk import free, walk
from assistant.core.model import measures
from assistant.core.model.measures import Level
from assistant.core.model.relations import Relation, Truth

NO_PARTY = ("none",)
"""The id that stands for no overall control where a party would stand."""


class MeaningError(ValueError):
    """A meaning that cannot be built: `where` names the part, `why` says what is wrong with it in plain words."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where
        self.why = why


def check_cell(cell: Cell) -> None:
    """Refuse a measure or a relation with a slot, a basis, a place or several things that it does not have."""
    _check_known(cell)
    _check_slots(cell)
    _check_place(cell)
    _check_poll(cell)
    if isinstance(cell, Claim):
        _check_claim(cell)
    else:
        _check_together(cell)


def _check_known(cell: Cell) -> None:
    try:
        levels(cell)
    except KeyError:
        basis = getattr(cell, "basis", "")
        raise MeaningError(cell.name, f"there is no such figure{f' by {basis}' if basis else ''}") from None


def _check_slots(cell: Cell) -> None:
    for slot, value in filled(cell):
        if value.kind not in KINDS[slot]:
            raise MeaningError(cell.name, f"a {value.kind} is no {slot}")
        if slot not in takes(cell):
            raise MeaningError(cell.name, f"it is not told of a {slot}")
        if value.kind == "party" and getattr(value, "ids", ()) == NO_PARTY and "control" not in cell.name:
            raise MeaningError(cell.name, "no overall control is no party")


def _wanted(cell: Cell) -> tuple[Slot, ...]:
    return tuple(slot for slot, _ in filled(cell) if slot not in ("place", "time"))


def reach(cell: Cell) -> frozenset[Kind]:
    """The kinds of place that a cell can be asked of with the slots that it has filled."""
    direct = {level.cube.level for level in levels(cell) if all(has(level, slot) for slot in _wanted(cell))}
    model = entry(cell)
    if isinstance(model, Relation):
        return frozenset(direct | ({"area"} if model.areas else set()))
    adds = bool(model.over) or cell.person is not None
    if adds and "ward" in direct:
        direct |= {"council"}
    if adds and "council" in direct:
        direct |= {"area"}
    return frozenset(direct)


def _check_place(cell: Cell) -> None:
    if cell.place is None or cell.place.kind in reach(cell):
        return
    if cell.place.kind == "area":
        raise MeaningError(cell.name, "an area has none of its own: ask it of its councils")
    if "ward" in reach(cell):
        raise MeaningError(cell.name, f"it belongs to one contest, and a {cell.place.kind} has several")
    raise MeaningError(cell.name, f"it is not told of a {cell.place.kind}")


def _check_poll(cell: Cell) -> None:
    if cell.poll != "scheduled" and not any(level.cube.has_by_elections for level in levels(cell)):
        raise MeaningError(cell.name, "by-elections have none")


def _check_claim(claim: Claim) -> None:
    if (claim.name == "come") != (claim.number > 0):
        raise MeaningError(claim.name, "the place that it came in is needed, and only there")


def _check_together(cell: Measure) -> None:
    model = entry(cell)
    assert isinstance(model, measures.Measure)
    for slot, value in filled(cell):
        if not is_one(value) and slot not in model.over and slot != "person":
            raise MeaningError(cell.name, f"several {_PLURALS[slot]} have none together: ask it of each")


_PLURALS: dict[Slot, str] = {
    "place": "places",
    "party": "parties",
    "person": "people",
    "rival": "parties",
    "time": "years",
}


def check_bound(where: str, of: Set, *about: Node) -> None:
    """Refuse what says nothing of the members of a set."""
    if any(of.kind not in free(part) for part in about):
        raise MeaningError(where, f"it is the same for every {of.kind}")


def check_sum(over: Over) -> None:
    """Refuse a sum of figures that do not add, over what they do not add over."""
    for cell in (part for part in walk(over.figure) if isinstance(part, Measure)):
        model = entry(cell)
        assert isinstance(model, measures.Measure)
        if model.adds != "sum":
            raise MeaningError(cell.name, "it is not added up")
        if over.members.kind == "year" and model.moment == "chamber":
            raise MeaningError(cell.name, "the same seats are counted again each year: ask it of one year")


def check_several(where: str, of: Set) -> None:
    """Refuse to put one thing in an order."""
    if is_one(of):
        raise MeaningError(where, f"one {of.kind} alone has no rank")


def check_closed(node: Node) -> None:
    """Refuse a pronoun that nothing stands for."""
    if loose := sorted(free(node)):
        raise MeaningError("it", f"which {loose[0]} is meant is not said")


def missing(cell: Cell) -> Slot | None:
    """The slot without which a cell is nothing: a share needs its party; None where nothing is wanting."""
    if cell.rival is None and all(isinstance(at, Truth) and "r." in (at.party or "") for at in levels(cell)):
        return "rival"
    if cell.party is not None or cell.person is not None or any(map(_is_told_alone, levels(cell))):
        return None
    return "party" if "party" in opened(cell) else "person"


def _is_told_alone(level: Level | Truth) -> bool:
    """Whether a level is told of a place as such: by a value of its own, or because nothing in it is a party's."""
    if isinstance(level, Truth):
        return level.place is not None
    return level.whole is not None or (level.party is None and level.person is None)


def check_resolved(node: Node) -> None:
    """Refuse a meaning that lacks what it cannot be without: a pronoun's set, a share's party."""
    check_closed(node)
    for cell in (part for part in walk(node) if isinstance(part, Measure | Claim)):
        if slot := missing(cell):
            raise MeaningError(cell.name, f"whose it is has to be said: a {slot} is missing")
