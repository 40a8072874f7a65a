"""Questions about what was reported while counting went on: "with 80 of 124 declared", "early results"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.names.lexicon import Lexicon
from assistant.parsing.parser import Phrase
from assistant.question.clues import Clues
from assistant.question.model import Ask, Declared, Measure, Place, Question, Rows, Time, Trend
from assistant.question.places import PlaceReader
from assistant.question.refusal import NotUnderstood
from assistant.question.subjects import read_who

_KNOWN = (
    "WHO WHICH HOW_MANY HOW LIST ABOUT WHETHER ELECTIONS PARTY_NOUN SEATS COUNCILLORS COUNCILS COUNCIL_WORD"
    " NET WIN LOSE GAIN LOSS INCREASE FELL HOLD HAVE GET CONTROL NOC RESULT COMPOSITION EACH CHANGE_HANDS PERFORM"
    " RAN VOTED MAJORITY_CONTROL THERE AND BY KIND WINNER"
).split()


def read_reported(clues: Clues, time: Time, lexicon: Lexicon, previous: Sequence[Question]) -> Question | None:
    """The Question about figures as reported at some point of the count; None when it names no such point."""
    phrases = clues.of("declared")
    if not phrases:
        return _carried(clues, previous)
    clues.use(*phrases)
    where = PlaceReader(lexicon, time, True).read(clues)
    who = read_who(clues)
    question = Question(
        ask=Ask.FIGURE,
        measure=_measure(clues),
        rows=None if who.parties else Rows.PARTY,
        places=where.places or _england(lexicon),
        wards=where.wards,
        parties=who.parties,
        time=time,
        trend=Trend.UP if clues.has("GAIN", "INCREASE") else Trend.DOWN if clues.has("LOSE", "LOSS", "FELL") else None,
        declared=_declared(phrases[0]),
        remarks=where.remarks if where.places else (*where.remarks, "no place named: read as England"),
    )
    _all_used(clues)
    return question


def _carried(clues: Clues, previous: Sequence[Question]) -> Question | None:
    """ "And the Conservatives?" after such a question: the same point of the count."""
    last = previous[-1] if previous else None
    if (
        last is None
        or last.declared is None
        or any(p.rule not in ("party", "link", "asking") for p in clues)
        or not clues.of("party")
    ):
        return None
    who = read_who(clues)
    kept = ", ".join([*(p.name for p in last.places), "the same point of the count"])
    return Question(
        ask=last.ask, measure=last.measure, places=last.places, parties=who.parties, time=last.time, trend=last.trend,
        declared=last.declared, remarks=(f"carried over from the question before: {kept}",),
    )  # fmt: skip


def _declared(phrase: Phrase) -> Declared:
    value = str(phrase.head.value)
    span = (phrase.start, phrase.end)
    if "/" not in value:
        return Declared(early=value == "early", span=span)
    councils, _, total = value.partition("/")
    return Declared(int(councils), int(total) if total else None, span=span)


def _measure(clues: Clues) -> Measure:
    """Seats unless councils are named; changes unless a state is."""
    moved = clues.has("NET", "LOSE", "GAIN", "LOSS", "INCREASE", "FELL", "CHANGE_HANDS")
    if clues.has("NOC"):
        return Measure.CONTROL
    if clues.has("COUNCILS", "CONTROL", "KIND") and not clues.has("SEATS", "COUNCILLORS"):
        return Measure.COUNCILS_CHANGE if moved else Measure.COUNCILS_WON
    return (
        Measure.NET_CHANGE
        if moved or not clues.has("WIN", "GET", "HOLD", "HAVE", "SEATS", "COUNCILLORS", "WINNER")
        else Measure.SEATS_WON
    )


def _england(lexicon: Lexicon) -> tuple[Place, ...]:
    """The articles and totals are of England unless they say otherwise."""
    sense = lexicon.areas["nation:england"]
    return (Place(sense.id, sense.name, sense.detail),)


def _all_used(clues: Clues) -> None:
    clues.take(*_KNOWN)
    left = clues.unused()
    if left:
        raise NotUnderstood(left[0], f"“{left[0].text}” does not fit with the rest of the question")
