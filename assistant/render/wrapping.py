"""Words wrapped to a width in terminal columns."""

from __future__ import annotations

from assistant.render.visible import columns


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """The lines of `text`, each at most `width` columns, those after the first indented.

    Words break only where one alone is wider than the line.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        margin = indent if lines else ""
        candidate = f"{line} {word}" if line else margin + word
        if columns(candidate) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, width, indent, first=not lines)
        lines += full
    return [*lines, line] if line else lines


def _broken(word: str, width: int, indent: str, *, first: bool) -> list[str]:
    """A word as lines: one when it fits, else cut at the width."""
    pieces: list[str] = []
    piece = "" if first else indent
    for character in word:
        if columns(piece + character) > width and piece.strip():
            pieces.append(piece)
            piece = indent
        piece += character
    return [*pieces, piece]
