"""Codes that stand beside names: a code is one thing's, and a thing has one code; a slip in either tells the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from assistant.importer.intake.accepted import accepted
from assistant.importer.intake.cells import UNKNOWN
from assistant.importer.intake.declared import Declared
from assistant.importer.intake.fault import Fault
from assistant.importer.intake.separated import Sheet

_Row = tuple[int, tuple[str, ...]]


def faults(sheet: Sheet, table: Declared) -> Iterator[Fault]:
    """Each code that is two things', and each thing that has two codes, on the first of the rows that are fewer."""
    for code, named in table.codes.items():
        yield from _doubled(sheet, table, (code,), named)
        yield from _doubled(sheet, table, named, (code,))


def _doubled(sheet: Sheet, table: Declared, one: Sequence[str], other: Sequence[str]) -> Iterator[Fault]:
    at, beside = ([sheet.columns.index(name) for name in names] for names in (one, other))
    found: dict[str, dict[str, list[_Row]]] = defaultdict(lambda: defaultdict(list))
    for row in sheet.rows:
        key, value = ", ".join(map(row[1].__getitem__, at)), ", ".join(map(row[1].__getitem__, beside))
        if key.lower() not in UNKNOWN and value.lower() not in UNKNOWN:
            found[key][value].append(row)
    for key, values in found.items():
        wrong = f"{key} is both {' and '.join(sorted(values))}"
        if len(values) > 1 and not accepted(table.source, key, wrong):
            line, cells = min(values.values(), key=len)[0]
            yield sheet.fault(line, cells, other[-1], wrong, f"Expected: one {' and '.join(other)} for one {one[-1]}.")
