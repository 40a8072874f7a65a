"""Butler swing between two parties and two polls of the same ward or council.

Half the one party's gain in share plus half the other's loss, in points, where the wards are the same ones
and fill as many seats; else a refusal with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answer import words
from assistant.answer.asking import Desk
from assistant.answer.model import Answer, Cell, Column, Outcome, Unit
from assistant.answer.reading import reading
from assistant.answer.swing_polls import Contest, Wards, contests, not_alike, shares, wards_of
from assistant.question.model import Question, Rows, When
from assistant.records import dataclass

_BASIS = (
    "Butler swing in points: half the one party’s gain in share plus half the other’s loss; "
    "shares of the votes of each party’s top candidate"
)
_COLUMNS = (
    Column("party", "Party", Unit.TEXT),
    Column("before", "Before", Unit.SHARE),
    Column("after", "After", Unit.SHARE),
    Column("change", "Change", Unit.POINTS),
)
_WARD_COLUMNS = (
    Column("ward", "Ward", Unit.TEXT),
    Column("swing", "Swing", Unit.POINTS),
    Column("from", "From", Unit.TEXT),
    Column("to", "To", Unit.TEXT),
)
_NOT_PARTIES = frozenset({"independent", "other"})
Polls = Mapping[int, Mapping[str, Contest]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two polls set against each other: the contests compared, and the shares of every party in both."""

    where: str
    now: Sequence[Contest]
    before: Sequence[Contest]
    wards: int

    @property
    def years(self) -> tuple[int, int]:
        """The earlier year and the later."""
        return self.before[0].year, self.now[0].year


class _Refused(Exception):
    """Why no swing is worked out."""


def answer(q: Question, text: str, desk: Desk) -> Answer:
    """The swing in the ward or the council that the question names."""
    try:
        if len(q.wards) == 1:
            return _ward(q, text, desk)
        if len(q.places) == 1 and q.places[0].is_council and not q.wards:
            return _by_ward(q, text, desk) if q.rows is Rows.WARD or q.ranking is not None else _council(q, text, desk)
        raise _Refused("it is worked out for one ward or one council at a time")
    except _Refused as refused:
        where = words.where(q) or "that"
        near = (f"{words.where(q)} results",) if words.where(q) else ("swing in the Blackpool South by-election",)
        return Answer(
            text,
            Outcome.NO_DATA,
            f"No swing is worked out for {where}: {refused}.",
            reading(q),
            basis=_BASIS,
            notes=q.remarks,
            suggestions=near,
        )


def _years(q: Question, held: Sequence[int]) -> tuple[int, int]:
    """The poll asked about and the one it is set against."""
    named = sorted(q.time.years)
    if len(named) > 1:
        if named[0] not in held or named[-1] not in held:
            raise _Refused(f"votes are held for {words.years(held) or 'no poll'}")
        return named[-1], named[0]
    if q.time.when is When.SINCE and named:
        later = [y for y in held if y > named[0]]
        if named[0] not in held or not later:
            raise _Refused(f"votes are held for {words.years(held) or 'no poll'}")
        return later[-1], named[0]
    now = named[0] if named else held[-1] if held else 0
    if now not in held:
        raise _Refused(
            f"no votes are held there{f' in {now}' if now else ''}; they are for {words.years(held) or 'no poll'}"
        )
    earlier = [y for y in held if y < now]
    if not earlier:
        raise _Refused(f"no votes of a poll before {now} are held")
    return now, earlier[-1]


def _ward(q: Question, text: str, desk: Desk) -> Answer:
    ward = q.wards[0]
    polls = contests(ward.council_id, desk)
    held = [y for y in sorted(polls) if ward.slug in polls[y]]
    now, before = _years(q, held)
    pair = _pair_of_ward(polls, ward.slug, now, before, f"{ward.name} ({ward.council})")
    notes = _same_seat(q, polls, ward.slug, now, before, desk, ward.council_id)
    return _answer(q, text, desk, pair, notes)


def _pair_of_ward(polls: Polls, slug: str, now: int, before: int, where: str) -> Pair:
    a, b = polls[now][slug], polls[before][slug]
    why = not_alike(a, b, wards_of(polls[now], polls[before]))
    if why:
        raise _Refused(why)
    return Pair(where, [a], [b], 1)


def _same_seat(q: Question, polls: Polls, slug: str, now: int, before: int, desk: Desk, council_id: str) -> list[str]:
    """The swing on the poll that last filled the same seat, where that was not the last poll."""
    rows = desk.ask("SELECT before_year FROM last_fought WHERE council_id = ? AND year = ?", council_id, now)
    year = int(str(rows[0]["before_year"])) if rows else before
    if q.time.years[1:] or year == before or slug not in polls.get(year, {}):
        return []
    try:
        pair = _pair_of_ward(polls, slug, now, year, "")
        swing, loser, gainer = _swing(pair, *_parties(q, pair))
    except _Refused:
        return []
    return [
        f"Since {year}, when the same seat was last fought: {swing:.2f} points from {words.they(loser)} to {words.they(gainer)}."
    ]


def _council(q: Question, text: str, desk: Desk) -> Answer:
    council = q.places[0]
    polls = contests(council.id, desk)
    now, before = _years(q, sorted(polls))
    wards = wards_of(polls[now], polls[before])
    common = [s for s in polls[now] if s in polls[before] and not not_alike(polls[now][s], polls[before][s], wards)]
    total = max(len(polls[now]), len(polls[before]))
    if len(common) < 0.8 * total:
        raise _Refused(_unlike(polls, now, before, len(common), total, wards))
    pair = Pair(council.name, [polls[now][s] for s in common], [polls[before][s] for s in common], total)
    return _answer(q, text, desk, pair, [])


def _unlike(polls: Polls, now: int, before: int, common: int, total: int, wards: Wards) -> str:
    reasons = [not_alike(polls[now][s], polls[before][s], wards) for s in polls[now] if s in polls[before]]
    seats = sum(r is not None and "seats were" in r for r in reasons)
    why = (
        "other numbers of seats were filled in most wards"
        if seats > total / 2
        else "boundaries or the wards fought changed"
    )
    return f"{f'only {common}' if common else 'none'} of its {total} wards can be compared between {before} and {now}: {why}"


def _parties(q: Question, pair: Pair) -> tuple[str, str]:
    """The ids of the two parties: those named, else the winner's and the runner-up's."""
    named = [p.id for p in (q.from_party, q.to_party, *q.parties) if p is not None]
    ranked = _ranked(pair.now)
    if len(named) == 1:
        other = next((p for p in ranked if p != named[0]), None)
        named = [*named, *([other] if other else [])]
    if not named:
        named = ranked[:2]
    if len(named) < 2:
        raise _Refused("only one party stood")
    return named[0], named[1]


def _ranked(now: Sequence[Contest]) -> list[str]:
    return now[0].ranked if len(now) == 1 else sorted(shares(now), key=lambda p: (-shares(now)[p], p))


def _swing(pair: Pair, one: str, two: str) -> tuple[float, str, str]:
    """The swing, never negative, and the names of the parties that it went from and to."""
    names = {k: v for c in (*pair.before, *pair.now) for k, v in c.names.items()}
    after, before = shares(pair.now), shares(pair.before)
    for party in (one, two):
        if party in _NOT_PARTIES:
            raise _Refused("independents cannot be followed from one poll to the next")
        if party not in after or party not in before:
            year = pair.years[1] if party not in after else pair.years[0]
            raise _Refused(f"{words.they(names.get(party, party))} did not stand there in {year}")
    swing = (after[two] - before[two] - (after[one] - before[one])) / 2
    loser, gainer = (one, two) if swing >= 0 else (two, one)
    return abs(swing), names[loser], names[gainer]


def _answer(q: Question, text: str, desk: Desk, pair: Pair, notes: Sequence[str]) -> Answer:
    one, two = _parties(q, pair)
    swing, loser, gainer = _swing(pair, one, two)
    since, year = pair.years
    asked_other = (q.from_party is not None and q.from_party.name == gainer) or (
        q.to_party is not None and q.to_party.name == loser
    )
    value: Cell = round(-swing if asked_other else swing, 4)
    other = " The other way than asked." if asked_other else ""
    names = {k: v for c in (*pair.before, *pair.now) for k, v in c.names.items()}
    after, before = shares(pair.now), shares(pair.before)
    rows = tuple(
        {
            "party": names[p],
            "before": before.get(p),
            "after": after.get(p),
            "change": after[p] - before[p] if p in after and p in before else None,
        }
        for p in sorted({*after, *before}, key=lambda p: (-after.get(p, 0.0), p))
    )
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=f"The swing in {pair.where} from {since} to {year} was {swing:.2f} points from {words.they(loser)} to {words.they(gainer)}.{other}",
        reading=f"{reading(q, year, year)} · against {since}",
        value=value,
        unit=Unit.POINTS,
        columns=_COLUMNS,
        rows=rows,
        basis=_BASIS,
        coverage=f"{len(pair.now)} of {pair.wards} wards compared" if pair.wards > 1 else None,
        sources=desk.sources(*{c.source for c in (*pair.now, *pair.before)}),
        notes=(*q.remarks, *notes),
    )


def _by_ward(q: Question, text: str, desk: Desk) -> Answer:
    """Each ward's swing, largest first."""
    council = q.places[0]
    polls = contests(council.id, desk)
    now, before = _years(q, sorted(polls))
    found: list[dict[str, Cell]] = []
    for slug in sorted(polls[now].keys() & polls[before].keys()):
        try:
            pair = _pair_of_ward(polls, slug, now, before, "")
            swing, loser, gainer = _swing(pair, *_parties(q, pair))
        except _Refused:
            continue
        found.append({"ward": polls[now][slug].ward, "swing": round(swing, 4), "from": loser, "to": gainer})
    if not found:
        raise _Refused(f"no ward can be compared between {before} and {now}")
    down = q.ranking is not None and not q.ranking.descending
    found.sort(key=lambda r: (float(str(r["swing"])) * (1 if down else -1), str(r["ward"])))
    limit = q.ranking.limit if q.ranking and q.ranking.limit else None
    top = found[0]
    which = "smallest" if down else "largest"
    return Answer(
        question=text,
        outcome=Outcome.ANSWERED,
        sentence=f"The {which} swing in a ward of {council.name} from {before} to {now} was in {top['ward']}: "
        f"{words.figure(top['swing'], Unit.POINTS)} from {words.they(str(top['from']))} to {words.they(str(top['to']))}.",
        reading=f"{reading(q, now, now)} · against {before}",
        value=top["ward"],
        unit=Unit.TEXT,
        columns=_WARD_COLUMNS,
        rows=tuple(found[:limit]),
        basis=f"{_BASIS}; between the winner and the runner-up of each ward"
        if not q.parties and not q.from_party
        else _BASIS,
        coverage=f"{len(found)} of {len(polls[now])} wards can be compared",
        sources=desk.sources(*{c.source for y in (now, before) for c in polls[y].values()}),
        notes=q.remarks,
    )
