"""A terminal in a test: a program runs in it, keys are typed, and the screen is read as a person sees it."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

UP, TAB, ENTER, ESCAPE = "\x1b[A", "\t", "\r", "\x1b"
CTRL_C, CTRL_D, CTRL_R, CTRL_U = "\x03", "\x04", "\x12", "\x15"
_PATIENCE = 30.0  # seconds


class Terminal:
    """Runs `python ARGUMENTS` in a terminal of its own size, home and history."""

    def __init__(self, *arguments: str, home: Path, columns: int = 80, rows: int = 40, **environment: str) -> None:
        usual = {"TERM": "xterm-256color", "PAGER": "cat"}
        variables = {**os.environ, **usual, "XDG_STATE_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
        self.screen = pyte.HistoryScreen(columns, rows, history=10_000)
        self.screen.write_process_input = self._answer  # where the cursor is, when the program asks
        self._stream = pyte.Stream(self.screen)
        self.raw = ""
        self.process = pexpect.spawn(
            sys.executable,
            list(arguments),
            env={**variables, **environment},
            dimensions=(rows, columns),
            encoding="utf-8",
            cwd=str(home),
        )
        self.process.delaybeforesend = None

    def type(self, keys: str) -> None:
        """Press keys, with a moment for the program to take in what was typed before."""
        self.settle()
        self.process.send(keys)

    def until(self, awaited: str) -> str:
        """The screen once it shows `awaited`."""
        deadline = time.monotonic() + _PATIENCE
        while awaited not in self.shown:
            assert time.monotonic() < deadline, f"{awaited!r} never came; the screen shows\n{self.shown}"
            self._read(0.05)
        return self.shown

    def settle(self, quiet: float = 0.15) -> str:
        """The screen once nothing has been written for a while."""
        while self._read(quiet):
            pass
        return self.shown

    def resize(self, columns: int, rows: int) -> None:
        """Drag the window to another size."""
        self.screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    def ended(self) -> int | None:
        """The exit code, once the program has ended."""
        deadline = time.monotonic() + _PATIENCE
        while self.process.isalive() and time.monotonic() < deadline:
            self._read(0.1)
        return self.process.exitstatus

    @property
    def shown(self) -> str:
        """The lines on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    def style_of(self, word: str) -> tuple[str, bool]:
        """The colour of a word in the entry being typed, and whether it is underlined."""
        for row in range(self.screen.lines - 1, -1, -1):
            line = self.screen.display[row]
            if line.startswith("> ") and word in line:
                cell = self.screen.buffer[row][line.index(word)]
                return cell.fg, cell.underscore
        raise AssertionError(f"{word!r} is not being typed\n{self.shown}")

    def _answer(self, reply: str) -> None:
        self.process.send(reply)

    def _read(self, patience: float) -> bool:
        try:
            new = self.process.read_nonblocking(65536, patience)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.raw += new
        self._stream.feed(new)
        return True

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self.process.close(force=True)
