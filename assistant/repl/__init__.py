"""The conversation: a prompt on a terminal, a plain line reader anywhere else."""

from __future__ import annotations

import sys

from assistant.asking import Asker
from assistant.repl.conversation import Conversation
from assistant.repl.plain import read_plainly


def converse(asker: Asker) -> bool:
    """Answer until the user leaves or the input ends; whether every question was answered.

    On a terminal it always counts as answered: the user has seen what was not.
    """
    conversation = Conversation(asker)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return read_plainly(conversation, sys.stdin.buffer)
    from assistant.repl.terminal import prompt

    prompt(conversation)
    return True
