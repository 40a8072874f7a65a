"""What the families share: a set with one more condition, a clause with one more hole filled, a deed with its noun."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from assistant.core.meaning import nodes as n
from assistant.core.meaning.nodes import (
    Among,
    And,
    Claim,
    Compare,
    Count,
    Every,
    Figure,
    It,
    Kind,
    Measure,
    Named,
    Not,
    Number,
    Or,
    Portion,
    Prop,
    Ranked,
    Select,
    Set,
    Several,
)
from assistant.core.meaning.walk import rebuild, walk
from assistant.core.model.deeds import DOINGS
from assistant.core.parsing.drafts import Event, Holder, Mean, Np, One, Those
from assistant.core.parsing.fill import fill, put, takes


def year_of(np: Np) -> int | None:
    return int(np.of.ids[0]) if isinstance(np.of, Named) and np.of.kind == "year" else None


def at(part: Any, event: Event) -> Any:
    """A part of a question restricted to a poll."""
    for value in event.parts:
        part = fill(part, value)
        if part is None:
            return None
    return part if event.poll == "scheduled" else _at_by_elections(part)


def _at_by_elections(part: Any) -> Any:
    made = rebuild(part, lambda _, inner: _at_by_elections(inner))
    return replace(made, poll="by-election") if isinstance(made, Claim | Measure | n.Story) else made


THERE: dict[Kind, Callable[[], Prop]] = {
    "ward": lambda: Claim("be there", place=It("ward")),
    "council": lambda: Claim("be there", place=It("council")),
    "area": lambda: Claim("be there", place=It("area")),
    "office": lambda: Claim("be there", place=It("office")),
    "party": lambda: Claim("stand", party=It("party")),
    "person": lambda: Claim("stand", person=It("person")),
    "year": lambda: Claim("be there", time=It("year")),
}


def is_default(prop: Prop) -> bool:
    """Whether a condition only says that its kind of thing was there."""
    return (
        isinstance(prop, Claim)
        and prop.name in ("be there", "vote", "stand", "represent")
        and prop.party in (None, It("party"))
        and (prop.person is not None or prop.name not in ("stand", "represent") or prop.party is not None)
    )


def add(of: Set, prop: Prop) -> Set:
    """A set with one more condition, in place of one that only says when and where its members were."""
    if not isinstance(of, Select):
        return Select(of.kind, of, (prop,))
    if _is_fixed(prop):
        return replace(of, where=(*of.where, prop))
    if isinstance(of, Holder) and (ran := _of_holders(of, prop)) is not None:
        return ran
    if of.kind == "office" and isinstance(prop, Claim) and prop.name == "have":
        prop = replace(prop, name="hold")
    if isinstance(prop, Claim) and prop.name == "be of" and of.kind == "person":  # for whom they stood, or sit
        of_party: Set | None = fill(of, prop.party) if prop.party is not None else None
        return of_party if of_party is not None else of
    kept = tuple(p for p in of.where if not _says_who(p))
    for default in of.where:
        if isinstance(default, Claim) and _says_who(default):
            prop = _inheriting(prop, default, of.kind)
    return of if prop in kept else replace(of, where=(*kept, prop))


def _of_holders(of: Holder, prop: Prop) -> Set | None:
    """Those of whom a deed is said at the poll for such an office; None where nothing of an office can be said."""
    if not isinstance(prop, Claim) or prop.name == "be of":
        return None
    held = of.where[0]
    assert isinstance(held, Claim)
    if prop.name in ("lose", "be beaten"):  # those who had it
        terms = Select("year", None, (replace(held, time=It("year")),))
        return Select("person", None, (replace(prop, place=of.offices), Compare(Count(terms), ">=", Number(1))))
    ran: Any = fill(prop, of.offices)
    for value in (held.time, held.party) if ran is not None else ():
        ran = (fill(ran, value) or ran) if isinstance(value, Named) else ran
    return Select("person", None, (ran,)) if ran is not None else None


def _says_who(prop: Prop) -> bool:
    """Whether a condition only says that its members were there: they stood, for a party it may be."""
    stood = isinstance(prop, Claim) and prop.name in ("stand", "belong") and prop.person == It("person")
    return is_default(prop) or (stood and isinstance(getattr(prop, "party", None), Named))


def _is_fixed(prop: Prop) -> bool:
    """Whether a condition only says which a member is, or is not: it looks nothing up."""
    inner = prop.prop if isinstance(prop, Not) else prop
    return isinstance(inner, Among)


def inheriting(part: Any, of: Set) -> Any:
    """A figure by which a set is ranked, with the time and place that only say where its members were."""
    for default in of.where if isinstance(of, Select) else ():
        if isinstance(default, Claim) and (is_default(default) or default.name == "sit"):
            part = _inheriting(part, default, of.kind)
    return part


def _inheriting(prop: Prop, default: Claim, kind: Kind) -> Prop:
    for value in (default.time, default.place, default.party):
        if value is not None and not isinstance(value, It):
            prop = fill(prop, value) or prop
    return prop


_PARTY_OF: dict[Kind, Callable[[Set], Prop]] = {
    "ward": lambda p: Claim("win", place=It("ward"), party=p),
    "council": lambda p: Claim("control", place=It("council"), party=p),
}


def narrow(of: Set, np: Np | Event) -> Set | None:
    if isinstance(np, Event):
        narrowed_set: Set | None = at(of, np)
        return narrowed_set
    if np.det not in ("", "the", "and") or np.prep == "by":
        return None
    if np.prep == "on" and np.of.kind == "council" and of.kind == "party" and _is_anyone(of):  # who sits there
        return Select("party", None, (Claim("sit", np.of, It("party")),))
    if of.kind == "party" and np.of.kind == "council" and np.prep == "on":
        return add(of, Claim("sit", np.of, It("party")))
    if np.of.kind == "party" and of.kind in _PARTY_OF:
        return add(of, _PARTY_OF[of.kind](np.of))
    made: Set | None = fill(of, np.of)
    return made if made is not None else _also_in(of, np.of)


def _also_in(of: Set, area: Set) -> Set | None:
    """Councils of a kind in an area: those of the one that are among those of the other."""
    if of.kind != "council" or area.kind != "area" or not isinstance(of, Select) or of.within is None:
        return None
    return add(of, Among(It("council"), Select("council", area, (THERE["council"](),))))


def restrict(part: Any, np: Np | Event) -> Any:
    if isinstance(np, Event):
        return at(part, np)
    if isinstance(part, Prop):
        return apply(part, np)
    if isinstance(part, n.Listing) and isinstance(part.of, Select) and part.of.kind == "party" and np.prep == "on":
        made = narrow(part.of, np)
        return replace(part, of=made) if made is not None else None
    if isinstance(part, Mean) and np.det in ("a", "any", "every") and isinstance(np.of, Select):
        np = replace(np, det="", plural=True)
    if np.number is not None or np.det not in ("", "the", "and"):
        return None
    if isinstance(part, Measure) and part.name == "share" and np.prep == "of" and isinstance(np.of, Select):
        return None  # a part of the set, not of its votes
    if isinstance(part, Mean) and np.plural:
        inner = fill(part.figure, It(np.of.kind))
        return n.Over(part.how, inner, np.of, part.spans) if inner is not None else None  # type: ignore[arg-type]
    return fill(part, np.of)


def instead(figure: Figure, other: Set) -> Figure | None:
    """The same figure of another thing of a kind that it is of."""
    slot = {"party": "party", "year": "time", "council": "place", "ward": "place", "area": "place"}.get(other.kind)
    if not isinstance(figure, Measure) or slot is None or getattr(figure, slot) is None:
        return None
    if isinstance(other, Those) and getattr(figure, slot).kind != other.kind:
        return None
    return replace(figure, **{slot: _beside(getattr(figure, slot), other)})  # type: ignore[arg-type]


def _beside(old: Set, other: Set) -> Set:
    """What is held against members of a set is of the same place, where it says none."""
    if isinstance(other, Those):
        return _those(old, other.that)
    if not isinstance(old, Select) or not isinstance(other, Select) or old.kind != other.kind or other.within:
        return other
    return replace(other, within=old.within)


def _those(old: Set, prop: Prop) -> Set:
    """Of the same place and time as those they are held against."""
    for claim in old.where if isinstance(old, Select) else ():
        if isinstance(claim, Claim) and claim.time is not None:
            prop = fill(prop, claim.time) or prop
    return Select(old.kind, old.within if isinstance(old, Select) else None, (prop,))


def _at_its_place(years: Set, prop: Prop) -> Set:
    """A time that is described takes the place of its clause: "controlled Bury the year that Labour won 7 seats"."""
    for place in _places(prop):
        years = fill(years, place) or years
    return years


def _rival(prop: Claim, np: Np) -> Prop | None:
    """ "Lost to Labour"; "gained from Labour"."""
    if prop.rival is not None:
        return None
    if prop.name == "vote for" and np.prep == "from":  # a council that went from one party to another
        return replace(prop, name="gain control", rival=np.of)
    if np.prep == "to":
        return replace(prop, name="beat", rival=prop.party, party=np.of) if prop.name == "lose" else None
    if prop.name not in ("gain", "win", "gain control"):
        return None
    return replace(prop, name="gain" if prop.name == "win" else prop.name, rival=np.of)


def apply(prop: Prop, np: Np) -> Prop | None:
    """A clause with a noun phrase in the hole that takes it."""
    of = np.of
    if of.kind == "party" and isinstance(prop, Claim) and np.prep in ("to", "from", "off"):
        return _rival(prop, np)
    if np.number is not None:
        inner = fill(prop, It(of.kind))
        if inner is not None and np.det == "all but":
            inner = Not(inner)
        if inner is not None and isinstance(np.number, Number) and np.number.unit == "%":
            return Compare(Portion(of, inner), np.op or "=", np.number)
        return Compare(Count(those(of, inner)), np.op or "=", np.number) if inner is not None else None
    if np.det in ("every", "and", "or", "no", "neither") and not (
        isinstance(of, Named) or (of.kind == "year" and np.det == "and")
    ):
        return _distributed(prop, np)
    if of.kind == "year" and isinstance(of, Select | Ranked):
        of = _at_its_place(of, prop)
    if (party := candidate_of(of)) is not None and (made := _of_somebody(prop, party)) is not None:
        return made
    if _is_anyone(of) and isinstance(prop, Claim) and prop.name == "control" and prop.party is None:
        return Not(replace(prop, party=Named("party", ("none",))))
    some = isinstance(of, Select) and (np.det == "any" or (np.det == "a" and isinstance(of, One)))
    if isinstance(of, Select | Ranked) and (_is_claim(prop) or some):
        inner = fill(prop, It(of.kind))
        return Compare(Count(those(of, inner)), ">=", Number(1)) if inner is not None else None
    filled: Prop | None = fill(prop, of)
    return filled


def candidate_of(of: Set) -> Set | None:
    """The party of those of whom nothing is said but for whom they stood."""
    stood = of.where[0] if isinstance(of, Select) and of.kind == "person" and len(of.where) == 1 else None
    alone = isinstance(stood, Claim) and stood.name == "stand" and (stood.place, stood.time) == (None, None)
    return stood.party if isinstance(stood, Claim) and alone and isinstance(stood.party, Named) else None


def _of_somebody(prop: Prop, party: Set) -> Prop | None:
    """ "Any Green won": somebody did for them."""
    if not isinstance(prop, Claim):
        told_of: Prop | None = fill(prop, party)
        return told_of
    inner = fill(prop, It("person"))
    inner = fill(inner, party) if inner is not None else None
    return Compare(Count(Select("person", None, (inner,))), ">=", Number(1)) if inner is not None else None


def _is_anyone(of: Set) -> bool:
    """Whether any party is meant: that one of them controls is that there is not none."""
    return isinstance(of, Select) and of.kind == "party" and all(is_default(p) for p in of.where)


def _is_claim(prop: Prop) -> bool:
    return isinstance(prop, Claim) or (isinstance(prop, Not) and isinstance(prop.prop, Claim))


def _distributed(prop: Prop, np: Np) -> Prop | None:
    if isinstance(np.of, Several):
        parts = tuple(p for m in np.of.members if (p := fill(prop, m)) is not None)
        if len(parts) < len(np.of.members):
            return None
        if np.det == "neither":
            return And(tuple(Not(p) for p in parts))
        return Or(parts) if np.det == "or" and not isinstance(prop, Not) else And(parts)
    if np.det == "no" and np.of.kind == "party" and isinstance(prop, Claim) and prop.name in ("control", "run"):
        return fill(replace(prop, name="control"), Named("party", ("none",)))
    inner = fill(prop, It(np.of.kind))
    if inner is None:
        return None
    return Every(np.of, inner) if np.det == "every" else Compare(Count(those(np.of, inner)), "=", Number(0))


def bound_in(of: Set, prop: Prop) -> Set | None:
    """The members of a set of which a clause is true; a wider place that the clause names is what they are within."""
    bound = fill(prop, It(of.kind))
    if bound is not None:
        return add(of, bound)
    wider = next((p for p in _places(prop) if p.kind in _WIDER.get(of.kind, ())), None)
    if wider is None:
        return None
    opened = fill(_without(prop, wider), It(of.kind))
    inside = fill(of, wider)
    return add(inside, opened) if opened is not None and inside is not None else None


_WIDER: dict[Kind, tuple[Kind, ...]] = {"ward": ("council", "area"), "council": ("area",)}


def _places(prop: Any) -> list[Named]:
    """The places that a clause's own cells name."""
    cells = [c for c in walk(prop) if isinstance(c, Claim | Measure)]
    return [c.place for c in cells if isinstance(c.place, Named)]


def _without(prop: Any, place: Set) -> Any:
    """A clause with this place open again."""
    made = rebuild(prop, lambda _, part: _without(part, place))
    return replace(made, place=None) if isinstance(made, Claim | Measure) and made.place == place else made


def those(of: Set, prop: Prop) -> Set:
    """Those of a set of which a clause is true; what the clause still lacks is none of the set's own."""
    whoever = isinstance(of, Select) and of.kind in ("party", "person") and of.within is None
    if whoever and isinstance(of, Select) and of.where == (THERE[of.kind](),):
        return Select(of.kind, None, (prop,))  # anyone
    return Select(of.kind, of, (prop,))


_LIGHT = ("have", "get", "need", "see")
"""Verbs that leave what is meant to their object."""


def measured(prop: Prop, figure: Figure) -> Figure | None:
    """The measure that a deed is with this noun: "won … seats" is seats won."""
    if isinstance(prop, Not) and isinstance(prop.prop, Claim) and prop.prop.name == "be of" and prop.prop.party:
        prop = replace(prop.prop, party=Select("party", None, (Not(Among(It("party"), prop.prop.party)),)))
    if not isinstance(prop, Claim) or not isinstance(figure, Measure):
        return None
    named = DOINGS.get((prop.name, figure.name))
    if (
        named is None
        and prop.name not in _LIGHT
        and not (prop.name == "win" and figure.name in ("votes", "share of the vote"))
    ):
        return None
    slots: dict[str, Any] = {
        s: getattr(figure, s) or getattr(prop, s) for s in ("place", "party", "person", "time", "rival")
    }
    if named == "seats up" and slots["party"] is not None:
        named = "candidates"  # the seats that a party stood for
    made = replace(figure, name=named or figure.name, **slots)
    return made if all(v is None or takes(put(made, s, None), v) for s, v in slots.items()) else None


WHOLE = {"seats won": "seats up", "seats held": "size"}
"""What all of a figure is."""


def bind(prop: Prop, kind: Kind) -> Set | None:
    """The things of a kind of which a clause is true; a wider place that it names is what they are within."""
    bound = fill(prop, It(kind))
    if bound is not None:
        return add(Select(kind, None, (THERE[kind](),)), bound)
    if isinstance(prop, Claim) and isinstance(prop.place, Named) and prop.place.kind in ("council", "area"):
        inner = bind(replace(prop, place=None), kind)
        within: Set | None = fill(inner, prop.place) if inner is not None else None
        return within
    return None


def carried_all(first: Any, second: Any) -> Any:

    for part in walk(first):
        if isinstance(part, Named):
            second = fill(second, part) or second
    return second
