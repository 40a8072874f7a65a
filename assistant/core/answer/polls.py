"""A poll, a chamber, an office's contest whole: who won it, who controls it, and what must be said beside that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.answer.model import Outcome
from assistant.column import Cell, Column, Unit
from assistant.core.answer import contest as contests
from assistant.core.answer import council, tenure
from assistant.core.answer.contest import Line
from assistant.core.answer.missing import instead
from assistant.core.answer.number import decimal
from assistant.core.answer.phrase import BE, aside, clause, counted, sentence
from assistant.core.answer.told import Told
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import Claim, It, Listing, Select
from assistant.core.query.facts import Contest, Facts

Teller = Callable[[Contest, Facts, Words], Told]
_TOLD: dict[str, Teller] = {
    "ward poll": contests.told,
    "office poll": contests.told,
    "council poll": council.poll,
    "chamber": council.chamber,
    "tenure": tenure.told,
}
_ASKED = {"win": ("ward poll", "office poll", "council poll"), "control": ("chamber",), "serve": ("tenure",)}
"""The contests of which a claim picks the one who is told."""


def choice(facts: Facts, words: Words) -> Told | None:
    """Who won, or who controls, one place: told from its whole contest; None where something else is asked."""
    claim = _asked(facts)
    if claim is None or len(facts.contests) != 1:
        return None
    contest = facts.contests[0]
    if contest.kind not in _ASKED.get(claim.name, ()):
        return None
    said = contest_told(contest, facts, words)
    if said.outcome is not Outcome.ANSWERED:
        return replace(said, notes=instead(facts))
    columns, rows = contest_table(contest)
    return replace(said, columns=columns, rows=rows, notes=(*said.notes, *contest_notes(facts)))


def contest_told(contest: Contest, facts: Facts, words: Words) -> Told:
    """A contest or a chamber in a sentence."""
    return _TOLD[contest.kind](contest, facts, words)


def contest_turnout(contest: Contest) -> str:
    """The turnout of a poll, where it is held."""
    turnout = contest.head.get("turnout")
    if turnout is None:
        return ""
    of = turnout_wards(contest)
    told = f"turnout in {contest.place.name} in {contest.year}: {decimal(float(str(turnout)))}%"
    return sentence(aside(told, of and f"of {of}"))


def turnout_wards(contest: Contest) -> str:
    """ "40 of its 50 wards": what a turnout of wards rests on, where that is not every ward that voted."""
    had, wards, unopposed = (contest.head.get(key) for key in ("turnout_wards", "wards", "unopposed"))
    voted = int(str(wards or 0)) - int(str(unopposed or 0))
    return f"{had} of its {voted} wards" if had is not None and int(str(had)) < voted else ""


def _asked(facts: Facts) -> Claim | None:
    """The one claim of a list, where it leaves open just who it is of."""
    ask = facts.ask
    if not isinstance(ask, Listing) or not isinstance(ask.of, Select) or len(ask.of.where) != 1 or ask.columns:
        return None
    claim = ask.of.where[0]
    if not isinstance(claim, Claim):
        return None
    slots = {claim.party, claim.person, claim.rival} - {None}
    return claim if slots == {It(ask.of.kind)} else None


# --- Tables and notes -------------------------------------------------------------------------------------------------

_PERSON = Column("person", "Candidate", Unit.TEXT)
_PARTY = Column("party", "Party", Unit.TEXT)
_VOTES = Column("votes", "Votes", Unit.COUNT)
_SHARE = Column("share", "Share", Unit.SHARE)
_SEATS = Column("seats", "Seats", Unit.COUNT)
_ELECTED = Column("elected", "Elected", Unit.TRUTH)
_COLUMNS = {
    "ward poll": (_PERSON, _PARTY, _VOTES, _SHARE, _ELECTED),
    "office poll": (_PERSON, Column("label", "Party", Unit.TEXT), _VOTES, _SHARE, _ELECTED),
    "council poll": (_PARTY, _SEATS, _VOTES, _SHARE),
    "chamber": (_PARTY, _SEATS, _SHARE),
    "tenure": (Column("person", "Holder", Unit.TEXT), _PARTY, Column("year", "Elected", Unit.YEAR)),
    "history": (
        Column("year", "Year", Unit.YEAR),
        Column("poll", "Poll", Unit.TEXT),
        Column("elected", "Elected", Unit.TEXT),
        Column("majority", "Majority", Unit.COUNT),
        Column("turnout", "Turnout", Unit.SHARE),
    ),
}


def contest_table(contest: Contest) -> tuple[tuple[Column, ...], tuple[Line, ...]]:
    """Who stood, or who sits, with their figures; a column of which nothing is held is left out."""
    kept = [c for c in _COLUMNS[contest.kind] if any(line[c.key] is not None for line in contest.lines)]
    return tuple(kept), tuple({c.key: _rounded(line[c.key]) for c in kept} for line in contest.lines)


def _rounded(value: Cell) -> Cell:
    return round(value, 4) if isinstance(value, float) else value


def contest_notes(facts: Facts) -> tuple[str, ...]:
    """What must be known of a contest beside its figures."""
    return tuple(dict.fromkeys(note for contest in facts.contests for note in _notes(contest)))


_TOPS = "only the votes of each party's best-placed candidate are held, and no names"
_FIRST = "votes are first preferences, and there is no majority"


def _unnamed(head: Line) -> str:
    return clause(counted(int(str(head.get("unnamed") or 0)), "seat"), BE, tense="present")


def _notes(contest: Contest) -> list[str]:
    head, where = contest.head, f"{contest.place.name} in {contest.year}"
    told = [
        (head.get("uncontested"), f"{where}: no contest, as nobody else stood: elected unopposed"),
        (head.get("tied"), f"{where}: the last seat was tied and settled by lot"),
        (head.get("votes_held") == "parties", f"{where}: {_TOPS}"),
        (head.get("voting_system") == "single transferable vote", f"{where}: single transferable vote; {_FIRST}"),
        (head.get("unnamed"), f"{where}: {_unnamed(head)} under other parties and independents, not counted apart"),
    ]
    return [sentence(text) for holds, text in told if holds]
