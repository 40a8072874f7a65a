from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from assistant.answer.model import Column, Unit
from assistant.errors import AssistantError
from assistant.render.chart import chart, shape
from tests.support.answers import CONTROL

YEARS = replace(
    CONTROL,
    columns=(Column("year", "Year", Unit.YEAR), Column("seats", "Seats", Unit.COUNT)),
    rows=tuple({"year": year, "seats": seats} for year, seats in ((2016, 9), (2012, 3), (2014, 12))),
    unit=Unit.COUNT,
)


def test_years_are_a_line_in_their_order() -> None:
    drawn = shape(YEARS)
    assert drawn is not None and drawn.over_years
    assert (drawn.places, drawn.figures) == ((2012, 2014, 2016), (3, 12, 9))
    lines = chart(YEARS, 60).splitlines()
    assert "2012" in lines[-1] and "2016" in lines[-1] and max(map(len, lines)) <= 60


def test_the_column_of_the_headline_is_drawn() -> None:
    drawn = shape(replace(CONTROL, unit=Unit.CHANGE))
    assert drawn is not None and drawn.column.key == "change" and drawn.figures == (3, -3, 0)


@pytest.mark.parametrize(
    "answer",
    [
        replace(CONTROL, rows=CONTROL.rows[:1]),
        replace(CONTROL, columns=CONTROL.columns[:1]),
        replace(YEARS, rows=({"year": 2012, "seats": 3}, {"year": 2012, "seats": 4}, {"year": 2014, "seats": 4})),
        replace(YEARS, rows=({"year": 2012, "seats": None}, {"year": 2014, "seats": 4})),
    ],
    ids=["one row", "no figures", "two figures a year", "one figure held"],
)
def test_what_has_no_shape_is_not_drawn(answer: object) -> None:
    assert shape(answer) is None  # type: ignore[arg-type]  # the ids keep pytest from typing it


def test_bars_past_the_first_twenty_are_counted() -> None:
    rows = tuple({"party": f"party {n}", "seats": n} for n in range(25))
    drawn = chart(replace(CONTROL, rows=rows, unit=Unit.COUNT), 80)
    assert drawn.count("┤") == 20 and drawn.endswith("… and 5 more")


def test_without_plotext_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "plotext", None)
    with pytest.raises(AssistantError, match=r"plotext is needed"):
        chart(CONTROL, 80)
