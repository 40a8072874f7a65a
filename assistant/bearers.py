"""Who bears a surname that a question gives alone: one person where the place or office leaves one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import duckdb

from assistant.names.token import Kind, Sense, Token
from assistant.names.words import fold, key_of
from assistant.question.refusal import Surname

_CHOICES = 9
_CONDITIONS = {
    Kind.WARD: "council_id = ? AND ward_slug = ?",
    Kind.COUNCIL: "council_id = ?",
    Kind.OFFICE: "office_id = ?",
}


def with_bearer(
    tokens: Sequence[Token], connection: duckdb.DuckDBPyConnection, ordinary: frozenset[str]
) -> list[Token]:
    """The tokens with the one unknown word made PERSON where exactly one person of that surname fits.

    The wards named narrow the search, else the councils, else the offices; the years named too, where they leave
    anybody. Raises Surname where several people fit, where the question names nothing that could narrow it, and
    (without names) where the surname is borne elsewhere only.
    """
    unknown = [t for t in tokens if t.terminal == "UNKNOWN"]
    if len(unknown) != 1:
        return list(tokens)
    token = unknown[0]
    if fold(token.text) in ordinary and not (token.start and token.text[:1].isupper()):
        return list(tokens)  # "why do others say 26": everyday words are nobody's name without a capital
    key = key_of(token.text.removesuffix("'s").removesuffix("’s"))
    space, values = _space(tokens)
    years = [int(str(t.value)) for t in tokens if t.terminal == "YEAR"]
    names = _names(connection, key, f"{space} AND list_has_any(years, ?)", [*values, years]) if years else []
    names = names or _names(connection, key, space, values)
    if not names:
        elsewhere = _names(connection, key, "true", ()) if values else []
        if elsewhere:
            raise Surname(token, (), len(elsewhere))
        return list(tokens)
    if len(names) > 1 or not values:
        raise Surname(token, tuple(names[:_CHOICES]), len(names))
    person = replace(token, terminal="PERSON", value=names[0], correction=names[0])
    return [person if t is token else t for t in tokens]


def _space(tokens: Sequence[Token]) -> tuple[str, list[object]]:
    """The narrowest condition that the names of the question give; "true" where they give none."""
    senses = [s for t in tokens for s in t.senses]
    for kind, condition in _CONDITIONS.items():
        of_kind = [s for s in senses if s.kind is kind]
        if of_kind:
            return f"({' OR '.join([condition] * len(of_kind))})", [v for s in of_kind for v in _values(s)]
    return "true", []


def _values(sense: Sense) -> list[object]:
    return [sense.council_id, sense.id] if sense.kind is Kind.WARD else [sense.id]


def _names(connection: duckdb.DuckDBPyConnection, key: str, space: str, values: Sequence[object]) -> list[str]:
    """People of the surname, those who stood for an office first, then the latest."""
    rows = connection.execute(
        f"SELECT name FROM bearer WHERE key = ? AND {space}\n"
        "GROUP BY name ORDER BY bool_or(office_id IS NOT NULL) DESC, max(last_year) DESC, name",
        [key, *values],
    ).fetchall()
    return [str(r[0]) for r in rows]
