"""Cells, and the columns they stand in: what a query fetches and an answer shows."""

from __future__ import annotations

from enum import Enum

from assistant.records import dataclass

Cell = str | int | float | bool | None


class Unit(Enum):
    """What the figures of a column or a headline are, and so how text prints them."""

    TEXT = "text"
    COUNT = "count"  # 1,234
    SHARE = "share"  # percentage: 31.9 prints as 31.9%
    POINTS = "points"  # percentage points, signed: +2.3
    CHANGE = "change"  # seats gained or lost, signed: −3
    YEAR = "year"  # 2016, never 2,016
    DATE = "date"
    TRUTH = "truth"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an answer's table: `key` names it in rows and JSON, `title` heads it in text."""

    key: str
    title: str
    unit: Unit
