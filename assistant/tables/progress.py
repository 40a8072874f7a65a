"""A line of progress on standard error, when that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable

_WIDTH = 24

Progress = Callable[[int, int, str], None]
"""Told before each step: steps done, steps in all, what comes next (a table or a view file)."""


def silent(done: int, total: int, step: str) -> None:
    """A progress that shows nothing."""


def progress_for_terminal() -> Progress:
    """A progress that redraws one line on a terminal, and shows nothing anywhere else."""
    return _draw if sys.stderr is not None and sys.stderr.isatty() else silent


def _draw(done: int, total: int, step: str) -> None:
    filled = _WIDTH * done // total
    bar = "#" * filled + "-" * (_WIDTH - filled)
    line = "\r\x1b[K" if done == total else f"\r\x1b[KBuilding the tables [{bar}] {done}/{total} {step}"
    sys.stderr.write(line)
    sys.stderr.flush()
