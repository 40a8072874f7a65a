"""Polls as sources have them → contests, candidacies and party votes under our ids."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from assistant.importer.ballots import Poll, Reading, Refused, Seat
from assistant.importer.candidacies import flag_note, lot_note, rank
from assistant.importer.corrections import Corrections
from assistant.importer.corrections import rows as correction_rows
from assistant.importer.full_names import FullNames, Named
from assistant.importer.joining import Placed, unrepeated, unshared_codes, with_turnout
from assistant.importer.members import member
from assistant.importer.model import Candidacy, Contest, Correction, Councillor, Election, WardParty, election_id
from assistant.importer.plausible import settled
from assistant.importer.resolve import Councils, Parties
from assistant.importer.wards import WardNames, contest_id, reviewed_aliases

_FEWEST = 5
"""A scheduled poll fills at least so many wards; by-elections of one council and day never have."""


@dataclass(slots=True)
class Made:
    """The rows made of all readings, the rows refused, and what is worth telling a reader of the report."""

    elections: list[Election] = field(default_factory=list)
    contests: list[Contest] = field(default_factory=list)
    candidacies: list[Candidacy] = field(default_factory=list)
    ward_parties: list[WardParty] = field(default_factory=list)
    councillors: list[Councillor] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def make(readings: Sequence[Reading], councils: Councils, parties: Parties) -> Made:
    """Every contest and roster row that the readings hold, each name resolved."""
    made = Made()
    names = WardNames(reviewed_aliases())
    placed = _placed(readings, councils, names, made)
    seated = _seated(readings, councils, names, made)
    corrections = Corrections(names)
    polls = [corrections.corrected(at) for at in unrepeated(unshared_codes(with_turnout(placed, made.refused)))]
    made.remarks.extend(f"{at}: a reviewed correction finds no poll" for at in corrections.missed())
    made.corrections.extend(correction_rows(names))
    scheduled = _scheduled(polls)
    full = _full_names(placed, seated, names, parties, councils)
    for at in sorted(polls, key=lambda at: (at.poll.day, at.council_id, at.key)):
        _add_contest(made, at, names, parties, councils, scheduled, full)
    _add_elections(made, scheduled)
    for council_id, seat in seated:
        made.councillors.append(_councillor(council_id, seat, names, parties, councils))
    return made


def _placed(readings: Iterable[Reading], councils: Councils, names: WardNames, made: Made) -> list[Placed]:
    placed = []
    for reading in readings:
        made.refused.extend(reading.refused)
        for poll in reading.polls:
            council_id = councils.find(poll.council, poll.day.year, gss=poll.gss, kind=poll.kind)
            if council_id is None:
                made.refused.append(Refused(poll.source_id, poll.line, f"no such council: {poll.council}"))
                continue
            names.see(council_id, poll.ward, poll.source_id)
            placed.append(Placed(council_id, names.key(council_id, poll.ward), poll))
    return placed


def _seated(readings: Iterable[Reading], councils: Councils, names: WardNames, made: Made) -> list[tuple[str, Seat]]:
    seated = []
    for seat in (seat for reading in readings for seat in reading.seats):
        council_id = councils.find(seat.council, seat.year)
        if council_id is None:
            made.refused.append(Refused(seat.source_id, seat.line, f"no such council: {seat.council}"))
            continue
        names.see(council_id, seat.ward, seat.source_id)
        seated.append((council_id, seat))
    return seated


def _scheduled(polls: Iterable[Placed]) -> frozenset[tuple[str, date]]:
    counts = Counter((at.council_id, at.poll.day) for at in polls)
    return frozenset(key for key, count in counts.items() if count >= _FEWEST)


def _add_contest(
    made: Made,
    at: Placed,
    names: WardNames,
    parties: Parties,
    councils: Councils,
    scheduled: frozenset[tuple[str, date]],
    full: FullNames,
) -> None:
    nation = councils.by_id[at.council_id].nation
    transferable = nation == "Scotland"
    turnout, turnout_note = (at.poll.turnout, None) if transferable else settled(at.poll)
    at = replace(at, poll=replace(at.poll, turnout=turnout))
    poll = at.poll
    by_election = (at.council_id, poll.day) not in scheduled if poll.by_election is None else poll.by_election
    ward = names.name(at.council_id, poll.ward)
    contest = contest_id(at.council_id, ward[1], poll.held_on or poll.day, by_election)
    counted = None if transferable or poll.countermanded else flag_note(poll) or lot_note(poll)
    note = "; ".join(filter(None, (counted, poll.note, turnout_note))) or None
    if note and poll.stands:
        made.remarks.append(f"{contest}: {note}")
    made.contests.append(_contest(at, contest, ward, by_election, transferable, note))
    _add_votes(made, contest, at, parties, nation, full)


def _full_names(
    placed: Iterable[Placed],
    seated: Iterable[tuple[str, Seat]],
    names: WardNames,
    parties: Parties,
    councils: Councils,
) -> FullNames:
    """Every full name of rosters first, then of candidates, in every source."""
    full = FullNames()
    for council_id, seat in seated:
        nation = councils.by_id[council_id].nation
        party = _known(parties, seat.party, seat.source_id, nation, seat.ec_code)
        name, surname = member(seat.name)
        ward = names.key(council_id, seat.ward)
        full.see(council_id, ward, party, name, surname, seat.source_id)
        full.see_member(council_id, ward, seat.year, Named(name, seat.source_id), surname)
    for at in placed:
        nation = councils.by_id[at.council_id].nation
        for stand in at.poll.stands:
            party = _known(parties, stand.label, stand.label_source or at.poll.source_id, nation, stand.ec_id)
            full.see(at.council_id, at.key, party, stand.name, stand.surname, at.poll.source_id)
            full.see_stand(at.council_id, at.key, at.poll.day, stand, at.poll.source_id)
    return full


@cache
def _known(parties: Parties, label: str, source_id: str, nation: str, ec_id: str | None = None) -> str:
    """The party of a label by which names are compared only."""
    return parties.known(label, source=source_id, nation=nation, ec_id=ec_id) or "independent"


def _add_votes(made: Made, contest: str, at: Placed, parties: Parties, nation: str, full: FullNames) -> None:
    poll = at.poll
    taken: set[str] = set()
    for place, stand in enumerate(rank(poll, nation == "Scotland"), 1):
        party = _party(parties, stand.label, stand.label_source or poll.source_id, nation, stand.ec_id)
        votes = None if poll.uncontested else stand.votes
        named = full.of_stand(at.council_id, at.key, poll.day, stand, party)
        named = None if named and named.name in taken else named
        joined = (stand.name, named.source_id) if named else (None, None)
        name = named.name if named else stand.name
        taken.add(name)
        row = (contest, place, name, stand.surname, party, stand.label, votes, stand.elected)
        made.candidacies.append(Candidacy(*row, poll.source_id, stand.stage, *joined))
    for label, count in poll.parties:
        party = _party(parties, label, poll.source_id, nation)
        made.ward_parties.append(WardParty(contest, party, label, count, poll.source_id))


@cache
def _party(parties: Parties, label: str, source_id: str, nation: str, ec_id: str | None = None) -> str:
    """The party of a label; a candidate without any stood with no description, so as an independent."""
    return parties.find(label, source=source_id, nation=nation, ec_id=ec_id) or "independent"


def _contest(
    at: Placed, contest: str, ward: tuple[str, str], by_election: bool, transferable: bool, note: str | None
) -> Contest:
    poll, turnout = at.poll, at.poll.turnout
    counted = turnout if turnout and turnout.percent else None
    return Contest(
        contest_id=contest,
        election_id=election_id(at.council_id, poll.day),
        council_id=at.council_id,
        ward=ward[0],
        ward_slug=ward[1],
        ward_gss=poll.ward_gss,
        date=poll.held_on or poll.day,
        year=poll.day.year,
        seats=poll.seats,
        voting_system="single transferable vote" if transferable else "first past the post",
        by_election=by_election,
        uncontested=poll.uncontested,
        votes_held=_votes_held(poll),
        electorate=turnout.electorate if turnout else None,
        ballots=turnout.ballots if turnout else None,
        turnout=counted.percent if counted else None,
        turnout_basis=counted.basis if counted else None,
        note=note,
        source_id=poll.source_id,
        turnout_source_id=turnout.source_id if turnout else None,
        rejected=turnout.rejected if turnout else None,
        lot=not transferable and lot_note(poll) is not None,
        countermanded=poll.countermanded,
        quota=poll.quota,
        won_by=poll.won_by,
    )


def _votes_held(poll: Poll) -> str:
    if poll.countermanded:
        return "none"
    return "candidates" if poll.stands else "parties" if poll.parties else "none"


def _add_elections(made: Made, scheduled: frozenset[tuple[str, date]]) -> None:
    """A row a council and day that contests show; what else is known of it comes from other readers."""
    grouped: dict[str, list[Contest]] = defaultdict(list)
    for contest in made.contests:
        grouped[contest.election_id].append(contest)
    for key, contests in grouped.items():
        council_id, day = contests[0].council_id, date.fromisoformat(key.rsplit(".", 1)[-1])
        seats = [contest.seats for contest in contests if not contest.countermanded]
        known = None if None in seats else sum(filter(None, seats))
        planned = (council_id, day) in scheduled
        row = Election(
            election_id(council_id, day), council_id, day, day.year, planned, None, known,
            None, None, None, contests[0].source_id,
        )  # fmt: skip
        made.elections.append(row)


def _councillor(council_id: str, seat: Seat, names: WardNames, parties: Parties, councils: Councils) -> Councillor:
    ward, ward_slug = names.name(council_id, seat.ward)
    name, surname = member(seat.name)
    nation = councils.by_id[council_id].nation
    party = _party(parties, seat.party, seat.source_id, nation, seat.ec_code)
    return Councillor(
        council_id,
        seat.year,
        ward,
        ward_slug,
        name,
        surname,
        party,
        seat.party,
        seat.next_election,
        seat.source_id,
    )
