"""Any words at all become a Question or a refusal, and any Question becomes SQL that the database takes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant
from assistant.answer.model import Outcome
from tests.properties.readings import read, single
from tests.support.witness import unwatch, watch

# Words of everyday questions, so that many of the salads made of them are understood.
NAMES = (
    "Dudley", "Walsall", "Birmingham", "Kent", "Harlow", "West Midlands", "Wales", "Pleck", "Abbey", "Labour",
    "Tories", "Greens", "Lib Dems", "UKIP", "independents", "2016", "2019", "1990", "10", "50%", "3rd",
)  # fmt: skip
CHECKED = settings(
    derandomize=True,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@cache
def phrases() -> tuple[str, ...]:
    """Two- to four-word stretches of our own questions."""
    words = [text.split() for text in single()]
    runs = {" ".join(w[i : i + n]) for w in words for n in (2, 3, 4) for i in range(0, len(w), n)}
    return tuple(sorted(runs))


WORDS = st.one_of(st.sampled_from(NAMES), st.deferred(lambda: st.sampled_from(phrases())))
SALAD = st.lists(WORDS, max_size=6)


@pytest.fixture(autouse=True, scope="module")
def watched(_real: Assistant) -> Iterator[None]:
    """A query that the tables reject would be told as a refusal: here it fails the test."""
    watch(_real)
    yield
    unwatch(_real)


@settings(CHECKED, max_examples=150)
@given(st.text(max_size=200))
def test_any_characters(real: Assistant, text: str) -> None:
    read(real, text)


@settings(CHECKED, max_examples=250)
@given(SALAD)
def test_any_words(real: Assistant, words: list[str]) -> None:
    read(real, " ".join(words))


@settings(CHECKED, max_examples=150)
@given(SALAD)
def test_any_question_is_answered_or_refused(real: Assistant, words: list[str]) -> None:
    real.reset()
    answer = real.ask(" ".join(words))
    assert answer.sentence
    assert answer.outcome is not Outcome.ANSWERED or answer.reading


@settings(CHECKED, max_examples=60)
@given(st.lists(SALAD, min_size=2, max_size=4))
def test_any_conversation(real: Assistant, turns: list[list[str]]) -> None:
    real.reset()
    assert all(real.ask(" ".join(words)).sentence for words in turns)
