"""Answers as a workbook: tables on sheets of their own, and what they rest on beside them.

Every word is written as text, so that no cell of a table can become a formula or a link; figures stay
figures. The same answers give the same bytes: the workbook carries no time of its own.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from assistant.answer.model import Answer, Cell, Source, Unit
from assistant.render.as_csv import SUMMARY
from assistant.render.text import labelled
from assistant.render.visible import visible
from assistant.render.wanted import USUAL, Wanted

_FORMATS = {
    Unit.COUNT: "#,##0",
    Unit.SHARE: '0.0"%"',
    Unit.POINTS: "+0.0;\u22120.0;0.0",
    Unit.CHANGE: "+#,##0;\u2212#,##0;0",
    Unit.YEAR: "0",
}
_LONGEST = 32_767  # characters that a cell can hold
_WIDEST = 60
_SOURCE = ("title", "publisher", "licence", "as_of")


def workbook(answer: Answer, wanted: Wanted = USUAL) -> bytes:
    """The bytes of an .xlsx file with the sheets "Answer", "About" and "Sources"."""
    out = io.BytesIO()
    with _book(out) as book:
        _answer_sheet(book, answer, wanted)
        _about_sheet(book, answer, wanted)
        _sources_sheet(book, answer.sources, wanted)
    return out.getvalue()


def workbook_of_many(answers: Sequence[tuple[Answer, Sequence[Cell]]], more: Sequence[str], wanted: Wanted) -> bytes:
    """The bytes of an .xlsx file: a line a question on "Answers", their tables one below the other on "Tables".

    `more` are the titles of the cells that stand beside each answer.
    """
    out = io.BytesIO()
    with _book(out) as book:
        sheet, head = book.add_worksheet("Answers"), book.add_format({"bold": True})
        _lines(sheet, [[*SUMMARY, *more], *(_summary(answer, beside) for answer, beside in answers)], head)
        _tables_sheet(book, [answer for answer, _ in answers], wanted)
        _sources_sheet(book, (source for answer, _ in answers for source in answer.sources), wanted)
    return out.getvalue()


@contextmanager
def _book(out: io.BytesIO) -> Iterator[Any]:
    import xlsxwriter

    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": datetime(1980, 1, 1)})
        yield book


def _answer_sheet(book: Any, answer: Answer, wanted: Wanted) -> None:
    sheet = book.add_worksheet("Answer")
    if not answer.columns:
        _write(sheet, 0, 0, answer.sentence, None)
        return
    rows = answer.rows[: wanted.limit(None)]
    for at, column in enumerate(answer.columns):
        cells = [row.get(column.key) for row in rows]
        widest = max(len(str(cell)) for cell in (column.title, *cells))
        sheet.set_column(at, at, min(widest + 2, _WIDEST))
    _table(book, sheet, 0, answer, wanted)
    sheet.freeze_panes(1, 0)


def _tables_sheet(book: Any, answers: Sequence[Answer], wanted: Wanted) -> None:
    sheet, head = book.add_worksheet("Tables"), book.add_format({"bold": True, "italic": True})
    line = 0
    for answer in answers:
        if answer.rows:
            _write(sheet, line, 0, answer.question, head)
            line = _table(book, sheet, line + 1, answer, wanted) + 1


def _table(book: Any, sheet: Any, first: int, answer: Answer, wanted: Wanted) -> int:
    """Write the table from line `first` on; the line after it."""
    head, rows = book.add_format({"bold": True}), answer.rows[: wanted.limit(None)]
    for at, column in enumerate(answer.columns):
        number = book.add_format({"num_format": _FORMATS[column.unit]}) if column.unit in _FORMATS else None
        _write(sheet, first, at, column.title, head)
        for line, row in enumerate(rows, first + 1):
            _write(sheet, line, at, row.get(column.key), number)
    return first + 1 + len(rows)


def _about_sheet(book: Any, answer: Answer, wanted: Wanted) -> None:
    sheet, head = book.add_worksheet("About"), book.add_format({"bold": True})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, _WIDEST + 20)
    lines = [("Question", answer.question), ("Answer", answer.sentence), *labelled(answer, wanted.attribution)]
    for line, (label, words) in enumerate(lines):
        _write(sheet, line, 0, label, head)
        _write(sheet, line, 1, words, wrap)


def _sources_sheet(book: Any, sources: Iterable[Source], wanted: Wanted) -> None:
    named = list(dict.fromkeys(sources)) if wanted.attribution else []
    if named:
        facts = [[source.to_dict()[key] for key in _SOURCE] for source in named]
        titles = ["Source", "Publisher", "Licence", "As of"]
        sheet = book.add_worksheet("Sources")
        sheet.set_column(0, 1, _WIDEST)
        sheet.set_column(2, 3, 20)
        _lines(sheet, [titles, *facts], book.add_format({"bold": True}))


def _summary(answer: Answer, beside: Sequence[Cell]) -> list[Cell]:
    fields = answer.to_dict()
    fields["sources"] = "; ".join(source.id for source in answer.sources)
    return [*(fields[name] for name in SUMMARY), *beside]


def _lines(sheet: Any, lines: Iterable[Sequence[Cell]], head: Any) -> None:
    for number, cells in enumerate(lines):
        for at, cell in enumerate(cells):
            _write(sheet, number, at, cell, None if number else head)


def _write(sheet: Any, line: int, column: int, cell: Cell, form: Any) -> None:
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(line, column, cell, form)
    elif isinstance(cell, str):
        sheet.write_string(line, column, visible(cell)[:_LONGEST], form)
    else:
        sheet.write_number(line, column, cell, form)
