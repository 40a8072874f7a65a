"""A warm `ask` against its SQL alone, question by question."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from assistant import Assistant
from assistant.answer.model import Answer
from tests.bench.asked import Asked, by_hand, prepare
from tests.bench.table import Line
from tests.bench.timing import percentile, seconds


def warm(assistant: Assistant, asked: Sequence[Asked], rounds: int) -> list[Line]:
    """Median and 95th percentile of the whole path over the SQL; and what is not SQL, in milliseconds."""
    took = [_one(assistant, one, rounds) for one in asked]
    ratios = [whole / floor for whole, floor, _ in took]
    beside = [rest * 1000 for *_, rest in took]
    whole, floor = (median(t[at] for t in took) * 1000 for at in (0, 1))
    said = f"{len(asked):,} questions; median {whole:.1f} ms, of which SQL by hand {floor:.1f} ms"
    return [
        Line("warm ask / its SQL by hand, median", median(ratios), 1.6, said),
        Line("warm ask / its SQL by hand, 95th percentile", percentile(ratios, 0.95), 2.5, said),
        Line("warm ask, everything but the SQL, median", median(beside), 1.5, "names, parse, plan, answer", "ms"),
    ]


def _one(assistant: Assistant, one: Asked, rounds: int) -> tuple[float, float, float]:
    """Seconds of the whole, of the SQL by hand, and of the whole without its SQL: medians of the rounds."""
    answers: list[Answer] = []
    whole, floor, rest = [], [], []
    for _ in range(rounds):
        prepare(assistant, one.turns)
        whole.append(seconds(lambda: answers.append(assistant.ask(one.turns[-1]))))
        floor.append(seconds(lambda: by_hand(assistant, one.queries)))
        spent = answers[-1].timings
        rest.append((spent.names + spent.parse + spent.plan + spent.answer) / 1000)
    return median(whole), median(floor), median(rest)
