"""Mayoral contests and who holds each mayoralty → the office tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from assistant.importer.model import Row
from assistant.importer.offices_model import Office, OfficeCandidacy, OfficeContest, OfficeHolder
from assistant.importer.people import surname_of
from assistant.importer.polling_days import day_of
from assistant.importer.readers import office_list
from assistant.importer.readers.reported import rows_of
from assistant.importer.text import slug
from assistant.importer.workbench import Workbench

SOURCE = "mayors-and-pccs"
SYSTEMS = {"SV": "supplementary vote", "FPTP": "first past the post"}
_PLACE = re.compile(r"Mayor of (?:the )?(.+)")


@dataclass(frozen=True, slots=True)
class Stand:
    """A candidate as a page lists him or her."""

    name: str | None
    label: str
    first: int | None
    final: int | None
    elected: bool

    @property
    def order(self) -> tuple[bool, int, int, str]:
        """The winner, then the other finalist, then by first votes, then by name."""
        return not self.elected, -(self.final or 0), -(self.first or 0), self.name or self.label


def candidacies(bench: Workbench, contest_id: str, stands: Iterable[Stand]) -> Iterator[OfficeCandidacy]:
    """The candidates of one contest, ranked."""
    for rank, stand in enumerate(sorted(stands, key=lambda stand: stand.order), start=1):
        party = bench.parties.find(stand.label, source=SOURCE)
        surname = surname_of(stand.name) if stand.name else None
        yield OfficeCandidacy(
            contest_id,
            rank,
            stand.name,
            surname,
            party or "independent",
            stand.label,
            stand.first,
            stand.final,
            None,
            stand.elected,
            SOURCE,
        )


def contests(bench: Workbench) -> Iterator[Row]:
    """`mayoral_results.csv`: each mayoralty's contests with every candidate the pages list."""
    listed = rows_of(bench.sources / "mayors-and-pccs" / "mayoral_results.csv")
    bench.ledger.read(SOURCE, len(listed))
    for (day, name), rows in groupby(listed, key=lambda row: (row["date"], row["office"])):
        yield from _contest(bench, date.fromisoformat(day), name, list(rows))


def _contest(bench: Workbench, day: date, name: str, rows: list[dict[str, str]]) -> Iterator[Row]:
    place = _PLACE.fullmatch(name)
    page, note = _page(rows[0]["source"])
    if place is None or page is None:
        bench.ledger.refuse(SOURCE, f"{name} {day}", "no source is named" if place else "no office is meant")
        return
    office = office_list.mayor(bench, place[1], rows[0]["area_code"], SOURCE)
    stands = [_stand(row) for row in rows]
    yield office
    contest = _head(office, day, rows[0]["system"], stands)
    yield replace(contest, note=note, page=page)
    yield from candidacies(bench, contest.contest_id, stands)
    bench.ledger.join(SOURCE, len(rows))


def _head(office: Office, day: date, system: str, stands: list[Stand]) -> OfficeContest:
    votes = [stand.first for stand in stands if stand.first is not None]
    complete = len(votes) == len(stands)
    held = "candidates" if all(stand.name for stand in stands) else "parties"
    return OfficeContest(
        f"mayor.{slug(office.place)}.{day.isoformat()}", office.office_id, day, day.year, SYSTEMS[system],
        False, complete, held, None, sum(votes) if complete else None, None, None, None, None, False,
        None, None, SOURCE,
    )  # fmt: skip


def _stand(row: dict[str, str]) -> Stand:
    name = None if row["candidate"].startswith("(") else row["candidate"].removeprefix("Mayor ")
    first, final = (int(row[key]) if row[key] else None for key in ("first_pref_votes", "final_votes"))
    return Stand(name, row["party"], first, final, row["elected"] == "1")


def _page(text: str) -> tuple[str | None, str | None]:
    """A source's address (or its words, where it has none) and its remark in brackets; no page, no row."""
    page, _, remark = text.strip().partition(" (")
    if not page or page.startswith("no source"):
        return None, None
    return page.split(" ; ")[0].removeprefix("repo "), remark.rstrip(")") or None


def holders(bench: Workbench) -> Iterator[Row]:
    """`mayor_holders.csv`: who was elected to each mayoralty, and when."""
    listed = rows_of(bench.sources / "mayors-and-pccs" / "mayor_holders.csv")
    bench.ledger.read(SOURCE, len(listed))
    for line, row in enumerate(listed, start=2):
        said = row["source"].strip()
        if not said or said.startswith("no source"):
            bench.ledger.refuse(SOURCE, f"mayor_holders.csv {line}", "no source is named")
            continue
        office = office_list.mayor(bench, row["area"], row["area_code"], SOURCE)
        yield office
        yield _holder(bench, office, row, said)
        bench.ledger.join(SOURCE)


def _holder(bench: Workbench, office: Office, row: dict[str, str], said: str) -> OfficeHolder:
    year = int(row["election_year"])
    doubtful = "sources disagree" in said
    by_election = re.search(r"by-election (\d{4}-\d\d-\d\d)", said)
    day = date.fromisoformat(by_election[1]) if by_election else None if doubtful else day_of(year)
    page, _ = _page(said)
    return OfficeHolder(
        office.office_id,
        year,
        day,
        row["winner"],
        surname_of(row["winner"]),
        bench.parties.find(row["winner_party"], source=SOURCE) or "independent",
        _remark(said),
        None if doubtful else page,
        SOURCE,
    )


def _remark(said: str) -> str | None:
    """What a reader should know of a holder's row: doubt about its day, or the day of its list."""
    if "sources disagree" in said:
        days = " or ".join(re.findall(r"\d{4}-\d\d-\d\d", said))
        return f"sources disagree on the day of the election: {days}"
    listed = re.search(r"holders at (\d{4}-\d\d-\d\d)", said)
    if listed:
        return f"as listed on {listed[1]}"
    return "elected at a by-election" if "by-election" in said else None
