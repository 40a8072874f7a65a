"""Source files → `data/`: run the readers, check everything, write, report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from assistant import resources
from assistant.importer import apart, checks, polls, write
from assistant.importer.intake import parties
from assistant.importer.intake.fault import Fault, RefusedSources
from assistant.importer.intake.staging import Staged, staged
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


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: from which folder, into which, as of which day; whether unknown parties are taken as new ones."""

    sources: Path
    data: Path
    today: date
    accept_new_parties: bool = False


def build(order: Order) -> Report:
    """Build the tables of a folder from source files, with all that a folder needs to answer.

    The same sources and day give the same bytes. Raises RefusedSources where a file cannot be read as what it should
    be and duckdb.Error where a declared key or CHECK fails; nothing is written then. Other failed checks are in the
    report.
    """
    with staged(order.sources) as stage:
        before = write.rows_held(order.data)
        _refuse_lost(order, stage, {source for _, source in before})
        bench = Workbench(stage.folder, order.today, Councils.load(stage.folder), Parties.load(stage.folder))
        held = parties.held(resources.data_folder()) | parties.held(order.data)
        taken = _new_parties(order, stage, bench.parties, held)
        for step in STEPS:
            step(bench)
        taken += _made_parties(order, bench.parties, held)
    connection = checks.load(bench.tables)
    remarks = (*(f"“{label}” is taken as a new party" for label in sorted(set(taken))), *_fewer(bench, before))
    report = _report(bench, stage, remarks, tuple(checks.failures(connection)))
    order.data.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".building-", dir=order.data) as beside:
        _write(Path(beside), bench, connection, report)
        for written in sorted(Path(beside).iterdir()):
            written.replace(order.data / written.name)
    write.describe(order.data)
    return report


def _refuse_lost(order: Order, stage: Staged, held: Collection[str]) -> None:
    """A file may be lacking, but not one whose rows the tables of the folder hold: they would be lost."""
    faults = [
        Fault(
            str(order.sources / path),
            "the source file is missing",
            f"Expected: it is there, as {order.data} has rows of {source}.",
        )
        for path, source in stage.missing.items()
        if source in held
    ]
    if faults:
        raise RefusedSources(faults)


def _new_parties(order: Order, stage: Staged, known: Parties, held: frozenset[str]) -> list[str]:
    """The labels of unknown parties, taken as new ones; refused unless that is asked for."""
    new = parties.unknown(stage.labels, known, held)
    if new and not order.accept_new_parties:
        raise RefusedSources(parties.refused(new, known))
    return sorted({label.text for label in new})


def _made_parties(order: Order, known: Parties, held: frozenset[str]) -> list[str]:
    """The parties that readers made of labels which are in no declared column, on the same terms."""
    made = [party for party in known.made() if party.party_id not in held]
    if made and not order.accept_new_parties:
        raise RefusedSources(parties.refused_rows(made, known))
    return [party.name for party in made]


def _fewer(bench: Workbench, before: Mapping[tuple[str, str], int]) -> Iterator[str]:
    """The sources that give fewer rows than the tables had of them: what a file has lost shows nowhere else."""
    now = Counter((row.table, getattr(row, "source_id", "")) for rows in bench.tables.values() for row in rows)
    for (table, source), rows in sorted(before.items()):
        if now[table, source] < rows:
            yield f"{source} gives {now[table, source]:,} rows of {table}, where the tables had {rows:,}"


def _report(bench: Workbench, stage: Staged, remarks: tuple[str, ...], failures: tuple[str, ...]) -> Report:
    return Report(
        rows_in=dict(bench.ledger.rows_in),
        joined=dict(bench.ledger.joined),
        refusals=tuple(sorted(set(bench.ledger.refusals))),
        notes=tuple(bench.ledger.notes),
        tables={kind.table: len(bench.tables.get(kind.table, ())) for kind in ROWS},
        failures=failures,
        missing=tuple(stage.missing),
        unread=tuple(stage.unread),
        remarks=remarks,
    )


def _write(folder: Path, bench: Workbench, connection: duckdb.DuckDBPyConnection, report: Report) -> None:
    """All files, or none of them: whatever stops this leaves the tables as they were."""
    for kind in ROWS:
        write.write_table(folder, kind, connection)
    write.write_refused(folder, report.refusals)
    (folder / "build-report.md").write_text(report.to_markdown(), encoding="utf-8")
