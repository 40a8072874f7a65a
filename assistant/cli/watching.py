"""Files watched for changes: looked at twice a second, by their sizes and times."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path

_EVERY = 0.5  # seconds
Seen = dict[Path, tuple[int, int]]


def changes(folders: Iterable[Path]) -> Iterator[None]:
    """Yields at once, and again each time a file under one of `folders` (or one that is a file) has changed."""
    named = tuple(folders)
    seen = _seen(named)
    yield
    while True:
        time.sleep(_EVERY)
        now = _seen(named)
        if now != seen:
            seen = now
            yield


def _seen(named: Iterable[Path]) -> Seen:
    files = (path for name in named for path in (name.rglob("*") if name.is_dir() else [name]))
    return {path: state for path in files if (state := _state(path)) is not None}


def _state(path: Path) -> tuple[int, int] | None:
    try:
        facts = path.stat()
    except OSError:  # gone between being listed and being looked at
        return None
    return facts.st_mtime_ns, facts.st_size
