"""Butler swing at a contest for an office, and what articles reported of it."""

from __future__ import annotations

from assistant.answer import words
from assistant.answer.asking import Desk, Row
from assistant.answer.model import Cell, Unit
from assistant.answer.office_words import poll
from assistant.question.model import Measure, Question


def told(q: Question, desk: Desk, r: Row) -> tuple[str, Cell, Unit, bool]:
    """The swing between the two parties named, else between winner and the one that lost the seat or came second."""
    pair = [p for p in (q.from_party, q.to_party, *q.parties) if p is not None]
    if len(pair) >= 2:
        rows = desk.ask(
            "SELECT * FROM office_swing WHERE contest_id = ? AND (from_party_id, to_party_id) IN ((?, ?), (?, ?))",
            r["contest_id"], pair[0].id, pair[1].id, pair[1].id, pair[0].id,
        )  # fmt: skip
        if not rows:
            why = f"the change of share of {words.listing(p.name for p in pair[:2])} on the poll before is not known for both"
            return (
                f"No swing between {words.listing(words.they(p.name) for p in pair[:2])} is worked out for {poll(r)}: {why}.",
                None,
                Unit.POINTS,
                False,
            )
        return _sentence(r, rows[0], q)
    if r["swing"] is None:
        return f"No swing is worked out for {poll(r)}: {r['swing_gap']}.", None, Unit.POINTS, False
    return _sentence(
        r,
        {
            "swing": r["swing"],
            "from_party": r["swing_from"],
            "to_party": r["swing_to"],
            "basis": r["swing_basis"],
        },
        q,
    )


def _sentence(r: Row, s: Row, q: Question) -> tuple[str, Cell, Unit, bool]:
    against = ""
    value = round(float(str(s["swing"])), 6)
    if (q.to_party is not None and q.to_party.name == s["from_party"]) or (
        q.from_party is not None and q.from_party.name == s["to_party"]
    ):
        against = " It went the other way than asked."
        value = -value
    return (
        (
            f"The swing in {poll(r)} was {float(str(s['swing'])):.2f} points from {words.they(str(s['from_party']))} to "
            f"{words.they(str(s['to_party']))}, {s['basis']}.{against}"
        ),
        value,
        Unit.POINTS,
        True,
    )


_REPORTED = {
    Measure.WINNER: ("majority", "votes"),
    Measure.MAJORITY: ("majority",),
    Measure.VOTES: ("votes",),
    Measure.SWING: ("swing",),
}
_ABOUT = {"majority": "a majority of", "votes": "votes of", "swing": "a swing of"}


def reports(q: Question, desk: Desk, r: Row) -> list[str]:
    """What articles said of the contest in figures, of the measure asked about."""
    wanted = _REPORTED.get(q.measure, ())
    rows = desk.ask(
        "SELECT measure, party, figure, said_by, note FROM said"
        " WHERE subject = ? AND year = ? AND measure IN ('majority', 'votes', 'swing') AND figure IS NOT NULL ORDER BY authority, reported_id",
        r["office_id"], r["year"],
    )  # fmt: skip
    return [_report(s) for s in rows if s["measure"] in wanted]


def _report(s: Row) -> str:
    figure = f"{float(str(s['figure'])):,.2f}".removesuffix(".00")
    note = f" ({s['note']})" if s["note"] else ""
    return f"Reported: {_ABOUT[str(s['measure'])]} {figure} for {s['party']}{note}, {s['said_by']}."
