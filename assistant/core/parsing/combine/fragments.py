"""Follow-ups: what stands for something told before, and fragments that are operations on it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning.nodes import Claim, Figure, Named, Newest, Prop, Select, Set, Several
from assistant.core.model.deeds import DEEDS
from assistant.core.parsing.combine.parts import THERE, is_default
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.drafts import KINDS, Bound, Event, Np, Super
from assistant.core.parsing.fill import fill
from assistant.core.parsing.operations import (
    Against,
    Beside,
    By,
    Combined,
    Counted,
    Each,
    Extreme,
    Headless,
    Hole,
    Judged,
    Mean,
    Measured,
    Narrowed,
    Nth,
    Only,
    Operation,
    Ordered,
    Owned,
    Plain,
    Step,
    Swap,
    Those,
    Values,
    Without,
)

# --- What stands for something told before ----------------------------------------------------------------------------


@rule()
def antecedent(np: Np) -> Np:
    """They, it, there, then: what was told or named before."""
    return np


@rule()
def restricted_by_their(np: Np, part: Any) -> Any:
    """Their turnout: a figure of what was told before."""
    if isinstance(part, Super):
        figure = fill(part.figure, np.of)
        return replace(part, figure=figure) if figure is not None else None
    return fill(part, np.of)


@rule()
def their_kind(_: Any, noun: Any) -> Operation | None:
    """ "Their parties"."""
    kind = KINDS.get(noun.sem)
    return Owned(kind) if kind else None


@rule()
def asked_theirs(*parts: Any) -> Operation:
    """What are their parties; just their parties."""
    made: Operation = parts[-1]
    return made


@rule()
def who_each(_: Any, verb: Any, np: Np) -> Operation | None:
    """Who won them: of each of a list, who did it."""
    return Each(Claim(verb.sem)) if np.plural and verb.sem in DEEDS else None


# --- Swaps ------------------------------------------------------------------------------------------------------------


@rule()
def swap(part: Any) -> Values | None:
    """Bury; in 2018; for Labour: a thing for one of its kind."""
    if isinstance(part, Event):
        return Values(part.parts)
    if part.number is not None or part.det not in ("", "the", "and") or part.prep == "by":
        return None
    return Values((part.of,)) if _is_said(part.of) else None


def _is_said(of: Set) -> bool:
    """Whether a set is named: what is described is no thing to put in another's place."""
    return not isinstance(of, Select) and (not isinstance(of, Several) or all(map(_is_said, of.members)))


@rule(0.05)
def swap_more(values: Values, part: Any) -> Values | None:
    """Labour in Bury: two things, each for one of its kind."""
    more: Values | None = swap(part)
    kinds = {v.kind for v in values.values}
    return Values(values.values + more.values) if more and not kinds & {v.kind for v in more.values} else None


@rule()
def swap_not(values: Values, _: Any, np: Np) -> Values | None:
    """Bury, not Burnley: what is to give way."""
    return replace(values, old=(np.of,)) if np.of.kind in {v.kind for v in values.values} else None


@rule()
def swap_newest(*_: Any) -> Values:
    """After the last election."""
    return Values((Newest(),))


@rule()
def whole_swap(values: Values) -> Operation:
    """What is swapped in is all that is said."""
    return Swap(values.values, values.old)


# --- Figures ----------------------------------------------------------------------------------------------------------


@rule(0.1)
def measure_instead(figure: Figure) -> Operation:
    """And turnout: another figure of the same."""
    return Measured(figure)


@rule(0.1)
def measure_asked(_: Any, __: Any, figure: Figure) -> Operation:
    """What was the turnout: another figure of the same."""
    return Measured(figure)


@rule()
def measure_too(_: Any, figure: Figure) -> Operation:
    """Also show the turnout: another figure beside it."""
    return Measured(figure, added=True)


@rule()
def mean_of(word: Any, figure: Figure) -> Operation:
    """The average turnout: over the same."""
    return Mean(word.sem, figure)


@rule()
def total_of(word: Any, figure: Figure) -> Operation:
    """The total votes: the figure in all."""
    return Measured(figure, whole=True)


@rule()
def over_last(word: Any, *_: Any) -> Operation:
    """What is the total, the gap: of what was told last."""
    return Combined(word.sem)


@rule()
def compared(_: Any, np: Np) -> Operation:
    """How does that compare with 2022."""
    return Against(np.of)


@rule()
def part_of_whole(word: Any) -> Operation:
    """As a percentage."""
    return Plain(word.sem)


# --- The last set -----------------------------------------------------------------------------------------------------


@rule()
def headless(*words: Any) -> Headless:
    """How many, which, only: of those that were told last."""
    counting = getattr(words[0], "category", "") == "HOWMANY"
    return Headless("how many" if counting else "which")


@rule()
def headless_of(_: Any, head: Headless) -> Headless:
    """Of those, which."""
    return head


@rule()
def headless_after(head: Headless, _: Any) -> Headless:
    """Which of those."""
    return head


@rule(0.1)
def ask_those(head: Headless) -> Operation | None:
    """How many: of those that were told last."""
    return Those(head.how) if head.how == "how many" else None


@rule()
def ask_those_there(head: Headless, *_: Any) -> Operation | None:
    """How many are there."""
    return Those(head.how) if head.how == "how many" else None


@rule()
def ask_those_bound(head: Headless, _: Any, bound: Bound) -> Operation:
    """How many were under 30%."""
    return Those(head.how, bound)


@rule()
def ask_those_plain(head: Headless, bound: Bound) -> Operation:
    """Only those over 1,000."""
    return Those(head.how, bound)


@rule()
def ask_those_that(head: Headless, prop: Prop) -> Operation:
    """Which did Labour win."""
    return Those(head.how, prop)


@rule()
def ask_those_most(head: Headless, sup: Super) -> Operation | None:
    """Which has the most votes."""
    return Those("which", sup) if head.how == "which" else None


@rule()
def most_one(sup: Super, *_: Any) -> Operation:
    """The closest one."""
    return Those("which", sup)


@rule()
def most_so(word: Any, number: Any = None) -> Extreme | None:
    """The highest; the top 3."""
    return Extreme(word.sem, int(number.value) if number is not None else 1, number is not None and word.sem == "most")


@rule()
def super_those(*parts: Any) -> Operation:
    """Which had the highest."""
    made: Operation = parts[-1]
    return made


@rule()
def super_one(most: Extreme, _: Any) -> Operation:
    """The largest one."""
    return most


@rule()
def more_of_them(*words: Any) -> Operation:
    """Which was higher."""
    return Extreme("most" if words[-1].sem == ">" else "least")


@rule(0.1)
def super_alone(most: Extreme) -> Operation:
    """Lowest."""
    return most


@rule(0.1)
def restrict_by(prop: Prop) -> Operation:
    """That were won by the Greens, without a relative pronoun."""
    return Narrowed(prop)


@rule(0.6)
def restrict_by_relative(prop: Prop) -> Operation:
    """That were won by the Greens."""
    return Narrowed(prop)


@rule(0.1)
def restrict_by_bound(bound: Bound) -> Operation | None:
    """Under 30%."""
    return Narrowed(bound) if bound.op != "=" else None


@rule()
def restrict_with(_: Any, prop: Prop) -> Operation:
    """With more than 5 seats."""
    return Narrowed(prop)


@rule()
def restrict_to(_: Any, np: Np, *__: Any) -> Operation | None:
    """Only Labour; just the Labour ones."""
    is_described = isinstance(np.of, Select) and not all(map(is_default, np.of.where))
    return Only(np.of) if is_described or isinstance(np.of, Named | Several) else None


@rule()
def restrict_to_ones(np: Np, _: Any) -> Operation | None:
    """The Labour ones."""
    return Only(np.of) if isinstance(np.of, Named | Several) else None


@rule()
def exclude(_: Any, np: Np) -> Operation | None:
    """Without Labour."""
    return Without(np.of) if isinstance(np.of, Named | Several) else None


@rule()
def sort_by(_: Any, figure: Figure) -> Operation:
    """Sort by votes."""
    return Ordered(figure)


@rule()
def reversed(word: Any) -> Operation:
    """The other way round."""
    return Ordered(None, word.sem)


@rule()
def break_by(_: Any, of: Set) -> Operation:
    """By ward."""
    return By(of)


@rule()
def nth(*words: Any) -> Operation | None:
    """The first, the second, the last."""
    place = getattr(words[-1], "value", None)
    if place is None:
        place = {"first": 1, "last": -1}.get(words[-1].sem)
    return Nth(int(place)) if place else None


@rule(0.1)
def kind_of_them(of: Set) -> Operation | None:
    """The parties: those of what was told."""
    return _owned(of)


def _owned(of: Set) -> Operation | None:
    """What is asked for by its kind alone."""
    is_plain = isinstance(of, Select) and of.within is None and of.where == (THERE[of.kind](),)
    return Owned(of.kind) if is_plain else None


@rule()
def kind_asked(_: Any, of: Set) -> Operation | None:
    """Which parties."""
    return _owned(of)


@rule()
def kind_asked_were(_: Any, of: Set, __: Any) -> Operation | None:
    """Which parties were they."""
    return _owned(of)


# --- Time and the other holes -----------------------------------------------------------------------------------------


@rule()
def step(word: Any) -> Operation:
    """And before that; the next election."""
    return Step(word.sem.endswith("after"), 1 if word.sem.startswith("year") else None)


@rule()
def years_on(number: Any, word: Any) -> Operation:
    """Two years later."""
    return Step(word.sem == "later", int(number.value))


@rule()
def other_hole(word: Any) -> Operation:
    """Who lost; when was that; by how much."""
    return Hole(word.sem)


@rule()
def others(*_: Any) -> Operation:
    """The other one; who were the other candidates."""
    return Plain("other")


@rule()
def how_many_others(*_: Any) -> Operation:
    """How many others are there."""
    return Plain("how many others")


@rule()
def amount_told(*_: Any) -> Operation:
    """How many is that; what was it."""
    return Plain("amount")


@rule()
def figured(_: Any, figure: Figure) -> Figure:
    """How many votes: of what is still to be said."""
    return figure


@rule()
def measure_of_that(figure: Figure, _: Any) -> Operation:
    """How many votes was that."""
    return Counted(figure)


@rule()
def same_others(others_asked: Operation, *_: Any) -> Operation:
    """How many others are there."""
    return others_asked


@rule()
def hole_of_them(word: Any, *_: Any) -> Operation | None:
    """How long have they; since when is that."""
    return Hole(word.sem) if word.sem == "since" else None


@rule()
def tell_those(*_: Any) -> Operation:
    """List them; who were they: of those that were counted."""
    return Plain("members")


@rule()
def is_that(_: Any, *words: Any) -> Operation:
    """Is that a majority."""
    return Judged(words[-1])


@rule()
def is_that_more(_: Any, more: Any, other: Np) -> Operation:
    """Was that higher than in 2024."""
    return Beside(more.sem, other.of)


@rule()
def both_of_last(_: Any) -> Operation:
    """Both: the last two at once."""
    return Plain("both")


@rule()
def led(_: Any, part: Any) -> Any:
    """And, what about, sorry: what leads a fragment in says nothing more."""
    return part


@rule()
def trailing(part: Any, _: Any) -> Any:
    """Too, instead: what trails a fragment says nothing more."""
    return part
