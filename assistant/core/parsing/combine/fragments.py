"""Follow-ups: what stands for something told before, and fragments that are operations on it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning.nodes import Claim, Figure, Named, Newest, Prop, Select, Set, Several
from assistant.core.model.deeds import DEEDS
from assistant.core.parsing.combine.parts import THERE
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.drafts import KINDS, Bound, Event, Np, Super
from assistant.core.parsing.fill import fill
from assistant.core.parsing.operations import (
    Against,
    By,
    Combined,
    Each,
    Extreme,
    Headless,
    Hole,
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
    return np


@rule()
def restricted_by_their(np: Np, part: Any) -> Any:
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
    made: Operation = parts[-1]
    return made


@rule()
def who_each(_: Any, verb: Any, np: Np) -> Operation | None:
    return Each(Claim(verb.sem)) if np.plural and verb.sem in DEEDS else None


# --- Swaps ------------------------------------------------------------------------------------------------------------


@rule()
def swap(part: Any) -> Values | None:
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
    more = swap(part)
    kinds = {v.kind for v in values.values}
    return Values(values.values + more.values) if more and not kinds & {v.kind for v in more.values} else None


@rule()
def swap_not(values: Values, _: Any, np: Np) -> Values | None:
    return replace(values, old=(np.of,)) if np.of.kind in {v.kind for v in values.values} else None


@rule()
def swap_newest(*_: Any) -> Values:
    return Values((Newest(),))


@rule()
def whole_swap(values: Values) -> Operation:
    return Swap(values.values, values.old)


# --- Figures ----------------------------------------------------------------------------------------------------------


@rule(0.1)
def measure_instead(figure: Figure) -> Operation:
    return Measured(figure)


@rule(0.1)
def measure_asked(_: Any, __: Any, figure: Figure) -> Operation:
    return Measured(figure)


@rule()
def measure_too(_: Any, figure: Figure) -> Operation:
    return Measured(figure, added=True)


@rule()
def mean_of(word: Any, figure: Figure) -> Operation:
    return Mean(word.sem, figure)


@rule()
def total_of(word: Any, figure: Figure) -> Operation:
    return Measured(figure)


@rule()
def over_last(word: Any, *_: Any) -> Operation:
    return Combined(word.sem)


@rule()
def compared(_: Any, np: Np) -> Operation:
    return Against(np.of)


@rule()
def part_of_whole(word: Any) -> Operation:
    return Plain(word.sem)


# --- The last set -----------------------------------------------------------------------------------------------------


@rule()
def headless(*words: Any) -> Headless:
    counting = getattr(words[0], "category", "") == "HOWMANY"
    return Headless("how many" if counting else "which")


@rule()
def headless_of(_: Any, head: Headless) -> Headless:
    return head


@rule()
def headless_after(head: Headless, _: Any) -> Headless:
    return head


@rule(0.1)
def ask_those(head: Headless) -> Operation | None:
    return Those(head.how) if head.how == "how many" else None


@rule()
def ask_those_there(head: Headless, *_: Any) -> Operation | None:
    return ask_those(head)


@rule()
def ask_those_bound(head: Headless, _: Any, bound: Bound) -> Operation:
    return Those(head.how, bound)


@rule()
def ask_those_plain(head: Headless, bound: Bound) -> Operation:
    return Those(head.how, bound)


@rule()
def ask_those_that(head: Headless, prop: Prop) -> Operation:
    return Those(head.how, prop)


@rule()
def ask_those_most(head: Headless, sup: Super) -> Operation | None:
    return Those("which", sup) if head.how == "which" else None


@rule()
def most_one(sup: Super, *_: Any) -> Operation:
    return Those("which", sup)


@rule()
def most_so(word: Any, number: Any = None) -> Extreme | None:
    return Extreme(word.sem, int(number.value) if number is not None else 1)


@rule()
def super_those(*parts: Any) -> Operation:
    made: Operation = parts[-1]
    return made


@rule()
def super_one(most: Extreme, _: Any) -> Operation:
    return most


@rule()
def more_of_them(*words: Any) -> Operation:
    return Extreme("most" if words[-1].sem == ">" else "least")


@rule(0.1)
def super_alone(most: Extreme) -> Operation:
    return most


@rule(0.1)
def restrict_by(prop: Prop) -> Operation:
    return Narrowed(prop)


@rule(0.6)
def restrict_by_relative(prop: Prop) -> Operation:
    return Narrowed(prop)


@rule(0.1)
def restrict_by_bound(bound: Bound) -> Operation | None:
    return Narrowed(bound) if bound.op != "=" else None


@rule()
def restrict_with(_: Any, prop: Prop) -> Operation:
    return Narrowed(prop)


@rule()
def restrict_to(_: Any, np: Np, *__: Any) -> Operation | None:
    return Only(np.of) if isinstance(np.of, Named | Several) else None


@rule()
def restrict_to_ones(np: Np, word: Any) -> Operation | None:
    return restrict_to(word, np)


@rule()
def exclude(_: Any, np: Np) -> Operation | None:
    return Without(np.of) if isinstance(np.of, Named | Several) else None


@rule()
def sort_by(_: Any, figure: Figure) -> Operation:
    return Ordered(figure)


@rule()
def reversed(word: Any) -> Operation:
    return Ordered(None, word.sem)


@rule()
def break_by(_: Any, of: Set) -> Operation:
    return By(of)


@rule()
def nth(*words: Any) -> Operation | None:
    place = getattr(words[-1], "value", None)
    if place is None:
        place = {"first": 1, "last": -1}.get(words[-1].sem)
    return Nth(int(place)) if place else None


@rule(0.1)
def kind_of_them(of: Set) -> Operation | None:
    return Owned(of.kind) if isinstance(of, Select) and of.where == (THERE[of.kind](),) and of.within is None else None


@rule()
def kind_asked(_: Any, of: Set) -> Operation | None:
    return kind_of_them(of)


@rule()
def kind_asked_were(_: Any, of: Set, __: Any) -> Operation | None:
    return kind_of_them(of)


# --- Time and the other holes -----------------------------------------------------------------------------------------


@rule()
def step(word: Any) -> Operation:
    return Step(word.sem == "after")


@rule()
def years_on(number: Any, word: Any) -> Operation:
    return Step(word.sem == "later", int(number.value))


@rule()
def other_hole(word: Any) -> Operation:
    return Hole(word.sem)


@rule()
def others(word: Any) -> Operation:
    return Plain(word.sem)


@rule()
def both_of_last(_: Any) -> Operation:
    return Plain("both")


@rule()
def led(_: Any, part: Any) -> Any:
    return part


@rule()
def trailing(part: Any, _: Any) -> Any:
    return part
