"""Answers about the assistant itself: what a term means, what is held, from whom, and what can be asked."""

from __future__ import annotations

from functools import cache
from typing import Any

from assistant import resources
from assistant.answer.model import Outcome
from assistant.column import Cell, Column, Unit
from assistant.core.answer.number import years
from assistant.core.answer.phrase import join, sentence
from assistant.core.answer.told import Told
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import About
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
    rows = tuple({"what": line["what"], "years": _runs(line["years"])} for line in facts.contests[0].lines)
    kept = [row for row in rows if row["years"] != "none"]
    where = words.at(ask.place)
    if not kept:
        return Told(sentence(join("nothing is held", where)), outcome=Outcome.NO_DATA)
    first = f"{kept[0]['what']} of {kept[0]['years']}"
    text = join("of local elections", where, f"{len(kept)} kinds of figures are held, among them {first}")
    return Told(sentence(text), None, None, _HELD, rows)


def _runs(held: object) -> Cell:
    return years([int(y) for y in held]) if isinstance(held, list) and held else "none"


def _sources(facts: Facts) -> Told:
    lines = facts.contests[0].lines
    rows = tuple({c.key: line[c.key] for c in _SOURCES} for line in lines)
    text = f"the figures are from {len(rows)} published sources; each answer names those that it used"
    return Told(sentence(text), None, None, _SOURCES, rows)
