"""What the rows of a contest must agree in: a ward once, a candidate once, as many elected as places, by most votes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from assistant.importer.intake.accepted import accepted
from assistant.importer.intake.cells import UNKNOWN
from assistant.importer.intake.declared import Contests, Declared
from assistant.importer.intake.fault import Fault
from assistant.importer.intake.separated import Sheet

Cells = dict[str, str]
_ELECTED = frozenset(("1", "t", "true", "elected"))


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: tuple[str, ...]
    by_column: Cells


def faults(sheet: Sheet, table: Declared) -> Iterator[Fault]:
    """Whatever in the sheet's contests cannot be: each with the line it shows on."""
    contests = table.contests
    if contests is None:
        return
    seen: dict[tuple[str, ...], int] = {}
    rows = (_Row(line, cells, dict(zip(sheet.columns, cells, strict=True))) for line, cells in sheet.rows)
    for key, block in _blocks((row for row in rows if not _apart(row, contests)), contests):
        if key in seen:
            told = f"{', '.join(filter(None, key))} again, after line {seen[key]}"
            yield sheet.fault(
                block[0].line, block[0].cells, contests.key[-1], told, "Expected: a contest once, its rows together."
            )
        seen[key] = block[0].line
        for row, column, wrong, expected in _wrongs(block, contests):
            if not accepted(table.source, " / ".join(key), wrong):
                yield sheet.fault(row.line, row.cells, column, f"{', '.join(filter(None, key))}: {wrong}", expected)


def _blocks(rows: Iterable[_Row], contests: Contests) -> Iterable[tuple[tuple[str, ...], list[_Row]]]:
    """The rows of each contest: those that follow each other, or where a source scatters them all of one key."""

    def key(row: _Row) -> tuple[str, ...]:
        return tuple(row.by_column[name] for name in contests.key)

    if not contests.scattered:
        return ((at, list(block)) for at, block in groupby(rows, key))
    scattered: dict[tuple[str, ...], list[_Row]] = {}
    for row in rows:
        scattered.setdefault(key(row), []).append(row)
    return scattered.items()


def _apart(row: _Row, contests: Contests) -> bool:
    return any(row.by_column[column] in words for column, words in contests.apart.items())


_Wrong = tuple[_Row, str, str, str]


def _wrongs(block: list[_Row], contests: Contests) -> Iterator[_Wrong]:
    yield from _twice(block, contests)
    if not contests.elected:
        return
    elected = [row for row in block if row.by_column[contests.elected].lower() in _ELECTED]
    yield from _elected(block, elected, contests.elected, contests.seats)
    if contests.votes:
        yield from _votes(block, elected, contests.votes, contests)


def _elected(block: list[_Row], elected: list[_Row], column: str, seats: str | None) -> Iterator[_Wrong]:
    """As many elected as places, of which a contest has one number; where a source has none, somebody."""
    places = [row.by_column[seats] for row in block] if seats else []
    other = next((at for at, given in enumerate(places) if given != places[0]), None)
    if seats and other is not None:
        told = f"{places[other]} places, where another row has {places[0]}"
        yield block[other], seats, told, "Expected: one number of places."
    elif places and places[0].isdigit() and len(elected) != int(places[0]):
        told = f"{len(elected)} marked elected for {places[0]} {'place' if places[0] == '1' else 'places'}"
        yield block[0], column, told, "Expected: as many as places, or a reason in contests_accepted.csv."
    elif not elected:
        yield block[0], column, "nobody is marked elected", "Expected: somebody elected."


def _twice(block: list[_Row], contests: Contests) -> Iterator[_Wrong]:
    """A candidate on two rows of one contest: the contest is there twice, or its rows are mixed up."""
    seen: dict[tuple[str, ...], int] = {}
    for row in block if contests.candidate else ():
        key = tuple(row.by_column[name] for name in contests.candidate)
        if key in seen:
            told = f"{key[0]} stands twice, first on line {seen[key]}"
            yield row, contests.candidate[0], told, "Expected: each candidate once."
        seen[key] = row.line


def _votes(block: list[_Row], elected: list[_Row], column: str, contests: Contests) -> Iterator[_Wrong]:
    """Everyone has votes, or nobody where all are elected; nobody is elected with fewer than somebody who is not."""
    silent = [row for row in block if row.by_column[column].strip().lower() in UNKNOWN]
    if silent:
        if len(silent) < len(block) or len(elected) < len(block):
            yield silent[0], column, "no votes, where the others have some", "Expected: votes of every candidate."
        return
    if any(block[0].by_column[name].startswith(word) for name, word in contests.transferable.items()):
        return
    lost = [row for row in block if row not in elected]
    least = min(elected, key=lambda row: float(row.by_column[column]), default=None)
    most = max(lost, key=lambda row: float(row.by_column[column]), default=None)
    if least and most and float(least.by_column[column]) < float(most.by_column[column]):
        told = f"elected with {least.by_column[column]} votes, where {most.by_column[column]} are not enough"
        yield least, column, told, "Expected: those elected who have most votes."
