"""The index of names: a name's key and the things it can name.

The tables hold it as pages of text, one for the names that begin with the same two letters. The pages are read at once,
and each is taken apart when a word first begins so: a question names few of the 15,000.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import cast

from assistant.core.meaning.nodes import Kind
from assistant.core.names.lookup import Lookup
from assistant.records import dataclass

_PAGE = 2  # letters that the names of one page begin with
_GROUP, _MEMBER, _SENSE, _FIELD = "\x1c", "\x1d", "\x1e", "\x1f"  # separators, as data/views/80-names.sql sets them


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that a name names: its kind and id as meanings have them, its printed name, the council of a ward.

    `detail` is the kind of a council, of an area, of an office.
    """

    kind: Kind
    id: str
    name: str
    detail: str = ""
    council: str = ""


class Index:
    """Name key → the things of that name; the wards of each council."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._pages = lookup.names()
        self._opened: dict[str, dict[str, str]] = {}  # page → first word → names
        self._names: dict[str, dict[str, str]] = {}  # first word → key → senses
        self._things: dict[str, tuple[Thing, ...]] = {}
        self._reach: dict[str, int] = {}

    def get(self, key: str) -> tuple[Thing, ...]:
        """The things a name's key can name; none for an unknown one."""
        found = self._things.get(key)
        if found is None:
            senses = self._beginning(key.partition(" ")[0]).get(key)
            if senses is None:
                return ()
            found = self._things[key] = tuple(map(_thing, senses.split(_SENSE)))
        return found

    def reach(self, word: str) -> int:
        """How many words the longest name has that begins with this one; 0 where none does."""
        found = self._reach.get(word)
        if found is None:
            names = self._beginning(word)
            found = max((key.count(" ") + 1 for key in names), default=0)
            if names:  # words that begin no name are many and not kept
                self._reach[word] = found
        return found

    @cached_property
    def general_keys(self) -> list[str]:
        """The keys of councils, areas and parties, in order, for spelling."""
        return self._lookup.general_keys()

    def wards_of(self, council: str) -> dict[str, Thing]:
        """Ward key → ward, for one council."""
        wards = _split(self._ward_pages.get(council, ""), _MEMBER)
        keys = (ward.partition(_FIELD)[0] for ward in wards)
        return {key: t for key in keys for t in self.get(key) if t.kind == "ward" and t.council == council}

    @cached_property
    def _ward_pages(self) -> Mapping[str, str]:
        return self._lookup.wards()

    def _beginning(self, word: str) -> dict[str, str]:
        """Key → senses of the names that begin with a word."""
        found = self._names.get(word)
        if found is None:
            names = self._page(word[:_PAGE]).get(word)
            if names is None:
                return {}
            found = self._names[word] = _parted(names.split(_MEMBER), _SENSE)
        return found

    def _page(self, page: str) -> dict[str, str]:
        """First word → names, of those on a page."""
        found = self._opened.get(page)
        if found is None:
            text = self._pages.get(("name", page))
            if text is None:
                return {}
            found = self._opened[page] = _parted(text.split(_GROUP), _MEMBER)
        return found


def _thing(text: str) -> Thing:
    kind, id_, name, detail, council, _, _ = text.split(_FIELD)
    own = f"{council}/{id_}" if kind == "ward" else id_
    return Thing(cast(Kind, kind), own, name, detail, council)


def _parted(texts: list[str], separator: str) -> dict[str, str]:
    """What stands before the first separator → what stands after it."""
    parts = (text.partition(separator) for text in texts)
    return {head: tail for head, _, tail in parts}


def _split(text: str, separator: str) -> list[str]:
    return text.split(separator) if text else []
