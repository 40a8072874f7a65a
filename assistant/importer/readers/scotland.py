"""Scottish council elections under the single transferable vote: first preferences, stages, and who was elected."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from assistant.importer.ballots import Poll, Reading, Stand, Turnout
from assistant.importer.people import given_first
from assistant.importer.spelling import mend
from assistant.importer.text import plain

COUNTED = "stv-counts-2007-2022"
"""First preferences and stages, counted from the ballot files that councils publish."""
PUBLISHED = {2017: "stv-2017", 2022: "stv-2022"}
"""The counts as published, with electorate and poll."""

_DAYS = {2007: date(2007, 5, 3), 2012: date(2012, 5, 3), 2017: date(2017, 5, 4), 2022: date(2022, 5, 5)}
_NUMBERED = re.compile(r"^Ward \d+\s*(?:-\s*)?|\s+[Ww]ard$")
_CODE = re.compile(r"\s*\([^)]*\)$")

Row = dict[str, str]
Rows = list[tuple[int, Row]]


def read(folder: Path) -> list[Reading]:
    """The published counts, whose missing votes the counted ones fill; then the counted ones of other years."""
    counted = Reading(COUNTED)
    polls = list(_grouped(_lines(folder, "stv-candidates-2007-2022.csv", counted), _counted_key))
    ordinary = [rows for rows in polls if rows[0][1]["kind"] == "ordinary"]
    for rows in (rows for rows in polls if rows not in ordinary):
        for line, _ in rows:
            counted.refuse(line, "a by-election whose day is not given")
    known = _Counted(ordinary)
    readings = [_published(folder, year, known) for year in PUBLISHED]
    for rows in known.unused():
        counted.polls.append(_counted(rows))
    return [*readings, counted]


def _lines(folder: Path, name: str, reading: Reading) -> Iterator[tuple[int, Row]]:
    with (folder / "scotland" / name).open(encoding="utf-8-sig", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            reading.rows_in += 1
            yield line, row


def _grouped(lines: Iterable[tuple[int, Row]], key: Callable[[Row], tuple[str, ...]]) -> Iterator[Rows]:
    grouped: dict[tuple[str, ...], Rows] = {}
    for line, row in lines:
        grouped.setdefault(key(row), []).append((line, row))
    yield from grouped.values()


def _counted_key(row: Row) -> tuple[str, ...]:
    return row["kind"], row["year"], row["council"], row["ward"]


class _Counted:
    """The counted wards, found by year and the names of all who stood: wards are spelt in several ways."""

    def __init__(self, polls: list[Rows]) -> None:
        self._polls = polls
        self._by_names = {self._key(int(rows[0][1]["year"]), rows): at for at, rows in enumerate(polls)}
        self._used: set[int] = set()

    @staticmethod
    def _key(year: int, rows: Rows) -> tuple[int, frozenset[str]]:
        return year, frozenset(plain(row["name"]).split()[-1] for _, row in rows)

    def of(self, year: int, rows: Rows) -> Rows | None:
        """The counted rows of the same ward; it is then used."""
        at = self._by_names.get(self._key(year, rows))
        if at is None:
            return None
        self._used.add(at)
        return self._polls[at]

    def unused(self) -> list[Rows]:
        """The wards of the years that no publication has."""
        return [rows for rows in self._polls if int(rows[0][1]["year"]) not in PUBLISHED]


def _published(folder: Path, year: int, known: _Counted) -> Reading:
    reading = Reading(PUBLISHED[year])
    lines = _lines(folder, f"stv-{year}-with-turnout.csv", reading)
    for rows in _grouped(lines, lambda row: (row["council_name"], row["ward_name"])):
        counted = known.of(year, rows)
        reading.polls.append(_published_poll(reading.source_id, year, rows, counted))
    return reading


def _contested(rows: Rows, counted: Rows | None) -> bool:
    """As the source says; a ward without votes whose every candidate has a seat was not contested either."""
    votes = rows[0][1]["first_prefs"] or counted is not None
    return rows[0][1]["contested"] == "1" and (bool(votes) or any(row["elected"] != "1" for _, row in rows))


def _published_poll(source_id: str, year: int, rows: Rows, counted: Rows | None) -> Poll:
    line, first = rows[0]
    contested = _contested(rows, counted)
    votes = bool(first["first_prefs"])
    stands = tuple(_stand(row) for _, row in rows)
    if contested and not votes and counted:
        stands = tuple(_counted_stand(row) for _, row in counted)
    return Poll(
        source_id,
        line,
        first["council_name"],
        mend(first["ward_name"]),
        _DAYS[year],
        seats=sum(stand.elected for stand in stands),
        stands=stands,
        turnout=_turnout(source_id, first),
        uncontested=not contested,
        note=None if votes or not contested else "first preferences counted from the published ballot files",
        by_election=False,
        quota=_whole(first["quota"]) if votes else _whole(counted[0][1]["quota"]) if counted else None,
    )


def _stand(row: Row) -> Stand:
    name, surname = given_first(row["name"])
    elected = row["elected"] == "1"
    stage = _whole(row["occurred_on_count"]) if elected else None
    return Stand(name, surname, row["party_name"], _whole(row["first_prefs"]), elected, stage=stage)


def _turnout(source_id: str, row: Row) -> Turnout | None:
    electorate, ballots, rejected = (_whole(row[name]) for name in ("electorate", "total_poll", "rejected"))
    if not electorate or not ballots:
        return None
    percent = round(100 * ballots / electorate, 2)
    return Turnout(source_id, electorate, ballots, percent, "ballots at the count", rejected)


def _counted(rows: Rows) -> Poll:
    line, first = rows[0]
    stands = tuple(_counted_stand(row) for _, row in rows)
    return Poll(
        COUNTED,
        line,
        first["council"],
        mend(_NUMBERED.sub("", first["ward"])),
        _DAYS[int(first["year"])],
        seats=sum(stand.elected for stand in stands),
        stands=stands,
        by_election=False,
        quota=_whole(first["quota"]),
    )


def _counted_stand(row: Row) -> Stand:
    name, surname = given_first(_CODE.sub("", row["name"]))
    stage = _whole(row["elected_stage"]) if row["elected"] == "1" else None
    label = _CODE.sub("", row["party"])
    return Stand(name, surname, label, _whole(row["first_prefs"]), row["elected"] == "1", stage=stage)


def _whole(cell: str) -> int | None:
    return round(float(cell)) if cell else None
