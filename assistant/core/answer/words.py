"""Names and noun phrases of a meaning, as the printer says them, with the number that a verb needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.core.answer.number import series, whole
from assistant.core.answer.phrase import BE, Noun, Tense, aside, clause, join, together
from assistant.core.meaning.build import negate
from assistant.core.meaning.nodes import (
    Claim,
    Figure,
    It,
    Kind,
    Measure,
    Named,
    Newest,
    Node,
    Not,
    Prop,
    Ranked,
    Select,
    Set,
    Several,
    Slot,
    Span,
)
from assistant.core.meaning.say import Names
from assistant.core.meaning.say.claims import claim
from assistant.core.meaning.say.counts import held_slot
from assistant.core.meaning.say.groups import Group, group, noun
from assistant.core.meaning.say.parts import Sentence, Setting, figure, sentence, things
from assistant.core.meaning.say.slots import Phrase
from assistant.core.meaning.walk import walk
from assistant.core.model.measures import MEASURES
from assistant.core.model.relations import RELATIONS
from assistant.core.query.facts import Row, Thing

_CHANGES = frozenset({"net change", "gain control", "lose control", "keep control", "change hands"})


@dataclass(frozen=True)
class Dated(Setting):
    """Where a part stands of a sentence that says its time once: no clause of it says that time again."""

    time: Set | None = None

    def gapped(self, *said: Set) -> Dated:
        """The same for a part around which these are said, and the time."""
        return replace(self, said=frozenset(said) | frozenset(t for t in (self.time,) if t is not None))


@dataclass(frozen=True, slots=True)
class Words:
    """The names of things, and the phrases that are made of them.

    `time`: the one time that a whole ask is about; `date` says it ("in 2018"), once in a sentence.
    """

    names: Names
    time: Set | None = None
    date: str = ""

    @property
    def at_(self) -> Setting:
        """Where a phrase of the sentence stands."""
        return Dated(self.names, time=self.time).gapped()

    def dated(self, text: str) -> str:
        """A clause with the time put first: "in 2018, Labour won …"."""
        return f"{self.date}, {text}" if self.date else text

    def phrase(self, part: Node) -> str:
        """A part of a meaning without the time that is said already."""
        match part:
            case Figure():
                return str(figure(part, self.at_)).strip()
            case Select():
                return noun(group(part), self.at_, True)
            case _:
                return things(part, self.at_)

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
        return Noun(self.phrase(of), not one)

    def things(self, of: Set) -> str:
        """A set as it stands in a sentence, definite."""
        text = self.phrase(of)
        return f"the {text}" if isinstance(of, Select) else text

    def described(self, of: Set, one: bool = False) -> str:
        """A set without an article: "wards of Walsall that Labour won in 2018"."""
        if isinstance(of, Select):
            return noun(group(of), self.at_, not one)
        return self.phrase(of).removeprefix("the ")

    def kind(self, of: Select, one: bool) -> str:
        """What a set is of, without its conditions: "wards of Walsall", "London boroughs"."""
        return noun(Group(of.kind, of.within, None, ()), self.at_, not one)

    def counted(self, of: Set, value: float) -> str:
        """How many members a set has, said by the first of its claims that has them in a slot."""
        for main in of.where if isinstance(of, Select) else ():
            slot = held_slot(main, of)
            if slot is not None and isinstance(main, Claim):
                return self._counted(group(of).without(main), main, slot, value)
        return self.there(of, value)

    def _counted(self, of: Group, main: Claim, slot: Slot, value: float) -> str:
        if of.moment == main:
            of = replace(of, moment=None)
        how = whole(value) if value else "no"
        members = Noun(join(how, noun(of, self.at_, value != 1)), value != 1)
        if self.time == main.time or not isinstance(main.time, Named) or not of.is_heavy:
            return self.filled(main, slot, members)
        own = replace(self, time=main.time, date=f"in {main.time.ids[0]}")
        return own.dated(own.filled(main, slot, members))

    def filled(self, main: Claim, slot: Slot, who: Noun) -> str:
        """A claim with a phrase in one of its slots: "Labour came second in Gornal"."""
        made = claim(main, self.at_, {slot: Phrase(who.text, many=who.plural)})
        return replace(made, present=self.tense(main) == "present").stated()

    def there(self, of: Set, value: float) -> str:
        """ "There were 4 wards of …"."""
        how = whole(value) if value else "no"
        return clause(Noun("there", value != 1), BE, how, self.described(of, value == 1))

    def ranked(self, of: Ranked, many: bool) -> str:
        """A ranked set, of one or of several that tie: "the wards of Walsall with the lowest turnout in 2018"."""
        text = self.phrase(of)
        return text.replace(f"the {of.kind} ", f"the {_MANY.get(of.kind, of.kind + 's')} ", 1) if many else text

    def claim(self, prop: Prop) -> str:
        """A proposition as a clause."""
        return self._stated(prop)

    def denied(self, prop: Prop) -> str:
        """A proposition as a clause that denies it."""
        return self._stated(negate(prop))

    def _stated(self, prop: Prop) -> str:
        made = sentence(prop, self.at_)
        inner = prop.prop if isinstance(prop, Not) else prop
        if isinstance(made, Sentence) and isinstance(inner, Claim):
            made = replace(made, present=self.tense(inner) == "present")
        return made.stated()

    def figure(self, of: Figure, *given: Kind) -> str:
        """A figure as a noun phrase: "the turnout in Dudley in 2018"; of `given` kinds its member is not said."""
        if not given:
            return self.phrase(of)
        at = self.at_.knowing(*(It(kind) for kind in given))
        return str(figure(of, at)).strip()

    def number(self, of: Figure) -> Noun:
        """The number that a verb after a figure takes."""
        return Noun("", figure(of, self.at_).many)

    def doer(self, cell: Measure | Claim) -> Noun | None:
        """The party or the person that a cell is about."""
        who = cell.person if cell.person is not None else cell.party
        return None if who is None or isinstance(who, It) else self.noun(who)

    def subject(self, rows: Sequence[Row]) -> Noun:
        """Members as a subject."""
        if rows[0].thing.kind == "party":
            return together([self.party(r.thing.id) for r in rows])
        apart = len({r.thing.inside for r in rows}) > 1
        return Noun(series([printed_name(r.thing, apart) for r in rows]), len(rows) > 1)

    def at(self, place: Set | None, *, seat: bool = False) -> str:
        """Where: "in Dudley", "on Dudley council" for seats that are held."""
        if place is None or isinstance(place, It):
            return ""
        if seat and isinstance(place, Named) and place.kind == "council":
            return f"on {self.things(place)} council"
        return f"in {self.things(place)}"

    def when(self, time: Set | None) -> str:
        """When: "in 2018", "from 2012 to 2016"."""
        if time is not None and time == self.time:
            return self.date
        if isinstance(time, Span):
            return join("from", str(time.first or ""), "to", str(time.last or "now"))
        return f"in {self.things(time)}" if isinstance(time, Named | Several | Ranked | Select) else ""

    def when_of(self, of: Measure) -> str:
        """When a measure is of; nothing where the set that it is of says the same time."""
        said = isinstance(of.place, Select) and any(part == of.time for part in walk(of.place))
        return "" if said else self.when(of.time)

    def tense(self, cell: Measure | Claim) -> Tense:
        """The present for a chamber as it is now."""
        moment = (MEASURES if isinstance(cell, Measure) else RELATIONS)[cell.name].moment
        return (
            "present" if isinstance(cell.time, Newest) and moment == "chamber" and cell.name not in _CHANGES else "past"
        )

    def be(self, of: Figure) -> str:
        """ "was", or "is" of what is so now."""
        cells = [n for n in walk(of) if isinstance(n, Measure | Claim)]
        now = bool(cells) and all(self.tense(c) == "present" for c in cells)
        return BE.form(self.number(of), "present" if now else "past")

    def tense_of(self, of: Figure) -> Tense:
        """The tense of a figure's clause."""
        return self.tense(of) if isinstance(of, Measure) else "past"


def printed_name(thing: Thing, apart: bool) -> str:
    """A name with what tells it apart: a person's party, a ward's council."""
    return aside(thing.name, thing.label or (thing.inside if apart else None) or "")


_MANY = {"party": "parties", "person": "people"}
