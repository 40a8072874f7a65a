"""A council's poll and its chamber in a sentence: who won the most seats, and who controls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.column import Cell, Unit
from assistant.core.answer.administration import run_by
from assistant.core.answer.number import whole
from assistant.core.answer.phrase import BE, HAVE, HOLD, WIN, Noun, Tense, Verb, clause, counted, sentence, together
from assistant.core.answer.told import Told, not_held
from assistant.core.answer.words import Words
from assistant.core.query.facts import Contest, Facts

Line = Mapping[str, Cell]
_CONTROL = Verb("controlled", "controls", "control")
_TIE = Verb("tied", "ties", "tie")


def _number(value: Cell) -> int:
    return int(str(value or 0))


def _parties(lines: Sequence[Line], words: Words) -> Noun:
    return together([words.party(str(line["party_id"])) for line in lines])


# --- The poll ---------------------------------------------------------------------------------------------------------


def poll(contest: Contest, facts: Facts, words: Words) -> Told:
    """Who won the most seats; a tie is neither's win."""
    ranked = [line for line in contest.lines if line["rank"] is not None and line["seats"] is not None]
    first = [line for line in ranked if line["rank"] == 1]
    where = f"in {contest.place.name} in {contest.year}"
    if not first or not contest.head["results"]:
        return not_held(sentence(f"the seats won {where} are not held"))
    who, most = _parties(first, words), f"{whole(_number(first[0]['seats']))}"
    if len(first) > 1:
        return Told(sentence(clause(who, _TIE, "for the most seats", where, f"with {most} each{_up(contest)}")))
    text = clause(who, WIN, "the most seats", where, f"with {most}{_up(contest)}") + _behind(ranked[1:2], words)
    name = str(first[0]["party"])
    return Told(sentence(text), name, Unit.TEXT, notes=_most_votes(contest, name, words))


def _up(contest: Contest) -> str:
    up = contest.head["seats_up"]
    return f" of the {whole(_number(up))} seats up" if up else " seats"


def _behind(second: Sequence[Line], words: Words) -> str:
    return "".join(f", ahead of {_parties([line], words).text} on {_number(line['seats'])}" for line in second)


def _most_votes(contest: Contest, winner: str, words: Words) -> tuple[str, ...]:
    """That another party had more votes, where it is so."""
    held = [line for line in contest.lines if line["votes"] is not None and line["party"] != "Other"]
    best = max(held, key=lambda line: _number(line["votes"]), default=None)
    if best is None or best["party"] == winner or not contest.head["counted"]:
        return ()
    votes = counted(_number(best["votes"]), "vote").text
    return (sentence(clause(_parties([best], words), HAVE, "the most votes there:", votes)),)


# --- The chamber ------------------------------------------------------------------------------------------------------


def chamber(contest: Contest, facts: Facts, words: Words) -> Told:
    """Who controls; under no overall control the largest party, and how many seats it is short."""
    now = any(used.latest for used in facts.used if used.last == contest.year)
    tense: Tense = "present" if now else "past"
    if contest.head["control"] != "none":
        return _controlled(contest, tense, words)
    place = Noun(f"{contest.place.name} council")
    text = clause(place, BE, "under no overall control in", str(contest.year), tense=tense)
    lines = [line for line in contest.lines if line["party_id"] != "other"]
    notes = (*_seats(lines), *run_by(contest.head["administration"]))
    told = sentence(text + _largest(lines, contest, tense, words))
    return Told(told, "No overall control", Unit.TEXT, notes=notes)


def _controlled(contest: Contest, tense: Tense, words: Words) -> Told:
    control = str(contest.head["control"])
    holder = next((line for line in contest.lines if line["party_id"] == control), None)
    size = whole(_number(contest.head["size"]))
    seats = f"with {whole(_number(holder['seats']))} of the {size} seats" if holder else ""
    where = f"{contest.place.name} council in {contest.year}"
    name = str(holder["party"]) if holder else words.party(control).text
    text = clause(words.party(control), _CONTROL, where, seats, tense=tense)
    return Told(sentence(text), name, Unit.TEXT, notes=run_by(contest.head["administration"]))


def _seats(lines: Sequence[Line]) -> tuple[str, ...]:
    held = [f"{line['party']} {line['seats']}" for line in lines]
    return (sentence(f"seats: {', '.join(held)}"),) if held else ()


def _largest(lines: Sequence[Line], contest: Contest, tense: Tense, words: Words) -> str:
    """ ": the Conservatives hold 27 of the 72 seats, 10 short of a majority"."""
    first = [line for line in lines if line["seats"] == lines[0]["seats"]]
    if not first:
        return ""
    top, size, needed = (_number(v) for v in (first[0]["seats"], contest.head["size"], contest.head["needed"]))
    each = " each" if len(first) > 1 else ""
    seats = f"{whole(top)} of the {whole(size)} seats{each}, {whole(needed - top)} short of a majority"
    return f": {clause(_parties(first, words), HOLD, seats, tense=tense)}"
