"""People with the party that they stood for, as it was called then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.core.meaning.nodes import Select
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
