"""How far back the contests for an office are held: its first holder, and “never”, may lie before them."""

from __future__ import annotations

from assistant.answer.asking import Desk
from assistant.answer.model import Answer, Outcome
from assistant.question.model import Ask, Question, When

_FIRST_COMMISSIONERS = 2012  # all were first elected that year


def unheld(q: Question, text: str, desk: Desk) -> Answer | None:
    """A refusal where the record begins too late for "the first" or for "ever"; else None."""
    ever = q.ask is Ask.WHETHER and q.time.when is When.ALL and bool(q.parties)
    if q.time.when is not When.FIRST and not ever:
        return None
    office = q.offices[0]
    found = desk.ask(
        "SELECT min(c.year) AS first, any_value(o.kind) AS kind, any_value(year(o.valid_from)) AS since\n"
        "FROM office o JOIN office_contest c USING (office_id) WHERE o.office_id = ?",
        office.id,
    )
    first = found[0]["first"] if found else None
    if first is None:
        return None
    began = _FIRST_COMMISSIONERS if found[0]["kind"] == "police and crime commissioner" else found[0]["since"]
    if began == first or found[0]["kind"] == "constituency":
        return None
    if ever and _won(q, desk):
        return None
    sentence = f"The contests for {office.name} are held from {first} only: who won before that cannot be told."
    return Answer(text, Outcome.NO_DATA, sentence, notes=q.remarks, suggestions=(f"every {office.name} election",))


def _won(q: Question, desk: Desk) -> bool:
    """Whether the party won a contest that is held."""
    found = desk.ask(
        "SELECT 1 AS won FROM office_result WHERE office_id = ? AND winner_party_id = ? LIMIT 1",
        q.offices[0].id,
        q.parties[0].id,
    )
    return bool(found)
