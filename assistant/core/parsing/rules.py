"""The grammar's files as rules of the chart: Lark reads and checks them, each alias names a combinator."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from lark import Lark

from assistant.core.parsing.chart import Combinator, Grammar, Rule, by_parts

START = "question"
FRAGMENT = "fragment"
"""What a follow-up is, where it is no whole question."""

PHRASE = "np"
"""What can stand in any other phrase."""


def read(folder: Path) -> str:
    """The text of all files of a folder, in their order."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.lark")))


def lark(text: str, start: str | list[str] = START) -> Lark:
    """The grammar as Lark has it: for its check of the files, and as the oracle of the tests."""
    declared = f"{text}\n%declare {' '.join(terminals(text))}\n"
    return Lark(declared, start=start, parser="earley", lexer="dynamic")


def terminals(text: str) -> list[str]:
    """The terminals that the rules name."""
    bare = re.sub(r"//.*", "", text)
    return sorted(set(re.findall(r"\b[A-Z][A-Z_]+\b", bare)))


def load(folder: Path, combinators: Mapping[str, tuple[Combinator, float]]) -> Grammar:
    """The rules of a folder; a rule of three parts goes by an inner category of its first two."""
    made: list[Rule] = []
    for rule in lark(read(folder), [START, FRAGMENT]).rules:
        parts = tuple(str(symbol.name) for symbol in rule.expansion)
        alias = rule.alias or ""
        make, cost = combinators[alias]
        category = str(rule.origin.name)
        if len(parts) == 3:
            inner = f"{parts[0]}+{parts[1]}"
            made.append(Rule(inner, parts[:2], "", _pair, 0.0))
            made.append(Rule(category, (inner, parts[2]), alias, _spread(make), cost))
        else:
            made.append(Rule(category, parts, alias, make, cost))
    return by_parts(dict.fromkeys(made), PHRASE)


def _pair(first: object, second: object) -> tuple[object, object]:
    return (first, second)


def _spread(make: Combinator) -> Combinator:
    def three(pair: tuple[object, object], third: object) -> object:
        return make(*pair, third)

    return three
