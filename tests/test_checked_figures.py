"""Figures that were counted in the sources by hand, asked for in words. None was taken from an answer."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant

HEADLINES = [
    ("how many seats were up in Birmingham in 2016", 40),
    ("how many seats did Labour win in Birmingham in 2016", 30),
    ("Conservative seats won Birmingham 2016", 7),
    ("how many seats did the Lib Dems win in Birmingham in May 2016", 3),
    ("how many candidates stood in Birmingham in 2016", 208),
    ("how many votes were cast in Birmingham in 2016", 223_984),
    ("how many seats are there on Birmingham council", 101),
    ("how many seats did Labour have in Birmingham in 2016", 80),
    ("who controlled Dudley in 2015", "Labour"),
    ("who controlled Dudley in 2016", "No overall control"),
    ("who controls Dudley", "No overall control"),
    ("how many seats does Reform have in Dudley", 23),
    ("who controlled Worcester in 2015", "Conservative"),
    ("who controlled Worcester in 2016", "No overall control"),
    ("who controlled Walsall in 2016", "No overall control"),
    ("who controlled Redditch in 2016", "Labour"),
    ("who controlled Redditch in 2023", "Conservative"),
    ("how many seats did Labour have on Redditch council in 2024", 21),
    ("who controlled Redditch in 2024", "Labour"),
    ("who controlled Harlow in 2024", "Conservative"),
    ("how many seats did Labour win in England in 2016", 1327),
    ("how many seats did the Conservatives win in England in 2016", 841),
    ("how many seats did the Lib Dems win in England in 2016", 379),
    ("UKIP seats won England 2016", 58),
    ("Greens seats won England 2016", 45),
    ("how many seats did Labour win in England in 2024", 1159),
    ("how many seats did the Lib Dems win in England in 2024", 522),
    ("how many seats did the Tories win in England in 2024", 515),
    ("Greens seats won England 2024", 181),
    ("majority in the Blackpool South by-election 2024", 7607),
    ("swing in the Blackpool South by-election 2024", 26.33),
    ("who won the West Midlands mayoral election in 2024", "Richard Parker"),
    ("majority in the West Midlands mayoral election 2024", 1508),
    ("how many votes did Richard Parker get in the West Midlands mayoral election 2024", 225_590),
]

MAKE_UPS = [
    (
        "composition of Birmingham 2016",
        {"Labour": 80, "Conservative": 29, "Liberal Democrat": 10, "Other": 1},
    ),
    ("composition of Dudley 2015", {"Labour": 38, "Conservative": 25, "Other": 9}),
    ("make-up of Dudley 2016", {"Labour": 35, "Conservative": 29, "UKIP": 8}),
    (
        "who controls Dudley",
        {"Conservative": 27, "Reform UK": 23, "Labour": 15, "Liberal Democrat": 4, "Other": 3},
    ),
    ("composition of Worcester in 2016", {"Conservative": 17, "Labour": 16, "Green": 2}),
    ("composition of Harlow in 2024", {"Conservative": 17, "Labour": 16}),
]

PARTS = [
    ("what was the composition of Walsall in 2016", {"Labour": 28, "Conservative": 25}),
    ("Redditch council make-up 2016", {"Labour": 15}),
    ("Redditch council make-up 2024", {"Labour": 21}),
]

COUNTED_COUNCILS = [
    ("how many seats did Labour win in England in 2016", "124"),
    ("how many seats did Labour win in England in 2024", "107"),
]


@pytest.mark.parametrize(("question", "figure"), HEADLINES)
def test_headline(question: str, figure: int | str, real: Assistant) -> None:
    answer = real.ask(question)
    assert (answer.outcome.value, answer.value) == ("answered", figure), answer.sentence


@pytest.mark.parametrize(("question", "seats"), MAKE_UPS)
def test_every_seat_of_a_council(question: str, seats: dict[str, int], real: Assistant) -> None:
    assert by_party(real, question) == seats


@pytest.mark.parametrize(("question", "seats"), PARTS)
def test_some_seats_of_a_council(question: str, seats: dict[str, int], real: Assistant) -> None:
    held = by_party(real, question)
    assert {party: held.get(party) for party in seats} == seats


@pytest.mark.parametrize(("question", "councils"), COUNTED_COUNCILS)
def test_a_sum_says_how_many_councils_it_counts(question: str, councils: str, real: Assistant) -> None:
    assert (real.ask(question).coverage or "").startswith(f"{councils} of ")


def test_dudley_has_72_seats_and_nobody_has_the_37(real: Assistant) -> None:
    answer = real.ask("who controls Dudley")
    for said in ("of 72 seats", "37 needed", "Conservative minority", "10 seats short"):
        assert said in answer.sentence
    assert answer.coverage and "2026" in answer.coverage
    assert [source.publisher for source in answer.sources] == ["Open Council Data UK"]


def test_labour_in_the_west_midlands_is_33_councils_and_not_the_34th(real: Assistant) -> None:
    answer = real.ask("Labour net seats West Midlands")
    assert isinstance(answer.value, int) and answer.basis and answer.coverage
    assert len(answer.rows) == 33
    assert {"Birmingham", "Dudley", "Shropshire", "Warwickshire"} <= {row["council"] for row in answer.rows}
    assert "Derbyshire" not in {row["council"] for row in answer.rows}
    assert sum(int(row["net_change"] or 0) for row in answer.rows) == answer.value
    assert "33 of the 33" in answer.coverage and "Derbyshire is in the East Midlands" in answer.coverage
    assert answer.reading and "the West Midlands region" in answer.reading and "2026" in answer.reading
    assert any("West Midlands combined authority" in note for note in answer.notes)


def test_the_combined_authority_is_seven(real: Assistant) -> None:
    answer = real.ask("Labour net seats West Midlands combined authority 2016")
    assert len(answer.rows) == 7


def test_blackpool_south_was_won_with_10_825_votes(real: Assistant) -> None:
    answer = real.ask("who won the Blackpool South by-election in 2024")
    assert "(Labour)" in answer.sentence and answer.rows[0]["votes"] == 10_825


def test_worcester_2016_went_from_the_conservatives(real: Assistant) -> None:
    real.ask("who controlled Worcester in 2016")
    assert real.ask("and in 2015?").value == "Conservative"


def by_party(real: Assistant, question: str) -> dict[Any, Any]:
    answer = real.ask(question)
    assert answer.outcome.value == "answered", answer.sentence
    return {row["party"]: row["seats"] for row in answer.rows}
