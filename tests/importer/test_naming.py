"""Names as sources print them: wards and people."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.importer.members import member
from assistant.importer.people import given_first, initials_last, surname_first
from assistant.importer.spelling import mend
from assistant.importer.wards import WardNames, contest_id, tidy, ward_key


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Wye T.", ("T. Wye", "Wye")),
        ("Cole A.M.", ("A.M. Cole", "Cole")),
        ("Barnard RC.", ("R.C. Barnard", "Barnard")),
        ("van Moyland S.", ("S. van Moyland", "van Moyland")),
        ("Olugbemi '.", ("Olugbemi", "Olugbemi")),
    ],
)
def test_initials_last(printed: str, told: tuple[str, str]) -> None:
    assert initials_last(printed) == told


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Loader, J.", ("J. Loader", "Loader")),
        ("van den Bogerd, D.", ("D. van den Bogerd", "van den Bogerd")),
    ],
)
def test_surname_first(printed: str, told: tuple[str, str]) -> None:
    assert surname_first(printed) == told


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Emma Evans", ("Emma Evans", "Evans")),
        ("Kath Baker (NOT ELECTED)", ("Kath Baker", "Baker")),
        ("Eamonn O'?Nolan", ("Eamonn O'Nolan", "O'Nolan")),
        ("Susan van de Ven", ("Susan van de Ven", "van de Ven")),
    ],
)
def test_given_first(printed: str, told: tuple[str, str]) -> None:
    assert given_first(printed) == told


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Mrs Ann Allen, MBE", ("Ann Allen", "Allen")),
        ("Arnold, Kathleen", ("Kathleen Arnold", "Arnold")),
        ("JAMES. Joel. S", ("Joel S James", "James")),
        ("Carl Henry LIS", ("Carl Henry Lis", "Lis")),
        ("ian bonner", ("Ian Bonner", "Bonner")),
        ("Robert [Bob] Frost", ("Robert Frost", "Frost")),
    ],
)
def test_member(printed: str, told: tuple[str, str]) -> None:
    assert member(printed) == told


def test_garbled_apostrophes() -> None:
    assert mend("KingÃ¦s Hedges") == mend("Kingâ€™s Hedges") == mend("King’s  Hedges") == "King's Hedges"


@pytest.mark.parametrize(
    "spelling",
    [
        "Netherton, Woodside and St Andrews",
        "Netherton Woodside & St. Andrews",
        "NETHERTON WOODSIDE AND ST. ANDREWS WARD",
    ],
)
def test_one_key_for_all_spellings(spelling: str) -> None:
    assert ward_key(spelling) == ward_key("Netherton, Woodside & St Andrew's")


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("POUND HILL NORTH & Forge Wood", "Pound Hill North and Forge Wood"),
        ("Westbury-On-Trym And Henleaze", "Westbury-on-Trym and Henleaze"),
        ("St. Budeaux", "St Budeaux"),
        ("Booker/ Cressex & Castlefield", "Booker/Cressex and Castlefield"),
    ],
)
def test_tidy(printed: str, told: str) -> None:
    assert tidy(printed) == told


def test_a_reviewed_spelling_wins() -> None:
    names = WardNames({("dudley", ward_key("Lye & Wollescote")): "Lye and Stourbridge North"})
    names.see("dudley", "Lye & Wollescote", "turnout-2012-2015")
    names.see("dudley", "Lye And Stourbridge North", "leap-2014")
    assert names.name("dudley", "lye and wollescote") == (
        "Lye and Stourbridge North",
        "lye-and-stourbridge-north",
    )


def test_contest_ids() -> None:
    day = date(2016, 5, 5)
    assert contest_id("dudley", "gornal", day, by_election=False) == "local.dudley.gornal.2016-05-05"
    assert contest_id("barnet", "underhill", day, by_election=True) == "local.barnet.underhill.by.2016-05-05"
