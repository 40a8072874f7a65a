"""Load the rows under the declared schema, then check what a schema cannot say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

import duckdb

from assistant.importer.model import Row
from assistant.importer.rows import ROWS
from assistant.resources import data_folder

# (what must hold, query that lists what breaks it)
_RULES: tuple[tuple[str, str], ...] = (
    (
        "seats of a composition add up to the council's size, vacancies included",
        "SELECT h.council_id, h.year, h.moment, h.source_id, h.seats, any_value(h.vacant) AS vacant,"
        " sum(c.seats) AS held FROM control h JOIN composition c USING (council_id, year, moment, source_id)"
        " GROUP BY h.council_id, h.year, h.moment, h.source_id, h.seats"
        " HAVING sum(c.seats) + coalesce(any_value(h.vacant), 0) <> h.seats",
    ),
    (
        "a majority party holds more than half the seats",
        "SELECT h.council_id, h.year, h.moment, h.source_id FROM control h JOIN composition c"
        " USING (council_id, year, moment, source_id) WHERE c.party_id = h.majority_party"
        " AND 2 * c.seats <= h.seats",
    ),
    (
        "parties told apart have no more seats than the snapshot's others",
        "SELECT t.council_id, t.year, sum(t.seats) AS told, any_value(c.seats) AS others FROM told_apart t"
        " LEFT JOIN composition c ON c.council_id = t.council_id AND c.year = t.year"
        " AND c.moment = 'snapshot' AND c.party_id = 'other'"
        " GROUP BY t.council_id, t.year HAVING sum(t.seats) > coalesce(any_value(c.seats), 0)",
    ),
    (
        "an alias is not its target's own name",
        "SELECT alias, target FROM name n WHERE EXISTS (SELECT 1 FROM"
        " (SELECT council_id AS id, name FROM council UNION ALL SELECT area_id, name FROM area"
        " UNION ALL SELECT party_id, name FROM party UNION ALL SELECT office_id, name FROM office) t"
        " WHERE t.id = n.target AND t.name = n.alias)",
    ),
    (
        "an alias's target is held",
        "SELECT alias, kind, target FROM name WHERE target NOT IN (SELECT council_id FROM council"
        " UNION ALL SELECT area_id FROM area UNION ALL SELECT party_id FROM party"
        " UNION ALL SELECT office_id FROM office"
        " UNION ALL SELECT name FROM office_candidacy WHERE name IS NOT NULL)",
    ),
    (
        "a successor is held",
        "SELECT council_id, s FROM"
        " (SELECT council_id, unnest(string_split(successors, ';')) AS s FROM council)"
        " WHERE s NOT IN (SELECT council_id FROM council)",
    ),
    (
        "as many elected as places in an English or Welsh contest",
        "SELECT contest_id, c.seats, count(*) FILTER (elected) AS won"
        " FROM contest c JOIN candidacy USING (contest_id)"
        " WHERE voting_system = 'first past the post' AND NOT countermanded"
        " GROUP BY contest_id, c.seats HAVING won <> c.seats",
    ),
    (
        "nobody is elected, and no votes are cast, where no poll was held",
        "SELECT contest_id, count(*) FROM contest JOIN candidacy USING (contest_id)"
        " WHERE countermanded AND (elected OR votes IS NOT NULL) GROUP BY contest_id",
    ),
    (
        "ranks follow votes",
        "SELECT contest_id, rank FROM (SELECT contest_id, rank, votes, lag(votes) OVER"
        " (PARTITION BY contest_id ORDER BY rank) AS above FROM candidacy) WHERE votes > above",
    ),
    (
        "one winner in a contest for one office, and no more votes on the deciding count than the winner's",
        "SELECT contest_id, count(*) FILTER (elected) AS won FROM office_candidacy GROUP BY contest_id"
        " HAVING won <> 1 OR max(final_votes) > max(final_votes) FILTER (elected)",
    ),
    (
        "valid votes of a complete contest are the sum of its candidates'",
        "SELECT contest_id, c.valid_votes, sum(d.first_votes) AS summed"
        " FROM office_contest c JOIN office_candidacy d USING (contest_id)"
        " WHERE c.complete GROUP BY contest_id, c.valid_votes HAVING sum(d.first_votes) <> c.valid_votes",
    ),
)
_SHOWN = 5


def load(tables: Mapping[str, Sequence[Row]]) -> duckdb.DuckDBPyConnection:
    """*tables* in memory under `data/schema.sql`; a broken key or CHECK raises duckdb.Error."""
    connection = duckdb.connect()
    connection.execute((data_folder() / "schema.sql").read_text("utf-8"))
    for kind in ROWS:
        rows = tables.get(kind.table, ())
        if rows:
            _insert(connection, kind, rows)
    return connection


def _insert(connection: duckdb.DuckDBPyConnection, kind: type[Row], rows: Sequence[Row]) -> None:
    """Column by column: thousands of rows a call, each column cast to its declared type."""
    names = [field.name for field in fields(kind)]
    types = dict(
        connection.execute(
            "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ?", [kind.table]
        ).fetchall()
    )
    casts = ", ".join(f"unnest(?::{types[name]}[])" for name in names)
    connection.execute(
        f"INSERT INTO {kind.table} ({', '.join(names)}) SELECT {casts}",
        [[getattr(row, name) for row in rows] for name in names],
    )


def failures(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """A line for each rule that does not hold, with the first rows that break it."""
    for rule, query in _RULES:
        broken = connection.execute(f"SELECT * FROM ({query}) ORDER BY ALL").fetchall()
        if broken:
            shown = "; ".join(str(row) for row in broken[:_SHOWN])
            yield f"{rule}: {len(broken)} rows break it: {shown}"
