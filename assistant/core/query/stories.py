"""All that matters of a place, a party or a person: its contests, its figures, or its record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import duckdb

from assistant.core.meaning.nodes import (
    Claim,
    Compare,
    Count,
    Figure,
    It,
    Listing,
    Measure,
    Named,
    Newest,
    Number,
    Select,
    Set,
    Story,
)
from assistant.core.query.contests import contests, dicts
from assistant.core.query.facts import Backing, Contest, Facts, Thing, Used
from assistant.core.query.run import fetch
from assistant.core.query.sql import Sql
from assistant.core.query.tables import beside, entries, table
from assistant.core.query.used import used

_CUBES = {"council": ("chamber", "council poll"), "ward": ("ward poll",), "office": ("office poll",)}
_AT_BY_ELECTIONS = ("ward poll", "office poll")
_OF_PARTY = ("seats held", "share of seats", "net change", "seats won", "votes", "share of the vote", "candidates")


def story(con: duckdb.DuckDBPyConnection, ask: Story) -> Facts:
    """The facts of a story: what it is about decides which they are."""
    time = ask.time or Newest()
    if ask.person is not None:
        return _record(con, ask)
    if ask.party is not None:
        return _of_party(con, ask, ask.party, time)
    if isinstance(ask.place, Named) and ask.place.kind in _CUBES:
        return _of_place(con, ask, ask.place, time)
    return _of_area(con, ask, time)


def _of_place(con: duckdb.DuckDBPyConnection, ask: Story, place: Named, time: Set) -> Facts:
    cubes = (
        _CUBES[place.kind] if ask.poll == "scheduled" else tuple(c for c in _CUBES[place.kind] if c in _AT_BY_ELECTIONS)
    )
    found = tuple(c for cube in cubes for c in contests(con, cube, place.ids[0], time, ask.poll))
    query = beside(Sql("SELECT 1"), ()).query
    found += _history(con, place, found) if ask.time is None or isinstance(time, Newest) else ()
    years = _polls(con, place) if [c.kind for c in found] == ["chamber"] else ()
    return Facts(ask, query, contests=found, used=tuple(_used(c, place, time) for c in found), years=years)


def _polls(con: duckdb.DuckDBPyConnection, place: Named) -> tuple[int, ...]:
    """The years in which a council voted."""
    rows = con.execute("SELECT year FROM council_poll WHERE council = ? ORDER BY year", [place.ids[0]]).fetchall()
    return tuple(int(year) for (year,) in rows)


_HISTORY = """
SELECT b.year, b.poll, any_value(b.seats) AS seats, any_value(b.turnout) AS turnout, any_value(b.majority) AS majority,
       string_agg(s.name || ' (' || p.name || ')', ', ' ORDER BY s.rank) AS elected, any_value(b.source_id) AS source_id
FROM ward_contest b JOIN candidate s ON s.contest_id = b.contest_id AND s.elected JOIN party p ON p.party_id = s.party
WHERE b.ward IN ({ids}) GROUP BY b.contest_id, b.year, b.poll, b.date ORDER BY b.date DESC, b.contest_id
"""


def _history(con: duckdb.DuckDBPyConnection, place: Named, found: tuple[Contest, ...]) -> tuple[Contest, ...]:
    """Who was elected in a ward at each poll, the newest first."""
    if place.kind != "ward" or not found:
        return ()
    lines = tuple(dicts(con, _HISTORY.format(ids=", ".join("?" * len(place.ids))), place.ids))
    head = {"source_id": " ".join(sorted({str(line["source_id"]) for line in lines}))}
    return (Contest("history", found[0].place, found[0].year, head, lines),)


def _used(contest: Contest, place: Named, time: Set) -> Used:
    name = "size" if contest.kind == "chamber" else "votes"
    return Used(
        Measure(name, place, None, None, time),
        tuple(str(contest.head["source_id"]).split()),
        contest.year,
        contest.year,
        1,
        bool(contest.head.get("latest")),
    )


def _of_party(con: duckdb.DuckDBPyConnection, ask: Story, party: Set, time: Set) -> Facts:
    """A party's figures at a place, or everywhere held."""
    columns = tuple(
        replace(f, poll=ask.poll) if isinstance(f, Measure) else f for f in _figures(ask.place, party, time)
    )
    plan = beside(Sql("SELECT 1 AS one"), columns)
    row = fetch(con, plan.query)[0]
    backing = tuple(Backing(c, e) for c, e in zip(columns, entries(row[1:], plan), strict=True))
    whole = tuple(u for c in columns for u in used(con, c))
    single = ask.place if isinstance(ask.place, Named) and ask.place.kind in _CUBES else None
    found = () if single is None else _of_place(con, ask, single, time).contests
    return Facts(ask, plan.query, backing=backing, contests=found, used=whole)


def _figures(place: Set | None, party: Set, time: Set) -> Iterator[Figure]:
    level = place.kind if place is not None else "area"
    if level in ("area", "council"):
        yield from (Measure(name, place, party, None, time) for name in _OF_PARTY)
    else:
        yield from (Measure(name, place, party, None, time) for name in ("votes", "share of the vote"))
    if level == "area":
        yield Count(Select("council", place, (Claim("control", It("council"), party, None, time),)))


def _of_area(con: duckdb.DuckDBPyConnection, ask: Story, time: Set) -> Facts:
    """The parties of an area by their seats, with the councils that they control."""
    seats = Measure("seats held", ask.place, It("party"), None, time)
    parties = Select("party", None, (Compare(seats, ">", Number(0)),))
    share = Measure("share of seats", ask.place, It("party"), None, time)
    councils = Count(Select("council", ask.place, (Claim("control", It("council"), It("party"), None, time),)))
    query, found = table(con, Listing(parties, (seats, share, councils)))
    return Facts(ask, query, table=found, used=used(con, seats))


_RECORD = """
WITH record AS (
    SELECT year, poll, 'stood' AS deed, 'ward' AS kind, ward AS id, party, votes, share, rank, elected, source_id
    FROM candidate WHERE person IN ({ids})
    UNION ALL
    SELECT year, poll, 'stood', 'office', office, party, votes, share, rank, elected, source_id
    FROM office_standing WHERE person IN ({ids})
    UNION ALL
    SELECT year, '', 'sat', 'ward', ward, party, NULL, NULL, NULL, NULL, source_id
    FROM seat_holder WHERE person IN ({ids})
)
SELECT r.* EXCLUDE (kind, id, party), t.name AS place, t.inside, p.name AS party, p.party_id
FROM record r JOIN thing t ON t.kind = r.kind AND t.id = r.id JOIN party p ON p.party_id = r.party
ORDER BY ALL
"""


def _record(con: duckdb.DuckDBPyConnection, ask: Story) -> Facts:
    """Where a person stood and sat, year by year, for whom and how it went."""
    ids = ask.person.ids if isinstance(ask.person, Named) else ()
    query = Sql(_RECORD.format(ids=", ".join("?" * len(ids))), ids * 3)
    lines = tuple(line for line in dicts(con, query.text, query.values) if _within(ask.time, line["year"]))
    if not lines:
        return Facts(ask, query)
    who = Thing("person", ids[0], ids[0].partition("/")[2], str(lines[0]["inside"] or ""))
    years = [int(str(line["year"])) for line in lines]
    cell = Claim("stand", None, None, ask.person, ask.time)
    sources = tuple(sorted({str(line["source_id"]) for line in lines}))
    seen = Used(cell, sources, min(years), max(years), len(lines))
    return Facts(ask, query, contests=(Contest("record", who, max(years), {}, lines),), used=(seen,))


def _within(time: Set | None, year: object) -> bool:
    """Whether a year is one that is asked about."""
    return not isinstance(time, Named) or str(year) in time.ids
