"""What this room hands on: the words of a text, and over every stretch of them all that it can mean."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from assistant.core.meaning.nodes import NOWHERE, Spans
from assistant.records import dataclass

Source = Literal["name", "word", "number", "time", "pass", "correction", "mark"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark: `text` as typed, at these characters, and `key`, what it is compared by."""

    text: str
    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word of the vocabulary in one of its forms.

    `sem` names its lexical meaning, `forms` are the inflections that it may be here ("plural"; "past" and
    "participle"), `witness` is what it must leave in the meaning.
    """

    lemma: str
    category: str
    sem: str
    forms: tuple[str, ...] = ()
    witness: str = ""


@dataclass(frozen=True, slots=True)
class Date:
    """A day or a month that was said; what was not said is None."""

    year: int | None
    month: int
    day: int | None = None
    spans: Spans = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A stretch that is understood and cannot be answered, and why: "two years": 2016/17; "no such day": 31/02/2016."""

    why: Literal["two years", "no such day"]
    said: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A sense of the words from `first` to the one before `last`; `category` is a terminal of the grammar.

    `value`: a `Named` for a name and a year, a `Number`, a `Span`, a `Date`, a `Refusal`, a `Lexeme` for a word, the
    mark or the typed text for what has no other. `meant`: of a correction, what its words were read as.
    """

    first: int
    last: int
    category: str
    value: object
    source: Source
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """Characters that may be read as something else; they were, where the edge with this `meant` is used."""

    typed: str
    meant: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lattice:
    """A text, its words, and every edge over them, the earlier and the longer first.

    `unknown`: words that no edge covers. `passed`: words that may be passed over, and are told as not used where they
    are.
    """

    text: str
    words: tuple[Word, ...]
    edges: tuple[Edge, ...]
    unknown: tuple[Word, ...] = ()
    passed: tuple[Word, ...] = ()
    corrections: tuple[Correction, ...] = ()
