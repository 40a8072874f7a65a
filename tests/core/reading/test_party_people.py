"""A party in the plural is its people: counted as the seats that they have, listed as those who sit or stood."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer.model import Answer

Ask = Callable[[str], Answer]

SEATS = [
    ("how many tories are left on Birmingham council", "the Conservative seats held in Birmingham in 2026"),
    ("which council has the most independents", "the council with the most Independent seats held now"),
    ("how many Greens sit on Bristol council", "the Green seats held in Bristol in 2026"),
    ("how many independents got elected in Wigan in 2023", "the Independent seats won in Wigan in 2023"),
    ("which councils have no Greens", "councils where the Greens hold no seats now"),
]
PEOPLE = [
    ("name the Greens on Bristol council", "represent"),
    ("which tories won in Dudley in 2022", "won at least 1 ward of Dudley"),
]


@pytest.mark.parametrize(("text", "reading"), SEATS)
def test_counted_they_are_seats(text: str, reading: str, ask: Ask) -> None:
    assert ask(text).reading == reading


@pytest.mark.parametrize(("text", "said"), PEOPLE)
def test_listed_they_are_people(text: str, said: str, ask: Ask) -> None:
    reading = ask(text).reading or ""
    assert reading.startswith("people that") and said in reading
