"""What the command line, the REPL and the files ask of an assistant: the whole of what they know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from assistant.answer.model import Answer

if TYPE_CHECKING:
    from assistant.completion.held import Held
    from assistant.completion.typing import Typing


class Asker(Protocol):
    """Someone to ask. Context carries on from one question to the next until `reset`."""

    @property
    def notice(self) -> str | None:
        """What the user must know of the tables that answer, such as that they are an earlier build."""

    @property
    def digest(self) -> str:
        """The digest of the data that answer: the same wherever they lie, another when a figure changes."""

    @property
    def context(self) -> tuple[str, ...]:
        """What a fragment asked now would be about, in words: places, then years; empty when nothing."""

    @property
    def as_of(self) -> str:
        """The day of the newest election held, in a few words."""

    @property
    def colours(self) -> dict[str, str]:
        """Party → its colour, #RRGGBB, for those that have one."""

    @property
    def typing(self) -> Typing:
        """What can be said of a question while it is being typed."""

    @property
    def held(self) -> Held:
        """The wards, years and people held, for completing a question."""

    def ask(self, text: str) -> Answer:
        """The answer to a question, or the refusal; never raises for what the text is."""

    def explain(self, text: str) -> object:
        """How the question is read and answered, stage by stage; `str()` prints it."""

    def reset(self) -> None:
        """Begin a new conversation."""

    def cancel(self) -> None:
        """Stop the query that runs in another thread; its `ask` raises, and the conversation is as before."""

    def changed(self) -> bool:
        """Whether the tables on disk are no longer those that answer."""

    def close(self) -> None:
        """Let go of the tables."""
