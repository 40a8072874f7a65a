"""Questions about offices: mayors, commissioners, seats of Parliament at by-elections, and the parliaments of 2016.

An office's name, or the word for a kind of office, makes a question one of these. "The mayor of Barnsley"
names no office there is: that is refused with the mayor who does cover Barnsley.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.names.lexicon import Lexicon
from assistant.names.token import Kind, Sense
from assistant.names.words import key_of
from assistant.parsing.parser import Phrase
from assistant.question.clues import Clues, name_of
from assistant.question.model import Ask, Measure, Office, Place, Question, Ranking, Rows, Time, Trend, When
from assistant.question.offices_measure import measures_of, use_words
from assistant.question.places import PlaceReader
from assistant.question.refusal import Ambiguous, NotHeld, NotUnderstood, OutOfScope
from assistant.question.subjects import read_who

_WORD = {
    "mayor": "mayor",
    "metro_mayor": "mayor",
    "local_mayor": "mayor",
    "commissioner": "pcc",
    "seat_in_parliament": "by election",
}
_CALLED = {
    "commissioner": "police and crime commissioner",
    "seat_in_parliament": "by-election to the UK Parliament",
}
_OTHER_SUBJECTS = (
    "COUNCILS",
    "WARDS",
    "COUNCIL_WORD",
    "KIND",
    "REGIONS",
    "NET",
    "CONTROL",
    "COUNCILLORS",
    "COMPOSITION",
    "NOC",
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What the question is about: offices by name, or a kind of them, in areas."""

    offices: tuple[Office, ...]
    kind: str | None
    places: tuple[Place, ...] = ()
    carried: bool = False


def read_office(clues: Clues, time: Time, lexicon: Lexicon, previous: Sequence[Question]) -> Question | None:
    """The Question about an office or a kind of offices; None when the question is about neither."""
    subject = _subject(clues, time, lexicon, previous)
    if subject is None:
        return None
    last = previous[-1] if subject.carried else None
    who = read_who(clues)
    measures = measures_of(clues, bool(subject.offices), _is_parliament(subject), bool(who.people))
    if last is not None and not measures:
        measures = (last.measure, *last.also)
    if last is not None and time.assumed and not clues.has("NOW"):
        time = last.time
    if measures == (Measure.HOLDER,) and not subject.offices and not who.people and _of_contests(subject, time, clues):
        measures = (Measure.WINNER,)
    if Measure.HOLDER in measures and any(o.kind == "constituency" for o in subject.offices):
        measures = _of_constituency(clues)
    question = Question(
        ask=_ask(clues, subject),
        rows=_rows(clues),
        measure=measures[0] if measures else Measure.WINNER if time.years or subject.offices else Measure.HOLDER,
        places=subject.places,
        parties=(*who.parties, *((who.than,) if who.than else ())),
        people=who.people,
        offices=subject.offices,
        office_kind=subject.kind,
        time=_along(clues, time),
        ranking=_ranking(clues, measures),
        trend=_trend(clues),
        also=measures[1:],
        from_party=who.from_party,
        to_party=who.to_party,
        term=_round(clues),
        remarks=_carried_over(subject, last),
    )
    use_words(clues, _is_parliament(subject), _has_seats(subject))
    left = clues.unused()
    if left:
        raise NotUnderstood(left[0], f"“{left[0].text}” does not fit with the rest of the question")
    return question


def _of_constituency(clues: Clues) -> tuple[Measure, ...]:
    """Who sits for a constituency now depends on general elections; who won its by-election does not."""
    for phrase in clues.of("office"):
        if "mp" in key_of(phrase.head.text).split():
            raise OutOfScope(phrase.head, "Parliament and general elections")
    return (Measure.WINNER,)


def _rows(clues: Clues) -> Rows | None:
    """ "Which party", "when": what the headline is, if not a name."""
    if clues.has("PARTY_NOUN") and clues.has("WHICH"):
        return Rows.PARTY
    since = any(t.text.casefold() == "since when" for p in clues.with_terminal("WHEN") for t in p.tokens)
    return Rows.YEAR if clues.has("WHEN") and not since else None


def _has_seats(subject: Subject) -> bool:
    return subject.kind == "seat_in_parliament" or any(o.kind == "constituency" for o in subject.offices)


def _round(clues: Clues) -> str | None:
    """FINAL_ROUND where the votes after second preferences are asked for."""
    said = {t.text.casefold() for p in clues.with_terminal("FINAL_ROUND") for t in p.tokens}
    return "FINAL_ROUND" if said and not any("first" in words for words in said) else None


def _trend(clues: Clues) -> Trend | None:
    if clues.has("CHANGE_HANDS"):
        return Trend.EITHER
    return Trend.UP if clues.has("GAIN") else Trend.DOWN if clues.has("LOSE") else None


def _subject(clues: Clues, time: Time, lexicon: Lexicon, previous: Sequence[Question]) -> Subject | None:
    named = clues.of("office")
    kinds = clues.of("office_kind")
    clues.use(*named, *kinds)
    if named:
        _no_parts(clues)
        offices = tuple(dict.fromkeys(_office(p, time) for p in named))
        return Subject(offices, None)
    if kinds:
        return _of_kind(clues, time, lexicon, kinds[0], previous)
    mentioned = clues.of("place", "ward", "than_place")
    if clues.has("BY_ELECTIONS") and not any(p.rule == "ward" or _councils(p) for p in mentioned):
        clues.take("BY_ELECTIONS", "ELECTIONS")
        return Subject((), "seat_in_parliament", _areas(clues, time, lexicon))
    fought = _by_election(clues, lexicon, mentioned)
    if fought is not None:
        return Subject((fought,), None)
    last = previous[-1] if previous else None
    about_offices = last is not None and bool(last.offices or last.office_kind)
    if last is None or not about_offices or mentioned or clues.of("person", "declared") or clues.has(*_OTHER_SUBJECTS):
        return None
    return Subject(last.offices, last.office_kind, last.places, True)


def _by_election(clues: Clues, lexicon: Lexicon, mentioned: Sequence[Phrase]) -> Office | None:
    """ "By-election Tamworth": the constituency of that name, where one was fought."""
    if not clues.has("BY_ELECTIONS") or len(mentioned) != 1:
        return None
    office = _at(lexicon, name_of(mentioned[0]).text, mentioned[0], "seat_in_parliament")
    if office is not None:
        clues.use(*mentioned)
        clues.take("BY_ELECTIONS")
    return office


def _office(phrase: Phrase, time: Time) -> Office:
    """The office that a name names; of several, the one with a contest in the years asked about."""
    token = name_of(phrase)
    senses = [s for s in token.senses if s.kind is Kind.OFFICE]
    years = time.years if time.when is When.IN else ()
    fitting = [s for s in senses if all(s.held_in(y) for y in years)] or senses
    latest = max(s.last_year for s in fitting)
    fitting = fitting if years else [s for s in fitting if s.last_year == latest]
    if len(fitting) > 1:
        raise Ambiguous(token, tuple(fitting[:9]), f"“{token.text}” can be several offices")
    return _of_sense(fitting[0], (token.start, token.end))


def _of_sense(sense: Sense, span: tuple[int, int]) -> Office:
    return Office(sense.id, sense.name, sense.detail, span)


def _of_kind(clues: Clues, time: Time, lexicon: Lexicon, phrase: Phrase, previous: Sequence[Question]) -> Subject:
    """A kind of office: the one of the place named, or all of them there."""
    kind = next(str(t.value) for t in phrase.tokens if t.terminal == "OFFICE_KIND")
    councils = [p for p in clues.of("place", "than_place", "from_place") if p.rule == "place"]
    one = not phrase.head.text.casefold().endswith(("s", "ies"))
    if one:
        found = [(p, _at(lexicon, name_of(p).text, p, kind)) for p in councils]
        offices = tuple(office for _, office in found if office is not None)
        if offices:
            clues.use(*(p for p, office in found if office is not None))
            return Subject(offices, None)
        if not councils and not clues.of("person") and previous and previous[-1].offices:
            return Subject(previous[-1].offices, None, (), True)
    for p in councils:
        if _councils(p) and not any(s.kind is Kind.AREA for s in name_of(p).senses):
            raise _none_there(p, kind, lexicon)
    return Subject((), kind, _areas(clues, time, lexicon))


def _at(lexicon: Lexicon, text: str, phrase: Phrase, kind: str) -> Office | None:
    """The office of that kind at a place, by the names that the lexicon makes of both."""
    names = [text, *(s.name for s in name_of(phrase).senses)]
    for name in names:
        for sense in lexicon.get(f"{key_of(name)} {_WORD[kind]}"):
            if sense.kind is Kind.OFFICE:
                return _of_sense(sense, (phrase.start, phrase.end))
    return None


def _councils(phrase: Phrase) -> list[Sense]:
    return [s for s in name_of(phrase).senses if s.kind is Kind.COUNCIL]


def _areas(clues: Clues, time: Time, lexicon: Lexicon) -> tuple[Place, ...]:
    return PlaceReader(lexicon, time, True).read(clues).places


def _no_parts(clues: Clues) -> None:
    """An office's votes are held for its whole area: a council named beside it asks for a part of them."""
    for phrase in clues.of("place"):
        if _councils(phrase) and not any(s.kind is Kind.AREA for s in name_of(phrase).senses):
            raise NotHeld(
                "The votes for an office are held for its whole area, not council by council: "
                f"“{phrase.head.text}” cannot be told apart.",
                ("list all mayors",),
            )
        clues.use(phrase)


def _none_there(phrase: Phrase, kind: str, lexicon: Lexicon) -> NotHeld:
    """Why there is no such office, and which one covers the council."""
    council = _councils(phrase)[0]
    called = _CALLED.get(kind, "directly elected mayor")
    above = [
        lexicon.areas[a]
        for a, members in sorted(lexicon.members.items())
        if council.id in members and a in lexicon.areas
    ]
    covering = [
        s
        for a in above
        if kind != "local_mayor"
        for s in lexicon.get(f"{key_of(a.name)} {_WORD[kind]}")
        if s.kind is Kind.OFFICE
    ]
    covering = list({s.id: s for s in covering}.values())
    told = f" {council.name} lies within the area of the {covering[0].name}." if covering else ""
    why = f"No {called} of {council.name} is held: the tables know of none elected there since 2012.{told}"
    instead = tuple(f"who is the {s.name}" for s in covering) or ("list all mayors",)
    return NotHeld(why, instead)


def _of_contests(subject: Subject, time: Time, clues: Clues) -> bool:
    """ "How many by-elections were held", "mayoral elections in 2024": contests, not who is in office now."""
    return subject.kind == "seat_in_parliament" or (bool(time.years) and time.when is When.IN and not clues.has("NOW"))


def _is_parliament(subject: Subject) -> bool:
    return bool(subject.offices) and all(o.kind == "parliament" for o in subject.offices)


def _ask(clues: Clues, subject: Subject) -> Ask:
    if clues.has("HOW_LONG"):
        return Ask.HOW_LONG
    if clues.has("HOW_MANY") and subject.kind and not clues.has("VOTES", "CANDIDATES", "SEATS", "BALLOTS"):
        return Ask.COUNT
    first = next(
        (p for p in clues if p.rule in ("asking", "office", "office_kind", "party", "person", "measure", "act")),
        None,
    )
    asked = clues.has("WHO", "WHICH", "HOW_MANY", "HOW", "BY_HOW_MUCH", "WHEN", "LIST", "SWING")
    if first is not None and first.has("WHETHER") and not asked:
        return Ask.WHETHER
    return Ask.FIGURE if subject.offices and not _is_history(clues) else Ask.ROWS


def _is_history(clues: Clues) -> bool:
    return clues.has("HISTORY", "ELECTIONS") and clues.has("HISTORY", "LIST", "EACH")


def _along(clues: Clues, time: Time) -> Time:
    """ "Every election", "history": all contests held."""
    if clues.has("HISTORY", "EACH", "HOW_OFTEN") and time.assumed:
        return Time(When.ALL, span=time.span)
    if clues.has("FIRST") and time.assumed:
        return Time(When.FIRST, span=time.span)
    return time


def _ranking(clues: Clues, measures: tuple[Measure, ...]) -> Ranking | None:
    """ "The closest", "the biggest swing", "the five highest turnouts"."""
    phrases = clues.of("superlative")
    clues.use(*phrases)
    if not phrases:
        return None
    phrase = phrases[0]
    numbers = [int(str(t.value)) for t in phrase.tokens if t.terminal == "NUMBER"]
    by = (
        measures[0]
        if measures and measures[0] not in (Measure.WINNER, Measure.HOLDER, Measure.GAIN_OR_HOLD)
        else Measure.MAJORITY
    )
    span = (phrase.start, phrase.end)
    return Ranking(by, phrase.has("MOST", "SAFEST"), numbers[0] if numbers else None, span=span)


def _carried_over(subject: Subject, last: Question | None) -> tuple[str, ...]:
    if last is None:
        return ()
    return (
        f"carried over from the question before: {', '.join(o.name for o in subject.offices) or 'the same offices'}",
    )
