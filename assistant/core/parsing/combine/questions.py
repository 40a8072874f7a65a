"""Whole questions: which hole stays open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning import nodes as n
from assistant.core.meaning.nodes import (
    PLACES,
    Among,
    Ask,
    Claim,
    Compare,
    Count,
    Difference,
    Figure,
    It,
    Kind,
    Listing,
    Measure,
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
from assistant.core.meaning.walk import walk
from assistant.core.model.deeds import OPEN
from assistant.core.model.measures import MEASURES
from assistant.core.parsing.combine.parts import (
    THERE,
    add,
    bind,
    bound_in,
    candidate_of,
    inheriting,
    measured,
    narrow,
    restrict,
)
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.combine.superlatives import ranked
from assistant.core.parsing.combine.wholes import whole_of
from assistant.core.parsing.drafts import Asked, Either, Mean, Np, Once, One, Placed, Super, Who
from assistant.core.parsing.fill import fill


@rule()
def which(_: Any, of: Set) -> Asked:
    return Asked(of, "which")


@rule()
def how_many(_: Any, of: Set) -> Asked | None:
    sitting = isinstance(of, Select) and any(
        isinstance(p, Claim) and p.name in ("represent", "belong") for p in of.where
    )
    return None if sitting else Asked(of, "how many")  # councillors are counted as the seats that they hold


@rule(0.1)
def how_much_after(figure: Figure, _: Any) -> Asked | None:
    """ "Labour seats in Bury how many"."""
    return how_much(_, figure)


@rule()
def how_many_of(_: Any, prep: Any, np: Np) -> Asked | None:
    if np.number is not None and np.det == "the" and prep.sem == "of" and isinstance(np.of, Select | Ranked):
        return Asked(np.of, "how many", Compare(Count(np.of), np.op or "=", np.number))
    return Asked(np.of, "how many") if prep.sem == "of" and isinstance(np.of, Select | Ranked) else None


@rule()
def which_of(word: Any, prep: Any, np: Np) -> Asked | None:
    return Asked(np.of, "which") if prep.sem == "of" and isinstance(np.of, Select | Ranked) else None


@rule()
def how_much(word: Any, figure: Figure) -> Asked | None:
    """How much; "which seats" asks for things and no figure."""
    return Asked(figure, "how much") if word.sem != "which" or not _is_counted(figure) else None


def _is_counted(figure: Figure) -> bool:
    """Whether a figure is a number of things, that may themselves be asked for."""
    if not isinstance(figure, Measure):
        return True
    return figure.name == "net change" or MEASURES[OPEN.get(figure.name, (figure.name,))[0]].counted


def _members(of: Set) -> Set:
    """A party's people of whom nothing is said are those who sit for it."""
    if not isinstance(of, Select) or len(of.where) != 1:
        return of
    only = of.where[0]
    if not isinstance(only, Claim) or only.name != "belong":
        return of
    return replace(of, where=(replace(only, name="represent"),))


@rule()
def fronted(_: Any, asked: Asked) -> Asked:
    return asked


@rule()
def ask_clause(asked: Asked, prop: Prop) -> Ask | None:
    if asked.how == "run" and isinstance(asked.of, Set):
        run = bound_in(asked.of, prop)
        return Value(n.Run("longest", run)) if run is not None else None
    if asked.how == "by how much":
        return _margin(prop)
    if isinstance(asked.of, Figure):
        if isinstance(prop, Claim) and prop.name == "beat" and asked.of == Measure("votes"):
            return _margin(prop)
        return _so_much(asked, prop)
    if asked.how == "portion":
        bound = fill(prop, It(asked.of.kind))
        return Value(n.Portion(asked.of, bound)) if bound is not None else None
    if asked.how == "how many" and (each := _of_each(asked.of, prop)) is not None:
        return each
    of = bound_in(asked.of, _of_the_same(asked.of, prop))
    if of is None:
        return None
    if asked.premise is not None:
        return n.Given(asked.premise, Value(Count(of)))
    return Value(Count(of)) if asked.how == "how many" else Listing(of, one=isinstance(asked.of, One))


def _of_each(of: Set, prop: Prop) -> Ask | None:
    """ "How many boroughs did Labour and the Greens win": how many each, none of which is the other's."""
    claims = [p for p in prop.props if isinstance(p, Claim)] if isinstance(prop, n.And) else []
    parties = tuple(c.party for c in claims if isinstance(c.party, Named))
    if not isinstance(prop, n.And) or len(parties) != len(prop.props) or of.kind not in ("council", "ward"):
        return None
    alike = {replace(c, party=None) for c in claims}
    counted = bound_in(of, replace(claims[0], party=It("party"))) if len(alike) == 1 else None
    return Listing(Several("party", parties), (Count(counted),)) if counted is not None else None


def _so_much(asked: Asked, prop: Prop) -> Ask | None:
    """The figure that a deed is with what is asked for; of so many, that there were as many is checked."""
    if not isinstance(asked.of, Figure):
        return None
    of = asked.of
    if isinstance(of, Measure) and of.name == "seats won":  # "of the seats won there, how many went to Labour"
        of = replace(of, name="seats")
    if isinstance(of, Measure) and of.name == "seats defended":
        return _of_defended(of, prop, asked.premise)
    figure = _but_theirs(prop, of) if isinstance(prop, Not) else measured(prop, of)
    if figure is None or not isinstance(asked.premise, Compare):
        return Value(figure) if figure is not None else None
    whole = whole_of(figure, asked.premise.right)
    return n.Given(whole, Value(figure)) if whole is not None else None


def _of_defended(of: Measure, prop: Prop, premise: Prop | None) -> Ask | None:
    """ "Of the seats it was defending, how many did it hold": the wards that it did."""
    if not isinstance(prop, Claim) or prop.name not in ("keep", "hold", "lose"):
        return None
    party, place, time = prop.party or of.party, prop.place or of.place, prop.time or of.time
    claim = Claim("lose" if prop.name == "lose" else "keep", It("ward"), party, time=time)
    kept = Value(Count(Select("ward", place, (claim,))))
    if not isinstance(premise, Compare):
        return kept
    whole = replace(of, party=party, place=place, time=time)
    return n.Given(replace(premise, left=whole), kept)


def _but_theirs(prop: Not, figure: Figure) -> Figure | None:
    """ "How many seats were not held by Labour": of all parties but that one."""
    inner = prop.prop
    if not isinstance(inner, Claim) or not isinstance(inner.party, Named):
        return None
    made = measured(replace(inner, party=None), figure)
    if isinstance(made, Measure) and made.name == "seats held":
        return Difference(made, replace(made, party=inner.party))
    others = Select("party", None, (Not(Among(It("party"), inner.party)),))
    found: Figure | None = fill(made, others) if made is not None else None
    return found


def _of_the_same(of: Set, prop: Prop) -> Prop:
    """ "How many of the wards Labour won did it hold": who did it is who did what the set is of."""
    if (
        not isinstance(prop, Claim)
        or prop.party is not None
        or prop.person is not None
        or of.kind in ("party", "person")
    ):
        return prop
    named = {c.party for c in walk(of) if isinstance(c, Claim) and isinstance(c.party, Named)}
    made: Prop | None = fill(prop, named.pop()) if len(named) == 1 else None
    return made or prop


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
    if isinstance(prop, Once) and isinstance(prop.prop, Claim) and prop.prop.name == "serve":  # who became it
        prop = replace(prop.prop, name="win")
    kinds: tuple[Kind, ...] = ("person", "party")
    made = [(kind, fill(prop, It(kind))) for kind in kinds]
    return [Who(Select(kind, None, (bound,))) for kind, bound in made if bound is not None]


@rule()
def who_most(_: Any, sup: Super) -> list[Ask]:
    made = [ranked(Select(kind, None, (_there(kind, sup.figure),)), sup) for kind in ("person", "party")]
    return [Who(of) for of in made if of is not None]


def _there(kind: Kind, figure: Figure) -> Prop:
    """Who is ranked: of those who held an office the longest, all who held it."""
    years = figure.years if isinstance(figure, n.Run) else None
    held = fill(years, It(kind)) if isinstance(years, Select) and _of_office(years) else None
    return Compare(Count(held), ">=", Number(1)) if held is not None else THERE[kind]()


def _of_office(years: Select) -> bool:
    return any(isinstance(p, Claim) and p.name == "serve" for p in years.where)


@rule()
def what_is(_: Any, __: Any, part: Any) -> Ask | None:
    return extreme_value(part) if isinstance(part, Super) else Value(part)


@rule(0.2)
def what_is_np(_: Any, __: Any, np: Np) -> Ask | None:
    if np.of.kind == "office" and isinstance(np.of, Named):
        deed = "win" if np.of.ids[0].startswith("constituency:") else "serve"
        return Listing(Select("person", None, (Claim(deed, np.of, person=It("person")),)))
    return Listing(_members(np.of), one=isinstance(np.of, One)) if isinstance(np.of, Select | Ranked) else None


@rule(0.2)
def value(figure: Figure) -> Ask:
    return Value(figure)


@rule()
def whether(_: Any, prop: Prop) -> Ask:
    return Whether(prop.prop, either=True) if isinstance(prop, Either) else Whether(prop)


@rule(1.0)
def statement(prop: Prop) -> Ask | None:
    """A claim as a question; a bare plural with its clause is a list, and no claim that there is one."""
    if isinstance(prop, Compare) and isinstance(prop.left, Count) and (prop.op, prop.right) == (">=", Number(1)):
        return None
    return whether(None, prop)


@rule()
def list_of(_: Any, np: Np) -> Ask | None:
    return Listing(_members(np.of)) if isinstance(np.of, Select | Ranked) else None


@rule()
def list_value(_: Any, figure: Figure) -> Ask:
    return Value(figure)


@rule(0.5)
def phrase(np: Np) -> Ask | None:
    if not isinstance(np.of, Select | Ranked) or np.prep or _members(np.of) != np.of:
        return None
    return Listing(np.of, one=isinstance(np.of, One))


@rule(0.3)
def extreme_value(sup: Super) -> Ask | None:
    of = ranked(Select(kind := _ranks(sup.figure), None, (THERE[kind](),)), sup)
    return Listing(of) if of is not None else None


def _ranks(figure: Figure) -> Kind:
    """What a superlative without a noun ranks: parties by votes and seats, wards of a council, councils of an area."""
    if not isinstance(figure, Measure):
        return "year"
    if figure.party is None and figure.name in ("votes", "seats", "share", "share of the vote", "net change"):
        return "party"
    return (
        "council" if figure.place is not None and figure.place.kind == "area" and figure.name != "majority" else "ward"
    )


@rule()
def by_kind(figure: Figure, _: Any, of: Set) -> Ask | None:
    if isinstance(figure, Mean):
        return _mean_per(figure, of)
    figure, of = _over_its_parts(figure, of)
    bound = fill(figure, It(of.kind))
    if bound is None:
        return None
    for place in (figure.place, figure.time) if isinstance(figure, Measure) and of.kind == "party" else ():
        of = (fill(of, place) or of) if place is not None else of
    counted = of.kind == "party" and isinstance(bound, Measure) and bound.name in _SHARE
    shares = [replace(bound, name=_SHARE[bound.name])] if counted else []
    return Listing(of, (bound, *shares))


def _over_its_parts(figure: Figure, of: Set) -> tuple[Figure, Set]:
    """ "Turnout in Dudley by ward": the place of the figure is where the wards are."""
    if not isinstance(figure, Measure) or figure.place is None or of.kind not in PLACES or figure.place.kind == of.kind:
        return figure, of
    within = fill(of, figure.place)
    return (replace(figure, place=None), within) if within is not None else (figure, of)


def _mean_per(mean: Mean, of: Set) -> Ask | None:
    """ "Average seats per council": over those of the place that is said."""
    figure = mean.figure
    place = figure.place if isinstance(figure, Measure) else None
    if isinstance(figure, Measure) and place is not None:
        of, figure = fill(of, place) or of, replace(figure, place=None)
        if of.kind in ("party", "person"):
            figure = replace(figure, place=place)
    inner = fill(figure, It(of.kind))
    if inner is None:
        return None
    of = fill(of, figure.time) or of if isinstance(figure, Measure) and figure.time is not None else of
    return Value(n.Over(mean.how, inner, of, mean.spans))  # type: ignore[arg-type]


@rule()
def asked_per(ask: Any, _: Any, of: Set) -> Ask | None:
    """ "How many candidates stood per ward"."""
    return by_kind(ask.of, _, of) if isinstance(ask, Value) else None


@rule()
def on_average(word: Any, ask: Any) -> Ask | None:
    """ "On average, how many candidates stood per ward"."""
    if isinstance(ask, Value) and isinstance(ask.of, Measure):
        return Value(Mean(word.sem, ask.of))
    if not isinstance(ask, Listing) or len(ask.columns) != 1 or not isinstance(ask.columns[0], Figure):
        return None
    return Value(n.Over(word.sem, ask.columns[0], ask.of))


@rule()
def on_average_after(ask: Any, word: Any) -> Ask | None:
    return on_average(word, ask)


_SHARE = {"seats": "share of seats", "votes": "share of the vote"}
"""The share that stands beside a figure that is broken down by party."""


@rule()
def ordered_by(of: Set, _: Any, figure: Figure) -> Ask | None:
    return by_kind(inheriting(figure, of), _, of)


@rule()
def value_of(figure: Figure, _: Any, np: Np) -> Ask | None:
    short = isinstance(figure, Measure) and figure.name == "seats short"
    fits = not np.prep and np.det in ("", "the") and (np.of.kind != "party" or short)
    made = fill(figure, np.of) if fits else None
    return Value(made) if made is not None else None


@rule()
def as_asked(ask: Ask, _: Any) -> Ask:
    return ask


@rule()
def same(part: Any) -> Any:
    return part


@rule()
def asking(_: Any, part: Any) -> Any:
    return part


@rule()
def asked_there(asked: Asked, np: Any) -> Asked | None:
    if isinstance(np, Np) and np.det == "every" and asked.how == "how much" and isinstance(asked.of, Measure):
        np = replace(np, det="")  # of all of them together
    made = restrict(asked.of, np) if isinstance(asked.of, Figure) else narrow(asked.of, np)
    return replace(asked, of=made) if made is not None else None


@rule()
def portion_of(_: Any, prep: Any, np: Np) -> Asked | None:
    return Asked(np.of, "portion") if prep.sem == "of" and isinstance(np.of, Select) else None


@rule()
def by_how_much(_: Any, asked: Asked) -> Asked | None:
    return replace(asked, how="by how much") if asked.how == "how much" else None


@rule()
def by_how_much_plain(*_: Any) -> Asked:
    return Asked(Measure("votes"), "by how much")


@rule()
def ask_margin(asked: Asked, prop: Prop, _: Any) -> Ask | None:
    return _margin(prop)


@rule()
def ask_margin_by(_: Any, prop: Prop) -> Ask | None:
    """ "How much did Labour win by"."""
    return _margin(prop)


def _margin(prop: Prop) -> Ask | None:
    """By how much: the votes between two, or the majority; of control the majority on the council."""
    if isinstance(prop, Claim) and prop.name in ("control", "keep control", "gain control"):
        return n.Given(prop, Value(Measure("council majority", prop.place, prop.party, time=prop.time)))
    if not isinstance(prop, Claim) or prop.name not in ("beat", "win", "lose", "hold", "keep", "gain"):
        return None
    if prop.person is not None and prop.name in ("beat", "lose"):
        return _between_people(prop)
    if prop.name == "beat":
        if prop.party is None or prop.rival is None:
            return None
        mine = Measure("votes", prop.place, prop.party, time=prop.time)
        return Value(Difference(mine, replace(mine, party=prop.rival)))
    party = prop.party if prop.name != "lose" else None
    asked = Value(Measure("majority", prop.place, party, prop.person, prop.time))
    return n.Given(prop, asked) if prop.name != "lose" and isinstance(prop.party, Named) else asked


def _between_people(prop: Claim) -> Ask | None:
    """The votes between two people; of one who lost, those between them and whoever won."""
    mine = Measure("votes", prop.place, person=prop.person, time=prop.time)
    if prop.name == "lose":
        won = Placed("person", None, (Claim("win", prop.place, person=It("person"), time=prop.time),))
        return Value(Difference(replace(mine, person=won), mine))
    return Value(Difference(mine, replace(mine, person=prop.rival))) if prop.rival is not None else None


@rule()
def margin_over(figure: Figure, word: Any, np: Np) -> Figure | None:
    """ "The lead of Jack Ferguson over Yetunde Adeshile"."""
    people = isinstance(figure, Measure) and isinstance(figure.person, Named) and np.of.kind == "person"
    if not people or not isinstance(figure, Measure) or figure.name != "majority" or word.sem != ">":
        return None
    mine = Measure("votes", figure.place, person=figure.person, time=figure.time)
    return Difference(mine, replace(mine, person=np.of))


@rule()
def close_between(figure: Figure, np: Np) -> Figure | None:
    """ "How close was it between Jane Begley and David Smith"."""
    if figure != Measure("majority") or np.of.kind != "person" or not isinstance(np.of, Several):
        return None
    one, other = np.of.members
    return Difference(Measure("votes", person=one), Measure("votes", person=other))


@rule()
def by_each(figure: Figure, np: Any) -> Ask | None:
    each = isinstance(np, Np) and (np.det == "versus" or (np.det == "every" and isinstance(np.of, Select)))
    if not isinstance(np, Np) or not each or isinstance(figure, Mean):
        return None
    bound = fill(figure, It(np.of.kind))
    return Listing(np.of, (bound,)) if bound is not None else None


@rule()
def where(_: Any, prop: Prop) -> list[Ask] | None:
    if isinstance(prop, Claim) and prop.name == "come" and not prop.number:
        return [Value(Measure("position", prop.place, prop.party, prop.person, prop.time))]
    made = [bind(prop, kind) for kind in ("council", "ward")]
    return [Listing(of) for of in made if of is not None]


@rule()
def where_most(_: Any, sup: Super) -> list[Ask] | None:
    kinds: tuple[Kind, ...] = ("council", "ward")
    made = [ranked(Select(kind, None, (THERE[kind](),)), sup) for kind in kinds]
    return [Listing(of) for of in made if of is not None]


@rule()
def ask_margin_in_place(prop: Prop, _: Any, asked: Asked) -> Ask | None:
    return _margin(prop) if asked.how == "how much" else None


@rule()
def control_of(_: Any, np: Any) -> Ask | None:
    made = restrict(Claim("control", party=It("party")), np)
    return Listing(Select("party", None, (made,))) if made is not None else None


@rule()
def control_of_before(np: Any, word: Any) -> Ask | None:
    """ "Bury control": whose it is."""
    return control_of(word, np)


@rule()
def are_there(_: Any, __: Any, np: Np) -> Ask | None:
    if candidate_of(np.of) is not None:
        return None  # "any Greens there" are those who sit
    if np.number is not None:
        return Whether(Compare(Count(np.of), np.op or "=", np.number))
    if not isinstance(np.of, Select) or _members(np.of) != np.of:
        return None
    return Whether(Compare(Count(np.of), ">=", Number(1)))


@rule()
def in_situ(prop: Prop, asked: Asked) -> Ask | None:
    """ "Labour won how many seats", "UKIP won most votes in what year"."""
    return ask_clause(asked, prop)


@rule()
def asked_being_there(asked: Asked, _: Any, np: Any) -> Asked | None:
    if isinstance(np, Np) and isinstance(np.of, Named) and np.prep in ("", "-") and _is_plain_party(asked.of):
        return replace(asked, of=Select("party", None, (Claim("be of", np.of, It("party")),)))
    return asked_there(asked, np)


def _is_plain_party(of: Set | Figure) -> bool:
    """Whether "which party" is asked, and nothing more is said of it."""
    return isinstance(of, Select) and of.kind == "party" and of.where == (THERE["party"](),)


@rule()
def asked_are_there(asked: Asked, _: Any, __: Any) -> Asked:
    return asked


@rule()
def asked_of_it(asked: Asked, _: Any, np: Np) -> Ask | None:
    """ "How many seats short of a majority were Labour"."""
    short = isinstance(asked.of, Measure) and asked.of.name in ("seats short", "seats up", "seats needed")
    made = fill(asked.of, np.of) if short and isinstance(np.of, Named) and not np.prep else None
    return Value(made) if made is not None else None


@rule()
def count_of(_: Any, np: Np) -> Ask | None:
    return Value(Count(np.of)) if isinstance(np.of, Select | Ranked) else None


@rule()
def of_those(prep: Any, np: Np, _: Any) -> Asked | None:
    return how_many_of(_, prep, np)


@rule(0.1)
def of_those_plain(prep: Any, np: Np) -> Asked | None:
    return how_many_of(None, prep, np)


@rule()
def of_those_many(asked: Asked, _: Any) -> Asked:
    return asked


@rule()
def of_those_which(asked: Asked, *_: Any) -> Asked:
    return replace(asked, how="which")


@rule()
def np_is_which(np: Np, _: Any, __: Any) -> Ask | None:
    return phrase(np)


@rule()
def who_it(*_: Any) -> str:
    return "who"


@rule()
def who_it_was(_: Any, __: Any, prop: Prop) -> list[Ask]:
    return who(_, prop)


@rule()
def who_to(_: Any, prop: Prop, prep: Any) -> Ask | None:
    """ "Who did Labour lose control of Walsall to": the other side of the same deed."""
    if not isinstance(prop, Claim) or prop.party is None or prop.rival is not None or prep.sem not in ("to", "from"):
        return None
    return Listing(Select("party", None, (replace(prop, rival=It("party")),)))


@rule()
def np_with_figure(np: Np, _: Any, figure: Figure) -> Ask | None:
    """ "The wards of Watford with their turnout"."""
    each = fill(figure, It(np.of.kind)) if isinstance(np.of, Select | Ranked) else None
    return Listing(np.of, (each,)) if each is not None else None


@rule()
def listed_with(_: Any, ask: Ask) -> Ask:
    return ask


@rule(0.3)
def listed_figures(ask: Ask) -> Ask:
    return ask


@rule()
def tail_of(*_: Any) -> str:
    return "and that"


@rule()
def tail_of_it(tail: str, _: Any) -> str:
    return tail


@rule()
def with_tail(ask: Any, _: str) -> Ask | None:
    """ "…, and how big was it", "…, and which were they": told with the answer."""
    if isinstance(ask, Value) and isinstance(ask.of, Count):
        return Listing(ask.of.of)
    return ask if isinstance(ask, Listing) and isinstance(ask.of, Ranked) else None


@rule(0.2)
def margin_open(*_: Any) -> Ask:
    return Value(Measure("majority"))


@rule(0.2)
def margin_open_of(_: Any, __: Any, figure: Figure) -> Ask | None:
    """ "(Labour had a majority.) By how many seats"."""
    names = {"votes": "majority", "seats": "council majority"}
    plain = isinstance(figure, Measure) and figure == Measure(figure.name) and figure.name in names
    return Value(Measure(names[figure.name])) if plain and isinstance(figure, Measure) else None


@rule()
def except_for(ask: Any, _: Any, np: Np) -> Ask | None:
    """All but those that are named: of a list or a count, or of whose votes are added up."""
    if isinstance(ask, Listing) and ask.of.kind == np.of.kind:
        return replace(ask, of=add(ask.of, Not(Among(It(np.of.kind), np.of))))
    if isinstance(ask, Value) and isinstance(ask.of, Count) and ask.of.of.kind == np.of.kind:
        return Value(Count(add(ask.of.of, Not(Among(It(np.of.kind), np.of)))))
    if isinstance(ask, Value) and np.of.kind == "party":
        others = Select("party", None, (Not(Among(It("party"), np.of)),))
        made = fill(ask.of, others)
        return Value(made) if made is not None else None
    return None


@rule()
def except_first(word: Any, np: Np, ask: Any) -> Ask | None:
    return except_for(ask, word, np)


# --- About the assistant ----------------------------------------------------------------------------------------------


@rule()
def term_figure(figure: Figure) -> str | None:
    return figure.name if isinstance(figure, Measure) and figure == Measure(figure.name) else None


@rule()
def term_deed(prop: Prop) -> str | None:
    return prop.name if isinstance(prop, Claim) and prop == Claim(prop.name) else None


@rule()
def term_name(np: Np) -> n.About | None:
    if not isinstance(np.of, Named) or np.of.ids != ("none",):
        return None
    return n.About("no overall control", spans=np.of.spans)


@rule()
def term_word(word: Any) -> str:
    return str(word.lemma)


@rule()
def meaning_of(term: Any, _: Any) -> Any:
    return term


@rule()
def about_term(_: Any, __: Any, term: str | n.About) -> Ask:
    return about_term_of(_, term)


@rule()
def about_term_of(_: Any, term: str | n.About) -> Ask:
    return term if isinstance(term, n.About) else n.About(term)


@rule()
def wherein(_: Any, np: Any) -> Any:
    return np


@rule()
def where_in(place: Any, prop: Prop) -> list[Ask] | None:
    """ "Where in Leeds was turnout higher"."""
    asks = where(None, prop) or []
    made = [restrict(ask, place) for ask in asks]
    return [ask for ask in made if ask is not None]


@rule()
def who_does(_: Any, prop: Prop) -> Prop:
    return prop


@rule()
def np_with_who(np: Np, _: Any, prop: Prop) -> Ask | None:
    """ "Every council in Surrey and who controls it"."""
    there = fill(prop, It(np.of.kind)) if isinstance(np.of, Select) and np.of.kind in ("council", "ward") else None
    party = fill(there, It("party")) if there is not None else None
    return Listing(np.of, (Select("party", None, (party,)),)) if party is not None else None
