"""Names in sources → ids, on a register of a few councils."""

from datetime import date

import pytest

from assistant.importer.blocks import Block
from assistant.importer.model import Council
from assistant.importer.readers.authorities import Register
from assistant.importer.resolve import Councils
from assistant.importer.text import council_key, slug


def council(council_id: str, name: str, kind: str, **more: object) -> Council:
    given: dict[str, object] = {"gss": None, "gss_former": None, "valid_from": None, "valid_to": None}
    given |= {"successors": None, "note": None, **more}
    return Council(council_id, name, name, kind, "England", None, source_id="test", **given)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def councils() -> Councils:
    held = (
        council("durham-city", "Durham City", "district", valid_to=date(2009, 3, 31)),
        council("durham-county", "Durham County", "county", valid_to=date(2009, 3, 31)),
        council("gateshead", "Gateshead", "metropolitan borough", gss="E08000037", gss_former="E08000020"),
        council("nuneaton-and-bedworth", "Nuneaton and Bedworth", "district"),
        council("somerset", "Somerset", "unitary", valid_from=date(2023, 4, 1)),
        council(
            "somerset-county",
            "Somerset County",
            "county",
            gss="E10000027",
            valid_to=date(2023, 3, 31),
            successors="somerset",
        ),
        council("st-helens", "St Helens", "metropolitan borough"),
    )
    spellings = (
        ("Durham", "durham-city"),
        ("Durham", "durham-county"),
        ("Somerset", "somerset-county"),
    )
    return Councils(Register(held, spellings, {}, {"somerset": 2022}, {}, {}))


@pytest.mark.parametrize("name", ["Nuneaton & Bedworth", "NUNEATON AND BEDWORTH BOROUGH COUNCIL"])
def test_spelling_is_levelled(councils: Councils, name: str) -> None:
    assert councils.find(name, 2016) == "nuneaton-and-bedworth"


def test_a_full_stop_is_no_other_council(councils: Councils) -> None:
    assert councils.find("St. Helens", 2016) == "st-helens"


@pytest.mark.parametrize(("year", "found"), [(2021, "somerset-county"), (2022, "somerset"), (2026, "somerset")])
def test_the_year_tells_a_county_from_the_unitary_after_it(councils: Councils, year: int, found: str) -> None:
    assert councils.find("Somerset", year) == found


def test_the_countys_code_beside_the_unitarys_name_means_the_unitary(councils: Councils) -> None:
    assert councils.find("Somerset", 2022, gss="E10000027") == "somerset"


def test_a_superseded_code_is_known(councils: Councils) -> None:
    assert councils.find("anything", 2016, gss="E08000020") == "gateshead"


def test_two_of_a_name_are_not_settled_unless_the_kind_is_said(councils: Councils) -> None:
    assert councils.find("Durham", 2005) is None
    assert councils.find("Durham", 2005, kind="county") == "durham-county"


def test_an_abolished_council_is_not_found_after_its_end(councils: Councils) -> None:
    assert councils.find("Durham City", 2010) is None


def test_slugs_are_democracy_clubs() -> None:
    assert slug("King's Lynn & West Norfolk") == "kings-lynn-and-west-norfolk"
    assert slug("Newcastle-under-Lyme") == "newcastle-under-lyme"
    assert council_key("The Vale of Glamorgan Council") == "vale of glamorgan"


def block(**seats: int) -> Block:
    return Block("x", 2020, "snapshot", "", seats, None, None, None, "test")


def test_a_majority_needs_more_than_half() -> None:
    assert block(labour=18, conservative=18).majority is None
    assert block(labour=19, conservative=18).majority == "labour"


def test_others_together_are_no_majority() -> None:
    assert block(other=20, labour=13).majority is None


def test_a_party_without_seats_has_no_row() -> None:
    assert len(list(block(labour=5, ukip=0).rows())) == 2
