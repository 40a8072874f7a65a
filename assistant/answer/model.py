"""What a question gets back: an outcome, a sentence, a table, and where each figure comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from assistant.column import Cell, Column, Unit
from assistant.records import dataclass

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from assistant.render.codes import Codes

__all__ = ["Answer", "Cell", "Choice", "Column", "Outcome", "Source", "Span", "Sql", "Timings", "Unit", "ask_id"]

_ID_LENGTH = 8  # hexadecimal digits: enough to tell apart what one answer offers


def ask_id(question: str) -> str:
    """A short id of a question on offer, the same in every run: it is made of the words alone."""
    return sha256(" ".join(question.casefold().split()).encode()).hexdigest()[:_ID_LENGTH]


class Outcome(Enum):
    """How an ask ended, in one word; also in the JSON and behind the exit code."""

    ANSWERED = "answered"
    AMBIGUOUS = "ambiguous"
    UNKNOWN_NAME = "unknown_name"
    NOT_UNDERSTOOD = "not_understood"
    NO_DATA = "no_data"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so: id, title, publisher, licence and the date or words for "as of"."""

    id: str
    title: str
    publisher: str
    licence: str
    as_of: str | None

    def to_dict(self) -> dict[str, Cell]:
        """The source as the JSON contract has it."""
        return {
            "id": self.id,
            "title": self.title,
            "publisher": self.publisher,
            "licence": self.licence,
            "as_of": self.as_of,
        }


@dataclass(frozen=True, slots=True)
class Choice:
    """One numbered reading of an ambiguous question; `question` asks it outright."""

    number: int
    label: str
    question: str

    @property
    def id(self) -> str:
        """The id of the question that the choice asks, whatever its number."""
        return ask_id(self.question)

    def to_dict(self) -> dict[str, Cell]:
        """The choice as the JSON contract has it."""
        return {"id": self.id, "number": self.number, "label": self.label, "question": self.question}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the question (`start` inclusive, `end` exclusive), its role and what it was read as."""

    start: int
    end: int
    text: str
    role: str
    value: Cell

    def to_dict(self) -> dict[str, Cell]:
        """The span as the JSON contract has it."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "role": self.role,
            "value": self.value,
        }


@dataclass(frozen=True, slots=True)
class Sql:
    """The query that ran: text with `?` for each value, and the values in order."""

    text: str
    parameters: tuple[Cell, ...]

    def to_dict(self) -> dict[str, Any]:
        """The query as the JSON contract has it."""
        return {"text": self.text, "parameters": list(self.parameters)}


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds spent in each stage."""

    names: float = 0.0
    parse: float = 0.0
    plan: float = 0.0
    sql: float = 0.0
    answer: float = 0.0

    def to_dict(self) -> dict[str, float]:
        """Stage → milliseconds, with their total."""
        stages = {
            "names": self.names,
            "parse": self.parse,
            "plan": self.plan,
            "sql": self.sql,
            "answer": self.answer,
        }
        return {**{k: round(v, 3) for k, v in stages.items()}, "total": round(sum(stages.values()), 3)}


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in its six parts, or a refusal with what can be asked instead.

    `sentence` is the headline (or the refusal in words); `value` its figure, name or truth;
    `reading` is the question said back, and asking it gives the same answer; `assumed` tells, a sentence
    each, what was filled in, inherited or passed over on the way to it; `notes` hold disagreements and what
    else a reader of the figures must know; `rows` map each column's key to a cell; `suggestions` are
    questions that are answered; `caret` is the span of the first word that could not be used, for a refusal;
    `codes` are those of the names told, for whoever turns the table into a frame.
    """

    question: str
    outcome: Outcome
    sentence: str
    reading: str | None = None
    value: Cell = None
    unit: Unit | None = None
    columns: tuple[Column, ...] = ()
    rows: tuple[Mapping[str, Cell], ...] = ()
    basis: str | None = None
    coverage: str | None = None
    sources: tuple[Source, ...] = ()
    assumed: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    notes: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    sql: Sql | None = None
    spans: tuple[Span, ...] = ()
    caret: Span | None = None
    timings: Timings = field(default=Timings(), compare=False)
    codes: Codes | None = field(default=None, compare=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object of the contract; every key is always there."""
        return {
            "question": self.question,
            "outcome": self.outcome.value,
            "reading": self.reading,
            "assumed": list(self.assumed),
            "answer": self.sentence,
            "value": self.value,
            "unit": self.unit.value if self.unit else None,
            "columns": [column.key for column in self.columns],
            "rows": [dict(row) for row in self.rows],
            "basis": self.basis,
            "coverage": self.coverage,
            "sources": [source.to_dict() for source in self.sources],
            "choices": [choice.to_dict() for choice in self.choices],
            "suggestions": [{"id": ask_id(question), "question": question} for question in self.suggestions],
            "notes": list(self.notes),
            "sql": self.sql.to_dict() if self.sql else None,
            "spans": [span.to_dict() for span in self.spans],
            "timings_ms": self.timings.to_dict(),
        }

    def to_arrow(self) -> pyarrow.Table:
        """The table as Arrow, typed by the units of its columns; needs the extra "arrow"."""
        from assistant.render.frames import to_arrow

        return to_arrow(self)

    def to_pandas(self) -> pandas.DataFrame:
        """The table as a DataFrame of pandas, typed likewise; needs the extra "pandas"."""
        from assistant.render.frames import to_pandas

        return to_pandas(self)

    def to_polars(self) -> polars.DataFrame:
        """The table as a DataFrame of Polars, typed likewise; needs the extra "polars"."""
        from assistant.render.frames import to_polars

        return to_polars(self)

    def _repr_html_(self) -> str:
        """The answer as a notebook shows it."""
        from assistant.render.as_html import html

        return html(self)
