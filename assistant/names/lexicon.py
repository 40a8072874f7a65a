"""The lexicon: every name's key and the things it can name.

The tables hold it as pages of text, one for the names that begin with the same two letters. The pages are read at once,
and each is taken apart when a word first begins so: a question names few of the 15,000.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Protocol

from assistant.names.token import Kind, Sense

_PAGE = 2  # letters that the names of one page begin with
_GROUP, _MEMBER, _SENSE, _FIELD = "\x1c", "\x1d", "\x1e", "\x1f"  # separators, as data/views/80-names.sql sets them


class Pages(Protocol):
    """Where the names are read from."""

    def names(self) -> Mapping[tuple[str, str], str]:
        """(kind, page) → its text: names, things by their id, members of areas."""

    def wards(self) -> Mapping[str, str]:
        """Council → its wards."""

    def general_keys(self) -> list[str]:
        """The keys of councils, areas and parties, in order."""


class Lexicon:
    """Name key → its senses; the councils, areas and parties by id; the wards of each council."""

    def __init__(self, pages: Pages) -> None:
        self._source = pages
        self._pages = pages.names()
        self._opened: dict[str, dict[str, str]] = {}  # page → first word → names
        self._names: dict[str, dict[str, str]] = {}  # first word → key → senses
        self._senses: dict[str, tuple[Sense, ...]] = {}
        self._reach: dict[str, int] = {}
        self._fought: dict[str, dict[str, frozenset[int]]] = {}  # council → ward slug → years

    def get(self, key: str) -> tuple[Sense, ...]:
        """The things a name key can name; none for an unknown one."""
        found = self._senses.get(key)
        if found is None:
            senses = self._beginning(key.partition(" ")[0]).get(key)
            if senses is None:
                return ()
            found = self._senses[key] = tuple(map(_sense, senses.split(_SENSE)))
        return found

    def reach(self, word: str) -> int:
        """How many words the longest name has that begins with this one; 0 where none does."""
        names = self._beginning(word)
        if not names:
            return 0
        if word not in self._reach:
            self._reach[word] = max(key.count(" ") + 1 for key in names)
        return self._reach[word]

    def keys(self) -> Iterator[str]:
        """Every name's key."""
        for kind, page in self._pages:
            if kind == "name":
                for word in self._page(page):
                    yield from self._beginning(word)

    @cached_property
    def general_keys(self) -> list[str]:
        """The keys of councils, areas and parties, in order, for spelling."""
        return self._source.general_keys()

    @cached_property
    def councils(self) -> dict[str, Sense]:
        """Every council by its id."""
        return self._things(Kind.COUNCIL)

    @cached_property
    def areas(self) -> dict[str, Sense]:
        """Every area by its id."""
        return self._things(Kind.AREA)

    @cached_property
    def parties(self) -> dict[str, Sense]:
        """Every party by its id."""
        return self._things(Kind.PARTY)

    @cached_property
    def members(self) -> dict[str, frozenset[str]]:
        """Area → the councils in it, by their ids."""
        groups = (group.split(_MEMBER) for group in _split(self._pages.get(("member", ""), ""), _GROUP))
        return {area: frozenset(councils) for area, *councils in groups}

    def wards_of(self, council_id: str) -> dict[str, Sense]:
        """Ward key → ward, for one council."""
        return {
            key: sense
            for key, _, _ in self._wards(council_id)
            for sense in self.get(key)
            if sense.kind is Kind.WARD and sense.council_id == council_id
        }

    def fought(self, ward: Sense) -> frozenset[int]:
        """The years in which a ward was fought."""
        fought = self._fought.get(ward.council_id)
        if fought is None:
            wards = ((slug, map(int, years)) for _, slug, years in self._wards(ward.council_id))
            fought = self._fought[ward.council_id] = {slug: frozenset(years) for slug, years in wards}
        return fought.get(ward.id, frozenset())

    def _wards(self, council_id: str) -> Iterator[tuple[str, str, list[str]]]:
        """(key, slug, years) of each ward."""
        for ward in _split(self._ward_pages.get(council_id, ""), _MEMBER):
            key, slug, *years = ward.split(_FIELD)
            yield key, slug, years

    @cached_property
    def _ward_pages(self) -> Mapping[str, str]:
        return self._source.wards()

    def _things(self, kind: Kind) -> dict[str, Sense]:
        senses = map(_sense, _split(self._pages.get((kind.value, ""), ""), _SENSE))
        return {sense.id: sense for sense in senses}

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


def _sense(text: str) -> Sense:
    kind, id_, name, detail, council_id, first, last = text.split(_FIELD)
    return Sense(Kind(kind), id_, name, detail, council_id, int(first), int(last))


def _parted(texts: list[str], separator: str) -> dict[str, str]:
    """What stands before the first separator → what stands after it."""
    parts = (text.partition(separator) for text in texts)
    return {head: tail for head, _, tail in parts}


def _split(text: str, separator: str) -> list[str]:
    return text.split(separator) if text else []
