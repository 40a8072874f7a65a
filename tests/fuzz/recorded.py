"""A witness that keeps what it was told: fuzzing is of our own code, and the tables never change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import duckdb

from assistant import Assistant
from assistant.lookup import Lookup
from assistant.tables.statements import Statements
from tests.support.witness import Witness, watch

_MOST = 20_000  # results kept


@dataclass(frozen=True, slots=True)
class Result:
    """The rows of a query that ran, to be fetched again."""

    description: Any
    rows: list[tuple[Any, ...]]

    def fetchall(self) -> list[tuple[Any, ...]]:
        return list(self.rows)

    def fetchone(self) -> tuple[Any, ...] | None:
        return self.rows[0] if self.rows else None


@dataclass(slots=True)
class Recorder:
    """Stands in the place of a connection; runs each query with the same values once."""

    witness: Witness
    kept: dict[object, Result] = field(default_factory=dict)

    def execute(self, query: str | duckdb.Statement, values: Iterable[Any] = ()) -> Result:
        bound, text = list(values), query if isinstance(query, str) else query.query
        key = (text, repr(bound))
        if key not in self.kept:
            if len(self.kept) >= _MOST:
                self.kept.clear()
            cursor = self.witness.execute(query, bound)
            self.kept[key] = Result(cursor.description, cursor.fetchall())
        return self.kept[key]

    def extract_statements(self, text: str) -> list[duckdb.Statement]:
        return self.witness.extract_statements(text)

    def interrupt(self) -> None:
        self.witness.interrupt()


def record(assistant: Assistant) -> Witness:
    """From now on `assistant` asks its tables nothing twice, and a witness watches what it does ask."""
    witness = watch(assistant)
    stand_in: Any = Recorder(witness)
    assistant._connection = stand_in
    assistant._lookup, assistant._statements = Lookup(stand_in), Statements(stand_in)
    return witness
