"""What was reported of a council or area beside the figure that an answer leads with: every version, and who said it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import words
from assistant.answer.asking import Desk, Row
from assistant.answer.office_words import number
from assistant.question.model import Party

_DEEDS = {
    "control lost": "{party} lost control",
    "control gained": "{party} gained control",
    "control held": "{party} held control",
    "no overall control": "no overall control",
    "largest party": "{party} the largest party",
}


def of_control(council_id: str, year: int, desk: Desk) -> list[Row]:
    """Rows of `said` on a council's control in a year, most authoritative first."""
    return list(
        desk.ask(
            "SELECT measure, party, party_id, said_by, note, source_id FROM said"
            " WHERE subject = ? AND year = ? AND measure IN ('control lost', 'control gained', 'control held', 'no overall control', 'largest party')"
            " ORDER BY authority, reported_id",
            council_id, year,
        )
    )  # fmt: skip


def control_notes(rows: Sequence[Row]) -> list[str]:
    """A sentence a report."""
    found = [f"Reported: {_DEEDS[str(r['measure'])].format(party=r['party'])}{_tail(r)}; {r['said_by']}." for r in rows]
    return list(dict.fromkeys(found))


def _tail(r: Row) -> str:
    note = str(r["note"] or "").split(";")[0]
    return f" ({note})" if note else ""


def other_claims(subject: str, year: int, parties: Sequence[Party], desk: Desk) -> list[Row]:
    """Gains and losses as reported without, or beside, a net figure; and the seats held afterwards."""
    marks = ", ".join("?" * len(parties))
    return list(
        desk.ask(
            "SELECT measure, party, figure, from_party, said_by, note, source_id FROM said"
            f" WHERE subject = ? AND year = ? AND party_id IN ({marks}) AND measure IN ('gains', 'losses', 'gains from', 'seats after', 'increase')"
            " ORDER BY authority, reported_id",
            subject, year, *(p.id for p in parties),
        )
    )  # fmt: skip


def claim_notes(rows: Sequence[Row]) -> list[str]:
    """A sentence a claim, each said once."""
    return list(dict.fromkeys(f"Also reported: {_claim(r)}; {r['said_by']}." for r in rows))


def _claim(r: Row) -> str:
    n = None if r["figure"] is None else number(r["figure"])
    if r["measure"] == "seats after":
        return f"{r['party']} on {words.count(n, 'seat')} afterwards"
    if r["measure"] == "increase":
        return f"{r['party']} up, without a figure"
    if r["measure"] == "losses":
        return f"{r['party']} losses: {n}"
    whence = f" from {r['from_party']}" if r["from_party"] else ""
    return f"{r['party']} gains{whence}{f': {n}' if n is not None else ', without a number'}"


def ward_gains(council_id: str, year: int, party: Party, figures: set[int], desk: Desk) -> str | None:
    """What the ward gains held come to for a party, where any are, and which of the net changes they bear out."""
    rows = desk.ask(
        "SELECT count(DISTINCT subject) FILTER (party_id = ?) AS up, count(DISTINCT subject) FILTER (from_party_id = ?) AS down FROM said"
        " WHERE council_id = ? AND subject_kind = 'ward' AND year = ? AND measure = 'gain'",
        party.id, party.id, council_id, year,
    )  # fmt: skip
    up, down = number(rows[0]["up"]), number(rows[0]["down"])
    if not up + down:
        return None
    borne = len(figures) > 1 and up - down in figures
    tail = f"which bears out {words.signed(up - down)}" if borne else "others may not be held"
    return f"The ward gains that are held come to {words.signed(up - down)} ({words.count(up, 'ward')} gained, {f'{down:,}' if down else 'none'} lost), {tail}."


def turnout(council_id: str, year: int, desk: Desk) -> Row | None:
    """The turnout that a page reported for a council's poll, most authoritative first."""
    rows = desk.main(
        "SELECT figure, said_by, source_id\nFROM said\nWHERE subject = ? AND year = ? AND measure = 'turnout'\nORDER BY authority, reported_id",
        council_id, year,
    )  # fmt: skip
    return rows[0] if rows else None
