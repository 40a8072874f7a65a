"""The grammar of docs/canonical.md, with the words of the model and names that are single tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from lark import Lark, Tree

from assistant.core.meaning.nodes import Kind
from assistant.core.meaning.say.english import of_many, ordinal
from assistant.core.model.measures import MEASURES
from assistant.core.model.relations import RELATIONS, Relation

PAGE = Path(__file__).parents[2] / "docs" / "canonical.md"


class Tokens:
    """Names as one token each: "council:dudley", "labour's" as "party:labour's"."""

    def name(self, kind: Kind, id: str) -> str:
        return f"{kind}:{re.sub('[^a-z0-9]', '-', id)}"

    def adjective(self, party: str) -> str:
        return f"adjective:{party}"

    def sort(self, area: str) -> tuple[str, str] | None:
        sort, _, name = area.replace(" ", "-").partition(":")
        return (f"one:{name or sort}", f"many:{name or sort}") if sort in ("kind", "region") else None


def _forms(relation: Relation) -> Iterable[tuple[str, str, str]]:
    numbers = range(1, 6) if "{n}" in relation.past else range(1)
    for number in numbers:
        yield tuple(form.replace("{n}", ordinal(number)) for form in (relation.past, relation.present, relation.base))  # type: ignore[misc]
    if relation.none is not None:
        yield tuple(f"{form} no overall control" for form in relation.none)  # type: ignore[misc]
        if relation.none[2].startswith("be "):
            yield tuple(f"{form} overall control" for form in relation.none)  # type: ignore[misc]


def _terminals() -> dict[str, set[str]]:
    forms = [form for relation in RELATIONS.values() for form in _forms(relation)]
    verbs = [m for m in MEASURES.values() if m.verb is not None]
    return {
        "MANY": {m.plural for m in MEASURES.values() if m.counted},
        "ONE": {m.singular for m in MEASURES.values() if not m.counted},
        "MOST": {word for m in MEASURES.values() for word in (m.most, m.least)},
        "UNIT": {of_many(m.unit, n) for m in verbs for n in (1, 2)},
        "BASIS": {basis for m in MEASURES.values() for basis in m.bases if basis},
        "DOES": {word for form in forms if not form[2].startswith("be ") for word in form},
        "DO": {form[2] for form in forms if not form[2].startswith("be ")},
        "BEING": {form[2].removeprefix("be ") for form in forms if form[2].startswith("be ")},
        "HAS": {word for m in verbs for word in m.verb or ()},
        "HAVE": {m.verb[2] for m in verbs if m.verb},
        "TOPIC": {"help", "turnout", "the data held", "the basis", "the sources"},
        "ORDINAL": {ordinal(n) for n in range(1, 12)},
    }


def _either(words: set[str]) -> str:
    return " | ".join(f'"{word}"' for word in sorted(words))


def grammar() -> str:
    """The grammar of the page and the terminals that it takes from elsewhere."""
    block = re.search(r"```lark\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    words = "\n".join(f"{name}: {_either(ws)}" for name, ws in _terminals().items())
    names = r"""
NAME: /(council|area|ward|party|person|office):[a-z0-9-]+(?!['a-z0-9-])/
PARTY: /party:[a-z0-9-]+(?!['a-z0-9-])/
OWNER: /party:[a-z0-9-]+'s?/
ADJECTIVE: /adjective:[a-z0-9-]+/
SORT: /one:[a-z-]+/
SORTS: /many:[a-z-]+/
YEAR: /[12][0-9]{3}/
N: /[0-9][0-9,]*(\.[0-9]+)?/
%ignore " "
"""
    return block[1] + words + names


@cache
def reader() -> Lark:
    """A parser of the canonical English that keeps every derivation."""
    return Lark(grammar(), parser="earley", ambiguity="explicit", ordered_sets=True)


def derivations(tree: Tree) -> int:
    """How many derivations a forest holds."""
    parts = [derivations(child) for child in tree.children if isinstance(child, Tree)]
    if tree.data == "_ambig":
        return sum(parts)
    product = 1
    for part in parts:
        product *= part
    return product
