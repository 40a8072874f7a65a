"""The register of authorities, reviewed, and the councils only the history knows → council."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

from assistant.importer.model import Council
from assistant.importer.text import slug

REGISTER = "mysociety-authorities"
HISTORY = "ocd-composition-1973-2015"

_KINDS = {
    "NMD": "district",
    "UA": "unitary",
    "MD": "metropolitan borough",
    "LBO": "london borough",
    "CC": "city corporation",
    "CTY": "county",
    "SCO": "scottish council",
    "WPA": "welsh council",
    "NID": "northern irish council",
}
# The register's own start dates before these are mostly the dates of its records.
_FIRST_RELIABLE_START = date(2009, 1, 1)
_COUNTY_OF = {"FOR": "SFK"}  # the register files Forest Heath under Surrey


@dataclass(frozen=True, slots=True)
class Register:
    """The councils with what resolving needs: spellings, codes, and the first poll of a successor."""

    councils: tuple[Council, ...]
    spellings: tuple[tuple[str, str], ...]  # (spelling, council_id)
    by_code: dict[str, str]  # register code → council_id
    first_poll: dict[str, int]
    county_of: dict[str, str]  # council_id → register code of its county
    authority_of: dict[str, str]  # council_id → register code of its combined authority


def reviewed(name: str) -> list[dict[str, str]]:
    """A reviewed table of this package, as rows of text."""
    text = (files("assistant.importer") / "reviewed" / name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def read_register(folder: Path) -> Register:
    """Read `authorities/` under *folder* and the package's reviewed tables."""
    with (folder / "authorities" / "uk_local_authorities.csv").open(encoding="utf-8", newline="") as lines:
        raw = [row for row in csv.DictReader(lines) if row["local-authority-type"] in _KINDS]
    amended = {row["code"]: row for row in reviewed("councils_amended.csv")}
    by_code = {row["local-authority-code"]: _council_id(row, amended) for row in raw}
    former = reviewed("councils_former.csv")
    councils = [
        *(_from_register(row, amended.get(row["local-authority-code"], {}), by_code) for row in raw),
        *(_from_history(row) for row in former),
    ]
    return Register(
        councils=tuple(sorted(councils, key=lambda council: council.council_id)),
        spellings=tuple(_spellings(folder, raw, former, by_code)),
        by_code=by_code,
        first_poll={by_code[code]: int(row["first_poll"]) for code, row in amended.items() if row["first_poll"]},
        county_of={
            by_code[code]: _COUNTY_OF.get(code, row["county-la"])
            for row in raw
            if row["county-la"] and (code := row["local-authority-code"])
        },
        authority_of={
            by_code[row["local-authority-code"]]: row["combined-authority"]
            for row in raw
            if row["combined-authority"] and row["current-authority"] == "True"
        },
    )


def _council_id(row: dict[str, str], amended: dict[str, dict[str, str]]) -> str:
    fix = amended.get(row["local-authority-code"])
    return fix["council_id"] if fix else slug(row["nice-name"])


def _from_register(row: dict[str, str], fix: dict[str, str], by_code: dict[str, str]) -> Council:
    kind = _KINDS[row["local-authority-type"]]
    successors = fix.get("successors") or ";".join(
        sorted(by_code[code] for code in row["replaced-by"].split(",") if code)
    )
    return Council(
        council_id=by_code[row["local-authority-code"]],
        name=fix.get("name") or row["nice-name"].strip(),
        official_name=row["official-name"].strip(),
        kind=kind,
        nation=row["nation"],
        region=fix.get("region") or row["region"] or None,
        gss=fix.get("gss") or row["gss-code"] or None,
        gss_former=_former_codes(row, fix),
        valid_from=_valid_from(row, fix),
        valid_to=_last_day(row["end-date"]),
        successors=successors or None,
        note=fix.get("note") or _turned_unitary(row, fix),
        source_id=REGISTER,
    )


def _former_codes(row: dict[str, str], fix: dict[str, str]) -> str | None:
    codes = {code for code in row["former-gss-codes"].split(",") if code}
    if fix.get("gss"):
        codes.add(row["gss-code"])
    return ";".join(sorted(codes)) or None


def _valid_from(row: dict[str, str], fix: dict[str, str]) -> date | None:
    if fix.get("valid_from"):
        return date.fromisoformat(fix["valid_from"])
    start = row["start-date"]
    if not start or date.fromisoformat(start) < _FIRST_RELIABLE_START or row["local-authority-code"] == "BDF":
        return None
    return date.fromisoformat(start)


def _last_day(text: str) -> date | None:
    """The register ends some councils on 31 March, others on the day after: always 31 March here."""
    if not text:
        return None
    day = date.fromisoformat(text)
    return day - timedelta(days=1) if day.day == 1 else day


def _turned_unitary(row: dict[str, str], fix: dict[str, str]) -> str | None:
    start = row["start-date"]
    if row["local-authority-type"] != "UA" or fix.get("valid_from") or not "1996" <= start[:4] <= "1998":
        return None
    return f"a district until {start[:4]}, a unitary council since"


def _from_history(row: dict[str, str]) -> Council:
    return Council(
        council_id=row["council_id"],
        name=row["name"],
        official_name=row["official_name"],
        kind=row["kind"],
        nation=row["nation"],
        region=row["region"] or None,
        gss=row["gss"] or None,
        gss_former=None,
        valid_from=date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        successors=row["successors"] or None,
        note=row["note"] or None,
        source_id=HISTORY,
    )


def _spellings(
    folder: Path, raw: list[dict[str, str]], former: list[dict[str, str]], by_code: dict[str, str]
) -> Iterator[tuple[str, str]]:
    for row in raw:
        council_id = by_code[row["local-authority-code"]]
        yield row["nice-name"], council_id
        yield row["official-name"], council_id
    for row in former:
        yield row["name"], row["council_id"]
        yield row["history_name"], row["council_id"]
    with (folder / "authorities" / "lookup_name_to_registry.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["local-authority-code"] in by_code:
                yield row["la-name"], by_code[row["local-authority-code"]]
    for row in reviewed("councils_spelt.csv"):
        yield row["spelling"], row["council_id"]
