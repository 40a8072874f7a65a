"""The day of each May's local elections."""

from __future__ import annotations

from datetime import date

_DAYS = (
    date(2012, 5, 3),
    date(2013, 5, 2),
    date(2014, 5, 22),
    date(2015, 5, 7),
    date(2016, 5, 5),
    date(2017, 5, 4),
    date(2018, 5, 3),
    date(2019, 5, 2),
    date(2021, 5, 6),
    date(2022, 5, 5),
    date(2023, 5, 4),
    date(2024, 5, 2),
    date(2025, 5, 1),
    date(2026, 5, 7),
)
_BY_YEAR = {day.year: day for day in _DAYS}


def day_of(year: int) -> date:
    """The polling day of *year*; KeyError for 2020, when there was none, and before 2012."""
    return _BY_YEAR[year]
