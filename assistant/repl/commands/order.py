"""A command as it was given."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer.model import Answer
from assistant.errors import InputError
from assistant.repl.conversation import Conversation


@dataclass(frozen=True, slots=True)
class Order:
    """The conversation, the words after the command, the width to print in, and whether "!" insisted."""

    conversation: Conversation
    rest: str
    width: int
    insisted: bool = False

    @property
    def last(self) -> Answer:
        """The last answer. Raises InputError when there is none."""
        if self.conversation.last is None:
            raise InputError("Nothing here", "nothing has been asked yet")
        return self.conversation.last
