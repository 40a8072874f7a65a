"""Statements kept parsed: questions of one shape run the same text with other values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import duckdb

_KEPT = 512  # far more than the texts in everyday use; parsing one takes about a seventh of running it


class Statements:
    """Runs SQL on one connection; a text that was run before is not parsed again."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._parsed: Callable[[str], duckdb.Statement] = lru_cache(_KEPT)(self._parse)

    def run(self, text: str, values: Sequence[object]) -> duckdb.DuckDBPyConnection:
        """The connection with the result of a statement. Raises duckdb.Error."""
        return self._connection.execute(self._parsed(text), list(values))

    def _parse(self, text: str) -> duckdb.Statement:
        (statement,) = self._connection.extract_statements(text)
        return statement
