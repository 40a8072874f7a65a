"""What named pages said: national and regional totals, West Midlands wards of 2016."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from assistant.importer.model import Reported, Source
from assistant.importer.readers.articles import articles
from assistant.importer.sourced import sourced
from assistant.importer.text import slug
from assistant.importer.workbench import Workbench

EVE = "eve of poll"
LAST_FOUGHT = "last fought"
NOT_STATED = "not stated"
WEST_MIDLANDS = "reported-wm-2016"

_SCOPES = {
    "GB": "nation:great-britain",
    "England": "nation:england",
    "England (Commons Library basis)": "nation:england",
    "England and Anglesey": "nation:england",
}
_DECLARED = {2016: 124, 2024: 107}  # councils with scheduled polls in England, all declared
# The page repeats the BBC's scoreboard without its name.
_BBC_AS_GIVEN = {2024: "the BBC's figures, as another page gives them"}
_REGION_NET = {
    2022: "composition after the polls of May 2018 compared with that after May 2022, councils that voted",
    2023: "composition after the polls of May 2019 compared with that after May 2023, councils that voted",
}

Row = dict[str, str]
Reader = Callable[[Workbench], Iterator[Reported]]


def rows_of(path: Path) -> list[Row]:
    """A CSV file as rows of text."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _figure(text: str) -> float | None:
    return float(text) if text.strip() else None


def _said(source: str, kind: str, subject: str, year: int, measure: str, figure: float | None) -> Reported:
    """A row with what every row has; the rest is filled in by `replace`."""
    return Reported(0, kind, subject, year, None, measure, figure, None, None, None, None, None, None, source)


def _headlines(bench: Workbench) -> Iterator[Reported]:
    source = "headline-totals"
    for row in rows_of(bench.sources / "totals" / "headline_totals.csv"):
        year, basis = int(row["year"]), _headline_basis(row)
        page, _, remark = row["source"].partition(" (")
        remarks = [_scope_note(row["scope"]), _BBC_AS_GIVEN.get(year, remark.split(")")[0])]
        note = "; ".join(filter(None, remarks)) or None
        party = bench.parties.find(row["party"], source=source)
        for column, measure in (
            ("councils", "councils"),
            ("councils_change", "councils change"),
            ("seats", "seats won"),
            ("seats_change", "net change"),
        ):
            figure = _figure(row[column])
            if figure is not None:
                said = _said(source, "area", _SCOPES[row["scope"]], year, measure, figure)
                changes = measure == "net change"
                total = _DECLARED.get(year) if row["scope"].startswith("England") else None
                yield replace(
                    said,
                    party_id=party,
                    basis=basis if changes else None,
                    declared=total,
                    of_total=total,
                    note=note,
                    page=page,
                )


def _headline_basis(row: Row) -> str:
    """The BBC compares with the last time the seats were fought since 2013; the Library with the eve."""
    if "Commons Library basis" in row["scope"]:
        return EVE
    year = int(row["year"])
    by_bbc = "bbc" in row["source"].lower() or year in _BBC_AS_GIVEN
    return LAST_FOUGHT if by_bbc and year >= 2013 else NOT_STATED


def _scope_note(scope: str) -> str | None:
    return "England and Anglesey" if scope == "England and Anglesey" else None


def _regions(bench: Workbench) -> Iterator[Reported]:
    for row in rows_of(bench.sources / "totals" / "region_seats_won_2016_2024.csv"):
        said = _said(
            "region-seats-won",
            "area",
            _area(row["region"]),
            int(row["year"]),
            "seats won",
            _figure(row["seats"]),
        )
        yield replace(said, party_id=bench.parties.find(row["p"], source="region-seats-won"))
    for row in rows_of(bench.sources / "totals" / "region_net_change_2022_2023_commons.csv"):
        year = int(row["year"])
        said = _said("region-net-change", "area", _area(row["region"]), year, "net change", _figure(row["net_change"]))
        party = bench.parties.find(row["party"], source="region-net-change", nation=row["region"])
        yield replace(said, party_id=party, basis="four years earlier", note=_REGION_NET[year])


def _area(region: str) -> str:
    nations = {"Scotland", "Wales", "England"}
    return f"nation:{slug(region)}" if region in nations else f"region:{slug(region)}"


def _devolved(bench: Workbench) -> Iterator[Reported]:
    source = "devolved-2016"
    for row in rows_of(bench.sources / "totals" / "devolved_2016_seats.csv"):
        party = bench.parties.find(row["party"], source=source)
        page = row["source"].split(" ")[0]
        for column, measure in (
            ("constituency_seats", "constituency seats won"),
            ("regional_seats", "regional seats won"),
            ("total_seats", "seats won"),
            ("change", "net change"),
        ):
            figure = _figure(row[column])
            if figure is not None:
                said = _said(source, "office", f"parliament:{slug(row['body'])}", 2016, measure, figure)
                basis = LAST_FOUGHT if column == "change" else None
                yield replace(said, party_id=party, basis=basis, note=row["body"], page=page)


def _west_midlands_councils(bench: Workbench) -> Iterator[Reported]:
    for line, row in enumerate(rows_of(bench.sources / "reported" / "wm_2016_council_changes.csv"), start=2):
        council_id = bench.councils.find(row["council"], 2016)
        if council_id is None:
            bench.ledger.refuse(WEST_MIDLANDS, line, f"no council is {row['council']}")
            continue
        if row["party"] == "turnout_pct":
            share = _figure(row["seats_won"])
            yield replace(_said(WEST_MIDLANDS, "council", council_id, 2016, "turnout", share), page=row["source_url"])
            continue
        party = bench.parties.find(row["party"], source=WEST_MIDLANDS)
        for column, measure in (
            ("seats_won", "seats won"),
            ("gains", "gains"),
            ("losses", "losses"),
            ("net", "net change"),
            ("seats_after", "seats after"),
        ):
            figure = _figure(row[column])
            if figure is not None:
                said = _said(WEST_MIDLANDS, "council", council_id, 2016, measure, figure)
                basis = NOT_STATED if column == "net" else None
                yield replace(said, party_id=party, basis=basis, page=row["source_url"])


def _west_midlands_wards(bench: Workbench) -> Iterator[Reported]:
    for line, row in enumerate(rows_of(bench.sources / "reported" / "wm_2016_seat_changes.csv"), start=2):
        council_id = bench.councils.find(row["council"], 2016)
        if council_id is None:
            bench.ledger.refuse(WEST_MIDLANDS, line, f"no council is {row['council']}")
            continue
        ward = f"{council_id}/{slug(row['ward'])}"
        said_by = row["source_url"].strip().replace("seed article", "an article of that May")
        page = said_by if said_by.startswith("http") else None
        note = "; ".join(filter(None, [None if page else said_by, row["note"]])) or None
        said = replace(
            _said(WEST_MIDLANDS, "ward", ward, 2016, row["change"], 1.0),
            party_id=bench.parties.find(row["gained_by"], source=WEST_MIDLANDS),
            from_party=bench.parties.find(row["lost_by"], source=WEST_MIDLANDS) if row["lost_by"] else None,
            note=note,
            page=page,
        )
        yield said
        if row["turnout_pct"]:
            share = _figure(row["turnout_pct"])
            yield replace(said, measure="turnout", figure=share, party_id=None, from_party=None, note=None)


_READERS: tuple[Reader, ...] = (
    _headlines,
    _regions,
    _devolved,
    _west_midlands_councils,
    _west_midlands_wards,
    articles,
)


def reported(bench: Workbench) -> None:
    """Every reported figure that has a source, numbered in the order of the files."""
    sources = {row.source_id: row for row in bench.tables["source"] if isinstance(row, Source)}
    rows = (row for reader in _READERS for row in reader(bench))
    kept = sourced(rows, sources, bench.ledger)
    bench.add(replace(row, reported_id=number) for number, row in enumerate(kept, start=1))
