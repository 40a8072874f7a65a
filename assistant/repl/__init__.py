"""The conversation: a prompt on a terminal, a plain line reader anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable

from assistant.asking import Asker
from assistant.errors import AssistantError
from assistant.repl.config import Config, default_text, read_config
from assistant.repl.conversation import Conversation
from assistant.repl.folders import config_file, ensured
from assistant.repl.plain import read_plainly


def converse(asker: Asker, reopen: Callable[[], Asker] | None = None) -> bool:
    """Answer until the user leaves or the input ends; whether every question was answered.

    On a terminal it always counts as answered: the user has seen what was not. `reopen` gives an
    assistant over the tables as they are on disk, for when they change.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return read_plainly(Conversation(asker), sys.stdin.buffer)
    from assistant.repl.prompt import prompt

    conversation = Conversation(asker, _config(), reopen)
    try:
        prompt(conversation)
    finally:
        if conversation.asker is not asker:
            conversation.asker.close()
    return True


def _config() -> Config:
    """The user's settings; what is wrong with them is said, and does not keep anybody out."""
    path = config_file()
    ensured(path, default_text())
    try:
        return read_config(path)
    except AssistantError as error:
        sys.stderr.write(f"{error}\n\n")
        return Config()
