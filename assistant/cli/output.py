"""Standard output for answers and nothing else, standard error for the rest; both UTF-8 everywhere."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TextIO

from assistant.errors import InputError
from assistant.render.visible import visible_lines

PLAIN_WIDTH = 80
_WIDEST = 120
_NARROWEST = 40


def prepare() -> None:
    """Make both streams UTF-8 whatever the locale, with line feeds as line ends."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def say(text: str) -> None:
    """Write an answer's text and a line break in one piece, at once: a reader sees whole lines only."""
    _write(sys.stdout, text)


@contextmanager
def to(target: Path | None, inputs: Iterable[Path] = ()) -> Iterator[Callable[[str], None]]:
    """What writes an answer: `say`, or the same into the file `target`, which must be none of `inputs`."""
    if target is None:
        yield say
        return
    if any(target.exists() and each.exists() and target.samefile(each) for each in inputs):
        raise InputError(str(target), "is a file of questions; the answers would be written over it")
    try:
        stream = target.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(str(target), f"cannot be written: {error.strerror}") from error
    with stream:
        yield partial(_write, stream)


def _write(stream: TextIO, text: str) -> None:
    stream.write(text + "\n")
    stream.flush()


def warn(text: str) -> None:
    """Write a message on standard error, its control characters shown and not obeyed."""
    sys.stderr.write(visible_lines(text) + "\n")
    sys.stderr.flush()


def width() -> int:
    """The columns for text: the terminal's on a terminal, else 80 on every machine."""
    if not sys.stdout.isatty():
        return PLAIN_WIDTH
    return max(_NARROWEST, min(shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns, _WIDEST))


def abandon() -> None:
    """After a reader has gone: send what is still buffered nowhere, so that leaving is quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
