"""Whether a party, or a person, held or gained a ward: as reported, else against the last time the seat was fought."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import words
from assistant.answer.asking import Desk, Row
from assistant.answer.model import Answer, Column, Outcome, Unit
from assistant.answer.office_words import number
from assistant.answer.reading import reading
from assistant.question.model import Ask, Deed, Question, Ward, When

_COLUMNS = (
    Column("candidate", "Candidate", Unit.TEXT),
    Column("party", "Party", Unit.TEXT),
    Column("votes", "Votes", Unit.COUNT),
    Column("elected", "Elected", Unit.TRUTH),
)


def answer(q: Question, text: str, desk: Desk) -> Answer | None:
    """Yes or no with the contest and who says so; None where the question is another, or nothing can tell."""
    held, gained = Deed.KEEP in q.deeds, Deed.GAIN in q.deeds
    if q.ask is not Ask.WHETHER or len(q.wards) != 1 or held == gained or not (q.parties or q.people):
        return None
    year = q.time.years[0] if q.time.when is When.IN and q.time.years else None
    reports = _reports(q, year, desk)
    if year is None and reports:
        year = number(reports[0]["year"])
    contest = _contest(q.wards[0], year, desk)
    verdict = str(reports[0]["measure"]) if reports else _against_before(contest, desk) if contest else None
    if contest is None or verdict is None:
        return None
    return _told(q, text, desk, contest, reports, verdict, "hold" if held else "gain")


def _reports(q: Question, year: int | None, desk: Desk) -> list[Row]:
    ward = q.wards[0]
    rows = desk.ask(
        "SELECT year, measure, party, from_party, said_by, note, source_id FROM said"
        " WHERE subject = ? AND measure IN ('gain', 'hold') AND (? IS NULL OR year = ?) ORDER BY year DESC, authority, reported_id",
        f"{ward.council_id}/{ward.slug}",
        year,
        year,
    )
    named = [r for r in rows if not q.people or q.people[0].name in str(r["note"])]
    return list(named if year is None else rows)


def _contest(ward: Ward, year: int | None, desk: Desk) -> Row | None:
    rows = desk.ask(
        "SELECT * FROM ward_poll WHERE council_id = ? AND ward_slug = ? AND (? IS NULL OR year = ?) AND NOT by_election"
        " AND votes_held = 'candidates' ORDER BY year DESC",
        ward.council_id,
        ward.slug,
        year,
        year,
    )
    return rows[0] if rows else None


def _against_before(contest: Row, desk: Desk) -> str | None:
    """Against the poll that last filled the same single seat, in the same ward."""
    rows = desk.ask(
        "SELECT b.winning_parties, b.year FROM last_fought f JOIN ward_poll b ON b.council_id = f.council_id AND b.year = f.before_year"
        " WHERE f.council_id = ? AND f.year = ? AND b.ward_slug = ? AND NOT b.by_election AND b.seats = 1"
        " AND ? = 1 AND b.ward_gss IS NOT DISTINCT FROM ?",
        contest["council_id"],
        contest["year"],
        contest["ward_slug"],
        contest["seats"],
        contest["ward_gss"],
    )
    if not rows:
        return None
    return "hold" if rows[0]["winning_parties"] == contest["winning_parties"] else "gain"


def _winners(ballots: Sequence[Row]) -> str:
    return words.listing(f"{b['candidate']} ({b['party']})" for b in ballots if b["elected"])


def _told(q: Question, text: str, desk: Desk, contest: Row, reports: list[Row], verdict: str, asked: str) -> Answer:
    ballots = desk.main(
        "SELECT name AS candidate, party, votes, elected\nFROM ballot\nWHERE contest_id = ?\nORDER BY rank",
        contest["contest_id"],
    )
    winner = str(contest["winning_parties"])
    own = any(b["elected"] for b in ballots if b["candidate"] in {p.name for p in q.people})
    own = own or winner in {p.name for p in q.parties}
    value = own and verdict == asked
    whence = f" from {words.they(str(reports[0]['from_party']))}" if reports and reports[0]["from_party"] else ""
    how = (
        f", reported as a {verdict}{whence}" if reports else f", a {verdict} against the last time the seat was fought"
    )
    by = f" by {words.count(contest['majority'], 'vote')}" if contest["majority"] is not None else ""
    where = f"{contest['ward']} ({contest['council']}) in May {contest['year']}"
    notes = [f"Reported: a {r['measure']} for {r['party']}; {r['said_by']}." for r in reports]
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=f"{'Yes' if value else 'No'}. {_winners(ballots)} won {where}{by}{how}.",
        reading=reading(q, number(contest["year"]), number(contest["year"])),
        value=value,
        unit=Unit.TRUTH,
        columns=_COLUMNS,
        rows=tuple(dict(b) for b in ballots),
        basis="gain or hold as reported for the ward, else against the last time the same single seat was fought",
        sources=desk.sources(contest["source_id"], *{r["source_id"] for r in reports}),
        notes=(*q.remarks, *dict.fromkeys(notes)),
    )
