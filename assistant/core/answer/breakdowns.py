"""A figure of each: over places its extremes, over years its ends, over parties the first of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.column import Unit
from assistant.core.answer import measured, rows
from assistant.core.answer.number import printed, series
from assistant.core.answer.phrase import Noun, aside, join, sentence, together
from assistant.core.answer.resolved import resolved
from assistant.core.answer.tallies import by_set
from assistant.core.answer.units import amount, unit
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import (
    Claim,
    Compare,
    Figure,
    It,
    Listing,
    Measure,
    Named,
    Number,
    Prop,
    Select,
    Set,
    Several,
    Span,
)
from assistant.core.query.facts import Facts, Found, Row, Table

_FEW = 3
_THERE = frozenset({"vote", "be there", "stand"})
"""Claims that say no more of a member than that it is there."""

Held = Sequence[tuple[float, Row]]


def is_breakdown(ask: Listing) -> bool:
    """Whether figures of members that are simply there are asked for, and not who the members are."""
    if not ask.columns:
        return False
    if ask.across is not None or isinstance(ask.of, Span | Several | Named):
        return True
    return isinstance(ask.of, Select) and all(_is_there(p, ask) for p in ask.of.where)


def _is_there(prop: Prop, ask: Listing) -> bool:
    if isinstance(prop, Compare):
        return prop.left in ask.columns and prop.op == ">" and prop.right == Number(0)
    return isinstance(prop, Claim) and prop.name in _THERE


def is_untold(table: Table) -> bool:
    """Whether there are figures to tell, and none is held."""
    columns = [i for i, _ in rows.figures(table)]
    return bool(columns) and not any(rows.held(table, i) for i in columns)


def told(table: Table, facts: Facts, words: Words) -> str:
    """The headline of a break-down, by the kind of its rows."""
    found = next(rows.figures(table), None)
    if found is None:
        there = words.dated(words.there(resolved(table.of, facts), len(table.rows)))
        return sentence(there + by_set(table, words))
    i, column = found[0], resolved(found[1], facts)
    if table.across is not None:
        what = words.figure(column, table.of.kind, table.across.kind)
        return sentence(_crossed(table, what, words))
    what = words.figure(column, table.of.kind)
    if not rows.held(table, i):
        return sentence(words.dated(f"{what} is not held of any of them"))
    if table.of.kind == "year":
        return sentence(_over_time(what, column, rows.held(table, i)))
    if table.of.kind == "party":
        return sentence(_by_party(what, i, column, table, words))
    return sentence(words.dated(_ranging(what, column, rows.rising(table, i), _whole(table.of, facts, words))))


def _whole(of: Set, facts: Facts, words: Words) -> str:
    """What a break-down is of: "the wards of Solihull"."""
    plain = isinstance(of, Select) and all(isinstance(p, Claim) and p.name in _THERE for p in of.where)
    of = resolved(of, facts)
    return f"the {words.kind(of, False)}" if plain and isinstance(of, Select) else words.things(of)


def _ranging(what: str, column: Figure, held: Held, of: str) -> str:
    """ "The turnout across the wards of Solihull ranged from 17.9% in Chelmsley Wood to 41.2% in St Alphege"."""
    if len(held) == 1:
        return join(what, "was", _in(column, held[0]))
    return join(what, "across", of, "ranged from", _in(column, held[0]), "to", _in(column, held[-1]))


def _over_time(what: str, column: Figure, held: Held) -> str:
    """ "The turnout in Dudley went from 30.1% in 2012 to 31.6% in 2024"."""
    if len(held) == 1:
        return join(what, "was", _in(column, held[0]))
    return join(what, "went from", _in(column, held[0]), "to", _in(column, held[-1]))


def _in(column: Figure, at: tuple[float, Row]) -> str:
    return f"{amount(column, at[0])} in {at[1].thing.name}"


# --- Two sets side by side --------------------------------------------------------------------------------------------


def _crossed(table: Table, what: str, words: Words) -> str:
    """The first three rows from the first column to the last, with a figure in both."""
    lines = dict[str, list[Row]]()
    for _, row in rows.held(table, 0):
        lines.setdefault(row.thing.id, []).append(row)
    lines.pop("other", None)
    whole = [line for line in lines.values() if len(line) > 1]
    ranked = sorted(whole, key=lambda line: (-(rows.value(line[-1], 0) or 0), line[0].thing.name))[:_FEW]
    told_of = series([_from_to(line, table, words) for line in ranked])
    return f"{what}: {told_of}" if told_of else f"{what}, side by side"


def _from_to(line: Sequence[Row], table: Table, words: Words) -> str:
    """ "Labour from 35 in 2016 to 40 in 2018"."""
    column = table.columns[0]
    assert isinstance(column, Figure)
    ends = [f"{rows.bare(column, row, 0)} in {row.across.name}" for row in (line[0], line[-1]) if row.across]
    return join(words.subject(line[:1]).text, "from", " to ".join(ends))


# --- Parties ----------------------------------------------------------------------------------------------------------


def _by_party(what: str, i: int, column: Figure, table: Table, words: Words) -> str:
    """Who has most, with the share, and the next two; "other" is never one of them, and a tie is told as one."""
    ranked = [p for p in rows.falling(table, i) if p[0]]
    if not ranked:
        return words.dated(f"{what}: none")
    shares = next((k for k, c in rows.figures(table) if k != i and unit(c) is Unit.SHARE), None)
    first = [row for v, row in ranked if v == ranked[0][0]]
    others = [row for v, row in ranked[len(first) : _FEW]]
    more = series([_next(row, i, shares, column, words) for row in others])
    lead = _lead(what, column, first, ranked[0][0], words)
    return aside(lead, _share(first[0], shares)) + (f", ahead of {more}" if more else "")


def _share(row: Row, shares: int | None) -> str:
    share = None if shares is None else rows.value(row, shares)
    return "" if share is None else printed(share, Unit.SHARE)


def _next(row: Row, i: int, shares: int | None, column: Figure, words: Words) -> str:
    """ "The Conservatives on 3,581 (21.9%)"."""
    return aside(join(words.party(row.thing.id).text, "on", rows.bare(column, row, i)), _share(row, shares))


def _lead(what: str, column: Figure, first: Sequence[Row], most: float, words: Words) -> str:
    """ "Labour held 3,890 seats in England in 2026"; of several that are level each."""
    if isinstance(column, Measure) and column.party == It("party") and len(first) == 1:
        one = replace(column, party=Named("party", (first[0].thing.id,)))
        return measured.told(one, Found(most, 1, 1), words)
    who: Noun = together([words.party(row.thing.id) for row in first])
    each = " each" if len(first) > 1 else ""
    return words.dated(f"{what}: {who.text} {amount(column, most)}{each}")
