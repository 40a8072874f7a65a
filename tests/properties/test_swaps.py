"""No reading depends on a particular name: another council, ward, party or year gives the same Question of it.

Every own conversation is tried with other names of each kind, each with another of them in turn.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from assistant import Assistant
from tests.properties import exchanges
from tests.properties.exchanges import Exchange, Own, read_turns
from tests.properties.readings import OWN, mapped

Exchanger = Callable[[Assistant, Own, int], Exchange | None]
KINDS: dict[str, Exchanger] = {
    "places": exchanges.places,
    "wards": exchanges.wards,
    "parties": exchanges.parties,
    "years": exchanges.years,
}
# How many must be tried at least, lest an exchange that is never made passes for one that changes nothing.
LEAST = {"places": 1000, "wards": 150, "parties": 700, "years": 800}


@pytest.fixture(scope="module")
def understood(_real: Assistant) -> list[Own]:
    """Every own conversation whose last turn is understood."""
    lines = (line for path in sorted(OWN.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines())
    found = [exchanges.own(_real, json.loads(line)["turns"]) for line in lines if line.strip()]
    return [one for one in found if isinstance(one.read, tuple)]


def difference(wanted: Any, got: Any) -> str:
    if not isinstance(got, tuple):
        return str(got.__name__)
    pairs = [
        f"{name}: {getattr(one, name)} ≠ {getattr(two, name)}"
        for one, two in zip(wanted, got, strict=False)
        for name in one.__dataclass_fields__
        if getattr(one, name) != getattr(two, name) and name not in ("remarks", "inherited")
    ]
    return "; ".join(pairs) or f"{len(wanted)} asks ≠ {len(got)}"


@pytest.mark.parametrize("kind", KINDS)
def test_other_names_ask_the_same(kind: str, real: Assistant, understood: list[Own]) -> None:
    faults, tried = [], 0
    for turn, one in enumerate(understood):
        exchange = KINDS[kind](real, one, turn)
        if exchange is None:
            continue
        tried += 1
        texts, change = exchange
        wanted, got = mapped(one.read, change), read_turns(real, texts)
        if got != wanted:
            faults.append(f"{' / '.join(t for t, _ in one.turns)} → {' / '.join(texts)}: {difference(wanted, got)}")
    assert faults == [] and tried >= LEAST[kind], tried


def test_nearly_every_question_that_names_something_is_tried(real: Assistant, understood: list[Own]) -> None:
    """Left out: names of several councils, wards of several, and what only an abolished council's years can mean."""
    named = [one for one in understood if one.named]
    left = [one for turn, one in enumerate(named) if not any(kind(real, one, turn) for kind in KINDS.values())]
    assert len(left) < len(named) / 20, [" / ".join(text for text, _ in one.turns) for one in left]
