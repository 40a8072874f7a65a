"""Polls by where and when they were, and how they went."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.core.meaning import nodes as n
from assistant.core.meaning.nodes import Ask, Claim, Compare, Figure, Named, Newest, Span, Value
from assistant.core.parsing.combine.existence import how_much_change
from assistant.core.parsing.combine.parts import at
from assistant.core.parsing.combine.registry import rule
from assistant.core.parsing.drafts import Event, Np
from assistant.core.parsing.fill import fill, put


@rule()
def event_result(event: Event, _: Any) -> Event:
    return event


@rule()
def event_result_of(_: Any, prep: Any, event: Event) -> Event | None:
    return event if prep.sem in ("of", "for", "in", "from") else None


@rule()
def event(word: Any) -> Event:
    return Event(poll="by-election") if word.sem == "by-election" else Event()


@rule()
def event_of(event: Event, np: Np | Event) -> Event | None:
    if isinstance(np, Event):
        return None
    if (
        not isinstance(np.of, Named | Newest | Span)
        or any(p.kind == np.of.kind for p in event.parts)
        or np.prep == "by"
    ):
        return None
    return replace(event, parts=(*event.parts, np.of))


@rule()
def event_of_before(np: Np, event: Event) -> Event | None:
    return event_of(event, np) if not np.prep else None


@rule()
def at_event(_: Any, event: Event) -> Event:
    return event


@rule(0.2)
def bare_event(event: Event) -> Event | None:
    return event if event.parts else None


@rule()
def value_at(figure: Figure, _: Any, event: Event) -> Ask | None:
    made = at(figure, event)
    return Value(made) if made is not None and event.parts else None


@rule(0.8)
def party_story(np: Np, where: Any) -> Ask | None:
    if np.of.kind not in ("party", "person") or np.prep or not isinstance(np.of, Named):
        return None
    made = fill(n.Story(), np.of)
    return (at(made, where) if isinstance(where, Event) else fill(made, where.of)) if made is not None else None


@rule()
def story_of(_: Any, np: Np) -> Ask | None:
    return _story(np)


@rule()
def story_of_deed(*parts: Any) -> Ask | None:
    prop = parts[-1]
    if isinstance(prop, Compare) and prop.op == "!=":  # how it changed
        return how_much_change(None, prop)
    if not isinstance(prop, Claim) or prop.name not in ("do", "get"):
        return None
    return n.Story(prop.place, prop.party, prop.person, prop.time, prop.poll)


@rule()
def story(_: Any, np: Any) -> Ask | None:
    return _story(np)


@rule()
def story_before(np: Any, _: Any) -> Ask | None:
    return _story(np)


@rule()
def story_with(_: Any, __: Any, np: Any) -> Ask | None:
    return _story(np)


@rule(0.6)
def event_story(event: Event) -> Ask | None:
    return _story(event)


@rule(0.6)
def place_story(np: Any) -> Ask | None:
    return _story(np)


def _story(np: Np | Event) -> Ask | None:
    made = n.Story(poll=np.poll if isinstance(np, Event) else "scheduled")
    for value in np.parts if isinstance(np, Event) else (np.of,):
        slot = {"year": "time", "party": "party", "person": "person"}.get(value.kind, "place")
        made = put(made, slot, value)
    return made if made.place is not None or made.person is not None else None


@rule()
def event_is(_: Any, __: Any, event: Event) -> Ask | None:
    return _story(event) if event.parts else None


@rule()
def event_is_list(_: Any, event: Event) -> Ask | None:
    return _story(event) if event.parts else None


@rule()
def event_of_kind(kind: Any, event: Any) -> Event | None:
    """ "The county elections": those of county councils."""
    if kind.sem == "council":
        return Event()
    several = kind.sem == "county" and "plural" in event.forms
    return Event(parts=(Named("area", ("kind:county",)),)) if several else None
