"""The other side of what was told last: who lost, who came second, from whom, by how much; and figures of two turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant.core.dialogue.judged import portion
from assistant.core.dialogue.swaps import swapped
from assistant.core.dialogue.times import when
from assistant.core.dialogue.turns import Turn
from assistant.core.meaning.nodes import (
    Both,
    Claim,
    Count,
    Difference,
    Figure,
    It,
    Kind,
    Listing,
    Measure,
    Named,
    Over,
    Select,
    Set,
    Several,
    Value,
)
from assistant.core.parsing.drafts import Who


def hole(turn: Turn, which: str) -> Iterator[Any]:
    """The last claim with another hole open."""
    if which == "when":
        yield from when(turn)
    elif turn.claim is not None:
        yield from _HOLES[which](turn.claim)


def _doer(claim: Claim, name: str, number: int = 0) -> Iterator[Any]:
    """Who else did something at the same poll: persons in a ward, parties elsewhere."""
    kinds: tuple[Kind, Kind] = ("person", "party")
    for kind in kinds:
        bare = replace(claim, name=name, party=None, person=None, rival=None, number=number)
        yield Who(Select(kind, None, (replace(bare, **{kind: It(kind)}),)))  # type: ignore[arg-type]


def _from(claim: Claim) -> Iterator[Any]:
    if claim.party is not None and not isinstance(claim.party, It):
        yield Listing(Select("party", None, (replace(claim, name="gain", rival=It("party")),)))
        lost = replace(claim, name="lose", party=It("party"), rival=None)
        yield Listing(Select("party", None, (lost,)))
        if isinstance(claim.time, Named):
            before = replace(lost, name="control", time=Named("year", (str(int(claim.time.ids[0]) - 1),)))
            yield Listing(Select("party", None, (before,)))


def _margin(claim: Claim) -> Iterator[Any]:
    party = claim.party if claim.name != "lose" and not isinstance(claim.party, It) else None
    person = claim.person if not isinstance(claim.person, It) else None
    yield Value(Measure("majority", claim.place, party, person, claim.time))


_HOLES: Mapping[str, Callable[[Claim], Iterator[Any]]] = {
    "lost": lambda claim: _doer(claim, "be beaten"),
    "second": lambda claim: _doer(claim, "come", 2),
    "third": lambda claim: _doer(claim, "come", 3),
    "from": _from,
    "margin": _margin,
}


# --- Figures of what was told last ------------------------------------------------------------------------------------


def combined(turns: Sequence[Turn], how: Any) -> Iterator[Any]:
    """The sum, the mean or the difference of the figures that were told last."""
    of, figure = turns[-1].things, turns[-1].figure
    if isinstance(of, Several) and how == "difference":
        yield from _between(turns[-1], of)
    elif of is not None and figure is not None and how != "difference" and not isinstance(of, Several):
        yield from _over(how, figure, of)
    elif len(turns) > 1:
        yield from _two(turns[-2].fixed, turns[-1].fixed, how)


def _over(how: Any, figure: Figure, of: Set) -> Iterator[Any]:
    from assistant.core.meaning.walk import free
    from assistant.core.parsing.fill import fill

    each = figure if of.kind in free(figure) else fill(figure, It(of.kind))
    if each is not None:
        yield Value(Over(how, each, of))


def _between(turn: Turn, of: Several) -> Iterator[Any]:
    """The difference between the two that a figure was asked of."""
    if len(of.members) == 2 and isinstance(turn.fixed, Value):
        sides = [next(swapped(turn.fixed, member, of)).of for member in of.members]
        yield Value(Difference(*sides))


def _two(first: Any, second: Any, how: str) -> Iterator[Any]:
    """Two figures that were asked one after the other."""
    if not (isinstance(first, Value) and isinstance(second, Value)):
        return
    if how == "difference":
        yield Value(Difference(second.of, first.of))
        return
    together = _together(first.of, second.of)
    if together is not None and how == "sum":
        yield Value(together)


def _together(one: Figure, other: Figure) -> Figure | None:
    """A figure of two things at once, where two figures differ in nothing else."""
    if not (isinstance(one, Measure) and isinstance(other, Measure)):
        return None
    for slot in ("place", "party", "time"):
        mine, theirs = getattr(one, slot), getattr(other, slot)
        if mine and theirs and mine != theirs and replace(one, **{slot: theirs}) == other:
            return replace(one, **{slot: Several(mine.kind, (mine, theirs))})  # type: ignore[arg-type]
    return None


def against(turn: Turn, other: Set) -> Iterator[Any]:
    """The last figure beside that of another, and the difference."""
    for made in swapped(turn.fixed, other):
        if isinstance(made, Value) and isinstance(turn.fixed, Value):
            yield Both(Value(Difference(turn.fixed.of, made.of)), Both(turn.fixed, made))


def percent(turn: Turn) -> Iterator[Any]:
    """The last figure as a share of its whole."""
    figure = turn.figure
    if isinstance(turn.fixed, Value) and isinstance(turn.fixed.of, Count):
        yield from portion(turn, turn.fixed.of.of)
    elif isinstance(turn.fixed, Listing) and isinstance(figure, Measure) and figure in turn.fixed.columns:
        shares = [replace(figure, name=_SHARES[figure.name])] if figure.name in _SHARES else []
        yield from (replace(turn.fixed, columns=(share,)) for share in shares)
    elif isinstance(figure, Measure) and isinstance(turn.said, Value) and figure.name in _SHARES:
        yield Value(replace(figure, name=_SHARES[figure.name]))


_SHARES: Mapping[str, str] = {
    "votes": "share of the vote",
    "seats": "share of seats",
    "seats held": "share of seats",
    "seats won": "share of seats won",
}
"""The share that a figure is a part of its whole by."""


def both(turns: Sequence[Turn]) -> Iterator[Any]:
    """The last two asks at once."""
    if len(turns) > 1:
        yield Both(turns[-2].fixed, turns[-1].fixed)
