"""The House of Commons Library's council tables of 2022 and 2023: compositions before and after the poll."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from python_calamine import CalamineWorkbook

from assistant.importer.blocks import Block
from assistant.importer.model import Control, ControlChange
from assistant.importer.readers.sheets import Cell, whole
from assistant.importer.workbench import Workbench

WORKED_OUT = "control-changes-2022-2023"

_E22 = ("conservative", "labour", "liberal-democrat", "green", "other")
_E23 = ("conservative", "labour", "liberal-democrat", "ukip", "green", "other")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where a table keeps what; columns count from 0. `words` tells whether its control words can be used."""

    source_id: str
    file: str
    title: str
    nation_column: int
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
        "commons-2022", "commons-2022-councils.xlsx", "England", 6, 5, _E22, 7, 14, 19, 13, 21, 2022, {"England": 2018}
    ),
    Sheet(
        "commons-2022",
        "commons-2022-councils.xlsx",
        "Scotland and Wales",
        5,
        4,
        ("conservative", "labour", "liberal-democrat", "nationalist", "other"),
        6,
        13,
        18,
        12,
        20,
        2022,
        {"Scotland": 2017, "Wales": 2017},
    ),
    Sheet("commons-2023", "commons-2023-councils.xlsx", "Results", 2, 5, _E23, 6, 14, 21, 13, 22, 2023, {"England": 2019}),
)
_SCHEMES = {"all": "all", "third": "thirds", "half": "halves"}
_WORD_PARTIES = {"IND": "independent", "OTH": "other", "Others": "other"}
_OTHERS = {("tower-hamlets", 2022): "aspire", ("ashfield", 2023): "ashfield-independents"}


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
        rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet.title).to_python()
        for number, cells in enumerate(rows, start=1):
            if not str(cells[0]).startswith(("E0", "E1", "S1", "W0")):
                continue
            council_id = bench.councils.find(str(cells[1]), sheet.year, gss=str(cells[0]))
            if council_id is None:
                bench.ledger.refuse(sheet.source_id, f"{sheet.title} {number}", f"no council is {cells[1]}")
                continue
            yield _line(bench, sheet, council_id, cells)


def _line(bench: Workbench, sheet: Sheet, council_id: str, cells: list[Cell]) -> Line:
    nation = bench.nation(council_id)
    parties = tuple(_nationalist(nation) if p == "nationalist" else p for p in sheet.parties)
    # The workbook's formulas for Wales take their words from a column too far left.
    words = nation != "Wales"
    before = after = None
    if cells[sheet.before] != "-":
        after_poll = f"after the poll of May {sheet.since[nation]}, which the table compares with; not the eve of poll"
        before = Block(
            council_id,
            sheet.year,
            "before poll",
            after_poll,
            _seats(parties, cells, sheet.before),
            None,
            str(cells[sheet.control_before]) if words else None,
            None,
            sheet.source_id,
        )
    day = "2022-05-05" if sheet.year == 2022 else "2023-05-04"
    after = Block(
        council_id,
        sheet.year,
        "after poll",
        day,
        _seats(parties, cells, sheet.after),
        whole(cells[sheet.vacant]) or None,
        str(cells[sheet.control_after]) if words else None,
        None,
        sheet.source_id,
    )
    scheme = _SCHEMES[str(cells[sheet.scheme]).lower()]
    return Line(council_id, sheet.year, scheme, before, after, sheet.source_id)


def _nationalist(nation: str) -> str:
    return "plaid-cymru" if nation == "Wales" else "snp"


def _seats(parties: tuple[str, ...], cells: list[Cell], first: int) -> dict[str, int]:
    return {party: whole(cells[first + place]) or 0 for place, party in enumerate(parties)}


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
            bench.add(_change(line, eve))


def _change(line: Line, eve: Control) -> Iterator[ControlChange]:
    """Control after the poll against the snapshot of the year before.

    The tables compare with the poll of four or five years earlier, between which councils elected by
    thirds may have changed hands more than once; that is in `control`, not here.
    """
    held, won = _holder(eve, line.year), _won(line)
    if held != won:
        yield ControlChange(line.council_id, line.year, held, won, True, WORKED_OUT)


def _holder(eve: Control, year: int) -> str | None:
    """The majority party; `other` where the source says others together held it."""
    if eve.label == "Other":
        return _OTHERS.get((eve.council_id, year), "other")
    return eve.majority_party


def _won(line: Line) -> str | None:
    if line.after.majority:
        return line.after.majority
    word = _WORD_PARTIES.get(line.after.label or "")
    others = 2 * line.after.seats["other"] > line.after.size
    if word or others:
        return _OTHERS.get((line.council_id, line.year), word or "other")
    return None
