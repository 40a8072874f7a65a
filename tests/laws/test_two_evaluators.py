"""Law 2: the SQL of a meaning gives what plain Python over the base tables gives.

Inside CI the enumerated cells and 2,000 random meanings; `make laws` runs many more, and the seeded faults.
"""

from __future__ import annotations

import pytest

from assistant.core.meaning import nodes as n
from tests.laws.cells import enumerated
from tests.laws.compare import Bench
from tests.laws.generator import FORMS, Generator
from tests.laws.run import Tally, drawn, report, run
from tests.laws.shrink import everything

RANDOM = 2_000


@pytest.fixture(scope="module")
def benches() -> list[Bench]:
    return [Bench.of(seed) for seed in (1, 2)]


def _agreed(tally: Tally) -> None:
    assert not tally.apart, report(tally, 30)


def test_agree_on_each_cell_and_each_pair_of_nodes(benches: list[Bench]) -> None:
    _agreed(run(enumerated(), benches))


def test_agree_on_random_meanings(benches: list[Bench]) -> None:
    tally = run(drawn(RANDOM), benches)
    _agreed(tally)
    assert tally.empty < 0.7 * tally.asked, "most agree on nothing: the worlds and the generator have drifted apart"


def test_every_measure_relation_and_node_is_reached() -> None:
    met = [inner for node in (*enumerated(), *drawn(500)) for inner in everything(node)]
    assert {form.name for form in FORMS} <= {m.name for m in met if isinstance(m, (n.Measure, n.Claim))}
    nodes = {type(m) for m in met}
    assert {
        *(n.Named, n.Several, n.Span, n.Newest, n.It, n.Of, n.Select, n.Ranked),
        *(n.Number, n.Measure, n.Count, n.Portion, n.Over, n.Difference, n.Ratio, n.Calendar, n.Run),
        *(n.Claim, n.Compare, n.Among, n.Every, n.Not, n.And, n.Or),
    } <= nodes


def test_the_same_seed_draws_the_same_meaning() -> None:
    assert Generator(7).meaning(4) == Generator(7).meaning(4)
