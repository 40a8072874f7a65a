"""A ward called by one word of its name: "Falmouth" for Falmouth Trescobeas and Budock, where the rest says whose."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.names.lexicon import Lexicon
from assistant.names.token import Kind, Sense, Token
from assistant.names.words import fold, key_of

Stood = Callable[[str], tuple[tuple[str, str], ...]]
"""A person's name as printed → the (council, ward slug) of each ballot paper with it."""

_SHORTEST = 5  # letters: shorter words are in too many names


def wards(tokens: Sequence[Token], lexicon: Lexicon, stood: Stood, ordinary: frozenset[str]) -> tuple[Sense, ...]:
    """The wards of the councils named, else of the person named, whose name has the only unknown word."""
    unknown = [t for t in tokens if t.terminal == "UNKNOWN"]
    if len(unknown) != 1 or len(fold(unknown[0].text)) < _SHORTEST or fold(unknown[0].text) in ordinary:
        return ()
    word = key_of(unknown[0].text)
    years = [int(str(t.value)) for t in tokens if t.terminal == "YEAR"]
    found = {
        (s.council_id, s.id): s
        for s in _reached(tokens, lexicon, stood)
        if word in key_of(s.name).split() and lexicon.fought(s).issuperset(years)
    }
    return tuple(found.values())


def settled(tokens: Sequence[Token], ward: Sense) -> list[Token]:
    """The tokens with the unknown word made the ward, and that said."""
    return [
        replace(t, terminal="WARD", value=(ward,), correction=ward.name) if t.terminal == "UNKNOWN" else t
        for t in tokens
    ]


def _reached(tokens: Sequence[Token], lexicon: Lexicon, stood: Stood) -> list[Sense]:
    councils = [s.id for t in tokens for s in t.senses if s.kind is Kind.COUNCIL]
    if councils:
        return [s for c in councils for _, s in sorted(lexicon.wards_of(c).items())]
    papers = [at for t in tokens if t.terminal == "PERSON" for at in stood(str(t.value))]
    word = next(key_of(t.text) for t in tokens if t.terminal == "UNKNOWN")
    named = (s for c, slug in papers for s in lexicon.wards_of(c).values() if s.id == slug)
    return list(itertools.islice((s for s in named if word in key_of(s.name).split()), 1))  # the newest
