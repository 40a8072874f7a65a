"""An Answer drawn in a terminal: bars for things, a line over years. plotext draws; it is an extra."""

from __future__ import annotations

from typing import Any, TypeGuard

from assistant.answer.model import Answer, Cell, Column, Unit
from assistant.errors import AssistantError, InputError
from assistant.records import dataclass
from assistant.render.cells import cell_text, is_figure
from assistant.render.table import ROWS_SHOWN
from assistant.render.visible import visible

_LINES = 15  # of a line's picture
_FRAME = 3  # lines of a picture of bars: its title, and what is round it
_WIDEST = 100
_LABEL = 24  # columns of a bar's name


@dataclass(frozen=True, slots=True)
class Shape:
    """What is drawn: a name or year a place, a figure each, and the column of the figures."""

    places: tuple[str | int, ...]
    figures: tuple[float, ...]
    column: Column

    @property
    def over_years(self) -> bool:
        """Whether the places are years, one after the other."""
        return all(isinstance(place, int) for place in self.places)


def shape(answer: Answer) -> Shape | None:
    """What of the answer can be drawn: a column of figures by its years, or else by its first names."""
    figures = _figures(answer)
    places = _places(answer)
    if figures is None or places is None:
        return None
    points = [(row.get(places.key), row.get(figures.key)) for row in answer.rows]
    drawn = [(place, float(figure)) for place, figure in points if place is not None and _is_number(figure)]
    if len(drawn) < 2:
        return None
    if places.unit is not Unit.YEAR:
        named = [(_short(str(name)), figure) for name, figure in drawn[:ROWS_SHOWN]]
        return Shape(tuple(name for name, _ in named), tuple(figure for _, figure in named), figures)
    years = dict(sorted((int(str(year)), figure) for year, figure in drawn))
    if len(years) < len(drawn):
        return None  # several figures a year are no line
    return Shape(tuple(years), tuple(years.values()), figures)


def _is_number(cell: Cell) -> TypeGuard[int | float]:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def chart(answer: Answer, width: int) -> str:
    """The picture, without colour. Raises InputError for an answer without a shape, AssistantError without plotext."""
    drawn = shape(answer)
    if drawn is None:
        raise InputError(":chart", "the last answer has no shape to draw: that takes two figures or more")
    plot = _plotext()
    plot.clear_figure()
    plot.limit_size(False, False)
    plot.theme("clear")
    plot.title(visible(drawn.column.title))
    (_line if drawn.over_years else _bars)(plot, drawn, min(width, _WIDEST))
    lines = [line.rstrip() for line in str(plot.uncolorize(plot.build())).rstrip().split("\n")]
    more = 0 if drawn.over_years else len(answer.rows) - len(drawn.places)
    return "\n".join([*lines, *([f"… and {more:,} more"] if more else [])])


def _line(plot: Any, drawn: Shape, width: int) -> None:
    plot.plotsize(width, _LINES)
    plot.plot(list(drawn.places), list(drawn.figures), marker="braille")
    most = max(2, width // 10)
    years = list(drawn.places)
    plot.xticks(years[:: -(-len(years) // most)])
    plot.yfrequency(5)


def _bars(plot: Any, drawn: Shape, width: int) -> None:
    """The first row on top; the axis begins at nought, so that the lengths can be compared."""
    plot.plotsize(width, len(drawn.places) + _FRAME)
    figures = [cell_text(figure, drawn.column.unit) for figure in drawn.figures]
    labels = [f"{name} {figure}" for name, figure in zip(drawn.places, figures, strict=True)]
    plot.bar(labels[::-1], list(drawn.figures)[::-1], orientation="horizontal", width=0.1)
    plot.xfrequency(0)


def _figures(answer: Answer) -> Column | None:
    """The column of what the headline is, else the first of figures."""
    columns = [column for column in answer.columns if is_figure(column.unit)]
    return next((column for column in columns if column.unit is answer.unit), next(iter(columns), None))


def _places(answer: Answer) -> Column | None:
    years = [column for column in answer.columns if column.unit is Unit.YEAR]
    names = [column for column in answer.columns if column.unit is Unit.TEXT]
    varied = [column for column in years if len({row.get(column.key) for row in answer.rows}) > 1]
    return next(iter((*varied, *names)), None)


def _short(name: str) -> str:
    shown = visible(name)
    return shown if len(shown) <= _LABEL else f"{shown[: _LABEL - 1]}…"


def _plotext() -> Any:
    try:
        import plotext
    except ImportError as error:
        remedy = "Install it with: pip install 'election-results-assistant[chart]'"
        raise AssistantError(":chart", "plotext is needed to draw", remedy=remedy) from error
    return plotext
