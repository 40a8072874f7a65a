"""The laws of follow-ups, over turns put together at random: `CONVERSATIONS=300` takes that many of each."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer.model import Answer
from assistant.core.assistant import Assistant
from assistant.core.conversation import BEGUN

_MANY = int(os.environ.get("CONVERSATIONS", "6"))
_PLACES = ("Leeds", "Exeter", "Norwich", "Wigan", "Stockport", "Sheffield")
_WHOLE_YEARS = ("2018", "2022")  # in which every winner is held
_YEARS = ("2018", "2019", "2022", "2023")
_PARTIES = ("Labour", "the Greens", "the Lib Dems", "the Conservatives")
_FIGURES = ("turnout in {place} in {year}", "votes in {place} in {year}", "{party} seats in {place} in {year}")
_LISTS = ("wards {party} won in {place} in {year}", "wards in {place} in {year}")
_LIMITS = ("a turnout under 35%", "a majority under 500", "a majority over 1,000")


@pytest.fixture(scope="module")
def core(cache_folder: Path) -> Iterator[Assistant]:
    with Assistant(cache=cache_folder) as one:
        yield one


def _said(core: Assistant, *turns: str) -> Answer:
    conversation, answered = BEGUN, None
    for text in turns:
        answered, conversation = core.answered(text, conversation)
    assert answered is not None
    return answered


def _slots(seed: int) -> dict[str, str]:
    chance = random.Random(seed)
    return {
        "place": chance.choice(_PLACES), "year": chance.choice(_YEARS), "party": chance.choice(_PARTIES),
        "figure": chance.choice(_FIGURES), "list": chance.choice(_LISTS), "limit": chance.choice(_LIMITS),
    }  # fmt: skip


def _other(seed: int, of: tuple[str, ...], but: str) -> str:
    return random.Random(seed + 1).choice([one for one in of if one != but])


@pytest.mark.parametrize("seed", range(_MANY))
def test_a_swap_is_the_whole_question_with_the_other_place(core: Assistant, seed: int) -> None:
    slots = _slots(seed)
    other = _other(seed, _PLACES, slots["place"])
    full = slots["figure"].format(**slots | {"place": other})
    assert _said(core, slots["figure"].format(**slots), f"what about {other}?").reading == _said(core, full).reading


@pytest.mark.parametrize("seed", range(_MANY))
def test_a_swap_there_and_back_is_the_first_meaning(core: Assistant, seed: int) -> None:
    slots = _slots(seed)
    first = slots["figure"].format(**slots)
    year = _other(seed, _YEARS, slots["year"])
    assert _said(core, first, f"and in {year}?", f"and in {slots['year']}?").reading == _said(core, first).reading


@pytest.mark.parametrize("seed", range(_MANY))
def test_the_order_of_two_independent_swaps_does_not_matter(core: Assistant, seed: int) -> None:
    slots = _slots(seed)
    first = slots["figure"].format(**slots)
    place, year = _other(seed, _PLACES, slots["place"]), _other(seed, _YEARS, slots["year"])
    there = _said(core, first, f"and in {place}?", f"and in {year}?")
    assert there.reading == _said(core, first, f"and in {year}?", f"and in {place}?").reading


@pytest.mark.parametrize("seed", range(_MANY))
def test_restrict_then_count_is_the_count_of_the_filtered_list(core: Assistant, seed: int) -> None:
    slots = _slots(seed)
    turns = (slots["list"].format(**slots), f"only wards with {slots['limit']}")
    assert (_said(core, *turns, "how many are there?").value or 0) == len(_said(core, *turns).rows)


@pytest.mark.parametrize("seed", range(_MANY))
def test_those_and_all_but_those_are_all(core: Assistant, seed: int) -> None:
    slots = _slots(seed)
    every = f"wards in {slots['place']} in {random.Random(seed).choice(_WHOLE_YEARS)}"
    those = f"which did {slots['party']} win?"
    some, rest = (len(_said(core, every, those, *more).rows) for more in ((), ("list the others",)))
    assert some + rest == len(_said(core, every).rows)


@pytest.mark.parametrize("seed", range(_MANY))
def test_a_whole_question_does_not_depend_on_what_went_before(core: Assistant, seed: int) -> None:
    before, asked = _slots(seed), _slots(seed + 1000)
    text = asked["figure"].format(**asked)
    after = _said(core, before["list"].format(**before), before["figure"].format(**before), text)
    assert (after.reading, after.value) == (_said(core, text).reading, _said(core, text).value)
