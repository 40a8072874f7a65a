"""What the global options say, and the assistant they call for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from assistant.asking import Asker
from assistant.cli.output import warn
from assistant.records import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The folders, the day and the seconds to answer by; None is the default of each."""

    data: Path | None = None
    cache: Path | None = None
    today: date | None = None
    timeout: float | None = None

    def open(self) -> Asker:
        """An assistant over the tables as they are now, to be closed by the caller."""
        from assistant import Assistant

        return Assistant(data=self.data, cache=self.cache, today=self.today, timeout=self.timeout)

    @contextmanager
    def assistant(self) -> Iterator[Asker]:
        """An assistant, closed at the end; what must be known of its tables goes to standard error."""
        asker = self.open()
        try:
            if asker.notice:
                warn(asker.notice)
            yield asker
        finally:
            asker.close()
