"""Party registers, abbreviations, colours and the reviewed codes → the book that labels are looked up in."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.importer.model import Party
from assistant.importer.readers.authorities import reviewed
from assistant.importer.text import plain, slug

REGISTER = "ec-register"
_NOISE = re.compile(r"\s*[\[(](?:de-?registered)[^\])]*[\])]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PartyBook:
    """Parties by Electoral Commission id, by levelled name and by a source's own code."""

    main: tuple[Party, ...]
    by_ec_id: dict[str, Party]
    by_name: dict[str, Party]
    by_id: dict[str, Party]
    by_code: dict[tuple[str, str], str]  # (source family or source id, levelled code) → name

    def lookup(self, label: str, source: str) -> Party | None:
        """The party of *label*: the source's own codes first, then any registered name."""
        for scope in (source, source.split("-")[0], "any"):
            if name := self.by_code.get((scope, plain(label))):
                return self._named(name) or _local(self._other(name), label, source)
        return self.by_name.get(name_key(label))

    def _named(self, name: str) -> Party | None:
        """A registered party by the reviewed other name of it, else by its name."""
        return self.by_name.get(name_key(self._other(name))) or self.by_name.get(name_key(name))

    def _other(self, name: str) -> str:
        """The reviewed name of a party that a source names otherwise, else the name itself."""
        return self.by_code.get(("any", plain(name)), name)


def name_key(name: str) -> str:
    """A party's name levelled: no "the", no "party" at the end, no punctuation."""
    key = plain(name).removeprefix("the ")
    return key.removesuffix(" party").removesuffix(" ltd")


def party_slug(name: str) -> str:
    """A party's id from its name, without a leading "The"."""
    return slug(name).removeprefix("the-")


def _local(name: str, label: str, source: str) -> Party:
    return Party(party_slug(name), name, label if len(label) <= 12 else name, None, "party", None, source)


def read_party_book(folder: Path) -> PartyBook:
    """Read `parties/` under *folder* and the package's reviewed parties and codes."""
    colours = dict(_colours(folder))
    main = [_main(row, colours) for row in reviewed("parties_main.csv")]
    by_name = {name_key(party.name): party for party in main}
    by_ec_id: dict[str, Party] = {}
    for row, party in zip(reviewed("parties_main.csv"), main, strict=True):
        for ec_id in filter(None, [party.ec_id, *row["other_ec_ids"].split(";")]):
            by_ec_id[ec_id] = party
        for name in filter(None, row["also"].split(";")):
            by_name[name_key(name)] = party
    for party, names in _registered(folder, colours):
        kept = by_ec_id.get(party.ec_id or "") or by_name.get(name_key(party.name)) or party
        by_ec_id.setdefault(party.ec_id or "", kept)
        for name in names:
            by_name.setdefault(name_key(name), kept)
    by_id = {party.party_id: party for party in reversed([*main, *by_name.values()])}
    return PartyBook(tuple(main), by_ec_id, by_name, by_id, dict(_codes(folder)))


def _main(row: dict[str, str], colours: dict[str, str]) -> Party:
    colour = row["colour"] or colours.get(name_key(row["name"]))
    return Party(row["party_id"], row["name"], row["short"], row["ec_id"] or None, row["kind"], colour, REGISTER)


def _registered(folder: Path, colours: dict[str, str]) -> Iterator[tuple[Party, list[str]]]:
    with (folder / "parties" / "parties-merged.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in sorted(rows, key=lambda row: (-int(row["councillor_rows"] or 0), row["deregistered"] != "")):
        names = [_NOISE.sub("", name).strip() for name in row["names"].split("|")]
        if not row["ec_id"].startswith("PP") or not names[0]:
            continue
        abbreviation = row["abbrevs"].split("|")[0].strip()
        party = Party(party_slug(names[0]), names[0], abbreviation or names[0], row["ec_id"], "party", None, REGISTER)
        yield replace(party, colour=colours.get(name_key(names[0]))), names


def _colours(folder: Path) -> Iterator[tuple[str, str]]:
    with (folder / "parties" / "party-colours.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield name_key(row["party"]), row["hex"]


def _codes(folder: Path) -> Iterator[tuple[tuple[str, str], str]]:
    """Each handbook's abbreviations for its year, those all agree on for any, then the reviewed ones."""
    meanings: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    with (folder / "parties" / "handbook-abbreviations.csv").open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            code = plain(row["abbrev"])
            meanings[code].add(name_key(row["name"]))
            names[code] = row["name"]
            yield (f"handbook-{row['year']}", code), row["name"]
    yield from ((("handbook", code), names[code]) for code, keys in meanings.items() if len(keys) == 1)
    for row in reviewed("party_codes.csv"):
        yield (row["scope"], plain(row["code"])), row["name"]
