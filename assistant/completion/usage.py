"""What people usually ask, learned from questions: which words follow which, and which names recur."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log1p

from assistant.names.token import Token
from assistant.parsing.parser import SILENT

_START = "^"


@dataclass(slots=True)
class Usage:
    """Counts of terminals by the terminal before them, and of the texts that stood for them."""

    following: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
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
            for sense in token.senses[:1]:
                self.texts[sense.name.casefold()] += weight
            if not token.senses and isinstance(token.value, str):
                self.phrases[(token.terminal, token.text.casefold())] = None
            before = token.terminal

    def likelihood(self, terminal: str, before: str | None) -> float:
        """From 0 to 1: how usual `terminal` is after the terminal `before` (None at the start)."""
        counts = self.following.get(before or _START)
        return counts[terminal] / counts.total() if counts else 0.0

    def weight(self, text: str) -> float:
        """How often a word or name has been used, on a scale that flattens."""
        return log1p(self.texts[text.casefold()])
