"""Who won: a ward's seats, or a council's poll."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import polls, premise, unsettled, words
from assistant.answer.asking import Desk, Row, Rows
from assistant.answer.chamber import COLUMNS, headline
from assistant.answer.held import no_data
from assistant.answer.model import Answer, Cell, Column, Outcome, Unit
from assistant.answer.reading import reading
from assistant.query import scope
from assistant.query.catalogue import POLL_PARTY, WARD_POLL
from assistant.query.conditions import where_and_having
from assistant.query.grain import alone
from assistant.query.sql import Part, every
from assistant.question.model import Ask, Condition, Measure, Question, Uncontested, When, Won
from assistant.question.model import Rows as RowsOf
from assistant.question.refusal import NotHeld, NotUnderstood

_EARLIER = "SELECT name AS candidate, party, votes, elected FROM ballot WHERE contest_id = ? ORDER BY rank"
_BALLOT_COLUMNS = (
    Column("candidate", "Candidate", Unit.TEXT),
    Column("party", "Party", Unit.TEXT),
    Column("votes", "Votes", Unit.COUNT),
    Column("vote_share", "Share", Unit.SHARE),
    Column("elected", "Elected", Unit.TRUTH),
)
_PARTY_COLUMNS = (
    Column("party", "Party", Unit.TEXT),
    Column("seats_won", "Seats won", Unit.COUNT),
    Column("votes", "Votes", Unit.COUNT),
    Column("vote_share", "Share", Unit.SHARE),
)


def answer(q: Question, text: str, desk: Desk, this_year: int) -> Answer:
    """The winners of the wards named, else of the council's poll."""
    return _wards(q, text, desk) if q.wards else poll(q, text, desk)


def _wards(q: Question, text: str, desk: Desk) -> Answer:
    space = scope.space(q, WARD_POLL)
    held = every([space, scope.holds(WARD_POLL, Measure.WINNER), _second_known(q)])
    when = scope.years(q, WARD_POLL, held)
    where = every([held, when, *_bounds(q)])
    contests = desk.ask(
        f"SELECT * FROM ward_poll WHERE {where.text} ORDER BY year, by_election, ward, contest_id", *where.values
    )
    if not contests and any(isinstance(f, Condition) for f in q.filters):
        raise NotHeld(f"No election of {words.where(q)} that is held has that figure.")
    if not contests:
        none = no_data(q, text, desk)
        return replace(none, notes=(*none.notes, *unsettled.notes(q, *_years(q), desk)))
    last = contests[-1]
    ballots = desk.main(
        "SELECT name AS candidate, party, votes, share AS vote_share, elected\nFROM ballot\nWHERE contest_id = ?\nORDER BY rank",
        last["contest_id"],
    )
    parties = () if ballots else desk.main(
        "SELECT party, top_votes AS votes, top_share AS vote_share\nFROM ward_poll_party\nWHERE contest_id = ?\nORDER BY rank, party_id",
        last["contest_id"],
    )  # fmt: skip
    earlier = [_contest_told(q, c, desk.ask(_EARLIER, c["contest_id"]))[0] for c in contests[:-1]]
    latest, value = _contest_told(q, last, ballots)
    sentence = " ".join([*earlier, latest])
    value = _claimed(q, last, value)
    if any(isinstance(f, Uncontested) for f in q.filters) and not last["uncontested"]:
        value, sentence = (False if q.ask is Ask.WHETHER else "nobody"), f"Nobody was elected unopposed. {sentence}"
    elif any(isinstance(f, Uncontested) for f in q.filters) and q.ask is Ask.WHETHER:
        value = value if isinstance(value, bool) else True
    if isinstance(value, bool):
        sentence = f"{'Yes' if value else 'No'}. {sentence}"
    sentence = f"{_unwon(q, contests)} {sentence}".strip()
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=sentence,
        reading=reading(q, int(str(last["year"])), int(str(last["year"]))),
        value=value,
        unit=Unit.TRUTH if isinstance(value, bool) else Unit.TEXT,
        columns=_BALLOT_COLUMNS if ballots else tuple(c for c in _PARTY_COLUMNS if c.key != "seats_won"),
        rows=tuple(dict(r) for r in (ballots or parties)),
        basis="majority: votes of the last candidate elected over the first not elected"
        if ballots
        else "party votes are those of its top candidate",
        sources=desk.sources(*(c["source_id"] for c in contests)),
        notes=(
            *q.remarks,
            *polls.passed_over(q, q.wards[0].council_id if q.wards else None, int(str(last["year"])), desk),
        ),
    )


def _bounds(q: Question) -> tuple[Part, ...]:
    """The figures that say which contest is meant: "the runner-up when Labour had 2,519 votes"."""
    numbers = replace(q, parties=(), filters=tuple(f for f in q.filters if isinstance(f, Condition)))
    return tuple(p for p in where_and_having(numbers, WARD_POLL, alone=True) if p.text) if numbers.filters else ()


def _second_known(q: Question) -> Part:
    """Where the second is asked for, contests that have one: of May 2023 some are not known."""
    asked = Measure.RUNNER_UP in (q.measure, *q.also)
    return Part("(votes_held <> 'parties' OR runner_up_party IS NOT NULL)" if asked else "")


def _years(q: Question) -> tuple[int, int]:
    return (min(q.time.years), max(q.time.years)) if q.time.years else (0, 0)


def _contest_told(q: Question, contest: Row, ballots: Rows) -> tuple[str, Cell]:
    """Who won a contest, and that as a value: candidates where they are held, parties where not."""
    return _told(q, contest, ballots) if ballots else _told_2023(q, contest)


def _unwon(q: Question, contests: Rows) -> str:
    """That a party named as the winner took no seat in any of these contests."""
    winners = {name for c in contests for name in str(c["winning_parties"]).split(", ")}
    said = premise.not_won(q, winners)
    beaten = [f.party for f in q.filters if isinstance(f, Won) and f.negated]
    unbeaten = [p.name for p in beaten if p is not None and p.name in winners]
    return " ".join([said, *(f"{words.start(words.they(name))} won there." for name in unbeaten)]).strip()


def _claimed(q: Question, contest: Row, value: Cell) -> Cell:
    if q.ask is not Ask.WHETHER or not q.parties:
        return value
    return q.parties[0].name in str(contest["winning_parties"]).split(", ")


def _told(q: Question, contest: Row, ballots: Rows) -> tuple[str, Cell]:
    winners = [b for b in ballots if b["elected"]]
    losers = [b for b in ballots if not b["elected"]]
    where = _where(contest)
    names = words.listing(f"{w['candidate']} ({w['party']}{_votes(w)})" for w in winners)
    value: Cell = words.listing(str(w["candidate"]) for w in winners)
    if Measure.RUNNER_UP in (q.measure, *q.also) and losers:
        best = losers[0]
        sentence = (
            f"{best['candidate']} ({best['party']}{_votes(best)}) came next in {where}, behind {names}{_by(contest)}."
        )
        return sentence, str(best["candidate"])
    if not losers:
        return f"{names} {'was' if len(winners) == 1 else 'were'} elected unopposed in {where}.", value
    second = f", over {losers[0]['candidate']} ({losers[0]['party']}{_votes(losers[0])})"
    return f"{names} won {where}{_by(contest)}{second}.", value


def _where(contest: Row) -> str:
    """The ward, council and month; a by-election is called one."""
    ward = f"{contest['ward']} ({contest['council']})"
    return f"{f'the by-election in {ward}' if contest['by_election'] else ward} in May {contest['year']}"


def _by(contest: Row) -> str:
    return f" by {words.count(contest['majority'], 'vote')}" if contest["majority"] is not None else ""


def _votes(row: Row) -> str:
    return f", {int(str(row['votes'])):,}" if row["votes"] is not None else ""


def _told_2023(q: Question, contest: Row) -> tuple[str, Cell]:
    where = _where(contest)
    party = str(contest["winning_parties"])
    seats = int(str(contest["seats"] or 1))
    if contest["runner_up_party"] is None:
        return (
            f"{party} came first in {where}; {unsettled.second(int(str(contest['year'])))}. Candidates’ names are not held for that poll.",
            party,
        )
    if Measure.RUNNER_UP in (q.measure, *q.also):
        return (
            f"{contest['runner_up_party']} came second in {where}, behind {party} by {words.count(contest['majority'], 'vote')}; candidates’ names are not held.",
            str(contest["runner_up_party"]),
        )
    tail = "" if seats == 1 else f"; {seats} seats were up and who took each is not held"
    return (
        f"{party} came first in {where}{_by(contest)} over {contest['runner_up_party']}{tail}. Candidates’ names are not held for that poll.",
        party,
    )


_POLLED = """party, seats AS seats_won, votes, 100.0 * votes / sum(votes) OVER () AS vote_share,
       year AS _last, source_id AS _sources"""
_ADDED_UP = """party, sum(seats)::INTEGER AS seats_won, sum(votes)::INTEGER AS votes,
       100.0 * sum(votes) / sum(sum(votes)) OVER () AS vote_share, max(year) AS _last, list(DISTINCT source_id) AS _sources"""
_EACH_PARTY = "GROUP BY party_id, party\n"


def poll(q: Question, text: str, desk: Desk) -> Answer:
    """A council's poll: seats and votes by party, and who controls afterwards."""
    if q.time.when in (When.SINCE, When.BETWEEN, When.UNTIL, When.ALL) or len(q.time.years) > 1:
        raise NotUnderstood(None, "the results of several elections are not added up: ask for one year, or by year")
    space = scope.space(q, POLL_PARTY)
    when = scope.years(q, POLL_PARTY, space)
    where = every([space, when])
    one = alone(q, POLL_PARTY, (RowsOf.PARTY,))
    rows = desk.main(
        f"SELECT {_POLLED if one else _ADDED_UP}\n"
        f"FROM poll_party\nWHERE {where.text} AND (candidates > 0 OR candidates IS NULL)\n"
        f"{'' if one else _EACH_PARTY}ORDER BY seats_won DESC NULLS LAST, votes DESC NULLS LAST, party_id",
        *where.values,
    )
    if not rows:
        return chamber_only(q, text, desk)
    year = int(str(rows[0]["_last"]))
    seats = sum(int(str(r["seats_won"] or 0)) for r in rows)
    top = rows[0]
    told = ", ".join(f"{r['party']} {r['seats_won']}" for r in rows if r["seats_won"])
    sentence = f"{words.start(words.they(str(top['party'])))} won most seats in {words.where(q)} in May {year}: {told}, of {seats:,} filled."
    chamber = _chamber_after(q, year, desk)
    sentence = f"{sentence} {headline(chamber)}" if chamber else sentence
    value: Cell = str(top["party"])
    if q.ask is Ask.WHETHER and q.parties:
        value = q.parties[0].name == value
        sentence = f"{'Yes' if value else 'No'}. {sentence}"
    unwon = premise.not_won(q, [str(top["party"])], "win most seats there") if q.measure is Measure.WINNER else ""
    sentence = f"{unwon} {sentence}".strip()
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=sentence,
        reading=reading(q, year, year),
        value=value,
        unit=Unit.TRUTH if isinstance(value, bool) else Unit.TEXT,
        columns=_PARTY_COLUMNS,
        rows=tuple({k: v for k, v in r.items() if not k.startswith("_")} for r in rows),
        basis="seats won and all votes at the scheduled poll, by-elections left out; control from the yearly composition",
        sources=desk.sources(*(r["_sources"] for r in rows), chamber["source_id"] if chamber else None),
        notes=(*q.remarks, *(polls.passed_over(q, q.places[0].id, year, desk) if len(q.places) == 1 else ())),
    )


def _chamber_after(q: Question, year: int, desk: Desk) -> Row | None:
    if len(q.places) != 1 or not q.places[0].is_council:
        return None
    rows = desk.ask(f"SELECT {COLUMNS}\nFROM chamber\nWHERE council_id = ? AND year = ?", q.places[0].id, year)
    return rows[0] if rows else None


def chamber_only(q: Question, text: str, desk: Desk) -> Answer:
    """No poll by ward or party is held for the year: the composition after it may still say who won."""
    from assistant.answer import control

    found = control.answer(q, text, desk, 0) if q.places and all(p.is_council for p in q.places) else None
    if found is None or found.outcome is not Outcome.ANSWERED:
        return no_data(q, text, desk)
    voted, unheld = _poll(q, desk)
    if not voted and polls.all_known(q.time.years[0]):
        return replace(found, outcome=Outcome.NO_DATA, value=None, unit=None, sentence=f"{unheld} {found.sentence}")
    return replace(
        found,
        notes=(*found.notes, *([unheld] if unheld else [])),
        sentence=f"{unheld} {found.sentence}".strip(),
    )


def _poll(q: Question, desk: Desk) -> tuple[bool, str]:
    """Whether the one council voted in the one year asked about, as far as is held, and what is not held of it."""
    if len(q.places) != 1 or len(q.time.years) != 1:
        return True, ""
    council, year = q.places[0], q.time.years[0]
    years = polls.known(council.id, desk)
    if year in years:
        return True, "The results of that poll are not held by party; the composition after it is."
    return False, f"No scheduled election of {council.name} is held for {year}{polls.near(years, year)}."


def tally(q: Question, text: str, desk: Desk) -> Answer:
    """ "which party has been runner-up the most": how often each party won, or came second, in the wards named."""
    column = "runner_up_party" if q.measure is Measure.RUNNER_UP else "winning_parties"
    where = scope.space(q, WARD_POLL)
    rows = desk.main(
        f"SELECT {column} AS party, count(*) AS times, string_agg(year::VARCHAR, ', ' ORDER BY year) AS years,\n"
        "       string_agg(DISTINCT source_id, ' ') AS _sources\n"
        f"FROM ward_poll\nWHERE {where.text} AND NOT by_election AND {column} IS NOT NULL\nGROUP BY {column}\nORDER BY times DESC, party",
        *where.values,
    )
    if not rows:
        return no_data(q, text, desk)
    top = [r for r in rows if r["times"] == rows[0]["times"]]
    names = words.listing(str(r["party"]) for r in top)
    deed = "came second" if q.measure is Measure.RUNNER_UP else "won"
    told = "; ".join(f"{r['party']} {words.count(r['times'], 'time')} ({r['years']})" for r in rows)
    level = ", level" if len(top) > 1 else ""
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=f"{names} {deed} most often in {words.where(q)}{level}: {told}.",
        reading=reading(q),
        value=names,
        unit=Unit.TEXT,
        columns=(
            Column("party", "Party", Unit.TEXT),
            Column("times", "Times", Unit.COUNT),
            Column("years", "Years", Unit.TEXT),
        ),
        rows=tuple({k: r[k] for k in ("party", "times", "years")} for r in rows),
        basis="polls held of the ward of that name; elections before and between those held are not counted",
        sources=desk.sources(*(r["_sources"] for r in rows)),
        notes=q.remarks,
    )
