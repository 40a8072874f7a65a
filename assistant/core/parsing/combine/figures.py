"""Figures."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning.nodes import Claim, Count, Difference, Figure, Measure, Prop, Select, Set
from assistant.core.parsing.combine.parts import instead, measured, restrict
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.drafts import Mean, Np
from assistant.core.parsing.fill import fill


@rule()
def measure(word: Any) -> Figure:
    return Measure(word.sem)


@rule(0.5)
def members(party: Set) -> Figure:
    """A party's people in the plural: "how many Greens", "the most Tories" are the seats that they have."""
    return Measure("seats", party=party)


@rule()
def with_article(det: Any, part: Any) -> Any:
    return part if det.sem in ("the", "a", "that") else None


@rule()
def restricted(part: Any, np: Np) -> Any:
    return restrict(part, np)


@rule(0.2)
def restricted_before(np: Np, part: Any) -> Any:
    return restrict(part, np)


@rule()
def restricted_by_owner(np: Np, _: Any, part: Any) -> Any:
    return restrict(part, np)


@rule()
def average(word: Any, figure: Figure) -> Figure:
    return Mean(word.sem, figure)


@rule()
def in_all(_: Any, figure: Figure) -> list[Figure]:
    """Of several together; over several years the sum of theirs."""
    return [figure, Mean("sum", figure)] if isinstance(figure, Measure) else [figure]


@rule()
def in_all_after(figure: Figure, word: Any) -> list[Figure]:
    return in_all(word, figure)


@rule()
def in_all_of(word: Any, _: Any, figure: Figure) -> list[Figure]:
    return in_all(word, figure)


@rule(0.3)
def party_after(figure: Figure, party: Set) -> Figure | None:
    made: Figure | None = fill(figure, party)
    return made


@rule()
def done(figure: Figure, prop: Prop) -> Figure | None:
    """ "seats won by Labour", "votes received"."""
    return measured(prop, figure)


@rule()
def done_that(figure: Figure, _: Any, prop: Prop) -> Figure | None:
    return measured(prop, figure)


@rule()
def count(_: Any, of: Set) -> Figure | None:
    """How many there are; councillors, and a party's people, are counted as the seats that they have."""
    belong = isinstance(of, Select) and any(
        isinstance(p, Claim) and p.name in ("represent", "belong") for p in of.where
    )
    return Count(of) if not belong else None


@rule()
def first_preferences(_: Any, figure: Figure) -> Figure | None:
    if not isinstance(figure, Measure) or figure.name not in ("votes", "share", "share of the vote"):
        return None
    return replace(figure, basis="first preferences") if figure.name == "votes" else figure


@rule()
def of_first_preferences(figure: Figure, prep: Any, _: Any) -> Figure | None:
    return first_preferences(_, figure) if prep.sem == "of" else None


@rule()
def figure_of_it(figure: Figure, word: Any, _: Any) -> Figure | None:
    return figure if word.sem == "be" else None


@rule()
def minus(left: Figure, _: Any, right: Figure) -> Figure:
    return Difference(left, right)


@rule()
def minus_other(left: Figure, _: Any, np: Np) -> Figure | None:
    right = instead(left, np.of)
    return Difference(left, right) if right is not None else None


_OF_FIGURES = {
    ("net change", "seats"): "net change",
    ("majority", "votes"): "majority",
    ("share", "votes"): "share of the vote",
    ("share", "seats"): "share of seats",
    ("share", "seats up"): "share of seats won",
    ("share", "seats won"): "share of seats won",
}
"""A figure of a figure: "net change in seats", "the share of the seats up"."""


@rule()
def of_figure(figure: Figure, prep: Any, of: Figure) -> Figure | None:
    if not isinstance(figure, Measure) or not isinstance(of, Measure) or prep.sem not in ("of", "in"):
        return None
    name = _OF_FIGURES.get((figure.name, of.name))
    return replace(of, name=name) if name and figure == Measure(figure.name) else None
