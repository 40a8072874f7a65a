"""An Answer as text, Markdown, JSON, CSV or HTML: a function each, chosen by name, imported when it is chosen."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from assistant.answer.model import Answer
from assistant.render.table import ROWS_SHOWN
from assistant.render.text import text
from assistant.render.wanted import USUAL, WIDTH, Wanted

__all__ = ["FORMATS", "WIDTH", "Wanted", "render", "text"]


def _text(answer: Answer, wanted: Wanted) -> str:
    return text(answer, wanted.width, wanted.limit(ROWS_SHOWN), attribution=wanted.attribution)


def _later(module: str, function: str) -> Callable[[Answer, Wanted], str]:
    def imported(answer: Answer, wanted: Wanted) -> str:
        return str(getattr(import_module(f"assistant.render.{module}"), function)(answer, wanted))

    return imported


_BY_NAME: dict[str, Callable[[Answer, Wanted], str]] = {
    "text": _text,
    "markdown": _later("markdown", "markdown"),
    "json": _later("as_json", "json_line"),
    "csv": _later("as_csv", "csv_table"),
    "html": _later("as_html", "html_page"),
}
FORMATS = tuple(_BY_NAME)


def render(answer: Answer, form: str = "text", wanted: Wanted = USUAL) -> str:
    """The answer in one of FORMATS, without a final line break."""
    return _BY_NAME[form](answer, wanted)
