"""The Local Elections Handbook of 2021, 2022, 2024 and 2025: a sheet of candidates and one of wards."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.errors import place
from assistant.importer.ballots import Poll, Reading, Stand, Turnout
from assistant.importer.candidacies import flag_note
from assistant.importer.intake.fault import Fault, RefusedSources
from assistant.importer.readers.sheets import Record, records, text, truth, whole
from assistant.importer.spelling import mend
from assistant.importer.text import plain

Place = tuple[str, str | None, str | None]
"""A council's name, GSS code and kind, as far as a row says."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Where one year's workbook keeps what: sheet and column names, and how its cells are read."""

    day: date
    candidates: str
    wards: str
    header: str
    ward: str
    ward_gss: str
    label: str
    votes: str
    seats: str
    place: Callable[[Record], Place]
    name: Callable[[Record], tuple[str, str]]
    turnout: Callable[[str, Record], Turnout]
    seats_on_wards: bool = False

    @property
    def source_id(self) -> str:
        """Its id among the sources: handbook-2021."""
        return f"handbook-{self.day.year}"


def read_workbook(folder: Path, shape: Shape) -> Reading:
    """One year's polls, each with its candidates and its row of the wards' sheet."""
    path = folder / "handbook" / f"handbook-{shape.day.year}.xlsx"
    reading = Reading(shape.source_id)
    wards = _Wards(shape, records(path, shape.wards, shape.header))
    grouped: dict[tuple[str, str], list[tuple[int, Record]]] = {}
    for line, row in records(path, shape.candidates, shape.header):
        reading.rows_in += 1
        grouped.setdefault(_key(shape, row), []).append((line, row))
    for rows in grouped.values():
        poll = _poll(shape, rows, wards.of(rows[0][1]))
        if shape.seats_on_wards:
            _agree(path, shape, poll)
        reading.polls.append(poll)
    for line, row in wards.unused():
        reading.refuse(line, f"sheet {shape.wards!r}: {text(row[shape.ward]) or 'a row'} has no candidates")
    return reading


def _agree(path: Path, shape: Shape, poll: Poll) -> None:
    """Raise RefusedSources where the other sheet has not as many places as this one marks elected."""
    wrong = flag_note(poll)
    if wrong:
        where = f"{place(path, poll.line, 'Elected')}, sheet {shape.candidates}"
        expected = f"Expected: as many elected as the sheet {shape.wards} has places."
        raise RefusedSources([Fault(where, f"{poll.council}, {poll.ward}: {wrong.partition(':')[0]}", expected)])


class _Wards:
    """The wards' sheet, found by council and name, else by a ward code that only one row has."""

    def __init__(self, shape: Shape, rows: Iterable[tuple[int, Record]]) -> None:
        self._shape = shape
        self._rows = list(rows)
        self._by_name = {_key(shape, row): at for at, (_, row) in enumerate(self._rows)}
        codes: dict[str, list[int]] = {}
        for at, (_, row) in enumerate(self._rows):
            codes.setdefault(text(row.get(shape.ward_gss)), []).append(at)
        self._by_code = {code: found[0] for code, found in codes.items() if code and len(found) == 1}
        self._used: set[int] = set()

    def of(self, row: Record) -> Record | None:
        at = self._by_name.get(_key(self._shape, row))
        if at is None:
            at = self._by_code.get(text(row.get(self._shape.ward_gss)))
        if at is None or at in self._used:
            return None
        self._used.add(at)
        return self._rows[at][1]

    def unused(self) -> list[tuple[int, Record]]:
        return [row for at, row in enumerate(self._rows) if at not in self._used]


def _key(shape: Shape, row: Record) -> tuple[str, str]:
    return plain(shape.place(row)[0]), plain(mend(text(row[shape.ward])))


def _poll(shape: Shape, rows: list[tuple[int, Record]], ward: Record | None) -> Poll:
    line, first = rows[0]
    council, gss, kind = shape.place(first)
    stands = tuple(_stand(shape, row) for _, row in rows)
    stated = ward if shape.seats_on_wards else first
    seats = whole(stated[shape.seats]) if stated is not None else None
    seats = seats or sum(stand.elected for stand in stands)
    return Poll(
        shape.source_id,
        line,
        council,
        mend(text(first[shape.ward])),
        shape.day,
        gss=gss,
        kind=kind,
        ward_gss=text(first.get(shape.ward_gss)) or None,
        seats=seats,
        stands=stands,
        turnout=shape.turnout(shape.source_id, ward) if ward is not None else None,
        uncontested=all(stand.elected and not stand.votes for stand in stands),
    )


def _stand(shape: Shape, row: Record) -> Stand:
    name, surname = shape.name(row)
    return Stand(name, surname, text(row[shape.label]), whole(row[shape.votes]), truth(row["Elected"]))
