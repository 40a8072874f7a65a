"""The labels of parties in the source files: known, or refused with the nearest name that is."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from rapidfuzz import fuzz, process

from assistant.importer.intake.checking import Label
from assistant.importer.intake.fault import Fault
from assistant.importer.model import Party
from assistant.importer.readers.parties import name_key, party_slug
from assistant.importer.resolve import Parties

_OFFERED = 3
_NEAR = 60.0


def held(data: Path) -> frozenset[str]:
    """The ids of the parties of a folder of tables: a local party that was taken once is known from then on."""
    path = data / "party.csv"
    if not path.is_file():
        return frozenset()
    with path.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["party_id"] for row in csv.DictReader(lines))


def unknown(labels: Iterable[Label], parties: Parties, held: frozenset[str]) -> list[Label]:
    """The labels that are no party's: neither registered, nor reviewed, nor in the tables already."""
    return [
        label
        for label in labels
        if party_slug(label.text) not in held and not parties.knows(label.text, label.source, label.code)
    ]


def refused(labels: Iterable[Label], parties: Parties) -> list[Fault]:
    """The unknown labels as faults, each with the names nearest to it."""
    names = parties.names()
    return [
        replace(label.fault, wrong=f"“{label.text}” is no party known here", expected=_offer(label.text, names))
        for label in labels
    ]


def refused_rows(made: Iterable[Party], parties: Parties) -> list[Fault]:
    """Parties made of unknown labels of files whose labels are met by a reader alone: the source is the place."""
    names = parties.names()
    return [Fault(row.source_id, f"“{row.name}” is no party known here", _offer(row.name, names)) for row in made]


def _offer(text: str, names: list[str]) -> str:
    near = process.extract(
        text, names, scorer=fuzz.token_sort_ratio, processor=name_key, limit=_OFFERED, score_cutoff=_NEAR
    )
    asked = f"Nearest: {', '.join(name for name, _, _ in near)}. " if near else ""
    return f"{asked}If it is a party of its own, take it with --accept-new-parties."
