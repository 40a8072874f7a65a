"""The prompt on a terminal. Only this folder imports prompt_toolkit, and only a terminal needs it."""

from __future__ import annotations

from functools import partial

from assistant.repl.commands.setting import Left
from assistant.repl.conversation import Conversation, Reply
from assistant.repl.examples import FIRST
from assistant.repl.prompt.printing import Printer
from assistant.repl.prompt.session import Prompt, new_session
from assistant.repl.prompt.worker import Stopped, in_background
from assistant.repl.replying import reply


def prompt(conversation: Conversation) -> None:
    """Read and answer lines until Ctrl-D or `:quit`; Ctrl-C drops the line, or stops the query."""
    session, state = new_session(conversation)
    printer = Printer(conversation, session.output, state.colours)
    if state.first_start:
        printer.show("\n".join(["Three questions worth asking:", *(f"  {each}" for each in FIRST)]))
    while True:
        try:
            _answer(state, printer, session.prompt())
        except KeyboardInterrupt:
            continue
        except (EOFError, Left):
            return


def _answer(state: Prompt, printer: Printer, entry: str) -> None:
    """Answer each line of an entry; several lines are several questions, asked in turn."""
    for line in filter(None, map(str.strip, entry.splitlines())):
        work = partial(reply, state.conversation, line, printer.width)
        try:
            replied: Reply = in_background(work, state.conversation.cancel)
        except Stopped:
            printer.show("Stopped.")
            return
        state.heard(replied)
        printer.show(replied.words, replied.answer)
