from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

DATA = Path(__file__).parents[2] / "data"
Query = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture(scope="session")
def query() -> Iterator[Query]:
    """Ask the shipped files themselves: each is a view of its own name."""
    connection = duckdb.connect()
    for path in sorted([*DATA.glob("*.parquet"), *DATA.glob("*.csv")]):
        connection.execute(f"CREATE VIEW {path.stem} AS SELECT * FROM '{path}'")
    yield lambda sql, *values: connection.execute(sql, list(values)).fetchall()
    connection.close()
