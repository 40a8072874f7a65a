"""An Answer's table as a table of Arrow, pandas or Polars, each column of the type its unit has.

Each library is an extra, and imported only when its table is asked for. A cell that is not held is null. Beside a
column of councils stand their GSS codes (`council_gss`), beside one of parties their ids at the Electoral Commission
(`party_id`); a person printed with a party has the party in a column of its own (`winner`, `winner_party`,
`winner_party_id`).
What the figures rest on goes with them: in Arrow's metadata, in pandas' `attrs`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

from assistant.answer.model import Answer, Cell, Column, Unit
from assistant.errors import AssistantError
from assistant.render.codes import Codes

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

_PERSON = re.compile(r"(?P<person>.+) \((?P<party>[^()]+)\)")
_ABOUT = ("question", "answer", "reading", "assumed", "basis", "coverage", "notes", "sources")


def to_arrow(answer: Answer) -> pyarrow.Table:
    """The table as Arrow: counts, changes and years int64, shares and points float64, days date32, truths bool_.

    Raises AssistantError without pyarrow.
    """
    pa = _library("pyarrow", "arrow")
    told = [(column, [row.get(column.key) for row in answer.rows]) for column in answer.columns]
    columns = [each for column, cells in told for each in _with_codes(column, cells, answer.codes)]
    fields = [_field(pa, column, cells) for column, cells in columns]
    arrays = [
        pa.array(_days(cells) if pa.types.is_date32(field.type) else cells, field.type)
        for field, (_, cells) in zip(fields, columns, strict=True)
    ]
    about = {key: json.dumps(value, ensure_ascii=False) for key, value in _about(answer).items()}
    table: pyarrow.Table = pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=about))
    return table


def to_pandas(answer: Answer) -> pandas.DataFrame:
    """The table as a DataFrame: Int64, float64, boolean, string, datetime64; `attrs` tell what it rests on.

    Raises AssistantError without pandas and pyarrow.
    """
    pd = _library("pandas", "pandas")
    table = to_arrow(answer)
    kinds = {"int64": pd.Int64Dtype(), "bool": pd.BooleanDtype(), "string": pd.StringDtype()}
    frame: pandas.DataFrame = table.to_pandas(types_mapper=lambda kind: kinds.get(str(kind)), date_as_object=False)
    frame.attrs.update(_about(answer))
    return frame


def to_polars(answer: Answer) -> polars.DataFrame:
    """The table as a Polars DataFrame: Int64, Float64, Boolean, String, Date.

    Raises AssistantError without polars and pyarrow.
    """
    frame: polars.DataFrame = _library("polars", "polars").from_arrow(to_arrow(answer))
    return frame


Filled = tuple[Column, Sequence[Cell]]


def _with_codes(column: Column, cells: Sequence[Cell], codes: Codes | None) -> Iterator[Filled]:
    """A column, and those that say more exactly what it names."""
    named = [cell for cell in cells if isinstance(cell, str)]
    if codes is None or column.unit is not Unit.TEXT or not named:
        yield column, cells
        return
    people = [_PERSON.fullmatch(cell) for cell in named]
    if all(found is not None and found["party"] in codes.parties for found in people):
        yield from _people(column, cells, codes)
        return
    yield column, cells
    if column.key == "council":
        yield _beside(column, "gss", "GSS code"), [codes.councils.get(str(cell)) or None for cell in cells]
    elif all(cell in codes.parties for cell in named):
        yield _beside(column, "id", "id"), [codes.parties.get(str(cell)) or None for cell in cells]


def _people(column: Column, cells: Sequence[Cell], codes: Codes) -> Iterator[Filled]:
    """A column of people, that of their parties, and that of these parties' ids."""
    found = [_PERSON.fullmatch(cell) if isinstance(cell, str) else None for cell in cells]
    yield column, [each and each["person"] for each in found]
    yield from _with_codes(_beside(column, "party", "party"), [each and each["party"] for each in found], codes)


def _beside(column: Column, key: str, title: str) -> Column:
    return Column(f"{column.key}_{key}", f"{column.title}, {title}", Unit.TEXT)


def _about(answer: Answer) -> dict[str, Any]:
    told = answer.to_dict()
    return {key: told[key] for key in _ABOUT}


def _field(pa: Any, column: Column, cells: Sequence[Cell]) -> Any:
    kind = _TYPES[_kind(column, [cell for cell in cells if cell is not None])]
    return pa.field(column.key, kind(pa), metadata={"title": column.title, "unit": column.unit.value})


def _kind(column: Column, cells: Sequence[Cell]) -> str:
    """The kind of a column: its unit's, unless a cell does not fit that."""
    wanted = _OF_UNIT[column.unit]
    return next(kind for kind in (wanted, "figure", "text") if all(_FITS[kind](cell) for cell in cells))


def _is_figure(cell: Cell) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _is_whole(cell: Cell) -> bool:
    return isinstance(cell, int) and not isinstance(cell, bool)


def _is_day(cell: Cell) -> bool:
    try:
        date.fromisoformat(str(cell))
    except ValueError:
        return False
    return True


def _days(cells: Sequence[Cell]) -> list[date | None]:
    return [None if cell is None else date.fromisoformat(str(cell)) for cell in cells]


_OF_UNIT = {
    Unit.TEXT: "text",
    Unit.COUNT: "whole",
    Unit.SHARE: "figure",
    Unit.POINTS: "figure",
    Unit.CHANGE: "whole",
    Unit.YEAR: "whole",
    Unit.DATE: "day",
    Unit.TRUTH: "truth",
}
_FITS: dict[str, Callable[[Cell], bool]] = {
    "whole": _is_whole,
    "figure": _is_figure,
    "day": _is_day,
    "truth": lambda cell: isinstance(cell, bool),
    "text": lambda cell: isinstance(cell, str),
}
_TYPES: dict[str, Callable[[Any], Any]] = {
    "whole": lambda pa: pa.int64(),
    "figure": lambda pa: pa.float64(),
    "day": lambda pa: pa.date32(),
    "truth": lambda pa: pa.bool_(),
    "text": lambda pa: pa.string(),
}


def _library(name: str, extra: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        remedy = f"Install it with: pip install 'election-results-assistant[{extra}]'"
        raise AssistantError(f"Answer.to_{extra}()", f"{name} is needed", remedy=remedy) from error
