"""A declared table, read from its file in whatever form it came: separated text, a workbook's sheet, a list in JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from assistant.errors import place
from assistant.importer.intake.declared import Declared
from assistant.importer.intake.decoding import decoded
from assistant.importer.intake.fault import Fault
from assistant.importer.intake.separated import Sheet, levelled, rows_of


def read(path: Path, table: Declared) -> Sheet | Fault:
    """The table's rows, every one as long as its columns; or the first thing that is wrong with its form."""
    reader = {"csv": _separated, "json": _listed}.get(table.form, _workbook)
    return reader(path, table)


def _separated(path: Path, table: Declared) -> Sheet | Fault:
    text = decoded(path)
    if isinstance(text, Fault):
        return text
    wanted = () if table.headless else tuple(table.columns)
    rows = rows_of(path, text, len(table.headless), wanted)
    if isinstance(rows, Fault):
        return rows
    columns = table.headless or _named(rows.pop(0)[1], wanted)
    if not rows:
        return Fault(place(path, 1), "no row under the header", "Expected: a row for each thing the file lists.")
    return _even(str(path), columns, rows)


def _named(head: Sequence[str], wanted: Sequence[str]) -> tuple[str, ...]:
    """The header with the declared spelling of the columns that are declared."""
    spelt = {name.lower(): name for name in wanted}
    return tuple(spelt.get(low, " ".join(name.split())) for low, name in zip(levelled(head), head, strict=True))


def _even(where: str, columns: tuple[str, ...], rows: list[tuple[int, list[str]]]) -> Sheet | Fault:
    """The rows as a sheet, if each has a cell for every column and none is the header again."""
    repeated = next((name for name in columns if name and columns.count(name) > 1), None)
    if repeated:
        return Fault(place(Path(where), 1), f"the column {repeated} is there twice", excerpt=",".join(columns))
    low, listed = levelled(columns), ", ".join(filter(None, columns[:12]))
    for line, cells in rows:
        if len(cells) != len(columns):
            told = f"{len(cells)} cells for {len(columns)} columns"
            return Fault(place(Path(where), line), told, f"Expected: {listed} …", ",".join(cells)[:400])
        if _is_header(cells, low):
            told = "the header again, as a row"
            return Fault(place(Path(where), line), told, "Expected: a row of data.", ",".join(cells))
    return Sheet(where, columns, tuple((line, tuple(cells)) for line, cells in rows))


def _is_header(cells: Sequence[str], low: Sequence[str]) -> bool:
    """Whether most of a row is the header's own words; the first cells tell it of nearly every row."""
    if not any(a.strip().lower() == b for a, b in zip(cells[:3], low, strict=False)):
        return False
    return sum(a == b != "" for a, b in zip(levelled(cells), low, strict=True)) * 2 > len(low)


def _workbook(path: Path, table: Declared) -> Sheet | Fault:
    try:
        book = _book(path)
        if table.sheet not in book.sheet_names:
            expected = f"Expected: a sheet {table.sheet}; there are {', '.join(book.sheet_names)}."
            return Fault(str(path), f"no sheet {table.sheet}", expected)
        raw = book.get_sheet_by_name(table.sheet).to_python(skip_empty_area=False)
    except (CalamineError, OSError) as error:
        return Fault(str(path), f"cannot be read as a workbook: {error}", "Expected: a whole .xlsx or .ods file.")
    rows = [
        (line, [written(cell) for cell in cells])
        for line, cells in enumerate(raw, 1)
        if any(cell not in ("", None) for cell in cells)
    ]
    return _under_header(f"{path}, sheet {table.sheet}", table, rows)


@lru_cache(1)
def _book(path: Path) -> CalamineWorkbook:
    """The workbook, kept open while its sheets are read one after another."""
    return CalamineWorkbook.from_path(str(path))


def _under_header(where: str, table: Declared, rows: list[tuple[int, list[str]]]) -> Sheet | Fault:
    wanted = list(table.columns)
    at = next((at for at, (_, cells) in enumerate(rows) if set(levelled(wanted)) <= set(levelled(cells))), None)
    if at is None:
        return Fault(where, f"no row has the columns {', '.join(wanted)}", "Expected: a header with them.")
    named = _named(rows[at][1], wanted)
    columns = tuple(
        name if name and named.index(name) == n else f"{name or 'column'} {n + 1}" for n, name in enumerate(named)
    )
    if len(rows) == at + 1:
        return Fault(where, "no row under the header")
    return _even(where, columns, rows[at + 1 :])


def written(cell: object) -> str:
    """A workbook's cell as a text file would have it."""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else " ".join(str(cell).split("\n"))


def _listed(path: Path, table: Declared) -> Sheet | Fault:
    text = decoded(path)
    if isinstance(text, Fault):
        return text
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        return Fault(
            f"{path}:{error.lineno}, column {error.colno}", f"no JSON: {error.msg}", "Expected: the whole file."
        )
    rows = _objects(found, (table.part or "").split("."))
    if not rows:
        return Fault(str(path), f"no list {table.part}")
    lacking = next((name for name in table.columns if name not in rows[0]), None)
    if lacking:
        return Fault(f"{path}, {table.part} 1", f"no {lacking}", f"Expected: {', '.join(table.columns)}.")
    cells = [(at, [written(row.get(name)) for name in table.columns]) for at, row in enumerate(rows, 1)]
    return _even(f"{path}, {table.part}", tuple(table.columns), cells)


def _objects(found: Any, parts: Sequence[str]) -> list[Mapping[str, Any]]:
    """The objects of a list, or of the lists within its objects."""
    level = [found]
    for part in parts:
        level = (
            [inner for outer in level for inner in outer.get(part, ())]
            if all(isinstance(o, dict) for o in level)
            else []
        )
    return [row for row in level if isinstance(row, dict)]
