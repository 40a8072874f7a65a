"""Questions, said back: a noun phrase for what is asked for, a question for yes or no."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning import nodes as n
from assistant.core.meaning.cells import slot_of
from assistant.core.meaning.say.english import words
from assistant.core.meaning.say.groups import group, noun
from assistant.core.meaning.say.parts import Setting, ask, figure, sentence, things
from assistant.core.meaning.say.sets import is_all
from assistant.core.meaning.say.slots import place, when
from assistant.core.model.measures import MEASURES


@ask.register
def _(node: n.Value, at: Setting) -> str:
    return str(figure(node.of, at)).strip()


@ask.register
def _(node: n.Whether, at: Setting) -> str:
    return sentence(node.prop, at).asked()


@ask.register
def _(node: n.Given, at: Setting) -> str:
    return f"given that {sentence(node.premise, at).stated()}, {ask(node.ask, at)}"


@ask.register
def _(node: n.Both, at: Setting) -> str:
    return f"{ask(node.first, at)}; and {ask(node.second, at)}"


@ask.register
def _(node: n.Listing, at: Setting) -> str:
    if not node.columns:
        return noun(group(node.of), at, True) if isinstance(node.of, n.Select) else things(node.of, at)
    return _by(node, at) or _each(node, at)


def _each(node: n.Listing, at: Setting) -> str:
    """ "For each council that …: the turnout in 2022; Labour's share of the vote in 2022"."""
    sets = _bound(node)
    inner = at.gapped(*(n.It(s.kind) for s in sets if s.kind not in ("party", "person")))
    columns = (things(c, inner) if isinstance(c, n.Set) else str(figure(c, inner)) for c in node.columns)
    return f"for each {' and each '.join(_row(s, at) for s in sets)}: {'; '.join(columns)}"


def _row(of: n.Set, at: Setting) -> str:
    return noun(group(of), at, False) if isinstance(of, n.Select) else f"of {things(of, at)}"


def _by(node: n.Listing, at: Setting) -> str | None:
    """ "The Labour votes in Leeds in 2019 by ward", where the rows are all that the figure can be told of."""
    column, sets = node.columns[0], _bound(node)
    if len(node.columns) > 1 or not isinstance(column, n.Measure) or not all(is_all(s, column) for s in sets):
        return None
    slots: dict[str, Any] = {slot_of(s.kind): _container(s) for s in sets}
    whole = replace(column, **slots)
    if "time" in slots and whole.time is None:
        whole, at = replace(whole, time=n.It("year")), at.gapped(n.It("year"))
    return f"{figure(whole, at)} by {' and '.join(s.kind for s in sets)}"


def _bound(node: n.Listing) -> list[n.Set]:
    return [node.of] if node.across is None else [node.of, node.across]


def _container(of: n.Set) -> n.Set | None:
    return of.within if isinstance(of, n.Select) else None


@ask.register
def _(node: n.Story, at: Setting) -> str:
    return words("the by-election results" if node.poll == "by-election" else "the results", *_slots(node, at))


@ask.register
def _(node: n.Reported, at: Setting) -> str:
    return words(ask(node.ask, at), _POINTS.get(node.point, f"with {node.point} declared"))


_POINTS = {"early": "as counting went on", "all": "with all declared"}


@ask.register
def _(node: n.About, at: Setting) -> str:
    figure_of = f"on {MEASURES[node.measure].singular}" if node.measure else ""
    return words(f"about {_TOPICS.get(node.topic, node.topic)}", figure_of, _of(node, at), *_slots(node, at))


def _of(node: n.About, at: Setting) -> str:
    """ "Of Labour's net change in seats in England in 2016", "on which Labour lost 18 seats"."""
    if isinstance(node.of, n.Figure):
        return f"of {figure(node.of, at)}"
    return "" if node.of is None else f"on which {sentence(node.of, at).stated()}"


_TOPICS = {
    "held": "the data held",
    "source": "the sources",
    "newest": "the newest data",
    "basis": "the basis",
    "self": "the assistant",
}
"""What a topic that is no term is called."""


def _slots(node: n.Story | n.About, at: Setting) -> tuple[str, ...]:
    people = [node.party, *([node.person] if isinstance(node, n.Story) else [])]
    of = (f"of {things(p, at)}" for p in people if p is not None)
    return (*of, place(node.place, at, ""), when(node.time, at, "poll", ""))
