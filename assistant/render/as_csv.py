"""An Answer as CSV: figures raw, words defused so that no spreadsheet takes them for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from assistant.answer.model import Answer, Cell, Source
from assistant.render.attribution import HEAD, attribution
from assistant.render.visible import visible
from assistant.render.wanted import USUAL, Wanted

SUMMARY = ("question", "outcome", "answer", "value", "unit", "reading", "basis", "coverage", "sources")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_table(answer: Answer, wanted: Wanted = USUAL) -> str:
    """The answer's table under its header, or its summary line under a header when it has none.

    After it, in comment lines, who is to be named. No final line break.
    """
    body = _table(answer, wanted) if answer.columns else f"{csv_line(SUMMARY)}\n{csv_summary(answer)}"
    return "\n".join([body, *(csv_sources(answer.sources) if wanted.attribution else [])])


def csv_summary(answer: Answer, *more: Cell) -> str:
    """The answer as one line of CSV, its fields those of SUMMARY and then `more`."""
    fields = answer.to_dict()
    fields["sources"] = "; ".join(source.id for source in answer.sources)
    return csv_line([*(fields[name] for name in SUMMARY), *more])


def csv_line(cells: Sequence[Cell]) -> str:
    """One line of CSV."""
    return _lines([cells])


def csv_sources(sources: Iterable[Source]) -> list[str]:
    """Who is to be named, as lines that begin with "#"; none where there is nobody."""
    named = attribution(sources)
    return [f"# {line}" for line in (f"{HEAD}:", *named)] if named else []


def _table(answer: Answer, wanted: Wanted) -> str:
    keys = [column.key for column in answer.columns]
    rows = answer.rows[: wanted.limit(None)]
    return _lines([keys, *([row.get(key) for key in keys] for row in rows)])


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
