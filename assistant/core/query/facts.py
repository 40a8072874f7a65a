"""What was found for an ask: figures with how much of them is held, members with their figures, and whence they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.column import Cell as Entry
from assistant.core.meaning.nodes import Ask, Cell, Figure, Kind, Set
from assistant.core.query.sql import Sql


@dataclass(frozen=True, slots=True)
class Found:
    """A figure with how many of its members are held, of how many; `floor`: where some are not, it is a lower bound."""

    value: float | None
    n: int
    of: int
    floor: bool = False

    @property
    def partial(self) -> bool:
        """Whether it is less than the whole."""
        return self.floor and self.n < self.of


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing as it is printed; `inside`: what a ward or a person belongs to; `label`: a person's party."""

    kind: Kind
    id: str
    name: str
    inside: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A member with what stands in each column: a figure, or the members of a set."""

    thing: Thing
    entries: tuple[Found | tuple[Thing, ...], ...]
    across: Thing | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The members of a set with their figures; `known` of `all` candidates for membership could be judged."""

    of: Set
    columns: tuple[Figure | Set, ...]
    rows: tuple[Row, ...]
    known: int
    all: int
    across: Set | None = None


@dataclass(frozen=True, slots=True)
class Used:
    """What a cell of the meaning read: of which sources and years, and how many rows.

    `latest`: these are each place's newest; `votes`: which they have where these are not
    all ("preferences", "top candidates").
    """

    cell: Cell
    sources: tuple[str, ...]
    first: int | None
    last: int | None
    rows: int
    latest: bool = False
    votes: str = ""


@dataclass(frozen=True, slots=True)
class Backing:
    """A figure, or the members of a set, that stand behind an answer, with their meaning."""

    node: Figure | Set
    found: Found | tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Contest:
    """A poll or a chamber whole: `head` is told once, `lines` of each candidate or party, the first of them first."""

    kind: str
    place: Thing
    year: int
    head: Mapping[str, Entry]
    lines: tuple[Mapping[str, Entry], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """All that an answer is made of.

    `truth` is of a yes or no, None where it cannot be told; `arises` is false where no row applies at all;
    `others`: all of the few that are named, of which the first was asked; `years`, `instead`: where a figure is not
    held, when it is, and what is held of the place; `parts` are the facts of each of two asks.
    """

    ask: Ask
    sql: Sql
    found: Found | None = None
    truth: bool | None = None
    arises: bool = True
    table: Table | None = None
    backing: tuple[Backing, ...] = ()
    others: Table | None = None
    named: tuple[Table, ...] = ()
    contests: tuple[Contest, ...] = ()
    used: tuple[Used, ...] = ()
    years: tuple[int, ...] = ()
    instead: tuple[Contest, ...] = ()
    parts: tuple[Facts, ...] = ()
