"""Figures held against each other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning.nodes import (
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
    Newest,
    Number,
    Prop,
    Ranked,
    Ratio,
    Set,
    Several,
    Value,
)
from assistant.core.parsing.combine.parts import add, instead, measured, restrict
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.drafts import Asked, Choice, Either, Np, Super, Those, Trend, Versus
from assistant.core.parsing.fill import fill, put


@rule()
def comparative(word: Any, figure: Figure) -> Super:
    return Super(figure, "most" if word.sem == ">" else "least")


@rule()
def than(_: Any, np: Np) -> Np:
    return np


@rule()
def either_versus(word: Any, versus: Versus) -> Versus:
    """ "more or fewer seats than": the one that is said first is asked, and the figures tell."""
    return replace(versus, op=word.sem, either=True)


def _compared(left: Figure, versus: Versus, right: Figure) -> Prop:
    if versus.times != 1:
        return Compare(Ratio(left, right), versus.op, Number(versus.times))
    made = Compare(left, versus.op, right)
    return Either(made) if versus.either else made


@rule()
def versus_count(word: Any, of: Set, other: Np) -> Versus | None:
    return Versus(Count(of), word.sem, other.of) if isinstance(other.of, Named) else None


@rule()
def same_figure(word: Any, figure: Figure) -> Figure:
    return figure


@rule()
def same_as(figure: Figure, _: Any, np: Np) -> Versus | None:
    return Versus(figure, "=", np.of) if isinstance(np.of, Named) else None


@rule()
def comparative_count(word: Any, of: Set) -> Super | None:
    return Super(Count(of), "most" if word.sem == ">" else "least") if of.kind != "person" else None


@rule()
def versus(word: Any, figure: Figure, other: Np) -> Versus | None:
    return Versus(figure, word.sem, other.of) if isinstance(other.of, Named) else None


@rule()
def how_many_more(_: Any, word: Any, figure: Figure) -> Asked:
    return Asked(figure, "how many more" if word.sem == ">" else "how many fewer")


@rule()
def ask_more(asked: Asked, prop: Prop, other: Np) -> Ask | None:
    if isinstance(asked.of, Set):
        return _more_counted(asked, asked.of, prop, other)
    figure = measured(prop, asked.of)
    if figure is None or (not asked.how.startswith("how many m") and not asked.how.startswith("how many f")):
        return None
    right = instead(figure, other.of)
    if right is None:
        return None
    return Value(Difference(figure, right) if asked.how == "how many more" else Difference(right, figure))


def _more_counted(asked: Asked, of: Set, prop: Prop, other: Np) -> Ask | None:
    """ "How many more wards did Labour win than the Greens": one count less another."""
    mine = fill(prop, It(of.kind))
    if not isinstance(mine, Claim) or other.of.kind != "party" or mine.party is None:
        return None
    counts = Count(add(of, mine)), Count(add(of, replace(mine, party=other.of)))
    return Value(Difference(*(counts if asked.how == "how many more" else counts[::-1])))


@rule()
def doing_versus(prop: Prop, versus: Versus) -> Prop | None:
    if isinstance(versus.figure, Count):
        return _more_of(prop, versus.figure.of, versus)
    figure = measured(prop, versus.figure)
    if figure is None:
        return None
    right = fill(figure, versus.other) or instead(figure, versus.other)
    if right is None:
        return None
    if versus.by is None:
        return _compared(figure, versus, right)
    apart = Difference(figure, right) if versus.op == ">" else Difference(right, figure)
    return Compare(apart, versus.by.op, versus.by.right)


def _more_of(prop: Prop, of: Set, versus: Versus) -> Prop | None:
    """ "Controls more councils than the Conservatives": two counts of the same deed."""
    inner = fill(prop, It(of.kind))
    theirs = fill(inner, versus.other) if inner is not None else None
    if inner is None or theirs is None:
        return None
    return _compared(Count(add(of, inner)), versus, Count(add(of, theirs)))


@rule()
def more_than(figure: Figure, word: Any, other: Np) -> Prop | None:
    right = instead(figure, other.of)
    return Compare(figure, word.sem, right) if right is not None else None


@rule()
def trend(figure: Figure, word: Any) -> Prop:
    if word.sem == "either":
        return Either(Trend(figure, ">"))
    return Trend(figure, word.sem)


@rule()
def open_choice(_: Any, sup: Super) -> Choice:
    return Choice(sup)


@rule(0.3)
def plain_choice(sup: Super) -> Choice:
    """ "more Labour seats, Bolton or Bury": no word asks."""
    return Choice(sup)


@rule()
def open_choice_there(_: Any, __: Any, sup: Super) -> Choice | None:
    """ "were there fewer Conservative councillors …"."""
    return Choice(sup)


@rule()
def choice_there(choice: Choice, np: Any) -> Ask | None:
    """ "… in Bolton or in Bury"."""
    return _choice(choice.sup, np.of) if isinstance(np, Np) and np.det == "or" else None


@rule()
def choice_first(np: Any, choice: Choice) -> Ask | None:
    """ "Labour or Plaid: who won more seats"."""
    fits = isinstance(np, Np) and np.det == "or" and np.prep in ("", "in", "at")
    return _choice(choice.sup, np.of) if fits else None


@rule()
def comparative_after(figure: Figure, word: Any) -> Super:
    return comparative(word, figure)


@rule()
def comparative_was(figure: Figure, _: Any, word: Any) -> Super:
    return comparative(word, figure)


@rule()
def comparative_in(word: Any, prep: Any, figure: Figure) -> Super | None:
    return comparative(word, figure) if prep.sem in ("in", "on", "for") else None


@rule()
def comparative_adjective(word: Any) -> Super:
    """ "closer": the smaller majority."""
    order, measure = word.sem.split(" ", 1)
    return Super(Measure(measure), order)


@rule()
def either_place(left: Any, _: Any, right: Any) -> Np | None:
    """ "in Bolton or in Bury"."""
    if not (isinstance(left, Np) and isinstance(right, Np)) or left.prep != right.prep or left.prep in ("", "by"):
        return None
    if left.of.kind != right.of.kind or left.of == right.of or right.det == "or":
        return None
    return Np(Several(left.of.kind, (left.of, right.of)), det="or", prep=left.prep)


@rule()
def open_choice_of(asked: Asked, sup: Super) -> Choice | None:
    return Choice(sup) if asked.how == "which" else None


@rule()
def open_choice_one(_: Any, __: Any, sup: Super) -> Choice:
    return Choice(sup)


@rule()
def restricted_choice(choice: Choice, np: Any) -> Choice | None:
    made = restrict(choice.sup, np)
    return Choice(made) if made is not None else None


@rule()
def choice_of(choice: Choice, np: Np) -> Ask | None:
    return _choice(choice.sup, np.of)


@rule()
def of_those_named(_: Any, prep: Any, np: Np) -> Np | None:
    """ "Which of Wigan, Bolton and Salford"."""
    return np if prep.sem == "of" and isinstance(np.of, Several) and not np.prep else None


@rule()
def choice_among(np: Np, sup: Super) -> Ask | None:
    return _choice(sup, np.of)


@rule()
def choice_among_before(np: Np, _: Any, sup: Super) -> Ask | None:
    """ "Wigan, Bolton and Salford: which had the highest turnout"."""
    return _choice(sup, np.of) if not np.prep else None


@rule()
def choice_between(np: Np, choice: Choice) -> Ask | None:
    return _choice(choice.sup, np.of)


def _choice(sup: Super, of: Set) -> Ask | None:
    """Which of those named has more."""
    if not isinstance(of, Several):
        return None
    by = fill(sup.figure, It(of.kind))
    if by is None:
        return _choice_within(sup, of)
    return Listing(Ranked(of.kind, of, by, "most" if sup.order == "most" else "least", 1, 1))


def _choice_within(sup: Super, of: Several) -> Ask | None:
    """ "Closer in Leeds, Ardsley or Kippax": the place of the figure is that of the wards."""
    figure = sup.figure
    if not isinstance(figure, Measure) or of.kind != "ward" or not isinstance(figure.place, Named):
        return None
    if figure.place.kind not in ("council", "area"):
        return None
    wards = fill(of, figure.place) or of
    return _choice(replace(sup, figure=replace(figure, place=None)), wards)


@rule()
def did_better(verb: Any, word: Any) -> Super | None:
    """ "Did better", "polled more": in votes."""
    if verb.sem not in ("do", "get"):
        return None
    return comparative(word, Measure("share of the vote" if verb.sem == "do" else "votes"))


@rule()
def was_it(_: Any, np: Np, __: Any) -> Np | None:
    """ "Was it Labour or the Greens that …"."""
    return np if np.det == "or" and not np.prep else None


@rule()
def was_it_which(np: Np, sup: Super) -> Ask | None:
    return _choice(sup, np.of)


@rule()
def choice(_: Any, np: Np, sup: Super) -> Ask | None:
    return _choice(sup, np.of) if np.det == "or" else None


@rule()
def choice_plain(np: Np, sup: Super) -> Ask | None:
    return _choice(sup, np.of) if np.det == "or" else None


@rule()
def versus_party(word: Any, np: Np, other: Np) -> Versus | None:
    """ "More Greens than Tories", "more Greens than Leeds": their seats."""
    if np.of.kind != "party" or np.prep or not (isinstance(np.of, Named) and isinstance(other.of, Named)):
        return None
    return Versus(Measure("seats", party=np.of), word.sem, other.of)


@rule()
def versus_first(word: Any, np: Np, other: Versus) -> Versus | None:
    """ "More Labour than Green seats"."""
    left = fill(other.figure, np.of) if np.of.kind == "party" and not np.prep else None
    return Versus(left, word.sem, other.other) if left is not None else None


@rule()
def than_party(_: Any, np: Np, figure: Figure) -> Versus | None:
    return Versus(figure, "=", np.of) if np.of.kind == "party" and isinstance(np.of, Named) else None


@rule()
def there_versus(_: Any, versus: Versus) -> Prop | None:
    """ "There were more Labour than Green seats"."""
    right = instead(versus.figure, versus.other)
    return _compared(versus.figure, versus, right) if right is not None else None


@rule()
def with_versus(of: Set, _: Any, versus: Versus) -> Set | None:
    """ "Councils with more Greens than Labour"."""
    figure = fill(versus.figure, It(of.kind))
    right = instead(figure, versus.other) if figure is not None else None
    if figure is None or right is None:
        return None
    return add(of, Compare(figure, versus.op, right))


@rule()
def higher_figure(figure: Figure, word: Any) -> Versus:
    return Versus(figure, word.sem, Newest())


@rule()
def higher_was(figure: Figure, _: Any, word: Any) -> Versus:
    return higher_figure(figure, word)


@rule()
def either_higher(part: Versus, _: Any, __: Any) -> Versus:
    return replace(part, either=True)


@rule()
def higher_than(part: Versus, other: Any) -> Prop | None:
    if not isinstance(other, Np):
        return None
    right = fill(part.figure, other.of) if other.of.kind == "year" else None
    right = right or instead(part.figure, other.of)
    return _compared(part.figure, part, right) if right is not None else None


@rule()
def up_on(figure: Figure, word: Any, other: Np) -> Prop | None:
    right = fill(figure, other.of) if other.of.kind == "year" else None
    return Compare(figure, word.sem, right) if right is not None else None


@rule()
def more_in_situ(prop: Prop, asked: Asked, other: Np) -> Ask | None:
    return ask_more(asked, prop, other)


@rule()
def separated(asked: Asked, _: Any, np: Np) -> Ask | None:
    """ "How many votes separated Labour and the Greens"."""
    figure, of = asked.of, np.of
    if not isinstance(figure, Measure):
        return None
    members = of.members if isinstance(of, Several) else _first_two(of)
    sides = [side for m in members if (side := fill(figure, m)) is not None]
    return Value(Difference(sides[0], sides[1])) if len(sides) == len(members) == 2 else None


def _first_two(of: Set) -> tuple[Set, ...]:
    """The first and the second of a ranking of two."""
    if not isinstance(of, Ranked) or (of.first, of.last) != (1, 2):
        return ()
    return (replace(of, last=1), replace(of, first=2))


@rule()
def how_many_more_of(_: Any, word: Any, of: Set) -> Asked | None:
    return Asked(of, "how many more" if word.sem == ">" else "how many fewer") if of.kind != "person" else None


@rule()
def times_of(word: Any, figure: Figure) -> tuple[float, Figure]:
    return (float(word.sem), figure)


@rule()
def times_as_many(part: tuple[float, Figure], _: Any, np: Np) -> Versus | None:
    """ "Twice as many votes as the Greens"."""
    return Versus(part[1], ">=", np.of, times=part[0]) if isinstance(np.of, Named) else None


@rule()
def doing_better(prop: Prop, word: Any, other: Np) -> Prop | None:
    """ "Did better than Labour": in its share of the vote."""
    if not isinstance(prop, Claim) or prop.name != "do" or not isinstance(other.of, Named):
        return None
    mine = Measure("share of the vote", prop.place, prop.party, prop.person, prop.time)
    right = fill(mine, other.of) or instead(mine, other.of)
    return Compare(mine, word.sem, right) if right is not None else None


@rule()
def needed_more(asked: Asked, prop: Prop) -> Ask | None:
    figure = (
        measured(prop, asked.of)
        if isinstance(prop, Claim) and prop.name == "need" and isinstance(asked.of, Figure)
        else None
    )
    return Value(figure) if figure is not None else None


@rule()
def figure_comparison(figure: Figure, _: Any, other: Np) -> Ask | None:
    """ "Turnout in Reading compared with Oxford": of each."""
    theirs = instead(figure, other.of)
    if theirs is None or not isinstance(figure, Measure) or not isinstance(theirs, Measure):
        return None
    for slot in ("place", "party", "time"):
        mine, its = getattr(figure, slot), getattr(theirs, slot)
        if mine != its:
            each = put(figure, slot, It(mine.kind))
            return Listing(Several(mine.kind, (mine, its)), (each,))
    return None


@rule()
def story_comparison(prop: Prop, _: Any, other: Np) -> Ask | None:
    if not isinstance(prop, Claim) or prop.name != "do" or prop.party is None or other.of.kind != "party":
        return None
    both = Several("party", (prop.party, other.of))
    made = [Measure(m, prop.place, It("party"), time=prop.time) for m in ("seats won", "votes", "share of the vote")]
    return Listing(both, tuple(made))


@rule()
def asked_comparison(_: Any, __: Any, ask: Ask) -> Ask:
    return ask


@rule()
def compare_figure(_: Any, figure: Figure) -> Ask | None:
    """ "Compare Labour and Conservative votes": of each."""
    if not isinstance(figure, Measure):
        return None
    for slot in ("party", "place", "time"):
        value = getattr(figure, slot)
        if isinstance(value, Several):
            return Listing(value, (replace(figure, **{slot: It(value.kind)}),))  # type: ignore[arg-type]
    return None


@rule()
def versus_names(left: Np, _: Any, right: Np) -> Np | None:
    if left.of.kind != right.of.kind or left.prep or right.prep or left.of == right.of:
        return None
    return Np(Several(left.of.kind, (left.of, right.of)), det="versus")


@rule()
def each_of_them(np: Np, figure: Figure) -> Ask | None:
    if np.det != "versus":
        return None
    each = fill(figure, It(np.of.kind))
    return Listing(np.of, (each,)) if each is not None else None


@rule()
def respectively(ask: Any, _: Any) -> Ask | None:
    return compare_figure(_, ask.of) if isinstance(ask, Value) else None


@rule()
def ask_more_than(asked: Asked, other: Np, prop: Prop) -> Ask | None:
    """ "How many more seats than the Lib Dems did Labour win"."""
    return ask_more(asked, prop, other)


@rule()
def separated_pair(_: Any, np: Np) -> Set | None:
    return np.of if isinstance(np.of, Several) and np.det == "and" and not np.prep else None


@rule()
def separated_in(of: Set, prep: Any, figure: Figure) -> Ask | None:
    """ "(What) separated Labour and the Tories in seats"."""
    return separated(Asked(figure, "how much"), None, Np(of)) if prep.sem in ("in", "on", "by") else None


@rule()
def those_that(_: Any, prop: Prop) -> list[Np]:
    kinds: tuple[Kind, ...] = ("ward", "council")
    made = [(kind, fill(prop, It(kind))) for kind in kinds]
    return [Np(Those(kind, inner)) for kind, inner in made if inner is not None]
