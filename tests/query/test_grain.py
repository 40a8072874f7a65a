"""A row that stands alone is told as it is; a group of rows is added up; both give the same figures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.query import grain
from assistant.query.build import build
from assistant.query.sql import Query
from assistant.question.model import Question, Rows
from assistant.question.refusal import Refusal
from tests.properties.readings import questions_of, single


def query_of(real: Assistant, text: str) -> Query:
    real.reset()
    return build(questions_of(real, text)[0]).query


@pytest.mark.parametrize(
    "text",
    [
        "Labour seats in Dudley 2016",
        "seats by party in Dudley",
        "turnout in Dudley 2016",
        "Labour seats in Dudley since 2010",
        "seats won by party in Dudley 2018",
        "turnout by ward in Dudley 2018",
    ],
)
def test_the_rows_of_one_council_are_not_added_up(real: Assistant, text: str) -> None:
    query = query_of(real, text)
    assert "GROUP BY" not in query.text
    assert "sum(" not in query.text


@pytest.mark.parametrize(
    "text", ["Labour seats in the West Midlands 2016", "votes in Gornal 2016", "turnout in Wales 2022"]
)
def test_several_rows_are_added_up(real: Assistant, text: str) -> None:
    assert "sum(" in query_of(real, text).text


def test_candidates_of_one_name_and_party_are_told_apart(real: Assistant) -> None:
    answer = real.ask("candidates in Ynysddu 2022").to_dict()
    alike = [row["votes"] for row in answer["rows"] if (row["candidate"], row["party"]) == ("P. Marsden", "Labour")]
    held = real._connection.execute(
        "SELECT d.votes FROM candidacy d JOIN contest t USING (contest_id) WHERE t.council_id = 'caerphilly'"
        " AND t.ward_slug = 'ynysddu' AND t.year = 2022 AND d.name = 'P. Marsden' ORDER BY d.votes DESC"
    ).fetchall()
    assert len(alike) == 2
    assert alike == [votes for (votes,) in held]


def test_a_row_alone_and_a_group_of_one_give_the_same(real: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    apart = []
    for question in list(lone_questions(real))[::3]:
        own = rows(real, build(question).query)
        with monkeypatch.context() as patch:
            patch.setattr(grain, "alone", lambda *_: False)
            grouped = rows(real, build(question).query)
        if own != [row for row in grouped if row["_first"] is not None]:
            apart.append(question)
    assert apart == []


def lone_questions(real: Assistant) -> Iterator[Question]:
    for text in list(single())[::3]:
        for question in questions_of(real, text):
            try:
                built = build(question)
            except (Refusal, StopIteration):  # answered in another way
                continue
            if grain.alone(question, built.cube, built.dims) and Rows.CANDIDATE not in built.dims:
                yield question


def rows(real: Assistant, query: Query) -> list[dict[str, object]]:
    """The rows, in an order that does not hang on the last bit of a weighted mean."""
    found = real._connection.execute(query.text, list(query.parameters))
    names = [column[0] for column in found.description or ()]
    listed = [dict(zip(names, map(rounded, row), strict=True)) for row in found.fetchall()]
    for row in listed:
        row.pop("_size", None)  # told of a row alone, never of a group
    return sorted(listed, key=repr)


def rounded(value: object) -> object:
    if isinstance(value, list):
        return " ".join(sorted(value))
    return round(value, 6) if isinstance(value, float) else value
