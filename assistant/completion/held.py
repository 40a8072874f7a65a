"""What the tables hold that a question may name before its council is named: wards, years, people.

It looks in the tables alone and knows nothing of how questions are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

import duckdb

from assistant.records import dataclass

_IN = re.compile(r"\b(?:in|of|since|before|after|until|from)\s+(\d{0,3})$", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w'’.-]*")
_LONGEST = 3  # words of a name that are looked back for
_LEAST = 3  # letters of a name, so that not every word becomes one
_OFFERED = 8
_WARDS = """
SELECT contest.ward, council.name, max(contest.year) AS newest
FROM contest JOIN council USING (council_id)
GROUP BY contest.ward, council.name ORDER BY newest DESC, contest.ward, council.name"""
_YEARS = "SELECT DISTINCT council, year FROM chamber ORDER BY council, year DESC"
_PEOPLE = "SELECT DISTINCT name FROM person WHERE starts_with(key, ?) ORDER BY name LIMIT ?"


@dataclass(frozen=True, slots=True)
class Offer:
    """`text` in the place of what stands from `start` on; `kind` says what it is."""

    text: str
    start: int
    kind: str


class Held:
    """Completes names and years from the tables behind `connection`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def offers(self, text: str) -> list[Offer]:
        """What may stand in the place of the word or year being typed at the end of `text`, best first."""
        year = _IN.search(text)
        if year:
            return [Offer(str(each), year.start(1), "year") for each in self._years_of(text, year[1])][:_OFFERED]
        return sorted([*self._wards(text), *self._people(text)], key=lambda offer: offer.start)

    def _years_of(self, text: str, begun: str) -> Iterator[int]:
        """The years held that begin so, newest first: of the council that `text` names, if it names one."""
        said = text.casefold()
        named = [council for council in self._years if council and council.casefold() in said]
        council = max(named, key=len, default="")
        return (year for year in self._years[council] if str(year).startswith(begun))

    def _wards(self, text: str) -> list[Offer]:
        """Wards with their councils, where one begins with the letters typed."""
        for start, typed in _begun(text):
            found = [(ward, council) for key, ward, council in self._ward_keys if key.startswith(typed)]
            if found:
                return [Offer(f"{ward} in {council}", start, "ward") for ward, council in found[:_OFFERED]]
        return []

    def _people(self, text: str) -> list[Offer]:
        """People, once a first name and some of a second are typed."""
        for start, typed in _begun(text):
            if " " in typed:
                rows = self._connection.cursor().execute(_PEOPLE, [typed, _OFFERED]).fetchall()
                if rows:
                    return [Offer(str(row[0]), start, "person") for row in rows]
        return []

    @cached_property
    def _ward_keys(self) -> list[tuple[str, str, str]]:
        rows = self._connection.cursor().execute(_WARDS).fetchall()
        return [(ward.casefold(), ward, council) for ward, council, _ in rows]

    @cached_property
    def _years(self) -> dict[str, list[int]]:
        """Council → its years, newest first; "" → those of any."""
        years: dict[str, list[int]] = {}
        for council, year in self._connection.cursor().execute(_YEARS).fetchall():
            years.setdefault(council, []).append(year)
        return {**years, "": sorted({year for each in years.values() for year in each}, reverse=True)}


def _begun(text: str) -> Iterator[tuple[int, str]]:
    """(start, lower case) of what may be the beginning of a name at the end of `text`, the longest first."""
    words = list(_NAME.finditer(text))
    if not words or words[-1].end() < len(text):
        return
    for word in words[-_LONGEST:]:
        typed = text[word.start() :].casefold()
        if len(typed) >= _LEAST:
            yield word.start(), typed
