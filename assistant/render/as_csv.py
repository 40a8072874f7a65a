"""An Answer as CSV: figures raw, words defused so that no spreadsheet takes them for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from assistant.answer.model import Answer, Cell
from assistant.render.visible import visible

SUMMARY = ("question", "outcome", "answer", "value", "unit", "reading", "basis", "coverage", "sources")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_table(answer: Answer) -> str:
    """The answer's table, or its summary line under a header when it has none; no final line break."""
    if not answer.rows:
        return f"{csv_line(SUMMARY)}\n{csv_summary(answer)}"
    keys = [column.key for column in answer.columns]
    return _lines([keys, *([row.get(key) for key in keys] for row in answer.rows)])


def csv_summary(answer: Answer) -> str:
    """The answer as one line of CSV, its fields those of SUMMARY."""
    fields = answer.to_dict()
    fields["sources"] = "; ".join(source.id for source in answer.sources)
    return csv_line([fields[name] for name in SUMMARY])


def csv_line(cells: Sequence[Cell]) -> str:
    """One line of CSV."""
    return _lines([cells])


def _lines(rows: Iterable[Sequence[Cell]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([_defused(cell) for cell in row] for row in rows)
    return out.getvalue().removesuffix("\n")


def _defused(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if not isinstance(cell, str):
        return cell
    return visible("'" + cell if cell.lstrip(" ").startswith(_FORMULA) else cell)
