"""An Answer as text, Markdown, JSON or CSV: a function each, chosen by name."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answer.model import Answer
from assistant.render.as_csv import csv_table
from assistant.render.as_json import json_line
from assistant.render.markdown import markdown
from assistant.render.text import WIDTH, text

__all__ = ["FORMATS", "WIDTH", "csv_table", "json_line", "markdown", "render", "text"]

_BY_NAME: dict[str, Callable[[Answer], str]] = {"markdown": markdown, "json": json_line, "csv": csv_table}
FORMATS = ("text", *_BY_NAME)


def render(answer: Answer, form: str = "text", width: int = WIDTH) -> str:
    """The answer in one of FORMATS, without a final line break; `width` matters to text alone."""
    return text(answer, width) if form == "text" else _BY_NAME[form](answer)
