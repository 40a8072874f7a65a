"""On which basis a figure stands."""

from __future__ import annotations

from assistant.query.catalogue import Cube
from assistant.question.model import Measure, Question

_BASIS = {
    Measure.SEATS: "seats on the council, from its yearly composition (a snapshot taken some time after May)",
    Measure.SEAT_SHARE: "party's seats as a share of all seats on the council, vacancies included",
    Measure.SIZE: "all seats on the council, vacancies included",
    Measure.CONTROL: "majority: more than half of all seats held by one party, worked out from the yearly composition",
    Measure.COUNCIL_MAJORITY: "majority: seats of the largest party over all others together",
    Measure.SEATS_SHORT: "seats the largest party lacks of half the council plus one",
    Measure.NET_CHANGE: (
        "composition: the difference between one yearly composition and the one before; "
        "it counts defections and by-elections as well as the poll"
    ),
    Measure.SEATS_WON: "seats won at the scheduled poll, by-elections left out",
    Measure.SEATS_WON_SHARE: "seats won as a share of the seats filled at the poll",
    Measure.SEATS_UP: "seats filled at the scheduled poll",
    Measure.VOTES: "all votes for all of a party's candidates; an elector has as many votes as there are seats",
    Measure.VOTE_SHARE: "all votes: a party's votes as a share of all votes cast for candidates",
    Measure.TURNOUT: "ward turnouts weighted by electorate, or the council-wide figure where one is published",
    Measure.ELECTORATE: "registered electors of the wards that voted",
    Measure.BALLOTS: "ballot papers counted",
    Measure.MAJORITY: "votes of the last candidate elected over the first not elected",
    Measure.WINNER: "seats taken at the scheduled poll",
    Measure.WARDS: "wards fought at the scheduled poll; a party won a ward when it took a seat there",
    Measure.WARDS_WON: "wards in which the party took a seat at the scheduled poll; a ward of several seats can count for two parties",
    Measure.RUNNER_UP: "the first candidate not elected",
    Measure.POSITION: "rank by votes on the ballot paper",
    Measure.POLLS: "scheduled council polls held in the tables; by-elections left out",
    Measure.CANDIDATES: "candidates on the ballot papers of the scheduled poll",
}


_TOPS = frozenset({Measure.VOTES, Measure.VOTE_SHARE, Measure.MAJORITY})


def basis(q: Question, cube: Cube | None = None, last: int | None = None) -> str | None:
    """The basis of the question's main measure, in words; `last` is the last year the answer covers."""
    if cube is not None and cube.table == "ward_poll" and q.measure is Measure.TURNOUT:
        return "turnout as published for the ward"
    told = _BASIS.get(q.measure)
    by_ward = cube is not None and cube.has_ward
    if told and by_ward and last == 2023 and q.measure in _TOPS:
        return f"{told}; for May 2023 only the votes of each party’s top candidate are held, so by these"
    return told
