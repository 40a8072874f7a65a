"""The first of a ranking: who it is, by how much, and that it is a tie where it is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.column import Unit
from assistant.core.answer import measured, rows
from assistant.core.answer.beside import figure_of
from assistant.core.answer.number import series
from assistant.core.answer.phrase import BE, Noun, Verb, aside, clause, counted, sentence
from assistant.core.answer.polls import contest_notes
from assistant.core.answer.resolved import resolved
from assistant.core.answer.told import Told, not_held
from assistant.core.answer.units import KINDS, unit
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import Calendar, Claim, Count, Measure, Named, Ranked, Select, Set, Several
from assistant.core.meaning.walk import substitute
from assistant.core.query.facts import Contest, Facts, Found, Row, Table

_SEATS = frozenset({"seats held", "share of seats"})
_MANY = 4  # names that a sentence takes


def told(of: Ranked, table: Table, facts: Facts, words: Words) -> tuple[str, str | int | None]:
    """The headline, and the name of the first; None where it is tied."""
    first = table.rows[0]
    best = [r for r in table.rows if figure_of(table, r) == figure_of(table, first)]
    tied = len(best) > 1 and not isinstance(of.by, Calendar)
    name = int(first.thing.id) if of.kind == "year" else first.thing.name
    said = _single if of.first == of.last else _several
    text = words.dated(said(resolved(of, facts), table, tied, words)) + _beside(table, facts.others)
    return sentence(text), None if tied else name


def _beside(table: Table, others: Table | None) -> str:
    """ "; then Walsall (28,685 votes)": the others of the few that were named, each with its figure."""
    shown = {row.thing.id for row in table.rows}
    rest = [row for row in others.rows if row.thing.id not in shown] if others is not None else []
    figures = [aside(row.thing.name, figure_of(others, row)) for row in rest if others is not None]
    return f"; then {', '.join(figures)}" if 0 < len(figures) <= _MANY else ""


def untold(facts: Facts, words: Words) -> Told | None:
    """No largest party is told where more seats than it has are not counted apart."""
    of = facts.table.of if facts.table is not None else None
    if facts.others is not None:
        return _one_is_missing(facts, words)
    if isinstance(of, Ranked) and (some := _some_only(of, facts)) is not None:
        return some
    if facts.table is not None and isinstance(of, Ranked) and _have_none(facts.table, of):
        return not_held(sentence(f"{words.phrase(of.by)}: none is on record"), contest_notes(facts))
    if not isinstance(of, Ranked) or of.order != "most" or not isinstance(of.by, Measure) or of.by.name not in _SEATS:
        return None
    chamber = next((c for c in facts.contests if c.kind == "chamber"), None)
    if chamber is None or not _is_outnumbered(chamber):
        return None
    where = f"{chamber.place.name} council in {chamber.year}"
    seats = counted(float(str(chamber.head["unnamed"])), "seat").text
    text = f"the largest party on {where} cannot be told: {seats} of other parties and independents are one figure"
    return not_held(sentence(text), contest_notes(facts))


def _some_only(of: Ranked, facts: Facts) -> Told | None:
    """None is the first of offices of which few are held, nor the last of candidates who are not all held."""
    table = facts.table
    if of.kind == "office" and table is not None and 4 * table.known < 3 * table.all:
        told = f"the figure is held of {table.known} of the {table.all} offices only"
        return not_held(sentence(told), contest_notes(facts))
    some = next((c for c in facts.contests if c.kind == "office poll" and c.head.get("complete") is False), None)
    if some is None or of.order != "least" or of.kind not in ("person", "party"):
        return None
    text = f"Not every candidate for {some.place.name} in {some.year} is held"
    return not_held(sentence(text), contest_notes(facts))


def _one_is_missing(facts: Facts, words: Words) -> Told | None:
    """Of a few that are named none is told to be the first where the figure of one is not held."""
    of, others = facts.table.of if facts.table else None, facts.others
    if not isinstance(of, Ranked) or not isinstance(of.of, Several) or others is None:
        return None
    held = {row.thing.id for row in others.rows}
    missing = [m for m in of.of.members if isinstance(m, Named) and not held.intersection(m.ids)]
    if not missing:
        return None
    not_there = series([words.figure(substitute(of.by, m.kind, m)) for m in missing])
    verb = "are" if len(missing) > 1 else "is"
    return not_held(sentence(not_there, verb, "not held"), _held_of(others))


def _held_of(others: Table) -> tuple[str, ...]:
    """What is held of the others."""
    figures = [aside(row.thing.name, figure_of(others, row)) for row in others.rows]
    return (sentence(f"held: {', '.join(figures)}"),) if figures else ()


def _have_none(table: Table, of: Ranked) -> bool:
    """Whether the first of a ranking from the most are many that have none at all."""
    if of.order != "most" or len(table.rows) <= _MANY or of.by not in table.columns or unit(of.by) is not Unit.COUNT:
        return False
    return not rows.value(table.rows[0], table.columns.index(of.by))


def _is_outnumbered(chamber: Contest) -> bool:
    unnamed, top = (int(str(chamber.head[key] or 0)) for key in ("unnamed", "top_seats"))
    return unnamed > top


def _single(of: Ranked, table: Table, tied: bool, words: Words) -> str:
    """ "Streetly was the ward of Walsall with the highest turnout, at 38.2%"; of a tie all of it."""
    found = table.rows
    phrase = words.ranked(of, len(found) > 1)
    if isinstance(of.by, Calendar):
        return clause(Noun(phrase, len(found) > 1), BE, rows.told_of(table))
    done = "" if tied else _done(of, table, words)
    if done:
        return done
    who = words.subject(found) if len(found) <= _MANY else counted(len(found), *KINDS[of.kind])
    return clause(who, BE, phrase + _by(of, figure_of(table, found[0]), tied), tense=words.tense_of(of.by))


def _done(of: Ranked, table: Table, words: Words) -> str:
    """What the first of all parties or candidates did: "Labour won 14 wards of Dudley, the most of any party"."""
    ranked_by = table.of.by if isinstance(table.of, Ranked) else of.by
    if of.kind not in _ANY or of.first != 1 or len(table.rows) != 1 or _is_narrow(of.of):
        return ""
    if ranked_by not in table.columns:
        return ""
    value = rows.value(table.rows[0], table.columns.index(ranked_by))
    by = substitute(of.by, of.kind, Named(of.kind, (table.rows[0].thing.id,)))
    if value is None:
        return ""
    plain = replace(words, date="")
    if isinstance(by, Count):
        text = words.counted(by.of, value) if isinstance(by.of, Select) else ""
    else:
        text = measured.done(by, Found(value, 1, 1), plain) if isinstance(by, Measure) else ""
    counted_in = unit(by) is Unit.COUNT
    most = {"most": "most" if counted_in else "highest", "least": "fewest" if counted_in else "lowest"}[of.order]
    return f"{text}, the {most} of any {_ANY[of.kind]}" if text else ""


_ANY = {"party": "party", "person": "candidate"}


def _is_narrow(of: Set) -> bool:
    """Whether more is said of those that are ranked than that they stood or sat there."""
    where = of.where if isinstance(of, Select) else ()
    return len(where) != 1 or not isinstance(where[0], Claim) or where[0].name not in ("stand", "sit")


def _by(of: Ranked, figure: str, tied: bool) -> str:
    if not figure:
        return ""
    level = "level on" if isinstance(of.of, Several) else "tied on"
    how = level if tied else "with" if unit(of.by) is Unit.COUNT else "at"
    return f", {how} {figure}"


def _several(of: Ranked, table: Table, tied: bool, words: Words) -> str:
    """ "The 10 wards of Dudley with the smallest majority ran from Gornal (27 votes) to Wordsley (121 votes)"."""
    phrase = Noun(words.ranked(of, True), True)
    if isinstance(of.by, Calendar):
        return clause(phrase, BE, series([r.thing.name for r in table.rows]))
    return clause(phrase, Verb("ran", "runs", "run"), "from", _ends(table.rows, table))


def _ends(found: Sequence[Row], table: Table) -> str:
    return " to ".join(aside(r.thing.name, figure_of(table, r)) for r in (found[0], found[-1]))
