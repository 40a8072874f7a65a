"""The views over contests for an office, in the tables as they are opened."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.tables import open_tables

Ask = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    tables = open_tables(Path(__file__).parents[2] / "data", None)
    yield lambda sql, *values: tables.connection.execute(sql, list(values)).fetchall()
    tables.close()


def result(ask: Ask, office_id: str, year: int, columns: str) -> tuple[Any, ...]:
    [row] = ask(f"SELECT {columns} FROM office_result WHERE office_id = ? AND year = ?", office_id, year)
    return row


def test_a_first_past_the_post_mayor(ask: Ask) -> None:
    columns = "winner, runner_up, majority, decided_on, result, from_party, round(winner_share, 1)"
    found = result(ask, "mayor:west-midlands", 2024, columns)
    assert found == ("Richard Parker", "Andy Street", 1508, "only count", "gain", "Conservative", 37.8)


def test_a_final_round(ask: Ask) -> None:
    columns = "winner, majority, decided_on, majority_share"
    assert result(ask, "mayor:west-midlands", 2017, columns) == ("Andy Street", 3766, "final round", None)


def test_no_share_or_swing_of_a_contest_that_lists_two(ask: Ask) -> None:
    columns = "complete, winner_share, majority, majority_share, swing, swing_gap"
    found = result(ask, "mayor:london", 2024, columns)
    assert found == (False, None, 275828, None, None, "not every candidate's votes are held")


def test_the_swing_of_a_by_election(ask: Ask) -> None:
    columns = "majority, round(swing, 2), swing_from, swing_to, result, round(turnout, 1)"
    found = result(ask, "constituency:blackpool-south", 2024, columns)
    assert found == (7607, 26.33, "Conservative", "Labour", "gain", 32.5)


@pytest.mark.parametrize(
    ("office_id", "year", "reason"),
    [
        ("constituency:rochdale", 2024, "did not stand there"),
        ("constituency:mid-ulster", 2013, "independents"),
        ("mayor:north-east", 2024, "independents"),
        ("mayor:west-yorkshire", 2021, "is not held"),
    ],
)
def test_a_swing_that_cannot_be_had_says_why(ask: Ask, office_id: str, year: int, reason: str) -> None:
    swing, gap = result(ask, office_id, year, "swing, swing_gap")
    assert swing is None
    assert reason in gap


def test_no_majority_without_the_final_round(ask: Ask) -> None:
    columns = "winner, runner_up_party, majority, majority_gap"
    found = result(ask, "pcc:north-wales", 2021, columns)
    assert found == ("Andy Dunbobbin", "Conservative", None, "the votes of the final round are not held")


def test_who_is_mayor_now_and_since_when(ask: Ask) -> None:
    [row] = ask("SELECT name, party, since_year, term FROM office_now WHERE office_id = 'mayor:london'")
    assert row == ("Sadiq Khan", "Labour", 2016, 3)
    abolished = "SELECT * FROM office_now WHERE office_id IN ('mayor:bristol', 'mayor:north-of-tyne')"
    assert ask(abolished) == []


def test_a_mayor_elected_to_parliament_since_is_told(ask: Ask) -> None:
    found = ask("SELECT name, elected_later FROM office_now WHERE elected_later IS NOT NULL")
    assert found == [("Andy Burnham", "Makerfield, 2026-06-18")]


def test_conservative_mayors_of_combined_authorities(ask: Ask) -> None:
    found = ask(
        "SELECT place FROM office_now WHERE party_id = 'conservative'"
        " AND office_kind = 'combined authority mayor' ORDER BY 1"
    )
    assert found == [("Cambridgeshire and Peterborough",), ("Tees Valley",)]


@pytest.mark.parametrize(
    ("key", "office_id"),
    [
        ("west midlands mayor", "mayor:west-midlands"),
        ("mayor of london", "mayor:london"),
        ("londons mayor", "mayor:london"),
        ("greater manchester mayor", "mayor:greater-manchester"),
        ("blackpool south by election", "constituency:blackpool-south"),
        ("blackpool south", "constituency:blackpool-south"),
        ("hartlepool by election", "constituency:hartlepool"),
        ("cumbria police and crime commissioner", "pcc:cumbria"),
        ("pcc for avon and somerset", "pcc:avon-and-somerset"),
        ("holyrood", "parliament:scottish-parliament"),
    ],
)
def test_names_of_offices(ask: Ask, key: str, office_id: str) -> None:
    assert ask("SELECT id FROM office_lexicon WHERE key = ?", key) == [(office_id,)]


def test_a_councils_bare_name_stays_the_councils(ask: Ask) -> None:
    assert ask("SELECT * FROM office_lexicon WHERE key IN ('hartlepool', 'rotherham', 'cumbria')") == []


def test_a_misspelt_name_is_the_persons(ask: Ask) -> None:
    assert ask("SELECT name, in_offices FROM person WHERE key = 'sadiq kahn'") == [("Sadiq Khan", True)]


def test_said_prefers_the_final_figure(ask: Ask) -> None:
    found = ask(
        "SELECT figure, said_by, final FROM said WHERE subject = 'nation:england' AND year = 2016"
        " AND party_id = 'labour' AND measure = 'net change' ORDER BY authority, declared DESC, reported_id"
    )
    assert [row[0] for row in found] == [-18, -15, -25, -28, -24]
    assert found[0][1:] == ("BBC", True)
    assert [row[2] for row in found[2:]] == [False, False, False]


@pytest.mark.parametrize("word", ["all", "home", "majority", "first", "croydon", "link"])
def test_no_party_goes_by_a_word_of_the_language(ask: Ask, word: str) -> None:
    assert ask("SELECT name FROM lexicon WHERE kind = 'party' AND key = ?", word) == []
