"""Quantifiers in words: "every ward of Dudley", "at least 3 wards", "all but 3 wards", "most wards"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning import nodes as n
from assistant.core.meaning.cells import is_one
from assistant.core.meaning.say.claims import NOTHING, claim, subject_slot
from assistant.core.meaning.say.english import figure, words
from assistant.core.meaning.say.groups import Group, group, noun
from assistant.core.meaning.say.parts import Sentence, Setting, Whole, clause, sentence
from assistant.core.meaning.say.slots import Phrase

_BOUNDS: dict[n.Operator, str] = {
    "<": "fewer than",
    "<=": "at most",
    "=": "exactly",
    "!=": "exactly",
    ">=": "at least",
    ">": "more than",
}


def bound(op: n.Operator, number: n.Number) -> str:
    """How many: "at least 3", "no"."""
    return "no" if op in ("=", "!=") and number.value == 0 else f"{_BOUNDS[op]} {figure(number.value)}"


def held_slot(node: n.Prop, of: n.Set) -> n.Slot | None:
    """The one slot of a claim in which the member of a set stands."""
    if not isinstance(node, n.Claim):
        return None
    slots: tuple[n.Slot, ...] = ("person", "party", "rival", "place", "time")
    found = [slot for slot in slots if getattr(node, slot) == n.It(of.kind)]
    return found[0] if len(found) == 1 else None


def _over(node: n.Claim, of: Group, slot: n.Slot, how: str, many: bool, at: Setting) -> Sentence:
    """A claim with what it is counted over in its slot."""
    text = words(how, noun(of, at.inside(), many))
    made = claim(node, at, {slot: Phrase(text, of.is_heavy, many)})
    return replace(made, counted=slot == subject_slot(node))


def so_many(node: n.Count, op: n.Operator, number: n.Number, at: Setting) -> Sentence:
    """A count held against a number: of a claim, or "there were at least 3 wards …"."""
    how, many = bound(op, number), number.value not in (0, 1)
    negated = op == "!="
    made = _of_one(node, op, number, at) or _all_but(node, op, number, at) or _counted(node, how, many, at)
    if made is None:
        made = Sentence("there", ("was", "is", "be"), words(how, noun(group(node.of), at, many)), many)
    return replace(made, negated=negated)


def _counted(node: n.Count, how: str, many: bool, at: Setting) -> Sentence | None:
    where = node.of.where if isinstance(node.of, n.Select) else ()
    main = next((prop for prop in where if held_slot(prop, node.of)), None)
    slot = held_slot(main, node.of) if main is not None else None
    if slot is None or not isinstance(main, n.Claim):
        return None
    of = group(node.of).without(main)
    if of.moment == main or (of.tails and slot == subject_slot(main)):
        return None
    return _over(main, of, slot, how, many, at)


def _of_one(node: n.Count, op: n.Operator, number: n.Number, at: Setting) -> Sentence | None:
    """What is claimed of one thing that is described: "won the ward with the highest turnout"."""
    of = node.of
    if (op, number.value) != (">=", 1) or not isinstance(of, n.Select) or len(of.where) > 1 or of.within is None:
        return None
    main = of.where[0]
    slot = held_slot(main, of) if is_one(of.within) and of.within.kind == of.kind else None
    if slot is None or not isinstance(main, n.Claim):
        return None
    named: dict[str, Any] = {slot: of.within}
    return claim(replace(main, **named), at, NOTHING)


def _all_but(node: n.Count, op: n.Operator, number: n.Number, at: Setting) -> Sentence | None:
    if op != "=" or number.value == 0 or not isinstance(node.of, n.Select) or len(node.of.where) != 1:
        return None
    only = node.of.where[0]
    slot = held_slot(only.prop, node.of) if isinstance(only, n.Not) else None
    if slot is None or not (isinstance(only, n.Not) and isinstance(only.prop, n.Claim)):
        return None
    of = group(node.of).without(only)
    return _over(only.prop, of, slot, f"all but {figure(number.value)}", True, at)


@sentence.register
def _(node: n.Every, at: Setting) -> Sentence | Whole:
    return _each(node.of, node.that, "every", False, at)


def most(node: n.Portion, at: Setting) -> Sentence | Whole:
    """More than half of a set."""
    return _each(node.of, node.that, "most", True, at)


def _each(of: n.Set, that: n.Prop, how: str, many: bool, at: Setting) -> Sentence | Whole:
    parts = group(of).without_time_of(that)
    slot = held_slot(that, of)
    if slot is not None and isinstance(that, n.Claim):
        return _over(that, parts, slot, how, many, at)
    return Sentence(
        words(how, noun(parts, at.inside(), many)),
        ("was", "is", "be"),
        words("ones" if many else "one", clause(that, at.inside(), of.kind, many)),
        many,
        counted=True,
    )
