"""Councils, areas, parties and names as shipped."""

from typing import Any

import pytest

PRESENT = "valid_to IS NULL AND (valid_from IS NULL OR valid_from < DATE '2026-12-01')"


def test_the_west_midlands_region_is_33_councils(query: Any) -> None:
    found = query(
        f"SELECT c.kind, count(*) FROM area_member JOIN council c USING (council_id)"
        f" WHERE area_id = 'region:west-midlands' AND {PRESENT} GROUP BY ALL ORDER BY ALL"
    )
    assert found == [("county", 3), ("district", 19), ("metropolitan borough", 7), ("unitary", 4)]


def test_the_combined_authority_is_seven(query: Any) -> None:
    found = query("SELECT council_id FROM area_member WHERE area_id = 'combined-authority:west-midlands' ORDER BY 1")
    boroughs = "birmingham coventry dudley sandwell solihull walsall wolverhampton"
    assert [row[0] for row in found] == boroughs.split()


@pytest.mark.parametrize("council_id", ["derbyshire", "lincolnshire"])
def test_the_registers_wrong_regions_are_put_right_and_said(query: Any, council_id: str) -> None:
    [(region, note)] = query("SELECT region, note FROM council WHERE council_id = ?", council_id)
    assert region == "East Midlands"
    assert "register" in note


def test_every_council_has_a_region(query: Any) -> None:
    assert query("SELECT council_id FROM council WHERE region IS NULL") == []


@pytest.mark.parametrize(
    ("council_id", "name"),
    [
        ("newcastle-upon-tyne", "Newcastle upon Tyne"),
        ("newcastle-under-lyme", "Newcastle-under-Lyme"),
        ("stratford-on-avon", "Stratford-on-Avon"),
        ("nuneaton-and-bedworth", "Nuneaton and Bedworth"),
        ("st-helens", "St Helens"),
        ("bristol", "Bristol"),
        ("herefordshire", "Herefordshire"),
        ("county-durham", "County Durham"),
        ("durham-city", "Durham City"),
        ("aberconwy", "Aberconwy"),
    ],
)
def test_names_are_as_people_print_them(query: Any, council_id: str, name: str) -> None:
    assert query("SELECT name FROM council WHERE council_id = ?", council_id) == [(name,)]


@pytest.mark.parametrize(
    ("council_id", "last_day", "successors"),
    [
        ("suffolk-coastal", "2019-03-31", "east-suffolk"),
        ("wycombe", "2020-03-31", "buckinghamshire"),
        ("corby", "2021-03-31", "north-northamptonshire"),
        ("cumbria", "2023-03-31", "cumberland;westmorland-and-furness"),
        ("kerrier", "2009-03-31", "cornwall"),
        ("greater-manchester-county", "1986-03-31", None),
    ],
)
def test_an_abolished_council_names_its_successors(
    query: Any, council_id: str, last_day: str, successors: str | None
) -> None:
    [(ended, heirs)] = query("SELECT valid_to, successors FROM council WHERE council_id = ?", council_id)
    assert str(ended) == last_day
    assert heirs == successors if successors else "bolton" in heirs


def test_superseded_codes_are_kept(query: Any) -> None:
    found = query("SELECT gss, gss_former FROM council WHERE council_id IN ('gateshead', 'stevenage') ORDER BY 1")
    assert found == [("E07000243", "E07000101"), ("E08000037", "E08000020")]


def test_main_parties_print_as_the_contract_says(query: Any) -> None:
    found = query("SELECT party_id, name FROM party WHERE kind <> 'party' OR ec_id IN ('PP53', 'PP7931') ORDER BY 1")
    assert found == [
        ("independent", "Independent"),
        ("labour", "Labour"),
        ("other", "Other"),
        ("reform-uk", "Reform UK"),
    ]


@pytest.mark.parametrize(
    ("alias", "targets"),
    [
        ("Brum", ["birmingham"]),
        ("Tories", ["conservative"]),
        ("Newcastle", ["newcastle-under-lyme", "newcastle-upon-tyne"]),
        ("Staffs", ["county:staffordshire", "staffordshire"]),
        ("Labour and Co-operative", ["labour"]),
        ("Somerset", ["somerset-county"]),
        ("Liberals", ["liberal"]),
    ],
)
def test_aliases_mean_what_people_mean(query: Any, alias: str, targets: list[str]) -> None:
    assert [row[0] for row in query("SELECT target FROM name WHERE alias = ? ORDER BY 1", alias)] == targets


def test_no_alias_is_listed_twice_in_another_case(query: Any) -> None:
    assert query("SELECT lower(alias), target FROM name GROUP BY ALL HAVING count(*) > 1") == []
