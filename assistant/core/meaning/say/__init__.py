"""A meaning in full, unambiguous English: the canonical form, which the grammar reads back."""

from __future__ import annotations

from assistant.core.meaning.nodes import Ask, Figure, Kind, Node, Prop, Select, Set
from assistant.core.meaning.say import asks, clauses, counts, figures, sets  # noqa: F401 - they say their nodes
from assistant.core.meaning.say.groups import group, noun
from assistant.core.meaning.say.names import Names
from assistant.core.meaning.say.parts import Setting, ask, clause, figure, sentence, things

__all__ = ["Names", "phrase", "relative", "say"]


def say(meaning: Ask, names: Names) -> str:
    """A question, said back in full."""
    return ask(meaning, Setting(names))


def phrase(part: Node, names: Names) -> str:
    """A part of a meaning: a figure or a set as a noun phrase, a proposition as a statement, an ask as `say` has it."""
    at = Setting(names)
    match part:
        case Figure():
            return str(figure(part, at)).strip()
        case Select():
            return noun(group(part), at, True)
        case Set():
            return things(part, at)
        case Prop():
            return sentence(part, at).stated()
    return ask(part, at)


def relative(prop: Prop, kind: Kind, names: Names, many: bool = True) -> str:
    """A proposition about `It` as a clause of a noun of a kind: "that Labour won in 2018"."""
    return clause(prop, Setting(names), kind, many)
