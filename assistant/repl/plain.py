"""The line reader for pipes: a line in, an answer out, nothing drawn."""

from __future__ import annotations

import sys
from typing import BinaryIO

from assistant.files.questions import questions
from assistant.repl.commands.asking import Watching
from assistant.repl.commands.setting import Left
from assistant.repl.conversation import Conversation
from assistant.repl.replying import reply


def read_plainly(conversation: Conversation, stream: BinaryIO) -> bool:
    """Answer each line of `stream` as it comes; whether every question was answered."""
    for asked in questions(stream):
        if asked.problem:
            sys.stderr.write(f"line {asked.line}: {asked.problem}\n")
            conversation.all_answered = False
            continue
        if asked.opens and asked.line > 1:
            conversation.begin()
        try:
            words = reply(conversation, asked.text).words
        except Left:
            break
        except Watching as wanted:  # whoever pipes questions in waits for none of them
            words = conversation.ask(wanted.question).words
        sys.stdout.write(f"{words}\n\n")
        sys.stdout.flush()
    return conversation.all_answered
