"""The register of authorities, reviewed, and the councils only the history knows → council, area, area_member."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

from assistant.importer.model import Area, AreaMember, Council
from assistant.importer.text import slug

REGISTER = "mysociety-authorities"
HISTORY = "ocd-composition-1973-2015"
REVIEW = "review"

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
    """The councils with what resolving needs: spellings, register codes, and the first poll of a successor."""

    councils: tuple[Council, ...]
    spellings: tuple[tuple[str, str], ...]  # (spelling, council_id)
    by_code: dict[str, str]  # register code → council_id
    first_poll: dict[str, int]
    county_of: dict[str, str]  # council_id → register code of its county
    authority_of: dict[str, str]  # council_id → register code of its combined authority


def reviewed(name: str) -> list[dict[str, str]]:
    """A reviewed table of this package, as rows of text."""
    path = files("assistant.importer") / "reviewed" / name
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


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
        first_poll={
            by_code[code]: int(row["first_poll"]) for code, row in amended.items() if row["first_poll"]
        },
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
        gss=row["gss-code"] or None,
        gss_former=";".join(sorted(row["former-gss-codes"].split(","))) or None,
        valid_from=_valid_from(row, fix),
        valid_to=_last_day(row["end-date"]),
        successors=successors or None,
        note=fix.get("note") or _turned_unitary(row, fix),
        source_id=REGISTER,
    )


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
        gss=None,
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


def areas(register: Register) -> tuple[list[Area], list[AreaMember]]:
    """Nations, regions, counties, combined authorities and groups, with their councils past and present."""
    rows = [_area(row) for row in reviewed("areas.csv")]
    members = {row["area_id"]: set(_members(row, register)) for row in reviewed("areas.csv")}
    for area, councils in _regions(register.councils):
        rows.append(area)
        members[area.area_id] = councils
    for area, councils in _shire_counties(register):
        if area.area_id not in members:
            rows.append(area)
            members[area.area_id] = councils
    listed = [
        AreaMember(area_id, council_id, REGISTER)
        for area_id, councils in members.items()
        for council_id in councils
    ]
    return rows, listed


def _area(row: dict[str, str]) -> Area:
    return Area(row["area_id"], row["name"], row["kind"], row["note"] or None, REVIEW)


def _members(row: dict[str, str], register: Register) -> Iterator[str]:
    yield from filter(None, row["members"].split(";"))
    if row["kind"] == "nation":
        nations = {
            "Great Britain": {"England", "Scotland", "Wales"},
            "United Kingdom": {"England", "Scotland", "Wales", "Northern Ireland"},
        }.get(row["name"], {row["name"]})
        yield from (council.council_id for council in register.councils if council.nation in nations)
    if code := row["register_code"]:
        yield from (council for council, held in register.authority_of.items() if held == code)
        yield from (council for council, held in register.county_of.items() if held == code)


_REGION_NOTES = {
    "East Midlands": "with Derbyshire and Lincolnshire, which the register's files place in other regions",
    "West Midlands": "the region: Herefordshire, Shropshire, Staffordshire, Warwickshire, Worcestershire and the "
    "seven boroughs; Derbyshire is in the East Midlands",
    "Yorkshire and The Humber": "Lincolnshire county is in the East Midlands; North and North East Lincolnshire "
    "are here",
}


def _regions(councils: Iterable[Council]) -> Iterator[tuple[Area, set[str]]]:
    english = [council for council in councils if council.nation == "England" and council.region]
    for region in sorted({council.region for council in english if council.region}):
        area = Area(f"region:{slug(region)}", region, "region", _REGION_NOTES.get(region), REGISTER)
        yield area, {council.council_id for council in english if council.region == region}


def _shire_counties(register: Register) -> Iterator[tuple[Area, set[str]]]:
    codes = {council_id: code for code, council_id in register.by_code.items()}
    for council in register.councils:
        code = codes.get(council.council_id)
        if council.kind != "county" or code is None:
            continue
        districts = {member for member, county in register.county_of.items() if county == code}
        name = council.name.removesuffix(" County")
        note = "its districts; the county council is a council of its own, and unitary councils are apart"
        yield Area(f"county:{slug(name)}", name, "county", note, REGISTER), districts
