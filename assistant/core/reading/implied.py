"""What a settled proposition implies beside what it says, whichever way its words were joined."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning.check import MeaningError
from assistant.core.meaning.nodes import (
    Among,
    Claim,
    Compare,
    Count,
    Every,
    It,
    Kind,
    Measure,
    Named,
    Newest,
    Not,
    Number,
    Prop,
    Select,
    Span,
    Whether,
)
from assistant.core.model.measures import MEASURES

_OWN: dict[Kind, str] = {"ward": "place", "council": "place", "party": "party", "person": "person", "year": "time"}


def implied(node: Any) -> Any:
    """A settled node with what it implies."""
    if isinstance(node, Compare):
        return _no_majority(node)
    if isinstance(node, Select):
        return _rounded(_nobody_sits(_lasting(_but_itself(_won_councils(_controlled(node))))))
    if isinstance(node, Whether):
        return replace(node, prop=lasting(node.prop))
    return node


def _controlled(of: Select) -> Select:
    return replace(of, where=tuple(_some_control(p) for p in of.where)) if of.kind == "council" else of


def _some_control(prop: Prop) -> Prop:
    """That some party controls is that it is not under no overall control."""
    of = prop.left.of if isinstance(prop, Compare) and isinstance(prop.left, Count) else None
    claim = of.where[0] if isinstance(of, Select) and of.kind == "party" and len(of.where) == 1 else None
    if (
        not isinstance(prop, Compare)
        or not isinstance(claim, Claim)
        or claim.name != "control"
        or claim.party != It("party")
    ):
        return prop
    hung = replace(claim, party=Named("party", ("none",)))
    known: dict[tuple[str, float | None], Prop] = {(">=", 1): Not(hung), ("=", 1): Not(hung), ("=", 0): hung}
    return known.get((prop.op, _number(prop.right)), prop)


def _number(figure: Any) -> float | None:
    return figure.value if isinstance(figure, Number) else None


def _no_majority(prop: Compare) -> Prop:
    """Who has no majority does not control."""
    left = prop.left
    if not isinstance(left, Measure) or left.name != "council majority" or (prop.op, prop.right) != ("=", Number(0)):
        return prop
    return Not(Claim("control", left.place, left.party, time=left.time, spans=left.spans))


def _won_councils(of: Select) -> Select:
    """Of several councils those that a party won are those that voted and that it controls then."""
    if of.kind != "council":
        return of
    return replace(of, where=tuple(dict.fromkeys(part for prop in of.where for part in _won(prop))))


def _won(prop: Prop) -> tuple[Prop, ...]:
    if not isinstance(prop, Claim) or prop.name != "win" or prop.place != It("council") or prop.party is None:
        return (prop,)
    return (replace(prop, name="control"), Claim("vote", prop.place, time=prop.time))


def _but_itself(of: Select) -> Select:
    """What has the same as another is not that other."""
    others = [o for p in of.where if (o := _other(p, of.kind)) is not None]
    fresh = [Not(Among(It(of.kind), other)) for other in others]
    return replace(of, where=(*of.where, *(f for f in fresh if f not in of.where)))


def _other(prop: Prop, kind: Kind) -> Named | None:
    if not isinstance(prop, Compare) or prop.op != "=" or kind not in _OWN:
        return None
    sides = [getattr(side, _OWN[kind], None) for side in (prop.left, prop.right)]
    named = next((s for s in sides if isinstance(s, Named) and s.kind == kind), None)
    return named if It(kind) in sides else None


def lasting(prop: Prop) -> Prop:
    """ "Controlled since 2003": in every year since then in which the question arises."""
    since = prop.time if isinstance(prop, Claim) and prop.name == "control" and prop.place is not None else None
    if not isinstance(prop, Claim) or type(since) is not Span or since.first is None or since.last is not None:
        return prop
    there = Claim("be there", place=prop.place, time=It("year"))
    return Every(Select("year", since, (there,)), replace(prop, time=It("year")))


def _lasting(of: Select) -> Select:
    """What was so of a council since a year, or always, is so now too: of one that is no more it is not asked."""
    if of.kind != "council":
        return of
    where = tuple(lasting(p) for p in of.where)
    now = [_now(p) for p in where]
    fresh = tuple(p for p in now if p is not None and p not in where)
    return replace(of, where=(*where, *fresh))


def _now(prop: Prop) -> Prop | None:
    if not isinstance(prop, Every) or prop.of.kind != "year" or not isinstance(prop.that, Claim):
        return None
    period = prop.of.within if isinstance(prop.of, Select) else None
    if isinstance(period, Span) and period.last is not None:
        return None
    claim = prop.that
    if claim.name != "control" or claim.place != It("council") or claim.time != It("year"):
        return None
    return replace(claim, time=Newest())


def _nobody_sits(of: Select) -> Select:
    """Parties are known in a chamber by the seats that they hold: of those that hold none there is no list."""
    if of.kind == "party" and of.where and all(_is_none(p) for p in of.where):
        raise MeaningError("parties", "those without a seat are not told: ask which parties won no seats")
    return of


def _is_none(prop: Prop) -> bool:
    """Whether it is that a party holds none of the seats of a chamber."""
    if not isinstance(prop, Compare) or not isinstance(prop.left, Measure) or prop.left.name != "seats held":
        return False
    none = (("=", Number(0)), ("<=", Number(0)), ("<", Number(1)))
    return prop.left.party == It("party") and (prop.op, prop.right) in none


def _rounded(of: Select) -> Select:
    """ "Who got 37% of the vote": what is 37% in round figures."""
    return replace(of, where=tuple(part for prop in of.where for part in _round(prop)))


def _round(prop: Prop) -> tuple[Prop, ...]:
    number = prop.right if isinstance(prop, Compare) and prop.op == "=" else None
    of = prop.left if isinstance(prop, Compare) else None
    if not isinstance(prop, Compare) or not isinstance(number, Number) or not isinstance(of, Measure):
        return (prop,)
    if MEASURES[of.name].unit != "%":
        return (prop,)
    half = 0.5 if float(number.value).is_integer() else 0.05
    low, high = (replace(number, value=round(number.value + by, 2)) for by in (-half, half))
    return (Compare(prop.left, ">=", low), Compare(prop.left, "<", high))
