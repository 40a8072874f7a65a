"""The embedded DuckDB file: where it is, how it is built from `data/`, and how it is opened to answer."""

from assistant.tables.opening import Tables, open_tables

__all__ = ["Tables", "open_tables"]
