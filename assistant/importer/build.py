"""Source files → `data/`: run the readers, check everything, write, report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from assistant.importer import apart, checks, polls, write
from assistant.importer.readers import (
    commons,
    compositions,
    control_changes,
    elections,
    offices,
    reference,
    reported,
    totals,
)
from assistant.importer.report import Report
from assistant.importer.resolve import Councils, Parties
from assistant.importer.rows import ROWS
from assistant.importer.workbench import Workbench

Step = Callable[[Workbench], None]

# In order: a later step may look at the rows of an earlier one. Parties come last, once all have been met.
STEPS: tuple[Step, ...] = (
    reference.sources,
    reference.councils_and_areas,
    compositions.compositions,
    totals.totals,
    polls.contests_and_rosters,
    apart.tell_apart,
    commons.commons,
    elections.elections,
    offices.offices,
    reported.reported,
    control_changes.control_changes,
    reference.parties,
    reference.names,
)


def build(from_folder: Path, data_folder: Path, today: date) -> Report:
    """Build the shipped tables from the source files of *from_folder* into *data_folder*.

    The same sources and *today* give the same bytes. Raises duckdb.Error where a declared key or CHECK
    fails, and FileNotFoundError where a source file is missing; other failed checks are in the report.
    """
    bench = Workbench(from_folder, today, Councils.load(from_folder), Parties.load(from_folder))
    for step in STEPS:
        step(bench)
    connection = checks.load(bench.tables)
    report = Report(
        rows_in=dict(bench.ledger.rows_in),
        joined=dict(bench.ledger.joined),
        refusals=tuple(sorted(set(bench.ledger.refusals))),
        notes=tuple(bench.ledger.notes),
        tables={kind.table: len(bench.tables.get(kind.table, ())) for kind in ROWS},
        failures=tuple(checks.failures(connection)),
    )
    data_folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".building-", dir=data_folder) as beside:
        _write(Path(beside), bench, connection, report)
        for written in sorted(Path(beside).iterdir()):
            written.replace(data_folder / written.name)
    return report


def _write(folder: Path, bench: Workbench, connection: duckdb.DuckDBPyConnection, report: Report) -> None:
    """All files, or none of them: whatever stops this leaves the tables as they were."""
    for kind in ROWS:
        if bench.tables.get(kind.table):
            write.write_table(folder, kind, connection)
    write.write_refused(folder, report.refusals)
    (folder / "build-report.md").write_text(report.to_markdown(), encoding="utf-8")
