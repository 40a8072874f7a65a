"""Police and crime commissioners 2012–2024 → the office tables: one figure a party, the winner's name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from assistant.importer.model import Row
from assistant.importer.offices_model import OfficeContest
from assistant.importer.polling_days import day_of
from assistant.importer.readers import office_list
from assistant.importer.readers.mayors import SOURCE, Stand, candidacies
from assistant.importer.readers.reported import rows_of
from assistant.importer.text import slug
from assistant.importer.workbench import Workbench

_FIRST = date(2012, 11, 15)  # a poll of its own, in November
# Mayors' contests that the file lists as commissioners': the mayor took over the powers that year.
_MAYORS = frozenset({(2024, "South Yorkshire"), (2024, "North Yorkshire")})
_NOTE = "one figure a party: independents and small parties are added up, and UKIP is among the others"


def contests(bench: Workbench) -> Iterator[Row]:
    """`pcc_results_2012_2024.csv`: first-round votes by party in each police area."""
    listed = rows_of(bench.sources / "mayors-and-pccs" / "pcc_results_2012_2024.csv")
    bench.ledger.read(SOURCE, len(listed))
    keyed = sorted(listed, key=lambda row: (row["year"], row["police_area"]))
    for (year, place), rows in groupby(keyed, key=lambda row: (int(row["year"]), row["police_area"])):
        if (year, place) in _MAYORS:
            bench.ledger.refuse(SOURCE, f"pcc {place} {year}", "a mayor's contest, no commissioner's")
            continue
        yield from _contest(bench, year, place.replace("&", "and"), list(rows))


def _contest(bench: Workbench, year: int, place: str, rows: list[dict[str, str]]) -> Iterator[Row]:
    day = _FIRST if year == _FIRST.year else day_of(year)
    office = office_list.commissioner(place, rows[0]["police_area_code"], SOURCE)
    contest_id = f"pcc.{slug(place)}.{day.isoformat()}"
    system = "first past the post" if year >= 2024 else "supplementary vote"
    stands = [_stand(row) for row in rows]
    votes = sum(stand.first or 0 for stand in stands)
    yield office
    yield OfficeContest(
        contest_id, office.office_id, day, year, system, False, True, "parties",
        None, votes, None, None, None, None, False, _NOTE, None, SOURCE,
    )  # fmt: skip
    yield from candidacies(bench, contest_id, stands)
    bench.ledger.join(SOURCE, len(rows))


def _stand(row: dict[str, str]) -> Stand:
    won = row["party"] == row["winner_party"]
    name = row["winner_candidate"] if won else None
    return Stand(name, row["party"], int(row["first_round_votes"]), None, won)
