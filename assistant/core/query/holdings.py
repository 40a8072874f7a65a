"""What the tables hold: the years of each kind of figure for a place, and the sources."""

from __future__ import annotations

import duckdb

from assistant.core.meaning.nodes import About, Measure, Named, Set
from assistant.core.query.contests import dicts
from assistant.core.query.facts import Contest, Facts, Thing
from assistant.core.query.reported import query_of, reported
from assistant.core.query.sql import Sql, among, fill, joined

_HELD: tuple[tuple[str, str, str], ...] = (
    ("seats by party and control", "chamber_year", "true"),
    ("council results by party", "council_poll", "b.results"),
    ("ward results", "ward_contest", "b.poll = 'scheduled' AND b.votes_held <> 'none'"),
    ("candidates by name", "candidate", "b.poll = 'scheduled'"),
    ("council turnout", "council_poll", "b.turnout IS NOT NULL"),
    ("ward turnout", "ward_contest", "b.poll = 'scheduled' AND b.turnout IS NOT NULL"),
    ("council by-elections", "ward_contest", "b.poll = 'by-election'"),
    ("councillors by name", "seat_holder", "true"),
)


def about(con: duckdb.DuckDBPyConnection, ask: About) -> Facts:
    """The facts behind a question about the assistant: what is held of a place, or all sources."""
    query = _years(ask.place) if ask.topic == "held" else _QUERIES.get(ask.topic, _NOTHING)
    lines = tuple(dicts(con, query.text, query.values))
    of = ask.of or Measure(ask.measure, ask.place, ask.party, None, ask.time)
    said = reported(con, of) if ask.topic == "basis" else None
    if said is not None:
        return Facts(ask, query_of(of), contests=(said,))
    return Facts(ask, query, contests=(Contest("holdings", Thing("area", "", ""), 0, {}, lines),))


_NOTHING = Sql("SELECT 1 AS one ORDER BY one")
_QUERIES = {
    "source": Sql("SELECT title AS source, publisher, licence FROM source ORDER BY source_id"),
    "newest": Sql(
        "SELECT strftime(max(date), '%-d %B %Y') AS day, (SELECT max(year) FROM chamber_year) AS year "
        "FROM election WHERE scheduled ORDER BY day"
    ),
}


def _years(place: Set | None) -> Sql:
    """A row a kind of figure, with the years in which the place has it."""
    inside = _inside(place)
    rows = [
        fill(f"SELECT {i} AS n, '{what}' AS what, list_sort(list(DISTINCT b.year::INT)) AS years FROM {table} b "
             f"WHERE {held}{{}}", inside)
        for i, (what, table, held) in enumerate(_HELD)
    ]  # fmt: skip
    return fill("SELECT what, years FROM ({}) ORDER BY n", joined(" UNION ALL ", rows))


def _inside(place: Set | None) -> Sql:
    if not isinstance(place, Named):
        return Sql("")
    if place.kind == "area":
        return fill(" AND b.council IN (SELECT council FROM place_member WHERE {})", among("area", place.ids))
    councils = [i.partition("/")[0] for i in place.ids]
    return fill(" AND {}", among("b.council", councils))
