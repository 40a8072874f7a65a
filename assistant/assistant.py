"""The way a question goes: text → tokens → tree → Question → SQL → rows → Answer.

names      Lexer, Speller      text to tokens
parsing    Parser              tokens to clauses
question   Reader              clauses to a Question
query      build               Question to SQL
answer     compose             rows to an Answer
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import duckdb

from assistant import language, resources
from assistant.answer import refusals
from assistant.answer.asking import Desk, Row
from assistant.answer.compose import compose
from assistant.answer.joined import joined
from assistant.answer.model import Answer, Cell, Outcome, Source, Span, Sql, Timings, Unit
from assistant.context import in_words
from assistant.lookup import Lookup
from assistant.names import partly, premise, surnames
from assistant.names.lexer import Lexer
from assistant.names.lexicon import Lexicon
from assistant.names.people import with_people
from assistant.names.token import Kind, Token
from assistant.names.words import MAX_QUESTION, fold
from assistant.nearest import nearest
from assistant.parsing.parser import SILENT, Clause, Parser, Stuck
from assistant.query.sql import Query
from assistant.question.anchoring import points_at_nothing, said
from assistant.question.model import Question
from assistant.question.reader import Reader
from assistant.question.refusal import (
    MOST_CHOICES,
    Ambiguous,
    NotHeld,
    NotUnderstood,
    OutOfScope,
    Refusal,
    SurnameAlone,
    TookTooLong,
    UnknownName,
)
from assistant.records import dataclass
from assistant.render.cells import cell_text
from assistant.render.codes import Codes
from assistant.tables import TIME_LIMIT, OutOfTime, open_tables, stoppable
from assistant.tables.statements import Statements
from assistant.told import with_told

if TYPE_CHECKING:
    from assistant.completion.held import Held
    from assistant.completion.typing import Typing
    from assistant.explain import Explanation
    from assistant.names.spelling import Speller

_TRIED = 2048  # questions offered whose answers are known to be there


@dataclass(slots=True)
class Trail:
    """What each stage made of a question, kept for `--explain` and for the timings."""

    tokens: Sequence[Token] = ()
    clauses: Sequence[Clause] = ()
    question: Question | None = None
    queries: Sequence[Query] = ()
    remarks: tuple[str, ...] = ()
    names_ms: float = 0.0
    parse_ms: float = 0.0
    plan_ms: float = 0.0
    sql_ms: float = 0.0
    answer_ms: float = 0.0
    previous: Sequence[Question] = ()  # the questions that a follow-up takes from


class Assistant:
    """Answers questions over the tables; keeps the last two questions, which follow-ups take from, until `reset`."""

    @stoppable()
    def __init__(
        self,
        data: Path | None = None,
        cache: Path | None = None,
        today: date | None = None,
        timeout: float | None = None,
    ) -> None:
        """Open the tables, built first if need be; the queries of a question may take `timeout` seconds."""
        self._timeout = timeout or TIME_LIMIT
        self._tables = open_tables(data, cache, seconds=self._timeout)
        self._connection = self._tables.connection
        known = language.load(resources.grammar_folder(), self._tables.path.parent)
        self._statements = Statements(self._connection)
        self._lookup = Lookup(self._connection)
        self.lexicon = Lexicon(self._connection)
        self._lexer = Lexer(self.lexicon, known.vocabulary)
        self._parser = Parser(known.tables)
        self._first_year, last_year = self._lookup.years()
        self._this_year = today.year if today else last_year  # without "today", answers never depend on the clock
        self._reader = Reader(self.lexicon, self._this_year)
        self._previous: list[Question] = []
        self._missed: frozenset[str] = frozenset()  # the words of the question before, if it was not understood
        self._tried = lru_cache(_TRIED)(self._try)  # refusals offer the same questions again and again

    @property
    def context(self) -> tuple[str, ...]:
        """What a fragment asked now would be about, in words: places, then years."""
        return in_words(self._previous[-1] if self._previous else None)

    @property
    def digest(self) -> str:
        """The digest of the data that answer."""
        return self._tables.digest

    @property
    def as_of(self) -> str:
        """The day of the newest election held, in a few words."""
        return cell_text(self._lookup.newest_poll(), Unit.DATE)

    @property
    def colours(self) -> dict[str, str]:
        """Party → its colour, #RRGGBB, for those that have one."""
        return self._lookup.colours()

    @cached_property
    def _speller(self) -> Speller:
        """Made when the first unknown word is met."""
        from assistant.names.spelling import read_ordinary, speller

        ordinary = read_ordinary(resources.grammar_folder() / "ordinary.txt")
        return speller(self.lexicon, self._lexer.vocabulary, ordinary)

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return self._lookup.sources()

    @cached_property
    def typing(self) -> Typing:
        """What can be said of a question while it is being typed."""
        from assistant.completion.typing import Typing

        return Typing(self._lexer, self._parser)

    @cached_property
    def held(self) -> Held:
        """The wards, years and people held, for completing a question."""
        from assistant.completion.held import Held

        return Held(self._connection)

    def cancel(self) -> None:
        """Stop the query that runs in another thread; its `ask` raises, and the conversation is as before."""
        self._connection.interrupt()

    def changed(self) -> bool:
        """Whether the tables on disk are no longer those that answer."""
        return self._tables.changed()

    @property
    def notice(self) -> str | None:
        """What must be known of the tables that answer, such as that they are an earlier build."""
        return self._tables.note

    def ask(self, text: str) -> Answer:
        """The answer to a question, or the refusal; never raises for what the text is.

        Raises ClosedError after `close`.
        """
        self._tables.check_open()
        return self._answer(text, Trail(previous=tuple(self._previous)))

    def explain(self, text: str) -> Explanation:
        """How the question is read and answered, stage by stage."""
        from assistant.explain import Explanation

        self._tables.check_open()
        trail = Trail(previous=tuple(self._previous))
        answer = self._answer(text, trail)
        return Explanation(
            text, tuple(trail.tokens), tuple(trail.clauses), trail.question, tuple(trail.queries), answer
        )

    def reset(self) -> None:
        """Begin a new conversation."""
        self._previous.clear()
        self._missed = frozenset()

    def close(self) -> None:
        """Close the tables."""
        self._tables.close()

    def __enter__(self) -> Assistant:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _answer(self, text: str, trail: Trail) -> Answer:
        try:
            with stoppable():
                answer = self._answer_or_refusal(text, trail)
        except OutOfTime:
            answer = refusals.answer(TookTooLong(self._timeout), text)
        answer = replace(answer, notes=(*_corrections(trail.tokens), *trail.remarks, *answer.notes))
        return replace(answer, spans=_spans(trail.tokens), timings=_timings(trail), codes=Codes(self._tables.data))

    def _answer_or_refusal(self, text: str, trail: Trail) -> Answer:
        try:
            questions, answers = self._asked(text, trail)
            trail.question = questions[0]
            answer = joined(answers)
            self._remember(with_told(questions[-1], answers[-1], self.lexicon))
            self._missed = frozenset()
        except duckdb.InterruptException:  # stopped: no word of the question is at fault
            raise
        except duckdb.Error as error:  # a query that the tables reject is a question that was misread
            why = f"it came out as a query that cannot run ({type(error).__name__})"
            answer = refusals.answer(NotUnderstood(None, why), text, _stopped(trail.tokens, text))
        except Refusal as refusal:
            if isinstance(refusal, NotHeld) and trail.question is not None:
                self._remember(trail.question)  # understood: what follows may carry on from it
            else:
                self._missed = said(trail.tokens)
            terminals = refusal.terminals if isinstance(refusal, NotUnderstood) else ()
            answer = refusals.answer(refusal, text, _stopped(trail.tokens, text, terminals))
        if answer.outcome is Outcome.ANSWERED or answer.choices:
            return answer
        own = tuple(q for q in answer.suggestions if self._answers(q))
        return replace(answer, suggestions=own or nearest(trail.tokens, text, self._answers))

    def _answers(self, text: str) -> bool:
        """Whether a question is answered when it is asked as the first of a conversation."""
        try:
            return self._tried(text)
        except OutOfTime:
            return False

    def _try(self, text: str) -> bool:
        trail = Trail()
        try:
            with stoppable():
                found = [answer.outcome for answer in self._asked(text, trail)[1]]
        except duckdb.InterruptException:
            raise
        except (Refusal, duckdb.Error):
            return False
        return all(outcome is Outcome.ANSWERED for outcome in found)

    def _asked(self, text: str, trail: Trail) -> tuple[tuple[Question, ...], list[Answer]]:
        """Text to Questions, one for each ask, and their answers; raises a Refusal.

        The first of two asks is answered before the second is read: "who won, and how many seats did they take".
        """
        early: dict[Question, Answer] = {}

        def answered(question: Question) -> Question:
            early[question] = self._compose(question, text, trail)
            return with_told(question, early[question], self.lexicon)

        questions = self._questions(text, trail, answered)
        trail.question = questions[-1]
        return questions, [early.get(q) or self._compose(q, text, trail) for q in questions]

    def _questions(
        self, text: str, trail: Trail, answered: Callable[[Question], Question] = lambda q: q
    ) -> tuple[Question, ...]:
        """Text to Questions, one for each ask; raises a Refusal."""
        if len(text) > MAX_QUESTION:
            raise NotUnderstood(None, f"the question is longer than {MAX_QUESTION:,} characters")
        begun = time.perf_counter()
        trail.tokens = self._tokens(text)
        trail.names_ms = _since(begun)
        _in_scope(trail.tokens)
        if not trail.tokens:
            raise NotUnderstood(None, "there is no question")
        trail.tokens = self._known(trail.tokens)
        if self._missed and trail.previous:
            points_at_nothing(trail.tokens, self._missed)
        try:
            return self._read(trail, answered)
        except Ambiguous as doubt:
            why = "there the question’s premise holds"
            narrowed = premise.settled(trail.tokens, doubt.token, self._lookup.took)
            if narrowed is None:
                why = "the person named stood there"
                narrowed = premise.stood_there(trail.tokens, doubt.token, self._lookup.stood)
            if narrowed is None:
                raise
            trail.tokens, ward = narrowed
            council = self.lexicon.councils[ward.council_id].name
            trail.remarks = (f"{ward.name} is read as the ward of {council}: {why}",)
            return self._read(trail, answered)

    def _read(self, trail: Trail, answered: Callable[[Question], Question]) -> tuple[Question, ...]:
        """Tokens to Questions."""
        begun = time.perf_counter()
        trail.clauses = self._clauses(trail.tokens)
        trail.parse_ms = _since(begun)
        begun = time.perf_counter()
        questions = self._reader.read_all(trail.clauses, trail.previous, answered)
        trail.plan_ms = _since(begun)
        return questions

    def _tokens(self, text: str) -> list[Token]:
        tokens = self._lexer.tokens(text)
        if any(t.terminal == "UNKNOWN" for t in tokens):
            tokens = with_people(tokens, text, self._lookup.people, self._speller.ordinary)
        if any(t.terminal == "UNKNOWN" for t in tokens):
            tokens = self._speller.correct(tokens, self._ward_keys(tokens))
        return tokens

    def _ward_keys(self, tokens: Sequence[Token]) -> list[str]:
        """The wards of the councils named: only among these is a ward's misspelling looked for."""
        councils = [s.id for t in tokens for s in t.senses if s.kind is Kind.COUNCIL]
        return [key for c in councils for key in self.lexicon.wards_of(c)]

    def _clauses(self, tokens: Sequence[Token]) -> tuple[Clause, ...]:
        try:
            return self._parser.clauses(tokens)
        except Stuck as stuck:
            what = f"“{stuck.token.text}” does not fit there" if stuck.token else "the question stops short"
            raise NotUnderstood(stuck.token, what) from None

    def _known(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The tokens, all known: a surname alone is looked up, and any other unknown word stops the question."""
        tokens = surnames.rather_than_wards(tokens, self._lookup.bearers)
        unknown = [t for t in tokens if t.terminal == "UNKNOWN"]
        if not unknown:
            return tokens
        if len(unknown) > 1:
            people = surnames.all_known(tokens, self._lookup.candidates, self._speller.ordinary)
            if people is not None:
                return people
        surname = surnames.find(tokens, self._lookup.bearers, self._speller.ordinary)
        if surname:
            settled = surname.settled(tokens)
            if settled is None and any(t.terminal == "VOTES" for t in tokens):  # who sat is no part of it
                stood = surnames.find(tokens, self._lookup.candidates, self._speller.ordinary)
                settled = stood.settled(tokens) if stood is not None else None
            if settled is None:
                raise SurnameAlone(surname.token, surname.names, surname.elsewhere)
            return settled
        token = unknown[0]
        wards = partly.wards(tokens, self.lexicon, self._lookup.stood, self._speller.ordinary)
        if len(wards) == 1:
            return partly.settled(tokens, wards[0])
        if wards:
            raise Ambiguous(token, wards[:MOST_CHOICES], f"{len(wards)} wards have “{token.text}” in their name")
        early = [t.value for t in tokens if t.terminal == "YEAR" and int(str(t.value)) < self._first_year]
        if early:
            raise NotHeld(f"Nothing is held for {early[0]}: the tables begin in {self._first_year}.")
        named = any(t.terminal in ("PLACE", "WARD") for t in tokens) or fold(token.text) in self._speller.ordinary
        if not named or (token.text[:1].isupper() and token.start > 0):
            nearest = tuple(s.name for s in self._speller.suggestions(token.text))
            raise UnknownName(token, nearest)
        raise NotUnderstood(token, f"“{token.text}” is not a word or name I know")

    def _compose(self, question: Question, text: str, trail: Trail) -> Answer:
        spent = 0.0

        def execute(query: Query) -> list[Row]:
            nonlocal spent
            if trail.sql_ms + spent > self._timeout * 1000:
                raise OutOfTime
            begun = time.perf_counter()
            cursor = self._statements.run(query.text, query.parameters)
            columns = [d[0] for d in cursor.description or ()]
            rows = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
            spent += _since(begun)
            return rows  # type: ignore[return-value]

        desk = Desk(execute, self._sources)
        begun = time.perf_counter()
        answer = compose(question, text, desk, self._this_year)
        trail.answer_ms += max(_since(begun) - spent, 0.0)
        trail.sql_ms += spent
        trail.queries = (*trail.queries, *desk.ran)
        shown = desk.shown
        return replace(answer, sql=Sql(shown.text, shown.parameters) if shown else None)

    def _remember(self, question: Question) -> None:
        self._previous = [*self._previous[-1:], question]


def _corrections(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Every word that was read as another is said."""
    return tuple(f"read “{t.text}” as {t.correction}" for t in tokens if t.correction is not None)


def _stopped(tokens: Sequence[Token], text: str, terminals: tuple[str, ...] = ()) -> Span | None:
    """The word at which a question stopped that no one token is known to have stopped; None where there is no word."""
    if len(text) > MAX_QUESTION:
        word = text[MAX_QUESTION : MAX_QUESTION + 20]
        return Span(MAX_QUESTION, MAX_QUESTION + len(word), word, "not understood", None)
    spoken = [t for t in tokens if t.terminal not in SILENT and t.terminal != "STOP"] or list(tokens)
    token = next((t for t in spoken if t.terminal in terminals), spoken[-1] if spoken else None)
    return Span(token.start, token.end, token.text, "not understood", None) if token else None


def _in_scope(tokens: Sequence[Token]) -> None:
    for token in tokens:
        if token.terminal == "ELSEWHERE":
            raise OutOfScope(token, str(token.value))
        if token.terminal == "WHY" and not any(t.terminal == "OTHERS" for t in tokens):
            raise OutOfScope(token, "causes and motives")
    coming = _still_to_come(tokens)
    if coming is not None:
        raise OutOfScope(coming, "forecasts")
    supposed = _supposed(tokens)
    if supposed is not None:
        raise OutOfScope(supposed, "what might have been")


_DATED = frozenset({"YEAR", "LAST", "FIRST", "PREVIOUS", "BEFORE", "AFTER", "AGO", "SINCE", "STEP", "DECADE"})


def _still_to_come(tokens: Sequence[Token]) -> Token | None:
    """ "When is the election in Rugby": the one that has not been held."""
    for i, token in enumerate(tokens[:-1]):
        asked = token.terminal == "WHEN" and token.text.casefold() == "when"
        is_now = tokens[i + 1].text.casefold() in ("is", "are", "do", "does")
        vote = any(t.terminal == "ELECTIONS" for t in tokens)
        if asked and is_now and vote and not any(t.terminal in _DATED for t in tokens):
            return token
    return None


def _supposed(tokens: Sequence[Token]) -> Token | None:
    """ "Would Labour have won", "who wins if UKIP had stood": the word that says that it did not happen."""
    words = [t.text.casefold() for t in tokens]
    after = words[words.index("would") :] if "would" in words else []
    if "have" in after and after[after.index("have") + 1 :][:1] != ["to"]:
        return tokens[words.index("would")]
    if "if" in words and {"had", "hadn't", "hadn’t"} & set(words[words.index("if") :]):
        return tokens[words.index("if")]
    return None


def _spans(tokens: Sequence[Token]) -> tuple[Span, ...]:
    return tuple(Span(t.start, t.end, t.text, t.terminal.lower(), _plain(t)) for t in tokens)


def _plain(token: Token) -> Cell:
    return token.senses[0].name if token.senses else token.value  # type: ignore[return-value]


def _since(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000


def _timings(trail: Trail) -> Timings:
    return Timings(trail.names_ms, trail.parse_ms, trail.plan_ms, trail.sql_ms, trail.answer_ms)
