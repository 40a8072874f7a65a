"""All of a world's rows by level, and the things of each kind that there are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.laws.naive.chambers import chambers
from tests.laws.naive.offices import office_contests
from tests.laws.naive.polls import council_polls
from tests.laws.naive.switches import Switches
from tests.laws.naive.tables import Row, Tables
from tests.laws.naive.tenure import Holding, holdings
from tests.laws.naive.wards import WardContest, ward_contests

YEARS = range(1973, 2027)


@dataclass(eq=False)
class Sitting:
    """One councillor of a year's roster."""

    row: Row

    @cached_property
    def keys(self) -> dict[str, Any]:
        council = self.row["council_id"]
        return {
            "ward": f"{council}/{self.row['ward_slug']}",
            "council": council,
            "year": self.row["year"],
            "party": self.row["party_id"],
            "person": f"{council}/{self.row['name']}",
        }

    @property
    def poll(self) -> str:
        return "scheduled"


class Facts:
    """A world, worked out."""

    def __init__(self, rows: dict[str, list[Row]], switches: Switches) -> None:
        self.tables = Tables(rows)
        self.switches = switches
        wards = ward_contests(self.tables, switches)
        self.levels: dict[str, list[Any]] = {
            "ward": wards,
            "council": council_polls(self.tables, wards, switches),
            "chamber": chambers(self.tables),
            "office": office_contests(self.tables, switches),
            "roster": [Sitting(row) for row in self.tables["councillor"]],
        }
        self.levels["tenure"] = holdings(self.tables, self.levels["office"])
        self.newest = {level: self._newest(level) for level in self.levels}
        self.at = {level: self._at(rows) for level, rows in self.levels.items()}

    def _at(self, rows: list[Any]) -> dict[Any, list[Any]]:
        """The rows of each place: of a ward, a council, an area, an office."""
        found: dict[Any, list[Any]] = defaultdict(list)
        for row in rows:
            for place in self.places(row):
                found[place].append(row)
        return found

    def places(self, row: Any) -> set[Any]:
        """Where a row is: its own place, and what that is in."""
        council = row.keys.get("council")
        own = {row.keys[k] for k in ("ward", "council", "office") if k in row.keys}
        return own | {area for area, members in self.tables.areas.items() if council in members}

    def _newest(self, level: str) -> set[int]:
        """The rows of each place's own newest year, by identity; none of an abolished council."""
        years: dict[Any, Any] = {}
        rows = [row for row in self.levels[level] if self._may_be_newest(level, row)]
        for row in rows:
            place = _own(row)
            years[place] = max(years.get(place, row.keys["year"]), row.keys["year"])
        return {id(row) for row in rows if row.keys["year"] == years[_own(row)]}

    def _may_be_newest(self, level: str, row: Any) -> bool:
        if (level in ("ward", "council") and not row.held) or (level == "ward" and row.row["by_election"]):
            return False
        council = row.keys.get("council")
        return council is None or not self.tables.abolished(council)

    @cached_property
    def universe(self) -> dict[str, list[Any]]:
        """Everything of each kind."""
        found: dict[str, set[Any]] = defaultdict(set)
        for level in self.levels.values():
            for row in level:
                for kind, value in row.keys.items():
                    found[kind].add(value)
                found["person"].update(self.people(row))
        found["council"] |= set(self.tables.councils)
        found["area"] |= set(self.tables.areas)
        found["party"] |= {row["party_id"] for row in self.tables["party"]} | {"none"}
        found["year"] = set(YEARS)
        return {kind: sorted(values) for kind, values in found.items()}

    def people(self, row: Any) -> dict[str, Row]:
        """The candidates of a row by what identifies them."""
        if isinstance(row, Sitting | Holding):
            return {row.keys["person"]: row.row}
        if not hasattr(row, "candidates") or not isinstance(row.candidates, list):
            return {}
        place = row.keys.get("office") or row.keys["council"]
        return {f"{place}/{c['name'] or c['party_id']}": c for c in row.candidates}

    def parties(self, level: str, row: Any) -> set[str]:
        """The parties that stood, had a seat before, or hold one."""
        return _PARTIES[level](row)


def _own(row: Any) -> Any:
    return row.keys.get("office") or row.keys["council"]


def _of_ward(row: WardContest) -> set[str]:
    before = row.before.winners if row.before else set()
    return set(row.stood) | before | {t["from_party"] for t in row.told if t["from_party"]}


_PARTIES: dict[str, Any] = {
    "ward": _of_ward,
    "council": lambda row: {p for p in row.parts if row.is_in(p)},
    "chamber": lambda row: {p for p, seats in row.seats.items() if seats},
    "office": lambda row: {c["party_id"] for c in row.candidates},
    "roster": lambda row: {row.keys["party"]},
    "tenure": lambda row: {row.keys["party"]},
}
