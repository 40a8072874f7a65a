"""Propositions as relative clauses: the pronoun tells which slot the noun stands in."""

from __future__ import annotations

from assistant.core.meaning.nodes import PLACES, And, Compare, It, Kind, Measure, Or, Prop
from assistant.core.meaning.say.comparisons import joined, was
from assistant.core.meaning.say.figures import bare
from assistant.core.meaning.say.parts import Noun, Sentence, Setting, clause, figure, sentence

PRONOUNS = ("that", "whose", "where", "in which", "for which")


@clause.register(Prop)
def _(node: Prop, at: Setting, kind: Kind, many: bool) -> str:
    if kind == "year":
        return f"in which {sentence(node, at.gapped(It(kind))).stated()}"
    if kind in PLACES:
        return _told(node, at, kind, many, "where")
    owned = _owned(node, at, kind)
    if owned is not None:
        return owned
    return _told(node, at, kind, many, "for which")


def _told(node: Prop, at: Setting, kind: Kind, many: bool, otherwise: str) -> str:
    """A clause whose pronoun is the subject or the object of its verb, or else the general one."""
    made = sentence(node, at.gapped(It(kind)))
    if isinstance(made, Sentence) and made.subject == "":
        return f"that {made.predicate(many)}"
    if isinstance(made, Sentence) and made.pronoun:
        return f"{made.pronoun} {made.stated()}"
    if kind not in PLACES:
        made = sentence(node, at.gapped())
    return f"{otherwise} {made.stated()}"


def _owned(node: Prop, at: Setting, kind: Kind) -> str | None:
    """ "Whose share of the vote in Dudley in 2018 was over 30%"."""
    if not (isinstance(node, Compare) and isinstance(node.left, Measure)):
        return None
    if It(kind) not in (node.left.party, node.left.person):
        return None
    made = sentence(node, at.gapped(It(kind)))
    if isinstance(made, Sentence) and made.subject == "":
        return None
    left = figure(node.left, at.gapped(It(kind)))
    said = was(node, Noun("", bare(node.left, at.gapped(It(kind))), left.many), at.gapped())
    return f"whose {said.stated()}"


@clause.register
def _(node: Or, at: Setting, kind: Kind, many: bool) -> str:
    return _several("either", "or", node.props, at, kind, many)


@clause.register
def _(node: And, at: Setting, kind: Kind, many: bool) -> str:
    return _several("both", "and", node.props, at, kind, many)


def _several(before: str, between: str, props: tuple[Prop, ...], at: Setting, kind: Kind, many: bool) -> str:
    """Clauses joined; a pronoun that they share is said once."""
    made = [clause(prop, at.inside(True), kind, many) for prop in props]
    shared = next((p for p in PRONOUNS if all(text.startswith(f"{p} ") for text in made)), None)
    if shared is None:
        return joined(before, between, made)
    return f"{shared} {joined(before, between, [text.removeprefix(f'{shared} ') for text in made])}"
