"""Numbers and times, as people write them."""

import pytest

from assistant.core.meaning.nodes import Named, Number, Span
from assistant.core.names.lattice import Date, Refusal
from assistant.core.names.lexer import Lexer

Read = dict[str, object]


def read(lex: Lexer, text: str) -> Read:
    """Category → value, of the edges over the whole text."""
    lattice = lex.lattice(text)
    return {e.category: e.value for e in lattice.edges if (e.first, e.last) == (0, len(lattice.words))}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,508", 1508), ("10k", 10_000), ("1.5m", 1_500_000), ("twelve", 12), ("a hundred", 100), ("a dozen", 12),
        ("two hundred and thirty five", 235), ("three thousand and ten", 3010), ("10 thousand", 10_000), ("zero", 0),
        ("-18", -18), ("−18", -18), ("31.9", 31.9),
    ],
)  # fmt: skip
def test_counts(lex: Lexer, text: str, value: float) -> None:
    assert read(lex, text)["NUMBER"] == Number(value)


@pytest.mark.parametrize("text", ["30%", "30 per cent", "30 percent", "thirty per cent", "30pc"])
def test_percentages(lex: Lexer, text: str) -> None:
    assert read(lex, text)["PERCENT"] == Number(30, "%")


@pytest.mark.parametrize(
    ("text", "value"),
    [("half", 50), ("a quarter", 25), ("three quarters", 75), ("one in five", 20), ("3 out of 10", 30)],
)
def test_parts_of_a_whole(lex: Lexer, text: str, value: float) -> None:
    assert read(lex, text)["FRACTION"] == Number(value, "%")


@pytest.mark.parametrize(("text", "place"), [("first", 1), ("2nd", 2), ("twelfth", 12), ("21st", 21)])
def test_places_in_an_order(lex: Lexer, text: str, place: int) -> None:
    assert read(lex, text)["ORDINAL"] == Number(place)


def test_two_numbers_are_no_sum(lex: Lexer) -> None:
    assert "NUMBER" not in read(lex, "ten eleven")


@pytest.mark.parametrize(
    ("text", "year"), [("2016", "2016"), ("'16", "2016"), ("’97", "1997"), ("2040", "2040"), ("2k22", "2022")]
)
def test_years(lex: Lexer, text: str, year: str) -> None:
    assert read(lex, text)["YEAR"] == Named("year", (year,))


def test_four_digits_are_a_year_or_a_number_and_with_a_comma_a_number(lex: Lexer) -> None:
    assert read(lex, "1987") == {"NUMBER": Number(1987), "YEAR": Named("year", ("1987",))}
    assert read(lex, "1,987") == {"NUMBER": Number(1987)}


@pytest.mark.parametrize(
    "text",
    [
        "5 May 2016", "5th May 2016", "5th of May, 2016", "the 5th of May 2016", "May 5 2016", "May 5th, 2016",
        "Thursday 5 May 2016", "05/05/2016", "5.5.2016", "5/5/16", "2016-05-05",
    ],
)  # fmt: skip
def test_days(lex: Lexer, text: str) -> None:
    assert read(lex, text)["DATE"] == Date(2016, 5, 5)


def test_months(lex: Lexer) -> None:
    assert read(lex, "May 2016")["DATE"] == Date(2016, 5)
    assert read(lex, "June") == {"DAY": Date(None, 6)}
    assert read(lex, "2016-05")["DATE"] == Date(2016, 5)
    assert read(lex, "may") == {}


def test_a_day_that_there_is_not_is_told(lex: Lexer) -> None:
    assert read(lex, "31/02/2016") == {"REFUSED": Refusal("no such day", "31/02/2016")}


def test_a_year_of_two_halves_is_no_year(lex: Lexer) -> None:
    assert read(lex, "2016/17") == {"REFUSED": Refusal("two years", "2016/17")}


@pytest.mark.parametrize(
    ("text", "first"), [("2010s", 2010), ("1990s", 1990), ("90s", 1990), ("nineties", 1990), ("noughties", 2000)]
)
def test_decades(lex: Lexer, text: str, first: int) -> None:
    assert read(lex, text)["DECADE"] == Span(first, first + 9)


@pytest.mark.parametrize("text", ["2014-18", "2014–2018", "2014 - 2018"])
def test_ranges(lex: Lexer, text: str) -> None:
    assert read(lex, text)["YEARS_RANGE"] == Span(2014, 2018)


def test_two_digits_at_the_end_of_a_clause_are_a_year_too(lex: Lexer) -> None:
    short = [e.value for e in lex.lattice("Leeds locals 24").edges if e.category == "YEAR"]
    assert short == [Named("year", ("2024",))]
    assert not [e for e in lex.lattice("in 22 wards").edges if e.category == "YEAR"]
