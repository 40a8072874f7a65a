"""What a conversation has come to: a value, so that one assistant serves several at once."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.core.meaning.nodes import Node


@dataclass(frozen=True, slots=True)
class Conversation:
    """The meaning that was answered last, and the questions that were offered by number."""

    meaning: Node | None = None
    offered: tuple[str, ...] = ()


BEGUN = Conversation()
