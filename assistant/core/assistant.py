"""The way a question goes through the core: text → lattice → chart → readings → one of them → Answer.

names      Lexer             text to a lattice of words with all their senses
parsing    parse             a lattice to a chart of meanings
reading    Reader, choose    the chart to one resolved meaning, or why there is none
query      facts             a meaning to what is found
answer     answer            what is found to an Answer
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import duckdb

from assistant import resources
from assistant.answer.model import Answer, Outcome, Span, Timings, Unit
from assistant.core.answer.answer import answer
from assistant.core.conversation import BEGUN, Conversation
from assistant.core.dialogue.follow import Follower, is_named, stands_alone
from assistant.core.dialogue.marks import marks
from assistant.core.dialogue.replies import Pending, chosen, pending
from assistant.core.dialogue.turns import Turn, turn
from assistant.core.explain import Explanation
from assistant.core.names.lattice import Edge, Lattice
from assistant.core.names.lexer import Lexer, lexer
from assistant.core.names.lookup import Lookup
from assistant.core.names.printed import Printed, printed
from assistant.core.names.written import read as read_words
from assistant.core.parsing.chart import Chart
from assistant.core.parsing.combine import COMBINATORS
from assistant.core.parsing.rules import load
from assistant.core.query.councils import places_to_try
from assistant.core.reading.choose import Chooser, Chosen
from assistant.core.reading.context import behind_context
from assistant.core.reading.held import Calendar
from assistant.core.reading.idioms import Idioms
from assistant.core.reading.read import Reader, Reading, Readings
from assistant.core.reading.senses import Senses
from assistant.core.reading.unplaced import is_unplaced
from assistant.core.refusal.refuse import Refuser, misread, nowhere, too_long, took_too_long
from assistant.core.refusal.scope import scope
from assistant.lookup import Lookup as Remarkables
from assistant.render.cells import cell_text
from assistant.tables import TIME_LIMIT, OutOfTime, open_tables, stoppable

if TYPE_CHECKING:
    from assistant.completion.held import Held
    from assistant.completion.typing import Typing

_TRIED = 2048  # questions offered whose answers are known to be there
_WELCOME = "You are welcome. Ask on about any council, ward, party or year."
_DROPPED = "what was asked back is dropped: this is a question of its own"
LONGEST = 2000  # characters of a question
MOST_WORDS = 50  # of a question: the time to read one grows with their cube


@dataclass(slots=True)
class Trail:
    """What each stage made of a question, kept for `explain` and for the timings in milliseconds."""

    lattice: Lattice | None = None
    readings: Readings | None = None
    chosen: Chosen | None = None
    turns: tuple[Turn, ...] = ()
    picked: Reading | None = None
    spent: dict[str, float] = field(default_factory=dict)

    @property
    def reading(self) -> Reading | None:
        """The reading that was answered."""
        return self.chosen.reading if self.chosen else None

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the time that something takes to a stage's."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            self.add(name, (time.perf_counter() - begun) * 1000)

    def add(self, name: str, spent: float) -> None:
        """Add milliseconds to a stage's."""
        self.spent[name] = self.spent.get(name, 0.0) + spent


@dataclass(frozen=True, slots=True)
class Desk:
    """What one thread answers with: its own cursor."""

    cursor: duckdb.DuckDBPyConnection
    lexer: Lexer
    reader: Reader
    names: Printed


class Assistant:
    """Answers questions over the tables, from any thread; `ask` carries one conversation on until `reset`."""

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
        self._folder = resources.grammar_folder()
        self._words = read_words(self._folder)
        self._grammar = load(self._folder / "rules", COMBINATORS)
        self._marks = marks(self._words["dialogue"])
        self._scope = scope(self._folder)
        self._tried = lru_cache(_TRIED)(self._answers)  # refusals offer the same questions again and again
        self._today = today
        self._threads = threading.local()
        self._cursors: list[duckdb.DuckDBPyConnection] = []
        self._conversation = BEGUN

    # --- What the command line and the prompt want to know ------------------------------------------------------------

    @property
    def context(self) -> tuple[str, ...]:
        """What a fragment asked now would be about, in words."""
        return ()

    @property
    def as_of(self) -> str:
        """The day of the newest election held, in a few words."""
        return cell_text(Remarkables(self._connection).newest_poll(), Unit.DATE)

    @property
    def colours(self) -> dict[str, str]:
        """Party → its colour, #RRGGBB, for those that have one."""
        return Remarkables(self._connection).colours()

    @cached_property
    def typing(self) -> Typing:
        """What can be said of a question while it is being typed."""
        from assistant.assistant import Assistant as Old  # until the core has its own completion

        return Old(data=self._tables.data, timeout=self._timeout).typing

    @property
    def digest(self) -> str:
        """The digest of the data that answer."""
        return self._tables.digest

    @cached_property
    def held(self) -> Held:
        """The wards, years and people held, for completing a question."""
        from assistant.completion.held import Held

        return Held(self._connection)

    @property
    def notice(self) -> str | None:
        """What must be known of the tables that answer, such as that they are an earlier build."""
        return self._tables.note

    def changed(self) -> bool:
        """Whether the tables on disk are no longer those that answer."""
        return self._tables.changed()

    def cancel(self) -> None:
        """Stop the queries that run in other threads; their `ask` raises."""
        for cursor in (self._connection, *self._cursors):
            cursor.interrupt()

    def reset(self) -> None:
        """Begin a new conversation."""
        self._conversation = BEGUN

    def close(self) -> None:
        """Close the tables."""
        self._tables.close()

    def __enter__(self) -> Assistant:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- Asking -------------------------------------------------------------------------------------------------------

    def ask(self, text: str) -> Answer:
        """The answer to a question, or the refusal; never raises for what the text is."""
        answered, self._conversation = self.answered(text, self._conversation)
        return answered

    def answered(self, text: str, conversation: Conversation) -> tuple[Answer, Conversation]:
        """The answer to a question within a conversation, and what the conversation has come to."""
        picked = chosen(text, conversation.pending)
        trail = Trail(turns=conversation.turns, picked=picked.reading if picked else None)
        made = self._answer(text, trail)
        if picked is None and conversation.pending and made.outcome is Outcome.ANSWERED:
            made = replace(made, notes=(*made.notes, _DROPPED))
        return made, conversation.after(_turn(trail, made), _pending(trail, made))

    def explain(self, text: str) -> Explanation:
        """How the question is read and answered, stage by stage."""
        trail = Trail()
        made = self._answer(text, trail)
        return Explanation(text, trail.lattice, trail.readings, trail.reading, made)

    def _answer(self, text: str, trail: Trail) -> Answer:
        try:
            with stoppable():
                made = self._answer_or_refusal(text, trail)
        except OutOfTime:
            made = took_too_long(text, self._timeout)
        except duckdb.InterruptException:  # stopped: no word of the question is at fault
            raise
        except (duckdb.Error, RecursionError) as error:  # what the tables reject, or never ends, was misread
            made = misread(text, type(error).__name__)
        return replace(made, spans=_spans(trail), timings=_timings(trail.spent))

    def _answer_or_refusal(self, text: str, trail: Trail) -> Answer:
        if len(text) > LONGEST:
            return too_long(text, f"{LONGEST:,} characters")
        made = self._read(text, trail)
        if trail.lattice and self._scope.beyond(trail.lattice):
            made = None
        if made is None and trail.lattice and self._marks.is_courtesy(trail.lattice.words):
            return Answer(text, Outcome.ANSWERED, _WELCOME)
        if made is not None and trail.reading and is_unplaced(trail.reading):
            trail.chosen = None
            return nowhere(text, places_to_try(self._desk.cursor), self._tried)
        if made is not None:
            return made
        assert trail.lattice is not None and trail.readings is not None
        desk = self._desk
        with trail.stage("plan"):
            refuser = Refuser(self._scope, desk.names, self._tried, desk.lexer.nearest, desk.lexer.wards_of)
            everywhere = desk.reader.chart(trail.lattice, anywhere=True)
            return refuser.not_read(trail.lattice, replace(trail.readings, chart=everywhere))

    def _read(self, text: str, trail: Trail) -> Answer | None:
        """The answer by the reading that is chosen; None where there is none."""
        desk = self._desk
        with trail.stage("names"):
            trail.lattice = desk.lexer.lattice(text)
        if len(trail.lattice.words) > MOST_WORDS:
            return too_long(text, f"{MOST_WORDS} words")
        with trail.stage("parse"):
            trail.readings = self._readings(trail)

        def told(reading: Reading) -> Answer:
            made = answer(reading.ask, desk.cursor, desk.names, text, reading.assumed)
            trail.add("sql", made.timings.sql)
            trail.add("answer", made.timings.answer)
            return made

        chooser = Chooser(text, told, Senses(desk.cursor, desk.names.name))
        trail.chosen = chooser.choose(trail.readings.whole)
        return trail.chosen.answer if trail.chosen else None

    def _readings(self, trail: Trail) -> Readings:
        """The readings of a text as a question; as a follow-up on the turns where it is one, or is no question."""
        reader, lattice, turns = self._desk.reader, trail.lattice, trail.turns
        assert lattice is not None
        if trail.picked is not None:
            return Readings(Chart(0), (trail.picked,), ())
        alone = reader.readings(lattice)
        alone = alone if alone.whole else behind_context(reader, lattice) or alone
        if not turns or (alone.whole and stands_alone(alone.whole[0]) and not self._marks.opens(lattice.words)):
            return alone
        following = Follower(reader, self._marks, turns).readings(lattice)
        if following.whole:
            return following
        lost = self._marks.stands(lattice.words) and not (alone.whole and is_named(alone.whole[0]))
        return replace(alone, whole=()) if lost else alone

    def _answers(self, text: str) -> bool:
        """Whether a question is answered when it is asked as the first of a conversation."""
        try:
            made = self._read(text, Trail())
        except duckdb.InterruptException:
            raise
        except (OutOfTime, duckdb.Error, RecursionError):
            return False
        return made is not None and made.outcome is Outcome.ANSWERED

    @property
    def _desk(self) -> Desk:
        """This thread's own."""
        if not hasattr(self._threads, "desk"):
            cursor = self._connection.cursor()
            self._cursors.append(cursor)
            known = lexer(Lookup(cursor), self._words)
            names = printed(cursor, self._folder)
            reader = Reader(self._grammar, Calendar(cursor), Idioms(known, self._grammar))
            self._threads.desk = Desk(cursor, known, reader, names)
        found: Desk = self._threads.desk
        return found


def _turn(trail: Trail, made: Answer) -> Turn | None:
    """The turn that an answer was, where a reading stands."""
    reading = trail.chosen and trail.chosen.reading
    if not reading or reading.item is None or made.outcome not in (Outcome.ANSWERED, Outcome.NO_DATA):
        return None
    return turn(reading.item.meaning, reading.ask, made.reading or "")


def _pending(trail: Trail, made: Answer) -> tuple[Pending, ...]:
    """The choices that an answer asks to make."""
    return pending(made.choices, trail.chosen.offered) if trail.chosen else ()


def _timings(spent: dict[str, float]) -> Timings:
    return Timings(**{stage: spent.get(stage, 0.0) for stage in ("names", "parse", "plan", "sql", "answer")})


def _spans(trail: Trail) -> tuple[Span, ...]:
    """The words that the reading used, each with what it was read as."""
    reading = trail.reading
    if not reading or trail.lattice is None or trail.picked:
        return ()
    return tuple(_span(edge, trail.lattice) for edge in reading.used)


def _span(edge: Edge, lattice: Lattice) -> Span:
    first, last = lattice.words[edge.first], lattice.words[edge.last - 1]
    said = lattice.text[first.start : last.end]
    return Span(first.start, last.end, said, edge.category.lower(), _plain(edge.value))


def _plain(value: object) -> str:
    ids = getattr(value, "ids", None)
    return " | ".join(ids) if ids else str(getattr(value, "sem", getattr(value, "value", value)))
