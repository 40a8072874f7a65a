"""A poll or a chamber whole: what stands behind who won, who controls, and whether they did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb

from assistant.column import Cell as Entry
from assistant.core.meaning.nodes import Named, Newest, Set
from assistant.core.query.facts import Contest, Thing
from assistant.core.query.sql import Cell as Value
from assistant.core.query.tables import thing

_NAME = "(SELECT concat_ws(chr(9), name, inside) FROM thing WHERE kind = '{kind}' AND id = b.{kind}) AS thing"


@dataclass(frozen=True, slots=True)
class Shape:
    """How a cube's contest is read: its own row, then a row of each who stood; `?` is the contest's key.

    `parties`: a row of each party, where candidates are not held.
    """

    kind: str
    key: str
    head: str
    lines: str
    parties: str = ""


_WARD = Shape(
    "ward",
    "contest_id",
    """
SELECT {name}, ward AS id, contest_id, year, poll, date::VARCHAR AS date, seats, voting_system, uncontested,
       countermanded, votes_held, counted, results, electorate, turnout, votes, majority, tied, split, note, source_id
FROM ward_contest b WHERE b.poll = '{poll}'""",
    """
SELECT s.name AS person, p.name AS party, s.party AS party_id, s.votes, s.elected, s.rank,
       CASE WHEN w.counted THEN 100.0 * s.votes / nullif(w.votes, 0) END AS share
FROM candidate s JOIN party p ON p.party_id = s.party JOIN ward_contest w USING (contest_id)
WHERE s.contest_id = ? ORDER BY s.rank, s.name""",
    """
SELECT NULL AS person, p.name AS party, s.party AS party_id, s.top_votes AS votes, s.won AS elected, s.rank,
       CASE WHEN w.counted THEN 100.0 * s.top_votes / nullif(w.top_votes, 0) END AS share
FROM ward_standing s JOIN party p ON p.party_id = s.party JOIN ward_contest w USING (contest_id)
WHERE s.contest_id = ? AND s.stood ORDER BY s.rank, p.name""",
)
_COUNCIL = Shape(
    "council",
    "council",
    """
SELECT {name}, council AS id, council AS contest_id, year, date::VARCHAR AS date, scheme, seats_up, wards, turnout,
       turnout_wards, results, counted, source_id, latest, (SELECT count(*) FROM ward_contest w
           WHERE w.council = b.council AND w.year = b.year AND w.poll = 'scheduled' AND w.uncontested) AS unopposed
FROM council_poll b WHERE true""",
    """
SELECT p.name AS party, s.party AS party_id, s.seats, s.votes, s.rank, s.level,
       CASE WHEN b.counted THEN 100.0 * s.votes / nullif(b.votes, 0) END AS share
FROM poll_standing s JOIN party p ON p.party_id = s.party JOIN council_poll b USING (council, year)
WHERE s.council = ? AND s.year = ? AND s.stood
ORDER BY s.seats DESC NULLS LAST, s.votes DESC NULLS LAST, p.name""",
)
_CHAMBER = Shape(
    "council",
    "council",
    """
SELECT {name}, council AS id, council AS contest_id, year, size, vacant, needed, control, administration, unnamed,
       top_seats, previous_year, previous_control, as_of::VARCHAR AS as_of, latest,
       (SELECT string_agg(DISTINCT h.source_id, ' ' ORDER BY h.source_id) FROM chamber_holding h
        WHERE h.council = b.council AND h.year = b.year) AS source_id
FROM chamber_year b WHERE true""",
    """
SELECT p.name AS party, s.party AS party_id, s.seats, 100.0 * s.seats / b.size AS share, s.change
FROM chamber_holding s JOIN party p ON p.party_id = s.party JOIN chamber_year b USING (council, year)
WHERE s.council = ? AND s.year = ? AND s.seats > 0 ORDER BY s.party = 'other', s.seats DESC, p.name""",
)
_OFFICE = Shape(
    "office",
    "contest_id",
    """
SELECT {name}, office AS id, contest_id, year, poll, date::VARCHAR AS date, voting_system, complete, electorate,
       turnout, valid_votes, majority, result, note, source_id
FROM office_poll b WHERE b.poll = '{poll}'""",
    """
SELECT s.name AS person, p.name AS party, s.party AS party_id, s.label, s.votes, s.first_votes, s.share,
       s.elected, s.rank
FROM office_standing s JOIN party p ON p.party_id = s.party WHERE s.contest_id = ? ORDER BY s.rank, s.name""",
)
_TENURE = Shape(
    "office",
    "office",
    """
SELECT {name}, office AS id, office AS contest_id, year, elected, latest, source_id
FROM office_tenure b WHERE true""",
    """
SELECT h.name AS person, p.name AS party, h.party_id, h.year, h.since_year AS since, t.begun
FROM office_term h JOIN party p USING (party_id)
JOIN office_tenure t ON t.office = h.office_id AND t.since = h.since_year
WHERE t.office = ? AND t.year = ? AND h.year <= t.year ORDER BY h.year""",
)
_SHAPES: Mapping[str, Shape] = {
    "ward poll": _WARD,
    "council poll": _COUNCIL,
    "chamber": _CHAMBER,
    "office poll": _OFFICE,
    "tenure": _TENURE,
}


def contests(
    con: duckdb.DuckDBPyConnection, cube: str, place: str, time: Set | None, poll: str = "scheduled"
) -> tuple[Contest, ...]:
    """The contests (or chambers) of a place in a year, or its newest."""
    shape = _SHAPES.get(cube)
    when = _when(time, poll, shape.kind) if shape is not None else None
    if shape is None or when is None:
        return ()
    head = shape.head.format(name=_NAME.format(kind=shape.kind), poll=poll)
    rows = dicts(con, f"{head} AND b.{shape.kind} = ? AND {when[0]} ORDER BY ALL", (place, *when[1]))
    return tuple(_contest(con, cube, shape, row) for row in rows)


_POLLS = {"ward": "ward_contest", "office": "office_poll"}
_LAST = "b.date = (SELECT max(l.date) FROM {table} l WHERE l.{kind} = b.{kind} AND l.poll = b.poll)"


def _when(time: Set | None, poll: str, kind: str) -> tuple[str, tuple[Value, ...]] | None:
    if isinstance(time, Newest):
        last = _LAST.format(kind=kind, table=_POLLS.get(kind, ""))
        return ("b.latest" if poll == "scheduled" else last), ()
    if isinstance(time, Named) and len(time.ids) == 1:
        return "b.year = ?", (int(time.ids[0]),)
    return None


def _contest(con: duckdb.DuckDBPyConnection, cube: str, shape: Shape, head: Mapping[str, Entry]) -> Contest:
    key = (head["contest_id"],) if shape.key == "contest_id" else (head["contest_id"], head["year"])
    lines = tuple(dicts(con, shape.lines, key) or (dicts(con, shape.parties, key) if shape.parties else ()))
    place: Thing = thing(shape.kind, head["id"], head["thing"])  # type: ignore[arg-type]
    return Contest(cube, place, int(str(head["year"])), head, lines)


def dicts(con: duckdb.DuckDBPyConnection, text: str, values: tuple[Value, ...]) -> list[dict[str, Entry]]:
    """The rows of a query by the names of its columns."""
    cursor = con.execute(text, list(values))
    names = [d[0] for d in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
