"""What a row of a query stands for: one row of the table, or a group of them to be added up."""

from __future__ import annotations

from assistant.query.catalogue import Cube
from assistant.question.model import Question, Rows, When

_ONE_YEAR = frozenset({When.LATEST, When.FIRST, When.BEFORE, When.AFTER, When.PREVIOUS})


def alone(q: Question, cube: Cube, dims: tuple[Rows, ...]) -> bool:
    """True when no two rows of the table can meet in a group, so that nothing needs adding up."""
    if Rows.CANDIDATE in cube.key:  # told one by one: two candidates of a ward may share their name and party
        return Rows.CANDIDATE in dims
    if not cube.key or (cube.has_ward and q.wards):  # a ward named by itself counts its by-elections in
        return False
    return cube.key <= {*dims, *_fixed(q)}


def _fixed(q: Question) -> set[Rows]:
    """What the question names one of."""
    one = {
        Rows.COUNCIL: len(q.places) == 1 and q.places[0].is_council,
        Rows.PARTY: len({p.id for p in q.parties}) == 1,
        Rows.YEAR: len(set(q.time.years)) == 1 if q.time.when is When.IN else q.time.when in _ONE_YEAR,
    }
    return {rows for rows, single in one.items() if single}


def covered(q: Question, cube: Cube, dims: tuple[Rows, ...]) -> list[str]:
    """Columns that are not shown: the years, councils and sources which the words of an answer need."""
    if alone(q, cube, dims):
        size = ["size AS _size"] if cube.table == "held" else []
        return ["year AS _first", "year AS _last", *size, f"{cube.source} AS _sources"]
    return ["min(year) AS _first", "max(year) AS _last", *_councils(q, cube, dims), _sources(q, cube)]


def _councils(q: Question, cube: Cube, dims: tuple[Rows, ...]) -> list[str]:
    """An area says how many of its councils were counted, each of them once."""
    if Rows.COUNCIL in dims or all(p.is_council for p in q.places):
        return []
    once = cube.key - {*dims, *_fixed(q)} == {Rows.COUNCIL}
    return ["count(*) AS _councils" if once else "count(DISTINCT council_id) AS _councils"]


def _sources(q: Question, cube: Cube) -> str:
    """Each source once: of the few rows of a council they are listed first, for that is quicker."""
    few = bool(q.wards or q.people) or (bool(q.places) and all(p.is_council for p in q.places))
    return f"list_distinct(list({cube.source})) AS _sources" if few else f"list(DISTINCT {cube.source}) AS _sources"
