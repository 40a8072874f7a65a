"""Propositions as relative clauses: the pronoun tells which slot the noun stands in."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.core.meaning.nodes import PLACES, And, Compare, It, Kind, Measure, Node, Or, Prop
from assistant.core.meaning.say.comparisons import joined, was
from assistant.core.meaning.say.figures import bare
from assistant.core.meaning.say.parts import Noun, Sentence, Setting, clause, figure, sentence

_GENERAL: dict[Kind, str] = {**dict.fromkeys(PLACES, "where"), "year": "in which"}
"""The pronoun of a place and of a year: what they stand in leaves them out."""


@dataclass(frozen=True, slots=True)
class Relative:
    """A clause in its parts; `subject`: whether the pronoun is the subject of its verb."""

    pronoun: str
    text: str
    subject: bool = False

    def __str__(self) -> str:
        return f"{self.pronoun} {self.text}" if self.pronoun else self.text


@clause.register(Prop)
def _(node: Prop, at: Setting, kind: Kind, many: bool) -> str:
    return str(_relative(node, at, kind, many))


def _relative(node: Node, at: Setting, kind: Kind, many: bool) -> Relative:
    match node:
        case Or(props):
            return _several("either", "or", props, at, kind, many)
        case And(props):
            return _several("both", "and", props, at, kind, many)
    return _owned(node, at, kind) or _told(node, at, kind, many)


def _told(node: Node, at: Setting, kind: Kind, many: bool) -> Relative:
    """A clause whose pronoun is the subject or the object of its verb, or else the general one."""
    made = sentence(node, at.gapped(It(kind)))
    if isinstance(made, Sentence) and made.subject == "":
        return Relative("that", made.predicate(many), True)
    if isinstance(made, Sentence) and made.pronoun:
        return Relative(made.pronoun, made.stated())
    if kind in _GENERAL:
        return Relative(_GENERAL[kind], made.stated())
    return Relative("for which", sentence(node, at.gapped()).stated())


def _owned(node: Node, at: Setting, kind: Kind) -> Relative | None:
    """ "Whose share of the vote in Dudley in 2018 was over 30%"."""
    if kind in _GENERAL or not (isinstance(node, Compare) and isinstance(node.left, Measure)):
        return None
    if It(kind) not in (node.left.party, node.left.person):
        return None
    made = sentence(node, at.gapped(It(kind)))
    if isinstance(made, Sentence) and made.subject == "":
        return None
    left = figure(node.left, at.gapped(It(kind)))
    said = was(node, Noun("", bare(node.left, at.gapped(It(kind))), left.many), at.gapped())
    return Relative("whose", said.stated())


def _several(before: str, between: str, props: tuple[Prop, ...], at: Setting, kind: Kind, many: bool) -> Relative:
    """Clauses joined; a pronoun that they share is said once."""
    made = [_relative(prop, at.inside(True), kind, many) for prop in props]
    if len({(part.pronoun, part.subject) for part in made}) > 1:
        return Relative("", joined(before, between, [str(part) for part in made]))
    return Relative(made[0].pronoun, joined(before, between, [part.text for part in made]), made[0].subject)
