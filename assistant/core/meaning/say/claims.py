"""Claims in words: who did what, where, to whom, when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from assistant.core.meaning.cells import is_one
from assistant.core.meaning.check import NO_PARTY
from assistant.core.meaning.nodes import Among, Claim, It, Named, Not, Ranked, Select, Set, Slot
from assistant.core.meaning.say.english import is_many, ordinal, words
from assistant.core.meaning.say.groups import sort_of
from assistant.core.meaning.say.parts import Sentence, Setting, Whole, sentence, things
from assistant.core.meaning.say.slots import Phrase, is_light, is_now, ordered, preposition, time
from assistant.core.model.relations import RELATIONS, Relation

Filled = Mapping[Slot, Phrase]
"""What stands in a slot instead of its set: "every ward of Dudley"."""

NOTHING: Filled = {}


@sentence.register
def _(node: Claim, at: Setting) -> Sentence:
    return claim(node, at, NOTHING)


def claim(node: Claim, at: Setting, filled: Filled) -> Sentence:
    """A claim, with what is counted over in some of its slots."""
    model = RELATIONS[node.name]
    doer = subject_slot(node)
    subject, many = _subject(getattr(node, doer), at, filled.get(doer))
    done = _objects(node, at, filled, doer, model)
    rest = ordered(*done, _time(node, at, filled, model))
    verb = _verb(node, model, "place" in filled)
    pronoun = "that" if _is_object(node, at, doer, model) else ""
    return Sentence(subject, verb, rest, many, is_now(node.time, model.moment), pronoun=pronoun)


def is_uncontrolled(node: Claim) -> bool:
    """Whether no overall control stands where the party would."""
    return isinstance(node.party, Named) and node.party.ids == NO_PARTY


def subject_slot(node: Claim) -> Slot:
    """The slot of who did it: a person, else a party, else the place of which it is said."""
    if node.person is not None:
        return "person"
    told = any(truth.party is not None for truth in RELATIONS[node.name].truths)
    return "party" if told and not is_uncontrolled(node) else "place"


def _verb(node: Claim, model: Relation, counted: bool) -> tuple[str, str, str]:
    if is_uncontrolled(node) and model.none is not None:
        past, present, base = (f"{form} no overall control" for form in model.none)
    elif node.name == "serve" and (counted or not isinstance(node.place, Named | It)):
        past, present, base = "held", "holds", "hold"
    else:
        past, present, base = (form.format(n=ordinal(node.number)) for form in (model.past, model.present, model.base))
    return past, present, base


def _subject(thing: Set | None, at: Setting, filled: Phrase | None) -> tuple[str, bool]:
    """Who did it, and whether they are several."""
    return (filled.text, filled.many) if filled is not None else subject_of(thing, at)


def subject_of(thing: Set | None, at: Setting) -> tuple[str, bool]:
    """A thing before its verb, and whether it is several: nothing where a pronoun says it."""
    if thing is None:
        return "anyone", False
    if thing in at.said:
        return "", False
    if thing == It("party"):
        return "they", True
    text = things(thing, at)
    return text, isinstance(thing, Select) or (thing.kind == "party" and is_many(text))


def _objects(node: Claim, at: Setting, filled: Filled, doer: Slot, model: Relation) -> list[Phrase]:
    """What stands behind the verb, but for the time."""
    place = filled.get("place") or Phrase(_place(node, at, model), not is_light(node.place))
    if "place" in filled:
        place = replace(place, text=words(_before_place(node, model), place.text))
    rival = _other(model.rival, "rival", node, at, filled)
    done = [] if doer == "place" else [rival, place] if model.rival == "" else [place]
    side = [_other("for", "party", node, at, filled)] if doer == "person" else []
    return done + side + ([] if model.rival == "" and doer != "place" else [rival])


def _before_place(node: Claim, model: Relation) -> str:
    kind = node.place.kind if node.place is not None else "council"
    return preposition(kind) if model.place == "in" else model.place


def _place(node: Claim, at: Setting, model: Relation) -> str:
    if node.place is None:
        return "anywhere"
    return "" if node.place in at.said else words(_before_place(node, model), things(node.place, at))


def _other(before: str, slot: Slot, node: Claim, at: Setting, filled: Filled) -> Phrase:
    if slot in filled:
        return replace(filled[slot], text=words(before, filled[slot].text))
    thing: Set | None = getattr(node, slot)
    text = "" if thing is None or thing in at.said else words(before, things(thing, at))
    return Phrase(text, not is_light(thing))


def _time(node: Claim, at: Setting, filled: Filled, model: Relation) -> Phrase:
    if "time" in filled:
        extra = "at by-elections" if node.poll == "by-election" else ""
        return replace(filled["time"], text=words(extra, "in", filled["time"].text))
    return Phrase(time(node, at, model.moment, "at any time"), not is_light(node.time))


def _is_object(node: Claim, at: Setting, doer: Slot, model: Relation) -> bool:
    """Whether what the pronoun stands for is the verb's own object: "that Labour won"."""
    place = doer != "place" and node.place in at.said and model.place == ""
    return place or (node.rival is not None and node.rival in at.said and model.rival == "")


@sentence.register
def _(node: Not, at: Setting) -> Sentence | Whole:
    inner = sentence(node.prop, at)
    if isinstance(inner, Sentence) and isinstance(node.prop, Claim) and is_uncontrolled(node.prop):
        past, present, base = (form.replace(" no overall control", " overall control") for form in inner.verb)
        if past != inner.verb[0] and past.startswith("was"):
            return replace(inner, verb=(past, present, base))
    return replace(inner, negated=not inner.negated)


@sentence.register
def _(node: Among, at: Setting) -> Sentence:
    subject, many = subject_of(node.thing, at)
    return Sentence(subject, ("was", "is", "be"), member(node.of, at), many, present=True)


def member(of: Set, at: Setting) -> str:
    """What a member of a set is: "Labour", "among the wards of …", "one of the London boroughs"."""
    if (sort := sort_of(of, at)) is not None:
        return f"one of the {sort[1]}"
    one = is_one(of) or (isinstance(of, Ranked) and of.first == of.last)
    return words("" if one else "among", things(of, at))
