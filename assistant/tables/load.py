"""One file of `data/` into one table, or an error that names the file, the line and the column."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb

from assistant.errors import DataError, place
from assistant.tables.fingerprint import CHECKS
from assistant.tables.schema import Table, quoted

_CSV = "header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', auto_detect = false"

# A row of the wrong length first: its values are read from the wrong columns, and fail for that alone.
_REJECTS = """
SELECT line, column_name, error_message, csv_line FROM reject_errors
ORDER BY line, error_type = 'CAST', column_idx
"""


def table_file(data: Path, table: Table) -> Path | None:
    """The table's file (`NAME.csv` or `NAME.parquet`, or a CSV of checks/), or None when none is there."""
    names = (f"{table.name}.csv", f"{table.name}.parquet", f"{CHECKS}/{table.name}.csv")
    return next((path for path in (data / name for name in names) if path.is_file()), None)


def missing(data: Path, table: Table) -> DataError:
    """The error for a table without a file."""
    expected = f"{data / table.name}.csv (or .parquet)"
    return DataError(expected, f"the file of the table {table.name} is missing", remedy=_REMEDY)


def create(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Make the table, empty and without keys: its rules are checked once, after loading."""
    columns = ", ".join(f"{quoted(name)} {kind}" for name, kind in table.columns)
    con.execute(f"CREATE TABLE {quoted(table.name)} ({columns})")


def load(con: duckdb.DuckDBPyConnection, table: Table, path: Path) -> None:
    """Fill the table from its file, rows in the file's order.

    Raises DataError for what is wrong with the file, duckdb.Error for what is wrong with the database.
    """
    reader = _load_csv if path.suffix == ".csv" else _load_parquet
    try:
        reader(con, table, path)
    except (duckdb.TransactionException, duckdb.FatalException):
        raise
    except duckdb.Error as error:
        if isinstance(error, duckdb.IOException) and str(path) not in str(error):
            raise
        raise DataError(str(path), _first_line(error), remedy=_REMEDY) from error


def _load_csv(con: duckdb.DuckDBPyConnection, table: Table, path: Path) -> None:
    header = _header(path)
    _same_columns(table, path, header)
    kinds = dict(table.columns)
    columns = ", ".join(f"{text(name)}: {text(kinds[name])}" for name in header)
    con.execute(
        f"INSERT INTO {quoted(table.name)} BY NAME "
        f"SELECT * FROM read_csv(?, {_CSV}, columns = {{{columns}}}, store_rejects = true)",
        [str(path)],
    )
    _raise_first_reject(con, path)


def _raise_first_reject(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    rejects = con.execute(_REJECTS).fetchall()
    con.execute("DROP TABLE IF EXISTS reject_errors")
    con.execute("DROP TABLE IF EXISTS reject_scans")
    if rejects:
        line, column, message, row = rejects[0]
        more = f" ({len(rejects)} such errors in the file)" if len(rejects) > 1 else ""
        raise DataError(place(path, line, column), f"{message}{more}", excerpt=row, remedy=_REMEDY)


def _load_parquet(con: duckdb.DuckDBPyConnection, table: Table, path: Path) -> None:
    found = con.execute("SELECT * FROM read_parquet(?) LIMIT 0", [str(path)]).description or []
    _same_columns(table, path, [column[0] for column in found])
    con.execute(f"INSERT INTO {quoted(table.name)} BY NAME SELECT * FROM read_parquet(?)", [str(path)])


def _header(path: Path) -> list[str]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return next(csv.reader(lines), [])
    except UnicodeDecodeError as error:
        raise DataError(place(path, _undecodable(path)), "not UTF-8", remedy=_REMEDY) from error


def _undecodable(path: Path) -> int:
    """The first line that is not UTF-8: text is decoded in larger pieces than lines."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.decode("utf-8", "replace").encode() != line:
                return number
    return 1


def _same_columns(table: Table, path: Path, found: list[str]) -> None:
    expected = [name for name, _ in table.columns]
    lacking = [name for name in expected if name not in found]
    strange = [name for name in found if name not in expected]
    if lacking or strange or len(found) != len(expected):
        named = (("no", lacking), ("unknown", strange))
        parts = [f"{what} {', '.join(names)}" for what, names in named if names]
        wrong = f"wrong columns: {'; '.join(parts) or 'a column is there twice'}"
        remedy = f"Expected: {', '.join(expected)}."
        raise DataError(place(path, 1), wrong, excerpt=",".join(found), remedy=remedy)


def text(value: str) -> str:
    """A value of our own as an SQL literal, where no parameter can stand."""
    return "'" + value.replace("'", "''") + "'"


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]


_REMEDY = "Mend the file, or build it again with: assistant data build --from FOLDER"
