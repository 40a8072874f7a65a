"""Councils as legal bodies: which came to an end, what came after them, and which are large enough to try."""

from __future__ import annotations

import duckdb

from assistant.core.meaning.nodes import Ask, Named
from assistant.core.meaning.walk import walk
from assistant.core.query.contests import dicts

_ENDED = (
    "SELECT c.name, year(c.valid_to) AS ended, string_agg(s.name, '; ' ORDER BY s.name) AS after FROM council c "
    "LEFT JOIN council s ON list_contains(string_split(c.successors, ';'), s.council_id) "
    "WHERE c.valid_to IS NOT NULL AND c.council_id IN ({}) GROUP BY ALL ORDER BY c.name"
)
_LARGEST = "SELECT t.name FROM chamber_year y JOIN thing t ON t.kind = 'council' AND t.id = y.council WHERE y.latest "


def ended(con: duckdb.DuckDBPyConnection, ask: Ask) -> tuple[str, ...]:
    """For each council named that is no more, in which year it ended and what came after it, as a sentence."""
    ids = sorted({i for n in walk(ask) if isinstance(n, Named) and n.kind == "council" for i in n.ids})
    if not ids:
        return ()
    rows = dicts(con, _ENDED.format(", ".join("?" * len(ids))), tuple(ids))
    return tuple(_fate(str(row["name"]), row["ended"], str(row["after"] or "")) for row in rows)


def _fate(name: str, year: object, after: str) -> str:
    names = after.split("; ") if after else []
    told = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else after
    came = f"; {told} came after it" if told else ""
    return f"{name} council was abolished in {year}{came}."


def places_to_try(con: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    """The names of a few large councils, for a question that names no place."""
    rows = con.execute(f"{_LARGEST}ORDER BY y.size DESC, t.name LIMIT 3").fetchall()
    return tuple(str(row[0]) for row in rows)
