"""A poll, a chamber, an office's contest whole: who won it, who controls it, and what must be said beside that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from assistant.column import Cell, Column, Unit
from assistant.core.answer.administration import run_by
from assistant.core.answer.number import decimal, whole
from assistant.core.answer.phrase import Noun, Verb, aside, clause, counted, join, sentence, together
from assistant.core.answer.told import Told, not_held
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import Claim, It, Listing, Newest, Select
from assistant.core.query.facts import Contest, Facts

Line = Mapping[str, Cell]
WIN = Verb("won", "wins", "win")
CONTROL = Verb("controlled", "controls", "control")
HOLD = Verb("held", "holds", "hold")
BE = Verb("was", "is", "are", "were")


def choice(facts: Facts, words: Words) -> Told | None:
    """Who won, or who controls, one place: told from its whole contest; None where something else is asked."""
    claim = _asked(facts)
    if claim is None or len(facts.contests) != 1:
        return None
    contest = facts.contests[0]
    teller = _TELLERS.get((claim.name, contest.kind))
    if teller is None:
        return None
    said = teller(contest, facts, words)
    columns, rows = contest_table(contest)
    return said if said.columns or not rows else _with(said, columns, rows, facts, words)


def contest_told(contest: Contest, facts: Facts, words: Words) -> Told:
    """A contest or a chamber in a sentence."""
    return _TOLD[contest.kind](contest, facts, words)


def contest_turnout(contest: Contest) -> str:
    """The turnout of a poll, where it is held."""
    turnout = contest.head.get("turnout")
    if turnout is None:
        return ""
    return sentence(f"turnout in {contest.place.name} in {contest.year}: {decimal(float(str(turnout)))}%")


def _asked(facts: Facts) -> Claim | None:
    ask = facts.ask
    if not isinstance(ask, Listing) or not isinstance(ask.of, Select) or len(ask.of.where) != 1 or ask.columns:
        return None
    claim = ask.of.where[0]
    if not isinstance(claim, Claim) or It(ask.of.kind) not in (claim.party, claim.person) or claim.rival is not None:
        return None
    return claim


def _with(said: Told, columns: tuple[Column, ...], rows: tuple[Line, ...], facts: Facts, words: Words) -> Told:
    notes = (*said.notes, *contest_notes(facts, words))
    return Told(said.sentence, said.value, said.unit, columns, rows, notes, said.outcome)


# --- Wards and offices ------------------------------------------------------------------------------------------------


def _ward(contest: Contest, facts: Facts, words: Words) -> Told:
    elected = [line for line in contest.lines if line["elected"]]
    asked = facts.ask.of.kind if isinstance(facts.ask, Listing) else "person"
    if not elected:
        return not_held(sentence(f"who won {_place(contest)} in {contest.year} is not held"))
    text = sentence(_won(contest, elected))
    return Told(text, _value(elected, "party" if asked == "party" else "person"), Unit.TEXT)


def _value(lines: Sequence[Line], key: str) -> Cell:
    names = list(dict.fromkeys(str(line[key] or line["party"]) for line in lines))
    return names[0] if len(names) == 1 else None


def _won(contest: Contest, elected: Sequence[Line]) -> str:
    """ "David Stanley (Conservative) won Gornal in Dudley in 2016 with 1,283 votes, 27 ahead of Dave Branwood (Labour)"."""
    who = together([Noun(candidate(line)) for line in elected])
    where = join(_place(contest), _when(contest))
    if contest.head.get("uncontested"):
        return clause(who, BE, "elected unopposed in", where)
    if len(elected) > 1:
        return clause(who, WIN, "the", str(len(elected)), "seats of", where)
    if contest.place.id.startswith(_HELD):
        return clause(who, BE, "elected", where) + _by(contest, elected[0])
    return clause(who, WIN, where) + _by(contest, elected[0])


_HELD = ("mayor:", "pcc:")  # offices that a person is elected to, not places that a person wins


def _when(contest: Contest) -> str:
    kind = "at the by-election" if contest.head.get("poll") == "by-election" else ""
    return join(kind, "in", str(contest.year))


def _by(contest: Contest, winner: Line) -> str:
    votes = winner["votes"]
    second = next((line for line in contest.lines if not line["elected"]), None)
    if not isinstance(votes, int) or second is None or not isinstance(second["votes"], int):
        return ""
    if contest.head.get("tied"):
        return f" by lot, level with {candidate(second)} on {counted(votes, 'vote').text}"
    share = winner["share"]
    votes_told = aside(counted(votes, "vote").text, f"{decimal(float(str(share)))}%" if share is not None else "")
    if contest.head.get("voting_system") == "single transferable vote":
        return f" with {counted(votes, 'first preference').text}"
    return f" with {votes_told}, {whole(votes - second['votes'])} ahead of {candidate(second)}"


def candidate(line: Line) -> str:
    """ "Dave Branwood (Labour)"; with no name held, the party."""
    label = line.get("label") or line["party"]
    return aside(str(line["person"]), str(label)) if line["person"] else str(line["party"])


def _place(contest: Contest) -> str:
    inside = contest.place.inside
    return f"{contest.place.name} in {inside}" if inside else contest.place.name


# --- Councils' polls --------------------------------------------------------------------------------------------------


def _council(contest: Contest, facts: Facts, words: Words) -> Told:
    ranked = [line for line in contest.lines if line["rank"] is not None and line["seats"] is not None]
    first = [line for line in ranked if line["rank"] == 1]
    if not first or not contest.head["results"]:
        return not_held(sentence(f"the seats won in {contest.place.name} in {contest.year} are not held"))
    seats = int(str(first[0]["seats"]))
    up = f" of the {whole(int(str(contest.head['seats_up'])))} seats up" if contest.head["seats_up"] else " seats"
    where = f"in {contest.place.name} in {contest.year}"
    if len(first) > 1:
        who = together([words.party(str(line["party_id"])) for line in first])
        return Told(sentence(clause(who, Verb("tied", "tie", "tie"), "for the most seats", where, f"with {seats} each{up}")), None)
    name = str(first[0]["party"])
    behind = ranked[1] if len(ranked) > 1 else None
    more = f", ahead of {words.party(str(behind['party_id'])).text} on {behind['seats']}" if behind else ""
    text = clause(words.party(str(first[0]["party_id"])), WIN, "the most seats", where, f"with {whole(seats)}{up}") + more
    return Told(sentence(text), name, Unit.TEXT, notes=_most_votes(contest, name, words))


def _most_votes(contest: Contest, winner: str, words: Words) -> tuple[str, ...]:
    """That another party had more votes, where it is so."""
    held = [line for line in contest.lines if isinstance(line["votes"], int | float) and line["party"] != "Other"]
    best = max(held, key=lambda line: float(str(line["votes"])), default=None)
    if best is None or best["party"] == winner or not contest.head["counted"]:
        return ()
    votes = counted(float(str(best["votes"])), "vote").text
    return (sentence(clause(words.party(str(best["party_id"])), Verb("had", "has", "have"), "the most votes there:", votes)),)


# --- Chambers ---------------------------------------------------------------------------------------------------------


def _chamber(contest: Contest, facts: Facts, words: Words) -> Told:
    head, lines = contest.head, [line for line in contest.lines if line["party_id"] != "other"]
    now = isinstance(facts.used[0].cell.time, Newest) if facts.used else False
    when, place = f"in {contest.year}", f"{contest.place.name} council"
    size = int(str(head["size"]))
    holder = next((line for line in contest.lines if line["party_id"] == head["control"]), None)
    runs = run_by(head["administration"])
    tense = "present" if now else "past"
    if head["control"] != "none":
        name = _full(head["control"], contest) or words.party(str(head["control"])).text
        seats = f"with {whole(int(str(holder['seats'])))} of the {whole(size)} seats" if holder else ""
        return Told(sentence(clause(words.party(str(head["control"])), CONTROL, place, when, seats, tense=tense)), name, Unit.TEXT, notes=runs)  # type: ignore[arg-type]
    noc = clause(Noun(place), BE, "under no overall control", when, tense=tense)  # type: ignore[arg-type]
    return Told(sentence(noc + _largest(lines, size, int(str(head["needed"])), tense, words)), "No overall control", Unit.TEXT, notes=(*_runner_up(lines), *runs))


def _full(party: Cell, contest: Contest) -> str | None:
    return next((str(line["party"]) for line in contest.lines if line["party_id"] == party), None)


def _runner_up(lines: Sequence[Line]) -> tuple[str, ...]:
    held = [f"{line['party']} {line['seats']}" for line in lines]
    return (sentence(f"seats: {', '.join(held)}"),) if held else ()


def _largest(lines: Sequence[Line], size: int, needed: int, tense: str, words: Words) -> str:
    """ ": the Conservatives hold 27 of the 72 seats, 10 short of a majority"."""
    if not lines:
        return ""
    top = int(str(lines[0]["seats"]))
    first = [line for line in lines if line["seats"] == top]
    who = together([words.party(str(line["party_id"])) for line in first])
    each = " each" if len(first) > 1 else ""
    seats = f"{whole(top)} of the {whole(size)} seats{each}, {whole(needed - top)} short of a majority"
    return f": {clause(who, HOLD, seats, tense=tense)}"  # type: ignore[arg-type]


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
}


def contest_table(contest: Contest) -> tuple[tuple[Column, ...], tuple[Line, ...]]:
    """Who stood, or who sits, with their figures; a column of which nothing is held is left out."""
    kept = [c for c in _COLUMNS[contest.kind] if any(line[c.key] is not None for line in contest.lines)]
    return tuple(kept), tuple({c.key: _rounded(line[c.key]) for c in kept} for line in contest.lines)


def _rounded(value: Cell) -> Cell:
    return round(value, 4) if isinstance(value, float) else value


def contest_notes(facts: Facts, words: Words) -> tuple[str, ...]:
    """What must be known of a contest beside its figures."""
    return tuple(dict.fromkeys(note for contest in facts.contests for note in _notes(contest)))


_FIRST = "votes are first preferences, and there is no majority"


def _unnamed(head: Line) -> str:
    return clause(counted(int(str(head.get("unnamed") or 0)), "seat"), BE, tense="present")


def _notes(contest: Contest) -> list[str]:
    head, where = contest.head, f"{contest.place.name} in {contest.year}"
    told = [
        (head.get("uncontested"), f"{where}: no contest, as nobody else stood: elected unopposed"),
        (head.get("tied"), f"{where}: the last seat was tied and settled by lot"),
        (head.get("voting_system") == "single transferable vote", f"{where}: single transferable vote; {_FIRST}"),
        (head.get("unnamed"), f"{where}: {_unnamed(head)} under other parties and independents, not counted apart"),
    ]
    return [sentence(text) for holds, text in told if holds]


_TELLERS: dict[tuple[str, str], Callable[[Contest, Facts, Words], Told]] = {
    ("win", "ward poll"): _ward,
    ("win", "office poll"): _ward,
    ("win", "council poll"): _council,
    ("control", "chamber"): _chamber,
}

_TOLD: dict[str, Callable[[Contest, Facts, Words], Told]] = {
    "ward poll": _ward,
    "office poll": _ward,
    "council poll": _council,
    "chamber": _chamber,
}
