"""Contests for offices, listed: by kind and year, by party, closest first; one office through the years."""

from __future__ import annotations

from assistant.answer import office_contest, office_place, words
from assistant.answer.asking import Desk, Row
from assistant.answer.model import Answer, Cell, Column, Outcome, Unit
from assistant.answer.office_kinds import among_kinds, contests
from assistant.answer.office_words import SELECT, event, number
from assistant.answer.years import contest_years
from assistant.query.sql import Part, every
from assistant.question.model import Ask, Measure, Pick, Question, Ranking, Rows, Trend, When
from assistant.question.refusal import NotUnderstood

_COLUMNS = (
    Column("year", "Year", Unit.YEAR),
    Column("office", "Office", Unit.TEXT),
    Column("winner", "Winner", Unit.TEXT),
    Column("party", "Party", Unit.TEXT),
    Column("runner_up", "Runner-up", Unit.TEXT),
    Column("majority", "Majority", Unit.COUNT),
    Column("result", "Result", Unit.TEXT),
)
_FIGURES = {
    Measure.TURNOUT: ("turnout", Column("turnout", "Turnout", Unit.SHARE)),
    Measure.SWING: ("swing", Column("swing", "Swing", Unit.POINTS)),
    Measure.VOTES: ("winner_votes", Column("winner_votes", "Votes", Unit.COUNT)),
    Measure.VOTE_SHARE: ("winner_share", Column("winner_share", "Share", Unit.SHARE)),
    Measure.ELECTORATE: ("electorate", Column("electorate", "Electorate", Unit.COUNT)),
    Measure.CANDIDATES: ("candidates", Column("candidates", "Candidates", Unit.COUNT)),
    Measure.VOTING_SYSTEM: ("voting_system", Column("voting_system", "Voting system", Unit.TEXT)),
    Measure.MAJORITY: ("majority", Column("majority", "Majority", Unit.COUNT)),
}


def answer(q: Question, text: str, desk: Desk) -> Answer:
    """The contests that fit, ranked where the question ranks them."""
    rows = _fetch(q, desk)
    if not rows:
        return Answer(
            text,
            Outcome.NO_DATA,
            f"No {contests(q, 2)} are held that fit.",
            _reading(q, rows),
            notes=q.remarks,
            suggestions=("list all mayors", "by-elections since 2023"),
        )
    if q.parties and q.ranking is None and q.measure in (Measure.VOTES, Measure.VOTE_SHARE):
        return _of_party(q, text, desk, rows)
    if q.pick is Pick.LAST:
        rows = [r for r in rows if str(r["date"]) == _newest(rows)]
        if len(rows) == 1 and not q.parties and q.ask is not Ask.COUNT:
            return office_contest.answer(q, text, desk, rows[0])
    fitting = [r for r in rows if _fits(q, r)]
    ranked = _ranked(q.ranking, fitting) if q.ranking else fitting
    if q.rows is Rows.PARTY and q.ranking is not None and q.measure in (Measure.WINNER, Measure.GAIN_OR_HOLD):
        raise NotUnderstood(None, "contests are not counted party by party: ask “how many did …” of each party")
    if q.ranking is not None and fitting and not ranked:
        told = f"{words.start(q.ranking.measure.value)} is not held for any of these {contests(q, 2)}."
        return Answer(text, Outcome.NO_DATA, told, _reading(q, rows), notes=q.remarks)
    value, unit, sentence = _told(q, ranked, rows)
    columns = _columns(q)
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=sentence,
        reading=_reading(q, rows),
        value=value,
        unit=unit,
        columns=columns,
        rows=tuple({c.key: _cell(r, c.key) for c in columns} for r in ranked),
        basis="contests held; a gain or hold as published, else on the contest before",
        coverage=f"{len(rows)} contests held, {words.years([number(r['year']) for r in rows])}",
        sources=desk.sources(*{r["source_id"] for r in ranked or rows}),
        notes=(*q.remarks, *_remarks(q, ranked)),
    )


def _newest(rows: list[Row]) -> str:
    return max(str(r["date"]) for r in rows)


def _of_party(q: Question, text: str, desk: Desk, rows: list[Row]) -> Answer:
    """A party's votes or share contest by contest, where one office and one party are named."""
    if len(q.offices) != 1 or len(q.parties) != 1:
        raise NotUnderstood(None, f"{q.measure.value} of a party is told for one office at a time: name it")
    ballots = desk.ask("SELECT * FROM office_ballot WHERE office_id = ? ORDER BY date, rank", q.offices[0].id)
    told = office_place.of_party(q, rows, list(ballots))
    return Answer(
        text,
        Outcome.ANSWERED if told.held else Outcome.NO_DATA,
        told.sentence,
        _reading(q, rows),
        basis="first preferences, as a share of valid votes" if told.held else None,
        sources=desk.sources(*{r["source_id"] for r in rows}),
        notes=q.remarks,
    )


def _fetch(q: Question, desk: Desk) -> list[Row]:
    parts = [Part(among_kinds(q), tuple(o.id for o in q.offices)), contest_years(q.time)]
    if q.office_kind == "seat_in_parliament":
        parts.append(Part("by_election"))
    if q.places:
        names = tuple(p.name for p in q.places)
        marks = ", ".join("?" * len(names))
        parts.append(Part(f"(region IN ({marks}) OR nation IN ({marks}))", (*names, *names)))
    where = every(parts)
    latest = q.time.when is When.LATEST and q.ranking is None and not q.offices and not (q.parties or q.from_party)
    only = "\n  AND year = (SELECT max(year) FROM office_result WHERE " + among_kinds(q) + ")" if latest else ""
    return list(desk.main(f"{SELECT}\nWHERE {where.text}{only}\nORDER BY year, place, date", *where.values))


def _fits(q: Question, r: Row) -> bool:
    """Whether the party (or the two) named did there what the question says."""
    ids = [p.id for p in q.parties]
    if q.from_party is not None and (r["result"] != "gain" or r["from_party_id"] != q.from_party.id):
        return False
    if not ids and q.trend is Trend.EITHER:
        return r["result"] == "gain"
    if not ids:
        return q.measure is not Measure.GAIN_OR_HOLD or q.trend is None or r["result"] == "gain" or bool(q.offices)
    if q.measure is Measure.GAIN_OR_HOLD and q.trend is Trend.EITHER:
        return r["result"] == "gain" and bool({r["from_party_id"], r["winner_party_id"]} & set(ids))
    if q.measure is Measure.GAIN_OR_HOLD and q.trend is Trend.DOWN:
        return r["result"] == "gain" and r["from_party_id"] in ids
    if q.measure is Measure.GAIN_OR_HOLD and q.trend is Trend.UP:
        return r["result"] == "gain" and r["winner_party_id"] in ids
    if q.measure is Measure.GAIN_OR_HOLD:
        return r["result"] == "hold" and r["winner_party_id"] in ids
    return r["winner_party_id"] in ids


def _ranked(ranking: Ranking, rows: list[Row]) -> list[Row]:
    key = _FIGURES.get(ranking.measure, _FIGURES[Measure.MAJORITY])[0]
    known = [r for r in rows if r[key] is not None]
    known.sort(key=lambda r: (float(str(r[key])), str(r["contest_id"])), reverse=ranking.descending)
    return known[: ranking.limit or 10]


def _columns(q: Question) -> tuple[Column, ...]:
    figure = _FIGURES.get(q.ranking.measure if q.ranking else q.measure)
    extra = (figure[1],) if figure and figure[0] != "majority" else ()
    return (*_COLUMNS[:5], *extra, *_COLUMNS[5:])


def _cell(r: Row, key: str) -> Cell:
    if key == "party":
        return r["winner_party"]
    if key == "winner":
        return r["winner"] or r["winner_party"]
    if key == "runner_up":
        return r["runner_up"] or r["runner_up_party"]
    if key == "result" and r["result"] == "gain" and r["from_party"]:
        return f"gain from {r['from_party']}"
    return r[key]


def _told(q: Question, ranked: list[Row], rows: list[Row]) -> tuple[Cell, Unit, str]:
    if q.ranking is not None and ranked:
        return _top(q.ranking, ranked)
    deed = {
        Trend.UP: "gained",
        Trend.DOWN: "lost",
        None: "held" if q.measure is Measure.GAIN_OR_HOLD else "won",
    }.get(q.trend, "won")
    one_year = len({r["year"] for r in rows}) == 1
    told = words.listing(_short(q, r, one_year) for r in ranked[:12]) + (
        f" and {len(ranked) - 12} more" if len(ranked) > 12 else ""
    )
    number_of = words.count(len(ranked), contests(q, 1), contests(q, 2))
    tail = f": {told}" if told else ""
    if q.parties or q.from_party:
        who = words.listing(words.they(p.name) for p in q.parties) or "others"
        whence = f" from {words.they(q.from_party.name)}" if q.from_party else ""
        pool = f"{words.count(len(rows), contests(q, 1), contests(q, 2))} {_span(rows)}"
        sentence = words.start(
            f"{who} {deed} {len(ranked)}{whence}{',' if whence else ''} of the {pool} that are held{tail}."
        )
    elif q.measure is Measure.GAIN_OR_HOLD:
        sentence = words.start(f"{number_of} of the {len(rows)} held changed party{tail}.")
    else:
        sentence = words.start(f"{number_of} held{tail}.")
    if q.ask is Ask.WHETHER:
        return bool(ranked), Unit.TRUTH, f"{'Yes' if ranked else 'No'}. {sentence}"
    if q.measure is Measure.VOTING_SYSTEM:
        return words.listing(dict.fromkeys(str(r["voting_system"]) for r in ranked)), Unit.TEXT, sentence
    return len(ranked), Unit.COUNT, sentence


def _top(ranking: Ranking, ranked: list[Row]) -> tuple[Cell, Unit, str]:
    key, column = _FIGURES.get(ranking.measure, _FIGURES[Measure.MAJORITY])
    first = ranked[0]
    others = words.listing(f"{event(r)} ({words.figure(r[key], column.unit)})" for r in ranked[1:4])
    order = "highest" if ranking.descending else "lowest"
    name = "winner’s votes" if key == "winner_votes" else column.title.lower()
    then = f" Then come {others}." if others else ""
    who = f", won by {first['winner'] or first['winner_party']} ({first['winner_party']})"
    return (
        event(first),
        Unit.TEXT,
        f"The {order} {name}: {event(first)}, {words.figure(first[key], column.unit)}{who}.{then}",
    )


def _span(rows: list[Row]) -> str:
    """ "of 2024", "of 2016 to 2025"."""
    years = [number(r["year"]) for r in rows]
    return f"of {min(years)}" if min(years) == max(years) else f"of {min(years)} to {max(years)}"


def _short(q: Question, r: Row, one_year: bool) -> str:
    """ "the Tees Valley 2024 (Ben Houchen)", without what all of them share."""
    name = str(r["office"]).removeprefix("Mayor of ").removesuffix(" Police and Crime Commissioner")
    name = name if one_year else f"{name} {r['year']}"
    if q.measure is Measure.VOTING_SYSTEM:
        return f"{name} ({r['voting_system']})"
    figure = _FIGURES.get(q.measure)
    by = f", {words.figure(r[figure[0]], figure[1].unit)}" if figure and r[figure[0]] is not None else ""
    party = "" if len(q.parties) == 1 and q.trend is not Trend.DOWN and not by else f", {r['winner_party']}"
    return f"{name} ({r['winner'] or r['winner_party']}{party}{by})"


def _remarks(q: Question, rows: list[Row]) -> list[str]:
    part = [event(r) for r in rows if not r["complete"]]
    return (
        [
            f"Not every candidate is held for {words.listing(part[:8])}{' and others' if len(part) > 8 else ''}: no shares there."
        ]
        if part
        else []
    )


def _reading(q: Question, rows: list[Row]) -> str:
    years = words.years([number(r["year"]) for r in rows]) if rows else words.listing(str(y) for y in q.time.years)
    named = words.listing(o.name for o in q.offices) or contests(q, 2)
    who = words.listing(p.name for p in (*q.parties, *([q.from_party] if q.from_party else [])))
    where = words.listing(p.name for p in q.places)
    return " · ".join(x for x in (q.measure.value, who, named, where, years) if x)
