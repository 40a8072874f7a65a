"""An Answer as a workbook: the table on one sheet, what it rests on on the other.

Every word is written as text, so that no cell of a table can become a formula or a link; figures stay
figures. The same answer gives the same bytes: the workbook carries no time of its own.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from assistant.answer.model import Answer, Cell, Unit
from assistant.render.text import labelled
from assistant.render.visible import visible

_FORMATS = {
    Unit.COUNT: "#,##0",
    Unit.SHARE: '0.0"%"',
    Unit.POINTS: "+0.0;\u22120.0;0.0",
    Unit.CHANGE: "+#,##0;\u2212#,##0;0",
    Unit.YEAR: "0",
}
_LONGEST = 32_767  # characters that a cell can hold
_WIDEST = 60


def workbook(answer: Answer) -> bytes:
    """The bytes of an .xlsx file with the sheets "Answer" and "About"."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": datetime(1980, 1, 1)})
        _answer_sheet(book, answer)
        _about_sheet(book, answer)
    return out.getvalue()


def _answer_sheet(book: Any, answer: Answer) -> None:
    sheet, head = book.add_worksheet("Answer"), book.add_format({"bold": True})
    if not answer.columns:
        _write(sheet, 0, 0, answer.sentence, None)
        return
    for at, column in enumerate(answer.columns):
        number = book.add_format({"num_format": _FORMATS[column.unit]}) if column.unit in _FORMATS else None
        cells = [row.get(column.key) for row in answer.rows]
        widest = max(len(str(cell)) for cell in (column.title, *cells))
        sheet.set_column(at, at, min(widest + 2, _WIDEST))
        _write(sheet, 0, at, column.title, head)
        for line, cell in enumerate(cells, 1):
            _write(sheet, line, at, cell, number)
    sheet.freeze_panes(1, 0)


def _about_sheet(book: Any, answer: Answer) -> None:
    sheet, head = book.add_worksheet("About"), book.add_format({"bold": True})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, _WIDEST + 20)
    lines = [("Question", answer.question), ("Answer", answer.sentence), *labelled(answer)]
    for line, (label, words) in enumerate(lines):
        _write(sheet, line, 0, label, head)
        _write(sheet, line, 1, words, wrap)


def _write(sheet: Any, line: int, column: int, cell: Cell, form: Any) -> None:
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(line, column, cell, form)
    elif isinstance(cell, str):
        sheet.write_string(line, column, visible(cell)[:_LONGEST], form)
    else:
        sheet.write_number(line, column, cell, form)
