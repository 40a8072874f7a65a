"""Figures in words."""

from __future__ import annotations

from dataclasses import replace

from assistant.core.meaning import nodes as n
from assistant.core.meaning.say import english
from assistant.core.meaning.say.english import possessive, words
from assistant.core.meaning.say.groups import common, gap, group, noun
from assistant.core.meaning.say.parts import Noun, Setting, clause, figure, things
from assistant.core.meaning.say.slots import Phrase, is_light, named_party, ordered, phrase, place, span, time, together
from assistant.core.model.measures import MEASURES


@figure.register
def _(node: n.Number, at: Setting) -> Noun:
    return Noun("", english.quantity(node))


@figure.register
def _(node: n.Measure, at: Setting) -> Noun:
    model = MEASURES[node.name]
    noun = words(model.plural if model.counted else model.singular, f"counted by {node.basis}" if node.basis else "")
    person = _person(node.person, at)
    before, tail = _owner(node.party, at.inside(True) if person.text else at, model.counted)
    inner = at.inside(True) if person.text or tail.text else at
    adjective = before if model.counted and before not in ("the", "their") else ""
    rest = ordered(
        phrase(node.place, place, inner if is_light(node.time) else inner.inside(True)),
        Phrase(time(node, inner, model.moment), not is_light(node.time)),
        tail,
        person,
    )
    return Noun("the" if adjective else before, words(adjective, noun, rest), model.counted)


def _person(thing: n.Set | None, at: Setting) -> Phrase:
    return Phrase("" if thing is None or thing in at.said else f"of {things(thing, at)}", True)


def _owner(party: n.Set | None, at: Setting, counted: bool) -> tuple[str, Phrase]:
    """What a party puts before a figure ("Labour's", "their"), and what behind it ("of the party with …")."""
    nothing = Phrase("")
    if party is None or party in at.said:
        return "the", nothing
    if isinstance(party, n.It):
        return "their", nothing
    if (name := named_party(party)) is not None:
        return (at.names.adjective(name) if counted else possessive(things(party, at))), nothing
    return "the", Phrase(f"of {together(party, at)}", True)


def bare(node: n.Figure, at: Setting) -> str:
    """A figure behind an adjective or "whose": "Labour share of the vote in Dudley in 2018"."""
    noun = figure(node, at)
    name = named_party(node.party) if isinstance(node, n.Measure) and noun.before not in ("the", "their") else None
    if noun.before == "their":
        return f"of {noun}"
    return noun.noun if name is None else f"{at.names.adjective(name)} {noun.noun}"


@figure.register
def _(node: n.Count, at: Setting) -> Noun:
    return Noun("the", f"number of {noun(group(node.of), at, True)}")


@figure.register
def _(node: n.Portion, at: Setting) -> Noun:
    of = group(node.of).without_time_of(node.that)
    start, tails = common(of, at, True)
    that = clause(node.that, at.inside(of.tails > 0), of.kind, True)
    text = words(f"percentage of the {start}", that, tails)
    return Noun("the", f"({text})" if tails and at.depth == 2 else text)


_HOW = {"sum": "total", "mean": "average", "median": "median", "most": "highest", "least": "lowest"}


@figure.register
def _(node: n.Over, at: Setting) -> Noun:
    moment = group(node.members).moment
    inner = gap(node.figure, node.members.kind, at)
    inner = inner.knowing(moment.time) if moment is not None and moment.time is not None else inner
    across = f"the years {_years(node.members)}" if isinstance(node.members, n.Span) else things(node.members, at)
    return Noun("the", f"{_HOW[node.how]} {bare(node.figure, inner)} across {across}")


def _years(years: n.Span) -> str:
    if years.first is not None and years.last is not None:
        return f"{years.first} to {years.last}"
    return "held" if years == n.Span(None, None) else span(years)


@figure.register
def _(node: n.Difference, at: Setting) -> Noun:
    slot = _only_other(node.left, node.right)
    if slot is None:
        return Noun("the", f"difference between {figure(node.left, at)} and {figure(node.right, at)}")
    left, right = getattr(node.left, slot), getattr(node.right, slot)
    if slot == "time":
        between = f"change between {things(right, at)} and {things(left, at)}"
    else:
        between = f"difference between {things(left, at)} and {things(right, at)}"
    return Noun("the", f"{between} in {figure(node.right, at.knowing(right))}")


def _only_other(left: n.Figure, right: n.Figure) -> str | None:
    """The one slot in which two measures differ, each naming one thing."""
    if not (isinstance(left, n.Measure) and isinstance(right, n.Measure)):
        return None
    slots = [slot for slot in n.SLOTS if getattr(left, slot) != getattr(right, slot)]
    pair = [getattr(side, slot) for side in (left, right) for slot in slots]
    alike = len(slots) == 1 and replace(left, **{slots[0]: pair[1]}) == right
    return slots[0] if alike and all(isinstance(thing, n.Named) for thing in pair) else None


@figure.register
def _(node: n.Ratio, at: Setting) -> Noun:
    kind = "percentage ratio" if node.percent else "ratio"
    return Noun("the", f"{kind} of {figure(node.left, at)} to {figure(node.right, at)}")


@figure.register
def _(node: n.Calendar, at: Setting) -> Noun:
    return Noun("the", "calendar year" if node.year in at.said else f"calendar year of {things(node.year, at)}")


@figure.register
def _(node: n.Run, at: Setting) -> Noun:
    return Noun("the", f"{node.which} run of {noun(group(node.years), at, True)}")
