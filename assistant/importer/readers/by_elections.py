"""UK Parliament by-elections 2011–2026 → the office tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assistant.importer.model import Row
from assistant.importer.offices_model import OfficeCandidacy, OfficeContest
from assistant.importer.readers import office_list
from assistant.importer.readers.reported import rows_of
from assistant.importer.spelling import mend
from assistant.importer.text import slug
from assistant.importer.workbench import Workbench

SOURCE = "by-elections"
_PARLIAMENTS = (55, 56, 57, 58, 59)

Line = dict[str, str]


def contests(bench: Workbench) -> Iterator[Row]:
    """Each Parliament's two files: a line a constituency, and a line a candidate."""
    for number in _PARLIAMENTS:
        stood: dict[tuple[str, str], list[Line]] = defaultdict(list)
        for row in rows_of(bench.sources / "by-elections" / f"candidacies-{number}.csv"):
            stood[row["Election date"], slug(row["Constituency name"])].append(row)
        bench.ledger.read(SOURCE, sum(map(len, stood.values())))
        for row in rows_of(bench.sources / "by-elections" / f"constituencies-{number}.csv"):
            yield from _contest(bench, row, stood[row["By-election date"], slug(row["Constituency name"])])


def _contest(bench: Workbench, row: Line, stood: list[Line]) -> Iterator[Row]:
    day = _day(row["By-election date"])
    name, nation = row["Constituency name"], row["Country name"]
    office = office_list.constituency(name, row["ONS ID"], nation, row["Region name"], SOURCE)
    contest_id = f"parl.{slug(name)}.by.{day.isoformat()}"
    electorate, valid, spoilt = (_number(row[k]) for k in ("Electorate", "Valid votes", "Invalid votes"))
    result, from_party = _result(bench, row["Result"], name)
    cast = (valid or 0) + (spoilt or 0)
    yield office
    yield OfficeContest(
        contest_id, office.office_id, day, day.year, "first past the post", True, True, "candidates",
        electorate, valid, spoilt, 100 * cast / electorate if electorate else None, result, from_party, False,
        _note(row, spoilt), None, SOURCE,
    )  # fmt: skip
    ordered = sorted(stood, key=lambda line: (-int(line["Votes"]), line["Candidate surname"]))
    rows = [_candidacy(bench, contest_id, rank, line) for rank, line in enumerate(ordered, start=1)]
    yield from _settled(rows, valid, row, bench)
    bench.ledger.join(SOURCE, len(rows))


def _settled(rows: list[OfficeCandidacy], valid: int | None, row: Line, bench: Workbench) -> Iterator[OfficeCandidacy]:
    """The candidates as they are where they add up to the valid votes of the other file.

    Where they do not and the other file's figure for the winner closes the gap, that figure is taken; the
    published changes of share rest on the wrong one and are left out.
    """
    gap = sum(line.first_votes or 0 for line in rows) - (valid or 0)
    if not gap:
        yield from rows
        return
    right = _number(row[row["First party"]])
    if right != (rows[0].first_votes or 0) - gap:
        bench.ledger.note(f"{rows[0].contest_id}: candidates add up to {gap:+,} of the valid votes")
        yield from rows
        return
    bench.ledger.note(f"{rows[0].contest_id}: {rows[0].name} {right:,}, as the constituencies' file has it")
    yield from (replace(line, change=None) for line in (replace(rows[0], first_votes=right), *rows[1:]))


def _note(row: Line, spoilt: int | None) -> str | None:
    """What a reader should know of the source's figures."""
    notes = [] if spoilt is not None else ["spoilt papers not published: turnout from valid votes"]
    first, second = (_number(row.get(row[k], "")) for k in ("First party", "Second party"))
    printed = _number(row["Majority"])
    if first and second and printed and first - second != printed:
        notes.append(f"the source prints a majority of {printed:,}; its votes give {first - second:,}")
    return "; ".join(notes) or None


def _candidacy(bench: Workbench, contest_id: str, rank: int, line: Line) -> OfficeCandidacy:
    surname = mend(line["Candidate surname"])
    party = bench.parties.find(line["Party name"], source=SOURCE, ec_id=line["Electoral Commission party ID"] or None)
    return OfficeCandidacy(
        contest_id,
        rank,
        f"{mend(line['Candidate first name'])} {surname}".strip(),
        surname,
        party or "independent",
        line["Party name"],
        int(line["Votes"]),
        None,
        round(100 * float(line["Change"]), 4) if line["Change"] else None,
        rank == 1,
        SOURCE,
    )


def _result(bench: Workbench, text: str, name: str) -> tuple[str | None, str | None]:
    """ "Lab gain from Con" → gain and whose it was; the files' "Res" for Bradford West 2012 is Respect."""
    words = text.split()
    if words[1].lower() == "hold":
        return "hold", None
    return "gain", bench.parties.find(words[3], source=SOURCE)


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else None


def _day(text: str) -> date:
    day, month, year = map(int, text.split("/"))
    return date(year, month, day)
