"""Offices by their names, and what a review adds to what the sources say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from assistant.importer.offices_model import Office, OfficeContest
from assistant.importer.text import slug
from assistant.importer.workbench import Workbench

_WITH_THE = frozenset(
    "West Midlands,Liverpool City Region,Tees Valley,West of England,North East,East Midlands".split(",")
)
_BODIES = {
    "Scottish Parliament": "Scotland",
    "National Assembly for Wales": "Wales",
    "London Assembly": "England",
}


def mayor(bench: Workbench, place: str, code: str, source: str) -> Office:
    """The mayoralty of *place*: of a combined authority (E47…), of London, or of one council."""
    office_id = f"mayor:{slug(place)}"
    name = f"Mayor of the {place}" if place in _WITH_THE else f"Mayor of {place}"
    if code.startswith("E47"):
        area = f"combined-authority:{slug(place)}"
        held = area if area in {getattr(row, "area_id", None) for row in bench.tables["area"]} else None
        return _office(office_id, name, "combined authority mayor", place, code, source, held)
    if place == "London":
        return _office(office_id, name, "mayor of London", place, code, source, "region:london")
    council_id = bench.councils.find(place, 2023)
    council = bench.councils.by_id[council_id] if council_id else None
    office = _office(office_id, name, "local mayor", place, code, source)
    if council is None:
        return office
    return replace(office, council_id=council_id, region=council.region, gss=council.gss)


def commissioner(place: str, code: str, source: str) -> Office:
    """The police and crime commissioner of *place*."""
    name = f"{place} Police and Crime Commissioner"
    nation = "Wales" if code.startswith("W") else "England"
    office = _office(f"pcc:{slug(place)}", name, "police and crime commissioner", place, code, source)
    return replace(office, nation=nation)


def constituency(name: str, code: str, nation: str, region: str, source: str) -> Office:
    """A constituency of the UK Parliament; its English region as our areas name it."""
    office = _office(f"constituency:{slug(name)}", name, "constituency", name, code, source)
    english = {"East": "East of England"}.get(region, region)
    return replace(office, nation=nation, region=english if nation == "England" else None)


def parliament(name: str, source: str) -> Office:
    """A parliament or assembly elected by constituencies and lists."""
    office = _office(f"parliament:{slug(name)}", name, "parliament", name, "", source)
    return replace(office, nation=_BODIES[name])


def _office(
    office_id: str, name: str, kind: str, place: str, code: str, source: str, area: str | None = None
) -> Office:
    return Office(office_id, name, kind, place, "England", None, area, None, code or None, None, None, None, source)


def amended(offices: Iterable[Office], rows: Iterable[dict[str, str]]) -> Iterator[Office]:
    """The offices, each with the dates and the note a review gives it."""
    found = {row["office_id"]: row for row in rows}
    for office in offices:
        row = found.get(office.office_id)
        if row is None:
            yield office
            continue
        first, last = (date.fromisoformat(row[k]) if row[k] else None for k in ("valid_from", "valid_to"))
        yield replace(office, valid_from=first, valid_to=last, note=row["note"] or None)


def reviewed_contest(contest: OfficeContest, row: dict[str, str]) -> OfficeContest:
    """The contest with a review's word on whether all candidates are held, and why not."""
    complete = row["complete"] == "1"
    return replace(
        contest,
        complete=complete,
        valid_votes=contest.valid_votes if complete else None,
        voided=row["voided"] == "1",
        note=row["note"] or contest.note,
    )
