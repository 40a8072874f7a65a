"""How far a count had got: the phrases that become one token, and those that do not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    assistant = Assistant(cache=tmp_path_factory.mktemp("tables"))
    yield assistant
    assistant.close()


def declared(one: Assistant, text: str) -> list[str]:
    return [str(token.value) for token in one.explain(text).tokens if token.terminal == "DECLARED"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Labour net seats with 80 of 124 declared", "80/124"),
        ("Labour net seats with 80 of the 124 councils declared", "80/124"),
        ("with 80 out of 124 councils declared, Labour net seats", "80/124"),
        ("Labour net seats after 96 of 124 councils", "96/124"),
        ("Labour net seats with 96 declared", "96/"),
        ("Labour net seats at 96 councils", "96/"),
        ("Labour net seats so far", "early"),
        ("Labour net seats, early results", "early"),
        ("Labour net seats when all had declared", "all"),
        ("Labour net seats with all councils declared", "all"),
    ],
)
def test_a_point_of_the_count(one: Assistant, text: str, value: str) -> None:
    assert declared(one, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "how many councils with 30 Labour seats",
        "wards won by 96 votes",
        "Labour seats on 24 councils",
        "80 of 124 seats",
    ],
)
def test_no_point_of_the_count(one: Assistant, text: str) -> None:
    assert declared(one, text) == []
