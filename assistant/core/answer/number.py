"""Figures as a sentence prints them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from assistant.column import Unit

_MINUS = "−"
_NAMED = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def printed(value: float, unit: Unit) -> str:
    """1,234 · 31.9% · +3 · 2016."""
    if unit is Unit.YEAR:
        return str(int(value))
    if unit is Unit.SHARE:
        return f"{decimal(value)}%"
    if unit is Unit.POINTS:
        return f"{decimal(value)} points"
    if unit is Unit.CHANGE and value:
        return f"{int(value):+,}".replace("-", _MINUS)
    return whole(value) if float(value).is_integer() else decimal(value)


def whole(value: float) -> str:
    """A whole number with its thousands parted."""
    return f"{int(value):,}".replace("-", _MINUS)


def decimal(value: float) -> str:
    """One decimal, half up on the figure as written; two where one would make it nought."""
    exact = Decimal(repr(float(value)))
    places = Decimal("0.1") if abs(exact) >= Decimal("0.05") or not exact else Decimal("0.01")
    return f"{exact.quantize(places, ROUND_HALF_UP):,}".replace("-", _MINUS)


def ordinal(number: int) -> str:
    """ "second", "third", "11th"."""
    if 0 < number < len(_NAMED):
        return _NAMED[number]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def series(parts: Sequence[str], last: str = "and") -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def years(values: Sequence[int]) -> str:
    """Years as runs: "2012–2017, 2024"."""
    runs: list[list[int]] = []
    for year in sorted(set(values)):
        if runs and year == runs[-1][1] + 1:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)
