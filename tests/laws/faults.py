"""Seeded faults: each turns a right query into one of the wrong ones that were met; the law must find it.

`python -m tests.laws.faults` prints of each how many meanings it touched and after how many of them it was found.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Any

from assistant.core.meaning import nodes as n
from assistant.core.query import compile as compiled
from assistant.core.query import run
from assistant.core.query.sql import Sql
from tests.laws.cells import enumerated
from tests.laws.compare import Bench, same
from tests.laws.run import drawn
from tests.laws.shrink import written

WORLDS = (1, 2, 3)
TOUCHED_AT_MOST = 400

_COUNT = "CASE WHEN count(s.truth) > 0 OR count(*) = 0 THEN count(*) FILTER (s.truth) END"
_TIES = "CASE WHEN count(t.value) = count(*) AND min(t.value) = max(t.value) THEN min(t.value) END"
_OF_PARTY = "b.year = (SELECT max(z.year) FROM {} z WHERE z.council = b.council AND z.party = p.party{})"
_NEWEST = {
    "ward_contest": _OF_PARTY.format("ward_standing", " AND z.stood"),
    "council_poll": _OF_PARTY.format("poll_standing", " AND z.stood"),
    "chamber_year": _OF_PARTY.format("chamber_holding", ""),
}


def _put(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new)


def _sub(pattern: str, new: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, new, text)


def _own_newest(text: str) -> str:
    """Newest from the party's own rows: the year in which it last stood."""
    table = next((t for t in _NEWEST if f"FROM {t} b LEFT JOIN" in text), None)
    return text.replace("b.latest", f"({_NEWEST[table]})") if table and text.count(" b ") == 1 else text


FAULTS: dict[str, Callable[[str], str]] = {
    "a denominator once per party": _sub(r"any_value\(b\.(\w+)\) AS whole", r"sum(b.\1) AS whole"),
    "a share only where the party stood": _sub(r" LEFT JOIN (\w+) p ON", r" JOIN \1 p ON"),
    "a difference that is not held is nought": _sub(
        r"SELECT (.*?)(x0\.value - x1\.value) AS value", r"SELECT \1greatest(0, \2) AS value"
    ),
    "or by inner join": _put("FULL JOIN", "JOIN"),
    "not of what is not held is true": _put("NOT truth AS truth", "NOT coalesce(truth, false) AS truth"),
    "newest from the party's own rows": _own_newest,
    "a count of 0 where nothing is known": _put(_COUNT, "count(*) FILTER (s.truth)"),
    "row_number for rank": _put("rank() OVER", "row_number() OVER"),
    "a party without a row has no figure": _sub(
        r"CASE WHEN p\.party IS NULL THEN CASE WHEN b\.\w+ THEN \w+ END ELSE",
        "CASE WHEN p.party IS NULL THEN NULL ELSE",
    ),
    "a mean counts what is not held as nought": _sub(r"avg\((.*?)\) AS value", r"avg(coalesce(\1, 0)) AS value"),
    "of how many leaves the unknown out": _put(
        "count(s.truth) AS n, count(*) AS of", "count(s.truth) AS n, count(s.truth) AS of"
    ),
    "a comparison forgets the unknown members": _sub(r" \+ x(\d)\.of - x\d\.n", ""),
    "every holds where one cannot be told": _put(
        "THEN NULL ELSE true END AS truth", "THEN true ELSE true END AS truth"
    ),
    "a sum of some for the sum of all": _sub(r"CASE WHEN x(\d)\.n = x\d\.of THEN x\d\.value END", r"x\1.value"),
    "by-elections among the scheduled polls": _put("b.poll = ?", "(b.poll = ? OR true)"),
    "least for most": _put("ORDER BY y.value DESC", "ORDER BY y.value ASC"),
    "an unknown member is none": _put("truth IS NOT FALSE", "truth"),
    "more than for at least": _sub(r"\) >= \(", ") > ("),
    "the first of several that tie": _put(_TIES, "min(t.value)"),
    "other among the ranked": _put(" AND x0.party <> 'other'", ""),
    "a change across a year that is not held": _put("b.previous_year = b.year - 1", "b.previous_year IS NOT NULL"),
    "a tie as a win": _put("p.rank = 1 AND NOT p.level", "p.rank = 1"),
    "three values made two": _sub(r"AS truth FROM (\w+) b", r"IS TRUE AS truth FROM \1 b"),
    "nobody's container": _sub(r"split_part\(t\.ward, '/', 1\) = \?", "(split_part(t.ward, '/', 1) = ? OR true)"),
}


@contextmanager
def seeded(change: Callable[[str], str]) -> Iterator[None]:
    """While it lasts every query is run with the fault in it."""
    right = run.fetch
    run.fetch = lambda con, query: right(con, Sql(change(query.text), query.values))
    try:
        yield
    finally:
        run.fetch = right


def touches(name: str, node: n.Node) -> bool:
    """Whether a fault changes the query of a meaning."""
    ask = next(ask for family, ask in _ASKED.items() if isinstance(node, family))
    text = ask(node, {}).query.text
    return FAULTS[name](text) != text


_ASKED: dict[type[n.Node], Callable[..., Any]] = {
    n.Figure: compiled.figure,
    n.Prop: compiled.truth,
    n.Set: compiled.members,
}


@dataclass(frozen=True)
class Asked:
    """A meaning on which both agree, with its outcome and its query."""

    bench: Bench
    node: n.Node
    outcome: Any
    text: str


def corpus(count: int) -> list[Asked]:
    """The enumerated cells and as many random meanings."""
    benches = [Bench.of(seed) for seed in WORLDS]
    found = (_asked(benches[i % len(benches)], node) for i, node in enumerate(chain(enumerated(), drawn(count))))
    return [asked for asked in found if asked]


def _asked(bench: Bench, node: n.Node) -> Asked | None:
    texts: list[str] = []
    with seeded(lambda text: texts.append(text) or text):  # type: ignore[func-returns-value]
        outcome, query = bench.by_hand(node), bench.by_query(node)
    return Asked(bench, node, outcome, texts[0]) if texts and same(outcome, query) else None


@dataclass(frozen=True)
class Found:
    """What became of a fault: how many meanings it touched, at which of them it was found."""

    name: str
    touched: int
    at: int | None
    by: n.Node | None


def search(name: str, among: list[Asked]) -> Found:
    """Ask what the fault touches until it shows."""
    change = FAULTS[name]
    touched = [asked for asked in among if change(asked.text) != asked.text][:TOUCHED_AT_MOST]
    with seeded(change):
        for at, asked in enumerate(touched, 1):
            if not same(asked.outcome, asked.bench.by_query(asked.node)):
                return Found(name, len(touched), at, asked.node)
    return Found(name, len(touched), None, None)


def report(found: list[Found]) -> str:
    """A line a fault, and how many were found."""
    lines = [f"{len(found)} faults seeded, {sum(f.at is not None for f in found)} found"]
    for one in found:
        what = (
            f"found at {one.at} of {one.touched}: {written(one.by)[:110]}" if one.by else f"not found in {one.touched}"
        )
        lines.append(f"  {one.name:45} {what}")
    return "\n".join(lines)


def main() -> None:
    among = corpus(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
    print(report([search(name, among) for name in FAULTS]))  # noqa: T201


if __name__ == "__main__":
    main()
