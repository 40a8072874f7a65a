"""A connection that keeps watch: a query that the tables reject, or that could write, fails the test.

An assistant turns a rejected query into a refusal, so that nobody sees a traceback; a test must see it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import duckdb

from assistant import Assistant
from assistant.lookup import Lookup
from assistant.tables.statements import Statements


class Rejected(AssertionError):
    """A query that must not be: the tables reject it, or it is no single SELECT."""


@dataclass(slots=True)
class Witness:
    """Stands in the place of a connection; `shapes` are the texts checked so far."""

    connection: duckdb.DuckDBPyConnection
    shapes: set[str] = field(default_factory=set)

    def execute(self, query: str | duckdb.Statement, values: Iterable[Any] = ()) -> duckdb.DuckDBPyConnection:
        """The connection's own `execute`; raises Rejected where that raises an error."""
        bound, text = list(values), query if isinstance(query, str) else query.query
        self.examine(text, bound)
        return self._taken(lambda: self.connection.execute(query, bound), text, bound)

    def extract_statements(self, text: str) -> list[duckdb.Statement]:
        """The statements of a text, which must be one SELECT."""
        self.examine_kind(text)
        return self.connection.extract_statements(text)

    def examine(self, text: str, values: Iterable[Any] = ()) -> None:
        """Check the text of a query, without running it, if it was not checked before."""
        if text in self.shapes:
            return
        bound = list(values)
        self.examine_kind(text)
        self._taken(lambda: self.connection.execute(f"EXPLAIN {text}", bound), text, bound)
        self.shapes.add(text)

    def examine_kind(self, text: str) -> None:
        """A text that could write is none of ours."""
        statements = self._taken(lambda: self.connection.extract_statements(text), text, [])
        kinds = [statement.type.name for statement in statements]
        if kinds != ["SELECT"]:
            raise Rejected(f"{kinds} and not one SELECT:\n{text}")

    def interrupt(self) -> None:
        """Stop the query that runs."""
        self.connection.interrupt()

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    @staticmethod
    def _taken(work: Callable[[], Any], text: str, values: list[Any]) -> Any:
        try:
            return work()
        except duckdb.InterruptException:
            raise
        except duckdb.Error as error:
            raise Rejected(f"{str(error).splitlines()[0]}\n{text}\n{values}") from error


def watch(assistant: Assistant) -> Witness:
    """From now on every query of `assistant` is checked by the witness returned."""
    witness = Witness(assistant._tables.connection)
    stand_in: Any = witness
    assistant._connection = stand_in
    assistant._lookup, assistant._statements = Lookup(stand_in), Statements(stand_in)
    return witness


def unwatch(assistant: Assistant) -> None:
    """Give `assistant` its own connection again."""
    assistant._connection = assistant._tables.connection
    assistant._lookup, assistant._statements = Lookup(assistant._connection), Statements(assistant._connection)
