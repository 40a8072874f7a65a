"""Names and noun phrases of a meaning, as the printer says them, with the number that a verb needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.core.answer.number import series
from assistant.core.answer.phrase import Noun, Tense, aside, join, together
from assistant.core.meaning.build import negate
from assistant.core.meaning.nodes import (
    Claim,
    Figure,
    It,
    Kind,
    Measure,
    Named,
    Newest,
    Prop,
    Ranked,
    Select,
    Set,
    Several,
    Span,
)
from assistant.core.meaning.say import Names, phrase, relative
from assistant.core.meaning.say.groups import Group, group, noun
from assistant.core.meaning.say.parts import Setting
from assistant.core.model.measures import MEASURES
from assistant.core.model.relations import RELATIONS
from assistant.core.query.facts import Row

_CHANGES = frozenset({"net change", "gain control", "lose control", "keep control", "change hands"})


@dataclass(frozen=True, slots=True)
class Words:
    """The names of things, and the phrases that are made of them; what is of the year `now` is told in the present."""

    names: Names
    now: str | None = None

    def party(self, id: str) -> Noun:
        """A party as the subject of a sentence."""
        name = self.names.name("party", id)
        return Noun(name, name.endswith("s") and name.startswith(("the ", "independent", "other")))

    def noun(self, of: Set) -> Noun:
        """A set as a subject: "Labour", "the Conservatives", "Gornal in Dudley"."""
        if isinstance(of, Named) and of.kind == "party":
            return self.party(of.ids[0])
        if isinstance(of, It):
            return Noun("it")
        one = isinstance(of, Named) or (isinstance(of, Ranked) and of.first == of.last)
        return Noun(phrase(of, self.names), not one)

    def things(self, of: Set) -> str:
        """A set as it stands in a sentence, definite."""
        text = phrase(of, self.names)
        return f"the {text}" if isinstance(of, Select) else text

    def described(self, of: Set, one: bool = False) -> str:
        """A set without an article: "wards of Walsall that Labour won in 2018"."""
        if isinstance(of, Select):
            return noun(group(of), Setting(self.names), not one)
        return phrase(of, self.names).removeprefix("the ")

    def kind(self, of: Select, one: bool) -> str:
        """What a set is of, without its conditions: "wards of Walsall", "London boroughs"."""
        return noun(Group(of.kind, of.within, None, ()), Setting(self.names), not one)

    def conditions(self, props: Sequence[Prop], kind: Kind, many: bool = True) -> str:
        """Conditions behind a noun, joined."""
        return " and ".join(relative(p, kind, self.names, many) for p in props)

    def ranked(self, of: Ranked, many: bool) -> str:
        """A ranked set, of one or of several that tie: "the wards of Walsall with the lowest turnout in 2018"."""
        text = phrase(of, self.names)
        return text.replace(f"the {of.kind} ", f"the {_MANY.get(of.kind, of.kind + 's')} ", 1) if many else text

    def claim(self, prop: Prop) -> str:
        """A proposition as a clause."""
        return phrase(prop, self.names)

    def denied(self, prop: Prop) -> str:
        """A proposition as a clause that denies it."""
        return phrase(negate(prop), self.names)

    def figure(self, of: Figure) -> str:
        """A figure as a noun phrase: "the turnout in Dudley in 2018"."""
        return phrase(of, self.names)

    def doer(self, cell: Measure | Claim) -> Noun | None:
        """The party or the person that a cell is about."""
        who = cell.person if cell.person is not None else cell.party
        return None if who is None or isinstance(who, It) else self.noun(who)

    def from_rival(self, claim: Claim) -> str:
        """ "from Labour" where a thing was taken from someone."""
        if claim.rival is None or isinstance(claim.rival, It):
            return ""
        return f"from {self.noun(claim.rival).text}"

    def subject(self, rows: Sequence[Row]) -> Noun:
        """Members as a subject."""
        if rows[0].thing.kind == "party":
            return together([self.party(r.thing.id) for r in rows])
        apart = len({r.thing.inside for r in rows}) > 1
        names = [aside(r.thing.name, r.thing.inside if apart and r.thing.inside else "") for r in rows]
        return Noun(series(names), len(rows) > 1)

    def at(self, place: Set | None, *, seat: bool = False) -> str:
        """Where: "in Dudley", "on Dudley council" for seats that are held."""
        if place is None or isinstance(place, It):
            return ""
        if seat and isinstance(place, Named) and place.kind == "council":
            return f"on {self.things(place)} council"
        return f"in {self.things(place)}"

    def when(self, time: Set | None) -> str:
        """When: "in 2018", "from 2012 to 2016"."""
        if isinstance(time, Span):
            return join("from", str(time.first or ""), "to", str(time.last or "now"))
        return f"in {self.things(time)}" if isinstance(time, Named | Several | Ranked | Select) else ""

    def tense(self, cell: Measure | Claim) -> Tense:
        """The present for a chamber as it is now."""
        moment = (MEASURES if isinstance(cell, Measure) else RELATIONS)[cell.name].moment
        is_now = isinstance(cell.time, Newest) or (isinstance(cell.time, Named) and cell.time.ids == (self.now,))
        return "present" if is_now and moment == "chamber" and cell.name not in _CHANGES else "past"

    def tense_of(self, of: Figure) -> Tense:
        """The tense of a figure's clause."""
        return self.tense(of) if isinstance(of, Measure) else "past"


_MANY = {"party": "parties", "person": "people"}
