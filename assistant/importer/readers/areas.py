"""Nations, regions, counties, combined authorities and groups, with their councils → area, area_member."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.importer.model import Area, AreaMember, Council
from assistant.importer.readers.authorities import REGISTER, Register, reviewed
from assistant.importer.text import slug

REVIEW = "review"


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
        AreaMember(area_id, council_id, REGISTER) for area_id, councils in members.items() for council_id in councils
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
    "West Midlands": "the region: Herefordshire, Shropshire, Staffordshire, Warwickshire, Worcestershire "
    "and the seven boroughs; Derbyshire is in the East Midlands",
    "Yorkshire and The Humber": "Lincolnshire county is in the East Midlands; North and North East "
    "Lincolnshire are here",
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
