"""Numbers that bound a figure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning import nodes as n
from assistant.core.meaning.nodes import And, Compare, Figure, It, Measure, Number, Prop, Select
from assistant.core.parsing.combine.parts import THERE
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.drafts import Amount, Bound, Either, Norm, Whole


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
    return Bound(word.sem, other.right, either=True)


@rule()
def bound_by_figure(word: Any, figure: Figure) -> Bound:
    return Bound(word.sem, figure)


_PER_CENT = {"majority": "majority in per cent", "votes": "share of the vote", "seats": "share"}


@rule()
def amount(bound: Bound, figure: Figure) -> Amount | None:
    """A figure with its bound; so many per cent of a figure is its share."""
    right = bound.right
    if isinstance(right, Norm):
        norm = _norm(right, figure)
        return Amount(figure, bound.op, norm) if norm is not None else None
    if isinstance(right, Number) and right.unit == "%" and isinstance(figure, Measure) and figure.name in _PER_CENT:
        figure = replace(figure, name=_PER_CENT[figure.name])
    return Amount(figure, bound.op, right, bound.upper, bound.either)


def _norm(norm: Norm, figure: Figure) -> Figure | None:
    """The same figure of the council as a whole, or the mean of all of its kind."""
    if not isinstance(figure, Measure) or figure.place is not None:
        return None
    if norm.of == "council":
        return replace(figure, place=n.Of("council", It("ward")))
    return n.Over("mean", replace(figure, place=It("ward")), Select("ward", None, (THERE["ward"](),)))


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
    if (
        prep.sem != "of"
        or not isinstance(figure, Measure)
        or figure.name != "majority"
        or not isinstance(units.figure, Measure)
    ):
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
def the_amount(det: Any, part: Amount) -> Amount | None:
    """ "All 72 seats", "the 5 seats": as many, and all of them."""
    if det.sem in ("the", "a"):
        return part
    return replace(part, whole=part.right) if det.sem == "every" and part.op == "=" else None


def held_against(figure: Figure, amount: Amount) -> Prop:
    """A figure against what bounds it, from both sides where there are two."""
    if amount.upper is None:
        against = Compare(figure, amount.op, amount.right)
        return Either(against) if amount.either else against
    return And((Compare(figure, ">=", amount.right), Compare(figure, "<=", amount.upper)))


@rule()
def two_numbers(first: Figure, _: Any, second: Figure) -> tuple[Figure, Figure] | None:
    if not (isinstance(first, Number) and isinstance(second, Number)):
        return None
    return (replace(first, unit=first.unit or second.unit), second)


@rule()
def bound_between(_: Any, numbers: tuple[Number, Number]) -> Bound | None:
    low, high = sorted(numbers, key=lambda number: number.value)
    return Bound(">=", low, high)


@rule()
def amount_of_whole(bound: Bound, prep: Any, figure: Figure) -> Amount | None:
    """ "More than half of the vote"."""
    if prep.sem != "of" or not isinstance(bound.right, Number) or bound.right.unit != "%":
        return None
    return amount(bound, figure)


@rule()
def amounts(first: Amount, _: Any, second: Amount) -> tuple[Amount, Amount]:
    return (first, second)


@rule()
def some_and_amount(first: Figure, _: Any, second: Amount) -> tuple[Amount, Amount]:
    """ "Votes but no seats"."""
    return (Amount(first, ">=", Number(1)), second)


@rule()
def both_such(_: Any, part: Any) -> Any:
    return part
