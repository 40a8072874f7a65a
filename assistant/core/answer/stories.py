"""All that matters of a place, a party or a person, told from its contests and figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.model import Outcome
from assistant.column import Cell, Column, Unit
from assistant.core.answer import measured
from assistant.core.answer.columns import heading, number, shown
from assistant.core.answer.contest import Line
from assistant.core.answer.number import printed, series, whole, years
from assistant.core.answer.phrase import HOLD, Noun, Verb, aside, clause, counted, join, sentence
from assistant.core.answer.polls import contest_notes, contest_table, contest_told, contest_turnout
from assistant.core.answer.told import Told, not_held
from assistant.core.answer.units import unit
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import Measure, Newest, Story
from assistant.core.query.facts import Backing, Contest, Facts, Found

Table = tuple[tuple[Column, ...], tuple[Line, ...]]


def told(facts: Facts, words: Words) -> Told:
    """The story of what is asked about; each kind of thing has its own."""
    ask = facts.ask
    assert isinstance(ask, Story)
    if ask.person is not None:
        return _person(facts, words)
    if ask.party is not None:
        return _party(facts, ask, words)
    return _place(facts, words) if facts.table is None else _area(facts, ask, words)


# --- Places -----------------------------------------------------------------------------------------------------------


def _place(facts: Facts, words: Words) -> Told:
    """The chamber and the last poll of a council; the contest of a ward or an office."""
    if not facts.contests:
        return not_held(sentence(f"no results are held of {_named(facts, words)}"))
    parts = [contest_told(c, facts, words) for c in facts.contests if c.kind != "history"]
    text = " ".join([*_no_poll(facts), *(part.sentence for part in parts)])
    columns, rows = _tables(facts.contests)
    turnout = [t for c in facts.contests if (t := contest_turnout(c))]
    notes = (*(n for part in parts for n in part.notes), *turnout, *contest_notes(facts))
    outcome = Outcome.NO_DATA if _no_poll(facts) else Outcome.ANSWERED
    return Told(text, None, None, columns, rows, tuple(dict.fromkeys(notes)), outcome)


def _no_poll(facts: Facts) -> tuple[str, ...]:
    """That a council had no poll in the year that was asked about."""
    chamber = facts.contests[0]
    if [c.kind for c in facts.contests] != ["chamber"]:
        return ()
    near = [max((y for y in facts.years if y < chamber.year), default=0)]
    near += [min((y for y in facts.years if y > chamber.year), default=0)]
    others = series([str(year) for year in near if year])
    held = f": the nearest are those of {others}" if others else ""
    return (sentence(f"no scheduled election in {chamber.place.name} in {chamber.year} is on record{held}"),)


def _named(facts: Facts, words: Words) -> str:
    ask = facts.ask
    assert isinstance(ask, Story)
    return join(words.things(ask.place) if ask.place is not None else "", words.when(ask.time))


def _tables(contests: Sequence[Contest]) -> Table:
    """A chamber and its poll side by side, else the first contest's own table."""
    if len(contests) == 2 and {c.kind for c in contests} == {"chamber", "council poll"}:
        return _side_by_side(*contests)
    history = next((c for c in contests if c.kind == "history" and len(c.lines) > 1), None)
    return contest_table(history or contests[0])


_SIDES = (
    Column("party", "Party", Unit.TEXT),
    Column("seats", "Seats", Unit.COUNT),
    Column("seats_won", "Seats won", Unit.COUNT),
    Column("votes", "Votes", Unit.COUNT),
    Column("share", "Share", Unit.SHARE),
)


def _side_by_side(chamber: Contest, poll: Contest) -> Table:
    lines = dict[str, dict[str, Cell]]()
    for line in chamber.lines:
        lines.setdefault(str(line["party"]), {c.key: None for c in _SIDES})["seats"] = line["seats"]
    for line in poll.lines:
        row = lines.setdefault(str(line["party"]), {c.key: None for c in _SIDES})
        row.update(seats_won=line["seats"], votes=line["votes"], share=_rounded(line["share"]))
    rows = tuple({**row, "party": party} for party, row in lines.items())
    kept = tuple(c for c in _SIDES if any(row[c.key] is not None for row in rows))
    return kept, tuple({c.key: row[c.key] for c in kept} for row in rows)


def _rounded(value: Cell) -> Cell:
    return round(value, 4) if isinstance(value, float) else value


def _area(facts: Facts, ask: Story, words: Words) -> Told:
    """The first three parties by seats, and who controls how many councils."""
    assert facts.table is not None
    if not facts.table.rows:
        return not_held(sentence(f"no councils are held of {_named(facts, words)}"))
    columns, rows = shown(facts.table, words)
    ranked = [r for r in facts.table.rows if r.thing.id != "other"][:3]
    first, *others = [(words.party(r.thing.id), _value(r.entries[0])) for r in ranked]
    where = join(words.at(ask.place), _year(facts))
    more = ", ".join(f"{who.text} {whole(seats)}" for who, seats in others)
    text = clause(first[0], HOLD, "the most seats", where, f"with {whole(first[1])}")
    return Told(sentence(text + (f", then {more}" if more else "")), None, None, columns, rows)


def _value(entry: object) -> float:
    return entry.value or 0 if isinstance(entry, Found) else 0


def _year(facts: Facts) -> str:
    held = sorted({u.last for u in facts.used if u.last is not None})
    return f"in {held[0]}" if len(held) == 1 else ""


# --- Parties ----------------------------------------------------------------------------------------------------------


def _party(facts: Facts, ask: Story, words: Words) -> Told:
    """A party's figures: what it holds in a clause, then what it won; all of them as a table."""
    assert ask.party is not None
    held = [b for b in facts.backing if isinstance(b.found, Found) and b.found.value is not None]
    figures = [b for b in held if isinstance(b.node, Measure)]
    if not figures:
        return not_held(sentence(f"no figures of {join(words.noun(ask.party).text, words.at(ask.place))} are held"))
    main = _main(figures)
    rows = tuple({"figure": _title(b, words), "value": _rounded_figure(b)} for b in held)
    columns = (Column("figure", "Figure", Unit.TEXT), Column("value", "Value", Unit.COUNT))
    text = " ".join(sentence(_said(b, facts, words)) for b in main)
    return Told(text, None, None, columns, rows, contest_notes(facts))


def _main(figures: Sequence[Backing]) -> list[Backing]:
    """The figures that the sentences tell: the first of these that are held."""
    return ([b for name in _MAIN for b in figures if _is(b, name)] or list(figures))[:2]


_MAIN = ("seats held", "seats won", "votes")


def _is(backing: Backing, name: str) -> bool:
    return isinstance(backing.node, Measure) and backing.node.name == name


def _said(backing: Backing, facts: Facts, words: Words) -> str:
    """A figure with its share in brackets."""
    assert isinstance(backing.node, Measure) and isinstance(backing.found, Found)
    dated = replace(words, time=backing.node.time, date=_date(backing.node, facts)) if _is_newest(backing) else words
    text = measured.told(backing.node, backing.found, dated)
    share = next((b for b in facts.backing if _is(b, _SHARES.get(backing.node.name, ""))), None)
    if share is None or not isinstance(share.found, Found) or share.found.value is None:
        return text
    return f"{text}, {printed(share.found.value, Unit.SHARE)} of {_OF[backing.node.name]}"


def _is_newest(backing: Backing) -> bool:
    return isinstance(backing.node, Measure) and isinstance(backing.node.time, Newest)


def _date(of: Measure, facts: Facts) -> str:
    """The year that the newest is, or that it is each place's own."""
    used = next((u for u in facts.used if u.cell == of), None)
    if used is None or used.first != used.last:
        return "at each council's newest poll"
    return f"in {used.last}"


_SHARES = {"seats held": "share of seats", "seats won": "share of seats won", "votes": "share of the vote"}
_OF = {"seats held": "them", "seats won": "those up", "votes": "all votes"}


def _title(backing: Backing, words: Words) -> str:
    if not isinstance(backing.node, Measure):
        return "Councils controlled"
    text = heading(backing.node, words).what
    return f"{text[:1].upper()}{text[1:]}{' (%)' if unit(backing.node) is Unit.SHARE else ''}"


def _rounded_figure(backing: Backing) -> Cell:
    assert isinstance(backing.found, Found)
    value = number(backing.found.value)
    return round(value, 1) if isinstance(value, float) else value


# --- People -----------------------------------------------------------------------------------------------------------

_RECORD = (
    Column("year", "Year", Unit.YEAR),
    Column("place", "Place", Unit.TEXT),
    Column("party", "Party", Unit.TEXT),
    Column("votes", "Votes", Unit.COUNT),
    Column("share", "Share", Unit.SHARE),
    Column("elected", "Elected", Unit.TRUTH),
)


def _person(facts: Facts, words: Words) -> Told:
    """How often someone stood and was elected, where and for whom; every contest as a table."""
    if not facts.contests:
        return not_held(sentence("no contest of that person is held"))
    record = facts.contests[0]
    who = Noun(aside(record.place.name, record.place.inside or ""))
    stood = [line for line in record.lines if line["deed"] == "stood"]
    sat = _sat(who, [int(str(line["year"])) for line in record.lines if line["deed"] == "sat"])
    rows = tuple({c.key: _rounded(line[c.key]) for c in _RECORD} for line in stood)
    if not stood:
        return Told(" ".join(sat))
    return Told(sentence(_stood(who, stood)), None, None, _RECORD, rows, sat)


def _sat(who: Noun, held: Sequence[int]) -> tuple[str, ...]:
    return (sentence(f"the rosters of {years(held)} have {who.text} as a councillor"),) if held else ()


def _stood(who: Noun, stood: Sequence[Line]) -> str:
    """ "Dave Branwood (Dudley) stood twice between 2016 and 2018 for Labour, and was elected once"."""
    held = sorted({int(str(line["year"])) for line in stood})
    when = f"in {held[0]}" if len(held) == 1 else f"between {held[0]} and {held[-1]}"
    parties = " and ".join(sorted({str(line["party"]) for line in stood}))
    elected = sum(1 for line in stood if line["elected"])
    times = counted(len(stood), "time").text
    text = clause(who, Verb("stood", "stands", "stand"), times, when, f"({parties})")
    return join(text, "and was", f"elected {counted(elected, 'time').text}" if elected else "not elected")
