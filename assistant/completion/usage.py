"""What people usually ask, learned from questions: which words follow which, and which names recur."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import field
from math import log1p

from assistant.names.token import Token
from assistant.parsing.parser import SILENT
from assistant.records import dataclass

_START = "^"


@dataclass(slots=True)
class Usage:
    """Counts of terminals, and of their texts, by the terminal before them; and of texts anywhere."""

    following: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    wording: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    texts: Counter[str] = field(default_factory=Counter)
    phrases: dict[tuple[str, str], None] = field(default_factory=dict)

    def learn(self, tokens: Iterable[Token], weight: int = 1) -> None:
        """Take in one question, `weight` times."""
        before = _START
        for token in tokens:
            if token.terminal in SILENT or token.terminal == "UNKNOWN":
                continue
            self.following[before][token.terminal] += weight
            self.texts[token.text.casefold()] += weight
            self.wording[before][token.text.casefold()] += weight
            for sense in token.senses[:1]:
                self.texts[sense.name.casefold()] += weight
            if not token.senses and isinstance(token.value, str):
                self.phrases[(token.terminal, token.text.casefold())] = None
            before = token.terminal

    def likelihood(self, terminal: str, text: str, before: str | None) -> float:
        """From 0 to 1: how usual a terminal and its text are after the terminal `before` (None: at first)."""
        counts, texts = self.following.get(before or _START), self.wording.get(before or _START)
        if not counts or not texts:
            return 0.0
        return (counts[terminal] + texts[text.casefold()]) / (2 * counts.total())

    def weight(self, text: str) -> float:
        """How often a word or name has been used, on a scale that flattens."""
        return log1p(self.texts[text.casefold()])
