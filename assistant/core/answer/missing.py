"""What is not held, denied exactly; and what is none."""

from __future__ import annotations

from assistant.column import Unit
from assistant.core.answer.number import years
from assistant.core.answer.phrase import join, sentence
from assistant.core.answer.resolved import resolved
from assistant.core.answer.told import Told, not_held
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import Compare, Count, Listing, Measure, Named, Node, Not, Or, Set, Value
from assistant.core.meaning.walk import walk
from assistant.core.query.facts import Contest, Facts


def figure_missing(facts: Facts, words: Words) -> Told:
    """A figure that is not held: why, and what is held instead."""
    assert isinstance(facts.ask, Value)
    of = resolved(facts.ask.of, facts)
    for contest in facts.contests:
        told = _unopposed(contest) or _under_other(contest, of, words)
        if told:
            return not_held(sentence(told))
    what = words.figure(of)
    text = _not_judged(of, words) if isinstance(of, Count) else join(what, words.date, "is not held")
    return not_held(sentence(text), instead(facts, words))


def _not_judged(of: Count, words: Words) -> str:
    return join("it cannot be told of any of the", words.described(of.of))


def _unopposed(contest: Contest) -> str:
    if not contest.head.get("uncontested"):
        return ""
    who = ", ".join(str(line["person"]) for line in contest.lines if line.get("elected"))
    inside = f" in {contest.place.inside}" if contest.place.inside else ""
    return f"no poll was held in {contest.place.name}{inside} in {contest.year}: {who or 'the candidates'} stood unopposed, so there are no votes"


def _under_other(contest: Contest, of: Node, words: Words) -> str:
    party = of.party if isinstance(of, Measure) else None
    other = next((line["seats"] for line in contest.lines if line.get("party") == "Other" and line.get("seats")), None)
    if contest.kind != "chamber" or not isinstance(party, Named) or other is None:
        return ""
    who = words.noun(party).text
    return f"this source does not count {who} apart on {contest.place.name} council in {contest.year}: {other} seats are under other parties and independents"


def instead(facts: Facts, words: Words) -> tuple[str, ...]:
    """The years in which it is held."""
    if not facts.years:
        return ()
    return (sentence("held instead:", years(facts.years)),)


def list_missing(facts: Facts, words: Words) -> Told:
    """An empty list: none, where the ask leaves that open and all could be judged; else not held, or not so."""
    assert isinstance(facts.ask, Listing) and facts.table is not None
    table = facts.table
    what = words.described(resolved(table.of, facts))
    if not table.all or not table.known:
        return not_held(sentence(_nothing(table.of, facts, words)), instead(facts, words))
    unknown = table.all - table.known
    partly = f", of the {table.known:,} of {table.all:,} that could be judged" if unknown else ""
    if facts.ask.may_be_empty or _bounded(table.of):
        return Told(sentence(words.dated(f"there were no {what}{partly}")), 0, Unit.COUNT)
    return not_held(sentence(f"no {what} are held {words.date}{partly}"), instead(facts, words))


def _nothing(of: Set, facts: Facts, words: Words) -> str:
    """What is missing where nothing could be judged."""
    return f"what is needed to tell the {words.described(resolved(of, facts))} {words.date} is not held"


def _bounded(of: Set) -> bool:
    """Whether a set is one that may well be empty: it denies something, or holds a figure against another."""
    return any(isinstance(n, Not | Compare | Or) for n in walk(of))


