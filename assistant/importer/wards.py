"""Ward names: one spelling a ward of a council through the years, and the ids made of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from assistant.importer.model import WardAlias
from assistant.importer.readers.authorities import reviewed
from assistant.importer.spelling import mend
from assistant.importer.text import plain, slug

_SMALL = frozenset("and of the in on by with upon under le la cum next a an at for to y yr".split())
_SOURCES = ("leap", "handbook-2024", "handbook-2025", "ocd-councillors", "handbook-2022", "handbook-2023")
REVIEWED = "review"
"""The source of the reviewed spellings: our own reading of the sources side by side."""


def contest_id(council_id: str, ward_slug: str, day: date, by_election: bool) -> str:
    """The Democracy Club id: `local.dudley.gornal.2016-05-05`; a by-election has `.by.` before its date."""
    by = "by." if by_election else ""
    return f"local.{council_id}.{ward_slug}.{by}{day.isoformat()}"


@lru_cache(maxsize=100_000)
def ward_key(ward: str) -> str:
    """A ward's name levelled: case, "&", "St.", spaces, commas and the word "ward" make no difference."""
    key = plain(mend(ward)).removeprefix("the ")
    for tail in (" ward", " ed", " electoral division", " division"):
        key = key.removesuffix(tail)
    return "".join(word for word in key.split() if word != "and")


@lru_cache(maxsize=100_000)
def tidy(ward: str) -> str:
    """A ward's name in the case and with the "and" that most councils' own orders use."""
    text = re.sub(r"\s*&\s*", " and ", mend(ward))
    text = re.sub(r"\bSt\.\s*", "St ", re.sub(r"\s*/\s*", "/", text))
    text = re.sub(r"\s+([,:])", r"\1", re.sub(r",(?=\S)", ", ", text))
    text = re.sub(r"\s+[Ww]ard$", "", text)
    return " ".join(_cased(word, first=at == 0) for at, word in enumerate(text.split())).strip(" ,.")


def _cased(word: str, first: bool) -> str:
    if len(word) > 1 and word.isupper() and not re.search(r"\d|\.", word):
        word = "-".join(_capital(part) for part in word.split("-"))
    word = re.sub(r"'S\b", "'s", word)
    if not first and word.lower() in _SMALL:
        return word.lower()
    parts = word.split("-")
    kept = [part.lower() if at and part.lower() in _SMALL else part for at, part in enumerate(parts)]
    return "-".join(kept)


def _capital(word: str) -> str:
    return word[:1] + word[1:].lower()


class WardNames:
    """The printed name and slug of every ward, chosen among all spellings that were `seen`."""

    def __init__(self, aliases: Mapping[tuple[str, str], str]) -> None:
        self._aliases = aliases
        self._seen: dict[tuple[str, str], Counter[tuple[int, str]]] = defaultdict(Counter)
        self._chosen: dict[tuple[str, str], str] = {}

    def key(self, council_id: str, ward: str) -> str:
        """What all spellings of one ward of a council share."""
        key = ward_key(ward)
        alias = self._aliases.get((council_id, key))
        return ward_key(alias) if alias else key

    def see(self, council_id: str, ward: str, source_id: str) -> None:
        """Count one spelling of a source; all must be seen before a name is asked for."""
        text = self._aliases.get((council_id, ward_key(ward)))
        rank = -1 if text else _rank(source_id)
        self._seen[council_id, self.key(council_id, ward)][rank, tidy(text or ward)] += 1

    def known(self, council_id: str, ward: str) -> bool:
        """Whether any source has the ward."""
        return (council_id, self.key(council_id, ward)) in self._seen

    def name(self, council_id: str, ward: str) -> tuple[str, str]:
        """The ward as we print it, and its slug."""
        at = (council_id, self.key(council_id, ward))
        if at not in self._chosen:
            self._chosen[at] = _best(self._seen[at])
        return self._chosen[at], slug(self._chosen[at])


def _rank(source_id: str) -> int:
    for rank, source in enumerate(_SOURCES):
        if source_id.startswith(source):
            return rank
    return len(_SOURCES)


def _best(seen: Counter[tuple[int, str]]) -> str:
    best_rank = min(rank for rank, _ in seen)
    return min((-count, text) for (rank, text), count in seen.items() if rank == best_rank)[1]


def reviewed_aliases() -> dict[tuple[str, str], str]:
    """The reviewed spellings: (council_id, levelled alias) → the name we print."""
    return {(row.council_id, ward_key(row.alias)): row.ward for row in alias_rows()}


def alias_rows() -> list[WardAlias]:
    """The reviewed spellings as rows: those that levelling alone does not join."""
    return [WardAlias(row["council_id"], row["alias"], row["ward"], REVIEWED) for row in reviewed("wards.csv")]
