"""Questions of a file answered one by one, each with whether it ended as expected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.answer.model import Answer, Outcome
from assistant.asking import Asker
from assistant.files.questions import Asked
from assistant.records import dataclass


@dataclass(frozen=True, slots=True)
class Done:
    """A question with its answer; `fault` says what the reader of a log must know, or is None."""

    asked: Asked
    answer: Answer
    fault: str | None

    @property
    def expected(self) -> bool:
        """Whether the outcome is one that the file expects, and the line could be asked."""
        return self.asked.problem is None and self.answer.outcome in self.asked.expected


def run(asker: Asker, lines: Iterable[Asked]) -> Iterator[Done]:
    """Ask each line in turn; a bad line gets a refusal of its own, so that there is one answer a line."""
    for asked in lines:
        if asked.opens:
            asker.reset()
        yield _bad(asked, asked.problem) if asked.problem else _answered(asker, asked)


def _answered(asker: Asker, asked: Asked) -> Done:
    try:
        answer = asker.ask(asked.text)
    except Exception as error:  # one question's failure must not cost the rest of a night's file
        return _bad(asked, f"failed: {type(error).__name__}: {error}")
    return Done(asked, answer, _unexpected(asked, answer))


def _unexpected(asked: Asked, answer: Answer) -> str | None:
    if answer.outcome in asked.expected:
        return None
    wanted = " or ".join(sorted(outcome.value for outcome in asked.expected))
    return f"{answer.outcome.value}, expected {wanted}: {asked.text}"


def _bad(asked: Asked, problem: str) -> Done:
    sentence = f"This line cannot be asked: {problem}."
    return Done(asked, Answer(asked.text, Outcome.NOT_UNDERSTOOD, sentence), problem)
