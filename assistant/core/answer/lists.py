"""Which: how many there are, their extremes, and a few of their names."""

from __future__ import annotations

from assistant.column import Unit
from assistant.core.answer import breakdowns, duels, rankings, rows
from assistant.core.answer.beside import notes_of, unsettled
from assistant.core.answer.columns import heading, shown
from assistant.core.answer.missing import instead, list_missing
from assistant.core.answer.number import printed, years
from assistant.core.answer.phrase import join, sentence
from assistant.core.answer.polls import choice
from assistant.core.answer.resolved import resolved
from assistant.core.answer.tallies import by_set
from assistant.core.answer.told import Told, not_held
from assistant.core.answer.units import unit
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import Claim, Listing, Ranked, Select, Set, Slot
from assistant.core.meaning.say.counts import held_slot
from assistant.core.query.facts import Facts, Found, Table

_FEW = 3
_FEW_NAMES = 6
"""How many members of a list its sentence names."""


def told(facts: Facts, words: Words) -> Told:
    """The headline of a list, and the list as a table."""
    assert isinstance(facts.ask, Listing) and facts.table is not None
    chosen = choice(facts, words)
    if chosen is not None:
        return chosen
    if not facts.table.rows:
        return list_missing(facts, words)
    return rankings.untold(facts, words) or duels.told(facts, words) or _told(facts, facts.ask, facts.table, words)


def _told(facts: Facts, ask: Listing, table: Table, words: Words) -> Told:
    columns, lines = shown(facts.others or table, words)
    notes = (*notes_of(facts, words), *unsettled(table))
    one = _one(table, facts, words)
    if one is not None:
        return Told(one, table.rows[0].thing.name, Unit.TEXT, columns, lines, notes)
    if isinstance(table.of, Ranked):
        text, value = rankings.told(table.of, table, facts, words)
        kind = Unit.YEAR if table.of.kind == "year" else Unit.TEXT
        return Told(text, value, kind, columns, lines, notes)
    if breakdowns.is_breakdown(ask) and breakdowns.is_untold(table):
        return not_held(breakdowns.told(table, facts, words), instead(facts))
    if breakdowns.is_breakdown(ask):
        return Told(breakdowns.told(table, facts, words), None, None, columns, lines, notes)
    if ask.one and len(table.rows) == 1:
        return Told(_list(table, facts, words), table.rows[0].thing.name, Unit.TEXT, columns, lines, notes)
    return Told(_list(table, facts, words), len(table.rows), Unit.COUNT, columns, lines, notes)


# --- A choice ---------------------------------------------------------------------------------------------------------


def _one(table: Table, facts: Facts, words: Words) -> str | None:
    """The one party or person of whom a claim about one place holds, with the first figure."""
    main, slot = _main(resolved(table.of, facts))
    if len(table.rows) != 1 or main is None or slot is None or main.place is None or main.place.kind == "area":
        return None
    row = table.rows[0]
    figure = next((f for i, c in rows.figures(table) if (f := rows.told(c, row, i))), "")
    text = words.filled(main, slot, words.subject([row]))
    return sentence(words.dated(join(text, f"with {figure}" if figure else "")))


def _main(of: Set) -> tuple[Claim | None, Slot | None]:
    """The one claim that picks a party or a person, and the slot in which they stand."""
    if not isinstance(of, Select) or of.kind not in ("party", "person") or len(of.where) != 1:
        return None, None
    main = of.where[0]
    return (main, held_slot(main, of)) if isinstance(main, Claim) else (None, None)


# --- A list -----------------------------------------------------------------------------------------------------------


def _list(table: Table, facts: Facts, words: Words) -> str:
    found = Found(len(table.rows), table.known, table.all)
    head = words.dated(counted_members(table.of, found, facts, words))
    if table.of.kind == "year" and len(table.rows) > _FEW:
        return sentence(f"{head}: {years([int(r.thing.id) for r in table.rows])}")
    if len(table.rows) <= (_FEW_NAMES if table.of.kind in ("party", "person") else _FEW):
        return sentence(f"{head}: {rows.told_of(table)}")
    return sentence(head + (by_set(table, words) or _extremes(table, words)))


def _extremes(table: Table, words: Words) -> str:
    """ ", with turnout from 21.9% (Blakenall) to 25.7% (Darlaston)" by the first figure that members differ in."""
    for i, column in rows.figures(table):
        held = rows.rising(table, i)
        if len(held) > 1 and held[0][0] != held[-1][0]:
            head = heading(column, words)
            ends = [f"{printed(v, unit(column))} ({r.thing.name})" for v, r in (held[0], held[-1])]
            return f", with {join(head.party, head.what)} from {' to '.join(ends)}"
    return ""


def counted_members(of: Set, found: Found, facts: Facts, words: Words) -> str:
    """How many members a set has, as a clause: "Labour won 4 wards of Walsall in 2018"."""
    return words.counted(resolved(of, facts), found.value or 0)
