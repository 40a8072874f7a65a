"""Open Council Data's compositions: a snapshot a council and year, 1973–2026."""

from __future__ import annotations

import csv
from pathlib import Path

from assistant.importer.blocks import Block
from assistant.importer.mended_blocks import Mending
from assistant.importer.workbench import Workbench

OLD = "ocd-composition-1973-2015"
NEW = "ocd-composition-2016-26"

_FILES = {OLD: "history1973-2015.csv", NEW: "history2016-26.csv"}
_PARTIES = {
    "con": "conservative",
    "lab": "labour",
    "ld": "liberal-democrat",
    "green": "green",
    "ukip": "ukip",
    "ref": "reform-uk",
    "pc": "plaid-cymru",
    "snp": "snp",
    "other": "other",
}
# From this year the source's last column names who runs the council, not who has the seats.
_ADMINISTRATION_FROM = 2025
_ONE_DURHAM_FROM = 2009
_UNITARY_DURHAM_FROM = 100  # seats; the county council had 61 to 72, the city's district 49 to 61


def compositions(bench: Workbench) -> None:
    """Every council-year of both files, those that are wrong as they were reviewed."""
    mending = Mending(bench, frozenset(_PARTIES.values()))
    for source_id, name in _FILES.items():
        rows = _rows(bench.sources / "composition" / name)
        durham = {(row["year"], int(row["total"])) for row in rows if row["authority"] == "Durham"}
        for line, row in enumerate(rows, start=2):
            bench.ledger.read(source_id)
            council_id = _council(bench, row, durham)
            if council_id is None:
                bench.ledger.refuse(source_id, line, f"no one council is {row['authority']} in {row['year']}")
                continue
            block = _block(bench, council_id, row, source_id)
            if block.size != int(row["total"]):
                bench.ledger.refuse(source_id, line, "seats do not add up to the total")
                continue
            used, reason = mending.mended(block)
            if reason:
                told = f"{council_id} {block.year}: {reason}"
                bench.ledger.refuse(source_id, line, told)
                bench.ledger.note(f"{told}: {'left out' if used is None else 'taken from the roster'}")
            else:
                bench.ledger.join(source_id)
            if used:
                bench.add(used.rows())


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _council(bench: Workbench, row: dict[str, str], durham: set[tuple[str, int]]) -> str | None:
    """The council of a row; before 2009 two councils are plain "Durham", and the larger is the county's."""
    year, total = int(row["year"]), int(row["total"])
    if row["authority"] != "Durham" or year >= _ONE_DURHAM_FROM:
        return bench.councils.find(row["authority"], year)
    if total > _UNITARY_DURHAM_FROM:
        return "county-durham"
    larger = any(held == row["year"] and seats > total for held, seats in durham)
    return "durham-city" if larger else "durham-county"


def _block(bench: Workbench, council_id: str, row: dict[str, str], source_id: str) -> Block:
    year = int(row["year"])
    seats = {party: int(row[column] or 0) for column, party in _PARTIES.items() if column in row}
    nationalists = "plaid-cymru" if bench.nation(council_id) == "Wales" else "snp"
    seats[nationalists] = seats.get(nationalists, 0) + int(row.get("nat") or 0)
    word = (row.get("plurality") or row["majority"]).strip()
    word_or_none = None if word in {"", "NULL"} else word
    runs = year >= _ADMINISTRATION_FROM
    return Block(
        council_id=council_id,
        year=year,
        moment="snapshot",
        as_of=f"some time after May {year}",
        seats=seats,
        vacant=None,
        label=None if runs else word_or_none,
        administration=_still_there(bench, council_id, year, word_or_none, seats) if runs else None,
        source_id=source_id,
    )


def _still_there(bench: Workbench, council_id: str, year: int, word: str | None, seats: dict[str, int]) -> str | None:
    """Who runs the council; not told when the label's one party holds no seat, as it is then of before the poll."""
    code = (word or "").removesuffix(" min")
    party = _PARTIES.get({"GRN": "green"}.get(code, code.lower()))
    if party is None or seats.get(party):
        return word
    bench.ledger.note(f"{council_id} {year}: “{word}” runs it by the source, which gives that party no seat: left out")
    return None
