"""A measure with its figure as a clause: who did what, or what was so, where and when."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.column import Unit
from assistant.core.answer.number import ordinal, printed
from assistant.core.answer.phrase import BE, HAVE, HOLD, WIN, Noun, Verb, clause, counted, join
from assistant.core.answer.units import amount, unit
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import It, Measure, Named
from assistant.core.model.measures import MEASURES
from assistant.core.query.facts import Found

TAKE = Verb("took", "takes", "take")
FIELD = Verb("put up", "puts up", "put up")


@dataclass(frozen=True, slots=True)
class Deed:
    """What a party (or a person) does with a measure: a verb and what it has so many of, or a share of."""

    verb: Verb
    one: str = ""
    many: str = ""
    share: str = ""

    def object(self, value: float, kind: Unit, partial: bool) -> str:
        """ "34 seats", "31.9% of the vote", "at least 12 votes"."""
        least = "at least" if partial else ""
        if self.share:
            return join(least, printed(value, kind), self.share)
        return join(least, counted(value, self.one, self.many).text)


_DEEDS = {
    "seats held": Deed(HOLD, "seat", "seats"),
    "share of seats": Deed(HOLD, share="of the seats"),
    "seats won": Deed(WIN, "seat", "seats"),
    "seats defended": Deed(Verb("defended", "defends", "defend"), "seat", "seats"),
    "share of seats won": Deed(WIN, share="of the seats up"),
    "votes": Deed(TAKE, "vote", "votes"),
    "share of the vote": Deed(TAKE, share="of the vote"),
    "candidates": Deed(FIELD, "candidate", "candidates"),
}

_EVENTS = {
    "votes": (BE, "vote", "votes", "cast"),
    "seats won": (BE, "seat", "seats", "filled"),
    "seats up": (BE, "seat", "seats", "up for election"),
    "candidates": (Verb("stood", "stands", "stand"), "candidate", "candidates", ""),
    "wards": (BE, "ward", "wards", "fought"),
    "vacancies": (BE, "seat", "seats", "vacant"),
    "ballot papers": (BE, "ballot paper", "ballot papers", "counted"),
    "rejected papers": (BE, "ballot paper", "ballot papers", "rejected"),
}


def told(of: Measure, found: Found, words: Words) -> str:
    """The clause of a measure that is held."""
    where = join(words.at(of.place, seat=MEASURES[of.name].moment == "chamber"), words.when_of(of))
    who = words.doer(of)
    said = _done(of, found, who, where, words) if who is not None else _so(of, found, where, words)
    return said or _was(of, found, words)


def done(of: Measure, found: Found, words: Words) -> str:
    """What a party or a person did with a measure; nothing where no verb says it."""
    if of.name not in _DEEDS or (who := words.doer(of)) is None:
        return ""
    where = join(words.at(of.place, seat=MEASURES[of.name].moment == "chamber"), words.when_of(of))
    return _done(of, found, who, where, words) or ""


def _done(of: Measure, found: Found, who: Noun, where: str, words: Words) -> str | None:
    """What a party or a person did: "Labour won 12 seats in Dudley in 2018"."""
    value = found.value or 0
    if of.name in _DEEDS:
        deed = _DEEDS[of.name]
        return clause(who, deed.verb, deed.object(value, unit(of), found.partial), where, tense=words.tense(of))
    if of.name == "net change":
        return _change(who, found, where)
    if of.name == "position":
        return clause(who, _COME, ordinal(int(value)), where)
    if of.name == "seats short":
        return clause(who, BE, counted(value, "seat").text, "short of a majority", where, tense=words.tense(of))
    return None


_COME = Verb("came", "comes", "come")


def _so(of: Measure, found: Found, where: str, words: Words) -> str | None:
    """What was so of a place: "13 seats were up for election in Hartlepool in 2022"."""
    if of.name in _EVENTS:
        return _event(of, found, where)
    return _size(of, found, words) if of.name in ("size", "seats held") else None


def _was(of: Measure, found: Found, words: Words) -> str:
    when = words.date if of.time == words.time else ""
    return join(
        words.figure(of),
        when,
        BE.form(words.number(of), words.tense(of)),
        "at least" if found.partial else "",
        amount(of, found.value or 0),
    )


def _change(who: Noun, found: Found, where: str) -> str:
    assert found.value is not None
    if not found.value:
        return clause(who, HAVE, "no net change in seats", where)
    verb = Verb("gained", "gains", "gain") if found.value > 0 else Verb("lost", "loses", "lose")
    return clause(who, verb, "a net", counted(abs(found.value), "seat").text, where)


def _event(of: Measure, found: Found, where: str) -> str:
    assert found.value is not None
    verb, one, many, more = _EVENTS[of.name]
    subject = counted(found.value, one, many)
    return clause(Noun(join("at least" if found.partial else "", subject.text), subject.plural), verb, more, where)


def _size(of: Measure, found: Found, words: Words) -> str:
    assert found.value is not None
    place = words.things(of.place) if of.place is not None and not isinstance(of.place, It) else "the councils held"
    council = "council" if isinstance(of.place, Named) and of.place.kind == "council" else ""
    seats = join("at least" if found.partial else "", counted(found.value, "seat").text)
    return clause(Noun(join(place, council)), HAVE, seats, words.when_of(of), tense=words.tense(of))
