"""Which layer of an answer moved: how the question was read, its SQL, the figures, or the wording."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum
from hashlib import sha256

from assistant.answer.model import Answer
from assistant.files.compare import aligned, moved
from assistant.files.transcript import PLACEHOLDER, Exchange
from assistant.records import dataclass
from assistant.render.text import LABELS

_FIGURE = re.compile(r"[\u2212+-]?\d(?:[\d,.]*\d)?%?")
_NAME = re.compile(r"\b[A-Z]\w{3,}")  # shorter words with a capital mostly begin a sentence
_READING = "Reading:"
_LABELLED = re.compile(rf"({'|'.join(LABELS)}): ")
_RESTS_ON = re.compile("(Reading|Assumed|Basis|Sources|Try): ")
_CARETS = re.compile(r" *\^+")


class Layer(Enum):
    """The first layer, in the order a question passes them, that is not as it was."""

    READING = "reading"
    SQL = "SQL"
    FIGURES = "figures"
    WORDING = "wording"


def layers_of(answer: Answer) -> str:
    """What a transcript's fence keeps of an answer: short digests of its SQL and of its figures."""
    sql = answer.sql.to_dict() if answer.sql else None
    return f"{_digest(sql)}-{_digest([answer.value, [dict(row) for row in answer.rows]])}"


def layer_moved(exchange: Exchange, found: Sequence[str], answer: Answer) -> Layer:
    """The layer that moved between what was expected and the lines found."""
    before, after = _reading(exchange.expected), _reading(found)
    if before != after and (before or _is_whole(exchange.expected)):
        return Layer.READING
    kept_sql, kept_figures = (exchange.layers or "-").split("-", 1)
    sql, figures = layers_of(answer).split("-", 1)
    if kept_sql and kept_sql != sql:
        return Layer.SQL
    if kept_figures and kept_figures != figures:
        return Layer.FIGURES
    told = Told.of(exchange.expected, found)
    return Layer.FIGURES if told.figures_moved or told.names_moved(answer) else Layer.WORDING


def sql_moved(exchange: Exchange, answer: Answer) -> bool:
    """Whether the fence remembers another SQL than the one that ran."""
    return bool(exchange.layers) and exchange.layers.split("-")[0] != layers_of(answer).split("-")[0]


def _digest(value: object) -> str:
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:6]


def _reading(lines: Sequence[str]) -> str:
    """The words after `Reading:`, those of the lines that carry it on included."""
    for number, line in enumerate(lines):
        if line.startswith(_READING):
            following = lines[number + 1 :]
            ends = (at for at, more in enumerate(following) if not more.startswith("  "))
            return " ".join(" ".join([line, *following[: next(ends, len(following))]]).split())
    return ""


def _is_whole(expected: Sequence[str]) -> bool:
    """Whether the lines are those of a whole answer: labelled, or with carets, and nothing left out."""
    labelled = any(_LABELLED.match(line) or _CARETS.fullmatch(line) for line in expected)
    return labelled and not _has_placeholder(expected)


def _has_placeholder(expected: Sequence[str]) -> bool:
    return any(line.strip() == PLACEHOLDER for line in expected)


@dataclass(frozen=True, slots=True)
class Told:
    """What lines say of the answer itself: those that went, and those that came instead.

    Left out are the lines that tell what an answer rests on, where a figure is a date or part of a name.
    A `whole` answer was expected line by line; anything less was written by hand, and may have passed over much.
    """

    gone: str
    new: str
    whole: bool

    @classmethod
    def of(cls, expected: Sequence[str], found: Sequence[str]) -> Told:
        """From the lines expected and those found."""
        whole, asserted, came = _is_whole(expected), _answering(expected), _answering(found)
        gone, new = moved(asserted, came) if whole else _faced(asserted, came)
        return cls("\n".join(gone), "\n".join(new), whole)

    @property
    def figures_moved(self) -> bool:
        """Whether a figure went, or one came where none was passed over."""
        gone, new = Counter(_FIGURE.findall(self.gone)), Counter(_FIGURE.findall(self.new))
        return bool(gone - new) or (self.whole and bool(new - gone))

    def names_moved(self, answer: Answer) -> bool:
        """Whether a name that the answer tells came in the place of another."""
        cells = [answer.value, *(cell for row in answer.rows for cell in row.values())]
        names = {cell for cell in cells if isinstance(cell, str)}
        came = any(name in self.new and name not in self.gone for name in names)
        return came and bool(set(_NAME.findall(self.gone)) - set(_NAME.findall(self.new)))


def _faced(expected: Sequence[str], found: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines that did not come, and those that each of them faces: a row, or the words of a whole paragraph."""
    steps = [step for step in aligned(expected, found) if not step.agrees]
    gone = [expected[step.expected] for step in steps if step.expected is not None]
    faced = [step.found for step in steps if step.expected is not None and step.found is not None]
    return gone, [line for number in faced for line in _paragraph(found, number)]


def _paragraph(lines: Sequence[str], number: int) -> Sequence[str]:
    """The lines round one that no empty line parts from it; that line alone in a table or among labelled ones."""
    first, last = number, number + 1
    while first and lines[first - 1]:
        first -= 1
    while last < len(lines) and lines[last]:
        last += 1
    listed = any(line.startswith("─") or _LABELLED.match(line) for line in lines[first:last])
    return lines[number : number + 1] if listed else lines[first:last]


def _answering(lines: Sequence[str]) -> list[str]:
    """The lines without those labelled as what the answer rests on, and what carries these on."""
    kept: list[str] = []
    within = False
    for line in lines:
        within = bool(_RESTS_ON.match(line)) or (within and line.startswith("  "))
        kept += [] if within else [line]
    return kept
