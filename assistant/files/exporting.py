"""An answer written to a file, in the format that the file's name asks for."""

from __future__ import annotations

from pathlib import Path

from assistant.answer.model import Answer
from assistant.errors import InputError
from assistant.render import FORMATS, Wanted, render

WORKBOOK = "xlsx"
FILE_FORMATS = (*FORMATS, WORKBOOK)
_BY_SUFFIX = {
    ".csv": "csv",
    ".html": "html",
    ".json": "json",
    ".jsonl": "json",
    ".md": "markdown",
    ".txt": "text",
    ".xlsx": WORKBOOK,
}
SUFFIXES = (".csv", ".html", ".json", ".md", ".txt", ".xlsx")
WHOLE = Wanted(rows=0)  # what goes into a file is the whole table


def format_of(path: Path) -> str:
    """The format that a file's name asks for. Raises InputError for a name that asks for none."""
    form = _BY_SUFFIX.get(path.suffix.lower())
    if form is None:
        raise InputError(str(path), f"the name must end in {', '.join(SUFFIXES)}")
    return form


def content(answer: Answer, form: str, wanted: Wanted = WHOLE) -> bytes:
    """The bytes of a file that holds one answer."""
    if form == WORKBOOK:
        from assistant.render.as_xlsx import workbook  # which nobody else needs

        return workbook(answer, wanted)
    return f"{render(answer, form, wanted)}\n".encode()


def export(answer: Answer, path: Path, *, over: bool = False) -> None:
    """Write `answer` to `path`. Raises InputError for another suffix, a file that is there, or no room.

    `over` writes over a file that is there. CSV begins with a byte-order mark, which tells a spreadsheet
    that it is UTF-8.
    """
    form = format_of(path)
    mark = b"\xef\xbb\xbf" if form == "csv" else b""
    written = mark + content(answer, form)
    try:
        with path.open("wb" if over else "xb") as stream:
            stream.write(written)
    except FileExistsError as error:
        raise InputError(str(path), "is there already", remedy=f"To write over it: :export! {path}") from error
    except OSError as error:
        raise InputError(str(path), f"cannot be written: {error.strerror}") from error
