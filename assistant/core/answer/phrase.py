"""Phrases that know their number, and the sentences that they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.core.answer.number import series, whole

Tense = Literal["past", "present"]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase, and whether a verb after it is plural."""

    text: str
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb's forms: "won", "wins", "win"."""

    past: str
    one: str
    many: str
    past_many: str = ""

    def form(self, subject: Noun, tense: Tense = "past") -> str:
        """The form that agrees with the subject."""
        if tense == "past":
            return self.past_many if subject.plural and self.past_many else self.past
        return self.many if subject.plural else self.one


BE = Verb("was", "is", "are", "were")
HAVE = Verb("had", "has", "have")
HOLD = Verb("held", "holds", "hold")
WIN = Verb("won", "wins", "win")


def join(*words: str) -> str:
    """Words in a row, those that are there."""
    return " ".join(w for w in words if w)


def clause(subject: Noun, verb: Verb, *rest: str, tense: Tense = "past") -> str:
    """Subject, verb and what follows."""
    return join(subject.text, verb.form(subject, tense), *rest)


def sentence(*words: str) -> str:
    """A sentence: a capital first, a full stop last."""
    text = join(*words)
    ended = text if text.endswith((".", "!", "?")) else f"{text}."
    return start(ended)


def start(text: str) -> str:
    """The text with a capital."""
    return text[:1].upper() + text[1:]


def counted(number: float, one: str, many: str | None = None) -> Noun:
    """ "1 seat", "3 seats", "no seats"."""
    plural = number != 1
    amount = whole(number) if number else "no"
    return Noun(join(amount, (f"{one}s" if many is None else many) if plural else one), plural)


def together(nouns: list[Noun]) -> Noun:
    """Several as one subject."""
    return Noun(series([n.text for n in nouns]), len(nouns) > 1 or any(n.plural for n in nouns))


def aside(text: str, more: str) -> str:
    """A phrase with another in brackets behind it."""
    return f"{text} ({more})" if more else text
