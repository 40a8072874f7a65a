"""Which parts of a question each kind of answer heeds; a part that would go unheeded stops it.

A condition, a ranking or a comparison that an answer leaves out makes another question of it,
and so a wrong answer: better none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assistant.question.model import Measure, Party, Question, Rows
from assistant.question.refusal import NotUnderstood

# Measures that a second mention really asks for; the rest are verbs and nouns of the first.
_ASKED = frozenset(
    {
        Measure.TURNOUT,
        Measure.ELECTORATE,
        Measure.BALLOTS,
        Measure.VOTES,
        Measure.VOTE_SHARE,
        Measure.SEAT_SHARE,
        Measure.SEATS_WON_SHARE,
        Measure.MAJORITY,
        Measure.SWING,
        Measure.SEATS_UP,
        Measure.SEATS_SHORT,
    }
)

_BOUNDS = ("OVER", "UNDER", "AT_LEAST", "AT_MOST", "EXACTLY", "ABOUT_NUMBER", "NUMBER", "FRACTION", "HALF")
_PARTS: Mapping[str, tuple[str, Callable[[Question], bool], tuple[str, ...]]] = {
    "filters": ("the condition", lambda q: bool(q.filters), _BOUNDS),
    "ranking": (
        "“most” or “least”",
        lambda q: q.ranking is not None,
        ("MOST", "LEAST", "CLOSEST", "SAFEST", "SORT", "NEXT", "ORDINAL", "LAST"),
    ),
    "versus": (
        "the comparison",
        lambda q: q.versus is not None,
        ("MORE", "FEWER", "THAN", "OVER", "UNDER", "SAME", "BEAT"),
    ),
    "without": ("what is left out", lambda q: bool(q.without), ("EXCEPT", "NOT", "OPPOSE")),
    "combine": (
        "the sum, average or difference",
        lambda q: q.combine is not None,
        ("DIFFERENCE", "BY_HOW_MUCH", "AVERAGE", "TOGETHER"),
    ),
    "trend": (
        "the rise or fall",
        lambda q: q.trend is not None,
        ("FELL", "LOSS", "LOSE", "INCREASE", "GAIN", "CHANGE_HANDS", "NET"),
    ),
    "pick": ("“first” or “last”", lambda q: q.pick is not None, ("FIRST", "LAST")),
}


def heed(q: Question, *parts: str) -> None:
    """Raise NotUnderstood when the question has a part that is not among `parts`."""
    for part, (words, there, terminals) in _PARTS.items():
        if part not in parts and there(q):
            raise NotUnderstood(None, f"{words} does not fit with {q.measure.value}", terminals)
    if "also" not in parts:
        extra = next((m for m in q.also if m in _ASKED), None)
        if extra is not None:
            raise NotUnderstood(
                None, f"{extra.value} and {q.measure.value} are two questions: ask them with “and what …”"
            )


_BETWEEN_PARTIES = frozenset({Measure.SWING, Measure.GAINS, Measure.CONTROL_CHANGE})


def heed_sides(q: Question) -> None:
    """Raise NotUnderstood when a figure is asked "from" or "to" a party and is not held between parties."""
    if q.measure not in _BETWEEN_PARTIES and (q.from_party or q.to_party):
        side = "from" if q.from_party else "to"
        raise NotUnderstood(None, f"“{side}” a party does not fit with {q.measure.value}", ("FROM", "TO"))


def heed_without(q: Question) -> None:
    """Raise NotUnderstood when a party is left out of a figure that is not told by party."""
    if q.measure in _NOT_BY_PARTY and any(isinstance(w, Party) for w in q.without):
        raise NotUnderstood(None, f"leaving out a party does not fit with {q.measure.value}")


def heed_wards(q: Question) -> None:
    """Raise NotUnderstood when what only whole councils have is asked ward by ward."""
    if q.breakdown is Rows.WARD and q.measure in (Measure.CONTROL, Measure.COUNCIL_MAJORITY, Measure.SEATS_SHORT):
        raise NotUnderstood(None, f"{q.measure.value} is a council’s, not a ward’s")


_NOT_BY_PARTY = frozenset({Measure.SIZE, Measure.TURNOUT, Measure.ELECTORATE, Measure.BALLOTS, Measure.SEATS_UP})
