"""What the prompt offers: commands after a colon, choices by number, words and names, past entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prompt_toolkit.completion import CompleteEvent, Completer, Completion, PathCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.history import History

from assistant.completion.fuzzy import fit
from assistant.completion.held import Offer
from assistant.completion.typing import Suggestion
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
        if requested and not line and self._conversation.offers:
            for number, question in self._conversation.offers.items():
                yield Completion(number, display_meta=question)
            return
        for each in self._offers(line):
            typed = line[each.start :]
            if requested or each.kind == "year" or (len(typed) >= _BEGUN and each.text != typed):
                shown = each.text if len(each.text) <= _WIDEST else f"{each.text[: _WIDEST - 1]}…"
                yield Completion(each.text, -len(typed), display=shown, display_meta=each.kind)

    def _offers(self, line: str) -> Iterator[Suggestion | Offer]:
        """What the language knows, then what only the tables hold; first of all a name of which more is typed."""
        asker = self._conversation.asker
        held = asker.held.offers(line)
        if any(each.kind == "year" for each in held):
            yield from held
            return
        known = asker.typing.suggest(line, self._conversation.usage, self._conversation.spoken)
        first = min((each.start for each in known), default=len(line))
        texts = {each.text.casefold() for each in known}
        yield from (each for each in held if each.start < first)
        yield from known
        yield from (each for each in held if each.start >= first and each.text.casefold() not in texts)

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
        if command.name == "watch":
            rest = rest.partition(" ")[2]
        if command.name in ("explain", "watch"):
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
