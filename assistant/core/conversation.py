"""What a conversation has come to: a value, so that one assistant serves several at once."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.core.dialogue.replies import Pending
from assistant.core.dialogue.turns import Turn

_KEPT = 8  # turns


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns that were understood, the last one last, and the choices that are still to be made."""

    turns: tuple[Turn, ...] = ()
    pending: tuple[Pending, ...] = ()

    def after(self, turn: Turn | None, pending: tuple[Pending, ...]) -> Conversation:
        """The conversation with one turn more, or with what was asked back."""
        turns = (*self.turns, turn)[-_KEPT:] if turn is not None else self.turns
        return Conversation(turns, pending)


BEGUN = Conversation()
