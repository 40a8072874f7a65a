"""What each year's handbook calls its sheets and columns, and how it counts turnout."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from assistant.importer.ballots import Reading, Turnout
from assistant.importer.people import given_first, initials_last, surname_first
from assistant.importer.readers.handbook import Place, Shape, read_workbook
from assistant.importer.readers.sheets import Record, number, text, whole
from assistant.importer.spelling import mend


def read(folder: Path) -> list[Reading]:
    """The four workbooks under `folder`/handbook."""
    return [read_workbook(folder, shape) for shape in (_2021, _2022, _2024, _2025)]


def _place_2021(row: Record) -> Place:
    """A county division (E58…) is listed under a district's name but is the county's seat."""
    if text(row["Ward/ED code"]).startswith("E58"):
        return text(row["County name"]), text(row["County code"]), "county"
    return text(row["Local authority name"]), text(row["Local authority code"]), None


def _place_2022(row: Record) -> Place:
    return text(row["Local authority name"]), text(row["Local authority code"]), None


def _place_2024(row: Record) -> Place:
    return text(row["Local authority name"]), text(row.get("ONS local authority code")) or None, None


def _place_2025(row: Record) -> Place:
    kinds = {"CC": "county", "UC": "unitary", "MB": "metropolitan borough"}
    return text(row["Upper tier authority"]), None, kinds.get(text(row["Local authority type"]))


def _name_2025(row: Record) -> tuple[str, str]:
    name, surname = given_first(text(row["Candidate name"]))
    return name, mend(text(row["Last names"])) or surname


def _percent(source_id: str, ward: Record) -> Turnout:
    return Turnout(source_id, whole(ward["Electorate"]), None, number(ward["Turnout (%)"]), "as published")


def _turnout_2024(source_id: str, ward: Record) -> Turnout:
    """A fraction; where it was worked out to the last digit, it gives back the ballots it came from.

    "Total votes" counts votes, so it says how many voted only where a ward filled one place.
    """
    electorate, share = whole(ward["Electorate"]), number(ward["Turnout (%)"])
    if not electorate or not share:
        return Turnout(source_id, electorate, None, None, "as published")
    counted = round(share * electorate)
    exact = abs(counted / electorate - share) < 1e-9
    valid = whole(ward["Vacancies"]) == 1 and counted == whole(ward["Total votes"])
    basis = "valid votes" if exact and valid else "as published"
    return Turnout(source_id, electorate, counted if exact else None, round(share * 100, 2), basis)


def _turnout_2025(source_id: str, ward: Record) -> Turnout:
    """Ballots, invalid ones included, of the electorate; worked out for the one ward without a figure."""
    electorate, ballots = whole(ward["Electorate"]), whole(ward["Ballots"])
    share = number(ward["Turnout (EC method)"])
    if not share and electorate and ballots:
        share = ballots / electorate
    percent = round(share * 100, 1) if share else None
    return Turnout(source_id, electorate, ballots, percent, "ballots at the count")


_2021 = Shape(
    day=date(2021, 5, 6),
    candidates="Candidates-results",
    wards="Wards-results",
    header="Ward/ED name",
    ward="Ward/ED name",
    ward_gss="Ward/ED code",
    label="Party name",
    votes="Votes",
    seats="Vacancies",
    place=_place_2021,
    name=lambda row: initials_last(text(row["Candidate name"])),
    turnout=_percent,
    seats_on_wards=True,
)
_2022 = Shape(
    day=date(2022, 5, 5),
    candidates="Candidates-results",
    wards="Wards-results",
    header="Ward name",
    ward="Ward name",
    ward_gss="Ward code",
    label="Party name",
    votes="Votes",
    seats="Vacancies",
    place=_place_2022,
    name=lambda row: initials_last(text(row["Candidate name"])),
    turnout=_percent,
)
_2024 = Shape(
    day=date(2024, 5, 2),
    candidates="Candidates results",
    wards="Wards results",
    header="Ward name",
    ward="Ward name",
    ward_gss="Ward code",
    label="Party name",
    votes="Votes",
    seats="Vacancies",
    place=_place_2024,
    name=lambda row: surname_first(text(row["Name"])),
    turnout=_turnout_2024,
)
_2025 = Shape(
    day=date(2025, 5, 1),
    candidates="Candidates result",
    wards="Ward results",
    header="Ward/ County Electoral District name",
    ward="Ward/ County Electoral District name",
    ward_gss="ONS ward code",
    label="Party name",
    votes="Votes cast",
    seats="Seats contested",
    place=_place_2025,
    name=_name_2025,
    turnout=_turnout_2025,
)
