"""Which scheduled polls of a council are known, for a question about a year in which there was none."""

from __future__ import annotations

from assistant.answer import words
from assistant.answer.asking import Desk
from assistant.answer.model import Cell

KNOWN_FROM = 2014  # from here on the polls of every council are known, so a missing one did not take place


def known(council_id: Cell, desk: Desk) -> list[int]:
    """The years of the council's scheduled polls."""
    rows = desk.ask("SELECT year FROM election WHERE scheduled AND council_id = ? ORDER BY year", str(council_id))
    return [int(str(r["year"])) for r in rows]


def near(council_id: Cell, year: int, desk: Desk) -> str:
    """ "; polls held: 2017 and 2021": those right before and after a year."""
    years = known(council_id, desk)
    beside = [*[y for y in years if y < year][-1:], *[y for y in years if y > year][:1]]
    return f"; polls held: {words.listing(str(y) for y in beside)}" if beside else ""
