"""The prompt on a terminal. Only this folder imports prompt_toolkit, and only a terminal needs it."""

from __future__ import annotations

import time
from functools import partial

from assistant.render.visible import visible
from assistant.repl.commands.asking import Watching
from assistant.repl.commands.setting import Left
from assistant.repl.conversation import Conversation, Reply
from assistant.repl.examples import FIRST
from assistant.repl.prompt.printing import Printer
from assistant.repl.prompt.session import Prompt, new_session
from assistant.repl.prompt.worker import Stopped, in_background
from assistant.repl.replying import reply


def prompt(conversation: Conversation) -> None:
    """Read and answer lines until Ctrl-D or `:quit`; Ctrl-C drops the line, or stops the query."""
    conversation.numbered = True
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
    """Answer each line of an entry; several lines are several questions, each shown above its answer."""
    lines = list(filter(None, map(str.strip, entry.splitlines())))
    for line in lines:
        if len(lines) > 1:
            printer.show(f"> {visible(line)}")
        try:
            _obey(state, printer, line)
        except Stopped:
            printer.show("Stopped.")
            return


def _obey(state: Prompt, printer: Printer, line: str) -> None:
    """Answer a line once, or as often as it asks for."""
    try:
        _reply(state, printer, line)
    except Watching as wanted:
        _watch(state, printer, wanted)


def _reply(state: Prompt, printer: Printer, line: str, before: str = "") -> str:
    """Answer a line and print the reply, unless it is as it was `before`; its words."""
    work = partial(reply, state.conversation, line, printer.width)
    replied: Reply = in_background(work, state.conversation.cancel)
    state.heard(replied)
    if replied.words != before:
        printer.show(replied.words, replied.answer)
    return replied.words


def _watch(state: Prompt, printer: Printer, wanted: Watching) -> None:
    """Ask again and again until Ctrl-C; print the answer when it is another than the last."""
    printer.show(f"Every {wanted.seconds:g} seconds; an answer is shown when it changes. Ctrl-C leaves off.")
    words = ""
    try:
        while True:
            words = _reply(state, printer, wanted.question, words)
            time.sleep(wanted.seconds)
    except KeyboardInterrupt:
        raise Stopped from None
