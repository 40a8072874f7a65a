"""The chart: every category over every stretch of a lattice, with its meanings in its cells.

A rule joins one to three neighbours; what it makes has the cost of its parts and its own, and the bits of the senses
that it used. Of one meaning the way that uses most is kept, then the cheapest; of a category over a stretch the best
few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Made = Any
Combinator = Callable[..., Any]
MOST = 12  # meanings of one category over one stretch that are carried on


@dataclass(frozen=True, slots=True)
class Rule:
    """A category made of one to three, by a combinator; `alias` is its name in the grammar."""

    category: str
    parts: tuple[str, ...]
    alias: str
    make: Combinator
    cost: float


@dataclass(slots=True)
class Item:
    """A meaning over a stretch: what it cost, which senses it used, and how it was made."""

    meaning: Made
    cost: float
    bits: int
    rule: str = ""
    parts: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules by what they are made of."""

    single: Mapping[str, tuple[Rule, ...]]
    double: Mapping[tuple[str, str], tuple[Rule, ...]]


Cell = dict[str, dict[Made, Item]]


@dataclass(slots=True)
class Chart:
    """The cells, by first word and the word after the last."""

    size: int
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)

    def at(self, first: int, last: int, category: str) -> list[Item]:
        """The meanings of a category over a stretch, the best first."""
        return list(self.cells.get((first, last), {}).get(category, {}).values())


Lexical = Sequence[tuple[int, int, str, Made, float]]
"""First word, the word after the last, category, value, cost: bit by bit in this order."""


def parse(grammar: Grammar, size: int, lexical: Lexical, skips: frozenset[int]) -> Chart:
    """The chart of a lattice with `size` words; a word in `skips` may be passed over at no more than a little cost."""
    chart = Chart(size)
    for bit, (first, last, category, value, cost) in enumerate(lexical):
        _add(grammar, chart.cells.setdefault((first, last), {}), category, Item(value, cost, 1 << bit))
    for width in range(1, size + 1):
        for first in range(size - width + 1):
            _fill(grammar, chart, first, first + width, skips)
    return chart


def _fill(grammar: Grammar, chart: Chart, first: int, last: int, skips: frozenset[int]) -> None:
    cell = chart.cells.setdefault((first, last), {})
    if last - first > 1:
        for middle in range(first + 1, last):
            left, right = chart.cells.get((first, middle)), chart.cells.get((middle, last))
            if left and right:
                _join(grammar, cell, left, right)
        _pass_over(grammar, chart, cell, first, last, skips)
    if not cell:
        del chart.cells[(first, last)]
        return
    for category, items in cell.items():
        if len(items) > MOST:
            best = sorted(items.items(), key=lambda kv: (kv[1].cost, -kv[1].bits.bit_count(), repr(kv[0])))[:MOST]
            cell[category] = dict(best)


def _pass_over(grammar: Grammar, chart: Chart, cell: Cell, first: int, last: int, skips: frozenset[int]) -> None:
    for edge, inner in ((last - 1, (first, last - 1)), (first, (first + 1, last))):
        if edge in skips:
            for category, items in chart.cells.get(inner, {}).items():
                for item in items.values():
                    _put(cell, category, Item(item.meaning, item.cost + 0.05, item.bits, item.rule, item.parts))


def _join(grammar: Grammar, cell: Cell, left: Cell, right: Cell) -> None:
    double = grammar.double
    for a, lefts in left.items():
        for b, rights in right.items():
            for rule in double.get((a, b), ()):
                for x in lefts.values():
                    for y in rights.values():
                        _apply(grammar, cell, rule, (x, y))


def _apply(grammar: Grammar, cell: Cell, rule: Rule, parts: tuple[Item, ...]) -> None:
    made = rule.make(*(p.meaning for p in parts))
    if made is None:
        return
    cost, bits = rule.cost, 0
    for p in parts:
        cost += p.cost
        bits |= p.bits
    for meaning in made if isinstance(made, list) else (made,):
        _add(grammar, cell, rule.category, Item(meaning, cost, bits, rule.alias, parts))


def _put(cell: Cell, category: str, item: Item) -> bool:
    items = cell.setdefault(category, {})
    old = items.get(item.meaning)
    if old is not None and (old.bits.bit_count(), -old.cost) >= (item.bits.bit_count(), -item.cost):
        return False
    items[item.meaning] = item
    return True


def _add(grammar: Grammar, cell: Cell, category: str, item: Item) -> None:
    """An item, and all that rules of one part make of it."""
    if _put(cell, category, item):
        for rule in grammar.single.get(category, ()):
            _apply(grammar, cell, rule, (item,))


def by_parts(rules: Iterable[Rule]) -> Grammar:
    """Rules, looked up by the categories that they join."""
    single: dict[str, list[Rule]] = {}
    double: dict[tuple[str, str], list[Rule]] = {}
    for rule in rules:
        if len(rule.parts) == 1:
            single.setdefault(rule.parts[0], []).append(rule)
        else:
            double.setdefault((rule.parts[0], rule.parts[1]), []).append(rule)
    return Grammar({k: tuple(v) for k, v in single.items()}, {k: tuple(v) for k, v in double.items()})
