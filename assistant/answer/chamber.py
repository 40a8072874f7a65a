"""A council chamber in words: who has a majority, who runs it, who holds what, and what others say."""

from __future__ import annotations

from assistant.answer import words
from assistant.answer.asking import Desk, Row
from assistant.query import scope
from assistant.query.administration import ruling
from assistant.query.catalogue import CHAMBER
from assistant.query.conditions import where_and_having
from assistant.query.grain import alone
from assistant.query.sql import every
from assistant.question.model import Question

NOC = "No overall control"
BASIS = "majority: more than half of all seats held by one party, worked out from the yearly composition"


COLUMNS = """council_id, council, year, size, needed, control_id, control, administration, largest, largest_seats,
       largest_ties, majority, short, is_newest, is_disputed, as_of, valid_to, source_id"""
"""What is told of a chamber."""


def chambers(q: Question, desk: Desk) -> list[Row]:
    """The rows of the chamber view that the question is about, by council and year."""
    space = scope.space(q, CHAMBER)
    when = scope.years(q, CHAMBER, space)
    met, _ = where_and_having(q, CHAMBER)
    where = every([space, when, met])
    order = "" if alone(q, CHAMBER, ()) else "\nORDER BY council, council_id, year"
    return list(desk.main(f"SELECT {COLUMNS}\nFROM chamber\nWHERE {where.text}{order}", *where.values))


def parties_of(c: Row, desk: Desk) -> list[Row]:
    """The parties in a chamber with seats, largest first, others last."""
    return list(
        desk.ask(
            "SELECT party, party_id, seats, share FROM held WHERE council_id = ? AND year = ? AND seats > 0"
            " ORDER BY party_id = 'other', seats DESC, party_id",
            c["council_id"], c["year"],
        )
    )  # fmt: skip


def headline(c: Row) -> str:
    """ "No party has overall control of Dudley (2026)." and who runs it; in the past tense for a past year."""
    party = str(c["control"]) if c["control_id"] is not None else "No party"
    verb = has(c)
    said = f"{words.start(words.they(party))} {verb} overall control of {c['council']} ({c['year']})."
    run = administration(c)
    return f"{said} {run}" if run else said


def has(c: Row) -> str:
    """The verb of the party in control, in the tense of the year."""
    return words.verb(str(c["control"]), "has", "have") if c["is_newest"] else "had"


def administration(c: Row) -> str:
    """Who runs the council, from the source's own label."""
    label = str(c["administration"] or "")
    if not label:
        return ""
    run = "It is run" if c["is_newest"] else "It was run"
    minority = label.endswith(" min")
    mayor = label.endswith(" Mayor")
    names = [_LABELS.get(part, part) for part in ruling(label)]
    told = words.listing(words.they(n) for n in names) if len(names) > 1 else names[0]
    if mayor:
        return f"{run} by a directly elected mayor ({told})."
    if minority and names == ["independents"]:
        return f"{run} by independents, as a minority."
    if minority:
        return (
            f"{run} by a {told} minority administration."
            if len(names) == 1
            else f"{run} by {told} together, as a minority."
        )
    if c["control_id"] is None or len(names) > 1:
        return f"{run} by {told}{' together' if len(names) > 1 else ''}."
    return ""


_LABELS = {
    "CON": "Conservative",
    "LAB": "Labour",
    "LD": "Liberal Democrat",
    "GRN": "Green",
    "REF": "Reform UK",
    "IND": "independents",
    "PC": "Plaid Cymru",
    "SNP": "SNP",
    "UKIP": "UKIP",
}


def seats_told(c: Row, parties: list[Row]) -> str:
    """ "Conservative 27, Reform UK 23, …, others 3 of 72 seats."."""
    told = ", ".join(f"{'others' if p['party_id'] == 'other' else p['party']} {p['seats']}" for p in parties)
    return f"{told}, of {c['size']} seats."


def majority_told(c: Row) -> str:
    """The seats needed, and what the largest has over or short of it."""
    needed = f"{c['needed']} needed for a majority"
    largest = str(c["largest"] or "")
    if c["control_id"] is not None:
        return f"{needed}; {words.they(str(c['control']))} {has(c)} a majority of {c['majority']}."
    if not largest or int(str(c["largest_seats"])) == 0:
        return f"{needed}."
    each = " each" if int(str(c["largest_ties"])) > 1 else ""
    who = words.they(largest) if not each else largest
    be = ("is" if not each else "are", "are") if c["is_newest"] else ("was" if not each else "were", "were")
    return f"{needed}; {who} {words.verb(largest, *be)}{each} {words.count(c['short'], 'seat')} short."


def disagreements(c: Row, desk: Desk) -> tuple[str, ...]:
    """What other sources say of the same council and year, where they differ."""
    if not c["is_disputed"]:
        return ()
    rows = desk.ask(
        "SELECT title, told FROM disputed WHERE council_id = ? AND year = ? ORDER BY title", c["council_id"], c["year"]
    )
    return tuple(f"Another source differs: {r['title']} has {r['told']} straight after the poll." for r in rows)


def afterwards(c: Row, desk: Desk) -> tuple[str, ...]:
    """What became of a council that is no more."""
    if c["valid_to"] is None:
        return ()
    rows = desk.ask(
        "SELECT string_agg(s.name, ' and ' ORDER BY s.name) AS heirs FROM council c"
        " JOIN council s ON list_contains(string_split(c.successors, ';'), s.council_id) WHERE c.council_id = ?",
        c["council_id"],
    )
    ended = str(c["valid_to"])[:4]
    heirs = f"; {rows[0]['heirs']} came after it" if rows[0]["heirs"] else ""
    return (f"{c['council']} council was abolished in {ended}{heirs}.",)
