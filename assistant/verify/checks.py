"""The checks of a data folder: one SQL file each, that gives both figures of everything it compares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from assistant.errors import DataError

FOLDER = "checks"
_SHARED = "shared.sql"
_COLUMNS = ["key", "first", "first_source", "second", "second_source", "agree"]


@dataclass(frozen=True, slots=True)
class Check:
    """What is compared: a name, a line that says it, why it is compared so, and the query."""

    name: str
    title: str
    about: str
    sql: str


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """One figure as two places have it; figures are text, so that a known one is compared as it is written."""

    check: str
    key: str
    first: str
    first_source: str
    second: str
    second_source: str
    agree: bool


def read_checks(data: Path, within: str = FOLDER) -> tuple[Check, ...]:
    """The checks of a data folder in the order of their files; raises DataError where there are none."""
    folder = data / within
    paths = sorted(path for path in folder.glob("*.sql") if path.name != _SHARED)
    if not paths:
        raise DataError(str(folder), "no checks are here", remedy=f"Is {data} a folder of tables?")
    return tuple(_check(path) for path in paths)


def _check(path: Path) -> Check:
    lines = path.read_text(encoding="utf-8").splitlines()
    count = next((at for at, line in enumerate(lines) if not line.startswith("--")), len(lines))
    title, *about = [line.removeprefix("--").strip() for line in lines[:count]] or [path.stem]
    name = path.stem.partition("-")[2]
    return Check(name, title, " ".join(about), "\n".join(lines[count:]).strip().rstrip(";"))


def prepare(connection: duckdb.DuckDBPyConnection, data: Path) -> None:
    """Make what the checks share; it is temporary, and the tables stay as they are."""
    shared = data / FOLDER / _SHARED
    if shared.is_file():
        connection.execute(shared.read_text(encoding="utf-8"))


def pairs(connection: duckdb.DuckDBPyConnection, check: Check) -> Iterator[Pair]:
    """Everything the check compares, by key. Raises DataError where its query is not one of a check."""
    try:
        found = connection.execute(f"SELECT * FROM ({check.sql}) ORDER BY key")
    except duckdb.Error as error:
        raise DataError(check.name, str(error).splitlines()[0], remedy=f"Mend the check in {FOLDER}/.") from error
    named = [column[0] for column in found.description or []]
    if named != _COLUMNS:
        raise DataError(check.name, f"the columns are {', '.join(named)}", remedy=f"Expected: {', '.join(_COLUMNS)}.")
    for key, first, first_source, second, second_source, agree in found.fetchall():
        yield Pair(check.name, key, figure(first), first_source, figure(second), second_source, bool(agree))


def figure(value: object) -> str:
    """A figure as it is written in the list of known disagreements: 12, 31.51, labour."""
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    return "" if value is None else str(value)
