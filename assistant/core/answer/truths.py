"""Yes, no, or what cannot be told, with the figures behind it; a premise that is false is corrected with the record."""

from __future__ import annotations

from functools import singledispatch

from assistant.column import Unit
from assistant.core.answer import units
from assistant.core.answer.columns import shown
from assistant.core.answer.lists import names, notes_of
from assistant.core.answer.missing import denial, instead
from assistant.core.answer.number import series
from assistant.core.answer.phrase import BE, aside, clause, counted, sentence
from assistant.core.answer.polls import contest_table
from assistant.core.answer.resolved import resolved
from assistant.core.answer.told import Told, not_held
from assistant.core.answer.units import KINDS
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import (
    Among,
    And,
    Calendar,
    Claim,
    Compare,
    Every,
    Not,
    Number,
    Or,
    Prop,
    Ranked,
    Whether,
)
from assistant.core.model.relations import RELATIONS
from assistant.core.query.facts import Backing, Contest, Facts, Found, Table


def told(facts: Facts, words: Words) -> Told:
    """Yes or No with the record; what is not held is neither."""
    assert isinstance(facts.ask, Whether)
    prop = resolved(facts.ask.prop, facts)
    if facts.truth is None:
        return _untold(prop, facts, words)
    record = said(prop, facts.truth, facts, words)
    columns, rows = _evidence(facts, words)
    text = sentence(("Yes: " if facts.truth else "No: ") + words.dated(record))
    return Told(text, facts.truth, Unit.TRUTH, columns, rows, notes_of(facts, words))


def _untold(prop: Prop, facts: Facts, words: Words) -> Told:
    """Neither yes nor no, with what is missing for it."""
    text = f"it cannot be told whether {words.dated(words.claim(prop))}: {denial(facts, words)}"
    return not_held(sentence(text), instead(facts, words))


def _evidence(facts: Facts, words: Words):  # type: ignore[no-untyped-def]
    tables = [t for t in facts.named if t.rows]
    if tables:
        return shown(tables[0], words)
    return contest_table(facts.contests[0]) if facts.contests else ((), ())


@singledispatch
def said(prop: Prop, truth: bool, facts: Facts, words: Words) -> str:
    """What is so, as a clause."""
    return words.claim(prop) if truth else words.denied(prop)


@said.register
def _not(prop: Not, truth: bool, facts: Facts, words: Words) -> str:
    return said(prop.prop, not truth, facts, words)


@said.register(And)
@said.register(Or)
def _joined(prop: And | Or, truth: bool, facts: Facts, words: Words) -> str:
    """The record of each part; a part's own truth is told by its figures."""
    return "; ".join(dict.fromkeys(_part(p, truth, facts, words) for p in prop.props))


def _part(prop: Prop, truth: bool, facts: Facts, words: Words) -> str:
    record = _figures(prop, facts, words)
    return record or said(prop, truth, facts, words)


def _figures(prop: Prop, facts: Facts, words: Words) -> str:
    """The figures behind a proposition, each said whole."""
    if isinstance(prop, Not):
        return _figures(prop.prop, facts, words)
    if isinstance(prop, Compare):
        return _sides(prop, facts, words)
    return ""


@said.register
def _compare(prop: Compare, truth: bool, facts: Facts, words: Words) -> str:
    return _sides(prop, facts, words) or (words.claim(prop) if truth else words.denied(prop))


def _sides(prop: Compare, facts: Facts, words: Words) -> str:
    from assistant.core.answer.values import said as said_of

    told_of = []
    for side in (prop.left, prop.right):
        backing = next((b for b in facts.backing if resolved(b.node, facts) == side), None)
        if backing is None or not isinstance(backing.found, Found) or backing.found.value is None:
            continue
        told_of.append(said_of(side, backing.found, facts, words))
    bound = prop.right
    if isinstance(bound, Number) and told_of:
        return told_of[0] + _against(prop, bound)
    return ", and ".join(told_of)


def _against(prop: Compare, bound: Number) -> str:
    if prop.op in ("=", "!="):
        return ""
    return f", against {units.amount(prop.left, bound.value)}"


@said.register
def _claim(prop: Claim, truth: bool, facts: Facts, words: Words) -> str:
    record = _record(prop, facts, words)
    claimed = words.claim(prop) if truth else words.denied(prop)
    return f"{claimed}{record}"


def _record(prop: Claim, facts: Facts, words: Words) -> str:
    """What is on record of a claim: who did it, with the figures."""
    contest = facts.contests[0] if len(facts.contests) == 1 else None
    sets = [b for b in facts.backing if isinstance(b.found, tuple) and b.found]
    if sets:
        return "; " + ", ".join(_by(b, words) for b in sets)
    if contest is not None:
        return _contested(contest, words)
    figures = [b for b in facts.backing if isinstance(b.found, Found) and b.found.value is not None]
    return f" ({series([_figured(b, words) for b in figures])})" if figures else ""


def _by(backing: Backing, words: Words) -> str:
    claim = next(p for p in getattr(backing.node, "where", ()) if isinstance(p, Claim))
    assert isinstance(backing.found, tuple)
    who = series([words.party(t.id).text for t in backing.found])
    return f"{RELATIONS[claim.name].participle} {who}"


def _figured(backing: Backing, words: Words) -> str:
    assert isinstance(backing.found, Found)
    return units.amount(backing.node, backing.found.value or 0)  # type: ignore[arg-type]


def _contested(contest: Contest, words: Words) -> str:
    """The contest in short: the first two with their figures."""
    key = "seats" if contest.kind in ("chamber", "council poll") else "votes"
    lines = [line for line in contest.lines if line[key] is not None][:3]
    figures = [f"{words.party(str(line['party_id'])).text} {int(str(line[key])):,}" for line in lines]
    size = contest.head.get("size") or contest.head.get("seats_up")
    of = f" of {size} seats" if key == "seats" and size else f" {key}"
    return f"; {', '.join(figures)}{of}" if figures else ""


@said.register
def _every(prop: Every, truth: bool, facts: Facts, words: Words) -> str:
    exceptions = facts.named[0] if facts.named else None
    if truth or exceptions is None or not exceptions.rows:
        return words.claim(prop)
    many = counted(len(exceptions.rows), *KINDS[prop.of.kind])
    listed = f": {names(exceptions.rows)}" if len(exceptions.rows) <= 3 else ""
    return clause(many, BE, "otherwise") + listed


@said.register
def _among(prop: Among, truth: bool, facts: Facts, words: Words) -> str:
    """Whether a thing is the first; who is, with the figure, and what its own is."""
    table = next((t for t in facts.named if t.rows), None)
    if table is None or not isinstance(table.of, Ranked):
        return _membership(prop, truth, table, words)
    record = clause(words.subject(table.rows), BE, words.ranked(table.of, len(table.rows) > 1)) + _at(table)
    own = next((b.found for b in facts.backing if isinstance(b.found, Found) and b.found.value is not None), None)
    if truth or own is None:
        return record
    return f"{record}; {words.noun(prop.thing).text} {aside('', units.amount(table.of.by, own.value or 0)).strip()}"


def _at(table: Table) -> str:
    entry = table.rows[0].entries[0] if table.rows[0].entries else None
    assert isinstance(table.of, Ranked)
    if isinstance(table.of.by, Calendar) or not isinstance(entry, Found) or entry.value is None:
        return ""
    return f" ({units.amount(table.of.by, entry.value)})"


def _membership(prop: Among, truth: bool, table: Table | None, words: Words) -> str:
    who = words.noun(prop.thing)
    return clause(who, BE, "" if truth else "not", "one of", words.things(prop.of))


