"""Each reference query returns the rows of the query it is held against: the rows are tested, never the time."""

from __future__ import annotations

import duckdb
import pytest

from assistant import Assistant
from tests.bench.reference import Reference, generated, references

_TWENTY = list(references())


def test_there_are_twenty_families() -> None:
    assert len(_TWENTY) == 20
    assert len({one.question for one in _TWENTY}) == 20


@pytest.mark.parametrize("one", _TWENTY, ids=lambda one: one.name)
def test_the_rows_are_those_of_the_generated_query(real: Assistant, one: Reference) -> None:
    sql = generated(real, one.question)
    mine = _table(real._connection.execute(sql.text, list(sql.parameters)))
    best = _table(real._connection.execute(one.text))
    assert best
    assert [{name: row[name] for name in best[0]} for row in mine] == best


def _table(cursor: duckdb.DuckDBPyConnection) -> list[dict[str, object]]:
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, map(_settled, row), strict=True)) for row in cursor.fetchall()]


def _settled(value: object) -> object:
    """Sources listed in any order are the same; the last bits of a sum may differ."""
    if isinstance(value, list):
        return sorted(value)
    return round(value, 9) if isinstance(value, float) else value
