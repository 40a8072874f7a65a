"""Building into the cache, one process at a time and all or nothing; or aside, for one run only."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import duckdb

from assistant.errors import CacheError
from assistant.records import dataclass
from assistant.tables import locate
from assistant.tables.engine import TIME_LIMIT, connect
from assistant.tables.progress import Progress

_LOCK_SECONDS = 600
OTHER_CACHE = f"Name a folder that can be written with --cache FOLDER or {locate.CACHE_VARIABLE}."


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: the data folder, how to show progress, whether tables may lack a file.

    What is built is opened for queries of at most so many `seconds`.
    """

    data: Path
    progress: Progress
    partial: bool
    seconds: float = TIME_LIMIT


def build_in_cache(order: Order, path: Path) -> None:
    """Build `path`, unless another process does so first. A killed build leaves `path` as it was.

    Raises OSError when the cache cannot be used, DataError when the data is wrong.
    """
    from filelock import FileLock

    cache = path.parent
    cache.mkdir(parents=True, exist_ok=True)
    with FileLock(cache / "build.lock", timeout=_LOCK_SECONDS):
        other = connect(path, seconds=order.seconds)
        if other is not None:
            other.close()
            return
        locate.sweep(cache)
        unfinished = cache / f"building-{path.name}"
        try:
            _build_file(order, unfinished)
            unfinished.replace(path)
        finally:
            locate.sweep(cache)  # a failed build must not keep a full disk full
        locate.prune(cache)


def build_aside(order: Order) -> tuple[Path, Callable[[], None]]:
    """A build in a temporary folder, and the call that removes it. Raises CacheError, DataError."""
    try:
        folder = tempfile.TemporaryDirectory(prefix="election-results-", ignore_cleanup_errors=True)
        path = Path(folder.name) / "tables.duckdb"
        _build_file(order, path)
    except OSError as error:
        wrong = f"no room to build the tables: {error}"
        raise CacheError(tempfile.gettempdir(), wrong, remedy=OTHER_CACHE) from error
    return path, folder.cleanup


def _build_file(order: Order, target: Path) -> None:
    from assistant.tables.build import build  # most runs find the tables built

    try:
        build(order.data, target, order.progress, partial=order.partial)
    except duckdb.Error as error:
        raise OSError(str(error).splitlines()[0]) from error
