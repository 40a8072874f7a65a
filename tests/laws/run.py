"""Run the law over many meanings: `python -m tests.laws.run COUNT [FIRST SEED]`; prints what disagrees, made small."""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from assistant.core.meaning import nodes as n
from tests.laws.cells import enumerated
from tests.laws.compare import Bench, is_empty, same
from tests.laws.generator import Generator
from tests.laws.shrink import everything, shrunk, skeleton, written

WORLDS = (1, 2, 3, 4)
SHOWN = 40


@dataclass
class Tally:
    """What a run found."""

    asked: int = 0
    empty: int = 0
    seconds: Counter[str] = field(default_factory=Counter)
    reached: Counter[tuple[str, str]] = field(default_factory=Counter)
    apart: list[tuple[Bench, n.Node]] = field(default_factory=list)

    def ask(self, bench: Bench, node: n.Node) -> None:
        started = time.perf_counter()
        hand = bench.by_hand(node)
        between = time.perf_counter()
        query = bench.by_query(node)
        self.seconds["naive"] += between - started
        self.seconds["query"] += time.perf_counter() - between
        self.asked += 1
        if not same(hand, query):
            self.apart.append((bench, node))
        elif is_empty(hand):
            self.empty += 1
        self._reach(node)

    def _reach(self, node: n.Node) -> None:
        kinds = {type(inner).__name__ for inner in everything(node)}
        names = {inner.name for inner in everything(node) if isinstance(inner, (n.Measure, n.Claim))}
        self.reached.update((kind, name) for kind in kinds for name in names)


def drawn(count: int, first: int = 0) -> Iterator[n.Node]:
    """Random meanings of depth one to four, by their seeds."""
    for seed in range(first, first + count):
        yield Generator(seed).meaning(1 + seed % 4)


def run(nodes: Iterable[n.Node], benches: list[Bench], progress: bool = False) -> Tally:
    """Ask every meaning of one world, in turn."""
    tally = Tally()
    for number, node in enumerate(nodes):
        bench = benches[number % len(benches)]
        before = len(tally.apart)
        tally.ask(bench, node)
        if progress and len(tally.apart) > before:
            print(f"apart, world {bench.seed}: {written(node)}", file=sys.stderr, flush=True)  # noqa: T201
        if number % 500 == 0:
            for one in benches:
                one.naive.seen.clear()
        if progress and number % 1000 == 999:
            print(f"{number + 1:,}: {len(tally.apart)} apart, {time.strftime('%H:%M:%S')}", file=sys.stderr, flush=True)  # noqa: T201
    return tally


def report(tally: Tally, limit: int = 300) -> str:
    """The disagreements by skeleton, the smallest of each with both outcomes."""
    groups: dict[str, list[tuple[Bench, n.Node]]] = defaultdict(list)
    for bench, node in tally.apart[:limit]:
        small = shrunk(bench, node)
        groups[skeleton(small)].append((bench, small))
    lines = [
        f"{tally.asked:,} asked, {len(tally.apart)} apart ({len(groups)} skeletons of the first {limit}), "
        f"{tally.empty} agree on nothing; " + ", ".join(f"{who} {s:.0f} s" for who, s in tally.seconds.items())
    ]
    for name, found in sorted(groups.items(), key=lambda g: -len(g[1]))[:SHOWN]:
        bench, small = found[0]
        lines += [
            "",
            f"{len(found)} × {name}",
            f"  {written(small)}   [world {bench.seed}]",
            f"  naive {bench.by_hand(small)}   query {bench.by_query(small)}",
        ]
    return "\n".join(lines)


def coverage(tally: Tally) -> str:
    """Which measures and relations were reached within which nodes."""
    kinds = sorted({kind for kind, _ in tally.reached})
    lines = ["", "reached: " + " ".join(kinds)]
    for name in sorted({name for _, name in tally.reached}):
        lines.append(f"{name:22}" + " ".join(f"{tally.reached[kind, name]:>{len(kind)}}" for kind in kinds))
    return "\n".join(lines)


def main() -> None:
    count, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    benches = [Bench.of(seed) for seed in WORLDS]
    cells = run(enumerated(), benches)
    print("enumerated cells:", report(cells))  # noqa: T201
    tally = run(drawn(count, first), benches, progress=True)
    print("\nat random:", report(tally), coverage(tally))  # noqa: T201
    sys.exit(bool(cells.apart or tally.apart))


if __name__ == "__main__":
    main()
