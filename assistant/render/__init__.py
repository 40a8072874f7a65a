"""An Answer as text, Markdown, JSON, CSV or HTML: a function each, chosen by name."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answer.model import Answer
from assistant.render.as_csv import csv_table
from assistant.render.as_html import html_page
from assistant.render.as_json import json_line
from assistant.render.markdown import markdown
from assistant.render.table import ROWS_SHOWN
from assistant.render.text import text
from assistant.render.wanted import USUAL, WIDTH, Wanted

__all__ = ["FORMATS", "WIDTH", "Wanted", "csv_table", "html_page", "json_line", "markdown", "render", "text"]


def _text(answer: Answer, wanted: Wanted) -> str:
    return text(answer, wanted.width, wanted.limit(ROWS_SHOWN), attribution=wanted.attribution)


_BY_NAME: dict[str, Callable[[Answer, Wanted], str]] = {
    "text": _text,
    "markdown": markdown,
    "json": json_line,
    "csv": csv_table,
    "html": html_page,
}
FORMATS = tuple(_BY_NAME)


def render(answer: Answer, form: str = "text", wanted: Wanted = USUAL) -> str:
    """The answer in one of FORMATS, without a final line break."""
    return _BY_NAME[form](answer, wanted)
