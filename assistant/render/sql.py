"""The query as a colleague could paste it: its values written out in place of the question marks."""

from __future__ import annotations

import re

from assistant.answer.model import Cell, Sql

# What may hold a question mark of its own comes first: text, quoted names, comments.
_PART = re.compile(r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\?""")


def runnable(sql: Sql) -> str:
    """The text of `sql` with each parameter as a literal; meant to be read and pasted, never run by us."""
    values = iter(sql.parameters)
    return _PART.sub(lambda part: _literal(next(values)) if part.group() == "?" else part.group(), sql.text)


def _literal(value: Cell) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else "'" + value.replace("'", "''") + "'"
