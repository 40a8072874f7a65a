"""What each source file should hold, as `reviewed/files.toml` declares it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

MANIFEST = "files.toml"


@dataclass(frozen=True, slots=True)
class Contests:
    """Which columns make a contest: whose it is, who stood, with how many votes, who was elected, to how many places.

    Rows whose column in `apart` holds one of its words are no contest; where `transferable` begins with its word, the
    first preferences do not say who is elected. A source that is `scattered` does not keep a contest's rows together.
    """

    key: tuple[str, ...]
    candidate: tuple[str, ...] = ()
    votes: str | None = None
    elected: str | None = None
    seats: str | None = None
    apart: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    transferable: Mapping[str, str] = field(default_factory=dict)
    scattered: bool = False


@dataclass(frozen=True, slots=True)
class Declared:
    """One table of a file: where it is, its columns and their kinds, and what its rows must agree in.

    `headless` has the columns of a file without a header; `others` is the kind of every column not named or `beside`;
    `sums` are (total, parts): columns that add up. Of a sheet with lines of totals, `only` rows whose column begins
    with one of the words are read. In a sheet without one line of names, a column goes by its number, from 1. Labels
    that are `party_coded` have the party's code in brackets behind its name. `codes` are columns of codes, each with
    the columns of the name it is of; `rows` is how many rows the edition has that was reviewed.
    """

    path: str
    source: str
    columns: Mapping[str, str]
    headless: tuple[str, ...] = ()
    others: str | None = None
    party: str | None = None
    party_code: str | None = None
    party_coded: bool = False
    contests: Contests | None = None
    sums: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sheet: str | None = None
    part: str | None = None
    beside: tuple[str, ...] = ()
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbered: Mapping[int, str] = field(default_factory=dict)
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rows: int | None = None

    @property
    def form(self) -> str:
        """`csv`, `json`, or the workbook's own."""
        return self.path.rpartition(".")[2]


@cache
def declared() -> tuple[Declared, ...]:
    """Every table of every file that the readers know."""
    text = (files("assistant.importer") / "reviewed" / MANIFEST).read_text("utf-8")
    return tuple(
        _table(path, source, table) for table in tomllib.loads(text)["table"] for path, source in table["files"].items()
    )


def _table(path: str, source: str, table: Mapping[str, Any]) -> Declared:
    contests = table.get("contests")
    return Declared(
        path,
        source,
        columns=table["columns"],
        headless=tuple(table.get("headless", ())),
        others=table.get("others"),
        party=table.get("party"),
        party_code=table.get("party_code"),
        party_coded=table.get("party_coded", False),
        contests=_contests(contests) if contests else None,
        sums=tuple((total, tuple(parts)) for total, parts in table.get("sums", {}).items()),
        sheet=table.get("sheet"),
        part=table.get("part"),
        beside=tuple(table.get("beside", ())),
        rows=table.get("rows", {}).get(path),
        codes={code: tuple(named) for code, named in table.get("codes", {}).items()},
        only={column: tuple(words) for column, words in table.get("only", {}).items()},
        numbered={number: kind for kind, numbers in table.get("numbered", {}).items() for number in numbers},
    )


def _contests(given: Mapping[str, Any]) -> Contests:
    return Contests(
        tuple(given["key"]),
        tuple(given.get("candidate", ())),
        votes=given.get("votes"),
        elected=given.get("elected"),
        seats=given.get("seats"),
        apart={column: tuple(words) for column, words in given.get("apart", {}).items()},
        transferable=given.get("transferable", {}),
        scattered=given.get("scattered", False),
    )
