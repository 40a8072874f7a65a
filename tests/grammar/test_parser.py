"""The walker of the tables against Lark itself: the same phrases, the same places to stop, the same next words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import lark
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark.lexer import Lexer

from assistant.names.token import Token
from assistant.parsing import tables
from assistant.parsing.parser import SILENT, Clause, Parser, Stuck

GRAMMAR = Path(__file__).parents[2] / "grammar"
WALKER = Parser(tables.make(GRAMMAR))
TERMINALS = sorted({t for listed in WALKER._tables.terminals for t in listed} - {"$END"} | SILENT)
Read = tuple[tuple[str, tuple[Token, ...]], ...]


class Stream(Lexer):
    """Hands Lark the tokens it is given."""

    def __init__(self, _conf: object) -> None: ...

    def lex(self, data: Sequence[Token]) -> Iterator[lark.Token]:  # type: ignore[override]
        for index, token in enumerate(data):
            if token.terminal not in SILENT:
                yield lark.Token(token.terminal, token.text, start_pos=index)


@pytest.fixture(scope="module")
def reference() -> lark.Lark:
    text = "\n".join(path.read_text(encoding="utf-8") for path in tables.grammar_files(GRAMMAR))
    return lark.Lark(text, parser="lalr", lexer=Stream, maybe_placeholders=False)


def tokens_of(terminals: Sequence[str]) -> list[Token]:
    return [Token(terminal, "", f"word{at}", at, at + 1) for at, terminal in enumerate(terminals)]


def by_lark(reference: lark.Lark, tokens: list[Token]) -> tuple[Read, ...] | Token | None:
    """The phrases of each clause, or the token that Lark could not use (None: the end)."""
    try:
        tree: lark.Tree[Any] = reference.parse(tokens)  # type: ignore[arg-type]
    except lark.UnexpectedToken as error:
        return None if error.token.type == "$END" else tokens[error.token.start_pos or 0]
    clauses = (clause for clause in tree.children if isinstance(clause, lark.Tree))
    return tuple(tuple(_phrase(node, tokens) for node in clause.children) for clause in clauses)


def _phrase(node: Any, tokens: list[Token]) -> tuple[str, tuple[Token, ...]]:
    leaves = node.scan_values(lambda leaf: isinstance(leaf, lark.Token))
    return str(node.data), tuple(tokens[leaf.start_pos] for leaf in leaves)


def by_walker(tokens: list[Token]) -> tuple[Read, ...] | Token | None:
    try:
        return tuple(_plain(clause) for clause in WALKER.clauses(tokens))
    except Stuck as stuck:
        return stuck.token


def _plain(clause: Clause) -> Read:
    return tuple((phrase.rule, phrase.tokens) for phrase in clause)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(TERMINALS), max_size=12).map(tokens_of))
def test_the_same_phrases_or_the_same_word_that_does_not_fit(reference: lark.Lark, tokens: list[Token]) -> None:
    assert by_walker(tokens) == by_lark(reference, tokens)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(TERMINALS), max_size=6).map(tokens_of))
def test_the_same_next_words(reference: lark.Lark, tokens: list[Token]) -> None:
    interactive = reference.parse_interactive(tokens)  # type: ignore[arg-type]
    try:
        interactive.exhaust_lexer()
        after = frozenset(interactive.accepts())  # type: ignore[no-untyped-call]
    except lark.UnexpectedToken:
        after = frozenset()
    assert WALKER.next_terminals(tokens) == after


def test_a_word_that_does_not_fit_is_named() -> None:
    with pytest.raises(Stuck) as stuck:
        WALKER.clauses(tokens_of(["WHO", "NOWHERE", "PLACE"]))
    assert stuck.value.token == tokens_of(["WHO", "NOWHERE"])[1]
