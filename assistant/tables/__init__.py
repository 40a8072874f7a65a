"""The embedded DuckDB file: where it is, how it is built from `data/`, and how it is opened to answer."""

from assistant.tables.engine import TIME_LIMIT, OutOfTime, stoppable
from assistant.tables.opening import Tables, open_tables

__all__ = ["TIME_LIMIT", "OutOfTime", "Tables", "open_tables", "stoppable"]
