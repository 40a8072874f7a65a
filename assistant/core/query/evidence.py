"""What stands behind an answer: the figures that a set's conditions and order use, and those behind a claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from assistant.core.meaning.nodes import (
    And,
    Calendar,
    Cell,
    Claim,
    Compare,
    Count,
    Figure,
    It,
    Kind,
    Measure,
    Named,
    Not,
    Number,
    Or,
    Over,
    Prop,
    Ranked,
    Ratio,
    Select,
    Set,
)
from assistant.core.meaning.walk import free
from assistant.core.model.measures import MEASURES
from assistant.core.query.measured import NotMeasured, cube_of

Shown = Figure | Set

_FOR: dict[tuple[str, str], tuple[str, ...]] = {
    ("win", "ward poll"): ("votes", "majority"),
    ("sweep", "ward poll"): ("seats won", "votes"),
    ("be beaten", "ward poll"): ("votes",),
    ("stand", "ward poll"): ("votes",),
    ("come", "ward poll"): ("votes",),
    ("keep", "ward poll"): ("votes", "majority"),
    ("gain", "ward poll"): ("votes", "majority"),
    ("lose", "ward poll"): ("votes",),
    ("be tied", "ward poll"): ("majority",),
    ("win", "council poll"): ("seats won",),
    ("sweep", "council poll"): ("seats won",),
    ("be beaten", "council poll"): ("seats won",),
    ("come", "council poll"): ("seats won", "votes"),
    ("stand", "council poll"): ("candidates",),
    ("sit", "chamber"): ("seats held",),
    ("beat", "council poll"): ("seats won",),
    ("beat", "ward poll"): ("votes",),
    ("control", "chamber"): ("seats held", "size"),
    ("be largest", "chamber"): ("seats held", "size"),
    ("gain control", "chamber"): ("seats held", "size"),
    ("lose control", "chamber"): ("seats held", "size"),
    ("keep control", "chamber"): ("seats held", "size"),
    ("win", "office poll"): ("votes", "majority"),
    ("come", "office poll"): ("votes",),
    ("be beaten", "office poll"): ("votes",),
}
"""The measures behind a relation, in the cube that it is read from."""

_DONE_BY: dict[tuple[str, str], tuple[str, ...]] = {
    ("change hands", "ward poll"): ("lose", "gain"),
    ("change hands", "chamber"): ("lose control", "gain control"),
    ("be split", "ward poll"): ("win",),
    ("gain", "ward poll"): ("lose",),
    ("lose", "ward poll"): ("gain",),
}
"""Relations whose parties are named beside a member: who lost a ward that another gained."""


def behind(of: Set) -> tuple[Shown, ...]:
    """The figures and sets that tell why each member is in a set, and by what it is ranked."""
    return tuple(dict.fromkeys(c for c in _behind(of, of.kind) if of.kind in free(c)))


def _behind(of: Set, kind: Kind) -> Iterator[Shown]:
    if isinstance(of, Ranked):
        yield from behind_figure(of.by)
        yield from _behind(of.of, kind)
    elif isinstance(of, Select):
        for prop in of.where:
            yield from behind_prop(prop)
        if of.within is not None and of.within.kind == kind:
            yield from _behind(of.within, kind)


def behind_prop(prop: Prop) -> Iterator[Shown]:
    """The figures and sets behind a proposition."""
    if isinstance(prop, Not):
        yield from behind_prop(prop.prop)
    elif isinstance(prop, And | Or):
        for part in prop.props:
            yield from behind_prop(part)
    elif isinstance(prop, Compare):
        for side in (prop.left, prop.right):
            yield from _wards_of_person(side) or behind_figure(side)
        yield from _utmost(prop)
    elif isinstance(prop, Claim):
        yield from behind_claim(prop)


def _utmost(prop: Compare) -> Iterator[Figure]:
    """Behind whether there ever was so much: the most, or the least, that there was in any year."""
    years = prop.left.of if isinstance(prop.left, Count) else None
    if not isinstance(years, Select) or years.kind != "year" or len(years.where) != 1:
        return
    bound = years.where[0]
    if not isinstance(bound, Compare) or not isinstance(bound.left, Measure) or not isinstance(bound.right, Number):
        return
    chamber = MEASURES[bound.left.name].moment == "chamber"
    there = Claim("be there" if chamber else "vote", bound.left.place, time=It("year"))
    if bound.left.time == It("year") and bound.op in _ENDS and (bound.op, bound.right.value) != (">=", 1):
        yield Over(_ENDS[bound.op], bound.left, Select("year", years.within, (there,)))


_ENDS: dict[str, Literal["most", "least"]] = {">": "most", ">=": "most", "<": "least", "<=": "least"}


def _wards_of_person(side: Figure) -> tuple[Set, ...]:
    """The wards in which a person did something, in place of how many they are."""
    of = side.of if isinstance(side, Count) and isinstance(side.of, Select) and side.of.kind == "ward" else None
    people = of is not None and any(isinstance(c, Claim) and c.person == It("person") for c in of.where)
    return (of,) if of is not None and people else ()


def behind_figure(of: Figure) -> Iterator[Shown]:
    """A figure, and of a person's the party too."""
    if not isinstance(of, Calendar):
        yield of
    if isinstance(of, Ratio):
        yield from (of.left, of.right)
    if isinstance(of, Measure) and isinstance(of.person, It) and of.party is None:
        yield _party_of(of)


def _party_of(cell: Cell) -> Set:
    """For whom a person stood."""
    name = "represent" if cell.name == "represent" else "stand"
    claim = Claim(name, cell.place, It("party"), cell.person, cell.time, poll=cell.poll)
    return Select("party", None, (claim,))


def behind_claim(claim: Claim) -> Iterator[Shown]:
    """The figures of the one who did it, and who it was done to."""
    try:
        cube = cube_of(claim).name
    except NotMeasured:
        return
    yield from _figures(claim, cube)
    if isinstance(claim.person, It) and claim.party is None:
        yield _party_of(claim)
    if claim.party is None or claim.party.kind not in free(claim):
        yield from (_parties(name, claim) for name in _DONE_BY.get((claim.name, cube), ()))


def _figures(claim: Claim, cube: str) -> Iterator[Measure]:
    """The measures of a relation, of the loser too where it is told who beat whom; of no party those of the place."""
    no_party = isinstance(claim.party, Named) and claim.party.ids == ("none",)
    for name in ("seats short", "size") if no_party else _FOR.get((claim.name, cube), ()):
        yield _measured(name, claim)
        if claim.name == "beat" and claim.rival is not None:
            yield Measure(name, claim.place, claim.rival, None, claim.time, poll=claim.poll)


def _parties(name: str, claim: Claim) -> Set:
    """The parties of which another relation holds at the same contest."""
    return Select("party", None, (Claim(name, claim.place, It("party"), None, claim.time, poll=claim.poll),))


_OF_PLACE = frozenset({"size", "majority", "seats short"})


def _measured(name: str, claim: Claim) -> Measure:
    """A measure with the slots of a claim; one that belongs to the place has no party."""
    if name in _OF_PLACE:
        return Measure(name, claim.place, None, None, claim.time, poll=claim.poll)
    return Measure(name, claim.place, claim.party, claim.person, claim.time, poll=claim.poll)


_SHARES = {"seats held": "share of seats", "seats won": "share of seats won", "votes": "share of the vote"}


def shares(columns: tuple[Shown, ...]) -> tuple[Measure, ...]:
    """Beside the seats and votes of each party its share of all of them."""
    return tuple(
        Measure(_SHARES[c.name], c.place, c.party, None, c.time, basis=c.basis, poll=c.poll)
        for c in columns
        if isinstance(c, Measure) and c.name in _SHARES and c.party == It("party") and c.place is not None
    )
