"""Answers about the assistant itself: what a term means, what is held, from whom, and what can be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from assistant import resources
from assistant.answer.model import Outcome
from assistant.column import Cell, Column, Unit
from assistant.core.answer.number import series, years
from assistant.core.answer.phrase import counted, join, sentence
from assistant.core.answer.reported import by_basis
from assistant.core.answer.told import Told
from assistant.core.answer.whence import counted_by
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import About, Measure, Named
from assistant.core.meaning.walk import walk
from assistant.core.query.facts import Facts

_HELD = (Column("what", "What", Unit.TEXT), Column("years", "Years", Unit.TEXT))
_SOURCES = (
    Column("source", "Source", Unit.TEXT),
    Column("publisher", "Publisher", Unit.TEXT),
    Column("licence", "Licence", Unit.TEXT),
)


def told(facts: Facts, words: Words) -> Told:
    """What is told of a topic: "held", "source", "help", or a term of the glossary."""
    ask = facts.ask
    assert isinstance(ask, About)
    if ask.topic == "held":
        return _held(facts, ask, words)
    if ask.topic == "source":
        return _sources(facts)
    if ask.topic == "newest":
        return _newest(facts)
    if ask.topic == "basis":
        return by_basis(facts) or _basis(ask)
    term = terms().get(ask.topic)
    if term is None:
        return Told(sentence(f"no meaning of {ask.topic} is kept here"), outcome=Outcome.NO_DATA)
    return Told(str(term))


@cache
def terms() -> dict[str, Any]:
    """Each term, measure and relation with what it means."""
    import tomllib  # slow to import

    read = tomllib.loads((resources.grammar_folder() / "terms.toml").read_text(encoding="utf-8"))
    same = {also: read["terms"][of] for also, of in read["same"].items()}
    return {**read["terms"], **same}


def _held(facts: Facts, ask: About, words: Words) -> Told:
    lines = facts.contests[0].lines
    rows = tuple({"what": line["what"], "years": _runs(line["years"])} for line in lines)
    kept = [line for line in lines if line["years"] and _is_of(line, ask)]
    where = words.at(ask.place)
    if not kept:
        return Told(sentence(join("nothing is held", where)), None, None, _HELD, rows, outcome=Outcome.NO_DATA)
    if isinstance(ask.time, Named):
        return _held_then(kept, ask.time, where, rows)
    listed = "; ".join(f"{line['what']} of {_runs(line['years'])}" for line in kept[:_TOLD])
    kinds = counted(len(kept), "kind of figures", "kinds of figures").text
    text = join("of local elections", where, kinds, "is" if len(kept) == 1 else "are", "held:", listed)
    return Told(sentence(text), None, None, _HELD, rows)


_TOLD = 3  # kinds of figures that the sentence names
_OF = {"turnout": "turnout", "candidates": "candidates", "seats held": "seats", "seats": "seats", "votes": "results"}
"""A measure, and the word that the kinds of figures have which hold it."""


def _is_of(line: Mapping[str, Cell], ask: About) -> bool:
    return _OF.get(ask.measure, "") in str(line["what"])


def _held_then(
    kept: Sequence[Mapping[str, Any]], time: Named, where: str, rows: tuple[Mapping[str, Cell], ...]
) -> Told:
    """Which kinds of figures are held of a year, and which are not."""
    year = time.ids[0]
    then = [str(line["what"]) for line in kept if int(year) in line["years"]]
    others = [str(line["what"]) for line in kept if int(year) not in line["years"]]
    if not then:
        text = join("no", series([str(line["what"]) for line in kept], "or"), "are held", where, f"in {year}")
        return Told(sentence(text), False, None, _HELD, rows, outcome=Outcome.NO_DATA)
    notes = (sentence(f"not held of {year}: {series(others)}"),) if others else ()
    return Told(sentence(f"{join(f'held for {year}', where)}: {series(then)}"), None, None, _HELD, rows, notes)


def _newest(facts: Facts) -> Told:
    line = facts.contests[0].lines[0]
    newest = f"the newest election held is that of {line['day']}"
    return Told(sentence(f"{newest}; the newest compositions are those of {line['year']}"))


def _basis(ask: About) -> Told:
    """What the figure is a figure of, and why two figures may differ."""
    names = [ask.measure] if ask.measure else [n.name for n in walk(ask) if isinstance(n, Measure)]
    kept = next((counted_by(name) for name in names), "")
    also = f" {terms()[names[0]]}" if names and names[0] in terms() else ""
    return Told(f"{sentence(kept)}{also}" if kept else str(terms()["basis"]))


def _runs(held: object) -> Cell:
    return years([int(y) for y in held]) if isinstance(held, list) and held else "none"


def _sources(facts: Facts) -> Told:
    lines = facts.contests[0].lines
    rows = tuple({c.key: line[c.key] for c in _SOURCES} for line in lines)
    text = f"the figures are from {len(rows)} published sources; each answer names those that it used"
    return Told(sentence(text), None, None, _SOURCES, rows)
