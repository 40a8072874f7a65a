"""The keys: Tab takes what is offered, Enter asks, Esc Enter begins a line, Ctrl-R searches past entries."""

from __future__ import annotations

from prompt_toolkit.application.current import get_app
from prompt_toolkit.buffer import Buffer, CompletionState
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.filters import Condition, has_completions
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent

from assistant.repl.prompt.completions import Searching


def bindings(searching: Searching) -> KeyBindings:
    """The bindings of the prompt, over those of prompt_toolkit."""
    keys = KeyBindings()
    active = Condition(lambda: searching.on)

    @keys.add("escape", "enter")
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    @keys.add("tab")
    def _(event: KeyPressEvent) -> None:
        state = event.current_buffer.complete_state
        if state is not None and state.completions:
            event.current_buffer.complete_next()
        else:
            _offer(event.current_buffer)

    @keys.add("enter", filter=~active)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    @keys.add("c-r", filter=~active)
    def _(event: KeyPressEvent) -> None:
        searching.on = True
        event.current_buffer.start_completion()

    @keys.add("c-r", filter=active & has_completions)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.complete_next()

    @keys.add("enter", filter=active)
    def _(event: KeyPressEvent) -> None:
        _take(event.current_buffer)
        searching.on = False

    @keys.add("escape", filter=active, eager=True)
    @keys.add("c-g", filter=active)
    @keys.add("c-c", filter=active)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.cancel_completion()
        searching.on = False

    return keys


def _offer(buffer: Buffer) -> None:
    """Insert the best completion and list the rest, at once: whoever types fast does not wait for a menu."""
    asked = CompleteEvent(completion_requested=True)
    found = list(buffer.completer.get_completions(buffer.document, asked))
    if found:
        buffer.complete_state = CompletionState(buffer.document, found)
        buffer.go_to_completion(0)


def _take(buffer: Buffer) -> None:
    """Leave the entry that is selected, or the first one offered, in the line."""
    state = buffer.complete_state
    if state is not None and state.current_completion is None and state.completions:
        buffer.go_to_completion(0)
    buffer.complete_state = None
    get_app().invalidate()
