"""Workbooks (xlsx, ods) as rows with their headers: a thin face on python-calamine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from python_calamine import CalamineWorkbook

from assistant.importer.intake import cells

Cell = object
Record = Mapping[str, Cell]


def sheet_names(path: Path) -> list[str]:
    """The names of a workbook's sheets, in order."""
    return list(CalamineWorkbook.from_path(str(path)).sheet_names) if path.is_file() else []


def rows(path: Path, sheet: str) -> Sequence[Sequence[Cell]]:
    """All rows of a sheet; none where the file is not there."""
    if not path.is_file():
        return []
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def records(path: Path, sheet: str, header: str) -> Iterator[tuple[int, Record]]:
    """Each row under the one that holds `header`: its line (from 1) and its cells by column name.

    Nothing where the file is not there.
    """
    names: list[str] | None = None if path.is_file() else []
    for line, row in enumerate(rows(path, sheet), 1):
        if names is None:
            stripped = [str(cell).strip() for cell in row]
            names = stripped if header in stripped else None
        elif any(cell not in ("", None) for cell in row):
            yield line, dict(zip(names, row, strict=True))
    if names is None:
        raise ValueError(f"{path.name}: no row of sheet {sheet!r} holds the column {header!r}")


def text(cell: Cell) -> str:
    """A cell as text; "NA" and an empty cell are ""."""
    value = "" if cell is None else str(cell).strip()
    return "" if value == "NA" else value


def number(cell: Cell) -> float | None:
    """A cell as a number; None where it holds none."""
    if isinstance(cell, bool):
        return float(cell)
    if isinstance(cell, int | float):
        return float(cell)
    try:
        return float(cells.number(text(cell)))
    except ValueError:
        return None


def whole(cell: Cell) -> int | None:
    """A cell as a whole number; None where it holds none."""
    value = number(cell)
    return None if value is None else round(value)


def truth(cell: Cell) -> bool:
    """Whether a cell says yes: 1, True, "TRUE"."""
    return number(cell) == 1.0 or text(cell).lower() in ("true", "yes")
