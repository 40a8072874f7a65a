"""How much of an answer is printed, and how wide."""

from __future__ import annotations

from assistant.records import dataclass

WIDTH = 80


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader has chosen: `width` in terminal columns, for text alone; `rows` of a table, 0 for all and
    None for what the format usually shows; whether the sources and their licences are named; whether JSON
    tells how long each stage took, which differs from run to run.
    """

    width: int = WIDTH
    rows: int | None = None
    attribution: bool = True
    timings: bool = False

    def limit(self, usual: int | None) -> int | None:
        """The rows to print at most, None for all; `usual` is the format's own number."""
        return usual if self.rows is None else self.rows or None


USUAL = Wanted()
