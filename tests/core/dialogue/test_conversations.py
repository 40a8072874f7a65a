"""Follow-ups over the shipped tables: each is an operation on the meaning that was answered last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer.model import Answer, Outcome
from assistant.core.assistant import Assistant
from assistant.core.conversation import BEGUN


@pytest.fixture(scope="module")
def core(cache_folder: Path) -> Iterator[Assistant]:
    with Assistant(cache=cache_folder) as one:
        yield one


def said(core: Assistant, *turns: str) -> Answer:
    """The answer to the last of some turns of one conversation."""
    conversation, answered = BEGUN, None
    for text in turns:
        answered, conversation = core.answered(text, conversation)
    assert answered is not None
    return answered


@pytest.mark.parametrize(
    ("turns", "alone"),
    [
        (["turnout in Exeter in 2022", "what about Norwich?"], "turnout in Norwich in 2022"),
        (["turnout in Exeter in 2022", "and in 2018?", "Bury?"], "turnout in Bury in 2018"),
        (["who won Topsham in 2022", "and in 2018?"], "who won Topsham in 2018"),
        (["turnout in Exeter in 2022", "sorry, I meant Norwich, not Exeter"], "turnout in Norwich in 2022"),
        (["turnout in Stockport in 2024", "the year before?"], "turnout in Stockport in 2023"),
        (["how many seats did UKIP win in 2014", "and two years later?"], "how many seats did UKIP win in 2016"),
        (["who won Topsham in 2022", "and what was the majority?"], "majority in Topsham in 2022"),
        (["Labour votes in Leeds in 2018", "and seats?"], "Labour seats in Leeds in 2018"),
        (["is Lincoln Labour", "and Exeter?"], "is Exeter Labour"),
        (["Lib Dem seats in Sutton in 2018", "how many did the Tories have"], "Conservative seats in Sutton in 2018"),
        (
            ["which ward had the lowest turnout in Birmingham in 2022", "what was it"],
            "turnout in Shard End, Birmingham in 2022",
        ),
        (["closest wards in Kirklees in 2022", "just the top 3"], "the 3 closest wards in Kirklees in 2022"),
        (["who controls Kent", "and before that?"], "who controlled Kent in 2024"),
        (
            ["wards in Redditch with a turnout under 30% in 2022", "how about over 33%?"],
            "wards in Redditch with a turnout over 33% in 2022",
        ),
        (
            ["wards Labour won in Rugby in 2021", "how many did they not win?"],
            "how many wards in Rugby did Labour not win in 2021",
        ),
        (["votes in Norwich in 2022", "by party", "what about the Greens?"], "Green votes in Norwich in 2022"),
    ],
)
def test_the_last_turn_is_the_question_that_it_stands_for(core: Assistant, turns: list[str], alone: str) -> None:
    assert said(core, *turns).value == said(core, alone).value is not None


@pytest.mark.parametrize(("there", "back"), [("what about Norwich?", "Exeter?"), ("and in 2018?", "and in 2022?")])
def test_a_swap_there_and_back_is_the_first_meaning(core: Assistant, there: str, back: str) -> None:
    first = "turnout in Exeter in 2022"
    assert said(core, first, there, back).reading == said(core, first).reading


@pytest.mark.parametrize("condition", ["a turnout under 25%", "a majority under 500", "more than 3,000 votes"])
def test_restrict_then_count_is_the_count_of_the_filtered_list(core: Assistant, condition: str) -> None:
    listed = ["wards Labour won in Leeds in 2022", f"with {condition}"]
    assert said(core, *listed, "how many are there?").value == len(said(core, *listed).rows)


def test_those_and_all_but_those_are_all(core: Assistant) -> None:
    every = "wards in Exeter in 2022"
    but_one = said(core, every, "without Topsham")
    assert len(but_one.rows) == len(said(core, every).rows) - 1


BEFORE = ["who controls Bury", "wards Labour won in Leeds in 2022", "who won Abbey ward in 2022"]
WHOLE = ["turnout in Exeter in 2022", "who controls Stockport", "how many councils does Labour control"]


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("whole", WHOLE)
def test_a_whole_question_does_not_depend_on_what_went_before(core: Assistant, before: str, whole: str) -> None:
    assert said(core, before, whole).reading == said(core, whole).reading


@pytest.mark.parametrize("reply", ["the one in Reading", "Reading", "Abbey, Reading"])
def test_a_reply_settles_what_was_asked_back(core: Assistant, reply: str) -> None:
    settled = said(core, "who won Abbey ward in 2022", reply)
    assert settled.reading == "people that won Abbey in Reading in 2022"


def test_a_number_settles_what_was_asked_back(core: Assistant) -> None:
    asked = said(core, "who won Abbey ward in 2022")
    assert asked.outcome is Outcome.AMBIGUOUS
    assert "Abbey" in (said(core, "who won Abbey ward in 2022", "2").reading or "")


def test_another_question_drops_what_was_asked_back_and_says_so(core: Assistant) -> None:
    assert any("dropped" in note for note in said(core, "who won Abbey ward in 2022", "who controls Bury").notes)


def test_what_was_inherited_is_told(core: Assistant) -> None:
    assumed = said(core, "turnout in Exeter in 2022", "and in 2018?").assumed
    assert any("the turnout in Exeter in 2022" in sentence for sentence in assumed)


@pytest.mark.parametrize("fragment", ["without Labour", "of those, which was closest?", "sort by majority"])
def test_a_fragment_that_fits_nothing_is_no_answer(core: Assistant, fragment: str) -> None:
    assert said(core, "turnout in Exeter in 2022", fragment).outcome is not Outcome.ANSWERED
