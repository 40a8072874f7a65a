"""What an answer is composed with: a way to run queries, the sources, and the question's own text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from assistant.answer.model import Cell, Source
from assistant.query.sql import Query
from assistant.records import dataclass

Row = Mapping[str, Cell]
Rows = Sequence[Row]


@dataclass(slots=True)
class Desk:
    """Runs queries and remembers the first, which is the one an answer shows."""

    execute: Callable[[Query], Rows]
    source_list: Mapping[str, Source]
    shown: Query | None = None
    ran: list[Query] = field(default_factory=list)

    def run(self, query: Query) -> Rows:
        """The rows of a query; the first query run is the answer's own."""
        if self.shown is None:
            self.shown = query
        self.ran.append(query)
        return self.execute(query)

    def ask(self, text: str, *values: Cell) -> Rows:
        """Run plain SQL from this package, with bound values."""
        return self.run(Query(text, values))

    def main(self, text: str, *values: Cell) -> Rows:
        """Run plain SQL and show it as the answer's own query."""
        self.shown = Query(text, values)
        return self.ask(text, *values)

    def sources(self, *ids: Cell | list[str]) -> tuple[Source, ...]:
        """The sources of lists of ids (or ids with spaces between), each once, in a fixed order."""
        wanted = {
            part for listed in ids if listed for part in (listed if isinstance(listed, list) else str(listed).split())
        }
        return tuple(self.source_list[i] for i in sorted(wanted) if i in self.source_list)
