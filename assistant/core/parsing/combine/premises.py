"""What goes before a question, and two asks in one."""

from __future__ import annotations

from typing import Any

from assistant.core.meaning import nodes as n
from assistant.core.meaning.nodes import (
    Ask,
    Both,
    Claim,
    Compare,
    Figure,
    Listing,
    Measure,
    Named,
    Prop,
    Ranked,
    Value,
    Whether,
)
from assistant.core.meaning.walk import walk
from assistant.core.parsing.combine.parts import at, carried_all, instead
from assistant.core.parsing.combine.questions import ask_clause, who_to
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.drafts import Event, Np
from assistant.core.parsing.fill import fill


@rule(0.3)
def premise(prop: Prop, _: Any) -> Prop | None:
    return prop if isinstance(prop, Claim | Compare) else None


@rule()
def premise_since(_: Any, prop: Prop, __: Any) -> Prop | None:
    """ "Since Labour controls Surrey, …"."""
    return premise(prop, _)


@rule(0.2)
def premise_since_plain(_: Any, prop: Prop) -> Prop | None:
    return premise(prop, _)


@rule()
def whenever(_: Any, prop: Prop, __: Any) -> Prop | None:
    return premise(prop, _)


@rule(0.2)
def whenever_plain(_: Any, prop: Prop) -> Prop | None:
    return premise(prop, _)


@rule()
def asked_when_first(prop: Prop, ask: Any) -> Ask | None:
    """ "When Labour lost Lincoln in 2016, who took over"."""
    return asked_when(ask, None, prop)


@rule()
def asked_when(ask: Any, _: Any, prop: Prop) -> Ask | None:
    """A question about when something was so: a premise where its year is said, else the years in which it was."""
    cells = [c for c in walk(prop) if isinstance(c, Claim | n.Measure)]
    if all(c.time is not None for c in cells):
        return given(prop, ask) if isinstance(prop, Claim | Compare) else None
    for part in (p for p in walk(ask) if isinstance(p, Named) and p.kind != "party"):
        prop = fill(prop, part) or prop
    bound = fill(prop, n.It("year"))
    if bound is None:
        return given(prop, ask) if isinstance(prop, Claim | Compare) else None
    return _year_by_year(carried_all(prop, ask), n.Select("year", None, (bound,)))


def _year_by_year(ask: Any, years: n.Set) -> Ask | None:
    """A figure, or who, in each of some years."""
    each = fill(ask.of, n.It("year")) if isinstance(ask, Value | Listing) else None
    return Listing(years, (each,)) if each is not None and not (isinstance(ask, Listing) and ask.columns) else None


@rule()
def negative_question(_: Any, neg: Any, prop: Prop) -> Ask | None:
    """ "Isn't York run by the Tories": asked as if it were so."""
    return Whether(prop) if neg.sem == "not" else None


@rule()
def they_did(_: Any, prop: Prop) -> Prop:
    return prop


@rule()
def asked_of_them(asked: Any, prop: Prop) -> Ask | None:
    return ask_clause(asked, prop)


@rule()
def with_asked(_: Any, asked: Any) -> Ask | None:
    return Value(asked.of) if isinstance(asked.of, n.Figure) else None


@rule()
def asked_of_that(asked: Any, word: Any, det: Any) -> Ask | None:
    """ "And what share of the vote was that"."""
    return with_asked(None, asked) if word.sem == "be" and det.sem == "that" else None


@rule()
def two_asks_of_one(first: Ask, _: Any, second: Ask) -> Ask | None:
    """A second ask of whoever the first is about, or asks for."""
    made = _of_the_same(first, second)
    return two_asks(first, _, made) if made is not None else None


@rule()
def given_of_one(prop: Prop, ask: Ask) -> Ask | None:
    made = _of_the_same(prop, ask)
    return given(prop, made) if made is not None else None


def _of_the_same(first: Any, second: Any) -> Any:
    """A figure with its doer from what goes before."""
    if not isinstance(second, Value):
        return None
    asked = first.of if isinstance(first, Listing) and first.of.kind in ("party", "person") else None
    named = [p for p in walk(first) if isinstance(p, Named) and p.kind in ("party", "person")]
    doers = [asked] if asked is not None else list(dict.fromkeys(named))
    return fill(second, doers[0]) if len(doers) == 1 else None


@rule()
def asked_again(_: Any, np: Any) -> Np | None:
    return np if isinstance(np, Np) else None


@rule()
def asked_again_of(_: Any, __: Any, np: Any) -> Np | None:
    return np if isinstance(np, Np) else None


@rule()
def and_again(ask: Any, _: Any, np: Np) -> Ask | None:
    """ "How many … in 2022 and how many in 2018": the same of another year, place or party."""
    other = instead(ask.of, np.of) if isinstance(ask, Value) else None
    return Both(ask, Value(other)) if other is not None else None


@rule()
def from_whom(prep: Any, _: Any, prop: Prop) -> Ask | None:
    return who_to(_, prop, prep)


@rule()
def given_that(_: Any, prop: Prop, __: Any) -> Prop:
    return prop


@rule(0.1)
def given(prop: Prop, ask: Any) -> Ask | None:
    """A statement, then a question that takes from it what it lacks."""
    return n.Given(prop, carried_all(prop, ask)) if isinstance(ask, Value | Listing | Whether) else None


@rule()
def topical(part: Any, _: Any) -> Any:
    return part


@rule(0.1)
def topic(part: Any, ask: Any) -> Any:
    if isinstance(part, Event):
        return at(ask, part)
    made = fill(ask, part.of)
    return carried_all(part.of, made) if made is not None else None


@rule()
def that_question(*parts: Any) -> Ask | None:
    ask = parts[-1]
    return ask if isinstance(ask, Value | Listing) else None


@rule()
def both_figures(first: Figure, word: Any, second: Figure) -> Ask | None:
    """ "Reform's share of the vote against its share of the seats"."""
    return two_asks(Value(first), word, Value(second))


@rule()
def two_asks(first: Ask, _: Any, second: Ask) -> Ask | None:
    if isinstance(first, Both | n.Story) or isinstance(second, n.Story) or _is_name_only(first):
        return None
    return Both(_carried_back(second, first), _carried(first, second))


def _is_name_only(ask: Ask) -> bool:
    """Whether a party's people alone are no question beside another: "the Greens and Lib Dems make up …"."""
    return isinstance(ask, Value) and isinstance(ask.of, Measure) and ask.of == Measure("seats", party=ask.of.party)


def _carried_back(second: Ask, first: Any) -> Any:
    """The first ask with the place and the year of the second where it names none: "turnout and votes in Leeds"."""
    said = [part for part in walk(first) if isinstance(part, Named)]
    for kinds in (("council", "area", "ward", "office"), ("year",)):
        found = {part for part in walk(second) if isinstance(part, Named) and part.kind in kinds}
        if len(found) == 1 and not any(part.kind in kinds for part in said):
            first = fill(first, found.pop()) or first
    return first


def _carried(first: Ask, second: Any) -> Any:
    """The second ask with the places and times of the first where it lacks them."""

    if isinstance(first, Listing) and isinstance(first.of, Ranked):
        second = fill(second, first.of) or second
    for part in walk(first):
        if isinstance(part, Named) and part.kind != "party":
            second = fill(second, part) or second
    return second


@rule(0.5)
def topic_plain(np: Np, ask: Any) -> Any:
    """ "Tories in Solihull how many seats": what it is about, then what is asked of it."""
    return fill(ask, np.of) if isinstance(np.of, Named) and not np.prep else None


@rule()
def said_there(ask: Any, _: Any) -> Any:
    return ask


@rule()
def two_asks_there(first: Ask, _: Any, second: Ask) -> Ask | None:
    """ "Who runs Kent and how many seats do Reform have there"."""
    made = two_asks(first, _, second)
    return made if isinstance(made, Both) and made.second != second else None
