"""Reported figures in words: what was said, at which point of the count, and what it came to in the end."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import words
from assistant.answer.asking import Row
from assistant.answer.model import Cell
from assistant.answer.office_words import number
from assistant.question.model import Question

SIGNED = frozenset({"net change", "councils change", "councils without overall control, change"})


def told(r: Row) -> str:
    """A figure as it was said: "−25", "1,326", "an increase, without a figure"."""
    if r["figure"] is None:
        return "an increase, without a figure"
    return words.signed(number(r["figure"])) if r["measure"] in SIGNED else f"{number(r['figure']):,}"


_NOUNS = {
    "net change": "net change in seats",
    "increase": "seats",
    "seats won": "seats won",
    "councils": "councils won",
    "councils change": "change in councils controlled",
    "councils lost": "councils lost",
    "councils gained": "councils gained",
    "councils without overall control": "councils without overall control",
    "councils without overall control, change": "change in councils without overall control",
}


def sentence(q: Question, asked: Sequence[Row], rest: Sequence[Row], year: int) -> str:
    """The figures of one party with the final ones after them, or one measure of all parties."""
    head = f"{words.start(point(asked[0]))} in {asked[0]['subject_name']} in {year}"
    parties = list(dict.fromkeys(str(r["party"]) for r in asked))
    if len(parties) == 1:
        return f"{head}, {_figures(parties[0], asked)}.{_later(asked, rest)}"
    listed = [f"{name} {_bare([r for r in asked if str(r['party']) == name])}" for name in parties]
    return f"{head}, {_NOUNS[str(asked[0]['measure'])]}: {', '.join(listed)}."


def _figures(party: str, rows: Sequence[Row]) -> str:
    """ "Labour’s net change in seats was reported as −25 or −28"; "Labour was reported to have lost 1 council"."""
    measures = dict.fromkeys(str(r["measure"]) for r in rows)
    return " and ".join(_figure(party, m, [r for r in rows if r["measure"] == m]) for m in measures)


_DEEDS = {
    "councils lost": ("lost", "council"),
    "councils gained": ("gained", "council"),
    "councils": ("won", "council"),
    "seats won": ("won", "seat"),
}


def _figure(party: str, measure: str, rows: Sequence[Row]) -> str:
    who = words.they(party)
    was = words.verb(party, "was", "were")
    if measure == "increase":
        return f"{who} {was} reported up, without a figure"
    if measure in _DEEDS and len({r["figure"] for r in rows}) == 1:
        deed, noun = _DEEDS[measure]
        return f"{who} {was} reported to have {deed} {words.count(number(rows[0]['figure']), noun)}"
    if measure == "councils without overall control":
        return f"{_bare(rows)} councils were reported without overall control"
    whose = "" if party == "None" else f"{_possessive(who)} "
    return f"{whose or 'the '}{_NOUNS[measure]} {'was' if 'change' in measure else 'were'} reported as {_bare(rows)}"


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _bare(rows: Sequence[Row]) -> str:
    return " or ".join(dict.fromkeys(told(r) for r in rows))


def _later(asked: Sequence[Row], rest: Sequence[Row]) -> str:
    """What it came to in the end, on each basis."""
    measures = {r["measure"] for r in asked}
    final = [
        r
        for r in rest
        if r["measure"] in measures
        and r["final"]
        and r["declared"] is not None
        and r["party_id"] == asked[0]["party_id"]
    ]
    if not final or (asked[0]["final"] and asked[0]["declared"] is not None):
        return ""
    listed = words.listing(f"{told(r)} ({r['said_by']}{_on(r)})" for r in final)
    return f" When all had declared: {listed}."


def _on(r: Row) -> str:
    return f", {r['basis']}" if r["basis"] not in (None, "not stated") else ""


def point(r: Row) -> str:
    """The point of the count: "with 96 of 124 councils declared"."""
    if r["declared"] is None:
        return "in early results"
    if r["final"]:
        return f"with all {r['of_total']} councils declared"
    return f"with {r['declared']} of {r['of_total']} councils declared"


def contradicted(asked: Sequence[Row]) -> list[str]:
    """Where one article has two figures for one thing."""
    found = []
    for r in asked:
        same = [x for x in asked if _of_one(x) == _of_one(r)]
        if len(same) > 1 and same[0] is r:
            figures = " and ".join(f"{told(x)}{f' ({_where(x)})' if x['note'] else ''}" for x in same)
            found.append(f"One article gives both for {r['party']}: {figures}; {r['said_by']}.")
    return found


def _of_one(r: Row) -> tuple[Cell, ...]:
    return (r["party_id"], r["measure"], r["source_id"], r["said_by"], r["basis"])


def _where(r: Row) -> str:
    return str(r["note"]).split(";")[0]


def how(r: Row) -> str:
    """Who said it, when in the count, on which basis, in brackets."""
    declared = (
        ""
        if r["declared"] is None
        else f", with all {r['of_total']} declared"
        if r["final"]
        else f", with {r['declared']} of {r['of_total']} declared"
    )
    return f" ({r['said_by']}{declared}{_on(r)})"
