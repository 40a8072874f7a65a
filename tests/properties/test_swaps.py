"""No reading depends on a particular name: another council, party or year gives the same Question of it.

Every own question is tried, each with another of the names in turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle
from typing import Any

import pytest

from assistant import Assistant
from assistant.names.token import Kind, Sense, Token
from assistant.question.model import Party, Place, Question, SameAs, Time
from tests.properties.readings import mapped, questions_of, read, single, swapped

DISTRICTS = ("Dudley", "Tamworth", "Ipswich", "Barking and Dagenham", "Rochdale", "Welwyn Hatfield", "Oxford")
PARTIES = ("Labour", "the Conservatives", "Lib Dems", "Greens", "UKIP", "Reform UK", "Plaid Cymru")
YEARS = (2014, 2016, 2018, 2019, 2021, 2022, 2024)
Change = Callable[[Any], Any]
Own = tuple[str, list[Token], tuple[Question, ...]]


@pytest.fixture(scope="module")
def own(_real: Assistant) -> list[Own]:
    """Every own question that is understood, with its tokens and its reading."""
    found = [(text, _real._tokens(text), questions_of(_real, text)) for text in single()]
    return [one for one in found if one[2]]


def council_swaps(
    real: Assistant, text: str, tokens: list[Token], names: Iterator[str]
) -> tuple[str, Change] | None:
    """The text with its one council exchanged, and the same exchange in a Question."""
    named = [token for token in tokens if token.terminal == "PLACE"]
    if len(named) != 1 or named[0].correction or any(token.terminal == "WARD" for token in tokens):
        return None
    senses = [sense for sense in named[0].senses if sense.kind in (Kind.COUNCIL, Kind.AREA)]
    if len(senses) != 1 or senses[0].kind is not Kind.COUNCIL or senses[0].last_year != 9999:
        return None
    old, new = senses[0], council(real, next(names))

    def change(node: Any) -> Any:
        if not isinstance(node, Place) or node.id != old.id:
            return node
        return Place(new.id, new.name, "council", new.detail if node.detail else "")

    return swapped(text, named[0], new.name), change


def party_swaps(
    real: Assistant, text: str, tokens: list[Token], names: Iterator[str]
) -> tuple[str, Change] | None:
    """The text with its one party exchanged, and the same exchange in a Question."""
    named = [token for token in tokens if token.terminal == "PARTY"]
    if len(named) != 1 or named[0].correction or named[0].senses[0].id == "independent":
        return None
    old = named[0].senses[0]
    name = next(names)
    senses = real.lexicon.get(name.lower().removeprefix("the "))
    changed = next(Party(sense.id, sense.name) for sense in senses if sense.kind is Kind.PARTY)
    return swapped(text, named[0], name), lambda node: (
        changed if isinstance(node, Party) and node.id == old.id else node
    )


def year_swaps(
    _: Assistant, text: str, tokens: list[Token], years: Iterator[str]
) -> tuple[str, Change] | None:
    """The text with its one year exchanged, and the same exchange in a Question.

    Not of a ward, or of a name that means one council before a year and another after it.
    """
    named = [token for token in tokens if token.terminal == "YEAR"]
    if len(named) != 1 or not named[0].text.isdigit() or not all(map(timeless, tokens)):
        return None
    old, new = int(str(named[0].value)), int(next(years))

    def change(node: Any) -> Any:
        if isinstance(node, Time):
            # "The year before 2016" is 2015, so what lies beside the year moves with it.
            return replace(node, years=tuple(y - old + new if abs(y - old) <= 1 else y for y in node.years))
        return SameAs(new) if node == SameAs(old) else node

    return swapped(text, named[0], str(new)), change


def timeless(token: Token) -> bool:
    """Whether a name names the same in every year."""
    places = [sense for sense in token.senses if sense.kind in (Kind.COUNCIL, Kind.AREA)]
    councils = [sense for sense in places if sense.kind is Kind.COUNCIL]
    always = all(sense.first_year <= 1974 and sense.last_year == 9999 for sense in councils)
    return token.terminal != "WARD" and len(places) < 2 and always


def council(real: Assistant, name: str) -> Sense:
    return next(sense for sense in real.lexicon.get(name.lower()) if sense.kind is Kind.COUNCIL)


def dependent(real: Assistant, own: list[Own], swap: Any, names: tuple[str, ...]) -> tuple[list[str], int]:
    """The own questions that another name changes, and how many were tried."""
    faults, tried, turn = [], 0, cycle(names)
    for text, tokens, before in own:
        pair = swap(real, text, tokens, turn)
        if pair is None:
            continue
        tried += 1
        other, change = pair
        after = read(real, other)
        if after != mapped(before, change):
            faults.append(f"{text} → {other}: {difference(mapped(before, change), after)}")
    return faults, tried


def difference(wanted: tuple[Question, ...], got: Any) -> str:
    if not isinstance(got, tuple):
        return str(got.__name__)
    pairs = [
        f"{name}: {getattr(one, name)} ≠ {getattr(two, name)}"
        for one, two in zip(wanted, got, strict=False)
        for name in one.__dataclass_fields__
        if getattr(one, name) != getattr(two, name) and name not in ("remarks", "inherited")
    ]
    return "; ".join(pairs) or f"{len(wanted)} asks ≠ {len(got)}"


def test_another_council_is_the_same_question_of_it(real: Assistant, own: list[Own]) -> None:
    faults, tried = dependent(real, own, council_swaps, DISTRICTS)
    assert tried > 300 and faults == []


def test_another_party_is_the_same_question_of_it(real: Assistant, own: list[Own]) -> None:
    faults, tried = dependent(real, own, party_swaps, PARTIES)
    assert tried > 150 and faults == []


def test_another_year_is_the_same_question_of_it(real: Assistant, own: list[Own]) -> None:
    faults, tried = dependent(real, own, year_swaps, tuple(map(str, YEARS)))
    assert tried > 300 and faults == []
