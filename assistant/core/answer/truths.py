"""Yes, no, or what cannot be told, with the figures behind it; a premise that is false is corrected with the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import singledispatch

from assistant.column import Unit
from assistant.core.answer import units, values
from assistant.core.answer.beside import figure_of, notes_of
from assistant.core.answer.columns import Shown, shown
from assistant.core.answer.contest import lead
from assistant.core.answer.missing import denial, instead
from assistant.core.answer.number import printed, series
from assistant.core.answer.phrase import BE, HOLD, WIN, Noun, Verb, aside, clause, join, sentence, together
from assistant.core.answer.polls import contest_table
from assistant.core.answer.resolved import now, resolved
from assistant.core.answer.rows import names
from assistant.core.answer.told import Told, not_held
from assistant.core.answer.words import Words
from assistant.core.meaning.build import negate, select
from assistant.core.meaning.nodes import (
    Among,
    And,
    Claim,
    Compare,
    Count,
    Every,
    Figure,
    Measure,
    Named,
    Not,
    Number,
    Or,
    Over,
    Prop,
    Ranked,
    Set,
    Whether,
)
from assistant.core.model.measures import MEASURES
from assistant.core.model.relations import RELATIONS
from assistant.core.query.evidence import behind_claim
from assistant.core.query.facts import Backing, Contest, Facts, Found, Table


def told(facts: Facts, words: Words) -> Told:
    """Yes or No with the record; what is not held is neither."""
    assert isinstance(facts.ask, Whether)
    prop = resolved(facts.ask.prop, facts)
    if facts.truth is None:
        return _untold(prop, facts, words)
    truth = _truth(prop, facts)
    record = said(prop, facts.truth, facts, words)
    columns, rows = _evidence(facts, words)
    which = _which(prop, facts) if facts.ask.either and isinstance(prop, Compare) else ""
    text = sentence((f"{which}: " if which else "Yes: " if truth else "No: ") + words.dated(record))
    notes = (*notes_of(facts, words), *_votes(facts, words))
    if which:
        return Told(text, which, Unit.TEXT, columns, rows, notes)
    return Told(text, truth, Unit.TRUTH, columns, rows, notes)


def _which(prop: Compare, facts: Facts) -> str:
    """Which of both directions it is: "above", "fewer", "lower"; nothing where the figures are not there."""
    found = {resolved(b.node, facts): b.found for b in facts.backing if isinstance(b.found, Found)}
    left, right = found.get(prop.left), found.get(prop.right)
    other = prop.right.value if isinstance(prop.right, Number) else right.value if right is not None else None
    if left is None or left.value is None or other is None:
        return ""
    if left.value == other:
        return "the same"
    if isinstance(prop.right, Number):
        return "above" if left.value > other else "below"
    entry = MEASURES[prop.left.name] if isinstance(prop.left, Measure) else None
    return _WHICH.get(entry.least if entry else "fewest", ("lower", "higher"))[left.value > other]


_WHICH = {"fewest": ("fewer", "more"), "smallest": ("smaller", "bigger")}
"""What less and more of a measure are called, by what its least is called."""


def _untold(prop: Prop, facts: Facts, words: Words) -> Told:
    """Neither yes nor no, with what is missing for it."""
    text = f"it cannot be told whether {join(words.claim(prop), words.date)}: {denial(facts, words)}"
    return not_held(sentence(text), instead(facts))


def _evidence(facts: Facts, words: Words) -> Shown:
    tables = [t for t in facts.named if t.rows]
    if tables:
        return shown(tables[0], words)
    return contest_table(facts.contests[0]) if facts.contests else ((), ())


def is_rounded(prop: Prop, value: float) -> bool:
    """Whether a share is given as the whole number that it is rounded to: 39% of 39.3%."""
    if not isinstance(prop, Compare) or prop.op != "=" or not isinstance(prop.right, Number):
        return False
    given = prop.right.value
    return units.unit(prop.left) is Unit.SHARE and given == int(given) and 0 < abs(value - given) <= _HALF


_HALF = 0.5


def _truth(prop: Prop, facts: Facts) -> bool | None:
    """Whether it is so; a share in round figures is."""
    found = next((b.found for b in facts.backing if isinstance(b.found, Found) and b.found.value is not None), None)
    return True if facts.truth is False and found and is_rounded(prop, found.value or 0) else facts.truth


def _votes(facts: Facts, words: Words) -> tuple[str, ...]:
    """The votes of each party behind the seats that a council's poll gave it."""
    polls = [c for c in facts.contests if c.kind == "council poll"]
    return tuple(text for c in polls if (text := _votes_of(c, words)))


def _votes_of(contest: Contest, words: Words) -> str:
    held = sorted((line for line in contest.lines if line["votes"]), key=lambda line: -int(str(line["votes"])))[:5]
    votes = [f"{words.party(str(line['party_id'])).text} {int(str(line['votes'])):,}" for line in held]
    return sentence(f"votes in {contest.place.name} in {contest.year}: {', '.join(votes)}") if votes else ""


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
    told_of = list[str]()
    for part in prop.props:
        head, _, record = _part_of(part, truth, facts, words).partition("; ")
        repeated = not record or any(record in other for other in told_of)
        told_of.append(head if repeated else f"{head}; {record}")
    return "; ".join(dict.fromkeys(told_of))


def _part_of(prop: Prop, truth: bool, facts: Facts, words: Words) -> str:
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
    """The first figure whole, and how it stands to the other: "…, fewer than 10 seats"."""
    found = {resolved(b.node, facts): b.found for b in facts.backing if isinstance(b.found, Found)}
    left, right = found.get(prop.left), found.get(prop.right)
    if left is None or left.value is None:
        return ""
    if right is not None and right.value is not None:
        part = _of_all(prop.right, prop.left, words, right.value, left.value)
        if part:
            return part
    first = values.said(prop.left, left, facts, replace(words, date=""))
    if isinstance(prop.right, Number):
        if prop.right.value == 1 and isinstance(prop.left, Count):
            none = _utmost(prop.left, found, facts, words) if left.value < 1 else ""
            return first + none + _members(prop.left, facts)
        if prop.right.value == 1 and prop.op == ">=" and left.value >= 1:
            return first
        return first + _against(prop, left.value, prop.right.value) + _members(prop.left, facts)
    if right is None or right.value is None:
        return first
    return first + _against(prop, left.value, right.value, words.figure(prop.right))


def _members(of: Figure, facts: Facts) -> str:
    """ ": Abbey and Castle": the few that were counted, by name."""
    counted = next((t for t in facts.named if isinstance(of, Count) and resolved(t.of, facts) == of.of), None)
    return f": {names(counted.rows)}" if counted is not None and 0 < len(counted.rows) <= 4 else ""


def _utmost(of: Figure, found: Mapping[Figure | Set, Found], facts: Facts, words: Words) -> str:
    """How near it came in any year: "; the highest was 39 seats"."""
    outer = next(((node, f) for node, f in found.items() if isinstance(node, Over)), None)
    if not isinstance(of, Count) or outer is None or outer[1].value is None:
        return ""
    how = "most" if outer[0].how == "most" else "least"
    return f"; the {how} was {units.amount(outer[0], outer[1].value)}"


def _of_all(of: Figure, whole: Figure, words: Words, value: float, all_of: float) -> str:
    """So many of all that there were: "the Conservatives won 31 of the 40 seats up in Harrogate (77.5%)"."""
    if not isinstance(of, Measure) or not isinstance(whole, Measure) or not all_of:
        return ""
    who, wholes = words.doer(of), {"seats won": (WIN, "seats up"), "seats held": (HOLD, "seats")}
    if who is None or of.name not in wholes or whole.name not in ("seats up", "size"):
        return ""
    verb, seats = wholes[of.name]
    share = printed(100 * value / all_of, Unit.SHARE)
    parts = f"{value:,.0f} of the {all_of:,.0f} {seats} {words.at(of.place)} ({share})"
    return clause(who, verb, parts, tense=words.tense(of))


def _against(prop: Compare, value: float, other: float, what: str = "") -> str:
    """ ", fewer than 10 seats", ", higher than the turnout in Leeds in 2018 (34.4%)"."""
    of = prop.left
    if is_rounded(prop, value):
        return f", {units.amount(of, other).replace('.0%', '%')} in round figures"
    fewer, more = ("fewer than", "more than") if units.unit(of) is Unit.COUNT else ("lower than", "higher than")
    how = fewer if value < other else more if value > other else "the same as"
    amount = units.amount(of, other)
    if not what:
        how = "not" if prop.op == "=" else how
        return f", {how} {amount}" if value != other else ""
    return f", {how} {aside(what, amount)}"


@said.register
def _claim(prop: Claim, truth: bool, facts: Facts, words: Words) -> str:
    record = _record(prop, facts, words)
    claimed = words.claim(prop) if truth else words.denied(prop)
    return f"{claimed}{record}"


def _record(prop: Claim, facts: Facts, words: Words) -> str:
    """What is on record of a claim: who did it, with the figures."""
    behind = {resolved(node, facts) for node in behind_claim(prop)}
    backing = [b for b in facts.backing if resolved(b.node, facts) in behind]
    sets = [_by(b, words) for b in backing if isinstance(b.found, tuple) and b.found]
    if sets:
        return f"; {', '.join(sets)}"
    contest = _contest_of(prop, facts)
    if contest is not None:
        rather = _instead(prop, contest, facts, words)
        told_of = _contested(contest, words)
        return f"{rather}: {told_of.removeprefix('; ')}" if rather and told_of else rather or told_of
    figures = [_figured(b) for b in backing if isinstance(b.found, Found) and b.found.value is not None]
    return f" ({series(figures)})" if figures else ""


def _contest_of(prop: Claim, facts: Facts) -> Contest | None:
    """The one contest that a claim is about."""
    ids = prop.place.ids if isinstance(prop.place, Named) else ()
    found = [c for c in facts.contests if c.place.id in ids and (c.kind == "chamber") == (_moment(prop) == "chamber")]
    return found[0] if len(found) == 1 else None


def _moment(prop: Claim) -> str:
    return RELATIONS[prop.name].moment


def _by(backing: Backing, words: Words) -> str:
    claim = next(p for p in getattr(backing.node, "where", ()) if isinstance(p, Claim))
    assert isinstance(backing.found, tuple)
    who = series([words.party(t.id).text for t in backing.found])
    return f"{RELATIONS[claim.name].participle} {who}"


def _figured(backing: Backing) -> str:
    assert isinstance(backing.found, Found)
    return units.amount(backing.node, backing.found.value or 0)  # type: ignore[arg-type]


def _instead(prop: Claim, contest: Contest, facts: Facts, words: Words) -> str:
    """Who was in control, or won the ward, where it is not the one that is claimed to have."""
    if facts.truth is not False:
        return ""
    if contest.kind == "chamber" and prop.name in _CONTROLS and contest.head.get("control"):
        return _in_control(prop, str(contest.head["control"]), words)
    elected = [words.party(str(line["party_id"])) for line in contest.lines if line.get("elected")]
    if prop.name != "win" or contest.kind == "council poll" or not elected:
        return ""
    return f"; {clause(together(list(dict.fromkeys(elected))), WIN)}{lead(contest)}"


_CONTROLS = frozenset({"control", "gain control", "lose control", "keep control"})
_CONTROL = Verb("controlled", "controls", "control")
_TIE = Verb("tied", "ties", "tie")


def _in_control(prop: Claim, control: str, words: Words) -> str:
    tense = words.tense(prop)
    if control == "none":
        return f"; {clause(Noun('it'), BE, 'under no overall control', tense=tense)}"
    return f"; {clause(words.party(control), _CONTROL, 'it', tense=tense)}"


def _contested(contest: Contest, words: Words) -> str:
    """The contest in short: the first three with their figures, or who is level for the first place."""
    key = "seats" if contest.kind in ("chamber", "council poll") else "votes"
    lines = [line for line in contest.lines if line[key]][:3]
    level = [words.party(str(line["party_id"])) for line in lines if line[key] == lines[0][key]]
    if len(level) > 1:
        return f"; {clause(together(level), _TIE, 'for the most', key)}, with {int(str(lines[0][key])):,} each"
    figures = [f"{words.party(str(line['party_id'])).text} {int(str(line[key])):,}" for line in lines]
    return f"; {', '.join(figures)} {_of(contest, key)}" if figures else ""


def _of(contest: Contest, key: str) -> str:
    size = contest.head.get("size") or contest.head.get("seats_up")
    return f"of {size} seats" if key == "seats" and size else key


@said.register
def _every(prop: Every, truth: bool, facts: Facts, words: Words) -> str:
    """All of them, or the exceptions: how many, and a few by name."""
    exceptions = facts.named[0] if facts.named else None
    if truth or exceptions is None or not exceptions.rows:
        return words.claim(prop)
    listed = f": {names(exceptions.rows)}" if len(exceptions.rows) <= 3 else ""
    of = select(prop.of.kind, prop.of, negate(prop.that))
    return words.there(of, len(exceptions.rows)) + listed


@said.register
def _among(prop: Among, truth: bool, facts: Facts, words: Words) -> str:
    """Whether a thing is the first; who is, with the figure, and what its own is."""
    table = next((t for t in facts.named if t.rows), None)
    if table is None or not isinstance(table.of, Ranked):
        return _membership(prop, truth, table, words)
    phrase = words.ranked(now(table.of, facts), len(table.rows) > 1)
    record = clause(words.subject(table.rows), BE, aside(phrase, figure_of(table, table.rows[0])))
    own = next((b.found for b in facts.backing if isinstance(b.found, Found) and b.found.value is not None), None)
    if truth or own is None:
        return record
    return f"{record}; {words.noun(prop.thing).text} {aside('', units.amount(table.of.by, own.value or 0)).strip()}"


def _membership(prop: Among, truth: bool, table: Table | None, words: Words) -> str:
    who = words.noun(prop.thing)
    said = clause(who, BE, "" if truth else "not", "one of", words.things(prop.of))
    ids = prop.thing.ids if isinstance(prop.thing, Named) else ()
    row = next((r for r in table.rows if r.thing.id in ids), None) if table is not None else None
    told = [t.name for entry in row.entries if isinstance(entry, tuple) for t in entry] if row is not None else []
    return aside(said, ", ".join(dict.fromkeys(told)))
