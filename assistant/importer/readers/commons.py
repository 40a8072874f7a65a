"""The House of Commons Library's council tables of 2022 and 2023: compositions before and after the poll."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.importer.blocks import Block
from assistant.importer.model import Control, ControlChange
from assistant.importer.polling_days import day_of
from assistant.importer.readers.sheets import Cell, rows, whole
from assistant.importer.workbench import Workbench

WORKED_OUT = "control-changes-2022-2023"

_PARTIES = ("conservative", "labour", "liberal-democrat", "green", "other")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where a table keeps what; columns count from 0."""

    source_id: str
    file: str
    title: str
    scheme: int
    parties: tuple[str, ...]
    before: int
    after: int
    vacant: int
    control_before: int
    control_after: int
    year: int
    since: dict[str, int]  # nation → year of the poll the "before" columns speak of


_SHEETS = (
    Sheet(
        source_id="commons-2022",
        file="commons-2022-councils.xlsx",
        title="England",
        scheme=5,
        parties=_PARTIES,
        before=7,
        after=14,
        vacant=19,
        control_before=13,
        control_after=21,
        year=2022,
        since={"England": 2018},
    ),
    Sheet(
        source_id="commons-2022",
        file="commons-2022-councils.xlsx",
        title="Scotland and Wales",
        scheme=4,
        parties=("conservative", "labour", "liberal-democrat", "nationalist", "other"),
        before=6,
        after=13,
        vacant=18,
        control_before=12,
        control_after=20,
        year=2022,
        since={"Scotland": 2017, "Wales": 2017},
    ),
    Sheet(
        source_id="commons-2023",
        file="commons-2023-councils.xlsx",
        title="Results",
        scheme=5,
        parties=("conservative", "labour", "liberal-democrat", "ukip", "green", "other"),
        before=6,
        after=14,
        vacant=21,
        control_before=13,
        control_after=22,
        year=2023,
        since={"England": 2019},
    ),
)
_SCHEMES = {"all": "all", "third": "thirds", "half": "halves"}
_WORD_PARTIES = {"IND": "independent", "OTH": "other", "Others": "other"}


@dataclass(frozen=True, slots=True)
class Line:
    """One council's line of a table."""

    council_id: str
    year: int
    scheme: str
    before: Block | None
    after: Block
    source_id: str


def lines(bench: Workbench) -> Iterator[Line]:
    """Every council of the three tables; what cannot be placed is refused in the ledger."""
    for sheet in _SHEETS:
        path = bench.sources / "composition" / sheet.file
        for number, cells in enumerate(rows(path, sheet.title), start=1):
            if not str(cells[0]).startswith(("E0", "E1", "S1", "W0")):
                continue
            council_id = bench.councils.find(str(cells[1]), sheet.year, gss=str(cells[0]))
            if council_id is None:
                bench.ledger.refuse(sheet.source_id, f"{sheet.title} {number}", f"no council is {cells[1]}")
                continue
            yield _line(bench, sheet, council_id, cells)


def _line(bench: Workbench, sheet: Sheet, council_id: str, cells: Sequence[Cell]) -> Line:
    nation = bench.nation(council_id)
    baseline = f"after the poll of May {sheet.since[nation]}, the table's own baseline; not the eve of poll"
    held = cells[sheet.before] != "-"  # a new council has no seats before its first poll
    before = _block(sheet, council_id, nation, cells, "before poll", baseline) if held else None
    after = _block(sheet, council_id, nation, cells, "after poll", day_of(sheet.year).isoformat())
    scheme = _SCHEMES[str(cells[sheet.scheme]).lower()]
    return Line(council_id, sheet.year, scheme, before, after, sheet.source_id)


def _block(sheet: Sheet, council_id: str, nation: str, cells: Sequence[Cell], moment: str, as_of: str) -> Block:
    before = moment == "before poll"
    first = sheet.before if before else sheet.after
    word = cells[sheet.control_before if before else sheet.control_after]
    return Block(
        council_id,
        sheet.year,
        moment,
        as_of,
        _seats(nation, sheet.parties, cells, first),
        None if before else whole(cells[sheet.vacant]) or None,
        # The workbook's formulas for Wales take their words from a column too far left.
        None if nation == "Wales" else str(word),
        None,
        sheet.source_id,
    )


def _seats(nation: str, parties: tuple[str, ...], cells: Sequence[Cell], first: int) -> dict[str, int]:
    nationalist = "plaid-cymru" if nation == "Wales" else "snp"
    named = (nationalist if party == "nationalist" else party for party in parties)
    return {party: whole(cells[first + place]) or 0 for place, party in enumerate(named)}


def commons(bench: Workbench) -> None:
    """Compositions and control before and after the polls of 2022 and 2023, and the control that changed."""
    snapshots = {
        (row.council_id, row.year): row
        for row in bench.tables["control"]
        if isinstance(row, Control) and row.moment == "snapshot"
    }
    for line in lines(bench):
        bench.ledger.read(line.source_id)
        bench.ledger.join(line.source_id)
        for block in filter(None, (line.before, line.after)):
            bench.add(block.rows())
        if eve := snapshots.get((line.council_id, line.year - 1)):
            bench.add(_change(line, eve, snapshots.get((line.council_id, line.year))))


def _change(line: Line, eve: Control, now: Control | None) -> Iterator[ControlChange]:
    """Control after the poll against the snapshot of the year before.

    The tables compare with the poll of four or five years earlier, between which councils elected by
    thirds may have changed hands more than once; that is in `control`, not here.
    """
    held, won = _holder(eve), _won(line, now)
    if held != won:
        yield ControlChange(line.council_id, line.year, held, won, True, WORKED_OUT)


def _holder(eve: Control) -> str | None:
    """The majority party; `other` where the source says others together held it."""
    return eve.majority_party or ("other" if eve.label == "Other" else None)


def _won(line: Line, now: Control | None) -> str | None:
    """The majority party after the poll; of others together, the one that the snapshot of that year tells apart."""
    if line.after.majority:
        return line.after.majority
    word = _WORD_PARTIES.get(line.after.label or "")
    others = 2 * line.after.seats["other"] > line.after.size
    if word or others:
        return now.majority_party if now and now.majority_party else word or "other"
    return None
