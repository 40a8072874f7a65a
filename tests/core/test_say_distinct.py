"""Meanings that differ are said differently: drawn from the types, and each beside those that differ in one thing."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from assistant.core.meaning import build as b
from assistant.core.meaning.nodes import Figure, Node
from assistant.core.meaning.say import phrase
from assistant.core.meaning.walk import key
from tests.core.changed import beside
from tests.core.printed import Printed
from tests.laws.cells import enumerated
from tests.laws.generator import Generator


def _made(nodes: Iterable[Node]) -> Iterable[Node]:
    for node in nodes:
        try:
            yield b.rebuilt(node)
        except b.MeaningError:
            continue


def _clashes(nodes: Iterable[Node]) -> list[tuple[str, str, str]]:
    """Sentences that two meanings share, with both."""
    seen: dict[tuple[bool, str], str] = {}
    found = []
    for node in _made(nodes):
        said = (isinstance(node, Figure), phrase(node, Printed()))
        first = seen.setdefault(said, key(node))
        found += [(said[1], first, key(node))] if first != key(node) else []
    return found


def test_each_cell_and_each_pair_of_nodes_is_said_in_its_own_way() -> None:
    assert _clashes(enumerated()) == []


def test_drawn_meanings_are_said_in_their_own_way() -> None:
    assert _clashes(Generator(f"said {seed}").meaning(1 + seed % 4) for seed in range(1000)) == []


@pytest.mark.parametrize("block", range(4))
def test_a_change_of_one_thing_changes_the_sentence(block: int) -> None:
    for seed in range(20):
        node = Generator(f"beside {block} {seed}").meaning(1 + seed % 4)
        assert _clashes([node, *beside(node)]) == []
