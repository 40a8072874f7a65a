"""The contest of a ward or an office in a sentence: who won it, by how much, or how else it was settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.column import Cell, Unit
from assistant.core.answer.number import decimal, whole
from assistant.core.answer.phrase import BE, WIN, Noun, aside, clause, counted, join, sentence, together
from assistant.core.answer.told import Told, not_held
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import Listing
from assistant.core.query.facts import Contest, Facts

Line = Mapping[str, Cell]

_HELD = ("mayor:", "pcc:")  # offices that a person is elected to, not places that a person wins


def told(contest: Contest, facts: Facts, words: Words) -> Told:
    """Who won; the value is the party or the person that was asked for, None where they are several."""
    elected = [line for line in contest.lines if line["elected"]]
    if not elected:
        return not_held(sentence(f"who won {_place(contest)} in {contest.year} is not held"))
    by_party = isinstance(facts.ask, Listing) and facts.ask.of.kind == "party"
    names = {str(line["party"] if by_party else line["person"] or line["party"]) for line in elected}
    return Told(sentence(_won(contest, elected, words)), names.pop() if len(names) == 1 else None, Unit.TEXT)


def _won(contest: Contest, elected: Sequence[Line], words: Words) -> str:
    """ "David Stanley (Conservative) won Gornal in Dudley in 2016 with 1,283 votes, 27 ahead of …"."""
    who = together([_subject(line, words) for line in elected])
    where = join(_place(contest), _when(contest))
    if contest.head.get("uncontested"):
        return clause(who, BE, "elected unopposed in", where)
    if len(elected) > 1:
        seats = f"the {len(elected)} seats of" if elected[0]["person"] else "seats in"
        return clause(who, WIN, seats, where)
    if contest.place.id.startswith(_HELD):
        return clause(who, BE, "elected", where) + _by(contest, elected[0])
    return clause(who, WIN, where) + _by(contest, elected[0])


def _subject(line: Line, words: Words) -> Noun:
    return Noun(candidate(line)) if line["person"] else words.party(str(line["party_id"]))


def _place(contest: Contest) -> str:
    inside = contest.place.inside
    return f"{contest.place.name} in {inside}" if inside else contest.place.name


def _when(contest: Contest) -> str:
    kind = "at the by-election" if contest.head.get("poll") == "by-election" else ""
    return join(kind, "in", str(contest.year))


def _by(contest: Contest, winner: Line) -> str:
    """By how much: with votes and the lead, by lot, or by first preferences."""
    votes = winner["votes"]
    second = next((line for line in contest.lines if not line["elected"]), None)
    if not isinstance(votes, int) or second is None or not isinstance(second["votes"], int):
        return ""
    if contest.head.get("tied"):
        return f" by lot, level with {candidate(second)} on {counted(votes, 'vote').text}"
    if contest.head.get("voting_system") == "single transferable vote":
        return f" with {counted(votes, 'first preference').text}"
    share = winner["share"]
    percent = "" if share is None else f"{decimal(float(str(share)))}%"
    told_votes = f" with {aside(counted(votes, 'vote').text, percent)}"
    if _is_added_up(winner) or _is_added_up(second):
        return f"{told_votes}; by how much is not known, for the votes of all independents are one figure"
    return f"{told_votes}, {whole(votes - second['votes'])} ahead of {candidate(second)}"


def _is_added_up(line: Line) -> bool:
    """Whether a line is of all independents together: where no names are held, their votes are one figure."""
    return not line["person"] and line["party_id"] == "independent"


def lead(contest: Contest) -> str:
    """By how much the one winner of a contest was ahead; nothing where there were several or that is not held."""
    elected = [line for line in contest.lines if line["elected"]]
    ahead = len(elected) == 1 and not contest.head.get("uncontested")
    return _by(contest, elected[0]) if ahead else ""


def candidate(line: Line) -> str:
    """ "Dave Branwood (Labour)"; with no name held, the party."""
    label = line.get("label") or line["party"]
    return aside(str(line["person"]), str(label)) if line["person"] else str(line["party"])
