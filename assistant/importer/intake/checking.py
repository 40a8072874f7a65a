"""A sheet against its declaration: cells of their kinds, sums that add up, contests that can be; and its plain form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.importer.intake import codes, contests
from assistant.importer.intake.cells import Unfit, kind_of
from assistant.importer.intake.declared import Declared
from assistant.importer.intake.fault import Fault
from assistant.importer.intake.separated import Sheet

_CODED = re.compile(r"\s*\([^)]*\)$")


@dataclass(frozen=True, slots=True)
class Label:
    """A party's label where a source has it, with the code beside it."""

    text: str
    code: str | None
    source: str
    fault: Fault


def checked(sheet: Sheet, table: Declared) -> tuple[Sheet, list[Fault]]:
    """The sheet with its cells in the form the readers expect, and what is wrong with it.

    Rows are checked against each other only where every cell is what it should be.
    """
    rows = [row for row in sheet.rows if _meant(sheet, table, row[1])]
    unfit: list[Fault] = []
    for at, kind in enumerate(_kinds(sheet, table)):
        if kind:
            _read_column(sheet, rows, at, kind, unfit)
    read = replace(sheet, rows=tuple(rows))
    agree = [] if unfit else [*_sums(read, table), *codes.faults(read, table), *contests.faults(read, table)]
    return read, [*_short(sheet, table), *unfit, *agree]


def _kinds(sheet: Sheet, table: Declared) -> Iterator[str | None]:
    """Each column's kind, in order; None for one that may hold anything."""
    for number, column in enumerate(sheet.columns, 1):
        others = None if column in table.beside else table.others
        yield table.columns.get(column) or table.numbered.get(number) or others


def _short(sheet: Sheet, table: Declared) -> Iterator[Fault]:
    """Rows that are missing at the end, or anywhere, show in nothing but their number."""
    if table.rows is not None and len(sheet.rows) < table.rows:
        last = sheet.rows[-1][0] if sheet.rows else 1
        told = f"{len(sheet.rows):,} rows, where the file as published has {table.rows:,}"
        yield Fault(
            sheet.spot(last), told, "Expected: the whole file. The number of another edition goes into files.toml."
        )


def _meant(sheet: Sheet, table: Declared, cells: tuple[str, ...]) -> bool:
    return all(cells[_place(sheet, column)].startswith(words) for column, words in table.only.items())


def _place(sheet: Sheet, column: str) -> int:
    return int(column) - 1 if column.isdigit() else sheet.columns.index(column)


def _read_column(
    sheet: Sheet, rows: list[tuple[int, tuple[str, ...]]], at: int, kind: str, faults: list[Fault]
) -> None:
    """Every cell of one column as its kind reads it, in place; one that it does not read is a fault."""
    read, known = kind_of(kind), {}
    for n, (line, cells) in enumerate(rows):
        cell = cells[at]
        if cell not in known:
            try:
                known[cell] = read(cell)
            except Unfit as error:
                shown = f"“{cell}”" if cell.strip() else "nothing"
                told = f"{shown} is not {error}" if cell.strip() else f"nothing, where {error} should be"
                faults.append(sheet.fault(line, cells, sheet.columns[at], told, f"Expected: {error}."))
                continue
        if known[cell] != cell:
            rows[n] = (line, (*cells[:at], known[cell], *cells[at + 1 :]))


def _sums(sheet: Sheet, table: Declared) -> Iterator[Fault]:
    for total, parts in table.sums:
        places = [sheet.columns.index(part) for part in parts if part in sheet.columns]
        stands = sheet.columns.index(total)
        for line, cells in sheet.rows:
            summed = sum(int(cells[at] or 0) for at in places)
            if summed != int(cells[stands] or 0):
                told = f"{cells[stands]}, where the parties' seats add up to {summed}"
                yield sheet.fault(line, cells, total, told, f"Expected: the sum of {', '.join(parts)}.")


def labels(sheet: Sheet, table: Declared) -> Iterator[Label]:
    """Every party's label in the sheet, once each with the place of the first."""
    if table.party is None:
        return
    met = set()
    at = sheet.columns.index(table.party)
    code_at = sheet.columns.index(table.party_code) if table.party_code else None
    for line, cells in sheet.rows:
        code = cells[code_at].strip() or None if code_at is not None else None
        if (cells[at], code) not in met:
            met.add((cells[at], code))
            text = _CODED.sub("", cells[at]) if table.party_coded else cells[at]
            yield Label(text, code, table.source, sheet.fault(line, cells, table.party, ""))
