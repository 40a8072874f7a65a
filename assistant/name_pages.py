"""The pages of names: what the tables hold of every name's key, as text, taken apart word by word.

A page holds the names that begin with the same two letters. The pages are read at once, and each is taken apart when a
word first begins so: a question names few of the 15,000.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

_LETTERS = 2  # that the names of one page begin with
_GROUP, _MEMBER, _SENSE, _FIELD = "\x1c", "\x1d", "\x1e", "\x1f"  # separators, as data/views/80-names.sql sets them


class NamePages:
    """Name key → its senses, each as its fields; the wards of each council; the things of a kind."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Read the pages of names; those of wards are read when a ward is first asked for."""
        self._connection = connection
        rows = connection.execute("SELECT kind, page, content FROM name_page").fetchall()
        self._pages = {(kind, page): content for kind, page, content in rows}
        self._opened: dict[str, dict[str, str]] = {}  # page → first word → names
        self._names: dict[str, dict[str, str]] = {}  # first word → key → senses
        self._reach: dict[str, int] = {}

    def senses(self, key: str) -> list[list[str]]:
        """The fields of each thing that a name's key can name; none for an unknown one."""
        senses = self._beginning(key.partition(" ")[0]).get(key)
        return [] if senses is None else [sense.split(_FIELD) for sense in senses.split(_SENSE)]

    def reach(self, word: str) -> int:
        """How many words the longest name has that begins with this one; 0 where none does."""
        found = self._reach.get(word)
        if found is None:
            names = self._beginning(word)
            found = max((key.count(" ") + 1 for key in names), default=0)
            if names:  # words that begin no name are many and not kept
                self._reach[word] = found
        return found

    def keys(self) -> Iterator[str]:
        """Every name's key."""
        for kind, page in self._pages:
            if kind == "name":
                for word in self._page(page):
                    yield from self._beginning(word)

    def of_kind(self, kind: str) -> list[list[str]]:
        """The fields of every thing of a kind, such as council."""
        return [sense.split(_FIELD) for sense in _split(self._pages.get((kind, ""), ""), _SENSE)]

    def members(self) -> list[list[str]]:
        """Each area, and after it the councils in it, by their ids."""
        return [group.split(_MEMBER) for group in _split(self._pages.get(("member", ""), ""), _GROUP)]

    def wards(self, council: str) -> list[list[str]]:
        """(key, slug, *years fought) of each ward of a council."""
        return [ward.split(_FIELD) for ward in _split(self._ward_pages.get(council, ""), _MEMBER)]

    @cached_property
    def general_keys(self) -> list[str]:
        """The keys of councils, areas and parties, in order, for spelling."""
        rows = self._connection.execute(
            "SELECT DISTINCT key FROM lexicon WHERE kind IN ('council', 'area', 'party') ORDER BY key"
        ).fetchall()
        return [str(key) for (key,) in rows]

    @cached_property
    def _ward_pages(self) -> Mapping[str, str]:
        return dict(self._connection.execute("SELECT page, content FROM ward_page").fetchall())

    def _beginning(self, word: str) -> dict[str, str]:
        """Key → senses of the names that begin with a word."""
        found = self._names.get(word)
        if found is None:
            names = self._page(word[:_LETTERS]).get(word)
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


def _parted(texts: list[str], separator: str) -> dict[str, str]:
    """What stands before the first separator → what stands after it."""
    parts = (text.partition(separator) for text in texts)
    return {head: tail for head, _, tail in parts}


def _split(text: str, separator: str) -> list[str]:
    return text.split(separator) if text else []
