"""Clauses to Question: each part read by its own module, then put together and checked.

The order matters and is the order below: time, places, parties and people, the kind of answer,
the measure, the conditions, the ranking. Nothing is dropped: a phrase that no part has used
stops the reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.names.lexicon import Lexicon
from assistant.parsing.parser import Clause
from assistant.question import settle
from assistant.question.about import About, read_about
from assistant.question.anchoring import anchored, points, ward_meant
from assistant.question.clues import Clues
from assistant.question.comparing import read_combine, read_versus
from assistant.question.council_fate import read_fate
from assistant.question.deeds import asks_either, asks_who, read_deeds
from assistant.question.dialogue import follow
from assistant.question.draft import Draft
from assistant.question.filters import Setting, read_filters
from assistant.question.measures import Scene, read_measures
from assistant.question.model import (
    Ask,
    Combine,
    Controlled,
    Deed,
    Measure,
    Party,
    Pick,
    Question,
    Ranking,
    Rows,
    Time,
    Trend,
    When,
    Won,
)
from assistant.question.offices import read_office
from assistant.question.places import PlaceReader, Where
from assistant.question.ranking import read_ranking
from assistant.question.refusal import NotUnderstood, PlaceMissing
from assistant.question.reported import read_reported
from assistant.question.rows import Wanted, read_wanted, use_nouns
from assistant.question.subjects import Who, read_who
from assistant.question.succession import Succession, applied, read_succession
from assistant.question.time import read_time
from assistant.records import dataclass

_SUPERLATIVE = {Rows.WARD: Measure.MAJORITY, Rows.COUNCIL: Measure.SIZE}
_POLL_WORDS = ("WIN", "WINNER", "SEATS_UP", "GET")
_POLL_MEASURES = frozenset({Measure.SEATS_WON, Measure.SEATS_WON_SHARE, Measure.SEATS_UP})


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads clauses against the lexicon; `this_year` is the year questions are asked in."""

    lexicon: Lexicon
    this_year: int

    def read_all(self, clauses: Sequence[Clause], previous: Sequence[Question] = ()) -> tuple[Question, ...]:
        """One Question for each ask: "who won Pleck and what was the turnout" is two."""
        first, second = _two_asks(clauses)
        if not second:
            return (self.read(clauses, previous),)
        first = _dated(first, second)
        try:
            one = self.read(first, previous)
        except PlaceMissing:
            two = self.read(second, previous)
            return self.read(first, [two]), two
        return one, self.read(second, [one])

    def read(self, clauses: Sequence[Clause], previous: Sequence[Question] = ()) -> Question:
        """The Question that the clauses ask, after the `previous` ones; raises a Refusal where they ask none."""
        clues = Clues(clauses)
        if clues.has("HERE"):
            raise PlaceMissing("which council or ward is yours?")
        time = anchored(read_time(clues, self.this_year), clues, previous)
        itself = read_about(clues)
        if itself is not None:
            return self._about(itself, clues, time, previous)
        special = read_office(clues, time, self.lexicon, previous) or read_reported(clues, time, self.lexicon, previous)
        if special is not None:
            return special
        fate = read_fate(clues, time, self.lexicon)
        if fate is not None:
            _nothing_dropped(clues)
            return fate
        by_election = clues.take("BY_ELECTIONS")
        succession = read_succession(clues, time, previous)
        wanted = read_wanted(clues)
        use_nouns(clues, wanted)
        where = self._where(clues, time, wanted, previous)
        who = read_who(clues)
        if succession is not None:
            return self._succession(succession, clues, wanted, where, previous)
        measures = read_measures(_scene(clues, wanted, where, who, time, previous))
        draft = _draft(clues, time, wanted, where, who, measures)
        followed = follow(draft, clues, previous)
        fresh = followed is draft.question
        followed = replace(followed, by_election=by_election or followed.by_election)
        question = settle.settle(followed, clues, fresh=fresh)
        _nothing_dropped(clues)
        _they_are_somebody(question, clues, previous)
        _one_condition_a_year(question)
        _names_not_counts(question)
        _as_far_back_as_asked(question, clues)
        _both_sides(question, clues)
        _kept(question, clues)
        _not_every_one(question, clues)
        return question

    def _about(self, itself: About, clues: Clues, time: Time, previous: Sequence[Question]) -> Question:
        """A question about the assistant, its terms or its data; of the place it names, if any."""
        where = PlaceReader(self.lexicon, time, False, _council_of(previous)).read(clues)
        who = read_who(clues)
        asked = Question(
            itself.ask,
            Measure.NET_CHANGE if itself.ask is Ask.BASIS and not clues.has("OTHERS") else Measure.SEATS,
            places=where.places,
            wards=where.wards,
            parties=who.parties,
            time=time,
            term=itself.term,
        )
        if itself.ask is Ask.BASIS and previous and not (where.places or where.wards or who.parties):
            return replace(previous[-1], ask=Ask.BASIS, term="BASIS")  # "which basis is that"
        return asked

    def _succession(
        self, succession: Succession, clues: Clues, wanted: Wanted, where: Where, previous: Sequence[Question]
    ) -> Question:
        """Who had control before or after: nothing else may be asked in the same breath."""
        asked = Question(Ask.FIGURE, Measure.CONTROL, places=where.places, remarks=where.remarks)
        question = applied(asked, succession, previous[-1] if previous else None)
        if not question.places:
            raise PlaceMissing("which council?")
        _nothing_dropped(clues)
        return question

    def _where(self, clues: Clues, time: Time, wanted: Wanted, previous: Sequence[Question]) -> Where:
        many = Rows.COUNCIL in (wanted.rows, wanted.breakdown) or wanted.rows in (Rows.REGION, Rows.COUNCIL_KIND)
        found = PlaceReader(self.lexicon, time, many, _council_of(previous)).read(clues)
        meant = ward_meant(clues, previous)
        return replace(found, wards=meant, remarks=(f"“there” is {meant[0].name}",)) if meant else found


_ASKING = ("WHO", "WHICH", "HOW_MANY", "WHEN", "HOW", "HOW_LONG", "HOW_OFTEN", "SINCE_WHEN")


def _two_asks(clauses: Sequence[Clause]) -> tuple[Sequence[Clause], Sequence[Clause]]:
    """The clauses before and from the second ask: a question word right after "and"."""
    if len(clauses) != 1:
        return clauses, ()
    clause = clauses[0]
    for i in range(2, len(clause)):
        joined = clause[i - 1].rule == "link" and clause[i - 1].has("AND")
        asked_before = any(p.rule in ("asking", "measure", "act") for p in clause[: i - 1])
        if joined and clause[i].rule == "asking" and clause[i].has(*_ASKING) and asked_before:
            if len(clause) == i + 1 and clause[i].has("HOW_MANY"):
                return (clause[: i - 1],), ()  # "who has most seats, and how many": the first answer says it
            return (clause[: i - 1],), (clause[i:],)
    return clauses, ()


_OF_ONE_POLL = ("VOTES", "SHARE", "PERCENT", "TURNOUT", "MAJORITY", "WIN", "WINNER")


def _dated(first: Sequence[Clause], second: Sequence[Clause]) -> Sequence[Clause]:
    """ "what was Labour's share and how many seats did that win, in 2022": the year is of both asks."""
    years = [p for p in second[0] if p.rule == "year"]
    at_poll = any(p.has(*_OF_ONE_POLL) for p in first[0])
    dated = any(p.has("YEAR", "LAST", "FIRST", "NOW", "EVER", "SINCE", "BEFORE", "AFTER", "YEARS") for p in first[0])
    if len(years) != 1 or dated or not at_poll or second[0][-1] is not years[0]:
        return first
    return ((*first[0], years[0]),)


def _council_of(previous: Sequence[Question]) -> str | None:
    """The council last spoken of: a ward's name alone is looked for there first."""
    for q in reversed(previous):
        if q.wards:
            return q.wards[-1].council_id
        if q.places and q.places[-1].is_council:
            return q.places[-1].id
    return None


def _scene(clues: Clues, wanted: Wanted, where: Where, who: Who, time: Time, previous: Sequence[Question]) -> Scene:
    last = previous[-1] if previous and not (where.wards or where.places) else None
    return Scene(
        clues,
        wanted,
        bool(where.wards) or (last is not None and (bool(last.wards) or last.rows is Rows.WARD)),
        bool(where.places) or (last is not None and bool(last.places)),
        bool(who.parties or who.than),
        bool(who.people),
        bool(time.years),
        len(who.parties) + (who.than is not None),
        len(time.years),
        bool(who.without),
    )


def _draft(clues: Clues, time: Time, wanted: Wanted, where: Where, who: Who, measures: tuple[Measure, ...]) -> Draft:
    """The parts put together, and which of them the words name; what they leave open is settled afterwards."""
    poll = clues.has(*_POLL_WORDS) or bool(_POLL_MEASURES & set(measures))
    main = measures[0] if measures else _implied(clues, wanted)
    filters = read_filters(clues, Setting(main, wanted.rows, poll, bool(measures)))
    ranking = read_ranking(clues, main, wanted.rows, poll)
    if clues.has("VOTES") and main is Measure.VOTES and clues.has("WINNER") and ranking is None and not where.wards:
        ranking = Ranking(Measure.VOTES)
    question = Question(
        ask=wanted.ask,
        measure=main,
        rows=wanted.rows,
        places=where.places,
        wards=where.wards,
        parties=_parties(who, ranking),
        without=(*who.without, *where.without),
        people=who.people,
        time=time,
        filters=filters,
        ranking=ranking,
        combine=read_combine(clues),
        pick=_pick(clues, wanted),
        trend=_trend(clues, main, wanted.rows),
        versus=read_versus(clues, who),
        breakdown=wanted.breakdown,
        also=() if main is Measure.POLLS else measures[1:],
        from_party=who.from_party,
        to_party=who.to_party,
        deeds=read_deeds(clues),
        who=asks_who(clues),
        either=asks_either(clues),
        council_kind=_council_kind(clues),
        remarks=where.remarks,
        term="run" if clues.has("RAN") else None,
    )
    slots = {
        "measure": bool(measures),
        "rows": wanted.rows is not None,
        "count": wanted.ask is Ask.COUNT or (clues.has("HOW_MANY") and not measures and wanted.rows is None),
        "places": bool(where.places),
        "wards": bool(where.wards),
        "people": bool(who.people),
        "parties": bool(question.parties),
        "time": not time.assumed,
        "filters": bool(filters),
        "ranking": ranking is not None,
        "combine": question.combine is not None,
    }
    return Draft(question, frozenset(name for name, filled in slots.items() if filled))


def _parties(who: Who, ranking: Ranking | None) -> tuple[Party, ...]:
    """The parties whose figures are wanted: not the one that a ranking starts after."""
    behind = ranking.after if ranking else None
    return tuple(p for p in (*who.parties, *((who.than,) if who.than else ())) if p != behind)


def _implied(clues: Clues, wanted: Wanted) -> Measure:
    """The measure of a question that names none: what one asks of such rows."""
    if (
        clues.has("HOW_MANY")
        and wanted.rows is None
        and not clues.of("party")
        and clues.of("place")
        and not clues.of("ward", "superlative")
    ):
        clues.take("HOLD", "HAVE", "PEOPLE")
        return Measure.SIZE
    best = any(
        t.text.casefold() in ("best", "worst", "strongest", "weakest")
        for p in clues.of("superlative")
        for t in p.tokens
    )
    at_poll = wanted.rows is None and clues.of("year") and clues.of("place") and clues.has("RESULT", "PERFORM")
    if best and clues.of("party") and (wanted.rows in (Rows.WARD, Rows.COUNCIL) or at_poll):
        clues.take("RESULT", "PERFORM")
        return Measure.VOTE_SHARE  # "Labour's best ward", "UKIP's best result in Rotherham 2014"
    if clues.of("superlative"):
        return _SUPERLATIVE.get(wanted.rows or Rows.PARTY, Measure.SEATS)
    polls = clues.has("WHEN") and clues.has("ELECTIONS") and not clues.of("party", "than_party", "ward", "person")
    if wanted.rows is Rows.YEAR and polls:
        return Measure.SEATS_UP  # "when was the last election"
    bounded = clues.of("superlative", "over", "under", "at_least", "at_most", "amount") or clues.has("HAVE", "SAME")
    if wanted.rows is Rows.YEAR and clues.of("party") and clues.of("place") and not (bounded or clues.of("ward")):
        return Measure.CONTROL  # "when was Westminster last Labour"
    if wanted.rows is Rows.COUNCIL and clues.of("party") and any(p.rule == "link" for p in clues.with_terminal("NO")):
        return Measure.SEATS  # "councils without a single Lib Dem"
    if wanted.rows is Rows.COUNCIL and clues.of("party", "than_party"):
        return Measure.CONTROL  # "Labour councils in Wales"
    counted = clues.has("HOW_MANY", "MORE", "FEWER") or any(
        "there" in t.text.casefold() for p in clues.with_terminal("WHETHER") for t in p.tokens
    )
    polled = any(t.text.casefold() in ("poll", "polled") for p in clues.with_terminal("GET") for t in p.tokens)
    if polled and clues.of("party"):
        clues.take("HOLD", "HAVE", "GET", "HOW")
        return Measure.VOTES  # "what did the Conservatives poll"
    if counted and clues.of("party", "than_party"):
        clues.take("HOLD", "HAVE")
        return Measure.SEATS  # "how many Tories on Wiltshire council", "more Lib Dems than"
    if wanted.ask is Ask.WHETHER and clues.of("party") and clues.of("place") and not clues.of("ward"):
        return Measure.CONTROL  # "is Hull Labour?"
    if wanted.rows is Rows.WARD:
        return Measure.WARDS
    if clues.has("WHO") and clues.of("place", "ward"):
        return Measure.WINNER
    if wanted.ask is Ask.WHETHER and clues.of("except_party") and clues.of("place") and not clues.of("ward"):
        return Measure.CONTROL  # "has it ever been anything other than Labour"
    if wanted.ask is Ask.WHETHER and not clues.of("party") and not clues.of("ward"):
        raise NotUnderstood(None, "what is claimed of the place is not said")
    clues.take("RESULT", "HISTORY", "PERFORM", "ABOUT", "HOW")
    if clues.of("ward") and clues.of("party") and clues.has("WHICH", "GET", "HOW_MANY") and wanted.rows is None:
        clues.take("GET")
        return Measure.VOTES  # "what did Labour get in Walkley"
    return Measure.WINNER if wanted.rows is Rows.PARTY and clues.of("ward") else Measure.SEATS


_TRENDING = frozenset(
    {
        Measure.NET_CHANGE,
        Measure.SEATS_SHORT,
        Measure.VOTES,
        Measure.VOTE_SHARE,
        Measure.TURNOUT,
        Measure.MAJORITY,
        Measure.SEATS,
        Measure.SEAT_SHARE,
        Measure.SEATS_WON,
        Measure.ELECTORATE,
        Measure.CANDIDATES,
        Measure.SIZE,
        Measure.SEATS_WON_SHARE,
    }
)


def _trend(clues: Clues, measure: Measure, rows: Rows | None) -> Trend | None:
    """ "fell", "rose", "has changed": the figure at one poll against another; candidates who lost are no fall."""
    if rows is Rows.CANDIDATE and clues.has("LOSE"):
        return None
    if measure is Measure.WINNER and clues.of("person"):
        return Trend.DOWN if clues.has("LOSE") else None
    if measure in (Measure.GAINS, Measure.CONTROL_CHANGE):
        return _direction(clues)
    if measure not in _TRENDING:
        return None
    worded = " ".join(t.text.casefold() for p in clues.with_terminal("NET") for t in p.tokens)
    if measure is Measure.SEATS_SHORT:
        return Trend.DOWN if clues.has("LOSE") else None
    if measure is Measure.NET_CHANGE:
        down = clues.has("LOSE", "LOSS", "FELL") or "loss" in worded
        up = clues.has("GAIN", "INCREASE") or "gain" in worded
        return None if down == up else Trend.DOWN if down else Trend.UP
    for terminals, trend in (
        (("FELL", "LOSS", "LOSE"), Trend.DOWN),
        (("INCREASE", "GAIN"), Trend.UP),
        (("CHANGE_HANDS", "NET"), Trend.EITHER),
    ):
        if clues.take(*terminals):
            return trend
    return None


def _direction(clues: Clues) -> Trend | None:
    """Of seats or councils that changed hands: lost, gained, or either way."""
    deeds = read_deeds(clues)
    down, up = Deed.LOSE in deeds or clues.has("LOSS"), Deed.GAIN in deeds
    return None if down == up else Trend.DOWN if down else Trend.UP


def _pick(clues: Clues, wanted: Wanted) -> Pick | None:
    """ "the first year", "when … last", "the only year": which of the years that fit is wanted."""
    if wanted.rows is not Rows.YEAR or wanted.ask is not Ask.ROWS:
        return None
    if clues.has("FIRST"):
        clues.take("FIRST")
        return Pick.FIRST
    if clues.has("LAST"):
        clues.take("LAST")
        return Pick.LAST
    return None


def _council_kind(clues: Clues) -> str | None:
    phrases = clues.with_terminal("KIND")
    clues.use(*phrases)
    singular = {
        "county council": "county",
        "district council": "district",
        "metropolitan borough": "metropolitan borough",
    }
    for phrase in clues.with_terminal("WHICH"):
        after = clues.after(phrase)
        if after is not None and after.rule == "thing" and after.head.text.casefold() in singular:
            return singular[after.head.text.casefold()]
    kinds = [str(t.value).replace("_", " ") for p in phrases for t in p.tokens if t.terminal == "KIND"]
    return kinds[0] if kinds else None


def _one_condition_a_year(q: Question) -> None:
    """ "Labour in 2014 and Conservative in 2018": who won which year cannot be kept apart in one list."""
    run = {f.party.id if f.party else None for f in q.filters if isinstance(f, Controlled) and not f.negated}
    if len(run) > 1 and len(q.time.years) > 1:
        raise NotUnderstood(None, "who had control in one year and who in another: ask “from … to …”, or one by one")
    won = {f.party.id for f in q.filters if isinstance(f, Won) and not f.negated}
    along = q.time.when in (When.ALL, When.SINCE, When.BETWEEN, When.UNTIL)
    if len(won) > 1 and (along or len(q.time.years) > 1):
        raise NotUnderstood(None, "who won in one year and who in another are two questions: ask them one by one")


def _as_far_back_as_asked(q: Question, clues: Clues) -> None:
    """ "never" and "ever" are of all years: the latest alone does not answer them."""
    for said in (*clues.with_terminal("NEVER", "ALWAYS"), *clues.of("ever")):
        if q.time.when is When.LATEST and q.time.assumed:
            raise NotUnderstood(said.head, f"“{said.head.text}” of this is not looked up: name the year")
    often = clues.has("HOW_OFTEN") and Deed.WIN in q.deeds and q.measure is Measure.CONTROL
    if often and not clues.has("CONTROL", "MAJORITY", "MAJORITY_CONTROL", "RAN"):
        raise NotUnderstood(None, "how often a council was won is not counted: ask in how many years it was controlled")
    if q.measure is Measure.NET_CHANGE and q.rows is Rows.YEAR and not q.parties:
        raise NotUnderstood(None, "whose seats is not said: name the party")
    apart = q.measure is Measure.SIZE and q.combine is Combine.DIFFERENCE
    if apart and len(q.places) < 2 and len(q.time.years) < 2:
        raise NotUnderstood(None, "the difference between which two is not said: name both")


_WHOLE_WORDS = frozenset({"every", "all", "each"})


def _not_every_one(q: Question, clues: Clues) -> None:
    """ "are all London boroughs Labour": that some are is no answer."""
    counted = q.rows is Rows.COUNCIL or q.breakdown is Rows.COUNCIL or q.measure in (Measure.SEATS_WON, Measure.SEATS)
    claimed = q.ask is Ask.WHETHER or (bool(clues.phrases) and clues.phrases[0].has("WHETHER"))
    if claimed and q.ask is Ask.ROWS and q.rows is Rows.PARTY and q.time.when is When.ALL and q.ranking is None:
        raise NotUnderstood(None, "whether any party ever did is not told: name the party")
    if not claimed or not counted or q.wards:
        return
    for phrase in clues:
        after = clues.after(phrase)
        whole = bool(set(phrase.head.text.casefold().split()) & _WHOLE_WORDS)
        if whole and not (phrase.has("YEARS") or (after is not None and after.has("YEARS", "ELECTIONS", "WARDS"))):
            raise NotUnderstood(phrase.head, "whether it holds of every one is not told: ask how many")


def _kept(q: Question, clues: Clues) -> None:
    """ "which councils did the Tories hold on to": those kept at a poll are not all that a party controls."""
    kept = Deed.KEEP in q.deeds and clues.has("WHETHER") and q.measure is Measure.CONTROL and len(q.time.years) == 1
    words = {t.text.casefold() for p in clues.with_terminal("HOLD", "TO") for t in p.tokens}
    if kept and q.rows is Rows.COUNCIL and words & {"to", "retain", "keep", "kept", "retained"}:
        raise NotUnderstood(
            None, "councils kept at a poll are not listed apart: ask which were lost, gained or controlled"
        )


def _both_sides(q: Question, clues: Clues) -> None:
    """ "how many more than in 2021": one year alone is no comparison."""
    than = any(t.terminal == "YEAR" for p in clues.of("than") for t in p.tokens)
    follows = [clues.after(p) for p in clues.with_terminal("COMPARE_WORD")]
    beside = any(p is not None and p.rule == "year" for p in follows)
    alone = len(q.time.years) == 1 and q.time.when is When.IN and len(q.parties) < 2 and len(q.places) < 2
    if alone and (beside or than) and (beside or q.combine is Combine.DIFFERENCE or q.versus is not None):
        raise NotUnderstood(None, f"which year {q.time.years[0]} is held against does not show: name both")


def _they_are_somebody(q: Question, clues: Clues, previous: Sequence[Question]) -> None:
    """ "how many wards did they contest": the party just named, which the answer must then be of."""
    told = previous[-1].told.parties if previous else ()
    spoken = points(clues, frozenset({"they"})) and len(told) == 1
    if spoken and q.rows is Rows.WARD and not (q.parties or q.people or q.filters):
        raise NotUnderstood(None, f"“they” is not told: name {told[0].name} in the question")


def _names_not_counts(q: Question) -> None:
    """ "Who stood in every election": how many stood each year would be another answer."""
    if q.who and q.measure is Measure.CANDIDATES and Rows.YEAR in (q.rows, q.breakdown) and not q.parties:
        raise NotUnderstood(None, "who stood is told for one election at a time: name the year")


def _nothing_dropped(clues: Clues) -> None:
    for each in clues.with_terminal("EACH"):
        after = clues.after(each)
        if each.head.text.casefold() == "per" and after is not None and after.has("SEATS", "COUNCILLORS", "VOTES"):
            raise NotUnderstood(each.head, f"“per {after.head.text}” is not worked out")
    for times in clues.with_terminal("TIMES"):
        before = clues.before(times)
        if times.rule == "thing" and before is not None and before.rule == "superlative":
            raise NotUnderstood(before.head, f"“{before.head.text} {times.head.text}” is not counted")
    for none in clues.with_terminal("NO"):
        after = clues.after(none)
        if after is not None and after.has("BUT"):
            raise NotUnderstood(none.head, f"“{none.head.text} but” is not worked out")
    for party in clues.of("party"):
        before, after = clues.before(party), clues.after(party)
        if before is None or after is None or before.rule != "link" or not before.has("NO"):
            continue
        if after.rule == "thing" and after.has("COUNCILS", "KIND"):
            raise NotUnderstood(before.head, "what has no such council is not looked up: ask how many each has")
    for denied in clues.with_terminal("NOT"):
        after = clues.after(denied)
        if after is not None and after.rule == "year":
            raise NotUnderstood(denied.head, "one year but not another is two questions: ask them one by one")
    left = clues.unused()
    if left:
        raise NotUnderstood(left[0], f"“{left[0].text}” does not fit with the rest of the question")
