"""A line of a conversation: a `:command`, or a question."""

from __future__ import annotations

from assistant.render import WIDTH
from assistant.repl.commands import obey
from assistant.repl.conversation import Conversation, Reply


def reply(conversation: Conversation, line: str, width: int = WIDTH) -> Reply:
    """What to print for a line; no words for an empty one. Raises Left on `:quit`."""
    line = line.strip()
    conversation.stopped = False
    if line.startswith(":"):
        return Reply(obey(conversation, line, width))
    return conversation.ask(line, width) if line else Reply("")
