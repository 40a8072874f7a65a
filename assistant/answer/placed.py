"""Whether a party came in a place, or beat another: in a ward by its best candidate, on a council by its poll."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import words
from assistant.answer.asking import Desk, Row
from assistant.answer.held import no_data
from assistant.answer.model import Answer, Cell, Column, Outcome, Unit
from assistant.answer.reading import reading
from assistant.query import scope
from assistant.query.catalogue import POLL_PARTY, WARD_POLL_PARTY
from assistant.query.sql import every
from assistant.question.model import Party, Question
from assistant.records import dataclass

_COLUMNS = (
    Column("party", "Party", Unit.TEXT),
    Column("seats_won", "Seats won", Unit.COUNT),
    Column("votes", "Votes", Unit.COUNT),
)


@dataclass(frozen=True, slots=True)
class Field:
    """The parties of one poll, most votes first, each with its `place`; where and when it was."""

    rows: tuple[Row, ...]
    where: str
    year: int
    basis: str

    def of(self, party: Party) -> Row | None:
        """The party's row, if it stood."""
        return next((r for r in self.rows if r["party_id"] == party.id), None)


def came(q: Question, text: str, desk: Desk) -> Answer:
    """ "did the Lib Dems come second in Walkley": yes or no, with who did and where the party really came."""
    field = _field(q, desk)
    if field is None:
        return no_data(q, text, desk)
    assert q.ranking is not None
    last = not q.ranking.descending
    nth = max(_number(r["place"]) for r in field.rows) if last else q.ranking.nth or 1
    own = field.of(q.parties[0])
    held = own is not None and own["place"] == nth and (not last or nth > 1)
    in_place = [r for r in field.rows if r["place"] == nth]
    spoken = "last" if last else words.ordinal(nth)
    who = words.listing(f"{words.they(str(r['party']))} ({_votes(r)})" for r in in_place)
    told = f"{words.start(who)} came {spoken} in {field.where} in May {field.year}" if who else f"Nobody came {spoken}"
    rest = "" if held else f"; {_where_came(q.parties[0], own)}"
    return _answer(q, text, desk, field, f"{'Yes' if held else 'No'}. {told}{rest}.", held)


def beat(q: Question, text: str, desk: Desk) -> Answer:
    """ "did Labour beat the Greens": in a ward by votes; on a council by seats won, and what the votes say."""
    field = _field(q, desk)
    first, second = (field.of(p) for p in q.parties[:2]) if field is not None else (None, None)
    if field is None or (first is None and second is None):
        return no_data(q, text, desk)
    if first is None or second is None:
        absent, stood = (q.parties[0], second) if first is None else (q.parties[1], first)
        assert stood is not None
        told = f"{_where_came(absent, None)} in {field.where} in May {field.year}; {words.they(str(stood['party']))} took {_votes(stood)}"
        return _answer(q, text, desk, field, f"No. {words.start(told)}.", False)
    forward = q.versus is None or q.versus.more
    ahead, behind = (first, second) if forward else (second, first)
    if q.wards:
        held = _number(ahead["votes"]) > _number(behind["votes"])
        return _answer(q, text, desk, field, f"{'Yes' if held else 'No'}. {_by_votes(first, second, field)}.", held)
    held = _number(ahead["seats_won"]) > _number(behind["seats_won"])
    seats = words.listing(f"{r['party']} {words.count(r['seats_won'], 'seat')}" for r in (first, second))
    sentence = f"{'Yes' if held else 'No'}. {words.start(field.where)}, May {field.year}: {seats} won. {_by_votes(first, second, field)}."
    return _answer(q, text, desk, field, sentence, held)


def _by_votes(first: Row, second: Row, field: Field) -> str:
    gap = _number(first["votes"]) - _number(second["votes"])
    if gap == 0:
        return f"Both took {_votes(first)} in {field.where} in May {field.year}"
    top, low = (first, second) if gap > 0 else (second, first)
    party = str(top["party"])
    were = words.verb(party, "was", "were")
    return words.start(
        f"{words.they(party)} {were} ahead by {words.count(abs(gap), 'vote')} in {field.where} in May {field.year}: "
        f"{_votes(top)} to {_number(low['votes']):,} for {words.they(str(low['party']))}"
    )


def _field(q: Question, desk: Desk) -> Field | None:
    return _ward_field(q, desk) if q.wards else _council_field(q, desk)


def _ward_field(q: Question, desk: Desk) -> Field | None:
    """The last contest that fits, each party by its best candidate; nothing where two wards are asked about."""
    space = scope.space(q, WARD_POLL_PARTY)
    where = every([space, scope.years(q, WARD_POLL_PARTY, space)])
    rows = desk.main(
        "SELECT party, seats AS seats_won, top_votes AS votes, rank AS place, party_id, year, contest_id, source_id\n"
        f"FROM ward_poll_party\nWHERE {where.text} AND top_votes IS NOT NULL\nORDER BY rank, party_id",
        *where.values,
    )
    if len({r["contest_id"] for r in rows}) != 1:
        return None
    basis = "votes of each party’s best-placed candidate"
    return Field(tuple(rows), words.where(q), _number(rows[0]["year"]), basis)


def _council_field(q: Question, desk: Desk) -> Field | None:
    space = scope.space(q, POLL_PARTY)
    where = every([space, scope.years(q, POLL_PARTY, space)])
    rows = desk.main(
        "SELECT party, sum(seats)::INTEGER AS seats_won, sum(votes)::INTEGER AS votes,\n"
        "       rank() OVER (ORDER BY sum(votes) DESC) AS place, party_id, max(year) AS year, min(year) AS first_year,\n"
        "       string_agg(DISTINCT source_id, ' ' ORDER BY source_id) AS source_id\n"
        f"FROM poll_party\nWHERE {where.text} AND (candidates > 0 OR candidates IS NULL) AND votes IS NOT NULL\n"
        "GROUP BY party_id, party\nORDER BY place, party_id",
        *where.values,
    )
    if not rows or {r["first_year"] for r in rows} != {rows[0]["year"]}:
        return None
    basis = "seats won and all votes at the scheduled poll, by-elections left out"
    return Field(tuple(rows), words.where(q) or "all councils held", _number(rows[0]["year"]), basis)


def _where_came(party: Party, own: Row | None) -> str:
    who = words.they(party.name)
    if own is None:
        return f"no {party.name} candidate stood"
    return f"{who} came {words.ordinal(_number(own['place']))} ({_votes(own)})"


def _votes(row: Row) -> str:
    return words.count(row["votes"], "vote")


def _number(value: Cell) -> int:
    return int(str(value or 0))


def _answer(q: Question, text: str, desk: Desk, field: Field, sentence: str, held: bool) -> Answer:
    keys: Sequence[str] = [c.key for c in _COLUMNS]
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=sentence,
        reading=reading(q, field.year, field.year),
        value=held,
        unit=Unit.TRUTH,
        columns=_COLUMNS,
        rows=tuple({k: r[k] for k in keys} for r in field.rows),
        basis=field.basis,
        sources=desk.sources(*(r["source_id"] for r in field.rows)),
        notes=q.remarks,
    )
