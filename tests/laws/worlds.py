"""Small made worlds in the project's own schema: rows a seed decides, loaded through the project's own build.

Votes are round, so that ties happen. What the real tables leave out is left out here too: polls known by their totals
or by their parties only, chambers without a snapshot, wards without an electorate, parties filed under "other".
"""

from __future__ import annotations

import csv
import random
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from assistant.tables.build import fill
from assistant.tables.progress import silent

DATA = Path(__file__).parents[2] / "data"
Row = dict[str, Any]

# id: kind, nation, region, from, to
COUNCILS: dict[str, tuple[str, str, str, str | None, str | None]] = {
    "ash": ("metropolitan borough", "England", "North", None, None),
    "birch": ("district", "England", "North", None, None),
    "cedar": ("county", "England", "South", None, None),
    "dale": ("unitary", "England", "South", None, None),
    "esk": ("scottish council", "Scotland", "Scotland", None, None),
    "fen": ("district", "England", "South", None, "2021-03-31"),
    "gale": ("unitary", "England", "South", "2021-04-01", None),
    "holm": ("district", "England", "North", None, None),
    "isle": ("district", "England", "North", None, None),
}
AREAS: dict[str, tuple[str, str, list[str]]] = {
    "region:north": ("North", "region", ["ash", "birch", "holm", "isle"]),
    "region:south": ("South", "region", ["cedar", "dale", "fen", "gale"]),
    "nation:england": ("England", "nation", ["ash", "birch", "cedar", "dale", "fen", "gale", "holm", "isle"]),
    "nation:scotland": ("Scotland", "nation", ["esk"]),
    "county:midshire": ("Midshire", "county", ["birch", "cedar", "fen"]),
    "combined-authority:rivers": ("Rivers", "combined authority", ["ash", "cedar", "dale", "gale"]),
}
PARTIES = {
    "conservative": "party",
    "labour": "party",
    "liberal-democrat": "party",
    "green": "party",
    "ukip": "party",
    "reform-uk": "party",
    "snp": "party",
    "fenland-first": "party",
    "independent": "independents",
    "other": "residual",
}
# council: ward → seats
WARDS: dict[str, dict[str, int]] = {
    "ash": {"abbey": 1, "bank": 1, "castle": 1},
    "birch": {"castle": 2, "dene": 3, "elm": 1},
    "cedar": {"farm": 1, "grove": 1},
    "dale": {"hill": 2, "inn": 1},
    "esk": {"loch": 3, "moor": 2},
    "fen": {"north": 1, "oak": 2},
    "gale": {"oak": 2, "park": 1},
}
# council: year → how its poll is held
POLLS: dict[str, dict[int, str]] = {
    "ash": {
        2012: "none",
        2014: "candidates",
        2016: "candidates",
        2018: "candidates",
        2022: "candidates",
        2023: "parties",
    },
    "birch": {2014: "candidates", 2018: "candidates", 2019: "parties", 2022: "candidates"},
    "cedar": {2017: "candidates", 2021: "candidates"},
    "dale": {2014: "totals", 2018: "totals", 2019: "candidates", 2023: "parties"},
    "esk": {2017: "candidates", 2022: "candidates"},
    "fen": {2014: "candidates", 2018: "candidates"},
    "gale": {2021: "candidates", 2022: "part"},
}
SNAPSHOTS = range(2014, 2024)
NAMES = "Ann Lee,Bob May,Cat Fox,Dan Orr,Eve Poe,Fay Roe,Gus Tate,Hal Unwin".split(",")
STANDING = ["labour", "conservative", "liberal-democrat", "green", "ukip", "independent", "fenland-first", "reform-uk"]


# What each row says where nothing else is drawn for it.
GIVEN: dict[str, Row] = {"election": {"complete": True}, "contest": {"lot": False, "countermanded": False}}


@dataclass
class World:
    """The rows of each base table, and a draw of its own."""

    seed: int
    tables: dict[str, list[Row]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.draw = random.Random(self.seed)

    def add(self, table: str, **row: Any) -> None:
        self.tables.setdefault(table, []).append({"source_id": "made", **GIVEN.get(table, {}), **row})

    def chance(self, likelihood: float) -> bool:
        return self.draw.random() < likelihood


def make(seed: int) -> World:
    """The world of a seed: always the same rows."""
    world = World(seed)
    for name in ("made", "snap-a", "snap-b"):
        world.tables.setdefault("source", []).append(
            {"source_id": name, "title": name, "publisher": "made", "licence": "none"}
        )
    _places(world)
    for council in COUNCILS:
        _chambers(world, council)
        for year, held in POLLS.get(council, {}).items():
            _poll(world, council, year, held)
    _by_elections(world)
    _told(world)
    _rosters(world)
    _offices(world)
    return world


def _places(world: World) -> None:
    for party, kind in PARTIES.items():
        world.add("party", party_id=party, name=party.title(), short=party[:3].title(), kind=kind)
    for council, (kind, nation, region, start, end) in COUNCILS.items():
        world.add(
            "council",
            council_id=council,
            name=council.title(),
            official_name=f"{council.title()} Council",
            kind=kind,
            nation=nation,
            region=region,
            valid_from=start,
            valid_to=end,
            successors="gale" if council == "fen" else None,
        )
    for area, (name, kind, members) in AREAS.items():
        world.add("area", area_id=area, name=name, kind=kind)
        for member in members:
            world.add("area_member", area_id=area, council_id=member)


# --- Chambers ---------------------------------------------------------------------------------------------------------


def _chambers(world: World, council: str) -> None:
    if council == "isle":
        return
    for year in SNAPSHOTS:
        gone = (council == "fen" and year > 2020) or (council == "gale" and year < 2021)
        if not gone and not world.chance(0.1):
            _chamber(world, council, year)


def _chamber(world: World, council: str, year: int) -> None:
    source = "snap-a" if year < 2016 else "snap-b"
    named = ["conservative", "labour", "liberal-democrat"] + (["green", "ukip"] if source == "snap-b" else [])
    if council == "esk":
        named.append("snp")
    seats = {party: world.draw.choice([0, 0, 1, 2, 3, 4, 6]) for party in named}
    seats["other"] = world.draw.choice([0, 0, 0, 1, 2, 5])
    if not any(seats.values()):
        seats["labour"] = 4
    vacant = world.draw.choice([0, 0, 1, None])
    size = sum(seats.values()) + (vacant or 0)
    holder = next((p for p, n in seats.items() if 2 * n > size and p != "other"), None)
    world.add(
        "control",
        council_id=council,
        year=year,
        moment="snapshot",
        seats=size,
        vacant=vacant,
        majority_party=holder,
        label=holder or "NOC",
        source_id=source,
    )
    for party, number in seats.items():
        if number or world.chance(0.5):  # some sources leave noughts out
            world.add(
                "composition",
                council_id=council,
                year=year,
                moment="snapshot",
                party_id=party,
                seats=number,
                source_id=source,
            )


# --- Polls ------------------------------------------------------------------------------------------------------------


def _poll(world: World, council: str, year: int, held: str) -> None:
    election = f"local.{council}.{year}-05-05"
    wards = dict(WARDS[council])
    if held == "part":
        wards.popitem()
    known = world.chance(0.3)
    world.add(
        "election",
        election_id=election,
        council_id=council,
        date=f"{year}-05-05",
        year=year,
        scheduled=True,
        scheme="all",
        seats_up=sum(WARDS[council].values()) if world.chance(0.8) else None,
        electorate=9000 if known else None,
        ballots=3000 if known and world.chance(0.7) else None,
        turnout=33.5 if known else None,
    )
    if held == "totals":
        _totals(world, election)
        if world.chance(0.5):
            held = "none"
    held_wards = [ward for ward in wards if not world.chance(0.08)] if held != "totals" else []
    world.tables["election"][-1]["complete"] = held == "totals" or len(held_wards) == len(WARDS[council])
    if held != "totals":
        for ward, seats in wards.items():
            if ward in held_wards:
                _contest(world, council, ward, seats, year, "candidates" if held == "part" else held, election)


def _totals(world: World, election: str) -> None:
    for party in ["labour", "conservative", *[p for p in STANDING[2:] if world.chance(0.4)], "other"]:
        world.add(
            "election_party",
            election_id=election,
            party_id=party,
            label=party,
            votes=world.draw.choice([100, 200, 400, None]),
            seats=world.draw.choice([0, 1, 1, 2, 2, 3] + [None] * (world.seed % 2)),
        )


def _contest(
    world: World,
    council: str,
    ward: str,
    seats: int,
    year: int,
    held: str,
    election: str,
    by_election: bool = False,
    day: str = "05-05",
) -> None:
    contest = f"local.{council}.{ward}.{'by.' if by_election else ''}{year}-{day}"
    stv = council == "esk" and not by_election
    unopposed = held == "candidates" and not by_election and world.chance(0.1)
    electorate = world.draw.choice([1000, 2000, 3000, None])
    turnout = None if unopposed else world.draw.choice([20.0, 30.0, 30.0, 40.5, None])
    ballots = None if turnout is None or electorate is None else round(electorate * turnout / 100)
    world.add(
        "contest",
        contest_id=contest,
        election_id=election,
        council_id=council,
        ward=ward.title(),
        ward_slug=ward,
        ward_gss=None if world.chance(0.5) else f"E{council}{ward}{year > 2020 and world.chance(0.3)}",
        date=f"{year}-{day}",
        year=year,
        seats=None if held == "none" else seats,
        voting_system="single transferable vote" if stv else "first past the post",
        by_election=by_election,
        uncontested=unopposed,
        votes_held=held,
        electorate=electorate,
        ballots=ballots,
        rejected=None if ballots is None or ballots % 3 == 0 else ballots // 50,
        turnout=turnout,
    )
    if held == "candidates":
        _candidates(world, contest, seats, unopposed, stv)
    if held == "parties":
        _parties(world, contest)


def _slate(world: World, seats: int) -> list[str]:
    parties = [p for p in STANDING if world.chance(0.55)] or ["labour"]
    slate = [p for p in parties for _ in range(world.draw.randint(1, seats))]
    world.draw.shuffle(slate)
    return slate[: len(NAMES)]


def _candidates(world: World, contest: str, seats: int, unopposed: bool, stv: bool) -> None:
    slate = _slate(world, seats)
    while len(slate) <= seats and not unopposed:
        slate.append("conservative")
    slate = slate[:seats] if unopposed else slate
    names = world.draw.sample(NAMES, len(slate))
    rows = [(None if unopposed else world.draw.randrange(0, 900, 100), p, n) for p, n in zip(slate, names, strict=True)]
    rows.sort(key=lambda row: -(row[0] or 0))
    taken = (
        set(world.draw.sample(range(len(rows)), min(seats, len(rows)))) if stv else set(range(min(seats, len(rows))))
    )
    level = len(rows) > seats and rows[seats - 1][0] == rows[seats][0]
    world.tables["contest"][-1]["lot"] = level and not unopposed and not stv
    for place, (votes, party, name) in enumerate(rows):
        world.add(
            "candidacy",
            contest_id=contest,
            rank=place + 1,
            name=name,
            surname=name.split()[1],
            party_id=party,
            label=party,
            votes=votes,
            elected=place in taken,
        )


def _parties(world: World, contest: str) -> None:
    for party in [p for p in STANDING if world.chance(0.5)] or ["labour", "green"]:
        for label in (party, party + "-2")[: 1 + world.chance(0.1)]:
            world.add(
                "ward_party", contest_id=contest, party_id=party, label=label, votes=world.draw.randrange(0, 500, 100)
            )


def _by_elections(world: World) -> None:
    for council, ward, year in (
        ("birch", "elm", 2019),
        ("cedar", "farm", 2018),
        ("esk", "moor", 2018),
        ("fen", "oak", 2016),
    ):
        election = f"local.{council}.{year}-10-10"
        world.add(
            "election", election_id=election, council_id=council, date=f"{year}-10-10", year=year, scheduled=False
        )
        _contest(world, council, ward, 1, year, "candidates", election, by_election=True, day="10-10")
    _contest(world, "ash", "bank", 1, 2018, "candidates", "local.ash.2018-05-05", by_election=True, day="05-06")


# --- What pages and rosters say ---------------------------------------------------------------------------------------


def _told(world: World) -> None:
    for number, (subject, year) in enumerate(
        (("ash/abbey", 2018), ("birch/elm", 2022), ("birch/castle", 2018), ("gale/park", 2021))
    ):
        party, other = world.draw.sample(STANDING[:4], 2)
        measure = world.draw.choice(["gain", "gain", "hold"])
        world.add(
            "reported",
            reported_id=number,
            subject_kind="ward",
            subject=subject,
            year=year,
            party_id=party,
            measure=measure,
            from_party=other if measure == "gain" and world.chance(0.7) else None,
        )


def _rosters(world: World) -> None:
    for council in ("ash", "cedar", "dale"):
        for year in (2022, 2023):
            for ward in WARDS[council]:
                for name in world.draw.sample(NAMES, 3):
                    world.add(
                        "councillor",
                        council_id=council,
                        year=year,
                        ward=ward.title(),
                        ward_slug=ward,
                        name=name,
                        surname=name.split()[1],
                        party_id=world.draw.choice(STANDING[:6]),
                        label="x",
                        next_election=world.draw.choice(["2024-05-02", "2026-05-07", None]),
                    )


# --- Offices ----------------------------------------------------------------------------------------------------------

OFFICES: dict[str, tuple[str, str | None, str | None, tuple[int, ...]]] = {
    "mayor:ash": ("local mayor", None, "ash", (2014, 2018, 2022)),
    "mayor:rivers": ("combined authority mayor", "combined-authority:rivers", None, (2017, 2021)),
    "pcc:north": ("police and crime commissioner", "region:north", None, (2012, 2016, 2021)),
    "constituency:cedar-town": ("constituency", None, None, (2016, 2019)),
}


def _offices(world: World) -> None:
    for office, (kind, area, council, years) in OFFICES.items():
        world.add(
            "office",
            office_id=office,
            name=office.title(),
            kind=kind,
            place=office.split(":")[1].title(),
            nation="England",
            area_id=area,
            council_id=council,
        )
        for year in years:
            _office_contest(world, office, kind, year)
    world.add(
        "office_holder",
        office_id="mayor:ash",
        year=2010,
        elected_on="2010-05-05",
        name="Old Hand",
        surname="Hand",
        party_id=world.draw.choice(STANDING[:3]),
    )
    world.add(
        "office_holder",
        office_id="pcc:north",
        year=2012,
        elected_on="2012-11-15",
        name="Ann Lee",
        surname="Lee",
        party_id="labour",
    )


def _office_contest(world: World, office: str, kind: str, year: int) -> None:
    contest = f"{office}.{year}"
    by_parties = kind.startswith("police") and year < 2020
    final = kind != "constituency" and not by_parties and world.chance(0.6)
    complete = world.chance(0.8)
    slate = world.draw.sample(STANDING[:5], 3) + ["independent"] * world.draw.choice([0, 1, 2])
    votes = sorted((world.draw.randrange(1000, 6000, 500) for _ in slate), reverse=True)
    result = world.draw.choice(["hold", "gain"]) if kind == "constituency" else None
    world.add(
        "office_contest",
        contest_id=contest,
        office_id=office,
        date=f"{year}-05-03",
        year=year,
        voting_system="supplementary vote" if kind != "constituency" else "first past the post",
        by_election=kind == "constituency",
        complete=complete,
        votes_held="parties" if by_parties else "candidates",
        electorate=world.draw.choice([20000, 40000, None]),
        valid_votes=sum(votes) if complete else None,
        spoilt=sum(votes) // 100 if complete and sum(votes) % 1000 else None,
        turnout=world.draw.choice([25.0, 40.0, None]),
        result=result,
        from_party=world.draw.choice(STANDING[:4]) if result == "gain" else None,
        voided=office == "mayor:ash" and year == 2014 and world.chance(0.5),
    )
    for place, (party, first) in enumerate(zip(_merged(slate) if by_parties else slate, votes, strict=False)):
        world.add(
            "office_candidacy",
            contest_id=contest,
            rank=place + 1,
            name=None if by_parties and place else NAMES[place],
            surname=None if by_parties and place else NAMES[place].split()[1],
            party_id=party,
            label=party,
            first_votes=first if complete or place < 2 else None,
            final_votes=first + 500 if final and place < 2 else None,
            change=world.draw.choice([-4.0, 2.5, None]) if kind == "constituency" else None,
            elected=place == 0,
        )


def _merged(slate: list[str]) -> list[str]:
    return list(dict.fromkeys(slate))


# --- Loading ----------------------------------------------------------------------------------------------------------


def load(world: World) -> duckdb.DuckDBPyConnection:
    """The world's tables and views, in memory, as the project builds them."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        shutil.copy(DATA / "schema.sql", data / "schema.sql")
        shutil.copytree(DATA / "views", data / "views")
        for table, rows in world.tables.items():
            _write(data / f"{table}.csv", table, rows)
        con = duckdb.connect()
        fill(con, data, silent, partial=True)
    return con


def _columns(table: str) -> list[str]:
    with duckdb.connect() as scratch:
        scratch.execute((DATA / "schema.sql").read_text(encoding="utf-8"))
        return [
            name
            for (name,) in scratch.execute(
                "SELECT column_name FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index", [table]
            ).fetchall()
        ]


def _write(path: Path, table: str, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, _columns(table), restval="", extrasaction="raise")
        writer.writeheader()
        writer.writerows({key: "" if value is None else value for key, value in row.items()} for row in rows)
