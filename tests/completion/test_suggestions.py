"""What Tab offers, over the real grammar and names."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from assistant import Assistant
from assistant.completion.fuzzy import BEGINS, LATER_WORD, LETTERS, fit
from assistant.completion.typing import Typing
from assistant.completion.usage import Usage
from assistant.repl.examples import all_examples


@pytest.fixture(scope="module")
def typing() -> Typing:
    return Assistant().typing


@pytest.fixture(scope="module")
def usage(typing: Typing) -> Usage:
    learned = Usage()
    for question in all_examples():
        learned.learn(typing.tokens(question))
    return learned


@pytest.mark.parametrize(
    ("typed", "first", "kind"),
    [
        ("who con", "controls", "word"),
        ("who controls wlsl", "Walsall", "council · metropolitan borough"),
        ("who controls nunbed", "Nuneaton and Bedworth", "council · district"),
        ("who controls north somer", "North Somerset", "council · unitary"),
        ("lab", "Labour", "party"),
        ("Labour net seats west mid", "West Midlands", "region"),
        ("closest in Walsall bloxwich e", "Bloxwich East", "ward · Walsall"),
        ("tur", "turnout", "word"),
    ],
)
def test_the_best_is_first(typed: str, first: str, kind: str, typing: Typing, usage: Usage) -> None:
    best = typing.suggest(typed, usage)[0]
    assert (best.text, best.kind) == (first, kind)


def test_what_is_spoken_of_comes_first(typing: Typing, usage: Usage) -> None:
    for council in ("Wandsworth", "Waltham Forest"):
        assert typing.suggest("who controls wa", usage, [council])[0].text == council


def test_own_questions_come_before_others(typing: Typing) -> None:
    own = Usage()
    for _ in range(5):
        own.learn(typing.tokens("who controls Wandsworth"))
    assert typing.suggest("who controls wa", own)[0].text == "Wandsworth"


def test_only_what_may_stand_there_is_offered(typing: Typing, usage: Usage) -> None:
    """After "without" a party, a place or a ward can stand; a year cannot be begun by letters."""
    assert all(each.start == 4 for each in typing.suggest("who con", usage))
    assert typing.suggest("who controls zzzzqq", usage) == []


def test_a_longer_beginning_offers_less(typing: Typing, usage: Usage) -> None:
    counts = [len(typing.suggest(f"who controls {'wolverhampton'[:n]}", usage)) for n in (4, 7, 13)]
    assert all(before >= after >= 1 for before, after in pairwise(counts))


def test_it_keeps_up_with_a_quick_typist(typing: Typing, usage: Usage) -> None:
    question = "how many seats did the Liberal Democrats win in Nuneaton and Bedworth in 2016 "
    typing.suggest(question, usage)
    begun = time.perf_counter()
    for end in range(len(question)):
        typing.suggest(question[:end], usage)
    assert (time.perf_counter() - begun) / len(question) < 0.1


def test_letters_fit_in_their_order_from_a_words_beginning() -> None:
    assert fit("wal", "walsall") > LATER_WORD  # type: ignore[operator]
    assert LETTERS < fit("hull", "kingston upon hull") < BEGINS  # type: ignore[operator]
    assert fit("nunbed", "nuneaton and bedworth") < fit("nuneab", "nuneaton and bedworth") <= LETTERS  # type: ignore[operator]
    assert fit("llasw", "walsall") is None and fit("w", "new") is None
