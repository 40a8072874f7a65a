"""The picture of the prompt in the README, taken of a real one by `make docs`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from pyte.screens import Char

from tests.support.terminal import ENTER, TAB, Terminal

_WIDE, _HIGH, _MARGIN = 8.4, 18, 14
_NAMED = {
    "default": "#d8d8d8",
    "cyan": "#4fb8cc",
    "brightcyan": "#6fd3e8",
    "brown": "#d0b04c",
    "black": "#101418",
}


def main(target: Path) -> None:
    """Have a short conversation and draw the screen at its end."""
    with (
        tempfile.TemporaryDirectory() as home,
        Terminal(
            "-m", "assistant", home=Path(home), rows=34, COLORTERM="truecolor", PYTHONPATH=str(Path.cwd())
        ) as terminal,
    ):
        terminal.until("data to")
        terminal.type("who controlled Dudley in 2015" + ENTER)
        terminal.until("Dudley, 2015")
        terminal.type("\x0cand in 2018?" + ENTER)
        terminal.until("Dudley, 2018")
        terminal.type("did Labour or the Greens win more seats in wal" + TAB)
        terminal.until("Waltham Forest")
        terminal.settle()
        target.write_text("\n".join(drawn(terminal)) + "\n", encoding="utf-8")


def drawn(terminal: Terminal) -> Iterator[str]:
    """The lines of an SVG of the screen."""
    screen = terminal.screen
    width, height = screen.columns * _WIDE + 2 * _MARGIN, screen.lines * _HIGH + 2 * _MARGIN
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" font-size="14"'
    yield ' font-family="ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace" xml:space="preserve">'
    yield f'<rect width="{width:.0f}" height="{height}" rx="8" fill="#101418"/>'
    for row in range(screen.lines):
        cells = [screen.buffer[row][column] for column in range(screen.columns)]
        yield from _row(cells, _MARGIN + row * _HIGH)
    yield "</svg>"


def _row(cells: list[Char], top: float) -> Iterator[str]:
    at = 0
    for style, run in groupby(cells, key=lambda cell: cell._replace(data="")):
        text = "".join(cell.data for cell in run)
        left, length = _MARGIN + at * _WIDE, len(text) * _WIDE
        at += len(text)
        front, back = _colour(style.fg), _colour(style.bg if style.bg != "default" else "black")
        front, back = (back, front) if style.reverse else (front, back)
        if back != _NAMED["black"]:
            yield f'<rect x="{left:.1f}" y="{top}" width="{length:.1f}" height="{_HIGH}" fill="{back}"/>'
        if text := text.rstrip():
            weight = ' font-weight="bold"' if style.bold else ""
            size = f'textLength="{len(text) * _WIDE:.1f}" x="{left:.1f}" y="{top + 13}"'
            yield f'<text {size} fill="{front}"{weight}>{escape(text)}</text>'


def _colour(name: str) -> str:
    return _NAMED.get(name) or (f"#{name}" if len(name) == 6 else _NAMED["default"])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
