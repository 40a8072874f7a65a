"""So many of all that there are, and superlatives and differences that are claimed to be so much."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning.nodes import (
    And,
    Ask,
    Claim,
    Compare,
    Count,
    Figure,
    Measure,
    Named,
    Number,
    Prop,
    Select,
    Set,
    Whether,
)
from assistant.core.meaning.walk import substitute
from assistant.core.parsing.combine.bounds import amount, held_against
from assistant.core.parsing.combine.nouns import such_that
from assistant.core.parsing.combine.parts import WHOLE
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.drafts import Amount, Asked, Bound, Mean, Np, One, Super, Versus


def whole_of(figure: Figure, number: Figure | None) -> Prop | None:
    """That there were so many in all of what a figure is a part of."""
    if number is None or not isinstance(figure, Measure) or figure.name not in WHOLE:
        return None
    return Compare(replace(figure, name=WHOLE[figure.name], party=None, person=None), "=", number)


@rule()
def amount_of_all(bound: Bound, prep: Any, all_of: Amount) -> Amount | None:
    """ "17 of the 23 seats"."""
    if prep.sem != "of" or all_of.op != "=" or not isinstance(all_of.right, Number) or bound.upper is not None:
        return None
    return replace(all_of, op=bound.op, right=bound.right, whole=all_of.right)


@rule()
def how_many_of_figure(*parts: Any) -> Asked | None:
    figure = next(p for p in parts if isinstance(p, Figure))
    seats = isinstance(figure, Measure) and figure.name in ("seats", "seats defended", *WHOLE)
    return Asked(figure, "how much") if seats else None


@rule()
def how_many_of_amount(*parts: Any) -> Asked | None:
    """ "How many of the 72 seats": that there were as many is a premise."""
    all_of = next(p for p in parts if isinstance(p, Amount))
    counted = isinstance(all_of.figure, Measure) and all_of.figure.name in ("seats", "seats defended")
    if all_of.op != "=" or not counted:
        return None
    if not isinstance(all_of.right, Number):
        return Asked(all_of.figure, "how much")
    return Asked(all_of.figure, "how much", Compare(all_of.figure, "=", all_of.right))


@rule(0.1)
def how_many_of_amount_plain(*parts: Any) -> Asked | None:
    return how_many_of_amount(*parts)


@rule()
def adjective_figure(word: Any, figure: Figure) -> Super | None:
    """ "The closest majority": the least."""
    order, _, measure = word.sem.partition(" ")
    return Super(figure, order) if isinstance(figure, Measure) and figure.name == measure else None


@rule()
def extreme_was(sup: Super, _: Any, bound: Bound) -> Prop | None:
    return extreme_is(sup, bound)


@rule(0.1)
def extreme_is(sup: Super, bound: Bound) -> Prop | None:
    """ "The highest turnout in Watford was 45%"."""
    if sup.first != 1 or sup.last != 1:
        return None
    made = amount(bound, Mean(sup.order, sup.figure))
    return held_against(made.figure, made) if made is not None else None


@rule()
def versus_by(bound: Bound, versus: Versus) -> Versus | None:
    """ "3 more seats than the Tories"."""
    if bound.upper is not None or versus.op not in (">", "<") or versus.by is not None:
        return None
    return replace(versus, by=bound)


@rule()
def to_do(of: Set, prep: Any, prop: Prop) -> Set | None:
    """ "The only party to win a seat"."""
    return such_that(of, prop) if prep.sem == "to" else None


@rule()
def only_one(_: Any, of: Set) -> Set | None:
    return of if isinstance(of, One) else None


@rule()
def is_the_only(thing: Np, word: Any, of: Set) -> Ask | None:
    """That a thing is in a set, and that nothing else is."""
    if word.sem != "be" or thing.of.kind != of.kind or not isinstance(thing.of, Named) or not isinstance(of, Select):
        return None
    own = [substitute(p, of.kind, thing.of) for p in of.where]
    return Whether(And((Compare(Count(of), "=", Number(1)), *own)))


@rule()
def was_it_the_only(word: Any, thing: Np, of: Set) -> Ask | None:
    return is_the_only(thing, word, of)


@rule()
def came_behind(verb: Any, _: Any, np: Np) -> Prop | None:
    """ "The Tories finished behind the Lib Dems": these beat them."""
    party = isinstance(np.of, Named) and np.of.kind == "party" and not np.prep
    return Claim("beat", party=np.of) if verb.sem == "come" and party else None


@rule(0.2)
def the_only(_: Any, of: Set) -> Set:
    """Of a list it is told how many there are; as a predicate it is more than that something is one of them."""
    return of
