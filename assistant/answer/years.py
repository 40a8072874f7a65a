"""The years of a question as a predicate on contests."""

from __future__ import annotations

from assistant.query.sql import Part, among
from assistant.question.model import Time, When

_SIDES = {When.SINCE: ">=", When.AFTER: ">", When.UNTIL: "<=", When.BEFORE: "<", When.PREVIOUS: "<"}


def contest_years(time: Time) -> Part:
    """A predicate on `year`; empty where the question names none."""
    if time.when is When.IN and time.years:
        return among("year", time.years)
    if time.when is When.BETWEEN:
        return Part("year BETWEEN ? AND ?", time.years)
    if time.when in _SIDES and time.years:
        return Part(f"year {_SIDES[time.when]} ?", time.years[:1])
    return Part("")
