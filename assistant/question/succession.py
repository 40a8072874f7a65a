"""Who had a council before or after: "who ran it before Labour", "who took over from Labour", "and before that?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.parsing.parser import Phrase
from assistant.question.anchoring import years_of
from assistant.question.clues import Clues
from assistant.question.model import Measure, Party, Question, Side, Time, When
from assistant.question.subjects import party_of
from assistant.records import dataclass

_OTHER_MATTERS = (
    "VOTES",
    "SEATS",
    "COUNCILLORS",
    "SHARE",
    "TURNOUT",
    "CANDIDATES",
    "RUNNER_UP",
    "WARDS",
    "SWING",
    "NET",
)
_RULING = ("CONTROL", "RAN", "MAJORITY_CONTROL", "TAKE_OVER", "HOLD")
_ARRIVAL = ("TAKE_OVER", "WIN", "GAIN", "CONTROL")  # "before Labour took over"
_CONTROLLED = frozenset({Measure.CONTROL, Measure.CONTROL_CHANGE})


@dataclass(frozen=True, slots=True)
class Succession:
    """The side asked for, of the party named; `time` says of which administration where none is."""

    side: Side
    party: Party | None
    time: Time


def read_succession(clues: Clues, time: Time, previous: Sequence[Question]) -> Succession | None:
    """The succession that a question asks for, if it asks for one."""
    if clues.of("ward") or clues.has(*_OTHER_MATTERS, "HOW_LONG", "WHETHER", "SINCE_WHEN"):
        return None
    if clues.has("WHEN") and not clues.has("WHO"):
        return None  # the year is asked; "when Labour lost it, who took over" asks for a name
    return _of_party(clues, time) or _of_last(clues, previous)


def _of_party(clues: Clues, time: Time) -> Succession | None:
    """ "before Labour", "succeeded Labour", "took over from Labour"."""
    for phrase in clues:
        side, party = _sided(clues, phrase)
        if side is None or party is None:
            continue
        clues.use(phrase)
        if not clues.has("PRECEDE", "SUCCEED"):
            arrival = clues.after(party)
            if arrival is not None and arrival.has(*_ARRIVAL):
                clues.use(arrival)
        clues.take("TAKE_OVER", "CONTROL", "RAN", "MAJORITY_CONTROL", "WIN", "HOLD", "GAIN", "LOSE", "THERE")
        return Succession(side, party_of(party), time)
    return None


def _sided(clues: Clues, phrase: Phrase) -> tuple[Side | None, Phrase | None]:
    after = clues.after(phrase)
    party = after if after is not None and after.rule == "party" else None
    if phrase.has("PRECEDE"):
        return Side.BEFORE, party
    if phrase.has("SUCCEED"):
        return Side.AFTER, party
    if phrase.rule == "link" and phrase.has("BEFORE", "AFTER") and clues.has(*_RULING):
        return (Side.BEFORE if phrase.has("BEFORE") else Side.AFTER), party
    if phrase.rule == "from_party" and clues.has("TAKE_OVER"):
        return Side.AFTER, phrase
    if phrase.rule == "party" and clues.has("TAKE_OVER") and after is not None and after.has("LOSE"):
        return Side.AFTER, phrase  # "when Labour lost Lincoln, who took over"
    return None, None


def _of_last(clues: Clues, previous: Sequence[Question]) -> Succession | None:
    """ "and before that?", "who took over?": of the administration just spoken of; "who ran it previously"."""
    side, word = _side_alone(clues)
    last = previous[-1] if previous else None
    placed = bool(clues.of("place"))
    if side is None or clues.of("party") or (clues.of("year") and placed):
        return None
    if placed:
        if not clues.has("CONTROL", "RAN") or clues.has("TAKE_OVER"):
            return None
        clues.use(*word)
        clues.take("CONTROL", "RAN")
        return Succession(side, None, Time(When.LATEST, assumed=True))
    if last is None or last.measure not in _CONTROLLED or len(last.places) != 1:
        return None
    clues.use(*word)
    clues.take("TAKE_OVER", "CONTROL", "RAN", "THERE", "WIN")
    party = next(iter(last.parties), None) if last.side is None else None
    spoken = years_of(last)
    if last.measure is Measure.CONTROL_CHANGE:
        return Succession(side, party or next(iter(last.told.parties), None), last.time)
    if party is not None:
        return Succession(side, party, Time(When.ALL, assumed=True))
    when = Time(When.IN, spoken[:1] if side is Side.BEFORE else spoken[-1:]) if spoken else last.time
    return Succession(side, None, when)


def _side_alone(clues: Clues) -> tuple[Side | None, list[Phrase]]:
    """A side with nothing named, and the phrase that says it: "before that", "previously", "who took over"."""
    for phrase in clues:
        bare = not phrase.has("ELECTIONS", "YEARS", "TIMES")
        last = clues.after(phrase) is None or all(p.has("THERE", "THAT") for p in _rest(clues, phrase))
        if (phrase.rule == "previous" and bare) or (phrase.rule == "link" and phrase.has("BEFORE") and last):
            return Side.BEFORE, [phrase]
        if (phrase.rule == "later" and bare) or (phrase.rule == "link" and phrase.has("AFTER", "NEXT") and last):
            return Side.AFTER, [phrase]
    return (Side.AFTER if clues.has("TAKE_OVER") and not clues.of("place") else None), []


def _rest(clues: Clues, phrase: Phrase) -> list[Phrase]:
    return clues.phrases[clues.index(phrase) + 1 :]


def applied(question: Question, succession: Succession, last: Question | None) -> Question:
    """The question as one of succession, its place from the question before where none is named."""
    parties = (succession.party,) if succession.party else ()
    carried = () if question.places or last is None else last.places
    remark = (f"carried over from the question before: {carried[0].name}",) if carried else ()
    return replace(
        question, measure=Measure.CONTROL, side=succession.side, parties=parties, time=succession.time, rows=None,
        ranking=None, from_party=None, filters=(), also=(), places=question.places or carried, trend=None, term=None,
        remarks=(*question.remarks, *remark), inherited=tuple(p.name for p in carried),
    )  # fmt: skip
