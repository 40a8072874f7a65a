"""The vocabulary and the grammar know the same words, and each grammar file says what it is for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.parsing import tables
from assistant.parsing.parser import SILENT

GRAMMAR = Path(__file__).parents[2] / "grammar"
# Made by the lexer and the stages around it rather than listed in a vocabulary file.
MADE = set("PLACE OFFICE WARD PARTY PERSON YEAR NUMBER ORDINAL FRACTION PERCENT STOP AT_LEAST".split())
REFUSED = {"ELSEWHERE", "UNKNOWN"}
JOINED = {"EARLY"}  # becomes part of a longer token before the grammar sees it


def declared() -> set[str]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in GRAMMAR.glob("*.lark"))
    return {name for line in re.findall(r"%declare (.*)", text) for name in line.split()}


def used() -> set[str]:
    lines = "\n".join(path.read_text(encoding="utf-8") for path in GRAMMAR.glob("*.lark")).splitlines()
    rules = [line.partition("//")[0] for line in lines if not line.startswith("%")]
    return set(re.findall(r"\b[A-Z][A-Z_]+\b", "\n".join(rules)))


def test_every_terminal_of_the_grammar_is_declared_and_used() -> None:
    assert declared() ^ used() == set()


def test_every_word_has_a_place_in_the_grammar(real: Assistant) -> None:
    terminals = {terminal for terminal, _ in real._lexer.vocabulary.entries.values()}
    assert terminals - used() - SILENT - REFUSED - JOINED == set()


def test_every_terminal_has_a_word(real: Assistant) -> None:
    terminals = {terminal for terminal, _ in real._lexer.vocabulary.entries.values()}
    assert used() - terminals - MADE == set()


@pytest.mark.parametrize(
    "path", sorted(p for p in GRAMMAR.rglob("*.*") if p.suffix != ".json"), ids=lambda path: path.name
)
def test_a_file_begins_with_what_it_covers(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert re.match(r"(//|#) \S", first)


def test_the_grammar_has_no_conflicts() -> None:
    tables.make(GRAMMAR)  # LALR: two readings of one question stop the build


def test_next_words_are_those_the_grammar_takes(real: Assistant) -> None:
    begun = real._tokens("who controls Dudley")
    for terminal in sorted(real._parser.next_terminals(begun)):
        if terminal != "$END":
            assert real._parser.next_terminals(begun) >= {terminal}
