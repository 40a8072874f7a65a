"""What does not change a question: the order of keywords, capitals, politeness, marks at its end."""

from __future__ import annotations

from itertools import cycle, permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant
from tests.properties.readings import questions_of, read, single

WORDINGS = ("{}?", "{} ?", "{}.", "{}!", "{}?!", "  {}  ", "{} please", "please {}", "{}, please")
KEYWORDS = [
    ("Labour", "seats", "Dudley", "2016"),
    ("turnout", "Walsall", "2018"),
    ("closest wards", "Walsall", "2016"),
    ("largest party", "Birmingham", "2016"),
    ("who controls", "Dudley", "2015"),
    ("net seats", "Labour", "West Midlands", "2016"),
    ("seats won", "Greens", "England", "2024"),
    ("vote share", "Lib Dems", "Cheltenham", "2018"),
    ("composition", "Worcester", "2016"),
    ("Tories", "candidates", "Solihull", "2022"),
    ("majority", "Pleck", "Walsall", "2016"),
    ("Reform UK", "councillors", "Kent"),
]


def changed(real: Assistant, texts: list[tuple[str, str]]) -> list[str]:
    """The pairs that are not read alike."""
    return [f"{one} | {other}" for one, other in texts if read(real, one) != read(real, other)]


@pytest.mark.parametrize("words", KEYWORDS, ids=" ".join)
def test_keywords_in_any_order(words: tuple[str, ...], real: Assistant) -> None:
    first = read(real, " ".join(words))
    assert isinstance(first, tuple)
    others = [" ".join(order) for order in permutations(words)]
    assert [other for other in others if read(real, other) != first] == []


def test_capitals_and_small_letters(real: Assistant) -> None:
    understood = [text for text in list(single())[::3] if questions_of(real, text)]
    assert changed(real, [(text, text.upper()) for text in understood[::2]]) == []
    assert changed(real, [(text, text.lower()) for text in understood[1::2]]) == []


def test_marks_and_politeness(real: Assistant) -> None:
    turn = cycle(WORDINGS)
    bare = [text.rstrip("?.! ") for text in single()]
    understood = [text for text in bare[1::3] if questions_of(real, text)]
    assert changed(real, [(text, next(turn).format(text)) for text in understood]) == []


@settings(
    derandomize=True,
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_blanks_anywhere_between_words(real: Assistant, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(list(single("control", "keywords", "rankings"))))
    blank = data.draw(st.sampled_from(["  ", "\t", " \u00a0", "\n"]))
    assert read(real, text) == read(real, blank.join(text.split()))
