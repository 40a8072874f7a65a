"""What the command line, the REPL and the files ask of an assistant: the whole of what they know of it."""

from __future__ import annotations

from typing import Protocol

from assistant.answer.model import Answer


class Asker(Protocol):
    """Someone to ask. Context carries on from one question to the next until `reset`."""

    @property
    def notice(self) -> str | None:
        """What the user must know of the tables that answer, such as that they are an earlier build."""

    def ask(self, text: str) -> Answer:
        """The answer to a question, or the refusal; never raises for what the text is."""

    def explain(self, text: str) -> object:
        """How the question is read and answered, stage by stage; `str()` prints it."""

    def reset(self) -> None:
        """Begin a new conversation."""

    def close(self) -> None:
        """Let go of the tables."""
