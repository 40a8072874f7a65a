"""A lexer over the shipped names and a handful of words of its own."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.core.names import vocabulary
from assistant.core.names.lattice import Lattice
from assistant.core.names.lexer import Lexer, lexer
from assistant.core.names.lookup import Lookup
from assistant.core.names.vocabulary import Entry
from tests.support.inflected import WORDS, inflected

_WORDS = (
    Entry("who", "WHO"),
    Entry("be", "AUX"),
    Entry("not", "NOT"),
    Entry("did", "AUX"),
    Entry("is", "AUX"),
    Entry("has", "AUX"),
    Entry("in", "IN"),
    Entry("the", "THE"),
    Entry("win", "VERB_WIN", "win"),
    Entry("majority", "NOUN_MEASURE", "majority", witness="measure"),
    Entry("majority", "NOUN_CONTROL", "majority of the chamber"),
    Entry("by-election", "NOUN_POLL", "by-election", forms=("bye-election", "byelection")),
    Entry("no overall control", "PARTY", kind="party", ids=("none",)),
    Entry("control", "NOUN_CONTROL", "control"),
    Entry("seat", "NOUN_MEASURE", "seats"),
    Entry("vote", "NOUN_MEASURE", "votes"),
    Entry("turnout", "NOUN_MEASURE", "turnout"),
)


@pytest.fixture(scope="session")
def real_lexer(_real: Assistant) -> Lexer:
    """The lexer that is shipped."""
    return lexer(Lookup(_real._connection), WORDS.parent)


@pytest.fixture(scope="session")
def lex(_real: Assistant) -> Lexer:
    """The shipped names with the words above."""
    lemmas = {(e.part, lemma) for e in _WORDS for lemma in (e.lemma, *e.forms) if e.part}
    forms = {f"{part}:{lemma}": inflected(part, lemma) for part, lemma in lemmas}
    return lexer(Lookup(_real._connection), WORDS.parent, vocabulary.of(iter(_WORDS), forms))


def senses(lattice: Lattice) -> list[tuple[str, str, object]]:
    """(words, category, what it is) of each edge: the ids of a name, the value of a number, the sem of a word."""
    return [(_said(lattice, e.first, e.last), e.category, _plain(e.value)) for e in lattice.edges]


def _said(lattice: Lattice, first: int, last: int) -> str:
    return lattice.text[lattice.words[first].start : lattice.words[last - 1].end]


def _plain(value: object) -> object:
    return next((getattr(value, name) for name in ("ids", "value", "sem") if hasattr(value, name)), value)
