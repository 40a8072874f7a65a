"""Opening the tables to answer from: the built file when it is right, a new build when it is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from pathlib import Path

import duckdb

from assistant import resources
from assistant.errors import AssistantError, CacheError, ClosedError
from assistant.records import dataclass
from assistant.tables import fingerprint, locate, workshop
from assistant.tables.engine import ENGINE, TIME_LIMIT, connect, stoppable
from assistant.tables.progress import Progress, progress_for_terminal


@dataclass(slots=True)
class Tables:
    """The open tables: a read-only connection, the digest of their data, and what the user must know.

    `note` is None when all is well; else it says, for instance, that an earlier build answers.
    """

    connection: duckdb.DuckDBPyConnection
    data: Path
    digest: str
    path: Path
    signature: str
    note: str | None = None
    on_close: Callable[[], None] | None = field(default=None, repr=False)
    closed: bool = False

    def changed(self) -> bool:
        """Whether the data folder is no longer as it was when the tables were opened."""
        try:
            return fingerprint.signature(self.data) != self.signature
        except (OSError, AssistantError):
            return True

    def check_open(self) -> None:
        """Raises ClosedError once they are closed: the database's own error would not say what to do."""
        if self.closed:
            raise ClosedError("The assistant", "is closed", remedy="Open another with Assistant().")

    def close(self) -> None:
        """Close the connection, and remove the file if it was built for this run only."""
        self.closed = True
        self.connection.close()
        if self.on_close is not None:
            self.on_close()
            self.on_close = None


@stoppable()
def open_tables(
    data: Path | None = None,
    cache: Path | None = None,
    *,
    progress: Progress | None = None,
    partial: bool = False,
    seconds: float = TIME_LIMIT,
) -> Tables:
    """The tables of `data` (default: those shipped), built first if need be, opened read-only.

    `partial` leaves tables without a file empty; no query may take longer than `seconds`.
    Raises DataError when `data` is wrong and no earlier
    build of it can answer, CacheError when no folder can hold the build.
    """
    order = workshop.Order(data or resources.data_folder(), progress or progress_for_terminal(), partial, seconds)
    return _opened(order, locate.cache_folder(cache))


def _opened(order: workshop.Order, cache: Path) -> Tables:
    signature = fingerprint.signature(order.data)
    memory = locate.remembered(cache, order.data)
    digest, size = _identify(order, signature, memory)
    path = locate.built_file(cache, digest, ENGINE)
    connection = connect(path, size, order.seconds)
    if connection is None:
        return _build(order, cache, signature, digest, memory)
    if memory is None or memory.signature != signature:
        _remember(cache, order.data, signature, digest, path)
    return Tables(connection, order.data, digest, path, signature)


def _identify(order: workshop.Order, signature: str, memory: locate.Memory | None) -> tuple[str, int | None]:
    """The digest of the data, and the size its build must have when that is known."""
    if memory is not None and (memory.signature, memory.partial) == (signature, order.partial):
        return memory.digest, memory.size
    digest = fingerprint.digest(order.data) + ("-partial" if order.partial else "")
    return digest, memory.size if memory is not None and memory.digest == digest else None


def _build(order: workshop.Order, cache: Path, signature: str, digest: str, memory: locate.Memory | None) -> Tables:
    path = locate.built_file(cache, digest, ENGINE)
    try:
        if memory is not None and memory.digest == digest:
            path.unlink(missing_ok=True)  # not the file that was built: cut short, or written over
        workshop.build_in_cache(order, path)
    except OSError as error:
        return _elsewhere(order, cache, signature, digest, memory, error)
    except AssistantError as error:
        return _earlier(order, cache, signature, memory, error)
    connection = _connected(path, order.seconds)
    _remember(cache, order.data, signature, digest, path)
    return Tables(connection, order.data, digest, path, signature)


def _elsewhere(
    order: workshop.Order, cache: Path, signature: str, digest: str, memory: locate.Memory | None, reason: OSError
) -> Tables:
    """A build for this run only; where there is no room for that either, the earlier one."""
    try:
        return _aside(order, cache, signature, digest, reason)
    except AssistantError as error:
        return _earlier(order, cache, signature, memory, error)


def _aside(order: workshop.Order, cache: Path, signature: str, digest: str, reason: OSError) -> Tables:
    path, remove = workshop.build_aside(order)
    note = f"The cache folder {cache} cannot be used ({reason}); the tables were built for this run only."
    return Tables(_connected(path, order.seconds), order.data, digest, path, signature, note, remove)


def _earlier(
    order: workshop.Order, cache: Path, signature: str, memory: locate.Memory | None, reason: AssistantError
) -> Tables:
    if memory is None:
        raise reason
    path = locate.built_file(cache, memory.digest, ENGINE)
    connection = connect(path, memory.size, order.seconds)
    if connection is None:
        raise reason
    note = f"The changed tables could not be built, so the earlier ones answer.\n{reason}"
    return Tables(connection, order.data, memory.digest, path, signature, note)


def _connected(path: Path, seconds: float) -> duckdb.DuckDBPyConnection:
    connection = connect(path, seconds=seconds)
    if connection is None:
        wrong = "the tables were built but cannot be opened"
        raise CacheError(str(path), wrong, remedy=workshop.OTHER_CACHE)
    return connection


def _remember(cache: Path, data: Path, signature: str, digest: str, path: Path) -> None:
    # A signature taken just after a write is not kept: the next run reads the files again instead.
    kept = signature if fingerprint.settled(data) else ""
    locate.remember(cache, data, locate.Memory(kept, digest, path.stat().st_size))
