"""Figures held against each other."""

from __future__ import annotations

from typing import Any

from assistant.core.meaning.nodes import (
    Ask,
    Compare,
    Count,
    Difference,
    Figure,
    It,
    Listing,
    Named,
    Prop,
    Ranked,
    Set,
    Several,
    Value,
)
from assistant.core.parsing.combine.parts import add, instead, measured, restrict
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.drafts import Asked, Choice, Np, Super, Trend, Versus
from assistant.core.parsing.fill import fill


@rule()
def comparative(word: Any, figure: Figure) -> Super:
    return Super(figure, "most" if word.sem == ">" else "least")


@rule()
def than(_: Any, np: Np) -> Np:
    return np


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
    figure = measured(prop, asked.of) if isinstance(asked.of, Figure) else None
    if figure is None or (not asked.how.startswith("how many m") and not asked.how.startswith("how many f")):
        return None
    right = instead(figure, other.of)
    if right is None:
        return None
    return Value(Difference(figure, right) if asked.how == "how many more" else Difference(right, figure))


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
def more_than(figure: Figure, word: Any, other: Np) -> Prop | None:
    right = instead(figure, other.of)
    return Compare(figure, word.sem, right) if right is not None else None


@rule()
def trend(figure: Figure, word: Any) -> Prop:
    return Trend(figure, word.sem)


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
    made = restrict(choice.sup, np)
    return Choice(made) if made is not None else None


@rule()
def choice_of(choice: Choice, np: Np) -> Ask | None:
    return _choice(choice.sup, np.of)


@rule()
def choice_between(np: Np, choice: Choice) -> Ask | None:
    return _choice(choice.sup, np.of)


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
