"""The line reader for pipes and dumb places: a line in, an answer out, nothing drawn."""

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
            conversation.reply(":reset")
        try:
            reply = conversation.reply(asked.text)
        except Left:
            break
        sys.stdout.write(f"{reply}\n\n")
        sys.stdout.flush()
    return conversation.all_answered
