"""Who holds an office, or held it in a year: since when, and at which elections."""

from __future__ import annotations

from assistant.column import Unit
from assistant.core.answer.number import series
from assistant.core.answer.phrase import aside, join, sentence
from assistant.core.answer.told import Told
from assistant.core.answer.words import Words
from assistant.core.meaning.nodes import Listing
from assistant.core.query.facts import Contest, Facts


def told(contest: Contest, facts: Facts, words: Words) -> Told:
    """ "Sadiq Khan (Labour) has been the Mayor of London since 2016, elected in 2016, 2021 and 2024"."""
    line = contest.lines[-1]
    by_party = isinstance(facts.ask, Listing) and facts.ask.of.kind == "party"
    office = words.names.name("office", contest.place.id)
    who = aside(str(line["person"]), str(line["party"])) if line["person"] else str(line["party"])
    elected = series([str(each["year"]) for each in contest.lines])
    if contest.head["latest"]:
        since = f"since {line['since']}" if line["begun"] else ""
        text = join(
            who,
            "has been" if since else "is",
            office,
            f"{since}, elected in {elected}" if since else f"(elected in {elected})",
        )
    else:
        text = f"{who} was {office} in {contest.year}, elected in {elected}"
    return Told(sentence(text), str(line["party"] if by_party else line["person"] or line["party"]), Unit.TEXT)
