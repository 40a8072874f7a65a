"""The table that is printed: each measurement beside its bar, under the name of the machine."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement: what, the figure as printed, its bar, and the two sides it is made of."""

    what: str
    figure: float
    bar: float | None
    detail: str
    unit: str = "×"

    @property
    def cells(self) -> tuple[str, str, str, str, str]:
        """The line as the table shows it."""
        shown = f"{self.figure:.2f} {self.unit}"
        if self.bar is None:
            return self.what, shown, "—", "", self.detail
        return self.what, shown, f"≤ {self.bar:g} {self.unit}", "yes" if self.figure <= self.bar else "no", self.detail


def markdown(lines: Sequence[Line]) -> str:
    """The measurements as one Markdown table, columns aligned."""
    rows = [("what", "measured", "bar", "met", "of what"), *(line.cells for line in lines)]
    widths = [max(len(row[at]) for row in rows) for at in range(5)]
    told = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    return "\n".join([told[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *told[1:]])


def machine() -> str:
    """The machine and the day, in a line."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    system = " ".join((platform.system(), platform.release()))
    versions = f"Python {platform.python_version()}, DuckDB {duckdb.__version__}"
    return f"{datetime.now(UTC):%d %B %Y} · {_processor()}, {cores} cores, {memory:.0f} GB · {system} · {versions}"


def _processor() -> str:
    named = (line.partition(":")[2].strip() for line in _about_processor() if line.startswith("model name"))
    return next(named, "") or platform.processor() or platform.machine()


def _about_processor() -> Iterator[str]:
    about = Path("/proc/cpuinfo")
    if sys.platform == "linux" and about.is_file():
        yield from about.read_text(encoding="utf-8").splitlines()
