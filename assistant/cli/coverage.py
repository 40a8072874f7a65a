"""What is held, year by year and level by level: councils, wards, offices."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from assistant.answer.model import Answer, Cell, Column, Outcome, Unit
from assistant.render.as_csv import csv_table
from assistant.render.table import grid, table_lines
from assistant.render.visible import escaped
from assistant.render.wanted import Wanted
from assistant.render.wrapping import wrapped

# Level → what is counted of it, a query that gives (year, how many).
_LEVELS = {
    "compositions": ("Seats held", "SELECT year, count(DISTINCT council_id) FROM composition"),
    "administrations": (
        "Who runs",
        "SELECT year, count(DISTINCT council_id) FROM control WHERE administration IS NOT NULL",
    ),
    "elections": ("Elections", "SELECT year, count(DISTINCT council_id) FROM election"),
    "wards": ("Wards", "SELECT year, count(*) FROM contest WHERE NOT by_election"),
    "by_elections": ("By-elections", "SELECT year, count(*) FROM contest WHERE by_election"),
    "turnouts": ("Turnout", "SELECT year, count(*) FROM contest WHERE turnout IS NOT NULL"),
    "offices": ("Offices", "SELECT year, count(*) FROM office_contest"),
}
_HEAD = """\
Councils whose seats by party are held, councils of which is held who runs them, councils that voted; wards with
results, ward by-elections, wards with turnout; contests for mayor, commissioner or a parliament."""
COLUMNS = (
    Column("year", "Year", Unit.YEAR),
    *(Column(key, title, Unit.COUNT) for key, (title, _) in _LEVELS.items()),
)


def coverage(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Cell]]:
    """A row a year, the newest first: how many of each level are held, None for none."""
    found = {key: _counts(connection, query) for key, (_, query) in _LEVELS.items()}
    years = sorted({year for counts in found.values() for year in counts}, reverse=True)
    return [{"year": year, **{key: counts.get(year) for key, counts in found.items()}} for year in years]


def told(rows: Sequence[dict[str, Cell]], form: str, width: int) -> str:
    """The rows as text, JSON or CSV."""
    listing = Answer("", Outcome.ANSWERED, "", columns=COLUMNS, rows=tuple(rows))
    if form == "csv":
        return csv_table(listing, Wanted(attribution=False))
    if form == "json":
        import json

        return escaped(json.dumps(list(rows), ensure_ascii=False))
    return "\n".join([*wrapped(_HEAD, width), "", *table_lines(grid(listing, None), width)])


def _counts(connection: duckdb.DuckDBPyConnection, query: str) -> dict[int, int]:
    rows = connection.execute(f"{query} GROUP BY year ORDER BY year").fetchall()
    return {int(year): int(count) for year, count in rows if year is not None}
