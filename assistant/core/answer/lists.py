"""Which: how many there are, their extremes, and a few of their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assistant.column import Unit
from assistant.core.answer import measured
from assistant.core.answer.columns import shown
from assistant.core.answer.missing import list_missing
from assistant.core.answer.number import printed, series, whole
from assistant.core.answer.phrase import BE, Noun, Verb, aside, clause, counted, join, sentence
from assistant.core.answer.polls import choice, contest_notes
from assistant.core.answer.resolved import resolved
from assistant.core.answer.told import Told
from assistant.core.answer.units import KINDS, amount, unit
from assistant.core.answer.words import Words, printed_name
from assistant.core.meaning.nodes import (
    Calendar,
    Claim,
    Compare,
    Figure,
    It,
    Listing,
    Measure,
    Named,
    Number,
    Prop,
    Ranked,
    Select,
    Set,
    Several,
    Span,
)
from assistant.core.meaning.say.counts import held_slot
from assistant.core.model.relations import RELATIONS
from assistant.core.query.facts import Facts, Found, Row, Table

_FEW = 3


def told(facts: Facts, words: Words) -> Told:
    """The headline of a list, and the list as a table."""
    assert isinstance(facts.ask, Listing) and facts.table is not None
    table = facts.table
    chosen = choice(facts, words)
    if chosen is not None:
        return chosen
    if not table.rows:
        return list_missing(facts, words)
    columns, rows = shown(table, words)
    one = _one(table, facts, words)
    if one is not None:
        return Told(one, _name(table.rows[0]), Unit.TEXT, columns, rows, notes_of(facts, words))
    notes = (*notes_of(facts, words), *unsettled(table, words))
    if isinstance(table.of, Ranked):
        text, value = _ranking(table, facts, words)
        return Told(text, value, _unit(table), columns, rows, notes)
    if _is_breakdown(facts.ask):
        return Told(_breakdown(table, facts, words), None, None, columns, rows, notes)
    return Told(_list(table, facts, words), len(table.rows), Unit.COUNT, columns, rows, notes)


def _unit(table: Table) -> Unit:
    return Unit.YEAR if table.of.kind == "year" else Unit.TEXT


def _is_breakdown(ask: Listing) -> bool:
    """Whether figures of members that are simply there are asked for, and not who the members are."""
    if not ask.columns:
        return False
    if ask.across is not None or isinstance(ask.of, Span | Several | Named):
        return True
    return isinstance(ask.of, Select) and all(_is_there(p, ask) for p in ask.of.where)


def _is_there(prop: Prop, ask: Listing) -> bool:
    """Whether a condition says no more than that there is something to tell of a member."""
    if isinstance(prop, Compare):
        return prop.left in ask.columns and prop.op == ">" and prop.right == Number(0)
    return isinstance(prop, Claim) and prop.name in _THERE


_THERE = frozenset({"vote", "be there", "stand"})


# --- A choice ----------------------------------------------------------------------------------------------------------


def _one(table: Table, facts: Facts, words: Words) -> str | None:
    """The one party or person of whom a claim about one place holds, with the first figure."""
    of = resolved(table.of, facts)
    if len(table.rows) != 1 or of.kind not in ("party", "person") or not isinstance(of, Select) or len(of.where) != 1:
        return None
    main, row = of.where[0], table.rows[0]
    slot = held_slot(main, of)
    if slot is None or not isinstance(main, Claim) or main.place is None or main.place.kind == "area":
        return None
    figures = [amount(c, e.value) for c, e in zip(table.columns, row.entries, strict=True)
               if isinstance(c, Figure) and isinstance(e, Found) and e.value is not None]  # fmt: skip
    text = words.filled(main, slot, words.subject([row]))
    return sentence(words.dated(join(text, f"with {figures[0]}" if figures else "")))


# --- A list -----------------------------------------------------------------------------------------------------------


def _list(table: Table, facts: Facts, words: Words) -> str:
    found = Found(len(table.rows), table.known, table.all)
    head = counted_members(table.of, found, facts, words)
    if len(table.rows) <= _FEW:
        return sentence(words.dated(f"{head}: {names(table.rows)}"))
    return sentence(words.dated(head) + (_by_set(table, words) or _extremes(table) or ""))


def names(rows: Sequence[Row]) -> str:
    """The names of members, wards with their council where these differ, people with their party."""
    apart = len({r.thing.inside for r in rows}) > 1
    return series([printed_name(r.thing, apart) for r in rows])


def _by_set(table: Table, words: Words) -> str | None:
    """A breakdown by the first column that names parties: ": Labour lost 34, the Conservatives 9"."""
    for i, column in enumerate(table.columns):
        claim = next((p for p in getattr(column, "where", ()) if isinstance(p, Claim)), None)
        if claim is None or column.kind != "party":
            continue
        tally = Counter(t.id for r in table.rows for t in r.entries[i] if not isinstance(r.entries[i], Found))  # type: ignore[union-attr]
        if not tally:
            continue
        verb = RELATIONS[claim.name].past.removesuffix(" control of")
        first, *rest = tally.most_common(4)
        parts = [join(words.party(first[0]).text, verb, whole(first[1])), *(join(words.party(n).text, whole(k)) for n, k in rest)]
        return f": {', '.join(parts)}"
    return None


def _extremes(table: Table) -> str | None:
    """ ", from 21.9% in Blakenall to 25.7% in Darlaston" by the first figure that members differ in."""
    for i, column in enumerate(table.columns):
        held = _held(table, i)
        if isinstance(column, Figure) and len(held) > 1 and held[0][0] != held[-1][0]:
            low, high = held[0], held[-1]
            return f", from {low[1].thing.name} ({amount(column, low[0])}) to {high[1].thing.name} ({amount(column, high[0])})"
    return None


def _held(table: Table, i: int) -> list[tuple[float, Row]]:
    found = [(e.value, r) for r in table.rows if isinstance(e := r.entries[i], Found) and e.value is not None]
    return sorted(found, key=lambda p: (p[0], p[1].thing.name))


def counted_members(of: Set, found: Found, facts: Facts, words: Words) -> str:
    """How many members a set has, as a clause: "Labour won 4 wards of Walsall in 2018"."""
    return words.counted(resolved(of, facts), found.value or 0)


# --- A ranking --------------------------------------------------------------------------------------------------------


def _ranking(table: Table, facts: Facts, words: Words) -> tuple[str, str | int | None]:
    assert isinstance(table.of, Ranked)
    rows = table.rows
    of = resolved(table.of, facts)
    best = [r for r in rows if _same(r, rows[0])]
    tied = len(best) > 1
    value = None if tied else _name(rows[0])
    if table.of.first == table.of.last:
        return _single(of, rows, tied, words), value
    return _several(of, rows, words), value


def _same(row: Row, first: Row) -> bool:
    mine, theirs = (r.entries[0] if r.entries else None for r in (row, first))
    return isinstance(mine, Found) and isinstance(theirs, Found) and mine.value == theirs.value if row is not first else True


def _name(row: Row) -> str | int:
    return int(row.thing.id) if row.thing.kind == "year" else row.thing.name


def _single(of: Ranked, rows: Sequence[Row], tied: bool, words: Words) -> str:
    """ "Streetly was the ward of Walsall with the highest turnout in 2018, at 38.2%"; of a tie all of it."""
    figure_ = _figure_of(of, rows[0])
    who = words.subject(rows) if len(rows) <= 4 else counted(len(rows), *KINDS[of.kind])
    phrase = words.ranked(of, len(rows) > 1)
    at = f", tied on {figure_}" if tied and figure_ else f", {_at(of)} {figure_}" if figure_ else ""
    if isinstance(of.by, Calendar):
        return sentence(words.dated(clause(Noun(phrase), BE, who.text)))
    return sentence(words.dated(clause(Noun(who.text, len(rows) > 1), BE, phrase + at, tense=words.tense_of(of.by))))


def _at(of: Ranked) -> str:
    return "with" if unit(of.by) is Unit.COUNT else "at"


def _figure_of(of: Ranked, row: Row) -> str:
    entry = row.entries[0] if row.entries else None
    if isinstance(of.by, Calendar) or not isinstance(entry, Found) or entry.value is None:
        return ""
    return amount(of.by, entry.value)


def _several(of: Ranked, rows: Sequence[Row], words: Words) -> str:
    """ "Of the 10 closest wards …, A had the smallest majority (3 votes) and B the tenth (120)"."""
    phrase = words.ranked(of, True)
    if isinstance(of.by, Calendar):
        return sentence(clause(Noun(phrase, True), BE, series([r.thing.name for r in rows])))
    first, last = rows[0], rows[-1]
    ends = f"from {first.thing.name} ({_figure_of(of, first)}) to {last.thing.name} ({_figure_of(of, last)})"
    return sentence(words.dated(clause(Noun(phrase, True), Verb("ran", "run", "run"), ends)))


# --- A breakdown ------------------------------------------------------------------------------------------------------


def _breakdown(table: Table, facts: Facts, words: Words) -> str:
    column = next((c for c in table.columns if isinstance(c, Figure)), None)
    if column is None or table.across is not None:
        return sentence(words.there(resolved(table.of, facts), len(table.rows)))
    shown_ = _held(table, table.columns.index(column))
    if not shown_:
        return sentence("none of these figures is held")
    what = words.figure(resolved(column, facts))
    low, high = shown_[0], shown_[-1]
    if table.of.kind == "year":
        return sentence(_over_time(what, column, table))
    if len(shown_) == 1:
        return sentence(join(what, "was", amount(column, low[0]), "in", low[1].thing.name))
    if table.of.kind == "party":
        return sentence(_by_party(what, column, table, words))
    ends = f"from {amount(column, low[0])} in {low[1].thing.name} to {amount(column, high[0])} in {high[1].thing.name}"
    return sentence(words.dated(join(what, "ranged", ends)))


def _over_time(what: str, column: Figure, table: Table) -> str:
    i = table.columns.index(column)
    held = [(e.value, r) for r in table.rows if isinstance(e := r.entries[i], Found) and e.value is not None]
    first, last = held[0], held[-1]
    if len(held) == 1:
        return join(what, "was", amount(column, first[0]), "in", first[1].thing.name)
    return join(what, "went from", amount(column, first[0]), "in", first[1].thing.name, "to", amount(column, last[0]), "in", last[1].thing.name)


def _by_party(what: str, column: Figure, table: Table, words: Words) -> str:
    """Who has most, with the share, and the next two; "other" is never one of them."""
    i = table.columns.index(column)
    share = next((k for k, c in enumerate(table.columns) if k != i and unit(c) is Unit.SHARE), None)
    held = [r for r in table.rows if isinstance(e := r.entries[i], Found) and e.value is not None]
    ranked = sorted((r for r in held if r.thing.id != "other"), key=lambda r: (-_at_(r, i), r.thing.name))[:_FEW]
    first, *others = ranked
    told_of = [_told_of(r, i, share, column) for r in others]
    more = series([join(words.party(r.thing.id).text, t) for r, t in zip(others, told_of, strict=True)])
    behind = f", ahead of {more}" if more else ""
    if not isinstance(column, Measure) or column.party != It("party"):
        return words.dated(f"{what}: {join(words.party(first.thing.id).text, _told_of(first, i, share, column))}{behind}")
    lead = measured.told(replace(column, party=Named("party", (first.thing.id,))), Found(_at_(first, i), 1, 1), words)
    aside_ = f" ({printed(_at_(first, share), Unit.SHARE)})" if share is not None else ""
    return f"{lead}{aside_}{behind}"


def _at_(row: Row, i: int) -> float:
    entry = row.entries[i]
    return entry.value or 0.0 if isinstance(entry, Found) else 0.0


def _told_of(row: Row, i: int, share: int | None, column: Figure) -> str:
    """ "on 3,581 (21.9%)"."""
    part = printed(_at_(row, share), Unit.SHARE) if share is not None else ""
    return aside(f"on {printed(_at_(row, i), unit(column))}", part)


# --- What must be said beside it --------------------------------------------------------------------------------------


def notes_of(facts: Facts, words: Words) -> tuple[str, ...]:
    """What each described set was found to be, and what a contest's figures need beside them."""
    notes = [n for t in facts.named if (n := _found_to_be(t, words))]
    return (*notes, *contest_notes(facts, words))


def _found_to_be(table: Table, words: Words) -> str:
    if not isinstance(table.of, Ranked) or not table.rows or len(table.rows) > 12:
        return ""
    of = table.of
    listed = [aside(r.thing.name, _figure_of(of, r)) for r in table.rows]
    return sentence(words.dated(f"{words.ranked(of, len(table.rows) > 1)}: {series(listed)}"))


def unsettled(table: Table, words: Words) -> tuple[str, ...]:
    """How many candidates for a list could not be judged."""
    unknown = table.all - table.known
    if not unknown or table.of.kind in ("party", "person"):
        return ()
    verb = "is" if unknown == 1 else "are"
    return (sentence(counted(unknown, *KINDS[table.of.kind]).text, "that could not be judged", verb, "left out"),)


