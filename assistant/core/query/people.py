"""Members with their parties: a person's as it was called then, and no overall control where no party had it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.core.meaning.nodes import Claim, Select, Set
from assistant.core.query.facts import Contest, Found, Row, Table, Thing


def labelled(table: Table, contests: Sequence[Contest]) -> Table:
    """A list of people with their parties, by the ballot paper's words where a contest has them."""
    if table.of.kind != "person":
        return table
    labels = {line.get("person"): line.get("label") for contest in contests for line in contest.lines}
    at = next((i for i, c in enumerate(table.columns) if isinstance(c, Select) and c.kind == "party"), None)
    return replace(table, rows=tuple(_labelled(row, at, labels.get(row.thing.name)) for row in table.rows))


def _labelled(row: Row, at: int | None, label: object) -> Row:
    parties = row.entries[at] if at is not None else ()
    if isinstance(parties, Found) or at is None:
        return row
    if label is not None:
        parties = tuple(replace(p, name=str(label)) for p in parties[:1])
    told = " and ".join(p.name for p in parties) or None
    return Row(_with(row.thing, told), (*row.entries[:at], parties, *row.entries[at + 1 :]), row.across)


def _with(thing: Thing, label: str | None) -> Thing:
    return replace(thing, label=label)


_NONE = Thing("party", "none", "No overall control")


def uncontrolled(table: Table) -> Table:
    """A list of councils that changed hands, with no overall control where no party lost or gained it."""
    ats = [i for i, c in enumerate(table.columns) if isinstance(c, Set) and _is_of_control(c)]
    return replace(table, rows=tuple(_filled(row, ats) for row in table.rows)) if len(ats) > 1 else table


def _is_of_control(column: Set) -> bool:
    claims = column.where if isinstance(column, Select) else ()
    return any(isinstance(c, Claim) and c.name in ("lose control", "gain control") for c in claims)


def _filled(row: Row, ats: Sequence[int]) -> Row:
    entries = (e if e or i not in ats else (_NONE,) for i, e in enumerate(row.entries))
    return replace(row, entries=tuple(entries))
