"""A line of a conversation: a `:command`, a word that means one, or a question."""

from __future__ import annotations

from assistant.render import WIDTH
from assistant.repl.commands import obey
from assistant.repl.conversation import Conversation, Reply

# What people type to leave and to be told more, in other programs.
_MEANT = {"exit": ":quit", "quit": ":quit", "bye": ":quit", "help": ":help", "?": ":help"}


def reply(conversation: Conversation, line: str, width: int = WIDTH) -> Reply:
    """What to print for a line; no words for an empty one. Raises Left on `:quit`, Watching on `:watch`."""
    line = line.strip()
    line = _MEANT.get(line.casefold().rstrip("()"), line)
    conversation.stopped = False
    if line.startswith(":"):
        return obey(conversation, line, width)
    return conversation.ask(line, width) if line else Reply("")
