"""The one way a built file is opened: read-only, shut in, bounded."""

from __future__ import annotations

from pathlib import Path

import duckdb

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


def connect(path: Path, size: int | None = None) -> duckdb.DuckDBPyConnection | None:
    """A read-only connection, or None when the file is missing, no DuckDB file, or not of `size` bytes."""
    try:
        if size is not None and path.stat().st_size != size:
            return None
        connection = duckdb.connect(str(path), read_only=True, config=_SETTINGS)
        connection.execute(_LOCKED)
        return connection
    except (OSError, duckdb.OperationalError, duckdb.InternalError):
        return None
