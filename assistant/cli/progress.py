"""How far a file of questions has got: one line on standard error, where it disturbs nothing."""

from __future__ import annotations

import sys
from dataclasses import field
from pathlib import Path
from time import monotonic

from assistant.records import dataclass

_EVERY = 0.1  # seconds


@dataclass(slots=True)
class Progress:
    """Drawn only when standard error is a terminal and the answers themselves go elsewhere."""

    shown: bool
    done: int = 0
    unexpected: int = 0
    _drawn: bool = False
    _last: float = field(default_factory=monotonic)

    def step(self, file: Path, as_expected: bool) -> None:
        """One more question of `file` has its answer."""
        self.done += 1
        self.unexpected += not as_expected
        if self.shown and monotonic() - self._last >= _EVERY:
            self._last, self._drawn = monotonic(), True
            sys.stderr.write(f"\r\x1b[K{file.name}: {self.done:,} answered, {self.unexpected:,} unexpected")
            sys.stderr.flush()

    def clear(self) -> None:
        """Make room for a message, or for the shell's prompt."""
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._drawn = False


def on_terminal(output: Path | None) -> Progress:
    """A progress that shows itself when a terminal is watching and answers do not scroll by there."""
    watched = sys.stderr is not None and sys.stderr.isatty()
    return Progress(watched and (output is not None or not sys.stdout.isatty()))
