"""The enumerated meanings: each form of each measure and relation in each wrapping, each node within each other."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.core.meaning import nodes as n
from tests.laws.generator import FORMS, NONE, Form, Generator

FIGURES = ("measure", "count", "portion", "over", "difference", "ratio", "run", "calendar")
PROPS = ("claim", "compare", "among", "every", "not", "and", "or")
SETS = ("select", "ranked")


def enumerated() -> Iterator[n.Node]:
    """Every cell and every pair of nodes."""
    yield from forms()
    yield from pairs()


def forms() -> Iterator[n.Node]:
    """Each measure and relation with each of its slots open, and with none, thrice."""
    for number, form in enumerate(FORMS):
        for again in range(3):
            for must in (None, *sorted(form.kinds)):
                made = _with_form(form, must, f"form {number} {must} {again}")
                if made is not None:
                    yield made


def _with_form(form: Form, must: n.Kind | None, seed: str) -> n.Node | None:
    draw = Generator(seed)
    draw.forms = [form]
    if must is None:
        return draw.claim(None, NONE, 1) if form.claim else draw.measure(None, NONE, 1)
    if must == "area" and form.claim:
        return None
    draw.forced = ["claim"] if form.claim else ["compare", "measure"]
    if not form.claim and draw.chance(0.5):
        of = draw.select(must, NONE, 0)
        return n.Ranked(must, of, draw.measure(must, NONE, 0), "most", 1, 2)
    return draw.select(must, NONE, 1)


def pairs() -> Iterator[n.Node]:
    """Each node with each other straight below it, as far as the types let it."""
    for parent in FIGURES + PROPS + SETS:
        for child in FIGURES + PROPS + SETS:
            for root in ("value", "whether", "listing"):
                made = _forced([root, parent, child])
                if made is not None:
                    yield made


def _forced(productions: list[str]) -> n.Node | None:
    for seed in range(12):
        draw = Generator(f"{productions} {seed}")
        draw.forced = list(productions)
        made = draw.meaning(3)
        if not draw.forced:
            return made
    return None
