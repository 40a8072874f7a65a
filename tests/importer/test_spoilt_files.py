"""Source files spoilt in every way seen: each is refused with its place, or read as what it certainly says.

Never is there another winner than the file as published gives.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from assistant.importer.build import Order, build
from assistant.importer.intake import parties
from assistant.importer.intake.declared import declared
from assistant.importer.intake.fault import RefusedSources
from assistant.importer.intake.staging import staged
from assistant.importer.readers import leap
from assistant.importer.resolve import Parties

WARDS = """\
Dudley,E08000027,Gornal,E05001245,David Stanley,C,1283,1
Dudley,E08000027,Gornal,E05001245,Dave Branwood,Lab,1256,0
Dudley,E08000027,Gornal,E05001245,Philip Rowe,UKIP,1020,0
Dudley,E08000027,Halesowen North,E05001246,Stuart Henley,C,1371,1
Dudley,E08000027,Halesowen North,E05001246,Hilary Bills,Lab,1352,0
Ceredigion,W06000008,Llansanffraid,W05000371,Dafydd Môn Edwards,PC,533,1
Ceredigion,W06000008,Llansanffraid,W05000371,Siân Rhŷs,LD,412,0
"""
PLAIN = WARDS.replace("ô", "o").replace("â", "a").replace("ŷ", "y")
LATIN = WARDS.replace("ŷ", "y")
TABLES = tuple(replace(table, rows=None) for table in declared())  # whole editions have other numbers of rows
WINNERS = {"Gornal": ["David Stanley"], "Halesowen North": ["Stuart Henley"], "Llansanffraid": ["Dafydd Môn Edwards"]}
FILE = "leap/leap-2016-05-05.csv"
REGISTERS = {
    "authorities/uk_local_authorities.csv": "local-authority-code,official-name,nice-name,gss-code,start-date,end-date,"
    "replaced-by,nation,region,local-authority-type,county-la,combined-authority,former-gss-codes\n"
    "DUD,Dudley,Dudley,E08000027,,,,England,West Midlands,MD,,WMCA,\n",
    "authorities/lookup_name_to_registry.csv": "la-name,local-authority-code\nDudley,DUD\n",
    "parties/parties-merged.csv": "ec_id,names,abbrevs,councillor_rows,deregistered\n"
    "PP77,Plaid Cymru - The Party of Wales,PC,1,\n",
    "parties/party-colours.csv": "party,hex\nLabour,#e4003b\n",
    "parties/handbook-abbreviations.csv": "year,abbrev,name\n2021,CON,Conservative\n",
}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    for name, text in {**REGISTERS, FILE: WARDS}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def spoil(sources: Path, content: str | bytes) -> None:
    (sources / FILE).write_bytes(content if isinstance(content, bytes) else content.encode())


def winners(sources: Path) -> dict[str, list[str]]:
    with staged(sources, TABLES) as stage:
        polls = [poll for reading in leap.read(stage.folder) for poll in reading.polls]
    return {poll.ward: [stand.name for stand in poll.stands if stand.elected] for poll in polls}


def line(number: int) -> str:
    return WARDS.splitlines(keepends=True)[number - 1]


def swapped(old: str, new: str) -> str:
    assert old in WARDS
    return WARDS.replace(old, new)


REFUSED: dict[str, tuple[str | bytes, tuple[str, ...]]] = {
    "a letter in a number": (
        swapped("C,1283", "C,12a"),
        (f"{FILE}:1, column Votes", "“12a” is not a whole number", "Stanley,C,12a,1", "^^^"),
    ),
    "a word for a number": (swapped("1256", "many"), (f"{FILE}:2, column Votes", "“many” is not a whole number")),
    "half a vote": (swapped("1256", "1256.5"), (f"{FILE}:2, column Votes", "“1256.5”")),
    "votes below nought": (swapped("1256", "-1256"), (f"{FILE}:2, column Votes", "“-1256”")),
    "thousands put wrong": (swapped("1256", '"1,25,6"'), (f"{FILE}:2, column Votes", "“1,25,6”")),
    "thousands without quotation marks": (swapped("1256", "1,256"), (f"{FILE}:2", "9 cells for 8 columns")),
    "no votes in a poll": (swapped("1256", ""), (f"{FILE}:2, column Votes", "Gornal", "no votes, where the others")),
    "nobody elected": (swapped("1283,1", "1283,0"), (f"{FILE}:1, column Elected", "nobody is marked elected")),
    "the flag under the loser": (
        swapped("1283,1", "1283,0").replace("1256,0", "1256,1"),
        (f"{FILE}:2, column Votes", "elected with 1256 votes, where 1283 are not enough"),
    ),
    "a digit too many": (
        swapped("1256", "12560"),
        (f"{FILE}:1, column Votes", "elected with 1283 votes, where 12560 are not enough"),
    ),
    "elected neither yes nor no": (swapped("1283,1", "1283,2"), (f"{FILE}:1, column Elected", "“2” is not yes or no")),
    "the columns moved on": (
        swapped("C,1283,1", "1283,1,C"),
        (f"{FILE}:1, column Elected", "“C” is not yes or no"),
    ),
    "the same ward twice": (
        WARDS + line(1) + line(2),
        (f"{FILE}:8, column WardGSS", "Dudley, Gornal, E05001245 again, after line 1"),
    ),
    "the same file twice over": (WARDS + WARDS, (f"{FILE}:8", "again, after line 1")),
    "a candidate twice": (line(1) + WARDS, (f"{FILE}:2, column Candidate", "David Stanley stands twice")),
    "a header that is not in this file": (
        "council,gss,ward,wardgss,candidate,party,votes,elected\n" + WARDS,
        (f"{FILE}:1", "the header again, as a row", "Expected: a row of data"),
    ),
    "a header among the rows": (
        line(1) + line(2) + line(3) + "Council,GSS,Ward,WardGSS,Candidate,Party,Votes,Elected\n" + line(4) + line(5),
        (f"{FILE}:4", "the header again, as a row"),
    ),
    "a slip in a ward's code": (
        WARDS.replace("E05001245,Dave", "E05001254,Dave"),
        (f"{FILE}:2, column WardGSS", "Dudley, Gornal is both E05001245 and E05001254"),
    ),
    "a slip in a ward's name": (
        WARDS.replace("Gornal,E05001245,Philip", "Gornall,E05001245,Philip"),
        (f"{FILE}:3, column Ward", "E05001245 is both Dudley, Gornal and Dudley, Gornall"),
    ),
    "a slip in a council's name": (
        swapped(line(5), line(5).replace("Dudley", "Dudly")),
        (f"{FILE}:5, column Council", "E08000027 is both Dudley and Dudly"),
    ),
    "an empty file": ("", (FILE, "the file is empty")),
    "a file of line ends": ("\n\n \n", (FILE, "the file is empty")),
    "cut in a row": (WARDS[: WARDS.rindex(",LD,412")], (f"{FILE}:7", "5 cells for 8 columns")),
    "cut in a quotation": (
        WARDS + 'Dudley,E08000027,Sedgley,E05001251,"Bill Eth',
        (f"{FILE}:8", "a quotation mark that does not close"),
    ),
    "a quotation that swallows a row": (
        swapped("David Stanley", '"David Stanley').replace("Dave Branwood", 'Dave Branwood"'),
        (f"{FILE}:1", "a quotation mark that does not close"),
    ),
    "cut before the winner": (
        line(4).replace("Halesowen North", "Sedgley").replace(",1\n", ",0\n"),
        (f"{FILE}:1, column Elected", "nobody is marked elected"),
    ),
    "a row too long": (swapped("1256,0", "1256,0,x"), (f"{FILE}:2", "9 cells for 8 columns")),
    "a row too short": (swapped("Lab,1256", "1256"), (f"{FILE}:2", "7 cells for 8 columns")),
    "a line of totals": (
        line(1) + line(2) + "Dudley,E08000027,Gornal,E05001245,Total,,2539,0\n",
        (f"{FILE}:3, column Candidate", "“Total” is not a name, no line of totals"),
    ),
    "a line of rejected papers": (
        line(1) + "Dudley,E08000027,Gornal,E05001245,Rejected,,19,0\n",
        (f"{FILE}:2, column Candidate", "“Rejected”"),
    ),
    "a ward without a name": (swapped("Gornal", " "), (f"{FILE}:1, column Ward", "nothing, where a name should be")),
    "bytes of no encoding": (WARDS.encode() + b"\xff\x81\x8d\n", (f"{FILE}:8", "not UTF-8")),
    "an encoding that could be several": (
        PLAIN.replace("David Stanley", "Mary OíNeil").encode("mac_roman"),
        (f"{FILE}:1", "not UTF-8, and several old encodings would fit"),
    ),
    "UTF-16 cut in a character": (WARDS.encode("utf-16")[:-1], (FILE, "not UTF-16, as the mark at its start says")),
    "a NUL character": (swapped("Stanley", "Stan\0ley"), (f"{FILE}:1", "a NUL character")),
    "a workbook by another name": (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x81\x8d", (FILE, "not UTF-8")),
    "a page of the web": ("<!DOCTYPE html>\n<html><body>Not found</body></html>\n", (f"{FILE}:1", "1 cells")),
}  # fmt: skip


@pytest.mark.parametrize(("content", "told"), REFUSED.values(), ids=REFUSED)
def test_refused_with_its_place_and_the_tables_stay(
    sources: Path, tmp_path: Path, content: str | bytes, told: tuple[str, ...]
) -> None:
    tables = tmp_path / "tables"
    tables.mkdir()
    (tables / "candidacy.csv").write_text("as they were")
    spoil(sources, content)
    with pytest.raises(RefusedSources) as raised:
        build(Order(sources, tables, date(2026, 11, 30)))
    message = str(raised.value)
    assert [words for words in told if words not in message] == [], message
    assert message.endswith("Nothing was built: the tables are as they were.")
    assert [path.read_text() for path in tables.iterdir()] == ["as they were"]


READ: dict[str, str | bytes] = {
    "as published": WARDS,
    "thousands set apart": swapped("1283", '"1,283"'),
    "numbers as a spreadsheet exports them": swapped("1283", "1283.0").replace("1256", "1256.0"),
    "odd spaces": swapped("1283", " 1283\u00a0"),
    "Yes and No": WARDS.replace(",1\n", ",Yes\n").replace(",0\n", ",No\n"),
    "ELECTED and NOT ELECTED": WARDS.replace(",1\n", ",ELECTED\n").replace(",0\n", ",NOT ELECTED\n"),
    "t and f": WARDS.replace(",1\n", ",t\n").replace(",0\n", ",f\n"),
    "semicolons": WARDS.replace(",", ";"),
    "tabs": WARDS.replace(",", "\t"),
    "a mark at the start": WARDS.encode("utf-8-sig"),
    "UTF-16": WARDS.encode("utf-16"),
    "cp1252": LATIN.encode("cp1252"),
    "MacRoman": LATIN.encode("mac_roman"),
    "line ends of Windows": WARDS.replace("\n", "\r\n"),
    "line ends of old": WARDS.replace("\n", "\r"),
    "no line end at the end": WARDS.rstrip("\n"),
    "empty lines": WARDS.replace("\n", "\n\n"),
    "everything in quotation marks": "".join(
        ",".join(f'"{cell}"' for cell in row.split(",")) + "\n" for row in WARDS.splitlines()
    ),
}


@pytest.mark.parametrize("content", READ.values(), ids=READ)
def test_read_as_what_it_certainly_says(sources: Path, content: str | bytes) -> None:
    spoil(sources, content)
    assert winners(sources) == WINNERS


def test_votes_come_out_as_they_were_printed(sources: Path) -> None:
    spoil(sources, swapped("1283", '"1,283"').replace("1256", "1256.0"))
    with staged(sources, TABLES) as stage:
        (poll, *_) = leap.read(stage.folder)[1].polls
    assert [stand.votes for stand in poll.stands] == [1283, 1256, 1020]


@pytest.mark.parametrize("cut", range(1, len(WARDS.encode()), 7))
def test_a_file_cut_anywhere_gives_no_other_winner(sources: Path, cut: int) -> None:
    spoil(sources, WARDS.encode()[:cut])
    try:
        found = winners(sources)
    except RefusedSources:
        return
    assert found.items() <= WINNERS.items()


def test_rows_that_are_missing_altogether_show_in_their_number(sources: Path) -> None:
    whole = tuple(replace(table, rows=7 if table.path == FILE else None) for table in TABLES)
    with staged(sources, whole):
        pass
    spoil(sources, WARDS[: WARDS.rindex("Ceredigion")])
    with pytest.raises(RefusedSources) as raised, staged(sources, whole):
        pass
    assert "6 rows, where the file as published has 7" in str(raised.value)


def test_several_things_wrong_are_told_at_once(sources: Path) -> None:
    spoil(sources, swapped("1283", "x").replace("1371", "y"))
    with pytest.raises(RefusedSources) as raised:
        winners(sources)
    assert [fault.where.rpartition("/")[2] for fault in raised.value.faults] == [
        "leap-2016-05-05.csv:1, column Votes",
        "leap-2016-05-05.csv:4, column Votes",
    ]


@pytest.mark.parametrize(("label", "nearest"), [("Labuor", "Labour"), ("Libral Democrats", "Liberal Democrat")])
def test_an_unknown_party_is_refused_with_the_nearest(sources: Path, label: str, nearest: str) -> None:
    spoil(sources, swapped("UKIP", label))
    with staged(sources, TABLES) as stage:
        known = Parties.load(stage.folder)
        new = parties.unknown(stage.labels, known, frozenset())
        (fault,) = parties.refused(new, known)
    assert fault.where.endswith(f"{FILE}:3, column Party")
    assert fault.wrong == f"“{label}” is no party known here"
    assert nearest in fault.expected
    assert fault.expected.endswith("If it is a party of its own, take it with --accept-new-parties.")


def test_a_party_that_was_taken_once_is_known(sources: Path, tmp_path: Path) -> None:
    spoil(sources, swapped("UKIP", "Gornal First"))
    (tmp_path / "party.csv").write_text("party_id,name\ngornal-first,Gornal First\n")
    with staged(sources, TABLES) as stage:
        assert parties.unknown(stage.labels, Parties.load(stage.folder), parties.held(tmp_path)) == []


def test_a_file_nobody_reads_and_one_that_is_not_there_are_named(sources: Path) -> None:
    (sources / "leap" / "leap-2016-05-05 (1).csv").write_text("a copy")
    with staged(sources, TABLES) as stage:
        assert stage.unread == ["leap/leap-2016-05-05 (1).csv"]
        assert "leap/leap-2014-05-22.csv" in stage.missing


def test_a_register_that_is_not_there_is_refused(sources: Path) -> None:
    (sources / "parties" / "parties-merged.csv").unlink()
    with pytest.raises(RefusedSources, match="the source file is missing"):
        winners(sources)


def test_a_column_by_another_name_is_refused(sources: Path) -> None:
    path = sources / "parties" / "handbook-abbreviations.csv"
    path.write_text("year,code,name\n2021,CON,Conservative\n")
    with pytest.raises(RefusedSources) as raised:
        winners(sources)
    assert str(raised.value).splitlines()[0].endswith("handbook-abbreviations.csv:1:")
    assert "no column abbrev" in str(raised.value)


def test_a_line_break_in_a_header_and_another_order_are_read(sources: Path) -> None:
    path = sources / "parties" / "handbook-abbreviations.csv"
    path.write_text('name,"ab\nbrev",YEAR\nConservative,CON,2021\n'.replace("ab\nbrev", " abbrev\n"))
    with staged(sources, TABLES) as stage:
        staged_text = (stage.folder / "parties" / "handbook-abbreviations.csv").read_text()
    assert staged_text == "name,abbrev,year\nConservative,CON,2021\n"


HANDBOOK = (
    ("Local authority name", "Ward name", "Ward code", "Candidate name", "Party name", "Votes", "Vacancies", "Elected"),
    ("Adur", "Marine", "E05007571", "Loader J.", "CON", 933, 1, 1),
    ("Adur", "Marine", "E05007571", "Davis K.", "CON", 283, 1, 0),
)
ELECTORATES = (
    ("Local authority name", "Ward name", "Electorate", "Turnout (%)"),
    ("Adur", "Marine", 3500, 34.8),
)


def workbook(sources: Path, change: Callable[[list[list[object]]], object]) -> None:
    rows: list[list[object]] = [list(row) for row in HANDBOOK]
    change(rows)
    (sources / "handbook").mkdir()
    with xlsxwriter.Workbook(str(sources / "handbook" / "handbook-2022.xlsx")) as book:
        for name, table in (("Candidates-results", rows), ("Wards-results", ELECTORATES)):
            sheet = book.add_worksheet(name)
            for at, row in enumerate(table):
                sheet.write_row(at, 0, row)


SHEET = "handbook-2022.xlsx, sheet Candidates-results:"
BOOKS: dict[str, tuple[Callable[[list[list[object]]], object], tuple[str, ...]]] = {
    "a letter in a number": (lambda rows: rows[1].__setitem__(5, "93e"), (f"{SHEET}2, column Votes", "“93e”")),
    "two elected to one place": (
        lambda rows: rows[2].__setitem__(7, 1),
        (f"{SHEET}2, column Elected", "Adur, Marine, E05007571: 2 marked elected for 1 place"),
    ),
    "two numbers of places": (
        lambda rows: rows[2].__setitem__(6, 2),
        (f"{SHEET}3, column Vacancies", "2 places, where another row has 1"),
    ),
    "the header again": (lambda rows: rows.append(rows[0]), (f"{SHEET}4", "the header again, as a row")),
    "the same ward twice": (lambda rows: rows.extend(rows[1:]), (f"{SHEET}4, column Candidate name", "stands twice")),
    "a column by another name": (lambda rows: rows[0].__setitem__(5, "Ballots"), ("no row has the columns", "Votes")),
}


@pytest.mark.parametrize(("change", "told"), BOOKS.values(), ids=BOOKS)
def test_a_workbook_is_refused_with_its_sheet_and_row(
    sources: Path, change: Callable[[list[list[object]]], object], told: tuple[str, ...]
) -> None:
    workbook(sources, change)
    with pytest.raises(RefusedSources) as raised, staged(sources, TABLES):
        pass
    assert [words for words in told if words not in str(raised.value)] == [], str(raised.value)


def test_a_workbook_with_thousands_as_text_is_read(sources: Path) -> None:
    workbook(sources, lambda rows: rows[1].__setitem__(5, "1,933"))
    with staged(sources, TABLES) as stage:
        assert (stage.folder / "handbook" / "handbook-2022.xlsx").is_file()


def test_a_workbook_cut_short_is_refused(sources: Path) -> None:
    workbook(sources, lambda rows: None)
    path = sources / "handbook" / "handbook-2022.xlsx"
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(RefusedSources, match="cannot be read as a workbook"), staged(sources, TABLES):
        pass


def test_seats_that_do_not_add_up_are_refused(sources: Path) -> None:
    (sources / "composition").mkdir()
    (sources / "composition" / "history1973-2015.csv").write_text(
        "id,authority,year,total,con,lab,ld,other,nat,majority,plurality\n1,Dudley,2015,72,25,38,0,8,0,Lab,Lab\n"
    )
    with pytest.raises(RefusedSources, match="72, where the parties' seats add up to 71"), staged(sources, TABLES):
        pass


def test_json_cut_short_is_refused_with_its_line(sources: Path) -> None:
    (sources / "totals").mkdir()
    path = sources / "totals" / "council-party-votes-seats-2016-2026.json"
    path.write_text('{"partyViews": [\n{"council": "Dudley", "year": 2016,')
    with pytest.raises(RefusedSources, match=r"2026.json:2, column \d+: no JSON"), staged(sources, TABLES):
        pass
