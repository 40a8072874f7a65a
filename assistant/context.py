"""What a conversation is about, in the few words a toolbar has room for."""

from __future__ import annotations

from assistant.question.model import Question


def in_words(question: Question | None) -> tuple[str, ...]:
    """The offices or places of `question`, then its years: ("Dudley", "2016"); nothing for no question."""
    if question is None:
        return ()
    wards = [f"{ward.name}, {ward.council}" for ward in question.wards]
    offices = [office.name for office in question.offices]
    places = offices or wards or [place.name for place in question.places]
    years = [] if question.time.assumed else [str(year) for year in question.time.years]
    return (*places, *years)
