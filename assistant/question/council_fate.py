"""Councils that came and went: what replaced one, which were abolished in a year, which merged into one."""

from __future__ import annotations

from assistant.names.lexicon import Lexicon
from assistant.question.clues import Clues
from assistant.question.model import Ask, Measure, Question, Rows, Time, When
from assistant.question.places import PlaceReader

_OTHER_MATTERS = (
    "SEATS COUNCILLORS VOTES SHARE TURNOUT CONTROL RAN NOC MAJORITY MAJORITY_CONTROL WIN WINNER LOSE GAIN SWING NET"
    " CANDIDATES COMPOSITION LARGEST_PARTY RESULT STAND"
).split()
_WORDS = "WHICH WHO WHEN WHETHER LIST HOW_MANY ABOUT COUNCILS COUNCIL_WORD KIND TO FROM BY".split()


def read_fate(clues: Clues, time: Time, lexicon: Lexicon) -> Question | None:
    """The question about a council's end or beginning, if it is one."""
    after = clues.has("SUCCEED") and not clues.of("party", "than_party", "from_party", "to_party", "person", "ward")
    if not (clues.has("ABOLISHED") or (after and clues.of("place") and clues.has("WHICH"))):
        return None
    if clues.has(*_OTHER_MATTERS) or clues.of("party", "ward"):
        return None
    where = PlaceReader(lexicon, time, not _one_council(clues)).read(clues)
    clues.take("ABOLISHED", "SUCCEED", *_WORDS)
    kind = Ask.COUNT if clues.has("HOW_MANY") else Ask.WHETHER if clues.phrases[0].has("WHETHER") else Ask.ROWS
    dated = Rows.YEAR if clues.has("WHEN") else None
    return Question(kind, Measure.FATE, dated, where.places, time=_time(time), remarks=where.remarks)


def _one_council(clues: Clues) -> bool:
    """ "what replaced Harrogate": a council is meant where a name could be an area's too."""
    return not clues.has("COUNCILS", "KIND") or any(
        word in ("merged to form", "merge to form", "formed from", "made from") for word in clues.words("ABOLISHED")
    )


def _time(time: Time) -> Time:
    return time if not time.assumed else Time(When.ALL, assumed=True)
