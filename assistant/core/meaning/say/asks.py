"""Questions, said back: a noun phrase for what is asked for, a question for yes or no."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning.nodes import (
    About,
    Both,
    Given,
    It,
    Kind,
    Listing,
    Measure,
    Select,
    Set,
    Story,
    Value,
    Whether,
)
from assistant.core.meaning.say.english import words
from assistant.core.meaning.say.groups import group, noun
from assistant.core.meaning.say.parts import Setting, ask, figure, sentence, things
from assistant.core.meaning.say.sets import is_all
from assistant.core.meaning.say.slots import place, when


@ask.register
def _(node: Value, at: Setting) -> str:
    return str(figure(node.of, at)).strip()


@ask.register
def _(node: Whether, at: Setting) -> str:
    return sentence(node.prop, at).asked()


@ask.register
def _(node: Given, at: Setting) -> str:
    return f"given that {sentence(node.premise, at).stated()}, {ask(node.ask, at)}"


@ask.register
def _(node: Both, at: Setting) -> str:
    return f"{ask(node.first, at)}; and {ask(node.second, at)}"


@ask.register
def _(node: Listing, at: Setting) -> str:
    if not node.columns:
        return noun(group(node.of), at, True) if isinstance(node.of, Select) else things(node.of, at)
    return _by(node, at) or _each(node, at)


def _each(node: Listing, at: Setting) -> str:
    """ "For each council that …: the turnout in 2022; Labour's share of the vote in 2022"."""
    sets = [node.of] if node.across is None else [node.of, node.across]
    inner = at.gapped(*(It(s.kind) for s in sets if s.kind not in ("party", "person")))
    columns = (things(c, inner) if isinstance(c, Set) else str(figure(c, inner)) for c in node.columns)
    return f"for each {' and each '.join(_row(s, at) for s in sets)}: {'; '.join(columns)}"


def _row(of: Set, at: Setting) -> str:
    return noun(group(of), at, False) if isinstance(of, Select) else f"of {things(of, at)}"


_SLOTS: dict[Kind, str] = {
    "ward": "place",
    "council": "place",
    "area": "place",
    "office": "place",
    "party": "party",
    "person": "person",
    "year": "time",
}


def _by(node: Listing, at: Setting) -> str | None:
    """ "The Labour votes in Leeds in 2019 by ward", where the rows are all that the figure can be told of."""
    column = node.columns[0]
    sets = [node.of] if node.across is None else [node.of, node.across]
    if len(node.columns) > 1 or not isinstance(column, Measure) or not all(is_all(s, column) for s in sets):
        return None
    years = [It("year") for s in sets if s.kind == "year" and _container(s) is None]
    containers: dict[str, Any] = {
        _SLOTS[s.kind]: It("year") if s.kind == "year" and years else _container(s) for s in sets
    }
    return f"{figure(replace(column, **containers), at.gapped(*years))} by {' and '.join(s.kind for s in sets)}"


def _container(of: Set) -> Set | None:
    return of.within if isinstance(of, Select) else None


@ask.register
def _(node: Story, at: Setting) -> str:
    return words("the results", *_slots(node, at))


@ask.register
def _(node: About, at: Setting) -> str:
    return words(f"about {node.topic}", *_slots(node, at))


def _slots(node: Story | About, at: Setting) -> tuple[str, ...]:
    people = [node.party, *([node.person] if isinstance(node, Story) else [])]
    of = (f"of {things(p, at)}" for p in people if p is not None)
    return (*of, place(node.place, at, ""), when(node.time, at, "poll", ""))
