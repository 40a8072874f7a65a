"""Whether something is so: at any time, always, of a thing that is named."""

from __future__ import annotations

from typing import Any

from assistant.core.meaning.nodes import (
    Among,
    Ask,
    Claim,
    Compare,
    Count,
    Every,
    It,
    Listing,
    Named,
    Not,
    Number,
    Prop,
    Ranked,
    Select,
    Set,
    Several,
    Value,
    Whether,
)
from assistant.core.meaning.nodes import Difference as Apart
from assistant.core.parsing.combine.parts import add
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.drafts import Np
from assistant.core.parsing.fill import fill


def _years(prop: Prop) -> Set | None:
    """The years in which a clause is true."""
    bound = fill(prop, It("year"))
    return Select("year", None, (bound,)) if bound is not None else None


def _at_some_time(prop: Prop) -> Prop | None:
    years = _years(prop)
    return Compare(Count(years), ">=", Number(1)) if years is not None else None


@rule()
def ever(_: Any, prop: Prop) -> list[Prop]:
    """In one year at least; "the most seats they have ever held": at whichever time it was."""
    made = _at_some_time(prop)
    return [prop] if made is None else [made, prop]


@rule()
def always(_: Any, prop: Prop) -> Prop | None:
    """In every year in which the question arises at all."""
    bound = fill(prop, It("year"))
    if bound is None or not isinstance(prop, Claim):
        return None
    return Every(Select("year", None, (Claim("be there", place=prop.place, time=It("year")),)), bound)


@rule()
def is_of_party(word: Any, party: Set) -> Prop | None:
    return Claim("be of", party=party) if word.sem == "be" else None


@rule()
def is_not_of_party(word: Any, _: Any, party: Set) -> Prop | None:
    return Not(Claim("be of", party=party)) if word.sem == "be" else None


@rule()
def under_control_of_one(prep: Any, _: Any) -> Prop | None:
    """ "Under overall control": somebody's."""
    return Not(Claim("control", party=Named("party", ("none",)))) if prep.sem == "under" else None


@rule()
def ever_of_party(word: Any, party: Set) -> Prop | None:
    return _at_some_time(Claim("be of", party=party))


@rule()
def ever_been(word: Any, _: Any, party: Set) -> Prop | None:
    return _at_some_time(Claim("be of", party=party))


@rule()
def always_of_party(word: Any, party: Set) -> Prop | None:
    return always(word, Claim("be of", party=party))


@rule()
def always_been(word: Any, _: Any, party: Set) -> Prop | None:
    return always(word, Claim("be of", party=party))


@rule()
def in_charge(_: Any) -> Prop:
    return Claim("control")


@rule()
def whether_after(prop: Prop, _: Any) -> Ask:
    return Whether(prop)


@rule()
def true_that(_: Any, ask: Ask) -> Ask | None:
    return ask if isinstance(ask, Whether) else None


@rule()
def true_that_after(ask: Ask, _: Any) -> Ask | None:
    return ask if isinstance(ask, Whether) else None


@rule()
def is_a(_: Any, thing: Np, of: Np) -> Ask | None:
    """ "Is Gornal the ward with the lowest turnout"; "is Ipswich Labour or Conservative"."""
    if thing.of.kind == of.of.kind and isinstance(of.of, Select | Ranked) and isinstance(thing.of, Named):
        return Whether(Among(thing.of, of.of))
    if thing.of.kind == "person" and of.of.kind == "office" and isinstance(thing.of, Named):
        return Whether(Claim("serve", of.of, person=thing.of))
    if of.det == "or" and isinstance(of.of, Several) and of.of.kind == "party" and thing.of.kind in ("council", "ward"):
        return Listing(Select("party", None, (Claim("be of", thing.of, It("party")),)))
    return None


@rule(0.3)
def it_is_a(thing: Np, _: Any, of: Np) -> Ask | None:
    return is_a(_, thing, of)


@rule()
def how_much_change(_: Any, prop: Prop) -> Ask | None:
    if isinstance(prop, Compare) and isinstance(prop.left, Apart) and prop.right == Number(0):
        return Value(prop.left)
    return None


@rule()
def ever_after(prop: Prop, word: Any) -> Prop | None:
    return _at_some_time(prop)


@rule()
def is_it_of(word: Any, np: Np, party: Set) -> Ask | None:
    """ "Is Bury council Labour"."""
    if word.sem != "be" or np.of.kind not in ("council", "ward"):
        return None
    if isinstance(np.of, Select) and np.det == "any":
        some = add(np.of, Claim("be of", It(np.of.kind), party))
        return Whether(Compare(Count(some), ">=", Number(1)))
    if not isinstance(np.of, Named):
        return None
    return Whether(Claim("be of", np.of, party))


@rule()
def how_many_points(*_: Any) -> str:
    return "points"


@rule()
def points_changed(*parts: Any) -> Ask | None:
    """ "By how many points did turnout fall": the change in points that it is."""
    return how_much_change(None, parts[-1])
