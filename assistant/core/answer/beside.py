"""What must be said beside a headline: what described sets were found to be, and what could not be judged."""

from __future__ import annotations

from assistant.core.answer import rows
from assistant.core.answer.number import series
from assistant.core.answer.phrase import aside, counted, sentence
from assistant.core.answer.polls import contest_notes
from assistant.core.answer.resolved import now
from assistant.core.answer.units import KINDS
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import Calendar, Claim, Measure, Ranked, Select, Set
from assistant.core.meaning.walk import walk
from assistant.core.query.facts import Facts, Row, Table

_MOST = 12  # members of a set that a note names
_FEW = 4  # members of a set that stands where a name could


def notes_of(facts: Facts, words: Words) -> tuple[str, ...]:
    """What each described set was found to be, and what a contest's figures need beside them."""
    notes = [n for t in facts.named if (n := _found_to_be(t, facts, words))]
    return (*notes, *_since(facts), *contest_notes(facts))


def _since(facts: Facts) -> tuple[str, ...]:
    """From when on it is held what was asked for the first time."""
    of = facts.table.of if facts.table is not None else None
    if not isinstance(of, Ranked) or not isinstance(of.by, Calendar) or of.order != "least":
        return ()
    first = min((u.first for u in facts.used if u.first is not None), default=None)
    return (sentence(f"held from {first}"),) if first is not None else ()


def _found_to_be(table: Table, facts: Facts, words: Words) -> str:
    """ "The ward of Walsall with the highest turnout: Streetly (38.2%)"."""
    if not 0 < len(table.rows) <= _MOST:
        return ""
    if isinstance(table.of, Select) and len(table.rows) <= _FEW and _is_in_a_slot(table.of, facts):
        return sentence(words.dated(f"{words.phrase(table.of)}: {rows.told_of(table)}"))
    if not isinstance(table.of, Ranked):
        return ""
    listed = [aside(r.thing.name, figure_of(table, r)) for r in table.rows]
    phrase = words.ranked(now(table.of, facts), len(table.rows) > 1)
    return sentence(words.dated(f"{phrase}: {series(listed)}"))


def _is_in_a_slot(of: Set, facts: Facts) -> bool:
    """Whether a described set stands where a name could."""
    cells = (c for c in walk(facts.ask) if isinstance(c, Measure | Claim))
    return any(of in (c.place, c.party, c.person, c.time) for c in cells)


def figure_of(table: Table, row: Row) -> str:
    """The figure that a member is ranked by, with its noun; nothing where it is ranked by the calendar."""
    by = table.of.by if isinstance(table.of, Ranked) else None
    if by is None or isinstance(by, Calendar) or by not in table.columns:
        return ""
    return rows.told(by, row, table.columns.index(by))


def unsettled(table: Table) -> tuple[str, ...]:
    """How many candidates for a list could not be judged."""
    unknown = table.all - table.known
    if not unknown or table.of.kind in ("party", "person"):
        return ()
    verb = "is" if unknown == 1 else "are"
    return (sentence(counted(unknown, *KINDS[table.of.kind]).text, "that could not be judged", verb, "left out"),)
