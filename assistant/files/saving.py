"""Exchanges of a conversation saved as a transcript, so that a figure that moves is noticed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from assistant.answer.model import Answer
from assistant.asking import Asker
from assistant.errors import InputError
from assistant.files.layers import layers_of
from assistant.files.transcript import PLACEHOLDER, remembered
from assistant.render.text import text

_FOLDER = Path("transcripts")
_LOOKED_BACK = 8  # exchanges; what takes from further back is saved with all that went before
_NAME = re.compile(r"[\w][\w .-]*")


def target(name: str, folder: Path = _FOLDER) -> Path:
    """Where a transcript called `name` is kept: under `transcripts/` if that is here. Raises InputError."""
    path = Path(name)
    if path.suffix != ".md":
        path = path.with_name(f"{path.name}.md") if path.name else path
    if not _NAME.fullmatch(path.name):
        raise InputError(name, "is no name for a file")
    return folder / path if len(path.parts) == 1 and folder.is_dir() else path


def save(path: Path, asked: Sequence[Answer], needed: int = 0) -> None:
    """Append `asked` to the transcript as one block; the first `needed` only lead to the rest.

    What only leads is kept as a question with a placeholder. Raises InputError if it cannot be written.
    """
    block = _block(asked, needed)
    try:
        begun = path.exists()
        with path.open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(block if begun else f"# {path.stem}\n{block}")
    except OSError as error:
        raise InputError(str(path), f"cannot be written: {error.strerror}") from error


def leading(asker: Asker, asked: Sequence[Answer]) -> int:
    """How many exchanges before the last it takes from: the fewest after which it has the same answer.

    Asks again from a new conversation, and leaves `asker` as it was after `asked`.
    """
    last, most = asked[-1], len(asked) - 1
    count = most
    for count in [*range(min(_LOOKED_BACK, most)), most]:
        asker.reset()
        answers = [asker.ask(each.question) for each in asked[len(asked) - 1 - count :]]
        if answers[-1] == last:
            break
    asker.reset()
    for each in asked:
        asker.ask(each.question)
    return count


def _block(asked: Sequence[Answer], needed: int) -> str:
    layers = remembered((_one_line(answer.question), layers_of(answer)) for answer in asked)
    exchanges = [
        f"> {_one_line(answer.question)}\n{PLACEHOLDER if number < needed else text(answer)}\n"
        for number, answer in enumerate(asked)
    ]
    return f"\n```transcript layers={layers}\n{chr(10).join(exchanges)}```\n"


def _one_line(question: str) -> str:
    return " ".join(question.split())
