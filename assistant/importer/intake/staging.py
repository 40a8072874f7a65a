"""A folder of source files → the same files as the readers expect them, in a folder of their own; or all that is wrong.

What is certain is written the one way the readers know: UTF-8, commas, whole numbers without thousands. A file the
folder lacks stands there with its header alone, and is named.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.importer.intake.checking import Label, checked, labels
from assistant.importer.intake.declared import Declared, declared
from assistant.importer.intake.fault import Fault, RefusedSources
from assistant.importer.intake.separated import Sheet
from assistant.importer.intake.tables import read

_NEEDED = ("authorities", "parties")
"""Folders without which no name can be resolved."""


@dataclass(slots=True)
class Staged:
    """The staged folder; which declared files are not there (path → source), which nobody reads; the labels."""

    folder: Path
    missing: dict[str, str] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)


@contextmanager
def staged(sources: Path, tables: Iterable[Declared] | None = None) -> Iterator[Staged]:
    """The files of *sources*, staged for the readers while the context lasts. Raises RefusedSources."""
    with TemporaryDirectory(prefix="sources-") as folder:
        stage = Staged(Path(folder))
        by_path: dict[str, list[Declared]] = defaultdict(list)
        for table in declared() if tables is None else tables:
            by_path[table.path].append(table)
        faults = [fault for path, found in by_path.items() for fault in _stage(sources, path, found, stage)]
        if faults:
            raise RefusedSources(faults)
        stage.unread = list(_others(sources, by_path, stage))
        yield stage


def _stage(sources: Path, path: str, tables: list[Declared], stage: Staged) -> Iterator[Fault]:
    here, there = sources / path, stage.folder / path
    there.parent.mkdir(parents=True, exist_ok=True)
    if not here.is_file():
        if path.split("/")[0] in _NEEDED:
            yield Fault(str(here), "the source file is missing", "Expected: the register's file.")
        stage.missing[path] = tables[0].source
        _stand_in(there, tables[0])
        return
    for table in tables:
        sheet = read(here, table)
        if isinstance(sheet, Fault):
            yield sheet
            continue
        sheet, faults = checked(sheet, table)
        yield from faults
        stage.labels.extend(labels(sheet, table))
        if table.form == "csv":
            _write(there, sheet, header=not table.headless)
    if tables[0].form != "csv":
        there.symlink_to(here.resolve())


def _write(path: Path, sheet: Sheet, header: bool) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        if header:
            writer.writerow(sheet.columns)
        writer.writerows(cells for _, cells in sheet.rows)


def _stand_in(path: Path, table: Declared) -> None:
    """A file without rows, for a reader to find nothing in; workbooks and lists are looked for first."""
    if table.form == "csv":
        _write(path, Sheet(str(path), tuple(table.columns), ()), header=not table.headless)


def _others(sources: Path, known: Iterable[str], stage: Staged) -> Iterator[str]:
    """The files that no declaration names: there for a reader that opens them, unchecked."""
    declared_paths = set(known)
    for path in sorted(sources.rglob("*")):
        name = path.relative_to(sources).as_posix()
        if not path.is_file() or name in declared_paths:
            continue
        there = stage.folder / name
        there.parent.mkdir(parents=True, exist_ok=True)
        there.symlink_to(path.resolve())
        yield name
