"""Superlatives: of sets, and as claims."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning.nodes import (
    Among,
    And,
    Claim,
    Count,
    Figure,
    It,
    Measure,
    Named,
    Number,
    Prop,
    Ranked,
    Select,
    Set,
)
from assistant.core.meaning.walk import walk
from assistant.core.parsing.combine.parts import THERE, add, inheriting, measured
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.drafts import Holder, Np, One, Super
from assistant.core.parsing.fill import fill


@rule()
def finished_last(verb: Any, word: Any) -> Super | None:
    return Super(Measure("votes"), "least") if verb.sem == "come" and word.sem == "last" else None


@rule()
def nth_by(prop: Prop, prep: Any, figure: Figure) -> Super | None:
    """ "Came second in votes", "finished first by seats"."""
    if not isinstance(prop, Claim) or prop.name != "come" or not prop.number or prep.sem not in ("in", "by", "on"):
        return None
    if not isinstance(figure, Measure) or figure.name not in ("votes", "seats", "share", "share of the vote"):
        return None
    bare = Super(figure, "most", prop.number, prop.number)
    for value in (prop.place, prop.time):
        bare = replace(bare, figure=fill(bare.figure, value) or bare.figure) if value is not None else bare
    return bare


@rule()
def adjective(word: Any) -> Super:
    order, measure = word.sem.split(" ", 1)
    return Super(Measure(measure), order)


@rule()
def nth_adjective(ordinal: Any, word: Any) -> Super:
    place = int(ordinal.value)
    return replace(adjective(word), first=place, last=place)


@rule()
def first_few(number: Number, word: Any) -> Super:
    return replace(adjective(word), last=int(number.value))


@rule()
def first_few_after(word: Any, number: Number) -> Super:
    return first_few(number, word)


@rule()
def superlative(word: Any, figure: Figure) -> Super:
    return Super(figure, word.sem)


@rule()
def best_result(word: Any, noun: Any) -> Super | None:
    """ "The best result (of Labour in Kent)": the highest share of the vote."""
    return Super(Measure("share of the vote"), word.sem) if noun.sem == "result" else None


@rule()
def nth_superlative(ordinal: Any, word: Any, figure: Figure) -> Super:
    n_th = int(getattr(ordinal, "value", 1))
    return Super(figure, word.sem, n_th, n_th)


@rule()
def extreme_of(sup: Super, of: Set) -> Set | None:
    if of.kind == "party" and sup.figure == Measure("size"):
        sup = replace(sup, figure=Measure("seats"))
    few_meant = isinstance(of, One) or sup.last > 1 or sup.first > 1
    return ranked(of, sup if few_meant else replace(sup, last=LISTED))


LISTED = 10
"""How many are meant by a superlative of several without a number: "the closest wards"."""


@rule()
def extreme(of: Set, *rest: Any) -> Set | None:
    return ranked(of, rest[-1]) if isinstance(rest[-1], Super) else None


@rule()
def extreme_that(of: Set, _: Any, sup: Super) -> Set | None:
    return ranked(of, sup) if isinstance(of, One) or not _has_party(sup.figure) else None


def _has_party(figure: Figure) -> bool:
    """Whether a figure is of a party that is named: "councils where Labour won most wards"."""
    if isinstance(figure, Count) and isinstance(figure.of, Select):
        claims = [c for p in figure.of.where for c in walk(p) if isinstance(c, Claim)]
        return any(isinstance(c.party, Named) for c in claims)
    return isinstance(figure, Measure) and figure.party is not None


@rule(0.3)
def is_most(np: Np, sup: Super) -> Prop | None:
    if np.of.kind not in ("party", "ward", "council") or np.prep or np.det not in ("", "the"):
        return None
    kind = np.of.kind
    of = ranked(Select(kind, None, (THERE[kind](),)), sup)
    return Among(np.of, of) if of is not None else None


@rule()
def most_of(word: Any, of: Set) -> Super | None:
    return Super(Count(of), word.sem) if of.kind != "person" else None


def ranked(of: Set, sup: Super) -> Set | None:
    """The first of a set by a superlative's figure."""
    if isinstance(of, Ranked):
        return None
    if isinstance(of, Holder):
        return ranked(_polled(of), sup)
    if of.kind != "office" and sup.figure.__class__ is Measure and isinstance(sup.figure.person, Select):
        return None  # several are elected in one ward
    by = fill(sup.figure, It(of.kind))
    if by is None:
        return _ranked_within(of, sup)
    by = inheriting(by, of)
    return Ranked(of.kind, of, by, "most" if sup.order == "most" else "least", sup.first, sup.last)


def _polled(of: Holder) -> Set:
    """The offices of those who hold them, at the poll of their time."""
    held = of.where[0]
    time = held.time if isinstance(held, Claim) else None
    return (fill(of.offices, time) or of.offices) if time is not None else of.offices


@rule()
def won_with(prop: Prop, _: Any, sup: Super) -> Super | None:
    """ "(Which ward was) won with the biggest majority", "elected with the lowest share of the vote"."""
    if (
        not isinstance(prop, Claim)
        or prop.name not in ("win", "elect", "hold", "keep")
        or not isinstance(sup.figure, Measure)
    ):
        return None
    if prop.party is not None or prop.person is not None or sup.figure.person is not None:
        return None
    figure: Any = sup.figure
    if figure.name in ("votes", "share", "share of the vote"):
        figure = replace(figure, person=Select("person", None, (Claim("win", person=It("person")),)))
    for value in (prop.place, prop.time):
        figure = (fill(figure, value) or figure) if value is not None else figure
    return replace(sup, figure=figure)


@rule()
def won_by(prop: Prop, _: Any, sup: Super) -> Super | None:
    """ "(Which seat was) won by the fewest votes": by the smallest majority."""
    votes = isinstance(sup.figure, Measure) and sup.figure.name in ("votes", "majority")
    if not votes or not isinstance(sup.figure, Measure):
        return None
    return won_with(prop, _, replace(sup, figure=replace(sup.figure, name="majority")))


def _ranked_within(of: Set, sup: Super) -> Set | None:
    """ "The ward with the highest turnout in Dudley": the place of the figure is that of the set."""
    figure = sup.figure
    if not isinstance(figure, Measure) or figure.place is None or isinstance(figure.place, It):
        return None
    narrowed_set = fill(of, figure.place)
    return ranked(narrowed_set, replace(sup, figure=replace(figure, place=None))) if narrowed_set is not None else None


@rule()
def done_most(prop: Prop, sup: Super) -> Super | None:
    if isinstance(prop, And):  # "turnout was low and Labour won most seats": that is of its own clause
        return None
    if isinstance(sup.figure, Count):
        inner = fill(prop, It(sup.figure.of.kind))
        return replace(sup, figure=Count(add(sup.figure.of, inner))) if inner is not None else None
    figure = measured(prop, sup.figure)
    if figure is None:
        return None
    lost = (
        isinstance(prop, Claim) and prop.name == "lose" and isinstance(figure, Measure) and figure.name == "net change"
    )
    return replace(sup, figure=figure, order=_OTHER_WAY[sup.order] if lost else sup.order)


_OTHER_WAY = {"most": "least", "least": "most"}
"""Who lost most has the lowest change."""


@rule()
def did_best(verb: Any, word: Any) -> Super | None:
    if verb.lemma == "poll":
        return Super(Measure("votes"), word.sem)
    return Super(Measure("share of the vote"), word.sem) if verb.sem == "do" else None


@rule()
def most_done(sup: Super, prop: Prop) -> Super | None:
    """ "The most seats the Greens have held"."""
    figure = measured(prop, sup.figure)
    return replace(sup, figure=figure) if figure is not None else None


@rule()
def most_done_that(sup: Super, _: Any, prop: Prop) -> Super | None:
    return most_done(sup, prop)


@rule()
def super_predicate(figure: Figure, _: Any, word: Any) -> Super:
    return Super(figure, word.sem)


@rule()
def where_most_so(_: Any, sup: Super) -> Np | None:
    of = ranked(One("ward", None, (THERE["ward"](),)), sup)
    return Np(of, prep="in") if of is not None else None


@rule()
def extreme_among(sup: Super, prep: Any, np: Np) -> Set | None:
    """ "The lowest turnout of any ward"."""
    if (
        prep.sem not in ("of", "in", "for")
        or (np.det not in ("a", "any", "every") and not np.plural)
        or not isinstance(np.of, Select)
    ):
        return None
    return ranked(np.of, sup)


@rule()
def stranded_most(sup: Super, prep: Any) -> Super | None:
    """ "(Which region) did Labour win the most seats in"."""
    return sup if prep.sem in ("in", "on", "at") else None


@rule()
def figure_highest(figure: Figure, word: Any) -> Super:
    """ "(Where was) turnout highest"."""
    return Super(figure, word.sem)
