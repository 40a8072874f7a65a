"""Names in source files → our ids: councils by spelling, code and year; parties by label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from assistant.importer.model import Council, Party
from assistant.importer.readers.authorities import Register, read_register
from assistant.importer.readers.parties import PartyBook, party_slug, read_party_book
from assistant.importer.text import bare_council_key, council_key, plain

__all__ = ["Councils", "Parties"]


class Councils:
    """Every principal council since 1973, found by what a source calls it and the year it speaks of."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.by_id: dict[str, Council] = {council.council_id: council for council in register.councils}
        self._by_gss = _gss(register.councils)
        self._keys: dict[str, set[str]] = defaultdict(set)
        self._bare: dict[str, set[str]] = defaultdict(set)
        for spelling, council_id in register.spellings:
            self._keys[council_key(spelling)].add(council_id)
            self._bare[bare_council_key(spelling)].add(council_id)
        for council in register.councils:
            self._keys[council_key(council.name)].add(council.council_id)
            self._bare[bare_council_key(council.name)].add(council.council_id)

    @classmethod
    def load(cls, folder: Path) -> Councils:
        """Build the index from `authorities/` under the sources *folder*."""
        return cls(read_register(folder))

    def find(self, name: str, year: int, *, gss: str | None = None, kind: str | None = None) -> str | None:
        """The council_id of *name* that existed, or was being elected, in *year*; None if none or several.

        A known *gss* (current or superseded) settles it; *kind* is one of the schema's kinds and narrows
        ("county" for an upper-tier column). Spelling is levelled: case, "&", hyphens, "St.", "Council".
        """
        if gss and (coded := self._by_gss.get(gss.strip())) and self.existed(coded, year):
            return self._succeeded(coded, name, year)
        for index, key in ((self._keys, council_key(name)), (self._bare, bare_council_key(name))):
            found = self._living(index.get(key, set()), year, kind)
            if len(found) == 1:
                return found[0]
            if found:
                return None
        return None

    def _succeeded(self, coded: str, name: str, year: int) -> str:
        """A county's code beside the name of the unitary first elected that May means the unitary."""
        named = self._living(self._keys.get(council_key(name), set()), year, None)
        heirs = (self.by_id[coded].successors or "").split(";")
        return named[0] if len(named) == 1 and named[0] in heirs else coded

    def existed(self, council_id: str, year: int) -> bool:
        """Whether the council sat or was first elected in *year*; its last is the one before it ended."""
        council = self.by_id[council_id]
        if council.valid_to and year >= council.valid_to.year:
            return False
        return self._first_year(council) <= year

    def _first_year(self, council: Council) -> int:
        polled = self.register.first_poll.get(council.council_id)
        if polled:
            return polled
        return council.valid_from.year - 1 if council.valid_from else 0

    def _living(self, ids: set[str], year: int, kind: str | None) -> list[str]:
        living = [
            council_id
            for council_id in sorted(ids)
            if self.existed(council_id, year) and (kind is None or self.by_id[council_id].kind == kind)
        ]
        if len(living) < 2:
            return living
        # A council elected a year ahead of its predecessor's end is the one the May poll was for.
        newest = max(self._first_year(self.by_id[council_id]) for council_id in living)
        if newest:
            return [c for c in living if self._first_year(self.by_id[c]) == newest]
        return living


def _gss(councils: Iterable[Council]) -> dict[str, str]:
    codes: dict[str, str] = {}
    for council in councils:
        for code in filter(None, [council.gss, *(council.gss_former or "").split(";")]):
            codes[code] = council.council_id
    return codes


_NOBODY = frozenset(("null", "vacant"))
_NATIONALISTS = frozenset(("nat", "snp pc"))


class Parties:
    """Parties found by a source's label; local ones get a row when first met. `rows()` are those met."""

    def __init__(self, book: PartyBook) -> None:
        self._book = book
        self._met: dict[str, Party] = {row.party_id: row for row in book.main}
        self._made: dict[str, Party] = {}

    @classmethod
    def load(cls, folder: Path) -> Parties:
        """Build the index from `parties/` under the sources *folder*."""
        return cls(read_party_book(folder))

    def find(self, label: str, *, source: str, nation: str | None = None, ec_id: str | None = None) -> str | None:
        """The party_id of *label* as *source* (a source_id: `leap-2016`, `handbook-2021`) writes it.

        An *ec_id* (`PP53`) goes first. None only for an empty label. Greens of every nation are `green`.
        """
        party = self._look(label, source, nation, ec_id)
        if party is None:
            return None
        if not self.knows(label, source, ec_id):
            self._made.setdefault(party.party_id, party)
        return self._met.setdefault(party.party_id, party).party_id

    def known(self, label: str, *, source: str, nation: str | None = None, ec_id: str | None = None) -> str | None:
        """As `find`, without having the party in `rows()`: for what is compared, and enters no table."""
        party = self._look(label, source, nation, ec_id)
        return party.party_id if party else None

    def _look(self, label: str, source: str, nation: str | None, ec_id: str | None) -> Party | None:
        text = " ".join(label.split())
        if not text or plain(text) in _NOBODY:
            return None
        if plain(text) in _NATIONALISTS:
            return self._met["plaid-cymru" if nation == "Wales" else "snp"]
        party = (self._book.by_ec_id.get(ec_id or "")) or self._book.lookup(text, source)
        return party or Party(party_slug(text), text, text, None, "party", None, source)

    def knows(self, label: str, source: str, ec_id: str | None = None) -> bool:
        """Whether the label is a registered party's, a reviewed code, or no party's at all."""
        text = " ".join(label.split())
        if not text or plain(text) in _NOBODY | _NATIONALISTS:
            return True
        return (ec_id or "") in self._book.by_ec_id or self._book.lookup(text, source) is not None

    def made(self) -> list[Party]:
        """The parties made of labels that nothing knows, each with the source it was met in."""
        return list(self._made.values())

    def names(self) -> list[str]:
        """The names of all parties of the register and of the reviewed lists."""
        return sorted({party.name for party in self._book.by_id.values()})

    def meet(self, party_id: str) -> None:
        """Have the party of this id in `rows()`, met already or registered; KeyError if there is none."""
        if party_id not in self._met:
            self._met[party_id] = self._book.by_id[party_id]

    def rows(self) -> list[Party]:
        """The party rows that anything referred to, and the main ones."""
        return sorted(self._met.values(), key=lambda party: party.party_id)
