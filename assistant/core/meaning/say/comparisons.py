"""Comparisons in words."""

from __future__ import annotations

from dataclasses import replace

from assistant.core.meaning import nodes as n
from assistant.core.meaning.build.comparisons import MIRRORED
from assistant.core.meaning.check import MeaningError
from assistant.core.meaning.say import english
from assistant.core.meaning.say.claims import subject_of
from assistant.core.meaning.say.counts import bound, most, so_many
from assistant.core.meaning.say.english import words
from assistant.core.meaning.say.parts import Noun, Sentence, Setting, Whole, figure, sentence, things
from assistant.core.meaning.say.slots import Phrase, is_light, is_now, ordered, phrase, place, time
from assistant.core.meaning.universe import most_of_all
from assistant.core.model.measures import MEASURES

OPERATORS: dict[n.Operator, str] = {
    "<": "under",
    "<=": "at most",
    "=": "exactly",
    "!=": "other than",
    ">=": "at least",
    ">": "over",
}
_BE = ("was", "is", "be")


@sentence.register
def _(node: n.Compare, at: Setting) -> Sentence | Whole:
    left, right = node.left, node.right
    if isinstance(left, n.Count) and isinstance(right, n.Number):
        return so_many(left, node.op, right, at)
    if isinstance(left, n.Portion) and (node.op, right) == (">", n.Number(50, "%")):
        return most(left, at)
    if isinstance(left, n.Measure) and (made := _of_measure(left, node.op, right, at)) is not None:
        return made
    return was(node, figure(left, at), at)


def was(node: n.Compare, subject: Noun, at: Setting) -> Sentence:
    """The general form: "the turnout in 2018 was under 25%"."""
    present = isinstance(node.left, n.Measure) and is_now(node.left.time, MEASURES[node.left.name].moment)
    how = "equal to" if node.op == "=" and not isinstance(node.right, n.Number) else OPERATORS[node.op]
    return Sentence(str(subject).strip(), _BE, words(how, _bound(node, at)), subject.many, present)


def _bound(node: n.Compare, at: Setting) -> str:
    if isinstance(node.left, n.Calendar) and isinstance(node.right, n.Number):
        return str(int(node.right.value))
    return str(figure(node.right, at)).strip()


def _of_measure(left: n.Measure, op: n.Operator, right: n.Figure, at: Setting) -> Sentence | None:
    """The forms with a verb of their own."""
    if is_first(left, op, right):
        return _first(left, at)
    if isinstance(right, n.Measure):
        return _than(left, op, right, at) or _moved(left, op, right, at)
    if isinstance(right, n.Number) and has_verb(left) and right.unit == "":
        return _received(left, op, right, at)
    return None


def has_verb(node: n.Measure) -> bool:
    """Whether it is something that a party or a person does: receive votes."""
    doer = node.person if node.person is not None else node.party
    return MEASURES[node.name].verb is not None and node.basis == "" and doer is not None and is_light(doer)


def doing(node: n.Measure, much: str, phrases: tuple[Phrase, ...], at: Setting, negated: bool = False) -> Sentence:
    """ "Labour received …", with how much and where and when."""
    model = MEASURES[node.name]
    assert model.verb is not None
    subject, many = subject_of(node.person if node.person is not None else node.party, at)
    side = "" if node.person is None or node.party is None or node.party in at.said else f"for {things(node.party, at)}"
    rest = words(much, side, ordered(*phrases))
    return Sentence(subject, model.verb, rest, many, is_now(node.time, model.moment), negated)


def _where(node: n.Measure, at: Setting) -> Phrase:
    return phrase(node.place, place, at)


def _when(node: n.Measure, at: Setting) -> Phrase:
    return Phrase(time(node, at, MEASURES[node.name].moment), not is_light(node.time))


def _received(node: n.Measure, op: n.Operator, number: n.Number, at: Setting) -> Sentence:
    much = words(bound(op, number), english.of_many(MEASURES[node.name].unit, number.value))
    return doing(node, much, (_where(node, at), _when(node, at)), at, op == "!=")


_THAN: dict[n.Operator, tuple[str, str]] = {
    ">": ("more", "than"),
    ">=": ("at least as many", "as"),
    "=": ("as many", "as"),
    "!=": ("as many", "as"),
    "<": ("fewer", "than"),
    "<=": ("at most as many", "as"),
}


def _than(left: n.Measure, op: n.Operator, right: n.Measure, at: Setting) -> Sentence | None:
    """ "Labour held more seats in 2024 than in 2019", of two that differ in one slot."""
    slot = _other_slot(left, right)
    if slot not in ("party", "place", "time") or op not in _THAN or not (has_verb(left) and has_verb(right)):
        return None
    if slot != "party" and not _SAYING[slot](right, at).text:
        left, op, right = right, MIRRORED[op], left
    more, than = _THAN[op]
    other = _SAYING[slot](right, at)
    behind = Phrase(words(than, other.text), other.heavy)
    where, when = _where(left, at), _when(left, at)
    phrases = {
        "party": (behind, where, when),
        "place": (where, behind, when),
        "time": (where, when, behind),
    }[slot]
    much = words(more, MEASURES[left.name].unit)
    return doing(left, much, phrases, at, op == "!=")


def _whom(node: n.Measure, at: Setting) -> Phrase:
    assert node.party is not None
    return Phrase(things(node.party, at))


_SAYING = {"party": _whom, "place": _where, "time": _when}


def _other_slot(left: n.Measure, right: n.Measure) -> str:
    """The one slot in which two measures differ, each filled, or nothing."""
    slots = [slot for slot in n.SLOTS if getattr(left, slot) != getattr(right, slot)]
    if len(slots) != 1 or replace(left, **{slots[0]: getattr(right, slots[0])}) != right:
        return ""
    return slots[0] if is_said(left, slots[0]) and is_said(right, slots[0]) else ""


def is_said(node: n.Measure, slot: str) -> bool:
    """Whether a slot is filled by something with a name or a pronoun."""
    thing: n.Set | None = getattr(node, slot)
    return thing is not None and is_light(thing)


def _moved(left: n.Measure, op: n.Operator, right: n.Measure, at: Setting) -> Sentence | None:
    """ "The turnout in Leeds rose between 2018 and 2022"."""
    one, other = left.time, right.time
    if op != ">" or _other_slot(left, right) != "time" or not (isinstance(one, n.Named) and isinstance(other, n.Named)):
        return None
    rose = one.ids > other.ids
    first, last = (other, one) if rose else (one, other)
    noun = figure(left, at.knowing(one))
    verb = ("rose", "rises", "rise") if rose else ("fell", "falls", "fall")
    return Sentence(str(noun), verb, f"between {things(first, at)} and {things(last, at)}", noun.many)


def is_first(left: n.Measure, op: n.Operator, right: n.Figure) -> bool:
    """Whether it says that a party has more of something than any other."""
    try:
        return op == ">" and isinstance(left.party, n.Named) and most_of_all(left) == n.Compare(left, op, right)
    except MeaningError:
        return False


def _first(node: n.Measure, at: Setting) -> Sentence:
    if has_verb(node):
        much = f"more {MEASURES[node.name].unit} than any other party"
        return doing(node, much, (_where(node, at), _when(node, at)), at)
    noun = figure(node, at)
    return Sentence(str(noun), _BE, "over any other party's", noun.many, is_now(node.time, MEASURES[node.name].moment))


@sentence.register
def _(node: n.And, at: Setting) -> Whole:
    return Whole(joined("both", "and", [sentence(p, at.inside(True)).stated() for p in node.props]))


@sentence.register
def _(node: n.Or, at: Setting) -> Whole:
    return Whole(joined("either", "or", [sentence(p, at.inside(True)).stated() for p in node.props]))


def joined(before: str, between: str, parts: list[str]) -> str:
    """ "both A and B", of more than two "both A and both B and C": each word joins two."""
    if len(parts) == 1:
        return parts[0]
    return f"{before} {parts[0]} {between} {joined(before, between, parts[1:])}"
