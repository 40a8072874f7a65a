"""Questions made up from the grammar's own rules, words and names, and from our own questions.

The same seed gives the same question, on any machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from lark import Lark
from lark import Token as LarkToken
from lark.lexer import Lexer

from assistant import Assistant
from assistant.names.token import Kind, Token
from assistant.names.vocabulary import load
from assistant.parsing.parser import SILENT
from assistant.resources import grammar_folder
from tests.properties.readings import single

_KINDS = {
    "PLACE": frozenset({Kind.COUNCIL, Kind.AREA}),
    "WARD": frozenset({Kind.WARD}),
    "PARTY": frozenset({Kind.PARTY}),
    "OFFICE": frozenset({Kind.OFFICE}),
}
_WRITTEN: Mapping[str, Callable[[Random], str]] = {
    "YEAR": lambda r: str(r.choice((r.randint(1973, 2026), r.randint(2014, 2024), r.randint(2014, 2024), 1900, 2099))),
    "NUMBER": lambda r: r.choice((*_NUMBERS, str(r.randint(0, 130)), f"{r.randint(0, 99_999):,}")),
    "ORDINAL": lambda r: r.choice(("second", "third", "3rd", "11th", "21st", "0th", "99th")),
    "FRACTION": lambda r: r.choice(("a third", "two thirds", "a quarter", "a tenth", "a fifth")),
    "DECADE": lambda r: r.choice(("1990s", "2010s", "80s", "the nineties", "2020s", "1890s")),
    "PERCENT": lambda r: r.choice(("%", "per cent", "percent")),
    "STOP": lambda r: r.choice((". ", "? ", "; ")),
    "DECLARED": lambda r: r.choice(("so far", *_declared(r))),
}
_NUMBERS = ("0", "1", "3", "10", "two", "a dozen", "0.5", "33.3", "1e5", "999999999999")
_TYPING = "abcdefghijklmnopqrstuvwxyz '-.,?0123456789"


class _NoLexer(Lexer):
    """The grammar's terminals have no text of their own."""

    def __init__(self, _: object) -> None: ...

    def lex(self, *_: object) -> Iterator[LarkToken]:  # type: ignore[override]
        return iter(())


@dataclass(frozen=True, slots=True)
class Wording:
    """Makes questions up: `words` of each terminal, `rules` of each phrase, own questions as runs of terminals."""

    words: Mapping[str, Sequence[str]]
    rules: Mapping[str, Sequence[tuple[str, ...]]]
    terminals: Sequence[str]
    own: Sequence[Sequence[tuple[str, str]]]

    def question(self, seed: str) -> str:
        """The question of a seed."""
        chance = Random(seed)
        make = chance.choices((self._derived, self._altered, self._crossed, self._salad), (35, 40, 15, 10))[0]
        text = " ".join(part for part in make(chance) if part).replace(" ? ", "? ").replace(" . ", ". ")
        return _misspelt(text, chance) if chance.random() < 0.03 else text

    def _derived(self, chance: Random) -> list[str]:
        """One to seven phrases, each by a rule of the grammar."""
        return [self._phrase("phrase", chance) for _ in range(chance.randint(1, 7))]

    def _altered(self, chance: Random) -> list[str]:
        """One of our own questions, with some words changed for others that the grammar takes for the same."""
        return [self._again(part, chance) for part in chance.choice(self.own)]

    def _crossed(self, chance: Random) -> list[str]:
        """The beginning of one of our own questions and the end of another."""
        one, other = chance.choice(self.own), chance.choice(self.own)
        parts = [*one[: chance.randint(0, len(one))], *other[chance.randint(0, len(other)) :]]
        return [self._again(part, chance) for part in parts]

    def _salad(self, chance: Random) -> list[str]:
        """Words of any terminals in any order."""
        return [self._word(chance.choice(self.terminals), chance) for _ in range(chance.randint(1, 9))]

    def _again(self, part: tuple[str, str], chance: Random) -> str:
        terminal, text = part
        drawn = chance.random()
        if drawn < 0.3:
            return self._word(terminal, chance) or text
        if drawn < 0.34:
            return self._phrase("phrase", chance)
        return "" if drawn < 0.37 else text

    def _phrase(self, symbol: str, chance: Random) -> str:
        if symbol not in self.rules:
            return self._word(symbol, chance)
        return " ".join(self._phrase(each, chance) for each in chance.choice(self.rules[symbol]))

    def _word(self, terminal: str, chance: Random) -> str:
        written = _WRITTEN.get(terminal)
        if written is not None:
            return written(chance)
        return chance.choice(self.words[terminal]) if terminal in self.words else ""


def wording(real: Assistant, every: int = 1) -> Wording:
    """The wording of an assistant's own grammar, vocabulary and names, and one in `every` of our own questions."""
    words: dict[str, list[str]] = {}
    for key, (terminal, _) in sorted(load(grammar_folder() / "vocabulary").entries.items()):
        words.setdefault(terminal, []).append(key)
    keys = sorted(real.lexicon.keys())
    for terminal, kinds in _KINDS.items():
        words[terminal] = [key for key in keys if any(s.kind in kinds for s in real.lexicon.get(key))]
    people = real._tables.connection.execute("SELECT name FROM person ORDER BY name").fetchall()
    words["PERSON"] = [str(row[0]) for row in people[::7]]
    rules: dict[str, list[tuple[str, ...]]] = {}
    for rule in _grammar().rules:
        rules.setdefault(rule.origin.name, []).append(tuple(symbol.name for symbol in rule.expansion))
    shallow = {name: _shallow(name, found) for name, found in rules.items()}
    own = [_parts(real._tokens(text)) for text in list(single())[::every]]
    terminals = sorted({*words, *_WRITTEN} - SILENT - {"ELSEWHERE"})
    return Wording(words, shallow, terminals, [parts for parts in own if parts])


def _grammar() -> Lark:
    """The grammar as Lark reads it, for its rules alone."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(grammar_folder().glob("*.lark")))
    return Lark(text, parser="lalr", lexer=_NoLexer)


def _shallow(name: str, expansions: Sequence[tuple[str, ...]]) -> Sequence[tuple[str, ...]]:
    """The expansions of a rule; a list's own more than once, so that a derivation comes to its end."""
    ended = [each for each in expansions if name not in each]
    return [*expansions, *ended, *ended] if len(ended) < len(expansions) else list(expansions)


def _declared(chance: Random) -> tuple[str, ...]:
    total = chance.choice((0, 124, 161, 230))
    return f"with {chance.randint(0, 130)} of {total} councils declared", f"after {chance.randint(0, 200)} councils"


def _parts(tokens: Sequence[Token]) -> list[tuple[str, str]]:
    return [(token.terminal, token.text) for token in tokens]


def _misspelt(text: str, chance: Random) -> str:
    letters = list(text)
    for _ in range(chance.randint(1, 3)):
        at = chance.randint(0, len(letters))
        letters[at : at + chance.randint(0, 1)] = chance.choice(("", chance.choice(_TYPING)))
    return "".join(letters)
