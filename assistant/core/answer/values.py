"""How much, how many: the figure in a sentence, with what it was counted from."""

from __future__ import annotations

from functools import singledispatch

from assistant.column import Cell, Column, Unit
from assistant.core.answer import measured, units
from assistant.core.answer.beside import notes_of
from assistant.core.answer.columns import Shown, number, shown
from assistant.core.answer.lists import counted_members
from assistant.core.answer.missing import figure_missing
from assistant.core.answer.number import printed, whole
from assistant.core.answer.phrase import HAVE, clause, join, sentence, start
from assistant.core.answer.polls import contest_table
from assistant.core.answer.reported import beside, only_reported
from assistant.core.answer.resolved import resolved
from assistant.core.answer.told import Told
from assistant.core.answer.units import unit
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import (
    Calendar,
    Count,
    Difference,
    Figure,
    Measure,
    Named,
    Over,
    Portion,
    Ratio,
    Select,
    Set,
    Value,
)
from assistant.core.query.facts import Facts, Found


def told(facts: Facts, words: Words) -> Told:
    """The headline of a figure, its evidence as a table."""
    assert isinstance(facts.ask, Value)
    found = facts.found
    if found is None or found.value is None:
        return only_reported(facts, words) or figure_missing(facts, words)
    of = facts.ask.of if isinstance(facts.ask.of, Calendar) else resolved(facts.ask.of, facts)
    clause = said(of, found, facts, words)
    dated = isinstance(of, Measure) and not isinstance(of.place, Select)
    text = sentence(clause if dated else words.dated(clause))
    columns, rows = _evidence(facts, words)
    value: Cell = None if found.partial and not found.n else number(found.value)
    return beside(facts, Told(text, value, unit(of), columns, rows, notes_of(facts, words)))


def _evidence(facts: Facts, words: Words) -> Shown:
    """What was counted, or the figures that make up the one asked for."""
    tables = [t for t in facts.named if t.rows]
    if tables:
        return shown(tables[0], words)
    if len(facts.backing) > 1:
        return _parts(facts, words)
    return contest_table(facts.contests[0]) if facts.contests and facts.contests[0].kind != "reported" else ((), ())


def _parts(facts: Facts, words: Words) -> Shown:
    """Each part in a row, with its figure."""
    held = [(b.node, b.found) for b in facts.backing if isinstance(b.node, Figure) and isinstance(b.found, Found)]
    counted_in = {unit(node) for node, _ in held}
    shown_as = counted_in.pop() if len(counted_in) == 1 else Unit.COUNT
    columns = (Column("figure", "Figure", Unit.TEXT), Column("value", "Value", shown_as))
    return columns, tuple({"figure": _title(node, facts, words), "value": number(f.value)} for node, f in held)


def _title(of: Figure, facts: Facts, words: Words) -> str:
    """What a part is called: of a figure of several parties the party alone."""
    whole_ = facts.ask.of if isinstance(facts.ask, Value) else None
    if isinstance(whole_, Measure) and isinstance(of, Measure) and isinstance(of.party, Named):
        return words.names.adjective(of.party.ids[0])
    return start(words.figure(resolved(of, facts)))


@singledispatch
def said(of: Figure, found: Found, facts: Facts, words: Words) -> str:
    """The clause that tells a figure."""
    return join(words.figure(of), words.be(of), amount(of, found))


def amount(of: Figure, found: Found) -> str:
    """The figure with its noun; "at least" where a part of it is not held."""
    return join("at least" if found.partial else "", units.amount(of, found.value or 0))


@said.register
def _measure(of: Measure, found: Found, facts: Facts, words: Words) -> str:
    short = _no_majority(of, found, facts, words)
    if short:
        return short
    return join(measured.told(of, found, words), _seats(of, facts))


def _no_majority(of: Measure, found: Found, facts: Facts, words: Words) -> str:
    """That a party had no majority, and how many seats it was short of one."""
    chamber = next((c for c in facts.contests if c.kind == "chamber"), None)
    who = words.doer(of)
    if of.name != "council majority" or (found.value or 0) > 0 or chamber is None or who is None:
        return ""
    held = sum(int(str(line["seats"])) for line in chamber.lines if line["party_id"] in _ids(of.party))
    size, needed = chamber.head["size"], chamber.head["needed"]
    where = join(words.at(of.place, seat=True), f"in {chamber.year}")
    seats = f"({held} of {size} seats), {int(str(needed)) - held} short of one"
    return clause(who, HAVE, "no majority", where, seats, tense=words.tense(of))


def _ids(party: Set | None) -> tuple[str, ...]:
    return party.ids if isinstance(party, Named) else ()


_OF_MAJORITY = frozenset({"seats short", "seats needed", "council majority"})


def _seats(of: Measure, facts: Facts) -> str:
    """The seats behind how a chamber stands to a majority: "(34 of 70)"."""
    chamber = next((c for c in facts.contests if c.kind == "chamber"), None)
    if chamber is None or of.name not in _OF_MAJORITY:
        return ""
    ids = of.party.ids if isinstance(of.party, Named) else ()
    line = next((line for line in chamber.lines if line["party_id"] in ids or not ids), None)
    return "" if line is None else f"({line['seats']} of {chamber.head['size']})"


@said.register
def _count(of: Count, found: Found, facts: Facts, words: Words) -> str:
    return counted_members(of.of, found, facts, words)


@said.register
def _calendar(of: Calendar, found: Found, facts: Facts, words: Words) -> str:
    return join(words.noun(of.year).text, "was", printed(found.value or 0, Unit.YEAR))


@said.register
def _portion(of: Portion, found: Found, facts: Facts, words: Words) -> str:
    counted = [b.found for b in facts.backing if isinstance(b.node, Count) and isinstance(b.found, Found)]
    sides = [found.value for found in counted if found.value is not None]
    counts = f"({whole(sides[0])} of {whole(sides[1])})" if len(sides) == 2 else ""
    return join(words.figure(of), words.be(of), printed(found.value or 0, Unit.SHARE), counts)


@said.register
def _over(of: Over, found: Found, facts: Facts, words: Words) -> str:
    return join(words.figure(of), words.be(of), amount(of, found))


@said.register
def _ratio(of: Ratio, found: Found, facts: Facts, words: Words) -> str:
    held = {resolved(b.node, facts): b.found for b in facts.backing if isinstance(b.found, Found)}
    sides = [(side, held[side]) for side in (of.left, of.right) if side in held and held[side].value is not None]
    told_of = f"({' to '.join(amount(side, figure) for side, figure in sides)})" if len(sides) == 2 else ""
    return join(words.figure(of), words.be(of), amount(of, found), told_of)


@said.register
def _difference(of: Difference, found: Found, facts: Facts, words: Words) -> str:
    assert found.value is not None
    sides = [b.found for b in facts.backing if isinstance(b.found, Found) and b.found.value is not None]
    told_of = f"({amount(of.left, sides[0])} against {amount(of.right, sides[1])})" if len(sides) == 2 else ""
    return join(words.figure(of), words.be(of), amount(of, found), told_of)
