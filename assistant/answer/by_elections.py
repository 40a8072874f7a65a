"""By-elections of councils: the few that are held, and what is said of all others."""

from __future__ import annotations

from assistant.answer import words
from assistant.answer.asking import Desk
from assistant.answer.model import Answer, Outcome
from assistant.answer.reading import reading
from assistant.query import scope
from assistant.query.catalogue import WARD_POLL
from assistant.query.sql import every
from assistant.question.model import Question, Rows


def unheld(q: Question, text: str, desk: Desk) -> Answer | None:
    """The refusal of a by-election that is not in the tables, or of a figure that by-elections do not have."""
    space = scope.space(q, WARD_POLL)
    where = every([space, scope.years(q, WARD_POLL, space)])
    found = desk.ask(f"SELECT count(*) AS held FROM ward_poll WHERE {where.text}", *where.values)[0]["held"]
    by_ward = bool(q.wards or q.people) or q.rows in (Rows.WARD, Rows.CANDIDATE)
    if found and by_ward:
        return None
    years = desk.ask("SELECT min(year) AS first, max(year) AS last FROM ward_poll WHERE by_election")[0]
    held = f"only those fought on the day of the May polls of {years['first']} to {years['last']} are in the tables"
    place = f" of {words.where(q)}" if words.where(q) else ""
    when = f" in {words.listing(str(y) for y in q.time.years)}" if q.time.years else ""
    known = f"No by-election{place}{when} is held" if not found else "By-elections are told ward by ward"
    return Answer(
        text,
        Outcome.NO_DATA,
        f"{known}; {held}.",
        reading(q),
        notes=q.remarks,
        suggestions=tuple(f"{x['ward']} by-election {x['year']}" for x in _examples(q, desk)),
    )


def _examples(q: Question, desk: Desk) -> list[dict[str, object]]:
    """By-elections of the councils named that are held, else of any."""
    councils = sorted({w.council_id for w in q.wards} | {p.id for p in q.places if p.is_council})
    near = f"council_id IN ({', '.join('?' * len(councils))})" if councils else "true"
    rows = desk.ask(
        f"SELECT ward, year FROM ward_poll WHERE by_election AND {near} ORDER BY year DESC, council_id, ward LIMIT 2",
        *councils,
    )
    return [dict(r) for r in rows]
