"""What is not held, denied exactly; and what is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.column import Unit
from assistant.core.answer.number import series, years
from assistant.core.answer.phrase import counted, join, sentence
from assistant.core.answer.resolved import resolved
from assistant.core.answer.told import Told, not_held
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import (
    PLACES,
    Compare,
    Every,
    Listing,
    Measure,
    Named,
    Node,
    Not,
    Or,
    Ranked,
    Set,
    Value,
)
from assistant.core.meaning.walk import walk
from assistant.core.query.facts import Contest, Facts, Used
from assistant.core.query.measured import cube_of


def figure_missing(facts: Facts, words: Words) -> Told:
    """A figure that is not held: why, and what is held instead."""
    assert isinstance(facts.ask, Value)
    of = resolved(facts.ask.of, facts)
    for contest in (c for c in facts.contests if c.kind != "reported"):
        told = _unopposed(contest) or _no_majority(contest, of) or _under_other(contest, of, words)
        if told:
            return not_held(sentence(told), instead(facts))
    return not_held(sentence(denial(facts, words)), (*_wards_unopposed(facts), *instead(facts)))


def _unopposed(contest: Contest) -> str:
    if not contest.head.get("uncontested"):
        return ""
    who = series([str(line["person"]) for line in contest.lines if line.get("elected")]) or "the candidates"
    inside = f" in {contest.place.inside}" if contest.place.inside else ""
    where = f"{contest.place.name}{inside} in {contest.year}"
    return f"no poll was held in {where}: {who} stood unopposed, so there are no votes"


def _no_majority(contest: Contest, of: Node) -> str:
    """That preferences have no majority."""
    if contest.head.get("voting_system") != "single transferable vote" or not isinstance(of, Measure):
        return ""
    if not of.name.startswith("majority"):
        return ""
    return f"there is no majority in {contest.place.name} in {contest.year}: it voted by the single transferable vote"


def _wards_unopposed(facts: Facts) -> tuple[str, ...]:
    """That in some wards nobody voted, which a council's votes do not show."""
    wards = [(c, int(str(c.head.get("unopposed") or 0))) for c in facts.contests if c.head.get("unopposed")]
    return tuple(
        sentence(f"{counted(n, 'ward').text} of {c.place.name} had no poll in {c.year}: the candidates were unopposed")
        for c, n in wards
    )


def _under_other(contest: Contest, of: Node, words: Words) -> str:
    """That a party may be among the seats that a source does not tell apart."""
    party = of.party if isinstance(of, Measure) else None
    unnamed = contest.head.get("unnamed")
    if contest.kind != "chamber" or not isinstance(party, Named) or not unnamed:
        return ""
    who, where = words.noun(party).text, f"{contest.place.name} council in {contest.year}"
    seats = counted(int(str(unnamed)), "seat").text
    return (
        f"this source does not count {who} apart on {where}: {seats} of other parties and independents are one figure"
    )


# --- What exactly is not held -----------------------------------------------------------------------------------------


def denial(facts: Facts, words: Words) -> str:
    """What was looked for and is not held: no contest at all, or one whose figures are not known."""
    used = _missing(facts)
    if used is None:
        return "that is not held"
    cube, where = cube_of(used.cell), _where(facts, words)
    if not used.rows:
        return join("no", _CONTESTS[cube.name], where, words.date, "is on record")
    figures = _FIGURES.get(used.cell.name) or _RESULTS[cube.name]
    return join("the", figures, where, words.date, "are not held")


def _missing(facts: Facts) -> Used | None:
    """What an ask read least of: that which has no rows, else the first."""
    return next((u for u in facts.used if not u.rows), facts.used[0] if facts.used else None)


_CONTESTS = {
    "ward poll": "contest",
    "council poll": "scheduled election",
    "chamber": "council",
    "office poll": "election",
    "roster": "list of councillors",
    "tenure": "holder",
}
_RESULTS = {
    "ward poll": "results of wards",
    "council poll": "council's results by party",
    "chamber": "seats by party",
    "office poll": "results",
    "roster": "councillors' names",
    "tenure": "holders",
}
_FIGURES = {
    "turnout": "turnout figures",
    "electorate": "numbers of electors",
    "ballot papers": "numbers of ballot papers",
    "rejected papers": "numbers of rejected papers",
    "majority": "majorities",
    "majority in per cent": "majorities",
    "votes": "votes by party",
    "share of the vote": "votes by party",
    "candidates": "candidates",
    "net change": "figures of both sides of that change",
    "change hands": "changes of hands at a poll",
    "gain control": "changes of control at a poll",
    "lose control": "changes of control at a poll",
    "keep control": "changes of control at a poll",
}


def _where(facts: Facts, words: Words) -> str:
    """The place that an ask is about."""
    places = [n for n in walk(facts.ask) if isinstance(n, Named) and n.kind in PLACES]
    return words.at(places[0]) if places else ""


def instead(facts: Facts) -> tuple[str, ...]:
    """Why it is not held, the years in which it is, and what else is of the place and year."""
    told = [*_put_off(facts.contests), *(_seats(c) for c in facts.instead)]
    if facts.years:
        told.append(sentence(f"held instead: {years(facts.years)}"))
    return tuple(told)


def _put_off(contests: Iterable[Contest]) -> Iterator[str]:
    """That no poll was held of a ward whose poll was countermanded."""
    for contest in contests:
        if contest.head.get("countermanded"):
            yield sentence(f"{contest.place.name} in {contest.year}: {contest.head['note']}")


def _seats(chamber: Contest) -> str:
    """A council's seats by party."""
    seats = ", ".join(f"{line['party']} {line['seats']}" for line in chamber.lines)
    return sentence(f"the council's seats in {chamber.year} are held: {seats}")


# --- An empty list ----------------------------------------------------------------------------------------------------


def list_missing(facts: Facts, words: Words) -> Told:
    """An empty list: none, where the ask leaves that open and some could be judged; else not held, or not so."""
    assert isinstance(facts.ask, Listing) and facts.table is not None
    table = facts.table
    if not table.known:
        return not_held(sentence(denial(facts, words)), instead(facts))
    text = _none(resolved(table.of, facts), words)
    partly = f", of the {table.known:,} of {table.all:,} that could be judged" if table.all > table.known else ""
    if facts.ask.may_be_empty or _bounded(table.of):
        return Told(sentence(words.dated(text + partly)), 0, Unit.COUNT)
    return not_held(sentence(words.dated(text + partly)), instead(facts))


def _none(of: Set, words: Words) -> str:
    """That there is none: of a ranking, that there is none to rank."""
    return words.there(of.of if isinstance(of, Ranked) else of, 0)


def _bounded(of: Set) -> bool:
    """Whether a set is one that may well be empty: it denies something, or holds a figure against another."""
    return any(isinstance(n, Not | Compare | Or | Every) for n in walk(of))
