"""Standard output for answers and nothing else, standard error for the rest; both UTF-8 everywhere."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from assistant.errors import InputError
from assistant.records import dataclass
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
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


@dataclass(frozen=True, slots=True)
class Sink:
    """Where answers go: whole pieces, each written at once."""

    stream: BinaryIO

    def say(self, text: str) -> None:
        """Write text and a line break."""
        self.send(f"{text}\n".encode(errors="replace"))

    def send(self, content: bytes) -> None:
        """Write bytes."""
        self.stream.write(content)
        self.stream.flush()


@contextmanager
def to(target: Path | None, inputs: Iterable[Path] = ()) -> Iterator[Sink]:
    """What takes answers: standard output, or the file `target`, which must be none of `inputs`."""
    if target is None:
        yield Sink(sys.stdout.buffer)
        return
    if any(target.exists() and each.exists() and target.samefile(each) for each in inputs):
        raise InputError(str(target), "is a file of questions; the answers would be written over it")
    try:
        stream = target.open("wb")
    except OSError as error:
        raise InputError(str(target), f"cannot be written: {error.strerror}") from error
    with stream:
        yield Sink(stream)


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
