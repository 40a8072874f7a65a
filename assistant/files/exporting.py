"""An answer written to a file, in the format that the file's name asks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from assistant.answer.model import Answer
from assistant.errors import InputError
from assistant.render import csv_table, json_line, markdown
from assistant.render.as_xlsx import workbook

_BY_SUFFIX: dict[str, Callable[[Answer], bytes]] = {
    ".csv": lambda answer: f"{csv_table(answer)}\n".encode("utf-8-sig"),  # the mark tells a spreadsheet
    ".json": lambda answer: f"{json_line(answer)}\n".encode(),
    ".md": lambda answer: f"{markdown(answer)}\n".encode(),
    ".xlsx": workbook,
}
SUFFIXES = tuple(_BY_SUFFIX)


def export(answer: Answer, path: Path, *, over: bool = False) -> None:
    """Write `answer` to `path`. Raises InputError for another suffix, a file that is there, or no room.

    `over` writes over a file that is there.
    """
    write = _BY_SUFFIX.get(path.suffix.lower())
    if write is None:
        raise InputError(str(path), f"the name must end in {', '.join(SUFFIXES)}")
    content = write(answer)
    try:
        with path.open("wb" if over else "xb") as stream:
            stream.write(content)
    except FileExistsError as error:
        raise InputError(str(path), "is there already", remedy=f"To write over it: :export! {path}") from error
    except OSError as error:
        raise InputError(str(path), f"cannot be written: {error.strerror}") from error
