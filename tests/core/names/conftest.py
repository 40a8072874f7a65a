"""A lexer over the shipped names and a handful of words of its own."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant
from assistant.core.names import written
from assistant.core.names.lattice import Lattice
from assistant.core.names.lexer import Lexer, lexer
from assistant.core.names.lookup import Lookup
from assistant.core.names.vocabulary import entries
from tests.support.inflected import GRAMMAR, inflected

_WORDS: dict[str, Any] = {
    "who": {"cat": "WHO"},
    "be": {"cat": "AUX"},
    "not": {"cat": "NOT"},
    "did": {"cat": "AUX"},
    "is": {"cat": "AUX"},
    "has": {"cat": "AUX"},
    "in": {"cat": "IN"},
    "the": {"cat": "THE"},
    "how many": {"cat": "HOW_MANY"},
    "win": {"cat": "VERB_WIN", "sem": "win"},
    "majority": [
        {"cat": "NOUN_MEASURE", "sem": "majority", "witness": "measure"},
        {"cat": "NOUN_CONTROL", "sem": "majority of the chamber"},
    ],
    "by-election": {"cat": "NOUN_POLL", "sem": "by-election", "forms": ["bye-election", "byelection"]},
    "no overall control": {"cat": "PARTY", "kind": "party", "ids": ["none"]},
    "control": {"cat": "NOUN_CONTROL", "sem": "control"},
    "seat": {"cat": "NOUN_MEASURE", "sem": "seats"},
    "vote": {"cat": "NOUN_MEASURE", "sem": "votes"},
    "turnout": {"cat": "NOUN_MEASURE", "sem": "turnout"},
    "which": {"cat": "WHICH"},
    "with": {"cat": "WITH"},
}


@pytest.fixture(scope="session")
def real_lexer(_real: Assistant) -> Lexer:
    """The lexer that is shipped."""
    return lexer(Lookup(_real._connection), written.read(GRAMMAR))


@pytest.fixture(scope="session")
def lex(_real: Assistant) -> Lexer:
    """The shipped names with the words above."""
    given = {"topics": {"few.toml": _WORDS}}
    spelled = {(e.part, lemma) for e in entries(given["topics"]) for lemma in (e.lemma, *e.forms) if e.part}
    forms = {f"{part}:{lemma}": inflected(part, lemma) for part, lemma in spelled}
    return lexer(Lookup(_real._connection), written.read(GRAMMAR) | given | {"forms": forms})


def senses(lattice: Lattice) -> list[tuple[str, str, object]]:
    """(words, category, what it is) of each edge: the ids of a name, the value of a number, the sem of a word."""
    return [(_said(lattice, e.first, e.last), e.category, _plain(e.value)) for e in lattice.edges]


def _said(lattice: Lattice, first: int, last: int) -> str:
    return lattice.text[lattice.words[first].start : lattice.words[last - 1].end]


def _plain(value: object) -> object:
    return next((getattr(value, name) for name in ("ids", "value", "sem") if hasattr(value, name)), value)
