"""One place sets the prompt up: its history, completions, colours, keys and toolbar."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.enums import EditingMode
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.shortcuts import CompleteStyle

from assistant.repl.conversation import Conversation, Reply
from assistant.repl.examples import all_examples
from assistant.repl.folders import ensured, history_file
from assistant.repl.prompt.colours import Colours, colours
from assistant.repl.prompt.completions import Completions, Searching
from assistant.repl.prompt.keys import bindings
from assistant.repl.prompt.lexing import QuestionLexer

_LEARNED = 500  # past entries that completion learns from
_OWN = 3  # a question of one's own counts as much as so many examples


@dataclass(slots=True)
class Prompt:
    """What the prompt itself keeps: its colours, the last time taken, what the toolbar says."""

    conversation: Conversation
    colours: Colours
    first_start: bool
    searching: Searching
    as_of: str
    took: str = ""
    hint: str = field(default=":help")

    def heard(self, reply: Reply) -> None:
        """Take in what was answered."""
        if reply.answer is not None:
            self.took = f"{reply.answer.timings.to_dict()['total']:.0f} ms"

    def toolbar(self) -> str:
        """Place and year in context, what the data reach to, the last answer's time."""
        if self.searching.on:
            return " past entries · type to search · Ctrl-R next · Enter takes · Esc leaves"
        context = ", ".join(self.conversation.asker.context) or "no place yet"
        return " " + " │ ".join(filter(None, [context, f"data to {self.as_of}", self.took, self.hint]))


def new_session(conversation: Conversation) -> tuple[PromptSession[str], Prompt]:
    """A prompt for the conversation, and what it keeps."""
    path = history_file()
    first = not path.exists()
    history: History = FileHistory(path) if ensured(path) else InMemoryHistory()
    asker, config = conversation.asker, conversation.config
    state = Prompt(conversation, colours(config, asker.colours), first, Searching(), asker.as_of)
    _learn(conversation, history)
    session: PromptSession[str] = PromptSession(
        "> ",
        multiline=True,
        prompt_continuation="  ",
        history=history,
        auto_suggest=AutoSuggestFromHistory(),
        completer=Completions(conversation, history, state.searching),
        complete_while_typing=True,
        complete_style=CompleteStyle.COLUMN,
        reserve_space_for_menu=6,
        lexer=QuestionLexer(conversation, state.colours),
        style=state.colours.style,
        color_depth=state.colours.depth,
        key_bindings=bindings(state.searching),
        editing_mode=EditingMode.VI if config.keys == "vi" else EditingMode.EMACS,
        bottom_toolbar=None if os.environ.get("TERM") == "dumb" else state.toolbar,
    )
    return session, state


def _learn(conversation: Conversation, history: History) -> None:
    """Learn what is usual from the examples and from past entries."""
    typing = conversation.asker.typing
    for question in all_examples():
        conversation.usage.learn(typing.tokens(question))
    for number, entry in enumerate(history.load_history_strings()):
        if number >= _LEARNED:
            break
        if not entry.startswith(":"):
            conversation.usage.learn(typing.tokens(entry), _OWN)
