"""When: years, periods, first and last."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning import nodes as n
from assistant.core.meaning.nodes import (
    Ask,
    Claim,
    Compare,
    Count,
    It,
    Listing,
    Named,
    Newest,
    Number,
    Prop,
    Ranked,
    Select,
    Set,
    Several,
    Span,
    Value,
)
from assistant.core.parsing.combine.parts import at, restrict, year_of
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.drafts import After, Asked, Before, Bound, Event, Np, Once, Super
from assistant.core.parsing.fill import fill


@rule()
def date(value: Any) -> Np | None:
    return Np(Named("year", (str(value.year),), value.spans)) if value.year else None


@rule()
def newest(_: Any) -> Np:
    return Np(Newest(), prep="at")


@rule()
def from_to(left: Any, right: Any) -> Np | None:
    """ "from 2012 to 2016", "2012 to 2016"."""
    if not (isinstance(left, Np) and isinstance(right, Np)) or (left.prep, right.prep) not in (
        ("from", "to"),
        ("from", "-"),
        ("-", "to"),
    ):
        return None
    first, last = year_of(left), year_of(right)
    return Np(Span(first, last), prep="in") if first and last and first < last else None


@rule()
def all_years(_: Any) -> Np:
    """ "over the years": as far as the tables go."""
    return Np(Span(None, None), prep="in")


@rule()
def from_on(prep: Any, np: Np, on: Any) -> Np | None:
    """ "from 2000 on"."""
    return since(prep, np) if (prep.sem, on.sem) == ("from", "on") else None


@rule()
def year_after(word: Any, _: Any, np: Np) -> Np | None:
    """ "the year after 2021"."""
    year = year_of(np)
    if year is None or word.sem != "year" or "plural" in word.forms:
        return None
    return Np(Named("year", (str(year + 1),), np.of.spans))  # type: ignore[attr-defined]


@rule()
def the_year(_: Any, np: Np) -> Np:
    return np


@rule()
def since(_: Any, np: Np) -> Np | None:
    year = year_of(np)
    return Np(Span(year, None, np.of.spans), prep="in") if year else None  # type: ignore[attr-defined]


@rule()
def until(_: Any, np: Np) -> Np | None:
    year = year_of(np)
    return Np(Span(None, year, np.of.spans), prep="in") if year else None  # type: ignore[attr-defined]


@rule()
def before(_: Any, np: Np) -> Np | None:
    year = year_of(np)
    return Np(Before(None, year - 1, np.of.spans), prep="in") if year else None  # type: ignore[attr-defined]


@rule()
def after(_: Any, np: Np) -> Np | None:
    year = year_of(np)
    return Np(After(year + 1, None, np.of.spans), prep="in") if year else None  # type: ignore[attr-defined]


@rule()
def after_event(_: Any, event: Event) -> Np | None:
    """After the polls of a year: what is so in that year."""
    years = [p for p in event.parts if p.kind == "year"]
    others = [p for p in event.parts if p.kind != "year"]
    return Np(years[0], prep="after") if len(years) == 1 and not others else None


@rule()
def before_event(_: Any, event: Event) -> Np | None:
    """Before the polls of a year: on their eve."""
    years = [p for p in event.parts if isinstance(p, Named) and p.kind == "year"]
    if len(years) != 1 or len(event.parts) != 1:
        return None
    return Np(Before(None, int(years[0].ids[0]) - 1, years[0].spans), prep="in")


@rule()
def unbroken(_: Any, np: Any) -> Np | None:
    """ "Without a break since 1973": since then."""
    since_then = isinstance(np, Np) and type(np.of) is Span and np.of.first is not None and np.of.last is None
    return np if since_then else None


@rule()
def between(_: Any, np: Np) -> Np | None:
    if not isinstance(np.of, Several) or np.of.kind != "year":
        return None
    years = sorted(int(m.ids[0]) for m in np.of.members if isinstance(m, Named))
    return Np(Span(years[0], years[-1]), prep="in")


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
def come_last(verb: Any, word: Any) -> Prop | None:
    return Claim("come", number=1) if verb.sem == "come" and word.sem == "first" else None


@rule()
def once(word: Any, prop: Prop) -> Prop | None:
    return Once(prop, word.sem) if isinstance(prop, Claim | Compare) else None


@rule()
def once_after(prop: Prop, word: Any) -> Prop | None:
    return once(word, prop)


@rule()
def when(_: Any, prop: Prop) -> Ask | None:
    if isinstance(prop, Once):
        years = fill(prop.prop, It("year"))
        order: Any = "least" if prop.which == "first" else "most"
        return (
            Listing(Ranked("year", Select("year", None, (years,)), n.Calendar(It("year")), order, 1, 1))
            if years
            else None
        )
    bound = fill(prop, It("year"))
    return Listing(Select("year", None, (bound,)), one=True) if bound is not None else None


@rule()
def when_np(_: Any, __: Any, np: Np) -> Ask | None:
    return Listing(np.of) if np.of.kind == "year" and isinstance(np.of, Select | Ranked) else None


@rule()
def when_after(np: Np, _: Any, __: Any) -> Ask | None:
    return Listing(np.of) if np.of.kind == "year" and isinstance(np.of, Select | Ranked) else None


@rule()
def how_long_been(_: Any, word: Any, prop: Prop) -> Ask | None:
    """ "How long has Labour controlled …": until now."""
    bound = fill(prop, It("year"))
    if bound is None or word.sem != "have":
        return None
    return Value(n.Run("last", Select("year", None, (bound,))))


@rule(0.2)
def how_long(_: Any, prop: Prop) -> Ask | None:
    bound = fill(prop, It("year"))
    return Value(n.Run("longest", Select("year", None, (bound,)))) if bound is not None else None


@rule()
def how_often(_: Any, prop: Prop) -> Ask | None:
    years = fill(prop, It("year"))
    return Value(Count(Select("year", None, (years,)))) if years is not None else None


@rule()
def once_times(word: Any) -> Bound:
    return Bound("=", Number(float(word.sem)))


@rule()
def bounded_times(word: Any, often: Any) -> Bound:
    return Bound(word.sem, Number(float(often.sem)))


@rule()
def times(bound: Bound, word: Any) -> Bound | None:
    return bound if word.sem == "time" else None


@rule()
def so_often(prop: Prop, bound: Bound) -> Prop | None:
    """ "Won at least twice": the number of years in which it did."""
    years = fill(prop, It("year"))
    return Compare(Count(Select("year", None, (years,))), bound.op, bound.right) if years is not None else None


@rule()
def started(word: Any, prop: Prop) -> Prop:
    return Once(prop, "first")


@rule()
def in_a_row(asked: Asked, _: Any) -> Asked | None:
    of = asked.of
    return Asked(of, "run") if isinstance(of, Set) and of.kind == "year" and asked.how == "how many" else None


@rule()
def longest(prop: Prop, _: Any) -> Super | None:
    years = fill(prop, It("year"))
    return Super(n.Run("longest", Select("year", None, (years,))), "most") if years is not None else None


@rule()
def most_often(prop: Prop, _: Any) -> Super | None:
    years = fill(prop, It("year"))
    return Super(Count(Select("year", None, (years,))), "most") if years is not None else None


@rule()
def figure_history(figure: Any, word: Any) -> Any:
    """ "The turnout history": the figure year by year."""
    return restrict(figure, all_years(word)) if word.sem == "history" else None


@rule()
def history_of_figure(word: Any, prep: Any, figure: Any) -> Any:
    return figure_history(figure, word) if prep.sem in ("of", "in", "for") else None


@rule()
def control_history(_: Any, prep: Any, __: Any) -> Claim | None:
    return Claim("control", party=It("party")) if prep.sem == "of" else None


@rule()
def control_history_before(_: Any, __: Any) -> Claim:
    return Claim("control", party=It("party"))


@rule()
def history_of_control_before(where: Any, claim: Claim) -> Ask | None:
    return history_of_control(claim, where)


@rule()
def history_of_control(claim: Claim, where: Any) -> Ask | None:
    """Who was in control, year by year."""
    made = fill(claim, where.of) if isinstance(where, Np) else at(claim, where)
    if made is None or made.place is None:
        return None
    years = Select("year", made.time, (Claim("be there", made.place, time=It("year")),))
    return Listing(years, (Select("party", None, (replace(made, time=It("year")),)),))


@rule()
def throughout(_: Any, np: Any) -> Np | None:
    """In every year of a period; everywhere in a place."""
    if not isinstance(np, Np):
        return None
    if np.of.kind != "year":
        return replace(np, prep="in") if not np.prep and np.of.kind in ("council", "area") else None
    within = np.of if isinstance(np.of, Span) else None
    if within is None:
        return None
    return Np(Select("year", within, (Claim("be there", time=It("year")),)), det="every", plural=True)
