"""What others reported: a figure at a point of the count, and the same change on each basis that was published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.column import Cell, Column, Unit
from assistant.core.answer.number import printed, series
from assistant.core.answer.phrase import HAVE, WIN, Noun, Verb, clause, counted, join, sentence, start
from assistant.core.answer.told import Told, not_held
from assistant.core.answer.units import unit
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import Measure, Named, Reported, Value
from assistant.core.meaning.walk import walk
from assistant.core.query.facts import Facts

Line = Mapping[str, Cell]

_COLUMNS = (
    Column("party", "Party", Unit.TEXT),
    Column("measure", "Measure", Unit.TEXT),
    Column("figure", "Figure", Unit.COUNT),
    Column("declared", "Declared", Unit.TEXT),
    Column("basis", "Basis", Unit.TEXT),
    Column("said_by", "Said by", Unit.TEXT),
)

WHY = (
    "The bases differ because defections and by-elections between polls count on one and not on the other: eve of poll "
    "compares with the council just before, last fought with the last time the same seats were fought, composition "
    "one yearly snapshot with the next."
)

_SIGNED = ("change", "increase")
_TOLD: Mapping[str, tuple[Verb, str]] = {
    "seats won": (WIN, "seat"),
    "councils": (Verb("controlled", "controls", "control"), "council"),
    "councils lost": (Verb("lost", "loses", "lose"), "council"),
    "councils gained": (Verb("gained", "gains", "gain"), "council"),
    "seats after": (HAVE, "seat"),
}


def told(facts: Facts, words: Words) -> Told:
    """The figures reported at the point of the count that is asked for, and the final ones after them."""
    assert isinstance(facts.ask, Reported)
    lines = facts.contests[0].lines if facts.contests else ()
    asked = _at(lines, facts.ask.point)
    if not asked:
        return _nothing(lines)
    asked = [line for line in asked if line["year"] == asked[0]["year"]]
    rest = [line for line in lines if line["year"] == asked[0]["year"] and line not in asked]
    value = _value(asked)
    shown_as = Unit.CHANGE if str(asked[0]["measure"]).endswith(_SIGNED) else Unit.COUNT
    rows = tuple(row(line) for line in (*asked, *rest))
    return Told(_headline(asked, facts, words), value, shown_as, _COLUMNS, rows, tuple(_also(asked, rest)))


def _at(lines: Sequence[Line], point: str) -> list[Line]:
    """The figures of a point; of an early one the earliest of the last year that has any."""
    if point == "all":
        return [line for line in lines if line["final"] and line["declared"] is not None]
    if point == "early":
        counting = [line for line in lines if not line["final"] or "as councils" in str(line["note"])]
        first = min((_far(line) for line in counting if line["year"] == counting[0]["year"]), default=0)
        return [line for line in counting if _far(line) == first]
    declared, _, total = point.partition(" of ")
    return [
        line for line in lines if str(line["declared"]) == declared and (not total or str(line["of_total"]) == total)
    ]


def _far(line: Line) -> int:
    return int(str(line["declared"])) if line["declared"] is not None else 0


def _nothing(lines: Sequence[Line]) -> Told:
    counted_of = [line for line in lines if line["of_total"] is not None]
    points = {(int(str(line["year"])), _far(line), int(str(line["of_total"]))) for line in counted_of}
    held = series([f"{n} of {total} ({year})" for year, n, total in sorted(points)])
    notes = (f"Held with so many declared: {held}.",) if held else ()
    return not_held("Nothing is held as reported at that point of the count.", notes)


def _value(asked: Sequence[Line]) -> Cell:
    """The figure, where one party's is asked for and one version of it is told."""
    figures = {line["figure"] for line in asked if line["measure"] == asked[0]["measure"]}
    parties = {line["party"] for line in asked}
    return whole(asked[0]) if len(figures) == len(parties) == 1 else None


def whole(line: Line) -> int:
    """A reported figure as a number."""
    return int(float(str(line["figure"])))


def figure(line: Line) -> str:
    """A reported figure as it is printed, a change with its sign."""
    if line["measure"] == "turnout":
        return printed(float(str(line["figure"])), Unit.SHARE)
    return printed(whole(line), Unit.CHANGE if str(line["measure"]).endswith(_SIGNED) else Unit.COUNT)


def _headline(asked: Sequence[Line], facts: Facts, words: Words) -> str:
    first = asked[0]
    where = join(f"in {first['subject_name']}", f"in {first['year']}", _point(first))
    parties = list(dict.fromkeys(line["party"] for line in asked))
    if len(parties) > 1:
        listed = series([f"{line['party']} {figure(line)}" for line in asked if line["measure"] == first["measure"]])
        return sentence(f"{join(_title(first).removeprefix('a '), where)}: {listed}")
    versions = list(dict.fromkeys(figure(line) for line in asked if line["measure"] == first["measure"]))
    if len(versions) > 1:
        return sentence(join(str(first["party"]), "had", _title(first), "of", series(versions, "or"), where))
    return sentence(_clause(first, facts, words), where)


def _title(line: Line) -> str:
    return {"net change": "a net change in seats"}.get(str(line["measure"]), str(line["measure"]))


def _clause(line: Line, facts: Facts, words: Words) -> str:
    """ "Labour had lost a net 24 seats", "19 councils were without overall control"."""
    measure, number = str(line["measure"]), whole(line)
    if line["party"] is None:
        return f"{counted(number, 'council').text} {'was' if number == 1 else 'were'} without overall control"
    who = _party(line, facts, words)
    if measure not in _TOLD:
        verb = Verb("had gained", "", "") if number >= 0 else Verb("had lost", "", "")
        return clause(who, verb, "a net", counted(abs(number), "council" if "councils" in measure else "seat").text)
    verb, noun = _TOLD[measure]
    return clause(who, verb, counted(number, noun).text)


def _party(line: Line, facts: Facts, words: Words) -> Noun:
    named = next((n for n in walk(facts.ask) if isinstance(n, Named) and n.kind == "party"), None)
    return Noun(start(words.things(named))) if named is not None else Noun(str(line["party"]))


def _point(line: Line) -> str:
    if line["declared"] is None:
        return "as the first councils declared"
    return f"with {line['declared']} of {line['of_total']} councils declared"


def _also(asked: Sequence[Line], rest: Sequence[Line]) -> list[str]:
    """What else was said of the same party and measure, the final figures first."""
    wanted = {(line["party"], line["measure"]) for line in asked}
    same = [line for line in rest if (line["party"], line["measure"]) in wanted]
    several = len({party for party, _ in wanted}) > 1
    return [f"Also reported: {join(str(line['party']) if several else '', version(line))}." for line in same[:12]]


def version(line: Line) -> str:
    """ "−18, last fought (BBC)", "−24 with 80 of 124 declared (an article)"."""
    basis = "" if line["basis"] in (None, "not stated") else f", {line['basis']}"
    counting = "" if line["final"] else f" with {line['declared']} of {line['of_total']} declared"
    early = ", early in the count" if "as councils" in str(line["note"]) else ""
    return f"{figure(line)}{basis}{counting}{early} ({line['said_by']})"


def row(line: Line) -> Line:
    """A report as a row of the table."""
    declared = "not said" if line["declared"] is None else f"{line['declared']} of {line['of_total']}"
    return {
        **{key: line[key] for key in ("party", "measure", "said_by")},
        "figure": whole(line), "declared": declared, "basis": line["basis"] or "",
    }  # fmt: skip


def said_lines(facts: Facts) -> Sequence[Line]:
    """What was reported beside the facts."""
    return next((c.lines for c in facts.contests if c.kind == "reported"), ())


def only_reported(facts: Facts, words: Words) -> Told | None:
    """A figure that the tables do not have and somebody reported whole; None where nobody did."""
    line = next((x for x in said_lines(facts) if x["final"]), None)
    if line is None or not isinstance(facts.ask, Value) or not isinstance(facts.ask.of, Measure):
        return None
    of, value = facts.ask.of, float(str(line["figure"]))
    text = sentence(words.figure(of), words.date, "was", printed(value, unit(of)), f"(reported: {line['said_by']})")
    return Told(text, value, unit(of), notes=("No figure of its own is held for it.",))


# --- Bases ------------------------------------------------------------------------------------------------------------


def by_basis(facts: Facts) -> Told | None:
    """A change on each basis that was published, and why they differ; None where none was."""
    lines = said_lines(facts)
    if not lines:
        return None
    first = lines[0]
    same = [line for line in lines if line["party"] == first["party"] and line["year"] == first["year"]]
    listed = series([version(line) for line in same if line["final"]] or [version(first)])
    head = f"{first['party'] or 'The'} {first['measure']} in {first['subject_name']} in {first['year']}: {listed}"
    return Told(f"{sentence(head)} {WHY}", None, None, _COLUMNS, tuple(row(line) for line in lines))


def stated(facts: Facts) -> Line | None:
    """The published final change on a basis that it names."""
    lines = said_lines(facts)
    return next((x for x in lines if x["final"] and x["basis"] in ("last fought", "eve of poll")), None)


def beside(facts: Facts, told_: Told) -> Told:
    """A net change with what was reported of it: a published final figure on a stated basis goes first."""
    lines = said_lines(facts)
    if told_.unit is not Unit.CHANGE:
        return replace(told_, notes=(*told_.notes, *(f"Reported: {version(line)}." for line in lines)))
    if not lines or len({line["party"] for line in lines}) > 1:
        return told_
    counted_ = f"Between the yearly snapshots of the councils: {printed(float(str(told_.value)), Unit.CHANGE)}."
    head = stated(facts)
    if head is None:
        notes = tuple(f"Reported: {version(line)}." for line in lines)
        return Told(told_.sentence, told_.value, told_.unit, told_.columns, told_.rows, (*told_.notes, *notes))
    others = tuple(f"On another basis: {version(line)}." for line in lines if line is not head)
    notes = (*others, counted_, WHY)
    return Told(_published(head), whole(head), Unit.CHANGE, _COLUMNS, tuple(row(x) for x in lines), notes)


def _published(line: Line) -> str:
    number = whole(line)
    verb = "gained a net" if number > 0 else "lost a net" if number else "made no net change in seats"
    seats = counted(abs(number), "seat").text if number else ""
    basis = f"({figure(line)}, {line['basis']}, {line['said_by']})"
    return sentence(str(line["party"]), verb, seats, f"in {line['subject_name']} in {line['year']}", basis)
