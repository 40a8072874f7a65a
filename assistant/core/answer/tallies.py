"""How many members of a list fall to each party."""

from __future__ import annotations

from collections import Counter

from assistant.core.answer import rows
from assistant.core.answer.number import whole
from assistant.core.answer.phrase import join
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import Claim
from assistant.core.model.relations import RELATIONS
from assistant.core.query.facts import Found, Table

_FEW = 3


def by_set(table: Table, words: Words) -> str:
    """A breakdown by the first column that names parties: ": Labour lost 34, the Conservatives 9"."""
    for i, column in rows.sets(table):
        claim = next((p for p in getattr(column, "where", ()) if isinstance(p, Claim)), None)
        tally = _tally(table, i)
        if claim is not None and column.kind == "party" and tally:
            return f": {', '.join(_counts(claim, tally, words))}"
    return ""


def _tally(table: Table, i: int) -> Counter[str]:
    entries = (row.entries[i] for row in table.rows)
    return Counter(thing.id for entry in entries if not isinstance(entry, Found) for thing in entry)


def _counts(claim: Claim, tally: Counter[str], words: Words) -> list[str]:
    """How many each party has, the first with its verb; no overall control last."""
    none = tally.pop("none", 0)
    verb = RELATIONS[claim.name].past.removesuffix(" control")
    ranked = sorted(tally.items(), key=lambda p: (-p[1], p[0]))[: _FEW + 1]
    parts = [join(words.party(n).text, "" if k else verb, whole(v)) for k, (n, v) in enumerate(ranked)]
    return [*parts, *([f"{whole(none)} had been under no overall control"] if none else [])]
