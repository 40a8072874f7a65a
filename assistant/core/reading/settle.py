"""Deeds and open nouns settled: at the level of their place, each is one relation or one measure of the model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from assistant.core.meaning.nodes import (
    Claim,
    Count,
    Difference,
    It,
    Kind,
    Listing,
    Measure,
    Named,
    Node,
    Number,
    Over,
    Ranked,
    Ratio,
    Select,
    Set,
    Several,
    Span,
    Value,
)  # fmt: skip
from assistant.core.meaning.walk import rebuild, walk
from assistant.core.model.deeds import DEEDS, OPEN
from assistant.core.model.measures import MEASURES
from assistant.core.model.relations import RELATIONS
from assistant.core.parsing.drafts import After, Before, Holder, Mean, One, Placed, Swing, Who
from assistant.core.reading.duels import fought
from assistant.core.reading.implied import implied
from assistant.core.reading.polls import is_seat, polled


class Unsettled(Exception):
    """A combination that the model has no relation or measure for."""


def settle(ask: Node) -> Node:
    """The ask with every deed and every open noun settled; raises Unsettled."""
    ask = fought(ask)
    if isinstance(ask, Listing) and isinstance(ask.of, Placed):
        _who(Who(ask.of)) if ask.of.kind == "party" else None  # nobody but a party is the winner of a council
    made: Node = _spanned(_by_year(polled(_implied(_settle(averaged(_who(ask) if isinstance(ask, Who) else ask))))))
    return made


def _implied(node: Any) -> Any:
    return implied(rebuild(node, lambda _, part: _implied(part)))


def _by_year(ask: Any) -> Any:
    """A figure, or a list of who, over a period is told year by year."""
    if isinstance(ask, Value) and isinstance(ask.of, Measure) and isinstance(ask.of.time, Several):
        return Listing(ask.of.time, (replace(ask.of, time=It("year")),))
    if isinstance(ask, Value) and isinstance(ask.of, Count):
        return _counted_by_year(ask.of)
    if isinstance(ask, Value) and isinstance(ask.of, Measure) and isinstance(ask.of.time, Span):
        return Listing(_years(ask.of), (replace(ask.of, time=It("year")),))
    if (
        isinstance(ask, Listing)
        and isinstance(ask.of, Select)
        and not ask.columns
        and ask.of.kind in ("party", "person")
    ):
        spans = [c for c in ask.of.where if isinstance(c, Claim) and isinstance(c.time, Span)]
        cells = [c for c in spans if c.name not in ("serve", "represent")]
        if len(cells) == len(ask.of.where) == 1:
            one = replace(ask.of, where=(replace(cells[0], time=It("year")),))
            return Listing(_years(cells[0]), (one,))
    return ask


def _counted_by_year(figure: Count) -> Any:
    """How many there were in several years: in each."""
    several = {c.time for c in walk(figure) if isinstance(c, Measure | Claim) and isinstance(c.time, Several)}
    if len(several) != 1 or figure.of.kind == "year":
        return Value(figure)
    years = several.pop()
    return Listing(years, (_in_each(figure, years),))


def _in_each(node: Any, years: Set) -> Any:
    made = rebuild(node, lambda _, part: _in_each(part, years))
    return replace(made, time=It("year")) if isinstance(made, Measure | Claim) and made.time == years else made


def _years(cell: Measure | Claim) -> Select:
    entry = MEASURES[cell.name] if isinstance(cell, Measure) else RELATIONS[cell.name]
    there = Claim("be there" if entry.moment == "chamber" else "vote", place=cell.place, time=It("year"))
    return Select("year", cell.time, (there,))


def averaged(node: Any) -> Any:
    """An average without members is of the wards of a council, of the councils of a wider place."""
    made = rebuild(node, lambda _, part: averaged(part))
    if not isinstance(made, Mean):
        return made
    inner = made.figure
    if not isinstance(inner, Measure):
        raise Unsettled("an average of that")
    if isinstance(inner.time, Span | Several):
        return Over(made.how, replace(inner, time=It("year")), _members_of_time(inner))  # type: ignore[arg-type]
    if made.how == "sum":
        return inner
    place = inner.place
    if place is not None and place.kind == "ward":
        return Over(made.how, replace(inner, place=It("ward")), place)  # type: ignore[arg-type]
    if place is None or place.kind == "area" or isinstance(place, Select):
        members = place if isinstance(place, Select) else Select("council", place, (_there("council", inner),))
        return Over(made.how, replace(inner, place=It("council")), members)  # type: ignore[arg-type]
    return Over(made.how, replace(inner, place=It("ward")), Select("ward", place, (_there("ward", inner),)))  # type: ignore[arg-type]


def _members_of_time(figure: Measure) -> Set:
    """The years of a period, or those that are named."""
    if isinstance(figure.time, Several):
        return figure.time
    return Select("year", figure.time, (Claim("be there", place=figure.place, time=It("year")),))


def _there(kind: Kind, figure: Measure) -> Claim:
    moments = {MEASURES[m].moment for m in OPEN.get(figure.name, (figure.name,)) if m in MEASURES}
    return Claim("vote" if kind == "ward" or moments == {"poll"} else "be there", place=It(kind), time=figure.time)


def _settle(node: Any) -> Any:
    node = _elected(node) if isinstance(node, Select | Ranked) and node.kind == "person" else node
    made = rebuild(node, lambda _, part: _settle(part))
    if isinstance(made, Who):
        return _who(made)
    if isinstance(made, Listing) and made.of.kind == "party" and made.columns:
        made = replace(made, of=_sitting(made.of, made.columns))
    if isinstance(made, Ranked) and made.kind == "party":
        made = _ranked_parties(made)
    if isinstance(made, Swing):
        return _swing(made)
    if isinstance(made, Measure | Claim) and isinstance(made.time, After):
        made = replace(made, time=_after(made))
    if isinstance(made, Measure | Claim) and isinstance(made.time, Before):
        made = replace(made, time=_before(made))
    if isinstance(made, Measure) and made.place is None and isinstance(made.party, Select | Ranked):
        made = replace(made, place=_place_of(made.party))
    if isinstance(made, Measure) and made.place is None and isinstance(made.person, Select | Ranked):
        made = replace(made, place=_place_of(made.person))
    if isinstance(made, After | Before):
        return made
    if isinstance(node, Ranked) and isinstance(node.of, Placed) and node.kind == "party":
        raise Unsettled("one winner is no ranking")
    if isinstance(made, Select) and made.kind == "year":  # whose beginning is not held, that of them is not known
        made = replace(made, where=tuple(_begun(p) for p in made.where))
    if isinstance(made, One | Placed | Holder):
        return Select(made.kind, made.within, made.where, made.spans)
    if isinstance(made, Claim):
        return _claim(made)
    if isinstance(made, Count) and (stood := _all_who_stood(made.of)) is not None:
        return stood
    if isinstance(made, Measure) and isinstance(made.person, Several):
        return Over("sum", _measure(replace(made, person=It("person"))), made.person)
    if isinstance(made, Measure):
        return _measure(made)
    return made


def _all_who_stood(of: Set) -> Measure | None:
    """How many stood for one office: where some only are held, their number is not."""
    stood = of.where[0] if isinstance(of, Select) and of.kind == "person" and len(of.where) == 1 else None
    if not isinstance(stood, Claim) or stood.name != "stand" or stood.person != It("person"):
        return None
    place = stood.place
    if stood.party is not None or not isinstance(place, Named) or place.kind != "office":
        return None
    return Measure("candidates", place, time=stood.time, poll=stood.poll)


def _begun(prop: Any) -> Any:
    return replace(prop, name="have served") if isinstance(prop, Claim) and prop.name == "serve" else prop


def _elected(of: Any) -> Any:
    """Councillors of whose votes something is said are those who were elected at that poll."""
    if not any(isinstance(m, Measure) and m.person == It("person") for m in walk(of)):
        return of
    inner = of.of if isinstance(of, Ranked) else of
    if not isinstance(inner, Select):
        return of
    where = tuple(replace(p, name="win") if isinstance(p, Claim) and p.name == "represent" else p for p in inner.where)
    return replace(of, of=replace(inner, where=where)) if isinstance(of, Ranked) else replace(of, where=where)


def _ranked_parties(node: Ranked) -> Ranked:
    """Parties that are ranked by seats in a chamber are those that sit in it, not those that last stood."""
    return replace(node, of=_sitting(node.of, (node.by,)))


def _sitting(of: Set, figures: Sequence[Node]) -> Set:
    """A set of parties of whom seats in a chamber are asked: those that sit there."""
    measures = [m for figure in figures for m in walk(figure) if isinstance(m, Measure)]
    if not isinstance(of, Select) or not any(MEASURES[m.name].moment == "chamber" for m in measures):
        return of
    where = tuple(
        replace(p, name="sit", time=measures[0].time)
        if isinstance(p, Claim) and p.name == "stand" and p.party == It("party")
        else p
        for p in of.where
    )
    return replace(of, where=where)


def _of_a_chamber(cell: Measure | Claim) -> bool:
    """Whether what a cell tells is so of a chamber."""
    names = (
        list(DEEDS.get(cell.name, {}).values()) or [cell.name]
        if isinstance(cell, Claim)
        else OPEN.get(cell.name, (cell.name,))
    )
    table = RELATIONS if isinstance(cell, Claim) else MEASURES
    chamber = any(table[name].moment == "chamber" for name in names if name in table)
    return chamber


def _after(cell: Measure | Claim) -> Set:
    """A chamber after a year's polls is that of the year; polls after a year are the later ones."""
    first = cell.time.first  # type: ignore[union-attr]
    return Named("year", (str(first - 1),)) if _of_a_chamber(cell) else Span(first, None)


def _before(cell: Measure | Claim) -> Set:
    """A chamber before a year's polls is that of the year before; polls before a year are the earlier ones."""
    last = cell.time.last  # type: ignore[union-attr]
    return Named("year", (str(last),)) if _of_a_chamber(cell) else Span(None, last)


def _spanned(node: Any) -> Any:
    """A time before a year, wherever it is left, is all that time."""
    made = rebuild(node, lambda _, part: _spanned(part))
    return Span(None, made.last, made.spans) if isinstance(made, Before) else made


def _place_of(of: Select | Ranked) -> Set | None:
    """Where somebody who is described is known from: "the seats of the party in control of Walsall" are there."""
    said = of.where if isinstance(of, Select) else ()
    own = {c.place for c in said if isinstance(c, Claim) and c.place is not None and not isinstance(c.place, It)}
    named = {c.place for c in walk(of) if isinstance(c, Measure | Claim) and isinstance(c.place, Named)}
    places = own or named
    return places.pop() if len(places) == 1 else None


def _swing(node: Swing) -> Any:
    """Half of what one gained and the other lost in share (Butler's swing), in points."""
    span = node.time
    if (
        node.source is None
        or node.target is None
        or not isinstance(span, Span)
        or span.first is None
        or span.last is None
    ):
        raise Unsettled("a swing is from one party to another, between two polls")

    def share(party: Set, year: int) -> Measure:
        return _measure(Measure("share of the vote", node.place, party, time=Named("year", (str(year),))))

    gained = Difference(share(node.target, span.last), share(node.target, span.first))
    lost = Difference(share(node.source, span.last), share(node.source, span.first))
    return Ratio(Difference(gained, lost), Number(2))


def level(place: Set | None) -> Kind:
    """The level at which a place is looked up."""
    if place is None:
        return "council"
    return "council" if place.kind == "area" and not isinstance(place, It) else place.kind


def _with_office(cell: Any) -> Any:
    """A person who is named is one of a council's wards or of an office: the name's key tells which."""
    person = cell.person
    if cell.place is not None or not isinstance(person, Named):
        return cell
    held = tuple(i for i in person.ids if ":" in i.partition("/")[0])
    if cell.name == "serve":
        held = tuple(i for i in held if not i.startswith("constituency:"))
    if not held or (len(held) > 1 and len(held) < len(person.ids)):
        return cell
    places = tuple(dict.fromkeys(i.partition("/")[0] for i in held))
    if len(places) > 1 and isinstance(cell, Measure) and cell.time is not None:  # the year tells which
        return cell
    return replace(cell, person=replace(person, ids=held), place=Named("office", places))


def _claim(claim: Claim) -> Claim:
    claim = _with_office(claim)
    at = level(claim.place)
    names = DEEDS.get(claim.name)
    if names is None:
        raise Unsettled(claim.name)
    if claim.person is not None and (claim.place is None or claim.place.kind in ("council", "area")):
        at = "ward"
    name = names.get(at) or (names.get("council") if at == "area" else None)
    if name is None:
        raise Unsettled(f"{claim.name} of a {at}")
    if claim.person is not None and name == "lose":
        name = "be beaten"
    if name == "serve" and is_seat(claim.place):  # who holds a seat in Parliament is known at its by-elections alone
        name = "keep"
    relation = RELATIONS[name]
    if claim.person is not None and not any(t.person for t in relation.truths):
        raise Unsettled(f"{name} of a person")
    return replace(claim, name=name)


def _measure(measure: Measure) -> Measure:
    measure = _with_office(measure)
    names = OPEN.get(measure.name, (measure.name,))
    at = level(measure.place)
    at = "council" if at == "area" else at  # told of its councils together
    if measure.person is not None and at == "council":
        at = "ward"
    if measure.basis == "first preferences" and at != "office":  # of wards they are all the votes that are held
        measure = replace(measure, basis="")
    for name in names:
        levels = [x for basis in MEASURES[name].bases.values() for x in basis if x.cube.level == at]
        if any(_has(x, measure) for x in levels):
            return replace(measure, name=name)
    raise Unsettled(f"{measure.name} of a {at}")


def _has(at: Any, measure: Measure) -> bool:
    if measure.person is not None:
        return at.person is not None
    if measure.party is not None:
        return at.party is not None
    return at.whole is not None or at.single is not None or at.of is not None


def _who(ask: Who) -> Listing:
    """Persons where a ward or an office is asked about, parties elsewhere."""
    kind = ask.of.kind
    places = {level(c.place) for c in walk(ask.of) if isinstance(c, Claim | Measure) and _mentions(c, kind)}
    small = bool(places & {"ward", "office"})
    if small != (kind == "person"):
        raise Unsettled("who")
    return Listing(ask.of, ask.columns, ask.across, ask.may_be_empty, one=True)  # where it is one, that one is meant


def _mentions(cell: Claim | Measure, kind: Kind) -> bool:
    return It(kind) in (cell.party, cell.person)


__all__ = ["Mean", "Ranked", "Select", "Unsettled", "level", "settle"]
