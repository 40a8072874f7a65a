"""Trafford's own results since 2016, in the open form of the Local Government Association."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from assistant.importer.ballots import Poll, Reading, Stand, Turnout
from assistant.importer.people import surname_apart
from assistant.importer.spelling import mend

SOURCE = "trafford-results"

_COUNCIL_KINDS = {"DistrictAndBorough": False, "DistrictAndBoroughByElection": True}
"""The kinds of election of the council itself; true for by-elections."""
_REJECTED = (
    "BallotsRejectedOfficialMark",
    "BallotsRejectedMultipleVote",
    "BallotsRejectedIdentification",
    "BallotsRejectedUnmarked",
)

Row = dict[str, str]


def read(folder: Path) -> list[Reading]:
    """The one file under `folder`/trafford."""
    reading = Reading(SOURCE)
    polls: dict[tuple[str, str], list[tuple[int, Row]]] = {}
    with (folder / "trafford" / "trafford_council_election_results.csv").open(encoding="utf-8-sig", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            reading.rows_in += 1
            if row["TypeofElection"] in _COUNCIL_KINDS:
                polls.setdefault((row["ElectionDate"], row["ElectoralAreaLabel"]), []).append((line, row))
            else:
                reading.refuse(line, "an election to the UK Parliament: not a ward")
    reading.polls = [_poll(rows) for rows in polls.values()]
    return [reading]


def _poll(rows: list[tuple[int, Row]]) -> Poll:
    line, first = rows[0]
    stands = tuple(_stand(row) for _, row in rows)
    return Poll(
        SOURCE,
        line,
        "Trafford",
        mend(first["ElectoralAreaLabel"]),
        date.fromisoformat(first["ElectionDate"]),
        ward_gss=first["ElectoralAreaURI"].rsplit("/", 1)[-1] or None,
        seats=sum(stand.elected for stand in stands),
        stands=stands,
        turnout=_turnout(first),
        by_election=_COUNCIL_KINDS[first["TypeofElection"]],
    )


def _stand(row: Row) -> Stand:
    name, surname = surname_apart(row["CandidateSurname"], row["CandidateForenames"])
    party = row["PoliticalPartyURI"].rsplit("/", 1)[-1]
    return Stand(
        name,
        surname,
        row["PoliticalPartyLabel"],
        int(row["VotesWon"]),
        row["Elected"] == "ELECTED",
        party if party.startswith("PP") else None,
    )


def _turnout(row: Row) -> Turnout:
    """Papers at the count of the electorate; papers rejected in part are counted, and so no rejected ones."""
    electorate, ballots = (int(row[name]) if row[name] else None for name in ("EligibleElectorate", "VotesCast"))
    cells = [row[name] for name in _REJECTED]
    rejected = sum(int(cell) for cell in cells if cell) if any(cells) else None
    percent = float(row["PercentageTurnout"]) if row["PercentageTurnout"] else None
    return Turnout(SOURCE, electorate, ballots, percent, "ballots at the count", rejected)
