"""Names and short noun phrases of a meaning, as a headline uses them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import singledispatchmethod
from typing import Protocol

from assistant.column import Unit
from assistant.core.answer.number import ordinal, printed, series
from assistant.core.answer.phrase import BE, Noun, Tense, aside, join, together
from assistant.core.answer.units import KINDS, unit
from assistant.core.meaning.nodes import (
    Calendar,
    Claim,
    Compare,
    Count,
    Difference,
    Every,
    Figure,
    It,
    Kind,
    Measure,
    Named,
    Newest,
    Not,
    Number,
    Of,
    Or,
    Over,
    Portion,
    Prop,
    Ranked,
    Ratio,
    Run,
    Select,
    Set,
    Several,
    Span,
)
from assistant.core.model.measures import MEASURES
from assistant.core.model.relations import RELATIONS
from assistant.core.query.facts import Row

_BOUNDS = {"<": "under", "<=": "at most", "=": "", "!=": "not", ">": "over", ">=": "at least"}
_HOW = {"sum": "total", "mean": "average", "median": "median", "most": "highest", "least": "lowest"}
_CHANGES = frozenset({"net change", "gain control", "lose control", "keep control", "change hands"})
_EXTREMES = {"most": "highest", "least": "lowest"}

class Names(Protocol):
    """How things are printed."""

    def name(self, kind: Kind, id: str) -> str:
        """As a noun: "Dudley", "the North West", "Gornal in Dudley", "the Conservatives", "no overall control"."""

    def adjective(self, party: str) -> str:
        """A party's before a noun: "Conservative" seats."""

    def plural(self, area: str) -> str | None:
        """What an area is a class of, in the plural, None where it is a place."""


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
        return self._noun(of)

    @singledispatchmethod
    def _noun(self, of: Set) -> Noun:
        raise TypeError(f"no noun: {of!r}")

    @_noun.register
    def _(self, of: Named) -> Noun:
        if of.kind == "party":
            return self.party(of.ids[0])
        return Noun(of.ids[0].partition("/")[2] if of.kind == "person" else self.names.name(of.kind, of.ids[0]))

    @_noun.register
    def _(self, of: Several) -> Noun:
        return Noun(series([self.noun(m).text for m in of.members]), True)

    @_noun.register
    def _(self, of: Span) -> Noun:
        return Noun(join(str(of.first or ""), "to", str(of.last or "now")).strip())

    @_noun.register
    def _(self, of: Newest) -> Noun:
        return Noun("the newest year")

    @_noun.register
    def _(self, of: It) -> Noun:
        return Noun("it")

    @_noun.register
    def _(self, of: Of) -> Noun:
        return Noun(f"its {KINDS[of.kind][0]}")

    @_noun.register
    def _(self, of: Select) -> Noun:
        return Noun(join("the", self.described(of)), True)

    @_noun.register
    def _(self, of: Ranked) -> Noun:
        one = of.first == of.last
        many = "" if one else str(of.last - of.first + 1)
        base = self.described(of.of, one)
        if isinstance(of.by, Calendar):
            return Noun(join("the", many, "last" if of.order == "most" else "first", base), not one)
        most = MEASURES[of.by.name] if isinstance(of.by, Measure) else None
        extreme = (most.most if of.order == "most" else most.least) if most else _EXTREMES[of.order]
        return Noun(join("the", many, base, "with the", extreme, self.figure(of.by).text.removeprefix("the ")), not one)

    def described(self, of: Set, one: bool = False) -> str:
        """A set without its article: "wards of Walsall that Labour won in 2018"."""
        if isinstance(of, Ranked):
            return self.noun(of).text.removeprefix("the ")
        if not isinstance(of, Select):
            return self.noun(of).text
        head = join(KINDS[of.kind][0 if one else 1], self._within(of.within))
        clauses = [c for c in (self.relative(p, of.kind) for p in of.where) if c]
        return join(head, " and ".join(clauses))

    def _within(self, within: Set | None) -> str:
        if within is None or isinstance(within, It):
            return ""
        if isinstance(within, Select | Ranked):
            return f"among {self.noun(within).text}"
        return f"of {self.noun(within).text}"

    def relative(self, prop: Prop, kind: Kind) -> str:
        """A condition behind a noun: "that Labour won in 2018", "where the turnout was under 30%"."""
        if isinstance(prop, Not):
            return self.negative(prop.prop, kind)
        if isinstance(prop, Claim):
            return self._claimed(prop, kind)
        if isinstance(prop, Compare):
            return join("where", self.figure(prop.left).text, "was", self.bound(prop))
        if isinstance(prop, Or):
            return join("either", " or ".join(self.relative(p, kind) for p in prop.props))
        if isinstance(prop, Every):
            return join("where", self.claim(prop.that), "in every", KINDS[prop.of.kind][0])
        return ""

    def negative(self, prop: Prop, kind: Kind) -> str:
        """A condition that must not hold."""
        return f"for which it is not so that {self.claim(prop)}"

    def _claimed(self, claim: Claim, kind: Kind) -> str:
        relation = RELATIONS[claim.name]
        if claim.name in ("vote", "be there"):
            return f"that {relation.past} {self.when(claim.time)}".rstrip()
        who = self.doer(claim)
        verb = relation.past.replace("{n}", ordinal(claim.number) if claim.number else "")
        if who is None:
            return join("that", verb.removesuffix(" in").removesuffix(" of"), self.at(claim.place), self.when(claim.time))
        if isinstance(claim.place, It):
            return join("that", who.text, verb.removesuffix(" in"), self.when(claim.time))
        return join("that", verb, self.noun(claim.place).text if claim.place else "", self.when(claim.time))

    def claim(self, prop: Prop) -> str:
        """A proposition as a clause."""
        if isinstance(prop, Claim):
            relation = RELATIONS[prop.name]
            who = self.doer(prop)
            place = self.noun(prop.place).text if prop.place is not None else ""
            verb = relation.past.replace("{n}", ordinal(prop.number) if prop.number else "")
            if who is None:
                return join(place, verb.removesuffix(" in").removesuffix(" of"), self.when(prop.time))
            rival = self.noun(prop.rival).text if prop.rival is not None else ""
            if prop.name == "beat":
                return join(who.text, verb, rival, self.at(prop.place), self.when(prop.time))
            return join(who.text, verb, place, f"from {rival}" if rival else "", self.when(prop.time))
        if isinstance(prop, Compare):
            return join(self.figure(prop.left).text, "was", self.bound(prop))
        if isinstance(prop, Not):
            return f"it is not so that {self.claim(prop.prop)}"
        return "it was so"

    def denied(self, claim: Claim) -> str:
        """A claim as a clause that denies it: "Labour did not win Gornal in 2016"."""
        relation = RELATIONS[claim.name]
        who, place = self.doer(claim), self.noun(claim.place) if claim.place is not None else Noun("")
        base = relation.base.replace("{n}", ordinal(claim.number) if claim.number else "")
        when = self.when(claim.time)
        now = self.tense(claim) == "present"
        subject = who or place
        if base.startswith("be "):
            verb = join(BE.form(subject, self.tense(claim)), "not", base[3:])
        else:
            verb = join("did not" if not now else "do not" if subject.plural else "does not", base)
        if who is None:
            return join(subject.text, verb.removesuffix(" in").removesuffix(" of"), when)
        rival = self.noun(claim.rival).text if claim.rival is not None else ""
        if claim.name == "beat":
            return join(subject.text, verb, rival, self.at(claim.place), when)
        return join(subject.text, verb, place.text, f"from {rival}" if rival else "", when)

    def bound(self, prop: Compare) -> str:
        """ "under 30%", "more than the turnout in …"."""
        right = prop.right
        if isinstance(right, Number):
            kind = Unit.SHARE if right.unit == "%" or unit(prop.left) is Unit.SHARE else Unit.COUNT
            return join(_BOUNDS[prop.op], printed(right.value, kind))
        return join(_BOUNDS[prop.op], self.figure(right).text)

    def doer(self, cell: Measure | Claim) -> Noun | None:
        """The party or the person that a cell is about."""
        who = cell.person if cell.person is not None else cell.party
        if who is None or isinstance(who, It):
            return None
        return self.noun(who)

    def figure(self, of: Figure) -> Noun:
        """A figure as a noun phrase: "the turnout in Dudley in 2018"."""
        return self._figure(of)

    @singledispatchmethod
    def _figure(self, of: Figure) -> Noun:
        return Noun("the figure")

    @_figure.register
    def _(self, of: Measure) -> Noun:
        what = MEASURES[of.name]
        who = self.doer(of)
        name = what.singular if what.unit == "%" or what.adds == "never" else what.plural
        whose = f"of {who.text}" if who is not None else ""
        return Noun(join("the", name, whose, self.at(of.place), self.when(of.time)))

    @_figure.register
    def _(self, of: Number) -> Noun:
        return Noun(printed(of.value, unit(of)))

    @_figure.register
    def _(self, of: Count) -> Noun:
        return Noun(join("the number of", self.described(of.of)))

    @_figure.register
    def _(self, of: Portion) -> Noun:
        return Noun(join("the percentage of", self.noun(of.of).text, "of which", self.claim(of.that)))

    @_figure.register
    def _(self, of: Over) -> Noun:
        inner = self.figure(of.figure).text.removeprefix("the ")
        return Noun(join("the", _HOW[of.how], inner, "across", self.noun(of.members).text))

    @_figure.register
    def _(self, of: Difference) -> Noun:
        return Noun(join("the difference between", self.figure(of.left).text, "and", self.figure(of.right).text))

    @_figure.register
    def _(self, of: Ratio) -> Noun:
        return Noun(join(self.figure(of.left).text, "as a percentage of" if of.percent else "divided by", self.figure(of.right).text))

    @_figure.register
    def _(self, of: Run) -> Noun:
        return Noun(join("the", "longest" if of.which == "longest" else "last", "run of", self.described(of.years)))

    @_figure.register
    def _(self, of: Calendar) -> Noun:
        return Noun("the year")

    def tense(self, cell: Measure | Claim) -> Tense:
        """The present for a chamber as it is now."""
        moment = (MEASURES if isinstance(cell, Measure) else RELATIONS)[cell.name].moment
        is_now = isinstance(cell.time, Newest) or (isinstance(cell.time, Named) and cell.time.ids == (self.now,))
        return "present" if is_now and moment == "chamber" and cell.name not in _CHANGES else "past"

    def tense_of(self, of: Figure) -> Tense:
        """The tense of a figure's clause."""
        return self.tense(of) if isinstance(of, Measure) else "past"

    def within(self, within: Set | None) -> str:
        """ "of Walsall"; nothing where it is everywhere."""
        return self._within(within)

    def conditions(self, props: Sequence[Prop], kind: Kind) -> str:
        """Conditions behind a noun, joined."""
        return " and ".join(c for c in (self.relative(p, kind) for p in props) if c)

    def from_rival(self, claim: Claim) -> str:
        """ "from Labour" where a thing was taken from someone."""
        return f"from {self.noun(claim.rival).text}" if claim.rival is not None and not isinstance(claim.rival, It) else ""

    def ranked(self, of: Ranked, many: bool) -> str:
        """A ranked set, of one or of several that tie: "the wards of Walsall with the lowest turnout in 2018"."""
        text = self.noun(of).text
        one, plural = KINDS[of.kind]
        return text.replace(f"the {one}", f"the {plural}", 1) if many and of.first == of.last else text

    def subject(self, rows: Sequence[Row]) -> Noun:
        """Members as a subject."""
        if rows[0].thing.kind == "party":
            return together([self.party(r.thing.id) for r in rows])
        apart = len({r.thing.inside for r in rows}) > 1
        return Noun(series([aside(r.thing.name, r.thing.inside if apart and r.thing.inside else "") for r in rows]), len(rows) > 1)

    def at(self, place: Set | None, *, seat: bool = False) -> str:
        """Where: "in Dudley", "on Dudley council" for seats that are held."""
        if place is None or isinstance(place, It):
            return ""
        if seat and isinstance(place, Named) and place.kind == "council":
            return f"on {self.noun(place).text} council"
        return f"in {self.noun(place).text}"

    def when(self, time: Set | None) -> str:
        """When: "in 2018", "from 2012 to 2016"."""
        if time is None or isinstance(time, It | Newest):
            return ""
        if isinstance(time, Span):
            return f"from {self.noun(time).text}"
        return f"in {self.noun(time).text}"
