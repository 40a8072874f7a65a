"""Sets: a kind of thing, and what narrows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from assistant.core.meaning.nodes import (
    Among,
    Claim,
    Compare,
    Figure,
    It,
    Kind,
    Measure,
    Named,
    Not,
    Number,
    Of,
    Prop,
    Ranked,
    Select,
    Set,
    Several,
)
from assistant.core.parsing.combine.bounds import held_against
from assistant.core.parsing.combine.parts import THERE, add, narrow
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.combine.superlatives import ranked
from assistant.core.parsing.drafts import KINDS, Amount, Event, Few, Holder, Np, One, Placed, Super
from assistant.core.parsing.fill import fill


@rule()
def noun(word: Any) -> Set | list[Set]:
    kind = KINDS[word.sem]
    if word.sem in _PLACED:
        return _placed(_PLACED[word.sem], "plural" in word.forms)
    within: Set | None = Named("area", (word.sem,)) if kind == "area" else None
    there = _THERE.get(word.sem) or THERE[kind]
    make = Select if "plural" in word.forms else One
    return make(kind, within, (there(),))


_THERE: dict[str, Callable[[], Prop]] = {
    "councillor": lambda: Claim("represent", person=It("person")),
    "election": lambda: Claim("vote", time=It("year")),
}

_PLACED: dict[str, Claim] = {"winner": Claim("win"), "loser": Claim("be beaten"), "runner-up": Claim("come", number=2)}
"""How those whom a noun names came out of a poll."""


def _placed(claim: Claim, several: bool) -> list[Set]:
    people: Set = Placed("person", None, (replace(claim, person=It("person")),))
    return [people] if several else [people, Placed("party", None, (replace(claim, party=It("party")),))]


@rule()
def placed_nth(ordinal: Any, word: Any) -> list[Set] | None:
    """ "Second place": who came second."""
    place = int(getattr(ordinal, "value", ordinal))
    return _placed(Claim("come", number=place), False) if word.sem == "position" else None


@rule()
def offices(word: Any) -> Select:
    return _offices(word, word)


def _offices(word: Any, noun: Any) -> Select:
    """Offices of a sort; one, where the noun is in the singular: "the closest contest for a mayoralty"."""
    make = Select if "plural" in noun.forms else One
    return make("office", Named("area", (f"offices:{word.sem}",)), (THERE["office"](),))


@rule()
def offices_of(word: Any, event: Any) -> Set:
    return _offices(word, event)


@rule(0.4)
def holders(word: Any) -> Set:
    """Those who hold an office of a sort."""
    of = Select("office", Named("area", (f"offices:{word.sem}",)), (THERE["office"](),))
    filled = replace(of, where=(Claim("be filled", place=It("office")),))
    return Holder("person", None, (Claim("serve", filled, person=It("person")),), offices=of)


@rule(0.3)
def party_people(party: Set) -> Set:
    """A party's people in the plural: "which Greens lost" are those who stood for it."""
    return Select("person", None, (Claim("belong", party=party, person=It("person")),))


@rule()
def councils_of_kind(area: Named) -> Set | None:
    if not area.ids[0].startswith("kind:"):
        return None
    return Select("council", area, (THERE["council"](),))


@rule()
def all_but(of: Set, _: Any, np: Np) -> Set | None:
    return add(of, Not(Among(It(of.kind), np.of))) if np.of.kind == of.kind else None


@rule()
def qualified(_: Any, of: Set) -> Set:
    return of


@rule()
def of_the_council(kind: Any, figure: Figure) -> Figure | None:
    """ "Council seats": seats are seats of councils."""
    if kind.sem == "county":
        there: Figure | None = fill(figure, Named("area", ("kind:county",)))
        return there
    return figure if kind.sem == "council" else None


@rule()
def few(number: Number, of: Set) -> Few | None:
    return Few(of, int(number.value)) if number.value >= 1 else None


@rule()
def top_few(word: Any, of: Few) -> Few | None:
    return replace(of, order="least" if word.sem in ("least", "last") else "most") if not of.order else None


@rule()
def few_there(of: Few, np: Any) -> Few | None:
    made = narrow(of.of, np)
    return replace(of, of=made) if made is not None else None


@rule()
def extreme_few(of: Few, _: Any, sup: Super) -> Set | None:
    return ranked(of.of, replace(sup, last=of.number))


@rule()
def ranked_by(of: Few, _: Any, figure: Figure) -> Set | None:
    return ranked(of.of, Super(figure, of.order or "most", 1, of.number))


@rule()
def other(_: Any, of: Set) -> Set | None:
    return of


@rule()
def narrowed(of: Set, np: Np | Event) -> Set | None:
    return narrow(of, np)


@rule(0.2)
def narrowed_before(np: Np, of: Set) -> Set | None:
    return narrow(of, np) if not np.prep and isinstance(np.of, Named | Several) else None


@rule()
def narrowed_by_owner(np: Np, _: Any, of: Set) -> Set | None:
    return narrow(of, np)


@rule()
def such_that(of: Set, *rest: Any) -> Set | None:
    if isinstance(of, Ranked):
        return None
    bound = fill(rest[-1], It(of.kind))
    return add(of, bound) if bound is not None else None


@rule()
def reduced(of: Set, prop: Prop) -> Set | None:
    if isinstance(of, Holder) and isinstance(prop, Claim) and prop.name in ("elect", "be beaten"):
        return such_that(of, prop)
    return such_that(of, prop) if not _is_finite(prop, of.kind) else None


def _is_finite(prop: Prop, kind: Kind) -> bool:
    """Whether a clause that follows its noun without "that" would be the noun's main clause: "parties won"."""
    return kind in ("party", "person") and isinstance(prop, Claim) and prop.name not in ("be up",)


@rule()
def with_amount(of: Set, _: Any, amount: Amount) -> Set | None:
    return such_that(of, _, held_against(amount.figure, amount))


@rule()
def such_that_not(of: Set, _: Any, prop: Prop) -> Set | None:
    bound = fill(prop, It(of.kind))
    return add(of, Not(bound)) if bound is not None else None


@rule()
def relative(_: Any, prop: Prop) -> Prop:
    return prop


@rule(0.2)
def infinitive(prep: Any, prop: Prop) -> Prop | None:
    """ "The only Green to win"."""
    return prop if prep.sem == "to" and isinstance(prop, Claim) else None


@rule()
def controlled_by(np: Np, _: Any, of: Set) -> Set | None:
    return narrow(of, np) if np.of.kind == "party" else None


@rule(0.3)
def seat(word: Any) -> Set:
    make = Select if "plural" in word.forms else One
    return make("ward", None, (THERE["ward"](),))


@rule()
def outside(of: Set, _: Any, np: Np) -> Set | None:
    if of.kind != "council" or np.of.kind != "area":
        return None
    return add(of, Not(Among(It("council"), Select("council", np.of, (THERE["council"](),)))))


@rule()
def without_amount(of: Set, _: Any, amount: Amount) -> Set | None:
    return such_that_not(of, _, held_against(amount.figure, amount))


@rule()
def with_party(of: Set, _: Any, np: Np) -> Set | None:
    """ "Councils with Greens": with a seat of theirs."""
    seats = _seats_of(of, np)
    return add(of, Compare(seats, ">=", Number(1))) if seats is not None and np.det in ("", "any", "a") else None


@rule()
def without_party(of: Set, _: Any, np: Np) -> Set | None:
    seats = _seats_of(of, np)
    return add(of, Compare(seats, "=", Number(0))) if seats is not None and np.det in ("", "any", "a") else None


def _seats_of(of: Set, np: Np) -> Measure | None:
    if of.kind != "council" or np.of.kind != "party" or np.prep or not isinstance(np.of, Named):
        return None
    return Measure("seats", It("council"), np.of)


@rule()
def highest_of_kind(word: Any, kind: Any, figure: Figure) -> Set | None:
    """ "The highest ward turnout": the ward that has it."""
    of = noun(kind)
    return ranked(of, Super(figure, word.sem)) if isinstance(of, Set) and of.kind in ("ward", "council") else None


@rule(0.2)
def extreme_before(sup: Super, of: Set) -> Set | None:
    """ "The lowest turnout ward"."""
    return ranked(of, sup) if isinstance(sup.figure, Measure) and of.kind in ("ward", "council") else None


@rule()
def lies_in(np: Np, _: Any, prep: Any) -> Set | None:
    return np.of if prep.sem == "in" and not np.prep else None


@rule()
def inside_of(of: Set, _: Any, member: Set) -> Set | None:
    """ "The council that Pleck is in"."""
    return Of("council", member) if of.kind == "council" and member.kind == "ward" else None
