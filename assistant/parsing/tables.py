"""The tables that the parser walks: what Lark makes of the grammar, as plain values that a file can keep.

The grammar is read and checked by Lark, which takes a third of a second; these tables are made once and kept, so that
a question is answered without importing Lark at all.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from assistant.records import dataclass

Row = dict[str, int]
"""Symbol → what to do at it: shift to this state, or (below zero) reduce by rule -1 - n."""

Rule = tuple[str, int, str]
"""The symbol a rule makes, of how many, and the name of its node; "" where it makes none of its own."""

_INLINED = "_"  # symbols that begin so are parts of the node they stand in


@dataclass(frozen=True, slots=True)
class Tables:
    """The rules, and for each state the symbols it shifts at and the (set of terminals, rule) it reduces by."""

    rules: list[Rule]
    terminals: list[list[str]]
    shifts: list[Row]
    reduces: list[list[tuple[int, int]]]
    start: int
    end: int

    def row(self, state: int) -> Row:
        """Everything that may be done in a state."""
        row = dict(self.shifts[state])
        for terminals, rule in self.reduces[state]:
            row.update(dict.fromkeys(self.terminals[terminals], -1 - rule))
        return row

    def to_plain(self) -> dict[str, Any]:
        """The same as what JSON can hold."""
        return {name: getattr(self, name) for name in self.__slots__}


def grammar_files(folder: Path) -> list[Path]:
    """The files of the grammar, in order."""
    return sorted(folder.glob("*.lark"))


def make(folder: Path) -> Tables:
    """The tables of the grammar in `folder`; Lark raises where two of its rules mean the same."""
    from lark import Lark
    from lark.parsers.lalr_analysis import Reduce

    grammar = "\n".join(path.read_text(encoding="utf-8") for path in grammar_files(folder))
    lark: Any = Lark(grammar, parser="lalr", lexer="basic", maybe_placeholders=False)
    table = lark.parser.parser._parse_table
    numbers = {rule: n for n, rule in enumerate(lark.rules)}
    sets: dict[tuple[str, ...], int] = {}
    shifts: list[Row] = []
    reduces: list[list[tuple[int, int]]] = []
    for state in range(len(table.states)):
        by_rule: dict[int, list[str]] = {}
        shifts.append({})
        for symbol, (action, target) in sorted(table.states[state].items()):
            if action is Reduce:
                by_rule.setdefault(numbers[target], []).append(symbol)
            else:
                shifts[-1][symbol] = target
        reduces.append([(sets.setdefault(tuple(at), len(sets)), rule) for rule, at in by_rule.items()])
    return Tables(
        [_rule(rule) for rule in lark.rules],
        [list(terminals) for terminals in sets],
        shifts,
        reduces,
        table.start_states["start"],
        table.end_states["start"],
    )


def _rule(rule: Any) -> Rule:
    origin, size = str(rule.origin.name), len(rule.expansion)
    passes = origin.startswith(_INLINED) or (rule.options.expand1 and size == 1 and not rule.alias)
    return origin, size, "" if passes else str(rule.alias or origin)
