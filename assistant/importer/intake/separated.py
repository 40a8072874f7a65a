"""Text → rows of cells: the separator that gives the declared columns, quotation marks that close."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import place
from assistant.importer.intake.fault import Fault

if TYPE_CHECKING:
    from _csv import Reader as _Reader

_EXCERPT = 110
_SEPARATORS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as read: the columns' names, and each row with the line of the file where it begins.

    `where` is the file, and the sheet of a workbook.
    """

    where: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def spot(self, line: int, column: str | None = None) -> str:
        """`leap-2016-05-05.csv:12, column Votes`."""
        return place(Path(self.where), line, column)

    def fault(self, line: int, cells: Sequence[str], column: str, wrong: str, expected: str = "") -> Fault:
        """What is wrong with one cell, under the line as it stands, with carets."""
        return Fault(self.spot(line, column), wrong, expected, _carets(self.columns, cells, column))


def _carets(columns: Sequence[str], cells: Sequence[str], column: str) -> str:
    """The row around the cell, the cell marked; a long row is cut on both sides."""
    shown = [" ".join(cell.split()) for cell in cells]
    line = ",".join(shown)
    if column not in columns or columns.index(column) >= len(shown):
        return line[:_EXCERPT]
    at = columns.index(column)
    start, width = len(",".join([*shown[:at], ""])), max(1, len(shown[at]))
    first = max(0, start - _EXCERPT // 2)
    return f"{line[first : first + _EXCERPT]}\n{' ' * (start - first)}{'^' * min(width, _EXCERPT)}"


def levelled(head: Sequence[str]) -> list[str]:
    """Column names without line breaks, odd spaces and case."""
    return [" ".join(name.replace("\ufeff", "").split()).lower() for name in head]


def rows_of(path: Path, text: str, width: int, wanted: Sequence[str]) -> list[tuple[int, list[str]]] | Fault:
    """Every row with the line it begins on, by the one separator that makes the file a table of *wanted*.

    Without *wanted* (no header) the rows must have *width* cells.
    """
    separator = next((sign for sign in _SEPARATORS if _is_table(_first(text, sign), width, wanted)), None)
    if separator is None:
        return _no_table(path, _first(text, ","), width, wanted)
    rows, broken = _parsed(text, separator)
    if broken:
        return Fault(place(path, broken), "a quotation mark that does not close", "Expected: quotation marks in pairs.")
    return rows


def _first(text: str, separator: str) -> list[str]:
    """The first row that is not empty, as far as it can be read."""
    try:
        return next((cells for cells in _reader(text, separator) if cells), [])
    except csv.Error:
        return []


def _is_table(first: Sequence[str], width: int, wanted: Sequence[str]) -> bool:
    return set(levelled(wanted)) <= set(levelled(first)) if wanted else len(first) == width


def _no_table(path: Path, first: Sequence[str], width: int, wanted: Sequence[str]) -> Fault:
    if not wanted:
        told = f"{len(first)} cells"
        return Fault(place(path, 1), told, f"Expected: {width} cells in each row.", ",".join(first))
    lacking = [name for name in wanted if name.lower() not in levelled(first)]
    return Fault(place(path, 1), f"no column {', '.join(lacking)}", f"Expected: {', '.join(wanted)}.", ",".join(first))


def _parsed(text: str, separator: str) -> tuple[list[tuple[int, list[str]]], int | None]:
    """Rows with their first lines, without empty lines; and the line of a quotation that does not close.

    One that closes behind the next row's cells is a slip too: a cell's own line break stands between words.
    """
    reader = _reader(text, separator)
    rows: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            if reader.line_num > line and any("\n" in cell and separator in cell for cell in cells):
                return rows, line
            if cells:
                rows.append((line, cells if reader.line_num == line else [" ".join(cell.split()) for cell in cells]))
            line = reader.line_num + 1
    except csv.Error:
        return rows, line
    return rows, None


def _reader(text: str, separator: str) -> _Reader:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
