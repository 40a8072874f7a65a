"""The one way a built file is opened: read-only, shut in, bounded; and how a query that was stopped is told."""

from __future__ import annotations

from contextlib import ContextDecorator, suppress
from pathlib import Path

import duckdb

from assistant.errors import AssistantError, CacheError

TIME_LIMIT = 30.0  # seconds for a query: the slowest takes about one
ENGINE = duckdb.__version__
# One thread: the tables are small, and sums of fractions must not depend on the number of cores.
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": "1GB",
    "max_temp_directory_size": "0KB",
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
# DuckDB draws its progress on stdout, where answers go. No other setting can be changed from then on.
_LOCKED = "SET enable_progress_bar = false; SET lock_configuration = true"


class OutOfTime(AssistantError):
    """A query took longer than it may."""

    def __init__(self) -> None:
        super().__init__("the tables", "a query took longer than it may", remedy="Allow more time: --timeout SECONDS.")


def connect(path: Path, size: int | None = None, seconds: float = TIME_LIMIT) -> duckdb.DuckDBPyConnection | None:
    """A read-only connection, or None when the file is missing, no DuckDB file, or not of `size` bytes.

    A query on it raises once it has run for `seconds`. Raises CacheError if this process has the file open
    with another limit.
    """
    settings = _SETTINGS | {"max_execution_time": max(1, round(seconds * 1000))}
    try:
        if size is not None and path.stat().st_size != size:
            return None
        connection = duckdb.connect(str(path), read_only=True, config=settings)
        with suppress(duckdb.InvalidInputException):  # locked by another connection of this process
            connection.execute(_LOCKED)
        return connection
    except duckdb.ConnectionException as error:
        wrong = "these tables are open in this process already, in another way"
        raise CacheError(str(path), wrong, remedy="Close the other assistant, or give both one time limit.") from error
    except (OSError, duckdb.Error):
        return None


class stoppable(ContextDecorator):
    """What DuckDB makes of a stop, as what it is: OutOfTime for the time limit, KeyboardInterrupt for a signal.

    No generator: that would write on the exceptions that pass, and a refusal is frozen.
    """

    def __enter__(self) -> None: ...

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, duckdb.InterruptException) and "maximum execution time" in str(error):
            raise OutOfTime from error
        # A signal handler that raises within a query comes out as this, and what it raised is lost.
        if isinstance(error, RuntimeError) and str(error) == "Query interrupted":
            raise KeyboardInterrupt from None
