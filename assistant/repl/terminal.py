"""The prompt on a terminal. The only module that imports prompt_toolkit, and only a terminal needs it."""

from __future__ import annotations

from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from assistant.repl.conversation import Conversation, Left

_PROMPT = "> "
_GREETING = """\
UK local-election results. Try:
  who controls Dudley
  closest wards in Walsall 2016
  Labour net seats West Midlands
"""


def prompt(conversation: Conversation) -> None:
    """Read and answer lines until Ctrl-D or `:quit`; Ctrl-C drops the line or the query."""
    session: PromptSession[str] = PromptSession(history=_history(), auto_suggest=AutoSuggestFromHistory())
    print(_GREETING)  # noqa: T201
    while True:
        try:
            line = session.prompt(_PROMPT)
            reply = conversation.reply(line, session.output.get_size().columns)
        except KeyboardInterrupt:
            continue
        except (EOFError, Left):
            return
        if reply:
            print(f"{reply}\n", flush=True)  # noqa: T201


def _history() -> History:
    from platformdirs import user_state_path

    folder: Path = user_state_path("election-results-assistant", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "history").touch()
    except OSError:
        return InMemoryHistory()
    return FileHistory(folder / "history")
