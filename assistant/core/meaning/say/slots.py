"""What fills the slots of a figure or a claim: places, times, parties, people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.core.meaning.cells import is_plain
from assistant.core.meaning.nodes import Claim, Kind, Measure, Named, Newest, Set, Several, Span
from assistant.core.meaning.say.english import words
from assistant.core.meaning.say.parts import Setting, things


def is_light(thing: Set | None) -> bool:
    """Whether a set is said by names alone, so that a time may follow it."""
    if isinstance(thing, Several):
        return all(map(is_light, thing.members))
    return thing is None or is_plain(thing) or isinstance(thing, Span)


def together(thing: Set, at: Setting) -> str:
    """A set in a slot of a figure; several that are named are taken together."""
    return words(things(thing, at), "together" if isinstance(thing, Several) else "")


def preposition(kind: Kind) -> str:
    """The word before a kind of place."""
    return "for" if kind == "office" else "in"


def place(thing: Set | None, at: Setting, anywhere: str = "everywhere") -> str:
    """A place: "in Dudley"; nothing where the pronoun says it."""
    if thing is None:
        return anywhere
    return "" if thing in at.said else f"{preposition(thing.kind)} {together(thing, at)}"


def time(cell: Measure | Claim, at: Setting, moment: str, always: str = "in all years") -> str:
    """A time: "in 2018", "now", "at the last election"; by-elections are named."""
    extra = "at by-elections" if cell.poll == "by-election" else ""
    return words(extra, when(cell.time, at, moment, always))


def when(thing: Set | None, at: Setting, moment: str, always: str = "in all years") -> str:
    """A time without the kind of poll."""
    if thing is None:
        return always
    if thing in at.said:
        return ""
    if isinstance(thing, Newest):
        return "now" if moment == "chamber" else "at the last election"
    if isinstance(thing, Span):
        return span(thing)
    return f"in {together(thing, at)}"


def span(years: Span) -> str:
    """ "between 2014 and 2018", "since 2014", "until 2018"."""
    if years.first is None:
        return "" if years.last is None else f"until {years.last}"
    return f"since {years.first}" if years.last is None else f"between {years.first} and {years.last}"


def is_now(thing: Set | None, moment: str) -> bool:
    """Whether a verb about this time is in the present."""
    return isinstance(thing, Newest) and moment == "chamber"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a sentence; a heavy one, with clauses of its own, stands last; `many`: its verb is in the plural."""

    text: str
    heavy: bool = False
    many: bool = False


def ordered(*phrases: Phrase) -> str:
    """The phrases, the heavy ones behind the others."""
    return words(*(p.text for p in phrases if not p.heavy), *(p.text for p in phrases if p.heavy))


def phrase(thing: Set | None, say: Callable[[Set | None, Setting], str], at: Setting) -> Phrase:
    """A slot as a phrase by the function that says it."""
    return Phrase(say(thing, at), not is_light(thing))


def named_party(thing: Set | None) -> str | None:
    """The id of a party that has an adjective."""
    return thing.ids[0] if isinstance(thing, Named) and thing.kind == "party" and len(thing.ids) == 1 else None
