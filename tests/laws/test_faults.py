"""The law sees: faults of the kinds that were met, seeded in the SQL, are found."""

from __future__ import annotations

from itertools import islice

import pytest

from tests.laws.compare import Bench, same
from tests.laws.faults import FAULTS, seeded, touches
from tests.laws.run import drawn

QUICK = {
    "a sum of some for the sum of all",
    "a share only where the party stood",
    "least for most",
    "an unknown member is none",
    "of how many leaves the unknown out",
    "every holds where one cannot be told",
}
"""Those found within a few forms: the others are for `make laws`."""


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench.of(1)


@pytest.mark.parametrize("name", sorted(QUICK))
def test_a_seeded_fault_is_found(bench: Bench, name: str) -> None:
    touched = islice((node for node in drawn(3_000) if touches(name, node)), 60)
    with seeded(FAULTS[name]):
        assert any(not same(bench.by_hand(node), bench.by_query(node)) for node in touched)
