"""An assistant that knows three answers, for tests of the command line, the files and the REPL.

`python -m tests.support.stub ARGUMENTS` is the command line with it in the place of the real one.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from types import ModuleType
from typing import ClassVar

from assistant.answer.model import Answer, Outcome
from assistant.completion.held import Offer
from assistant.completion.typing import Suggestion
from assistant.names.token import Token
from tests.support.answers import AMBIGUOUS, CONTROL, REFUSED

_KNOWN = {answer.question: answer for answer in (CONTROL, REFUSED, AMBIGUOUS)}


class Typing:
    """Every word is one that is known, and nothing completes it."""

    def tokens(self, text: str) -> list[Token]:
        return []

    def begins_word(self, text: str) -> bool:
        return True

    def suggest(self, text: str, usage: object, near: object = ()) -> list[Suggestion]:
        return []


class Held:
    """Nothing is held."""

    def offers(self, text: str) -> list[Offer]:
        return []


class Assistant:
    """Answers what it knows, remembers that a conversation has begun, and counts resets."""

    notice: str | None = None
    digest = "0f1e2d"
    context: tuple[str, ...] = ()
    as_of = "2 May 2024"
    colours: ClassVar[dict[str, str]] = {"Labour": "#E4003B"}
    typing = Typing()
    held = Held()

    def __init__(self, **_: object) -> None:
        self.asked: list[str] = []
        self.resets = 0

    def ask(self, text: str) -> Answer:
        self.asked.append(text)
        if text == "and in 2018?" and len(self.asked) > 1:
            return replace(CONTROL, question=text, reading="control of Ambridge (district), 2018")
        if text == "break":
            raise ZeroDivisionError("on purpose")
        return _KNOWN.get(text) or Answer(text, Outcome.NOT_UNDERSTOOD, "That was not understood.")

    def explain(self, text: str) -> str:
        return f"tokens of {text}"

    def reset(self) -> None:
        self.asked.clear()
        self.resets += 1

    def cancel(self) -> None:
        return

    def changed(self) -> bool:
        return False

    def close(self) -> None:
        return


def main() -> None:
    install()
    from assistant.cli import main as command_line

    command_line()


def install() -> None:
    stand_in = ModuleType("assistant.assistant")
    stand_in.__dict__["Assistant"] = Assistant
    sys.modules["assistant.assistant"] = stand_in


if __name__ == "__mp_main__":
    install()  # a worker of `check`, which imports this module and does not run it
if __name__ == "__main__":
    main()
