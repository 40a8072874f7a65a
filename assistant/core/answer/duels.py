"""Who beat whom: the people of a list whose votes are held against those of one who is named."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.column import Unit
from assistant.core.answer import rows
from assistant.core.answer.columns import shown
from assistant.core.answer.phrase import Noun, Verb, aside, clause, counted, join, sentence
from assistant.core.answer.resolved import resolved
from assistant.core.answer.told import Told
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import Compare, It, Listing, Measure, Named, Select, Set
from assistant.core.query.facts import Facts, Found, Row, Table

_BEAT = Verb("beat", "beats", "beat")
_FEW = 3


def told(facts: Facts, words: Words) -> Told | None:
    """ "Julie Johnson (Labour) beat Eddie Freeman in Weoley in Birmingham, with 2,125 votes"; None of another list."""
    table = facts.table
    duel = _duel(resolved(table.of, facts)) if table is not None and isinstance(facts.ask, Listing) else None
    if duel is None or table is None or not table.rows:
        return None
    who, place, ahead = duel
    where = words.at(place) if isinstance(place, Named) else ""
    others = sorted(table.rows, key=lambda row: -(_votes(table, row) or 0))
    text = _said(words.noun(who), others, table, where, ahead)
    columns, lines = shown(table, words)
    value = others[0].thing.name if len(others) == 1 else len(others)
    return Told(sentence(words.dated(text)), value, Unit.TEXT if len(others) == 1 else Unit.COUNT, columns, lines)


def _duel(of: Set) -> tuple[Set, Set | None, bool] | None:
    """Who is named, where, and whether the members of the set were ahead of them."""
    prop = of.where[0] if isinstance(of, Select) and of.kind == "person" and len(of.where) == 1 else None
    if not isinstance(prop, Compare) or prop.op != ">":
        return None
    left, right = prop.left, prop.right
    if not isinstance(left, Measure) or not isinstance(right, Measure) or {left.name, right.name} != {"votes"}:
        return None
    if isinstance(left.person, It) and isinstance(right.person, Named):
        return right.person, right.place, True
    if isinstance(right.person, It) and isinstance(left.person, Named):
        return left.person, left.place, False
    return None


def _said(who: Noun, others: Sequence[Row], table: Table, where: str, ahead: bool) -> str:
    several = len(others) > _FEW
    names = counted(len(others), "person", "people").text if several else rows.names(others)
    nearest = others[-1] if ahead else others[0]
    votes = _votes(table, nearest)
    told = counted(votes, "vote").text if votes is not None else ""
    first = f"{aside(nearest.thing.name, nearest.thing.label or '')} with {told}" if several else f"with {told}"
    more = f", {'the nearest ' if several else ''}{first}" if told and (several or len(others) == 1) else ""
    if ahead:
        return join(clause(Noun(names, len(others) > 1), _BEAT, who.text, where)) + more
    return join(clause(who, _BEAT, names, where)) + more


def _votes(table: Table, row: Row) -> float | None:
    """The votes of a member."""
    for column, entry in zip(table.columns, row.entries, strict=True):
        if isinstance(column, Measure) and isinstance(column.person, It) and isinstance(entry, Found):
            return entry.value
    return None
