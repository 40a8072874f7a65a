"""What goes before a question, and two asks in one."""

from __future__ import annotations

from typing import Any

from assistant.core.meaning import nodes as n
from assistant.core.meaning.nodes import Ask, Both, Claim, Compare, Listing, Named, Prop, Ranked, Value, Whether
from assistant.core.meaning.walk import walk
from assistant.core.parsing.combine.parts import at, carried_all
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.drafts import Event, Np
from assistant.core.parsing.fill import fill


@rule(0.3)
def premise(prop: Prop, _: Any) -> Prop | None:
    return prop if isinstance(prop, Claim | Compare) else None


@rule()
def given_that(_: Any, prop: Prop, __: Any) -> Prop:
    return prop


@rule(0.1)
def given(prop: Prop, ask: Any) -> Ask | None:
    """A statement, then a question that takes from it what it lacks."""
    return n.Given(prop, carried_all(prop, ask)) if isinstance(ask, Value | Listing | Whether) else None


@rule()
def topical(part: Any, _: Any) -> Any:
    return part


@rule(0.1)
def topic(part: Any, ask: Any) -> Any:
    if isinstance(part, Event):
        return at(ask, part)
    made = fill(ask, part.of)
    return carried_all(part.of, made) if made is not None else None


@rule()
def that_question(*parts: Any) -> Ask | None:
    ask = parts[-1]
    return ask if isinstance(ask, Value | Listing) else None


@rule()
def two_asks(first: Ask, _: Any, second: Ask) -> Ask | None:
    if isinstance(first, Both | n.Story) or isinstance(second, n.Story):
        return None
    return Both(first, _carried(first, second))


def _carried(first: Ask, second: Any) -> Any:
    """The second ask with the places and times of the first where it lacks them."""

    if isinstance(first, Listing) and isinstance(first.of, Ranked):
        second = fill(second, first.of) or second
    for part in walk(first):
        if isinstance(part, Named) and part.kind != "party":
            second = fill(second, part) or second
    return second


@rule(0.5)
def topic_plain(np: Np, ask: Any) -> Any:
    """ "Tories in Solihull how many seats": what it is about, then what is asked of it."""
    return fill(ask, np.of) if isinstance(np.of, Named) and not np.prep else None
