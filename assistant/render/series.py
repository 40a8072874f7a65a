"""Many answers as one document, written as they come: what stands before them, each of them, what stands after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import Protocol

from assistant.answer.model import Answer, Cell, Source
from assistant.records import dataclass
from assistant.render import render
from assistant.render.as_csv import SUMMARY, csv_line, csv_sources, csv_summary
from assistant.render.as_html import html_foot, html_head, html_section
from assistant.render.as_json import json_line
from assistant.render.as_xlsx import workbook_of_many
from assistant.render.visible import visible
from assistant.render.wanted import Wanted

BESIDE = ("file", "line", "data_digest")


@dataclass(frozen=True, slots=True)
class Item:
    """An answer, the file and line its question stands in, and the digest of the data it is from."""

    answer: Answer
    file: str
    line: int
    digest: str

    @property
    def beside(self) -> tuple[Cell, ...]:
        """What BESIDE names."""
        return (self.file, self.line, self.digest)


class Series(Protocol):
    """A document of answers. Each part is text without its last line break, or None where there is none."""

    def begin(self) -> str | None:
        """What stands before the answers."""

    def each(self, item: Item) -> str | None:
        """One answer."""

    def end(self) -> str | bytes | None:
        """What stands after the answers; bytes where the whole is no text."""


@dataclass(slots=True)
class Plain:
    """Each question under `head`, its answer as text or Markdown."""

    form: str
    head: str
    wanted: Wanted

    def begin(self) -> str | None:
        """Nothing."""
        return None

    def each(self, item: Item) -> str:
        """The question, an empty line, the answer, an empty line."""
        return f"{self.head}{visible(item.answer.question)}\n\n{render(item.answer, self.form, self.wanted)}\n"

    def end(self) -> None:
        """Nothing: each answer names its sources."""


@dataclass(slots=True)
class Lines:
    """JSON, an object a line: the contract's keys, then those of BESIDE."""

    wanted: Wanted

    def begin(self) -> str | None:
        """Nothing."""
        return None

    def each(self, item: Item) -> str:
        """The object."""
        return json_line(item.answer, self.wanted, dict(zip(BESIDE, item.beside, strict=True)))

    def end(self) -> None:
        """Nothing: each object names its sources."""


@dataclass(slots=True)
class Summaries:
    """CSV, a line a question."""

    wanted: Wanted
    sources: dict[Source, None] = field(default_factory=dict)

    def begin(self) -> str:
        """The header."""
        return csv_line([*SUMMARY, *BESIDE])

    def each(self, item: Item) -> str:
        """The line."""
        self.sources.update(dict.fromkeys(item.answer.sources))
        return csv_summary(item.answer, *item.beside)

    def end(self) -> str | None:
        """Who is to be named, in comment lines."""
        return "\n".join(csv_sources(self.sources)) or None if self.wanted.attribution else None


@dataclass(slots=True)
class Page:
    """HTML, a section a question, and one footer."""

    wanted: Wanted
    sources: dict[Source, None] = field(default_factory=dict)

    def begin(self) -> str:
        """The head of the page."""
        return html_head("Answers")

    def each(self, item: Item) -> str:
        """The section."""
        self.sources.update(dict.fromkeys(item.answer.sources))
        return html_section(item.answer, self.wanted)

    def end(self) -> str:
        """The footer."""
        return html_foot(self.sources, self.wanted)


@dataclass(slots=True)
class Workbook:
    """A workbook, which is only whole at its end."""

    wanted: Wanted
    items: list[Item] = field(default_factory=list)

    def begin(self) -> str | None:
        """Nothing."""
        return None

    def each(self, item: Item) -> str | None:
        """Nothing yet."""
        self.items.append(item)
        return None

    def end(self) -> bytes:
        """The workbook."""
        return workbook_of_many([(item.answer, item.beside) for item in self.items], BESIDE, self.wanted)


_BY_NAME: dict[str, Callable[[Wanted], Series]] = {
    "text": lambda wanted: Plain("text", "> ", wanted),
    "markdown": lambda wanted: Plain("markdown", "## ", wanted),
    "json": Lines,
    "csv": Summaries,
    "html": Page,
    "xlsx": Workbook,
}


def series(form: str, wanted: Wanted) -> Series:
    """A document in a format: one of FORMATS, or a workbook."""
    return _BY_NAME[form](wanted)
