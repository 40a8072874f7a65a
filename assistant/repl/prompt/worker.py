"""Work in a thread of its own, so that Ctrl-C reaches the prompt while a query runs."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from typing import TypeVar

Result = TypeVar("Result")
_LOOK = 0.05  # seconds between looks for Ctrl-C; a platform's lock may not wake for a signal


class Stopped(Exception):
    """The user stopped the work."""


def in_background(work: Callable[[], Result], cancel: Callable[[], None]) -> Result:
    """What `work` returns or raises. Ctrl-C calls `cancel` and, when the work has ended, raises Stopped."""
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(work)
        try:
            while True:
                try:
                    return future.result(timeout=_LOOK)
                except NotYet:
                    if future.done():
                        raise
        except KeyboardInterrupt:
            cancel()
            _settle(future.exception)
            raise Stopped from None


def _settle(wait: Callable[[], BaseException | None]) -> None:
    """Wait for the end of work that has been told to stop, whatever else is pressed meanwhile."""
    while True:
        try:
            wait()
            return
        except KeyboardInterrupt:
            continue
