"""The first law: what a meaning says is read as that meaning: `python -m tests.laws.round_trip COUNT [FIRST SEED]`.

Meanings are drawn as for the other laws and renamed to things that the real tables hold; of each the canonical English
is read back. Prints by depth how many are read as themselves first, later, or not, and the shortest that are not.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from assistant.core.assistant import Assistant, Desk
from assistant.core.meaning import build
from assistant.core.meaning.nodes import Ask, Figure, Listing, Named, Node, Prop, Value, Whether
from assistant.core.meaning.say import say
from assistant.core.meaning.walk import rebuild
from tests.laws.generator import Generator

REAL: dict[str, tuple[str, ...]] = {
    "council": ("dudley", "leeds", "bury", "solihull", "reading", "stockport", "camden", "manchester", "walsall"),
    "area": (
        "region:north-west", "region:london", "county:kent", "nation:england", "nation:wales", "region:south-east",
        "kind:london borough",
    ),
    "ward": ("dudley/gornal", "dudley/norton", "leeds/alwoodley", "leeds/armley", "bury/ramsbottom", "leeds/horsforth"),
    "party": ("labour", "conservative", "green", "liberal-democrat", "ukip", "reform-uk", "plaid-cymru", "snp"),
    "person": ("dudley/Kamran Razzaq", "dudley/Phil Wimlett", "leeds/Christine Glover", "leeds/Anne Murgatroyd"),
    "office": ("mayor:london", "mayor:bristol", "pcc:cheshire", "mayor:greater-manchester"),
}  # fmt: skip
"""Things of the real tables, for those of the made worlds."""


def real(node: Node) -> Node:
    """A drawn meaning, with the names of real things."""
    if isinstance(node, Named) and node.kind in REAL:
        there = REAL[node.kind]
        return replace(node, ids=tuple(there[sum(map(ord, i)) % len(there)] for i in node.ids))
    return rebuild(node, lambda _, part: real(part))


def drawn(seed: int) -> Ask | None:
    """A question in its normal form; None where what was drawn cannot be meant."""
    try:
        made = build.rebuilt(real(Generator(f"round trip {seed}").meaning(1 + seed % 4)))
        build.check_resolved(made)
    except build.MeaningError:
        return None
    if isinstance(made, Figure):
        return Value(made)
    return Whether(made) if isinstance(made, Prop) else Listing(made)  # type: ignore[arg-type]


def place(meaning: Ask, found: Iterable[Node]) -> str:
    """Where among the readings a meaning is: "first", "later", "elsewhere" where only others are, "unread"."""
    readings = list(found)
    if not readings:
        return "unread"
    return "first" if readings[0] == meaning else "later" if meaning in readings else "elsewhere"


def _read(desk: Desk, said: str) -> list[Node] | None:
    """The readings of a text, the best first; None where reading it fails."""
    try:
        return [reading.ask for reading in desk.reader.readings(desk.lexer.lattice(said)).whole]
    except (RecursionError, ValueError, TypeError, AttributeError):
        return None


def run(count: int, first: int, assistant: Assistant) -> None:
    """Draw, say and read back; print what came of it."""
    desk = assistant._desk
    places: Counter[tuple[int, str]] = Counter()
    lost: list[tuple[int, str, str]] = []
    for seed in range(first, first + count):
        meaning = drawn(seed)
        if meaning is None:
            continue
        said = say(meaning, desk.names)
        readings = _read(desk, said)
        where = "crashed" if readings is None else place(meaning, readings)
        places[1 + seed % 4, where] += 1
        if where != "first":
            lost.append((len(said), said, say(readings[0], desk.names) if readings else where))
    for depth in range(1, 5):
        print(f"depth {depth}: " + ", ".join(f"{n} {w}" for (d, w), n in sorted(places.items()) if d == depth))  # noqa: T201
    for _, said, read in sorted(lost)[:40]:
        print(f"  {said}\n    → {read}")  # noqa: T201


def main() -> None:
    """Run the law over the real tables."""
    with Assistant() as assistant:
        run(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0, assistant)


if __name__ == "__main__":
    main()
