"""Answers as HTML: each a section, in a page of its own or in a notebook; everything quoted is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from assistant.answer.model import Answer, Source
from assistant.render.attribution import HEAD, attribution
from assistant.render.table import ROWS_SHOWN, Grid, grid
from assistant.render.text import labelled
from assistant.render.visible import visible
from assistant.render.wanted import USUAL, Wanted

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse}th,td{padding:.2rem .8rem;border-bottom:1px solid #ccc}"
    "dt{font-weight:bold}footer{margin-top:2rem;border-top:1px solid #888;font-size:.85rem}"
)


def html_page(answer: Answer, wanted: Wanted = USUAL) -> str:
    """A page of one answer; no final line break."""
    return "\n".join([html_head(answer.question), html_section(answer, wanted), html_foot(answer.sources, wanted)])


def html_head(title: str) -> str:
    """A page up to its first answer."""
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{_plain(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
    )


def html_section(answer: Answer, wanted: Wanted = USUAL) -> str:
    """The question over its answer."""
    heading = f"<h2>{_plain(answer.question)}</h2>"
    return f"<section>\n{heading}\n{html(answer, wanted)}\n</section>"


def html_foot(sources: Iterable[Source], wanted: Wanted = USUAL) -> str:
    """A page from its last answer on: who is to be named, and the end."""
    named = attribution(sources) if wanted.attribution else []
    items = "".join(f"<li>{escape(line)}</li>" for line in named)
    footer = f"<footer>\n<p>{HEAD}</p>\n<ul>{items}</ul>\n</footer>\n" if named else ""
    return f"{footer}</body>\n</html>"


def html(answer: Answer, wanted: Wanted = USUAL) -> str:
    """The sentence, the table and the labelled lines."""
    choices = "".join(f"<li value={choice.number}>{_plain(choice.label)}</li>" for choice in answer.choices)
    facts = labelled(answer, wanted.attribution)
    lines = "".join(f"<dt>{label}</dt><dd>{escape(words)}</dd>" for label, words in facts)
    parts = [
        f"<p><strong>{_plain(answer.sentence)}</strong></p>",
        _table(grid(answer, wanted.limit(ROWS_SHOWN))) if answer.rows and answer.columns else "",
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
