"""Measuring two things side by side: A B A B, so that a busy machine slows both.

Plain clocks and medians, not pyperf: a ratio wants its pairs in one process, on one connection and turn by turn,
while pyperf measures one thing at a time in fresh processes. Within this process the clock is the processor's:
the tables are in memory and DuckDB answers on one thread, so nothing is waited for, and what else the machine does
does not count.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Pair:
    """Seconds of one thing and of its floor, each the median of its rounds."""

    mine: float
    floor: float

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.mine / self.floor


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes, by the processor's clock."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def side_by_side(mine: Callable[[], object], floor: Callable[[], object], rounds: int) -> Pair:
    """The medians of both, called in turn; the first round warms up and is not counted."""
    taken = [(seconds(mine), seconds(floor)) for _ in range(rounds + 1)][1:]
    return Pair(median(a for a, _ in taken), median(b for _, b in taken))


def percentile(values: Sequence[float], part: float) -> float:
    """The value below which `part` of them lie."""
    return sorted(values)[min(int(part * len(values)), len(values) - 1)]
