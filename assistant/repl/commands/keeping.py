"""Commands that take answers out of the conversation, and bring questions into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.errors import InputError
from assistant.files.exporting import SUFFIXES, export
from assistant.files.questions import Asked, questions
from assistant.files.saving import leading, save, target
from assistant.render.visible import visible
from assistant.repl import clipboard
from assistant.repl.commands.order import Order


def copy(order: Order) -> str:
    """Put the last answer on the clipboard, in the format chosen."""
    how = clipboard.copy(order.conversation.shown(order.last, order.width))
    return f"Copied ({how})." if how else "There is no clipboard here; :export FILE writes a file."


def export_last(order: Order) -> str:
    """Write the last answer to a file."""
    if not order.rest:
        raise InputError(":export", f"takes the name of a file that ends in {', '.join(SUFFIXES)}")
    answer, path = order.last, Path(order.rest).expanduser()
    export(answer, path, over=order.insisted)
    rows = f"{len(answer.rows):,} row{'' if len(answer.rows) == 1 else 's'}" if answer.rows else "the answer"
    return f"Wrote {rows} to {path}."


def save_asked(order: Order) -> str:
    """Keep the last exchange, or the whole conversation, as a transcript."""
    name, _, extent = order.rest.partition(" ")
    if not name or extent.strip() not in ("", "all"):
        raise InputError(":save", "takes a name, and “all” for the whole conversation")
    path, last, whole = target(name), order.last, order.conversation.whole
    count = len(order.conversation.asked) if extent else 1
    needed = len(whole) - count if extent else leading(order.conversation.asker, whole)
    assert whole[-1] is last
    save(path, whole[len(whole) - count - needed :], needed)
    what = f"{count} exchanges" if count > 1 else "the last exchange"
    return f"Saved {what} to {path}; “assistant check {path}” runs it again."


def run_file(order: Order) -> str:
    """Ask the questions of a file, one after the other, in this conversation."""
    if not order.rest:
        raise InputError(":run", "takes the name of a file of questions, one a line")
    path = Path(order.rest).expanduser()
    try:
        with path.open("rb") as stream:
            return "\n\n".join(_replies(order, questions(stream))) or f"{path} asks nothing."
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error


def _replies(order: Order, lines: Iterator[Asked]) -> Iterator[str]:
    conversation = order.conversation
    for number, asked in enumerate(lines):
        if conversation.stopped:
            yield "Stopped."
            return
        if asked.opens and number:
            conversation.begin()
        if asked.problem:
            yield f"{order.rest}:{asked.line}: {asked.problem}"
            continue
        yield f"> {visible(asked.text)}\n\n{conversation.ask(asked.text, order.width).words}"
