"""The combinators: what each rule of the grammar makes of the meanings of its parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from assistant.core.meaning import nodes as n
from assistant.core.meaning.nodes import (
    Among,
    And,
    Ask,
    Both,
    Claim,
    Compare,
    Count,
    Difference,
    Every,
    Figure,
    It,
    Kind,
    Listing,
    Measure,
    Named,
    Newest,
    Not,
    Number,
    Or,
    Prop,
    Ranked,
    Select,
    Set,
    Several,
    Span,
    Value,
    Whether,
)
from assistant.core.model.deeds import DOINGS
from assistant.core.parsing.chart import Combinator
from assistant.core.parsing.drafts import (
    KINDS,
    After,
    Amount,
    Apart,
    Asked,
    Bound,
    Change,
    Choice,
    Event,
    Few,
    Mean,
    Norm,
    Np,
    Once,
    One,
    Super,
    Swing,
    Trend,
    Versus,
    Who,
    Whole,
)
from assistant.core.parsing.fill import fill, takes

COMBINATORS: dict[str, tuple[Combinator, float]] = {}


def rule(cost: float = 0.0, *names: str) -> Callable[[Combinator], Combinator]:
    """Register a combinator under its own name, or under these."""

    def register(make: Combinator) -> Combinator:
        for name in names or (make.__name__,):
            COMBINATORS[name] = (make, cost)
        return make

    return register


# --- Names ------------------------------------------------------------------------------------------------------------


@rule()
def name(value: Set) -> Np:
    return Np(value)


@rule()
def date(value: Any) -> Np | None:
    return Np(Named("year", (str(value.year),), value.spans)) if value.year else None


@rule()
def determined(det: Any, np: Np) -> Np | None:
    return None if np.det or np.number else replace(np, det=det.sem)


@rule()
def noun_phrase(of: Set) -> Np:
    return Np(of, plural=True)


@rule()
def both_names(left: Np, _: Any, right: Np) -> Np | None:
    if left.of.kind != right.of.kind or left.of == right.of or left.prep or right.prep:
        return None
    members = tuple(m for s in (left.of, right.of) for m in (s.members if isinstance(s, Several) else (s,)))
    return Np(Several(left.of.kind, members), det="and")


@rule()
def either_name(left: Np, _: Any, right: Np) -> Np | None:
    both = both_names(left, _, right)
    return replace(both, det="or") if both else None


@rule()
def both_of(_: Any, np: Np) -> Np | None:
    return np if isinstance(np.of, Several) and np.det == "and" else None


@rule()
def counted(bound: Bound, of: Set) -> Np | None:
    return Np(of, op=bound.op, number=bound.right, plural=True)


@rule()
def prepositional(prep: Any, np: Np) -> Np | None:
    return replace(np, prep=prep.sem) if not np.prep else None


@rule(0.3)
def bare(np: Np) -> Np | None:
    return replace(np, prep="-") if isinstance(np.of, Named) and not np.prep and np.of.kind != "party" else None


@rule()
def newest(_: Any) -> Np:
    return Np(Newest(), prep="at")


def _year(np: Np) -> int | None:
    return int(np.of.ids[0]) if isinstance(np.of, Named) and np.of.kind == "year" else None


@rule()
def from_to(left: Any, right: Any) -> Np | None:
    """ "from 2012 to 2016"."""
    if not (isinstance(left, Np) and isinstance(right, Np)) or (left.prep, right.prep) not in (("from", "to"), ("from", "-")):
        return None
    first, last = _year(left), _year(right)
    return Np(Span(first, last), prep="in") if first and last and first < last else None


@rule()
def pair(_: Any, np: Np) -> Np | None:
    return np if isinstance(np.of, Several) and len(np.of.members) == 2 else None


@rule()
def pair_there(np: Np, where: Any) -> Np | None:
    made = fill(np.of, where.of) if isinstance(where, Np) else at(np.of, where)
    return replace(np, of=made) if made is not None else None


@rule()
def since(_: Any, np: Np) -> Np | None:
    year = _year(np)
    return Np(Span(year, None, np.of.spans), prep="in") if year else None  # type: ignore[attr-defined]


@rule()
def until(_: Any, np: Np) -> Np | None:
    year = _year(np)
    return Np(Span(None, year, np.of.spans), prep="in") if year else None  # type: ignore[attr-defined]


@rule()
def before(_: Any, np: Np) -> Np | None:
    year = _year(np)
    return Np(Span(None, year - 1, np.of.spans), prep="in") if year else None  # type: ignore[attr-defined]


@rule()
def after(_: Any, np: Np) -> Np | None:
    year = _year(np)
    return Np(After(year + 1, None, np.of.spans), prep="in") if year else None  # type: ignore[attr-defined]


@rule()
def after_event(_: Any, event: Event) -> Np | None:
    """After the polls of a year: what is so in that year."""
    years = [p for p in event.parts if p.kind == "year"]
    others = [p for p in event.parts if p.kind != "year"]
    return Np(years[0], prep="after") if len(years) == 1 and not others else None


@rule()
def event_result(event: Event, _: Any) -> Event:
    return event


@rule()
def event_result_of(_: Any, prep: Any, event: Event) -> Event | None:
    return event if prep.sem in ("of", "for", "in", "from") else None


@rule()
def between(_: Any, np: Np) -> Np | None:
    if not isinstance(np.of, Several) or np.of.kind != "year":
        return None
    years = sorted(int(m.ids[0]) for m in np.of.members if isinstance(m, Named))
    return Np(Span(years[0], years[-1]), prep="in")


@rule()
def either_of(_: Any, np: Np) -> Np | None:
    return np if isinstance(np.of, Several) and np.det == "or" else None


@rule()
def apposition(np: Np, word: Any) -> Np | None:
    """ "Gornal ward", "Dudley council", "the Labour party": the kind that the name is of."""
    return np if isinstance(np.of, Named) and KINDS.get(word.sem) == np.of.kind and not np.prep else None


@rule()
def apposition_before(word: Any, np: Np) -> Np | None:
    return apposition(np, word) if np.det == "" else None


@rule()
def apposition_of(word: Any, prep: Any, np: Np) -> Np | None:
    return apposition(np, word) if prep.sem in ("of", "for") else None


@rule()
def event(_: Any) -> Event:
    return Event()


@rule()
def event_of(event: Event, np: Np | Event) -> Event | None:
    if isinstance(np, Event):
        return None
    if not isinstance(np.of, Named | Newest | Span) or any(p.kind == np.of.kind for p in event.parts) or np.prep == "by":
        return None
    return Event((*event.parts, np.of))


@rule()
def event_of_before(np: Np, event: Event) -> Event | None:
    return event_of(event, np) if not np.prep else None


@rule()
def at_event(_: Any, event: Event) -> Event:
    return event


@rule(0.2)
def bare_event(event: Event) -> Event | None:
    return event if event.parts else None


def at(part: Any, event: Event) -> Any:
    """A part of a question restricted to a poll."""
    for value in event.parts:
        part = fill(part, value)
        if part is None:
            return None
    return part


@rule(0.5)
def just_few(few: Few) -> Np | None:
    return None


# --- Sets -------------------------------------------------------------------------------------------------------------

_DEFAULT: dict[Kind, Callable[[], Prop]] = {
    "ward": lambda: Claim("be there", place=It("ward")),
    "council": lambda: Claim("be there", place=It("council")),
    "area": lambda: Claim("be there", place=It("area")),
    "office": lambda: Claim("be there", place=It("office")),
    "party": lambda: Claim("stand", party=It("party")),
    "person": lambda: Claim("stand", person=It("person")),
    "year": lambda: Claim("be there", time=It("year")),
}


@rule()
def noun(word: Any) -> Set:
    kind = KINDS[word.sem]
    within: Set | None = Named("area", (word.sem,)) if kind == "area" else None
    there = _THERE.get(word.sem) or _DEFAULT[kind]
    make = Select if "plural" in word.forms else One
    return make(kind, within, (there(),))


_THERE: dict[str, Callable[[], Prop]] = {
    "councillor": lambda: Claim("represent", person=It("person")),
    "election": lambda: Claim("vote", time=It("year")),
}


_OFFICES = {"mayor": ("combined authority mayor", "mayor of London", "local mayor")}


@rule()
def offices(word: Any) -> Set:
    kinds = _OFFICES.get(word.sem, (word.sem,))
    return Select("office", Named("area", tuple(f"offices:{k}" for k in kinds)), (_DEFAULT["office"](),))


@rule()
def offices_of(word: Any, _: Any) -> Set:
    return offices(word)


@rule()
def councils_of_kind(area: Named) -> Set | None:
    if not area.ids[0].startswith("kind:"):
        return None
    return Select("council", area, (_DEFAULT["council"](),))


@rule()
def all_but(of: Set, _: Any, np: Np) -> Set | None:
    return add(of, Not(Among(It(of.kind), np.of))) if np.of.kind == of.kind else None


@rule()
def qualified(_: Any, of: Set) -> Set:
    return of


@rule()
def of_the_council(kind: Any, figure: Figure) -> Figure | None:
    """ "Council seats": seats are seats of councils."""
    return figure if kind.sem == "council" else None


@rule()
def few(number: Number, of: Set) -> Few | None:
    return Few(of, int(number.value)) if number.value >= 1 else None


@rule()
def top_few(word: Any, of: Few) -> Few | None:
    return replace(of, order="least" if word.sem in ("least", "last") else "most") if not of.order else None


@rule()
def few_there(of: Few, np: Any) -> Few | None:
    made = _narrow(of.of, np)
    return replace(of, of=made) if made is not None else None


@rule()
def extreme_few(of: Few, _: Any, sup: Super) -> Set | None:
    return ranked(of.of, replace(sup, last=of.number))


@rule()
def ranked_by(of: Few, _: Any, figure: Figure) -> Set | None:
    return ranked(of.of, Super(figure, of.order or "most", 1, of.number))


@rule()
def first_of(word: Any, of: Set) -> Set | None:
    """The first or the last of years; of other things there is no order without a figure."""
    if of.kind != "year" or isinstance(of, Ranked):
        return None
    order: Any = "least" if word.sem == "first" else "most"
    return Ranked("year", of, n.Calendar(It("year")), order, 1, 1)


@rule()
def first_of_after(of: Set, word: Any) -> Set | None:
    return None


@rule()
def other(_: Any, of: Set) -> Set | None:
    return None


@rule()
def comparative(word: Any, figure: Figure) -> Super:
    return Super(figure, "most" if word.sem == ">" else "least")


def is_default(prop: Prop) -> bool:
    """Whether a condition only says that its kind of thing was there."""
    return isinstance(prop, Claim) and prop.name in ("be there", "vote", "stand") and prop.party in (None, It("party")) and (
        prop.person is not None or prop.name != "stand" or prop.party is not None
    )


def add(of: Set, prop: Prop) -> Set:
    """A set with one more condition: in place of one that only says that its members were there, with its time and place."""
    if not isinstance(of, Select):
        return Select(of.kind, of, (prop,))
    kept = tuple(p for p in of.where if not is_default(p))
    for default in of.where:
        if isinstance(default, Claim) and is_default(default):
            prop = _inheriting(prop, default, of.kind)
    return of if prop in kept else replace(of, where=(*kept, prop))


def _inheriting(prop: Prop, default: Claim, kind: Kind) -> Prop:
    for value in (default.time, default.place, default.party):
        if value is not None and not isinstance(value, It):
            prop = fill(prop, value) or prop
    return prop


@rule()
def narrowed(of: Set, np: Np | Event) -> Set | None:
    return _narrow(of, np)


@rule(0.2)
def narrowed_before(np: Np, of: Set) -> Set | None:
    return _narrow(of, np) if not np.prep and isinstance(np.of, Named | Several) else None


@rule()
def narrowed_by_owner(np: Np, _: Any, of: Set) -> Set | None:
    return _narrow(of, np)


_PARTY_OF: dict[Kind, Callable[[Set], Prop]] = {
    "ward": lambda p: Claim("win", place=It("ward"), party=p),
    "council": lambda p: Claim("control", place=It("council"), party=p),
}


def _narrow(of: Set, np: Np | Event) -> Set | None:
    if isinstance(np, Event):
        narrowed_set: Set | None = at(of, np)
        return narrowed_set
    if np.det not in ("", "the", "and") or np.prep == "by":
        return None
    if np.of.kind == "party" and of.kind in _PARTY_OF:
        return add(of, _PARTY_OF[of.kind](np.of))
    made: Set | None = fill(of, np.of)
    return made


@rule()
def such_that(of: Set, *rest: Any) -> Set | None:
    if isinstance(of, Ranked):
        return None
    bound = fill(rest[-1], It(of.kind))
    return add(of, bound) if bound is not None else None


@rule()
def reduced(of: Set, prop: Prop) -> Set | None:
    return such_that(of, prop) if not _is_finite(prop, of.kind) else None


def _is_finite(prop: Prop, kind: Kind) -> bool:
    """Whether a clause that follows its noun without "that" would be the noun's main clause: "parties won"."""
    return kind in ("party", "person") and isinstance(prop, Claim) and prop.name not in ("be up",)


@rule()
def such_that_not(of: Set, _: Any, prop: Prop) -> Set | None:
    bound = fill(prop, It(of.kind))
    return add(of, Not(bound)) if bound is not None else None


@rule()
def relative(_: Any, prop: Prop) -> Prop:
    return prop


@rule()
def controlled_by(np: Np, _: Any, of: Set) -> Set | None:
    return _narrow(of, np) if np.of.kind == "party" else None


# --- Superlatives -----------------------------------------------------------------------------------------------------


@rule()
def finished_last(verb: Any, word: Any) -> Super | None:
    return Super(Measure("votes"), "least") if verb.sem == "come" and word.sem == "last" else None


@rule()
def adjective(word: Any) -> Super:
    order, measure = word.sem.split(" ", 1)
    return Super(Measure(measure), order)


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
def nth_superlative(ordinal: Any, word: Any, figure: Figure) -> Super:
    n_th = int(getattr(ordinal, "value", 1))
    return Super(figure, word.sem, n_th, n_th)


@rule()
def extreme_of(sup: Super, of: Set) -> Set | None:
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
    return isinstance(figure, Measure) and figure.party is not None


@rule(0.3)
def is_most(np: Np, sup: Super) -> Prop | None:
    if np.of.kind not in ("party", "ward", "council") or np.prep or np.det not in ("", "the"):
        return None
    kind = np.of.kind
    of = ranked(Select(kind, None, (_DEFAULT[kind](),)), sup)
    return Among(np.of, of) if of is not None else None


@rule()
def most_of(word: Any, of: Set) -> Super | None:
    return Super(Count(of), word.sem) if of.kind != "person" else None


def ranked(of: Set, sup: Super) -> Set | None:
    """The first of a set by a superlative's figure."""
    if isinstance(of, Ranked):
        return None
    by = fill(sup.figure, It(of.kind))
    if by is None:
        return _ranked_within(of, sup)
    return Ranked(of.kind, of, by, "most" if sup.order == "most" else "least", sup.first, sup.last)


def _ranked_within(of: Set, sup: Super) -> Set | None:
    """ "The ward with the highest turnout in Dudley": the place of the figure is that of the set."""
    figure = sup.figure
    if not isinstance(figure, Measure) or figure.place is None or isinstance(figure.place, It):
        return None
    narrowed_set = fill(of, figure.place)
    return ranked(narrowed_set, replace(sup, figure=replace(figure, place=None))) if narrowed_set is not None else None


@rule()
def done_most(prop: Prop, sup: Super) -> Super | None:
    if isinstance(sup.figure, Count):
        inner = fill(prop, It(sup.figure.of.kind))
        return replace(sup, figure=Count(add(sup.figure.of, inner))) if inner is not None else None
    figure = measured(prop, sup.figure)
    return replace(sup, figure=figure) if figure is not None else None


# --- Figures ----------------------------------------------------------------------------------------------------------


@rule()
def measure(word: Any) -> Figure:
    return Measure(word.sem)


@rule()
def with_article(det: Any, part: Any) -> Any:
    return part if det.sem in ("the", "a", "that") else None


@rule()
def restricted(part: Any, np: Np) -> Any:
    return _restrict(part, np)


@rule(0.2)
def restricted_before(np: Np, part: Any) -> Any:
    return _restrict(part, np)


@rule()
def restricted_by_owner(np: Np, _: Any, part: Any) -> Any:
    return _restrict(part, np)


def _restrict(part: Any, np: Np | Event) -> Any:
    if isinstance(np, Event):
        return at(part, np)
    if isinstance(part, Prop):
        return apply(part, np)
    if np.number is not None or np.det not in ("", "the", "and"):
        return None
    if isinstance(part, Mean) and np.plural:
        inner = fill(part.figure, It(np.of.kind))
        return n.Over(part.how, inner, np.of, part.spans) if inner is not None else None  # type: ignore[arg-type]
    return fill(part, np.of)


@rule()
def average(word: Any, figure: Figure) -> Figure:
    return Mean(word.sem, figure)


@rule()
def in_all(_: Any, figure: Figure) -> Figure:
    return figure


@rule()
def in_all_after(figure: Figure, _: Any) -> Figure:
    return figure


@rule()
def done(figure: Figure, prop: Prop) -> Figure | None:
    """ "seats won by Labour", "votes received"."""
    return measured(prop, figure)


@rule()
def done_that(figure: Figure, _: Any, prop: Prop) -> Figure | None:
    return measured(prop, figure)


@rule()
def apart(_: Any, prep: Any, figure: Figure) -> Figure | None:
    return Apart(figure) if prep.sem in ("in", "of") else None


@rule()
def between_them(_: Any, np: Np, prep: Any) -> Np | None:
    return np if prep.sem in ("in", "of") else None


@rule()
def apart_between(part: Any, np: Np) -> Figure | None:
    return _apart(part.figure, np) if isinstance(part, Apart) else None


@rule()
def apart_in(np: Np, figure: Figure) -> Figure | None:
    return _apart(figure, np)


def _apart(figure: Figure, np: Np) -> Figure | None:
    sides = [fill(figure, m) for m in np.of.members] if isinstance(np.of, Several) else []
    return Difference(sides[0], sides[1]) if len(sides) == 2 and None not in sides else None


@rule()
def change(_: Any, prep: Any, figure: Figure) -> Figure | None:
    return _changed(figure) if prep.sem in ("in", "of") else None


@rule()
def change_after(figure: Figure, _: Any) -> Figure | None:
    return _changed(figure)


def _changed(figure: Figure) -> Any:
    if isinstance(figure, Measure) and figure.name == "seats":
        return [replace(figure, name="net change"), Change(figure)]
    return Change(figure)


@rule()
def count(_: Any, of: Set) -> Figure:
    return Count(of)


@rule()
def number(value: Any) -> Figure:
    return value if isinstance(value, Figure) else Number(float(value))


@rule()
def bound(word: Any, figure: Figure) -> Bound:
    return Bound(word.sem, figure)


@rule()
def exactly(figure: Figure) -> Bound:
    return Bound("=", figure)


@rule()
def bound_after(figure: Figure, word: Any) -> Bound:
    return Bound(word.sem, figure)


@rule()
def either_way(word: Any, _: Any) -> Any:
    return word


@rule()
def bound_either(word: Any, other: Bound) -> Bound:
    """ "above or below 40": the one that is said first is asked, and the figure tells."""
    return Bound(word.sem, other.right)


@rule()
def bound_by_figure(word: Any, figure: Figure) -> Bound:
    return Bound(word.sem, figure)


_PER_CENT = {"votes": "share of the vote", "seats": "share"}


@rule()
def amount(bound: Bound, figure: Figure) -> Amount | None:
    """A figure with its bound; so many per cent of a figure is its share."""
    right = bound.right
    if isinstance(right, Norm):
        norm = _norm(right, figure)
        return Amount(figure, bound.op, norm) if norm is not None else None
    if isinstance(right, Number) and right.unit == "%" and isinstance(figure, Measure) and figure.name in _PER_CENT:
        figure = replace(figure, name=_PER_CENT[figure.name])
    return Amount(figure, bound.op, right)


def _norm(norm: Norm, figure: Figure) -> Figure | None:
    """The same figure of the council as a whole, or the mean of all of its kind."""
    if not isinstance(figure, Measure) or figure.place is not None:
        return None
    if norm.of == "council":
        return replace(figure, place=n.Of("council", It("ward")))
    return n.Over("mean", replace(figure, place=It("ward")), Select("ward", None, (_DEFAULT["ward"](),)))


@rule()
def amount_after(figure: Figure, bound: Bound) -> Amount | None:
    return amount(bound, figure)


@rule()
def amount_was(figure: Figure, _: Any, bound: Bound) -> Amount | None:
    return amount(bound, figure)


@rule()
def amount_of(figure: Figure, prep: Any, bound: Bound) -> Amount | None:
    return amount(bound, figure) if prep.sem == "of" else None


@rule()
def amount_of_units(figure: Figure, prep: Any, units: Amount) -> Amount | None:
    if prep.sem != "of" or not isinstance(figure, Measure) or figure.name != "majority" or not isinstance(units.figure, Measure):
        return None
    name = {"seats": "council majority", "votes": "majority"}.get(units.figure.name)
    return Amount(replace(figure, name=name), units.op, units.right) if name else None


@rule()
def council_norm(kind: Any, _: Any) -> Figure | None:
    return Norm("council") if kind.sem == "council" else None


@rule(0.1)
def plain_norm(_: Any) -> Figure:
    return Norm(None)


@rule()
def some_amount(det: Any, figure: Figure) -> Amount | None:
    if det.sem == "every":
        return Amount(figure, "=", Whole())
    if det.sem == "no":
        return Amount(figure, "=", Number(0))
    return Amount(figure, ">=", Number(1)) if det.sem in ("a", "any") else None


@rule()
def than(_: Any, np: Np) -> Np:
    return np


@rule()
def the_amount(det: Any, part: Amount) -> Amount | None:
    """ "All 72 seats", "the 5 seats": as many, and all of them."""
    if det.sem == "the":
        return part
    return Amount(part.figure, "=", Whole()) if det.sem == "every" and part.op == "=" else None


@rule()
def first_preferences(_: Any, figure: Figure) -> Figure | None:
    return figure if isinstance(figure, Measure) and figure.name in ("votes", "share", "share of the vote") else None


@rule()
def of_first_preferences(figure: Figure, prep: Any, _: Any) -> Figure | None:
    return first_preferences(_, figure) if prep.sem == "of" else None


@rule()
def versus_count(word: Any, of: Set, other: Np) -> Versus | None:
    return Versus(Count(of), word.sem, other.of) if isinstance(other.of, Named) else None


@rule()
def swing(_: Any) -> Swing:
    return Swing()


@rule()
def swung(part: Swing, np: Any) -> Swing | None:
    if not isinstance(np, Np) or np.of.kind != "party":
        return None
    slot = {"from": "source", "to": "target"}.get(np.prep)
    return replace(part, **{slot: np.of}) if slot and getattr(part, slot) is None else None  # type: ignore[arg-type]


@rule()
def swung_before(np: Np, part: Swing) -> Swing | None:
    return None


@rule()
def swing_figure(part: Swing) -> Figure | None:
    return part if part.source and part.target else None


@rule()
def versus(word: Any, figure: Figure, other: Np) -> Versus | None:
    return Versus(figure, word.sem, other.of) if isinstance(other.of, Named) else None


@rule()
def how_many_more(_: Any, word: Any, figure: Figure) -> Asked:
    return Asked(figure, "how many more" if word.sem == ">" else "how many fewer")


@rule()
def ask_more(asked: Asked, prop: Prop, other: Np) -> Ask | None:
    figure = measured(prop, asked.of) if isinstance(asked.of, Figure) else None
    if figure is None or (not asked.how.startswith("how many m") and not asked.how.startswith("how many f")):
        return None
    right = _instead(figure, other.of)
    if right is None:
        return None
    return Value(Difference(figure, right) if asked.how == "how many more" else Difference(right, figure))


def _instead(figure: Figure, other: Set) -> Figure | None:
    """The same figure of another thing of a kind that it is of."""
    slot = {"party": "party", "year": "time", "council": "place", "ward": "place", "area": "place"}.get(other.kind)
    if not isinstance(figure, Measure) or slot is None or getattr(figure, slot) is None:
        return None
    return replace(figure, **{slot: other})  # type: ignore[arg-type]


# --- Clauses ----------------------------------------------------------------------------------------------------------


@rule()
def deed(verb: Any) -> Prop:
    return Claim(verb.sem)


@rule()
def auxiliary(_: Any, part: Any) -> Any:
    return part


@rule()
def negated(_: Any, prop: Prop) -> Prop:
    return Not(prop)


@rule()
def negated_after(prop: Prop, _: Any) -> Prop:
    return Not(prop)


@rule()
def negated_auxiliary(_: Any, __: Any, prop: Prop) -> Prop:
    return Not(prop)


@rule()
def subject(np: Np, prop: Prop) -> list[Prop] | None:
    if np.prep:
        return None
    made = [apply(prop, np)]
    if isinstance(np.of, Several) and np.det == "and":  # each of them, or all together
        made.append(fill(prop, np.of))
    return [m for m in made if m is not None]


@rule()
def object(prop: Prop, np: Np) -> Prop | None:
    if np.prep or (np.of.kind == "party" and not _takes_party(prop)):
        return None
    return apply(prop, np)


def _takes_party(prop: Prop) -> bool:
    """Whether a party can be what a deed is done to, or who is chosen."""
    return isinstance(prop, Claim) and prop.name in ("beat", "elect")


def apply(prop: Prop, np: Np) -> Prop | None:
    """A clause with a noun phrase in the hole that takes it."""
    of = np.of
    if of.kind == "party" and np.prep == "to" and isinstance(prop, Claim) and prop.name == "lose" and prop.rival is None:
        return replace(prop, name="beat", rival=prop.party, party=of)
    if np.number is not None:
        inner = fill(prop, It(of.kind))
        return Compare(Count(those(of, inner)), np.op or "=", np.number) if inner is not None else None
    if np.det in ("every", "and", "or", "no") and not (isinstance(of, Named) or (of.kind == "year" and np.det == "and")):
        return _distributed(prop, np)
    if isinstance(of, Select | Ranked) and _is_claim(prop):
        inner = fill(prop, It(of.kind))
        return Compare(Count(those(of, inner)), ">=", Number(1)) if inner is not None else None
    made: Prop | None = fill(prop, of)
    return made


def _is_claim(prop: Prop) -> bool:
    return isinstance(prop, Claim) or (isinstance(prop, Not) and isinstance(prop.prop, Claim))


def _distributed(prop: Prop, np: Np) -> Prop | None:
    if isinstance(np.of, Several):
        parts = tuple(fill(prop, m) for m in np.of.members)
        if any(p is None for p in parts):
            return None
        return Or(parts) if np.det == "or" else And(parts)
    inner = fill(prop, It(np.of.kind))
    if inner is None:
        return None
    return Every(np.of, inner) if np.det == "every" else Compare(Count(those(np.of, inner)), "=", Number(0))


def those(of: Set, prop: Prop) -> Set:
    """Those of a set of which a clause is true; what the clause still lacks is none of the set's own."""
    return Select(of.kind, of, (prop,))


_LIGHT = ("have", "get", "need", "see")
"""Verbs that leave what is meant to their object."""


def measured(prop: Prop, figure: Figure) -> Figure | None:
    """The measure that a deed is with this noun: "won … seats" is seats won."""
    if not isinstance(prop, Claim) or not isinstance(figure, Measure):
        return None
    named = DOINGS.get((prop.name, figure.name))
    if named is None and prop.name not in _LIGHT and not (prop.name == "win" and figure.name in ("votes", "share of the vote")):
        return None
    slots = {s: getattr(figure, s) or getattr(prop, s) for s in ("place", "party", "person", "time", "rival")}
    made = replace(figure, name=named or figure.name, **slots)
    return made if all(v is None or takes(replace(made, **{s: None}), v) for s, v in slots.items()) else None


@rule()
def doing(prop: Prop, amount: Amount) -> Prop | None:
    if isinstance(prop, Not):
        inner = doing(prop.prop, amount)
        return Not(inner) if inner is not None else None
    figure = measured(prop, amount.figure)
    if isinstance(amount.right, Whole) and isinstance(amount.figure, Measure) and amount.figure.name == "seats up":
        figure = measured(prop, replace(amount.figure, name="seats"))
    if figure is None or not isinstance(amount.right, Whole):
        return Compare(figure, amount.op, amount.right) if figure is not None else None
    whole = _WHOLE.get(figure.name) if isinstance(figure, Measure) else None
    return Compare(figure, "=", replace(figure, name=whole, party=None)) if whole else None


_WHOLE = {"seats won": "seats up", "seats held": "size"}
"""What all of a figure is."""


@rule()
def doing_some(prop: Prop, figure: Figure) -> Prop | None:
    if isinstance(prop, Claim) and isinstance(figure, Measure) and figure.name == "majority" and prop.name in ("have", "win"):
        return Claim("control", prop.place or figure.place, prop.party or figure.party, time=prop.time or figure.time)
    made = measured(prop, figure)
    return Compare(made, ">=", Number(1)) if made is not None and isinstance(figure, Measure) and figure.name in ("seats", "votes") else None


@rule()
def with_margin(prop: Prop, word: Any, amount: Amount) -> Prop | None:
    """ "won by 27 votes", "won with a majority under 100": the claim, and the figure of the same contest."""
    if not isinstance(prop, Claim) or not isinstance(amount.figure, Measure):
        return None
    figure = amount.figure
    if figure.name == "votes" and word.sem == "by":
        figure = replace(figure, name="majority")
    if figure.place is not None:
        return None
    for slot in ("place", "party", "time"):
        value = getattr(prop, slot)
        if value is not None and getattr(figure, slot) is None and takes(figure, value):
            figure = replace(figure, **{slot: value})
    return And((prop, Compare(figure, amount.op, amount.right)))


@rule(0.1)
def amount_held(amount: Amount) -> Prop | None:
    if isinstance(amount.right, Whole):
        return None
    return Compare(amount.figure, amount.op, amount.right)


@rule()
def doing_versus(prop: Prop, versus: Versus) -> Prop | None:
    if isinstance(versus.figure, Count):
        return _more_of(prop, versus.figure.of, versus)
    figure = measured(prop, versus.figure)
    if figure is None:
        return None
    right = fill(figure, versus.other)
    return Compare(figure, versus.op, right) if right is not None else None


def _more_of(prop: Prop, of: Set, versus: Versus) -> Prop | None:
    """ "Controls more councils than the Conservatives": two counts of the same deed."""
    inner = fill(prop, It(of.kind))
    theirs = fill(inner, versus.other) if inner is not None else None
    if inner is None or theirs is None:
        return None
    return Compare(Count(add(of, inner)), versus.op, Count(add(of, theirs)))


@rule()
def voted_for(verb: Any, party: Set) -> Prop | None:
    """ "Solihull voted Labour"."""
    return Claim("vote for", party=party) if verb.sem == "vote for" else None


@rule()
def voted_for_np(verb: Any, prep: Any, np: Np) -> Prop | None:
    return voted_for(verb, np.of) if prep.sem == "for" and np.of.kind == "party" else None


@rule()
def still(prop: Prop, _: Any) -> Prop:
    return prop


@rule()
def pronoun(_: Any, prop: Prop) -> Prop:
    return prop


@rule()
def and_also(left: Prop, _: Any, right: Prop) -> Prop:
    return And((left, right))


@rule()
def or_else(left: Prop, _: Any, right: Prop) -> Prop:
    return Or((left, right))


@rule()
def but_also(left: Prop, _: Any, right: Prop) -> Prop:
    return And((left, right))


@rule()
def come_last(verb: Any, word: Any) -> Prop | None:
    return Claim("come", number=1) if verb.sem == "come" and word.sem == "first" else None


@rule()
def once(word: Any, prop: Prop) -> Prop | None:
    return Once(prop, word.sem) if isinstance(prop, Claim) else None


@rule()
def once_after(prop: Prop, word: Any) -> Prop | None:
    return once(word, prop)


@rule()
def there_was(_: Any, __: Any, prop: Prop) -> Prop | None:
    return prop if isinstance(prop, Compare) else None


@rule()
def there_is(_: Any, prop: Prop) -> Prop | None:
    return prop if isinstance(prop, Compare) else None


@rule()
def more_than(figure: Figure, word: Any, other: Np) -> Prop | None:
    right = _instead(figure, other.of)
    return Compare(figure, word.sem, right) if right is not None else None


@rule()
def trend(figure: Figure, word: Any) -> Prop:
    return Trend(figure, word.sem)


@rule()
def against(prop: Prop, _: Any, np: Np) -> Prop | None:
    """Who stood against a party: all parties but that one."""
    if not isinstance(prop, Claim) or prop.name not in ("stand", "run") or np.of.kind != "party":
        return None
    return replace(prop, name="stand", party=Select("party", None, (Not(Among(It("party"), np.of)),)))


@rule()
def hung(_: Any) -> Prop:
    return Claim("control", party=Named("party", ("none",)))


@rule()
def under_control(prep: Any, np: Np, _: Any) -> Prop | None:
    return Claim("control", party=np.of) if np.of.kind == "party" else None


@rule(0.1)
def under_nobody(party: Named) -> Prop | None:
    return Claim("control", party=party) if party.ids == ("none",) else None


@rule(0.1)
def under_none(prep: Any, np: Np) -> Prop | None:
    return Claim("control", party=np.of) if np.of == Named("party", ("none",)) else None


@rule()
def come_nth(verb: Any, ordinal: Any) -> Prop | None:
    return Claim("come", number=int(getattr(ordinal, "value", ordinal))) if verb.sem == "come" else None


# --- Questions --------------------------------------------------------------------------------------------------------


@rule()
def which(_: Any, of: Set) -> Asked:
    return Asked(of, "which")


@rule()
def how_many(_: Any, of: Set) -> Asked:
    return Asked(of, "how many")


@rule()
def how_many_of(_: Any, prep: Any, np: Np) -> Asked | None:
    return Asked(np.of, "how many") if prep.sem == "of" and isinstance(np.of, Select | Ranked) else None


@rule()
def which_of(word: Any, prep: Any, np: Np) -> Asked | None:
    return Asked(np.of, "which") if prep.sem == "of" and isinstance(np.of, Select | Ranked) else None


@rule()
def how_much(_: Any, figure: Figure) -> Asked:
    return Asked(figure, "how much")


@rule()
def fronted(_: Any, asked: Asked) -> Asked:
    return asked


@rule()
def ask_clause(asked: Asked, prop: Prop) -> Ask | None:
    if asked.how == "by how much":
        return _margin(prop)
    if isinstance(asked.of, Figure):
        figure = measured(prop, asked.of)
        return Value(figure) if figure is not None else None
    bound = fill(prop, It(asked.of.kind))
    if bound is None:
        return None
    if asked.how == "portion":
        return Value(n.Portion(asked.of, bound))
    of = add(asked.of, bound)
    return Value(Count(of)) if asked.how == "how many" else Listing(of)


@rule()
def ask_extreme(asked: Asked, sup: Super) -> Ask | None:
    if isinstance(asked.of, Figure) or asked.how != "which":
        return None
    of = ranked(asked.of, sup)
    return Listing(of) if of is not None else None


@rule(0.3)
def ask_noun(asked: Asked) -> Ask:
    if isinstance(asked.of, Figure):
        return Value(asked.of)
    return Value(Count(asked.of)) if asked.how == "how many" else Listing(asked.of)


@rule()
def ask_there(asked: Asked, _: Any, __: Any) -> Ask:
    return ask_noun(asked)


@rule()
def who(_: Any, prop: Prop) -> list[Ask]:
    made = [(kind, fill(prop, It(kind))) for kind in ("person", "party")]
    return [Who(Select(kind, None, (bound,))) for kind, bound in made if bound is not None]


@rule()
def who_most(_: Any, sup: Super) -> list[Ask]:
    made = [ranked(Select(kind, None, (_DEFAULT[kind](),)), sup) for kind in ("person", "party")]
    return [Who(of) for of in made if of is not None]


@rule()
def what_is(_: Any, __: Any, part: Any) -> Ask | None:
    return extreme_value(part) if isinstance(part, Super) else Value(part)


@rule(0.2)
def what_is_np(_: Any, __: Any, np: Np) -> Ask | None:
    return Listing(np.of) if isinstance(np.of, Select | Ranked) else None


@rule(0.2)
def value(figure: Figure) -> Ask:
    return Value(figure)


@rule()
def whether(_: Any, prop: Prop) -> Ask:
    return Whether(prop)


@rule(0.6)
def statement(prop: Prop) -> Ask:
    return Whether(prop)


@rule()
def when(_: Any, prop: Prop) -> Ask | None:
    if isinstance(prop, Once):
        years = fill(prop.prop, It("year"))
        order: Any = "least" if prop.which == "first" else "most"
        return Listing(Ranked("year", Select("year", None, (years,)), n.Calendar(It("year")), order, 1, 1)) if years else None
    bound = fill(prop, It("year"))
    return Listing(Select("year", None, (bound,))) if bound is not None else None


@rule()
def list_of(_: Any, np: Np) -> Ask | None:
    return Listing(np.of) if isinstance(np.of, Select | Ranked) else None


@rule()
def list_value(_: Any, figure: Figure) -> Ask:
    return Value(figure)


@rule(0.5)
def phrase(np: Np) -> Ask | None:
    return Listing(np.of) if isinstance(np.of, Select | Ranked) and np.prep == "" else None


@rule(0.3)
def extreme_value(sup: Super) -> Ask | None:
    of = ranked(Select(kind := _ranks(sup.figure), None, (_DEFAULT[kind](),)), sup)
    return Listing(of) if of is not None else None


def _ranks(figure: Figure) -> Kind:
    """What a superlative without a noun ranks: parties by votes and seats, wards of a council, councils of an area."""
    if not isinstance(figure, Measure):
        return "year"
    if figure.party is None and figure.name in ("votes", "seats", "share", "share of the vote", "net change"):
        return "party"
    return "council" if figure.place is not None and figure.place.kind == "area" and figure.name != "majority" else "ward"


@rule()
def by_kind(figure: Figure, _: Any, of: Set) -> Ask | None:
    bound = fill(figure, It(of.kind))
    return Listing(of, (bound,)) if bound is not None else None


@rule()
def ordered_by(of: Set, _: Any, figure: Figure) -> Ask | None:
    return by_kind(figure, _, of)


@rule()
def value_at(figure: Figure, _: Any, event: Event) -> Ask | None:
    made = at(figure, event)
    return Value(made) if made is not None and event.parts else None


@rule()
def value_of(figure: Figure, _: Any, np: Np) -> Ask | None:
    made = fill(figure, np.of) if not np.prep and np.det in ("", "the") and np.of.kind != "party" else None
    return Value(made) if made is not None else None


@rule()
def story_of(_: Any, np: Np) -> Ask | None:
    return _story(np)


@rule()
def when_np(_: Any, __: Any, np: Np) -> Ask | None:
    return Listing(np.of) if np.of.kind == "year" and isinstance(np.of, Select | Ranked) else None


@rule()
def same(part: Any) -> Any:
    return part


@rule()
def asking(_: Any, part: Any) -> Any:
    return part


@rule()
def asked_there(asked: Asked, np: Any) -> Asked | None:
    made = _restrict(asked.of, np) if isinstance(asked.of, Figure) else _narrow(asked.of, np)
    return replace(asked, of=made) if made is not None else None


@rule()
def portion_of(_: Any, prep: Any, np: Np) -> Asked | None:
    return Asked(np.of, "portion") if prep.sem == "of" and isinstance(np.of, Select) else None


@rule()
def by_how_much(_: Any, asked: Asked) -> Asked | None:
    return replace(asked, how="by how much") if asked.how == "how much" else None


@rule()
def open_choice(_: Any, sup: Super) -> Choice:
    return Choice(sup)


@rule()
def open_choice_of(asked: Asked, sup: Super) -> Choice | None:
    return Choice(sup) if asked.how == "which" else None


@rule()
def open_choice_one(_: Any, __: Any, sup: Super) -> Choice:
    return Choice(sup)


@rule()
def restricted_choice(choice: Choice, np: Any) -> Choice | None:
    made = _restrict(choice.sup, np)
    return Choice(made) if made is not None else None


@rule()
def choice_of(choice: Choice, np: Np) -> Ask | None:
    return _choice(choice.sup, np.of)


@rule()
def choice_between(np: Np, choice: Choice) -> Ask | None:
    return _choice(choice.sup, np.of)


@rule()
def ask_margin(asked: Asked, prop: Prop, _: Any) -> Ask | None:
    return _margin(prop)


def _margin(prop: Prop) -> Ask | None:
    """By how much: the votes between two, or the majority."""
    if not isinstance(prop, Claim) or prop.name not in ("beat", "win", "lose", "hold", "keep", "gain"):
        return None
    if prop.name == "beat":
        if prop.party is None or prop.rival is None:
            return None
        mine = Measure("votes", prop.place, prop.party, time=prop.time)
        return Value(Difference(mine, replace(mine, party=prop.rival)))
    party = prop.party if prop.name != "lose" else None
    return Value(Measure("majority", prop.place, party, prop.person, prop.time))


@rule()
def by_each(figure: Figure, np: Any) -> Ask | None:
    if not isinstance(np, Np) or np.det != "every" or not isinstance(np.of, Select):
        return None
    bound = fill(figure, It(np.of.kind))
    return Listing(np.of, (bound,)) if bound is not None else None


@rule()
def where(_: Any, prop: Prop) -> list[Ask] | None:
    if isinstance(prop, Claim) and prop.name == "come" and not prop.number:
        return [Value(Measure("position", prop.place, prop.party, prop.person, prop.time))]
    made = [bind(prop, kind) for kind in ("council", "ward")]
    return [Listing(of) for of in made if of is not None]


def bind(prop: Prop, kind: Kind) -> Set | None:
    """The things of a kind of which a clause is true; a wider place that it names is what they are within."""
    bound = fill(prop, It(kind))
    if bound is not None:
        return add(Select(kind, None, (_DEFAULT[kind](),)), bound)
    if isinstance(prop, Claim) and isinstance(prop.place, Named) and prop.place.kind in ("council", "area"):
        inner = bind(replace(prop, place=None), kind)
        within: Set | None = fill(inner, prop.place) if inner is not None else None
        return within
    return None


@rule()
def where_most(_: Any, sup: Super) -> list[Ask] | None:
    kinds: tuple[Kind, ...] = ("council", "ward")
    made = [ranked(Select(kind, None, (_DEFAULT[kind](),)), sup) for kind in kinds]
    return [Listing(of) for of in made if of is not None]


@rule()
def ask_margin_in_place(prop: Prop, _: Any, asked: Asked) -> Ask | None:
    return _margin(prop) if asked.how == "how much" else None


@rule()
def premise(prop: Prop, _: Any) -> Prop | None:
    return prop if isinstance(prop, Claim | Compare) else None


@rule()
def given_that(_: Any, prop: Prop, __: Any) -> Prop:
    return prop


@rule()
def when_after(np: Np, _: Any, __: Any) -> Ask | None:
    return Listing(np.of) if np.of.kind == "year" and isinstance(np.of, Select | Ranked) else None


@rule(0.1)
def given(prop: Prop, ask: Any) -> Ask | None:
    """A statement, then a question that takes from it what it lacks."""
    return n.Given(prop, _carried_all(prop, ask)) if isinstance(ask, Value | Listing | Whether) else None


@rule()
def topical(part: Any, _: Any) -> Any:
    return part


@rule(0.1)
def topic(part: Any, ask: Any) -> Any:
    return at(ask, part) if isinstance(part, Event) else fill(ask, part.of)


@rule()
def how_long(_: Any, prop: Prop) -> Ask | None:
    bound = fill(prop, It("year"))
    return Value(n.Run("longest", Select("year", None, (bound,)))) if bound is not None else None


@rule()
def control_of(_: Any, np: Any) -> Ask | None:
    made = _restrict(Claim("control", party=It("party")), np)
    return Listing(Select("party", None, (made,))) if made is not None else None


def _choice(sup: Super, of: Set) -> Ask | None:
    """Which of those named has more."""
    if not isinstance(of, Several) or (by := fill(sup.figure, It(of.kind))) is None:
        return None
    return Listing(Ranked(of.kind, of, by, "most" if sup.order == "most" else "least", 1, 1))


@rule()
def choice(_: Any, np: Np, sup: Super) -> Ask | None:
    return _choice(sup, np.of) if np.det == "or" else None


@rule()
def choice_plain(np: Np, sup: Super) -> Ask | None:
    return _choice(sup, np.of) if np.det == "or" else None


@rule()
def are_there(_: Any, __: Any, np: Np) -> Ask | None:
    return Listing(np.of, may_be_empty=True) if isinstance(np.of, Select | Ranked) else None


@rule()
def story_of_deed(*parts: Any) -> Ask | None:
    prop = parts[-1]
    if not isinstance(prop, Claim) or prop.name != "do":
        return None
    return n.Story(prop.place, prop.party, prop.person, prop.time)


@rule()
def story(_: Any, np: Any) -> Ask | None:
    return _story(np)


@rule()
def story_before(np: Any, _: Any) -> Ask | None:
    return _story(np)


@rule()
def story_with(_: Any, __: Any, np: Any) -> Ask | None:
    return _story(np)


@rule(0.6)
def event_story(event: Event) -> Ask | None:
    return _story(event)


@rule(0.6)
def place_story(np: Any) -> Ask | None:
    return _story(np)


def _story(np: Np | Event) -> Ask | None:
    made = n.Story()
    for value in np.parts if isinstance(np, Event) else (np.of,):
        slot = {"year": "time", "party": "party", "person": "person"}.get(value.kind, "place")
        made = replace(made, **{slot: value})  # type: ignore[arg-type]
    return made if made.place is not None or made.person is not None else None


@rule()
def that_question(*parts: Any) -> Ask | None:
    ask = parts[-1]
    return ask if isinstance(ask, Value | Listing) else None


@rule()
def two_asks(first: Ask, _: Any, second: Ask) -> Ask | None:
    if isinstance(first, Both):
        return None
    return Both(first, _carried(first, second))


def _carried_all(first: Any, second: Any) -> Any:
    from assistant.core.meaning.walk import walk

    for part in walk(first):
        if isinstance(part, Named):
            second = fill(second, part) or second
    return second


def _carried(first: Ask, second: Any) -> Any:
    """The second ask with the places and times of the first where it lacks them."""
    from assistant.core.meaning.walk import walk

    for part in walk(first):
        if isinstance(part, Named) and part.kind != "party":
            second = fill(second, part) or second
    return second


__all__ = ["COMBINATORS", "Among", "Difference", "Span", "is_default"]
