"""An Answer as HTML, for a notebook."""

from __future__ import annotations

from html import escape

from assistant.answer.model import Answer
from assistant.render.table import Grid, grid
from assistant.render.text import labelled
from assistant.render.visible import visible


def html(answer: Answer) -> str:
    """The sentence, the table and the labelled lines as HTML; everything quoted is escaped."""
    choices = "".join(f"<li value={choice.number}>{_plain(choice.label)}</li>" for choice in answer.choices)
    lines = "".join(f"<dt>{label}</dt><dd>{escape(words)}</dd>" for label, words in labelled(answer))
    parts = [
        f"<p><strong>{_plain(answer.sentence)}</strong></p>",
        _table(grid(answer)) if answer.rows and answer.columns else "",
        f"<ol>{choices}</ol>" if choices else "",
        f"<dl>{lines}</dl>" if lines else "",
    ]
    return "\n".join(part for part in parts if part)


def _table(table: Grid) -> str:
    head = "".join(f"<th>{escape(title)}</th>" for title in table.titles)
    body = "".join(f"<tr>{_cells(row, table.figures)}</tr>" for row in table.rows)
    more = f"<p>{table.remainder}</p>" if table.more else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _cells(row: tuple[str, ...], figures: tuple[bool, ...]) -> str:
    sides = ["right" if figure else "left" for figure in figures]
    cells = zip(row, sides, strict=True)
    return "".join(f'<td style="text-align: {side}">{escape(cell)}</td>' for cell, side in cells)


def _plain(words: str) -> str:
    return escape(visible(words))
