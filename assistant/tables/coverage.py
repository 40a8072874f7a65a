"""Which years are held at which level: the table that data/README.md and docs/data.md print."""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

from assistant.tables import open_tables

_BEGIN, _END = "<!-- coverage: made by `make docs` -->", "<!-- end of coverage -->"
_HEAD = (
    "year",
    "compositions",
    "rosters",
    "contests with candidates",
    "with parties only",
    "with turnout only",
    "contests with turnout",
    "whole polls",
    "polls by council totals only",
    "contests for offices",
)
_FIRST = 2006
"""The first year whose contests are held; compositions alone are before it."""
_QUERY = """
WITH counts AS (
    SELECT year, 1 AS level, count(DISTINCT council_id) AS n FROM composition WHERE moment = 'snapshot' GROUP BY ALL
    UNION ALL SELECT year, 2, count(DISTINCT council_id) FROM councillor GROUP BY ALL
    UNION ALL SELECT year, 3, count(*) FILTER (votes_held = 'candidates') FROM contest GROUP BY ALL
    UNION ALL SELECT year, 4, count(*) FILTER (votes_held = 'parties') FROM contest GROUP BY ALL
    UNION ALL SELECT year, 5, count(*) FILTER (votes_held = 'none' AND turnout IS NOT NULL) FROM contest GROUP BY ALL
    UNION ALL SELECT year, 6, count(turnout) FROM contest GROUP BY ALL
    UNION ALL SELECT year, 7, count(DISTINCT election_id) FILTER (candidates > 0) FROM poll_party GROUP BY ALL
    UNION ALL SELECT year, 8, count(DISTINCT election_id) FILTER (candidates IS NULL) FROM poll_party GROUP BY ALL
    UNION ALL SELECT year, 9, count(*) FROM office_contest GROUP BY ALL
)
SELECT CASE WHEN min(year) = max(year) THEN min(year)::VARCHAR ELSE min(year) || '–' || max(year) END,
       {columns}
FROM (SELECT *, CASE WHEN year < {first} THEN 0 ELSE year END AS run FROM counts)
GROUP BY run ORDER BY run
"""


def table(connection: duckdb.DuckDBPyConnection) -> str:
    """The levels held of each year as a Markdown table; years with compositions alone are one row, their average."""
    rows = connection.execute(_QUERY.format(columns=_columns(), first=_FIRST)).fetchall()
    lines = ["| " + " | ".join(_HEAD) + " |", "|---" + "|---:" * (len(_HEAD) - 1) + "|"]
    lines += ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def _columns() -> str:
    """Each level's count; of several years together their average."""
    sums = (f"sum(n) FILTER (level = {level})" for level in range(1, len(_HEAD)))
    return ", ".join(f"round({found} / count(DISTINCT year))::INTEGER" for found in sums)


def _cell(cell: object) -> str:
    return f"{cell:,}" if isinstance(cell, int) and cell else "" if isinstance(cell, int | None) else str(cell)


def renewed(text: str, made: str) -> str:
    """The document with the table between its marks made anew; ValueError where it has no marks."""
    before, begun, rest = text.partition(_BEGIN)
    _, ended, after = rest.partition(_END)
    if not begun or not ended:
        raise ValueError(f"no {_BEGIN} … {_END}")
    return f"{before}{_BEGIN}\n\n{made}\n\n{_END}{after}"


def main(paths: list[str]) -> None:
    """Renew the table in each of the documents."""
    tables = open_tables()
    made = table(tables.connection)
    tables.close()
    for path in map(Path, paths):
        path.write_text(renewed(path.read_text("utf-8"), made), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
