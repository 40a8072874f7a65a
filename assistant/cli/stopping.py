"""Being told to stop: at once while waiting or working, after the answer being written while writing."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class _State:
    writing = False
    asked = False


_STATE = _State()


def listen() -> None:
    """From now on an interrupt or a termination raises KeyboardInterrupt, never within `whole`."""
    signal.signal(signal.SIGINT, _stop)
    signal.signal(signal.SIGTERM, _stop)


@contextmanager
def whole() -> Iterator[None]:
    """What is written within is written to its end; a second signal breaks off even that."""
    _STATE.writing = True
    try:
        yield
    finally:
        _STATE.writing = False
    if _STATE.asked:
        raise KeyboardInterrupt


def _stop(_signal: int, _frame: FrameType | None) -> None:
    if _STATE.writing and not _STATE.asked:
        _STATE.asked = True
        return
    raise KeyboardInterrupt
