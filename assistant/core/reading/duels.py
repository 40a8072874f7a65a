"""People against each other: who beat or faced whom is told by the votes where the one who is named stood."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning.nodes import (
    Among,
    And,
    Claim,
    Compare,
    Difference,
    It,
    Measure,
    Named,
    Not,
    Prop,
    Select,
    Set,
)
from assistant.core.meaning.walk import rebuild


def fought(node: Any) -> Any:
    """The node with every claim of a person against another as what it comes to."""
    made = rebuild(node, lambda _, part: fought(part))
    if isinstance(made, Difference):
        return _apart(made)
    if not isinstance(made, Claim) or made.name not in ("beat", "face") or made.person is None or made.rival is None:
        return made
    if made.rival.kind != "person":
        return made
    return _beat(made, made.rival) if made.name == "beat" else _face(made, made.rival)


def _beat(claim: Claim, rival: Set) -> Prop:
    place = where(claim.place, claim.person, rival, claim.time)
    votes = Measure("votes", place, person=claim.person, time=claim.time)
    return Compare(votes, ">", replace(votes, person=rival))


def _apart(node: Difference) -> Difference:
    """The votes between two people, at the place where they met."""
    one, other = node.left, node.right
    if not (isinstance(one, Measure) and isinstance(other, Measure)) or one.person is None or other.person is None:
        return node
    place = where(one.place, other.person, one.person, one.time)
    return Difference(_at(one, place), _at(other, place), node.spans) if place is not None else node


def _at(votes: Measure, place: Set) -> Measure:
    person = votes.person
    if isinstance(person, Select):  # whoever won there
        won = tuple(replace(p, place=place) if isinstance(p, Claim) else p for p in person.where)
        person = replace(person, where=won)
    return replace(votes, place=place, person=person)


def _face(claim: Claim, rival: Set) -> Prop:
    assert claim.person is not None
    place = where(claim.place, claim.person, rival, claim.time)
    other, known = (claim.person, rival) if isinstance(claim.person, It) else (rival, claim.person)
    return And((Claim("stand", place, person=other, time=claim.time), Not(Among(other, known))))


def where(place: Set | None, one: Set | None, other: Set | None, time: Set | None) -> Set | None:
    """The ward or the office where two people met: the one that is named, else where the one who is named stood."""
    if place is not None and place.kind in ("ward", "office"):
        return place
    named = next((p for p in (one, other) if isinstance(p, Named)), None)
    if named is None:
        return place
    offices = tuple(dict.fromkeys(i.partition("/")[0] for i in named.ids if ":" in i.partition("/")[0]))
    if len(offices) == len(named.ids) == 1:
        return Named("office", offices)
    return Select("ward", place, (Claim("stand", It("ward"), person=named, time=time),))
