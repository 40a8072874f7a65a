"""What a reader works with: the source folder, the resolvers, the rows made so far and the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from assistant.importer.model import Row
from assistant.importer.report import Ledger
from assistant.importer.resolve import Councils, Parties


@dataclass(slots=True)
class Workbench:
    """Shared by the steps of one build, which add rows and never take any away."""

    sources: Path
    today: date
    councils: Councils
    parties: Parties
    ledger: Ledger = field(default_factory=Ledger)
    tables: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))

    def add(self, rows: Iterable[Row]) -> None:
        """Put *rows* on their tables."""
        for row in rows:
            self.tables[row.table].append(row)

    def nation(self, council_id: str) -> str:
        """The nation of a council, which some party columns need."""
        return self.councils.by_id[council_id].nation
