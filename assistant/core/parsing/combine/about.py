"""Questions about the assistant itself: what it can do and holds, from whom, how new, on which basis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from assistant.core.meaning import nodes as n
from assistant.core.meaning.walk import walk
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.drafts import Np
from assistant.core.parsing.fill import fill
from assistant.core.parsing.operations import Explained


@rule()
def gathered(*parts: Any) -> tuple[Any, ...]:
    """Words that together say one thing of the assistant: what of them is a name or a figure is looked at later."""
    return tuple(part for part in _flat(parts) if isinstance(part, n.Node | Np))


@rule()
def gathered_on(*parts: Any) -> n.About | None:
    """ "What do you hold on Bury", "… for turnout"."""
    return _told(parts[0], gathered(*parts[1:])) if isinstance(parts[0], n.About) else None


@rule(0.05)
def figure_data(figure: Any, _: Any) -> Any:
    """ "Turnout figures", "seat numbers": the figure itself."""
    return figure


@rule()
def tell_same(_: Any, about: n.About) -> n.About:
    """About the sources."""
    return about


def _flat(parts: Any) -> Iterator[Any]:
    for part in parts:
        if isinstance(part, tuple):
            yield from _flat(part)
        else:
            yield part


def _told(about: n.About, parts: tuple[Any, ...]) -> n.About | None:
    """An ask about the assistant with the names and the measure that its words say."""
    made: n.About | None = about
    for part in parts:
        made = made and _with(made, part)
    return made


def _with(about: n.About, part: Any) -> n.About | None:
    root: Any = part.of if isinstance(part, Np) else part
    if about.topic == "basis" and _is_said(root):
        return replace(about, of=root) if about.of is None else None
    measure = measure_of(part)
    if measure:
        about = about if about.measure else replace(about, measure=measure)
    for thing in _named(part):
        made = fill(about if about.of is None else about.of, thing)
        if isinstance(made, n.About):
            about = made
        elif isinstance(made, n.Figure | n.Prop):
            about = replace(about, of=made)
    return about


def _is_said(root: Any) -> bool:
    """A figure of something that is named, or what somebody says."""
    return isinstance(root, n.Prop) or (isinstance(root, n.Figure) and any(True for _ in _named(root)))


def _named(part: Any) -> Iterator[n.Set]:
    """The names that a part says, one of a kind."""
    root = part.of if isinstance(part, Np) else part
    yield from (node for node in walk(root) if isinstance(node, n.Named))


def measure_of(part: Any) -> str:
    """The name of the first measure in a meaning."""
    root = part.of if isinstance(part, Np) else part
    return next((node.name for node in walk(root) if isinstance(node, n.Measure)), "")


def _explained(topic: str) -> None:
    @rule(0.0, f"explained_{topic}")
    def explained(*_: Any) -> Explained:
        return Explained(topic)


for _name in ("basis", "source"):
    _explained(_name)


@rule()
def explained_said(_: Any, number: n.Number) -> Explained:
    """ "Why do others say 26"."""
    return Explained("basis", number)


def _topic(topic: str) -> None:
    @rule(0.5, f"tell_{topic}")
    def about(*parts: Any) -> n.About | None:
        return _told(n.About(topic), gathered(*parts))


for _name in ("help", "held", "source", "newest", "basis"):
    _topic(_name)


@rule()
def about_topic(_: Any, topic: Any) -> n.About:
    return n.About(topic.sem)


@rule()
def on_the_bases(ask: Any, *_: Any) -> n.About | None:
    """ "Labour's net change in 2016, both bases"."""
    return _told(n.About("basis"), (ask.of,)) if isinstance(ask, n.Value) and measure_of(ask) else None


@rule()
def term_party(party: n.Named) -> n.About | None:
    """No overall control, which is named as a party is."""
    return n.About("no overall control", spans=party.spans) if party.ids == ("none",) else None


@rule()
def term_named(word: Any) -> str:
    """A term of the trade."""
    return str(word.sem)


# --- As it was reported -----------------------------------------------------------------------------------------------


@rule()
def counted_so_far(*parts: Any) -> str:
    """ "96", "96 of 124": how many had declared."""
    return " of ".join(f"{part.value:g}" for part in parts if isinstance(part, n.Number))


@rule()
def counted_more(count: str, noun: Any) -> str | None:
    return count if noun.sem == "council" else None


@rule()
def declared_then(count: str, _: Any) -> str:
    return count


@rule()
def declared_by(*parts: Any) -> str:
    return next(part for part in parts if isinstance(part, str))


@rule()
def counted_at(prep: Any, number: n.Number, noun: Any) -> str | None:
    """ "At 96 councils"."""
    return f"{number.value:g}" if prep.sem in ("at", "after") and noun.sem == "council" else None


@rule()
def early_count(_: Any) -> str:
    return "early"


@rule()
def whole_count(_: Any) -> str:
    return "all"


@rule()
def as_reported(ask: Any, *points: Any) -> n.Reported | None:
    """A figure with how far the count had come."""
    point = next(p for p in points if isinstance(p, str))
    return n.Reported(ask, point) if _is_told(ask) else None


@rule()
def reported_as(point: str, *asks: Any) -> n.Reported | None:
    return as_reported(asks[-1], point)


def _is_told(ask: Any) -> bool:
    """Whether reports tell of such a thing: a figure, or one of each party."""
    if isinstance(ask, n.Whether):
        return isinstance(ask.prop, n.Compare | n.Claim)
    return isinstance(ask, n.Value | n.Listing)


@rule(0.3)
def about_the_term(_: Any, term: Any) -> n.About:
    """ "About turnout": as a reading says it."""
    return term if isinstance(term, n.About) else n.About(term)


@rule()
def last_of(*parts: Any) -> Any:
    """ "How is swing": what it is of."""
    return parts[-1]


@rule()
def about_reckoned(*parts: Any) -> n.About | None:
    """ "How is swing worked out", "how do you count turnout", "what do you mean by majority"."""
    term = next((p for p in parts if isinstance(p, str | n.About)), None)
    return n.About(term) if isinstance(term, str) else term
