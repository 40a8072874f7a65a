"""SQL text with the values of its parameters, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Sql:
    """A piece of a query: text with `?` for each value."""

    text: str
    values: tuple[Cell, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)


def fill(template: str, *parts: Sql) -> Sql:
    """The template with a part in place of each `{}`, in order."""
    return Sql(template.format(*(p.text for p in parts)), tuple(v for p in parts for v in p.values))


def joined(separator: str, parts: Iterable[Sql]) -> Sql:
    """The parts that are not empty, with the separator between."""
    kept = [p for p in parts if p]
    return Sql(separator.join(p.text for p in kept), tuple(v for p in kept for v in p.values))


def every(conditions: Iterable[Sql]) -> Sql:
    """A WHERE clause of the conditions; nothing where there are none."""
    both = joined(" AND ", conditions)
    return fill(" WHERE {}", both) if both else both


def among(column: str, values: Iterable[Cell]) -> Sql:
    """Whether a column is one of the values."""
    listed = tuple(values)
    if len(listed) == 1:
        return Sql(f"{column} = ?", listed)
    return Sql(f"{column} IN ({', '.join('?' * len(listed))})", listed)


def put(expression: str, **values: Sql) -> Sql:
    """A model's expression with a part in place of each `{name}`, wherever it stands."""
    text, found = "", list[Cell]()
    for piece in expression.split("{"):
        name, closed, rest = piece.partition("}")
        if not closed:
            text += piece
        elif name in values:
            text += values[name].text + rest
            found.extend(values[name].values)
        else:
            text += "{" + piece
    return Sql(text, tuple(found))
