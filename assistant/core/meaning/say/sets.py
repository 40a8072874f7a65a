"""Sets in words."""

from __future__ import annotations

from assistant.core.meaning import nodes as n
from assistant.core.meaning.check import MeaningError
from assistant.core.meaning.say.english import listed, ordinal, words
from assistant.core.meaning.say.figures import bare
from assistant.core.meaning.say.groups import Group, common, gap, group, noun
from assistant.core.meaning.say.parts import Setting, things
from assistant.core.meaning.say.slots import span
from assistant.core.meaning.universe import universe
from assistant.core.model.measures import MEASURES


@things.register
def _(node: n.Named, at: Setting) -> str:
    if node.kind == "year":
        return listed(node.ids, "or")
    return listed((at.names.name(node.kind, i) for i in node.ids), "or")


@things.register
def _(node: n.Several, at: Setting) -> str:
    return listed(things(member, at.inside(True)) for member in node.members)


@things.register
def _(node: n.Span, at: Setting) -> str:
    return f"the years {span(node)}"


@things.register
def _(node: n.Newest, at: Setting) -> str:
    return "the newest year"


@things.register
def _(node: n.It, at: Setting) -> str:
    return "them" if node.kind == "party" else f"that {node.kind}"


@things.register
def _(node: n.Of, at: Setting) -> str:
    return f"the {node.kind} of {things(node.member, at)}"


@things.register
def _(node: n.Select, at: Setting) -> str:
    return f"the {noun(group(node), at, True)}"


@things.register
def _(node: n.Ranked, at: Setting) -> str:
    of = group(node.of)
    text = _by_date(node, of, at) if isinstance(node.by, n.Calendar) else _by_figure(node, of, at)
    return f"the {text}"


def _by_date(node: n.Ranked, of: Group, at: Setting) -> str:
    """Years in their order: "last 3 years in which Labour controlled Leeds"."""
    place, many = _places(node)
    return words(
        place, "last" if node.order == "most" else "first", many, noun(of, at, node.first != node.last or bool(many))
    )


def _by_figure(node: n.Ranked, of: Group, at: Setting) -> str:
    """ "3 wards of Dudley with the highest turnout in 2018 among those that …"."""
    if is_all(node.of, node.by):
        of = Group(of.kind, of.within, None, ())
    place, many = _places(node)
    brackets, inner = at.bracketed(1 + of.tails)
    start, end = common(of, inner, node.first != node.last)
    figure = bare(node.by, gap(node.by, node.kind, inner.inside(of.tails > 0)))
    text = words(many, start, "with the", place, _superlative(node.by, node.order), figure, end)
    return f"({text})" if brackets else text


def _places(node: n.Ranked) -> tuple[str, str]:
    """The places that are meant, before the superlative ("second", "second to fifth"), and how many ("3")."""
    if node.first == 1:
        return "", "" if node.last == 1 else str(node.last)
    return (ordinal(node.first) if node.first == node.last else f"{ordinal(node.first)} to {ordinal(node.last)}"), ""


def _superlative(by: n.Figure, order: str) -> str:
    if not isinstance(by, n.Measure):
        return "highest" if order == "most" else "lowest"
    model = MEASURES[by.name]
    return model.most if order == "most" else model.least


def is_all(of: n.Set, by: n.Figure) -> bool:
    """Whether a set is all of its kind within a place that a figure can be told of: naming the figure says it."""
    try:
        return isinstance(of, n.Select) and universe(of.kind, by, of.within) == of
    except MeaningError:
        return False
