"""An Answer as Markdown: the sentence in bold, a pipe table, the labelled lines as a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.model import Answer
from assistant.render.table import ROWS_SHOWN, Grid, grid
from assistant.render.text import labelled
from assistant.render.visible import visible
from assistant.render.wanted import USUAL, Wanted

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~$])")


def markdown(answer: Answer, wanted: Wanted = USUAL) -> str:
    """The answer as Markdown, with what it quotes escaped; no final line break."""
    blocks = [
        [f"**{_plain(answer.sentence)}**"],
        _table(grid(answer, wanted.limit(ROWS_SHOWN))) if answer.rows and answer.columns else [],
        [f"{choice.number}. {_plain(choice.label)}" for choice in answer.choices],
        [f"- {label}: {_plain(words)}" for label, words in labelled(answer, wanted.attribution)],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _table(table: Grid) -> list[str]:
    rule = ["---:" if figure else ":---" for figure in table.figures]
    rows = [[_plain(cell) for cell in row] for row in table.rows]
    lines = [_row([_plain(title) for title in table.titles]), _row(rule), *map(_row, rows)]
    return [*lines, "", table.remainder] if table.more else lines


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(visible(words).split()))
