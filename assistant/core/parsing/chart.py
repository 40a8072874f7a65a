"""The chart: every category over every stretch of a lattice, with its meanings in its cells.

A rule joins one to three neighbours; what it makes has the cost of its parts and its own, and the bits of the senses
that it used. Of one meaning the way that uses most is kept, then the cheapest; of a category over a stretch the best
few.

Words are taken from left to right. What a phrase is made of is made everywhere; what no phrase contains, a whole
question and its parts, only from where something on its left wants it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
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
class Table:
    """Rules by what they are made of: of one category; of two, by the first, then by the second."""

    single: Mapping[str, tuple[Rule, ...]]
    double: Mapping[str, Mapping[str, tuple[Rule, ...]]]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of phrases, and of the wholes that no phrase contains.

    `begin`: the wholes that a whole may begin with, itself among them. `wanting`: by the category of a neighbour on the
    left, which whole wants which one there, as (head, wanted).
    """

    phrases: Table
    wholes: Table
    begin: Mapping[str, frozenset[str]]
    wanting: Mapping[str, tuple[tuple[str, str], ...]]


Items = dict[Made, Item]
Cell = dict[str, Items]
_NOTHING: Cell = {}


@dataclass(slots=True)
class Chart:
    """The cells, by first word and the word after the last."""

    size: int
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)

    def at(self, first: int, last: int, category: str) -> list[Item]:
        """The meanings of a category over a stretch, the best first."""
        return list(self.cells.get((first, last), _NOTHING).get(category, {}).values())


Lexical = Sequence[tuple[int, int, str, Made, float]]
"""First word, the word after the last, category, value, cost: bit by bit in this order."""


def parse(
    grammar: Grammar,
    size: int,
    lexical: Lexical,
    skips: frozenset[int],
    starts: Iterable[str] = (),
    anywhere: bool = False,
) -> Chart:
    """The chart of a lattice with `size` words; a word in `skips` may be passed over at no more than a little cost.

    `starts`: the wholes that are wanted of the whole text, of every part of it where `anywhere`.
    """
    chart = Chart(size)
    wanted: list[set[str]] = [set() for _ in range(size + 1)]
    asked = {begun for start in starts for begun in grammar.begin.get(start, ())}
    for at in range(size + 1 if anywhere else 1):
        wanted[at] |= asked
    spoken: dict[tuple[int, int], list[tuple[str, Item]]] = {}
    for bit, (first, last, category, value, cost) in enumerate(lexical):
        spoken.setdefault((first, last), []).append((category, Item(value, cost, 1 << bit)))
    for last in range(1, size + 1):
        for first in range(last - 1, -1, -1):
            tables = (grammar.phrases, grammar.wholes) if wanted[first] else (grammar.phrases,)
            filling = _Filling(tables, wanted[first], grammar.begin)
            for category, item in spoken.get((first, last), ()):
                filling.add(category, item)
            _fill(chart, filling, first, last, skips)
            if filling.cell:
                chart.cells[first, last] = {category: _best(items) for category, items in filling.cell.items()}
                _want(grammar, filling.cell, wanted, first, last)
        if last - 1 in skips:
            wanted[last] |= wanted[last - 1]
    return chart


@dataclass(slots=True)
class _Filling:
    """A cell while it is filled, by rules of phrases, and of those `wholes` that are `wanted` here."""

    tables: Sequence[Table]
    wanted: Container[str]
    wholes: Container[str]
    cell: Cell = field(default_factory=dict)

    def add(self, category: str, item: Item) -> None:
        """An item, and all that rules of one part make of it."""
        if _put(self.cell.setdefault(category, {}), item):
            for table in self.tables:
                for rule in table.single.get(category, ()):
                    self.apply(rule, (item,))

    def apply(self, rule: Rule, parts: tuple[Item, ...]) -> None:
        """What a rule makes of its parts."""
        if rule.category in self.wholes and rule.category not in self.wanted:
            return
        made = rule.make(*[p.meaning for p in parts])
        if made is None:
            return
        cost, bits = rule.cost, 0
        for p in parts:
            cost += p.cost
            bits |= p.bits
        for meaning in made if isinstance(made, list) else (made,):
            self.add(rule.category, Item(meaning, cost, bits, rule.alias, parts))

    def join(self, left: Cell, right: Cell) -> None:
        """What rules of two parts make of two neighbours."""
        for table in self.tables:
            for category, lefts in left.items():
                seconds = table.double.get(category)
                if seconds is None:
                    continue
                for other, rights in right.items():
                    for rule in seconds.get(other, ()):
                        for x in lefts.values():
                            for y in rights.values():
                                self.apply(rule, (x, y))


def _fill(chart: Chart, filling: _Filling, first: int, last: int, skips: frozenset[int]) -> None:
    """All that two neighbours make over a stretch, and what is made without a word that is passed over at its edge."""
    if last - first == 1:
        return
    cells = chart.cells
    for middle in range(first + 1, last):
        left, right = cells.get((first, middle)), cells.get((middle, last))
        if left and right:
            filling.join(left, right)
    for inner, passed in (((first, last - 1), last - 1), ((first + 1, last), first)):
        if passed in skips:
            for category, items in cells.get(inner, _NOTHING).items():
                for item in items.values():
                    made = Item(item.meaning, item.cost + 0.05, item.bits, item.rule, item.parts)
                    _put(filling.cell.setdefault(category, {}), made)


def _want(grammar: Grammar, cell: Cell, wanted: Sequence[set[str]], first: int, last: int) -> None:
    """Note the wholes that what is in a cell wants on its right."""
    if wanted[first] and last < len(wanted) - 1:
        for category in cell:
            for head, whole in grammar.wanting.get(category, ()):
                if head in wanted[first]:
                    wanted[last] |= grammar.begin[whole]


def _best(items: Items) -> Items:
    """The few that are carried on, the best first."""
    if len(items) <= MOST:
        return items
    return dict(sorted(items.items(), key=lambda kv: (kv[1].cost, -kv[1].bits.bit_count(), repr(kv[0])))[:MOST])


def _put(items: Items, item: Item) -> bool:
    old = items.get(item.meaning)
    if old is not None and (old.bits.bit_count(), -old.cost) >= (item.bits.bit_count(), -item.cost):
        return False
    items[item.meaning] = item
    return True


def by_parts(rules: Iterable[Rule], phrase: str) -> Grammar:
    """Rules, looked up by the categories that they join; `phrase` is one that all phrases can be found in."""
    listed = list(rules)
    phrases = _closed({phrase}, listed, lambda rule: rule.parts)
    wholes = dict.fromkeys(rule.category for rule in listed if rule.category not in phrases)
    wanting: dict[str, list[tuple[str, str]]] = {}
    for rule in listed:
        if len(rule.parts) == 2 and rule.parts[1] in wholes:
            wanting.setdefault(rule.parts[0], []).append((rule.category, rule.parts[1]))
    return Grammar(
        _table(rule for rule in listed if rule.category in phrases),
        _table(rule for rule in listed if rule.category in wholes),
        {whole: frozenset(_closed({whole}, listed, lambda rule: rule.parts[:1]) & wholes.keys()) for whole in wholes},
        {left: tuple(found) for left, found in wanting.items()},
    )


def _closed(found: set[str], rules: Sequence[Rule], parts: Callable[[Rule], Iterable[str]]) -> set[str]:
    """Categories, and those that their rules name among `parts`, and so on."""
    new = found
    while new:
        new = {part for rule in rules if rule.category in new for part in parts(rule)} - found
        found = found | new
    return found


def _table(rules: Iterable[Rule]) -> Table:
    single: dict[str, list[Rule]] = {}
    double: dict[str, dict[str, list[Rule]]] = {}
    for rule in rules:
        if len(rule.parts) == 1:
            single.setdefault(rule.parts[0], []).append(rule)
        else:
            double.setdefault(rule.parts[0], {}).setdefault(rule.parts[1], []).append(rule)
    return Table(
        {part: tuple(found) for part, found in single.items()},
        {first: {second: tuple(r) for second, r in seconds.items()} for first, seconds in double.items()},
    )
