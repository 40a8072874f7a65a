"""What is wrong in sources as published and was looked at: `reviewed/contests_accepted.csv`, each with its reason."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


def accepted(source: str, subject: str, wrong: str) -> bool:
    """Whether this was looked at in the source: what becomes of it is said there."""
    return (source, subject, wrong) in _reviewed()


@cache
def _reviewed() -> frozenset[tuple[str, str, str]]:
    text = (files("assistant.importer") / "reviewed" / "contests_accepted.csv").read_text("utf-8")
    return frozenset((row["source_id"], row["contest"], row["wrong"]) for row in csv.DictReader(text.splitlines()))
