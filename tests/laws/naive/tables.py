"""The base tables by what they are looked up by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

Row = dict[str, Any]


class Tables:
    """A world's rows, and the few ways in which they are looked up."""

    def __init__(self, tables: dict[str, list[Row]]) -> None:
        self.rows = tables

    def __getitem__(self, name: str) -> list[Row]:
        return self.rows.get(name, [])

    def by(self, name: str, *keys: str) -> dict[Any, list[Row]]:
        """The rows of a table by the values of some columns."""
        return grouped(self[name], *keys)

    @cached_property
    def councils(self) -> dict[str, Row]:
        return {row["council_id"]: row for row in self["council"]}

    @cached_property
    def areas(self) -> dict[str, set[str]]:
        """The councils of each area, and of each kind of council."""
        found: dict[str, set[str]] = defaultdict(set)
        for row in self["area_member"]:
            found[row["area_id"]].add(row["council_id"])
        for row in self["council"]:
            found["kind:" + row["kind"]].add(row["council_id"])
        return found

    def abolished(self, council: str) -> bool:
        return self.councils[council].get("valid_to") is not None


def grouped(rows: Iterable[Row], *keys: str) -> dict[Any, list[Row]]:
    """Rows by one column's value, or by several columns' values."""
    found: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        key = tuple(row.get(k) for k in keys)
        found[key[0] if len(keys) == 1 else key].append(row)
    return found


def total(values: Iterable[Any]) -> Any:
    """The sum of those that are known; None where none is."""
    known = [v for v in values if v is not None]
    return sum(known) if known else None


def whole(values: Iterable[Any]) -> Any:
    """The sum where each is known."""
    listed = list(values)
    return sum(listed) if listed and None not in listed else None


# Three truth values: True, False and None, "cannot be told".


def both(*truths: bool | None) -> bool | None:
    return False if False in truths else None if None in truths else True


def either(*truths: bool | None) -> bool | None:
    return True if True in truths else None if None in truths else False


def opposite(truth: bool | None) -> bool | None:
    return None if truth is None else not truth


def place_of(value: Any, others: Iterable[Any]) -> int:
    """The place of a figure among others, the greatest first: equal figures share the better place."""
    return 1 + sum(1 for other in others if other is not None and other > value)
