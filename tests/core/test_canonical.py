"""The grammar of docs/canonical.md reads what the printer says, nearly always in one way alone."""

from __future__ import annotations

import pytest
from lark import Tree
from lark.exceptions import LarkError

from assistant.core.meaning import build as b
from assistant.core.meaning.nodes import Node, Prop
from assistant.core.meaning.say import phrase
from tests.core.canonical import Tokens, derivations, reader
from tests.core.test_say_examples import EXAMPLES
from tests.core.test_say_forms import FORMS
from tests.core.test_say_nested import NESTED
from tests.laws.generator import Generator


def _whole(meaning: Node) -> Node:
    return b.whether(meaning) if isinstance(meaning, Prop) else meaning


SAID = [*EXAMPLES.values(), *map(_whole, FORMS.values()), *(meaning for _, meaning in NESTED.values())]
DRAWN = 150


def _read(meaning: Node) -> Tree[object]:
    return reader().parse(phrase(meaning, Tokens()))


def _drawn(seed: int) -> Node | None:
    try:
        made = b.rebuilt(Generator(f"canonical {seed}").meaning(1 + seed % 3))
    except b.MeaningError:
        return None
    return _whole(made)


@pytest.mark.parametrize("number", range(len(SAID)))
def test_an_example_is_read(number: int) -> None:
    assert derivations(_read(SAID[number])) <= 3


def test_meanings_of_any_form_are_read_in_one_way() -> None:
    drawn = [made for made in map(_drawn, range(DRAWN)) if made is not None]
    ways = [derivations(_read(made)) for made in drawn]
    assert len(drawn) > DRAWN * 0.8
    assert sum(many == 1 for many in ways) >= 0.95 * len(ways)


@pytest.mark.parametrize("lost", ["of", "Dudley", "won", "in", "2018", "where", "the", "under"])
def test_a_sentence_without_one_of_its_words_is_not_read(lost: str) -> None:
    said = phrase(
        EXAMPLES["wards of Dudley that Labour won in 2018 and where the majority in 2018 was under 100"], Tokens()
    )
    before, _, after = said.partition("council:dudley" if lost == "Dudley" else lost)
    with pytest.raises(LarkError):
        reader().parse(" ".join(f"{before}{after}".split()))
