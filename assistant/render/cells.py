"""A cell as it is printed: each unit has its own way, the same on every machine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from assistant.answer.model import Cell, Unit
from assistant.render.visible import visible

MINUS = "\u2212"
NOTHING = "–"
_FIRST_HALF = ("January", "February", "March", "April", "May", "June")
_MONTHS = (*_FIRST_HALF, "July", "August", "September", "October", "November", "December")
_FIGURES = frozenset({Unit.COUNT, Unit.SHARE, Unit.POINTS, Unit.CHANGE})


def is_figure(unit: Unit) -> bool:
    """Whether a column of this unit is set to the right."""
    return unit in _FIGURES


def cell_text(cell: Cell, unit: Unit | None) -> str:
    """The cell by its unit; what does not fit the unit is printed plainly."""
    if cell is None:
        return NOTHING
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, str):
        return _date(cell) if unit is Unit.DATE else visible(cell)
    return _BY_UNIT.get(unit or Unit.COUNT, _count)(cell)


def _count(figure: int | float) -> str:
    whole = isinstance(figure, int) or figure.is_integer()
    return _minus(f"{int(figure):,}" if whole else f"{_one_decimal(figure):,}")


def _share(figure: int | float) -> str:
    return _minus(f"{_one_decimal(figure)}%")


def _points(figure: int | float) -> str:
    return _signed(_one_decimal(figure))


def _change(figure: int | float) -> str:
    return _signed(int(figure) if float(figure).is_integer() else _one_decimal(figure))


def _signed(figure: int | Decimal) -> str:
    return _minus(f"{figure:+,}") if figure else f"{abs(figure)}"


def _one_decimal(figure: int | float) -> Decimal:
    # Half up on the figure as written: 2.25 is 2.3, as a reader would round it.
    return Decimal(repr(figure)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _minus(text: str) -> str:
    return text.replace("-", MINUS)


def _date(text: str) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return visible(text)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_BY_UNIT: dict[Unit, Callable[[int | float], str]] = {
    Unit.COUNT: _count,
    Unit.SHARE: _share,
    Unit.POINTS: _points,
    Unit.CHANGE: _change,
    Unit.YEAR: lambda figure: str(int(figure)),
}
