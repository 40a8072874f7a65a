"""A question while it is being typed: its tokens, and the words and names that may come next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from assistant.completion.fuzzy import LETTERS, fit
from assistant.completion.names import Name, Names
from assistant.completion.usage import Usage
from assistant.names.lexer import Lexer
from assistant.names.token import Token
from assistant.parsing.parser import SILENT, Parser
from assistant.records import dataclass

_WORD = re.compile(r"[^\W_][\w'’&-]*|&")
_LONGEST = 4  # words of a name that are looked back for
_OFFERED = 24
_ENOUGH = 5  # plain beginnings, which make fits by scattered letters a nuisance
_WORDS_OF = 2  # phrases offered of each kind of word: the usual ones come first in the vocabulary


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text` in the place of what stands from `start` on; `kind` says what it is.

    `by_letters` is true where what was typed begins none of its words.
    """

    text: str
    start: int
    kind: str
    score: float
    by_letters: bool = False


@dataclass(frozen=True)
class Typing:
    """Knows the language of questions, for completing and colouring one."""

    lexer: Lexer
    parser: Parser

    def tokens(self, text: str) -> list[Token]:
        """The tokens of `text` as it stands; a word that is nothing known is UNKNOWN."""
        return self.lexer.tokens(text)

    def begins_word(self, text: str) -> bool:
        """Whether a name or word of the language begins with `text`, so that more may be coming."""
        key = text.casefold()
        return any(word.startswith(key) for word in self._beginnings)

    def suggest(self, text: str, usage: Usage, near: Iterable[str] = ()) -> list[Suggestion]:
        """What may stand in the place of the word being typed at the end of `text`, best first.

        `near` are names spoken of; those and what `usage` knows come before the rest.
        """
        spoken = frozenset(name.casefold() for name in near)
        best: dict[str, Suggestion] = {}
        for start, typed in _fragments(text):
            for found in self._at(text[:start], typed, usage, spoken):
                held = best.get(found.text.casefold())
                if held is None or found.score > held.score:
                    best[found.text.casefold()] = found
        ranked = sorted(best.values(), key=lambda each: (-each.score, each.text))
        plain = [each for each in ranked if not each.by_letters]
        return (plain if len(plain) >= _ENOUGH else ranked)[:_OFFERED]

    def _at(self, before: str, typed: str, usage: Usage, spoken: frozenset[str]) -> Iterator[Suggestion]:
        tokens = [token for token in self.tokens(before) if token.terminal != "UNKNOWN"]
        legal = self.parser.next_terminals(tokens) | SILENT
        heard = [token.terminal for token in tokens if token.terminal not in SILENT]
        last = heard[-1] if heard else None
        for name in (*self._phrases(usage), *self._names.all(_councils(tokens), spoken)):
            if name.terminal not in legal:
                continue
            loosely = " " not in typed and name.proper and not name.penalty
            score = fit(typed, name.key, letters=loosely)
            if score is None or (name.key == typed and not name.proper):
                continue
            whole = 40 * typed.count(" ")  # a name of which several words are typed is surely meant
            likely = 60 * usage.likelihood(name.terminal, name.text, last)
            own = 6 * usage.weight(name.text) + (15 if name.key in spoken else 0)
            rare = 0 if own else name.penalty
            total = score + whole + likely + own - rare
            yield Suggestion(name.text, len(before), name.kind, total, score <= LETTERS)

    def _phrases(self, usage: Usage) -> Iterator[Name]:
        for terminal, text in dict.fromkeys((*self._usual, *usage.phrases)):
            yield Name(text, text, terminal, "word")

    @cached_property
    def _names(self) -> Names:
        return Names(self.lexer.lexicon)

    @cached_property
    def _usual(self) -> list[tuple[str, str]]:
        """The first phrases of each terminal: later ones are rarer, and misspellings come last."""
        taken: dict[str, list[str]] = {}
        for phrase, (terminal, _) in self.lexer.vocabulary.entries.items():
            if terminal not in ("ELSEWHERE", "FILLER"):
                taken.setdefault(terminal, []).append(phrase)
        return [(terminal, phrase) for terminal, all_ in taken.items() for phrase in all_[:_WORDS_OF]]

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        keys = (*self.lexer.vocabulary.entries, *self.lexer.lexicon.keys())
        return frozenset(word for key in keys for word in key.split())


def _councils(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(s.id for token in tokens for s in token.senses if s.kind.value == "council")


def _fragments(text: str) -> list[tuple[int, str]]:
    """(start, lower case) of what may be the beginning of a name: the last word, the last two, and so on.

    After a space nothing has been begun, and everything legal fits.
    """
    words = list(_WORD.finditer(text))
    if not words or words[-1].end() < len(text):
        return [(len(text), "")]
    return [(word.start(), text[word.start() :].casefold()) for word in words[-1 : -_LONGEST - 1 : -1]]
