"""What the prompt offers: commands after a colon, choices by number, words and names, past entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prompt_toolkit.completion import CompleteEvent, Completer, Completion, PathCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.history import History

from assistant.completion.fuzzy import fit
from assistant.repl.commands import COMMANDS, Command
from assistant.repl.conversation import Conversation

_ENTRIES = 500  # past entries looked through
_WIDEST = 40  # columns of a name on offer, so that its kind is seen beside it
_BEGUN = 2  # letters typed before anything is offered unasked


@dataclass(slots=True)
class Searching:
    """Whether Ctrl-R has turned the completions into past entries."""

    on: bool = False


class Completions(Completer):
    """Completes an entry in the light of the conversation."""

    def __init__(self, conversation: Conversation, history: History, searching: Searching) -> None:
        self._conversation = conversation
        self._history = history
        self._searching = searching
        self._paths = PathCompleter(expanduser=True)

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """The completions at the cursor, best first."""
        line = document.current_line_before_cursor.lstrip()
        if self._searching.on:
            return self._entries(document)
        if line.startswith(":"):
            return self._commands(line, complete_event)
        return self._words(line, complete_event.completion_requested)

    def _words(self, line: str, requested: bool) -> Iterator[Completion]:
        offered = self._conversation.offered
        if requested and not line and offered:
            for choice in offered.choices:
                yield Completion(str(choice.number), display_meta=choice.label)
            return
        asker = self._conversation.asker
        for each in asker.typing.suggest(line, self._conversation.usage, self._conversation.spoken):
            typed = line[each.start :]
            if requested or (len(typed) >= _BEGUN and each.text != typed):
                shown = each.text if len(each.text) <= _WIDEST else f"{each.text[: _WIDEST - 1]}…"
                yield Completion(each.text, -len(typed), display=shown, display_meta=each.kind)

    def _commands(self, line: str, event: CompleteEvent) -> Iterable[Completion]:
        name, space, rest = line[1:].partition(" ")
        if not space:
            found = [command for command in COMMANDS if command.name.startswith(name)]
            return [Completion(f":{each.name}", -len(line), display_meta=each.purpose) for each in found]
        command = next((each for each in COMMANDS if each.name == name.removesuffix("!")), None)
        return self._arguments(command, rest, event) if command else []

    def _arguments(self, command: Command, rest: str, event: CompleteEvent) -> Iterable[Completion]:
        if command.words is None:
            return self._paths.get_completions(Document(rest), event)
        if command.name == "explain":
            return self._words(rest, event.completion_requested)
        return [Completion(word, -len(rest)) for word in command.words if word.startswith(rest)]

    def _entries(self, document: Document) -> Iterator[Completion]:
        """Past entries, newest first, that hold every word typed; each is shown whole."""
        wanted = document.text.casefold().split()
        entries = list(dict.fromkeys(self._history.load_history_strings()))[:_ENTRIES]
        for entry in entries:
            text = entry.casefold()
            if all(word in text or fit(word, text) is not None for word in wanted):
                yield Completion(entry, -len(document.text_before_cursor), display=entry.replace("\n", " ⏎ "))
