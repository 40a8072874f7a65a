"""What the printer is made of: one function a kind of part, open to each node, and what they pass on to each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import singledispatch

from assistant.core.meaning.nodes import Kind, Node, Set
from assistant.core.meaning.say.names import Names


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a part stands.

    `said`: what a relative pronoun or the words around say already, so that a slot leaves it out. `depth`: 0 outside
    other sets, 1 within one that ends with this part, 2 where a clause of the one outside may follow.
    """

    names: Names
    said: frozenset[Set] = frozenset()
    depth: int = 0

    def gapped(self, *said: Set) -> Setting:
        """The same for a part around which only these are said."""
        return replace(self, said=frozenset(said))

    def knowing(self, *said: Set) -> Setting:
        """The same for a part around which these are said too."""
        return replace(self, said=self.said | frozenset(said))

    def inside(self, followed: bool = False) -> Setting:
        """The same for a part of a set, which more of it follows or not."""
        return replace(self, depth=max(self.depth, 2 if followed else 1))

    def bracketed(self, tails: int) -> tuple[bool, Setting]:
        """Whether a set with so many clauses needs brackets here, and where its parts stand then."""
        needed = (self.depth == 2 and tails > 0) or (self.depth == 1 and tails > 1)
        return needed, replace(self, depth=0) if needed else self


@dataclass(frozen=True, slots=True)
class Noun:
    """A figure as a noun: what stands before it ("the", "Labour's"), the noun with all that follows, its number."""

    before: str
    noun: str
    many: bool = False

    def __str__(self) -> str:
        return f"{self.before} {self.noun}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement in its parts; `verb` in the past, the present and as an infinitive.

    Without a subject it is the pronoun's; `pronoun`: the one that stands for its object, where that is left out.
    `counted`: the subject is "every …" or so many, so that a "not" behind it would be read as theirs.
    """

    subject: str
    verb: tuple[str, str, str]
    rest: str
    many: bool = False
    present: bool = False
    negated: bool = False
    pronoun: str = ""
    counted: bool = False

    @property
    def _is_be(self) -> bool:
        return self.verb[2].split(" ")[0] == "be"

    def _finite(self, many: bool) -> tuple[str, str]:
        """The verb's first word as it is conjugated, and the others."""
        past, present, base = self.verb
        form = past if not self.present else (_are(base) if many else present)
        first, _, others = form.partition(" ")
        return ("were" if many and first == "was" else first), others

    def _auxiliary(self, many: bool) -> tuple[str, str]:
        """What is put before the subject to ask, and what stays behind it."""
        if self._is_be:
            return self._finite(many)
        return ("do" if many else "does") if self.present else "did", self.verb[2]

    def predicate(self, many: bool) -> str:
        """All but the subject: "did not win Dudley in 2018"."""
        first, others = self._auxiliary(many) if self.negated else self._finite(many)
        return _join(first, "not" if self.negated else "", others, self.rest)

    def stated(self) -> str:
        """As a statement."""
        if self.counted and self.negated:
            return self._whole().stated()
        return _join(self.subject, self.predicate(self.many))

    def _whole(self) -> Whole:
        return Whole(replace(self, negated=False).stated(), True)

    def asked(self) -> str:
        """As a question."""
        if self.counted and self.negated:
            return self._whole().asked()
        first, others = self._auxiliary(self.many)
        return _join(first, self.subject, "not" if self.negated else "", others, self.rest)


def _are(base: str) -> str:
    first, space, others = base.partition(" ")
    return f"{'are' if first == 'be' else first}{space}{others}"


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Whole:
    """A statement that is no single clause: "both … and …"."""

    text: str
    negated: bool = False

    def stated(self) -> str:
        """As a statement."""
        return f"it is not true that {self.text}" if self.negated else self.text

    def asked(self) -> str:
        """As a question."""
        return f"is it {'not ' if self.negated else ''}true that {self.text}"


@singledispatch
def figure(node: Node, at: Setting) -> Noun:
    """A figure as a noun phrase."""
    raise TypeError(f"{type(node).__name__} is no figure")


@singledispatch
def things(node: Node, at: Setting) -> str:
    """A set as a noun phrase, as it stands in a place of a figure or a claim: definite."""
    raise TypeError(f"{type(node).__name__} is no set")


@singledispatch
def sentence(node: Node, at: Setting) -> Sentence | Whole:
    """A proposition as a statement."""
    raise TypeError(f"{type(node).__name__} is no proposition")


@singledispatch
def clause(node: Node, at: Setting, kind: Kind, many: bool) -> str:
    """A proposition as a relative clause of a noun of a kind, in the plural where `many`."""
    raise TypeError(f"{type(node).__name__} is no proposition")


@singledispatch
def ask(node: Node, at: Setting) -> str:
    """A question, said back."""
    raise TypeError(f"{type(node).__name__} is no question")
