"""A table in plain text that never passes the width: as it is, with cells wrapped, or a block a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answer.model import Answer, Cell, Column
from assistant.records import dataclass
from assistant.render.cells import cell_text, is_figure
from assistant.render.visible import columns, visible
from assistant.render.wrapping import wrapped

ROWS_SHOWN = 20
_NARROWEST = 12


@dataclass(frozen=True, slots=True)
class Style:
    """How a table is drawn: what stands between columns, and the rule under the titles (none: "")."""

    gap: str = "  "
    rule: str = "─"
    crossing: str = "  "


STYLES = {
    "ruled": Style(),
    "ascii": Style(" | ", "-", "-+-"),
    "grid": Style(" │ ", "─", "─┼─"),
    "bare": Style(rule=""),
}


@dataclass(frozen=True, slots=True)
class Grid:
    """Titles and cells as they are printed, with which columns are figures."""

    titles: tuple[str, ...]
    figures: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    more: int

    @property
    def remainder(self) -> str:
        """The line that says how many rows are not shown, or nothing."""
        return f"… and {self.more:,} more" if self.more else ""


def grid(answer: Answer, limit: int | None = ROWS_SHOWN) -> Grid:
    """The first `limit` rows of the answer's table, each cell printed by its column's unit."""
    shown = answer.rows[:limit]
    return Grid(
        titles=tuple(visible(column.title) for column in answer.columns),
        figures=tuple(is_figure(column.unit) for column in answer.columns),
        rows=tuple(tuple(_cell(row, column) for column in answer.columns) for row in shown),
        more=len(answer.rows) - len(shown),
    )


def table_lines(table: Grid, width: int, style: Style = STYLES["ruled"]) -> list[str]:
    """The lines of the table, none wider than `width`."""
    widths = [_natural(table, index) for index in range(len(table.titles))]
    longest = [_longest_word(table, index) for index in range(len(table.titles))]
    room = width - len(style.gap) * (len(widths) - 1)
    fitted = _fitted(widths, longest, table.figures, room)
    lines = _blocks(table, width) if fitted is None else _laid_out(table, fitted, style)
    return [*lines, table.remainder] if table.more else lines


def _cell(row: Mapping[str, Cell], column: Column) -> str:
    return cell_text(row.get(column.key), column.unit)


def _natural(table: Grid, index: int) -> int:
    return max(columns(cell) for cell in (table.titles[index], *(row[index] for row in table.rows)))


def _longest_word(table: Grid, index: int) -> int:
    cells = (table.titles[index], *(row[index] for row in table.rows))
    return max(columns(word) for cell in cells for word in cell.split() or [""])


def _fitted(widths: Sequence[int], longest: Sequence[int], figures: Sequence[bool], room: int) -> list[int] | None:
    """Widths that fit into `room` together, or None when none do.

    Got by narrowing the widest column of words, at first only where words stay whole.
    """
    fitted = list(widths)
    while sum(fitted) > room:
        words = [i for i, figure in enumerate(figures) if not figure and fitted[i] > _NARROWEST]
        if not words:
            return None
        whole = [i for i in words if fitted[i] > longest[i]]
        fitted[max(whole or words, key=lambda i: (fitted[i], -i))] -= 1
    return fitted


def _laid_out(table: Grid, widths: Sequence[int], style: Style) -> list[str]:
    rule = [style.crossing.join(style.rule * width for width in widths).rstrip()] if style.rule else []
    head = _row(table.titles, widths, table.figures, style.gap)
    body = [line for row in table.rows for line in _row(row, widths, table.figures, style.gap)]
    return [*head, *rule, *body]


def _row(cells: Sequence[str], widths: Sequence[int], figures: Sequence[bool], gap: str) -> list[str]:
    wrapped_cells = [wrapped(cell, width) or [""] for cell, width in zip(cells, widths, strict=True)]
    height = max(len(lines) for lines in wrapped_cells)
    return [_line(wrapped_cells, number, widths, figures, gap) for number in range(height)]


def _line(cells: Sequence[list[str]], number: int, widths: Sequence[int], figures: Sequence[bool], gap: str) -> str:
    parts = [lines[number] if number < len(lines) else "" for lines in cells]
    padded = [_padded(part, width, figure) for part, width, figure in zip(parts, widths, figures, strict=True)]
    return gap.join(padded).rstrip()


def _padded(text: str, width: int, figure: bool) -> str:
    space = " " * (width - columns(text))
    return space + text if figure else text + space


def _blocks(table: Grid, width: int) -> list[str]:
    """A block a row, a line a cell: the layout for more columns than the width can hold."""
    blocks: list[str] = []
    for row in table.rows:
        blocks += [""] if blocks else []
        for title, cell in zip(table.titles, row, strict=True):
            blocks += wrapped(f"{title}: {cell}", width, "  ")
    return blocks
