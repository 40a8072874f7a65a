"""Sets as nouns: the kind, what it is within, when it is there, and the clauses behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.core.meaning.nodes import Claim, Figure, It, Kind, Measure, Named, Not, Prop, Select, Set, Span
from assistant.core.meaning.say.english import PLURALS, listed, words
from assistant.core.meaning.say.parts import Setting, clause, things
from assistant.core.meaning.say.slots import is_light, span, when
from assistant.core.meaning.universe import PRESENCE
from assistant.core.model.relations import RELATIONS


@dataclass(frozen=True, slots=True)
class Group:
    """A set in the parts of its noun. `moment`: the claim that its members were there at a time ("in 2018")."""

    kind: Kind
    within: Set | None
    moment: Claim | None
    clauses: tuple[Prop, ...]

    @property
    def is_among(self) -> bool:
        """Whether it is within a set of its own kind: "among the 3 wards with …"."""
        return self.within is not None and self.within.kind == self.kind and not isinstance(self.within, Named | Span)

    @property
    def tails(self) -> int:
        """How many clauses stand behind the noun."""
        return len(self.clauses) + self.is_among

    @property
    def is_heavy(self) -> bool:
        """Whether a time behind it could be taken for its own."""
        return self.tails > 0 or self.moment is not None or not is_light(self.within)

    def without(self, prop: Prop) -> Group:
        """All but a condition that is said elsewhere."""
        return replace(self, clauses=tuple(c for c in self.clauses if c != prop))

    def without_time_of(self, prop: Prop | Figure) -> Group:
        """Without the time that it was there, where nothing else is said of it and this says the time."""
        inner = prop.prop if isinstance(prop, Not) else prop
        time = (self.moment.time, self.moment.poll) if self.moment is not None and not self.clauses else None
        same = isinstance(inner, Claim | Measure) and It(self.kind) == inner.place and (inner.time, inner.poll) == time
        return replace(self, moment=None) if same else self


def group(of: Set) -> Group:
    """A set in the parts of its noun."""
    if not isinstance(of, Select):
        return Group(of.kind, of, None, ())
    moment = next((c for c in of.where if isinstance(c, Claim) and _is_moment(of.kind, c)), None)
    return Group(of.kind, of.within, moment, tuple(c for c in of.where if c != moment))


def _is_moment(kind: Kind, claim: Claim) -> bool:
    there = "be filled" if claim.name == "be filled" else PRESENCE.get(kind, "")
    return claim == Claim(there, place=It(kind), time=claim.time) and is_light(claim.time)


def _head(of: Group, at: Setting, many: bool, followed: bool) -> str:
    """The noun with its container and its time: "wards of Dudley in 2018"."""
    moment = "" if of.moment is None else when(of.moment.time, at, RELATIONS[of.moment.name].moment)
    if (sort := sort_of(of.within, at)) is not None:
        return words(sort[many], moment)
    return words(PLURALS[of.kind] if many else of.kind, _container(of, at, followed or bool(moment)), moment)


def sort_of(of: Set | None, at: Setting) -> tuple[str, str] | None:
    """What one and what several of a sort of things are called, None where it names no sort."""
    if not isinstance(of, Named):
        return None
    sorts = [sort for sort in map(at.names.sort, of.ids) if sort is not None]
    if len(sorts) < len(of.ids):
        return None
    return listed((one for one, _ in sorts), "or"), listed((many for _, many in sorts), "or")


def _container(of: Group, at: Setting, followed: bool) -> str:
    if of.within is None or of.is_among:
        return ""
    if isinstance(of.within, Span):
        return span(of.within)
    return f"of {things(of.within, at.inside(followed))}"


def common(of: Group, at: Setting, many: bool) -> tuple[str, str]:
    """A noun that something else follows, and its own clauses to stand behind that: "among those that …"."""
    tails = words(_clauses(of, at, True), _among(of, at))
    return _head(of, at, many, True), f"among those {tails}" if of.clauses else tails


def noun(of: Group, at: Setting, many: bool) -> str:
    """A set as a noun without an article, in brackets where its clauses could be taken for another's."""
    brackets, inner = at.bracketed(of.tails)
    text = words(_head(of, inner, many, of.tails > 0), _clauses(of, inner, many), _among(of, inner))
    return f"({text})" if brackets else text


def _clauses(of: Group, at: Setting, many: bool) -> str:
    last = len(of.clauses) - (not of.is_among)
    made = (clause(prop, at.inside(number < last), of.kind, many) for number, prop in enumerate(of.clauses))
    return " and ".join(made)


def _among(of: Group, at: Setting) -> str:
    return f"among {things(of.within, at.inside())}" if of.is_among and of.within is not None else ""


def gap(figure: Figure, kind: Kind, at: Setting) -> Setting:
    """Where a figure of the members of a kind stands: it leaves out what it is of, a party only where it is its own."""
    own = kind not in ("party", "person") or isinstance(figure, Measure)
    return at.gapped(It(kind)) if own else at.gapped()
