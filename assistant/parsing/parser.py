"""The LALR(1) parser over the token stream of `assistant.names`.

LALR was chosen by measurement: an order of magnitude faster than Earley on these questions,
linear on any input, the same tree under any hash seed, and its conflicts show at build time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lark
from lark.lexer import Lexer as LarkLexer

from assistant.names.token import Token

# Terminals that carry nothing for the grammar, as white space does in a programming language.
SILENT = frozenset({"FILLER", "IN", "COMMA", "ALL", "DURING"})


class _Stream(LarkLexer):
    """Hands Lark the tokens it is given; Lark's own lexer would see only text."""

    def __init__(self, _conf: object) -> None: ...

    def lex(self, data: Sequence[Token]) -> Iterator[lark.Token]:  # type: ignore[override]
        for index, token in enumerate(data):
            if token.terminal not in SILENT:
                yield lark.Token(token.terminal, token.text, start_pos=index)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a clause: the grammar's rule and the tokens under it."""

    rule: str
    tokens: tuple[Token, ...]

    @property
    def head(self) -> Token:
        """The phrase's first token."""
        return self.tokens[0]

    @property
    def start(self) -> int:
        """Where the phrase starts in the question."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where the phrase ends in the question."""
        return self.tokens[-1].end

    def has(self, *terminals: str) -> bool:
        """True when one of the phrase's tokens is one of `terminals`."""
        return any(t.terminal in terminals for t in self.tokens)


Clause = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Stuck(Exception):
    """The first token the grammar could not use, and the terminals it could have used there."""

    token: Token | None
    accepts: frozenset[str]


class Parser:
    """Turns tokens into clauses of phrases; the same grammar offers the legal next terminals."""

    def __init__(self, folder: Path, cache: Path | None = None) -> None:
        """The parser for the grammar in `folder`; its tables are kept in the file `cache`, where it can be written."""
        grammar = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.lark")))
        self._lark = lark.Lark(
            grammar, parser="lalr", lexer=_Stream, maybe_placeholders=False, cache=str(cache) if cache else False
        )

    def tree(self, tokens: Sequence[Token]) -> lark.Tree[Any]:
        """The parse tree; raises `Stuck` at the first token the grammar cannot use."""
        try:
            return self._lark.parse(tokens)
        except lark.UnexpectedToken as error:
            at = error.token.start_pos
            stuck = tokens[at] if at is not None and error.token.type != "$END" else None
            raise Stuck(stuck, frozenset(error.accepts or ())) from None

    def clauses(self, tokens: Sequence[Token]) -> tuple[Clause, ...]:
        """The clauses of the question, each a tuple of phrases in the order they stand."""
        return clauses(self.tree(tokens), tokens)

    def next_terminals(self, tokens: Sequence[Token]) -> frozenset[str]:
        """The terminals that may follow `tokens`, for completion."""
        interactive = self._lark.parse_interactive(tokens)
        try:
            interactive.exhaust_lexer()
        except lark.UnexpectedToken:
            return frozenset()
        return frozenset(interactive.accepts())  # type: ignore[no-untyped-call]


def clauses(tree: lark.Tree[Any], tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """The tree as plain phrases over our own tokens."""
    return tuple(
        tuple(_phrase(child, tokens) for child in clause.children)
        for clause in tree.children
        if isinstance(clause, lark.Tree)
    )


def _phrase(node: lark.Tree[Any], tokens: Sequence[Token]) -> Phrase:
    leaves = node.scan_values(lambda leaf: isinstance(leaf, lark.Token))
    indexes = sorted({leaf.start_pos for leaf in leaves})
    return Phrase(str(node.data), tuple(tokens[i] for i in indexes))
