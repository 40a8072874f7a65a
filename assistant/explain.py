"""How a question was read and answered, printed stage by stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from assistant.answer.model import Answer, Outcome
from assistant.names.token import Token
from assistant.parsing.parser import Clause
from assistant.query.sql import Query
from assistant.question.model import NOWHERE, Question
from assistant.records import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """Each stage's result; `str()` prints them in the order a question passes them."""

    text: str
    tokens: Sequence[Token]
    clauses: Sequence[Clause]
    question: Question | None
    queries: Sequence[Query]
    answer: Answer

    def __str__(self) -> str:
        parts = (
            ("tokens", [_token(t) for t in self.tokens]),
            ("tree", [f"{p.rule}: {' '.join(t.terminal for t in p.tokens)}" for c in self.clauses for p in c]),
            ("question", _question(self.question)),
            (
                "sql",
                [*self.queries[0].text.splitlines(), f"-- {list(self.queries[0].parameters)}"] if self.queries else [],
            ),
            ("rows", [str(len(self.answer.rows))]),
            ("stopped at", _stopped(self.answer)),
            ("ask instead", list(self.answer.suggestions)),
            ("time", [f"{stage} {ms:.2f} ms" for stage, ms in self.answer.timings.to_dict().items()]),
        )
        return "\n".join(f"{name}\n" + "\n".join(f"  {line}" for line in lines) for name, lines in parts if lines)


def _stopped(answer: Answer) -> list[str]:
    """The word that kept a question from being answered, and why."""
    if answer.outcome is Outcome.ANSWERED or answer.caret is None:
        return []
    return [f"{answer.caret.text!r}: {answer.sentence}"]


def _token(token: Token) -> str:
    value = " | ".join(f"{s.kind.value} {s.id}" for s in token.senses[:4]) if token.senses else str(token.value)
    meant = f" (for {token.text!r})" if token.correction else ""
    return f"{token.terminal:<16} {token.text!r:<24} {value}{meant}"


def _question(question: Question | None) -> list[str]:
    if question is None:
        return []
    empty = (None, (), NOWHERE, False)
    return [
        f"{f.name}: {_value(getattr(question, f.name))}"
        for f in fields(question)
        if getattr(question, f.name) not in empty
    ]


def _value(value: object) -> str:
    return ", ".join(_value(v) for v in value) if isinstance(value, tuple) else str(getattr(value, "value", value))
