"""The line reader for pipes: a line in, an answer out, nothing drawn."""

from __future__ import annotations

import sys
from typing import BinaryIO

from assistant.files.questions import questions
from assistant.repl.conversation import Conversation, Left


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
            reply = conversation.reply(asked.text)
        except Left:
            break
        sys.stdout.write(f"{reply.words}\n\n")
        sys.stdout.flush()
    return conversation.all_answered
