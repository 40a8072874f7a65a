"""Words to a typed Question: equal questions for equal meanings, other questions for other meanings."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.question.model import Ask, Measure, Op, Question, Rows, When
from assistant.question.refusal import Ambiguous, NotUnderstood, OutOfScope, PlaceMissing, UnknownName
from tests.properties.readings import read

ALIKE = [
    ("who controls Dudley", "control of Dudley", "who has control of Dudley", "Dudley control"),
    ("how many seats has Labour got in Dudley", "Labour seats Dudley", "number of Labour seats on Dudley"),
    ("turnout in Walsall in 2018", "Walsall 2018 turnout", "what was the turnout in Walsall in 2018?"),
    ("closest wards in Walsall 2016", "what were the closest wards in Walsall in 2016"),
    ("who runs Brum", "who runs Birmingham"),
    ("who controlled Nuneaton & Bedworth in 2010", "who controlled Nuneaton and Bedworth in 2010"),
]
UNLIKE = [
    ("seats Labour won in Dudley in 2016", "seats Labour held in Dudley in 2016"),
    ("councils with more than 30 Labour seats", "councils with at least 30 Labour seats"),
    ("wards Labour won in Walsall in 2016", "wards Labour did not win in Walsall in 2016"),
    ("closest wards in Walsall 2016", "safest wards in Walsall 2016"),
    ("Labour net seats West Midlands", "Labour net seats West Midlands combined authority"),
    ("who controls Newcastle upon Tyne", "who controls Newcastle-under-Lyme"),
    ("who controlled Derby in 2016", "who controlled Derbyshire in 2016"),
]
REFUSED = [
    ("who controls Newcastle", Ambiguous),
    ("who controls Atlantis", UnknownName),
    ("who should I vote for", OutOfScope),
    ("who controls", PlaceMissing),
    ("", NotUnderstood),
]


def one(real: Assistant, text: str) -> Question:
    (question,) = read(real, text)  # type: ignore[misc]
    return question


@pytest.mark.parametrize("texts", ALIKE, ids=lambda texts: texts[0])
def test_the_same_question_in_other_words(texts: tuple[str, ...], real: Assistant) -> None:
    first = one(real, texts[0])
    assert [text for text in texts if read(real, text) != (first,)] == []


@pytest.mark.parametrize(("this", "that"), UNLIKE)
def test_another_question_in_nearly_the_same_words(this: str, that: str, real: Assistant) -> None:
    assert one(real, this) != one(real, that)


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_refused(text: str, why: type[Exception], real: Assistant) -> None:
    assert read(real, text) is why


def test_control_of_a_council_now(real: Assistant) -> None:
    question = one(real, "who controls Dudley")
    assert (question.measure, question.places[0].id) == (Measure.CONTROL, "dudley")
    assert question.time.when is When.LATEST and question.time.assumed


def test_a_bound(real: Assistant) -> None:
    question = one(real, "councils where Labour has more than 30 seats")
    (condition,) = question.filters
    assert question.rows is Rows.COUNCIL
    assert (condition.op, condition.number, condition.party.id) == (Op.OVER, 30, "labour")  # type: ignore[union-attr]


def test_a_claim(real: Assistant) -> None:
    question = one(real, "did Labour lose Dudley in 2016")
    assert question.ask is Ask.WHETHER and question.time.years == (2016,)


def test_spans_are_no_part_of_equality(real: Assistant) -> None:
    near, far = one(real, "who controls Dudley"), one(real, "      who controls      Dudley")
    assert near == far and near.places[0].span != far.places[0].span


def test_a_follow_up_is_the_whole_question(real: Assistant) -> None:
    real.ask("who controlled Dudley in 2015")
    followed = real.explain("and in 2016?").question
    assert followed == one(real, "who controlled Dudley in 2016")
    assert followed is not None and followed.inherited == ("Dudley",)
