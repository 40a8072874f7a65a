"""The parties that a composition files under "other", told apart by rosters and polls, and the control that follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from assistant.importer.blocks import RESIDUAL
from assistant.importer.model import Composition, Control, Row, ToldApart
from assistant.importer.seated import INDEPENDENT, Seated, Witness
from assistant.importer.workbench import Workbench

_SHARED = frozenset((INDEPENDENT, "residents-association"))
"""What people stand as without being one party: several associations of residents share that description."""
_NEAR = 2
"""Seats by which a roster may differ from a composition where all its others are of one party."""

_At = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Residual:
    """The seats of a snapshot that its source files under "other"."""

    head: Control
    seats: int


def tell_apart(bench: Workbench) -> None:
    """`told_apart` for every snapshot that a roster or a poll tells more of, and a local party's majority."""
    counted = _counted(bench.tables["composition"])
    seated = Seated(bench.tables, counted)
    found: dict[_At, list[ToldApart]] = {}
    for residual in _residuals(bench.tables):
        told = list(_told(residual, seated.witnesses(residual.head.council_id, residual.head.year)))
        if told:
            found[residual.head.council_id, residual.head.year] = told
            bench.add(told)
    bench.tables["control"][:] = [_controlled(row, found) for row in bench.tables["control"]]


def _counted(rows: Iterable[Row]) -> frozenset[str]:
    """The parties a composition has a column for."""
    return frozenset(row.party_id for row in rows if isinstance(row, Composition)) - {RESIDUAL}


def _residuals(tables: Mapping[str, list[Row]]) -> Iterator[_Residual]:
    seats = {
        (row.council_id, row.year): row.seats
        for row in tables["composition"]
        if isinstance(row, Composition) and row.moment == "snapshot" and row.party_id == RESIDUAL
    }
    for row in tables["control"]:
        if isinstance(row, Control) and row.moment == "snapshot" and (row.council_id, row.year) in seats:
            yield _Residual(row, seats[row.council_id, row.year])


def _told(residual: _Residual, witnesses: list[Witness]) -> Iterator[ToldApart]:
    """The first witness with as many others as the snapshot; else what the first one certainly says."""
    exact = (witness for witness in witnesses if witness.others.total() == residual.seats)
    witness = next(exact, None)
    if witness:
        yield from _rows(residual, witness, witness.others)
        return
    for near in witnesses:
        if certain := _certain(residual.seats, near):
            yield from _rows(residual, near, certain)
            return


def _certain(seats: int, witness: Witness) -> Counter[str]:
    """Where the sums differ: all of *seats* if the witness has one party only, else its local parties if they fit."""
    local = Counter({party: held for party, held in witness.others.items() if party not in (RESIDUAL, INDEPENDENT)})
    if len(witness.others) == len(local) == 1 and abs(local.total() - seats) <= _NEAR:
        return Counter(dict.fromkeys(local, seats))
    return local if witness.same_day and local.total() <= seats else Counter()


def _rows(residual: _Residual, witness: Witness, others: Mapping[str, int]) -> Iterator[ToldApart]:
    head = residual.head
    for party, seats in sorted(others.items()):
        if party != RESIDUAL:
            yield ToldApart(head.council_id, head.year, party, seats, witness.source_id)


def _controlled(row: Row, found: Mapping[_At, list[ToldApart]]) -> Row:
    """The head of a snapshot with the local party that holds more than half its seats."""
    if not isinstance(row, Control) or row.moment != "snapshot" or row.majority_party:
        return row
    told = found.get((row.council_id, row.year), [])
    over = [one.party_id for one in told if one.party_id not in _SHARED and 2 * one.seats > row.seats]
    return replace(row, majority_party=over[0]) if over else row
