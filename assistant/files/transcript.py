"""A transcript's parts: Markdown in which blocks fenced as `transcript` hold questions and answers.

Each block is a conversation. A line `> question` is followed by the plain-text answer expected, in
which a line `...` stands for any run of lines. After the word `transcript` the fence may carry the
layers of each exchange (`layers=QUESTION:SQL-FIGURES,…`, see `layers.py`), which Markdown readers do not show.
QUESTION is the id of the question, so that exchanges written by hand between others take no other's layers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from assistant.answer.model import ask_id
from assistant.errors import InputError, place
from assistant.records import dataclass

PLACEHOLDER = "..."
_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})\s*transcript(?:\s+(?P<info>.*))?")
_OTHER = re.compile(r" {0,3}(`{3,}|~{3,})[^`]*$")
_LAYERS = re.compile(r"layers=(\S+)")
_ASK = "> "
_ID = 4  # hexadecimal digits of a question's id
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question on line `line` (from 1) and the lines expected after it, `first` to `last` (exclusive).

    `layers` is what the fence remembers of the answer's SQL and figures, or "".
    """

    line: int
    question: str
    expected: tuple[str, ...]
    layers: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One conversation: the line of its opening fence, and its exchanges."""

    line: int
    exchanges: tuple[Exchange, ...]


@dataclass(frozen=True, slots=True)
class Transcript:
    """A file, its lines as they are (split at line feeds alone), and its blocks."""

    path: Path
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]


def read_transcript(path: Path) -> Transcript:
    """The transcript in `path`. Raises InputError if it cannot be read, or has nothing to run."""
    try:
        lines = tuple(path.read_bytes().decode("utf-8").split("\n"))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}") from error
    blocks = tuple(_blocks(path, lines))
    if not blocks:
        remedy = "Put questions in a block fenced ```transcript, each on a line that begins with '> '."
        raise InputError(str(path), "no transcript block: nothing here is ever run", remedy=remedy)
    return Transcript(path, lines, blocks)


def _blocks(path: Path, lines: tuple[str, ...]) -> list[Block]:
    blocks: list[Block] = []
    number = 0
    while number < len(lines):
        opening = _FENCE.fullmatch(lines[number].removeprefix(_BOM).rstrip())
        if opening is None:
            number = _after_other(lines, number)
            continue
        end = _end(path, lines, number, opening["fence"])
        blocks.append(Block(number + 1, _exchanges(path, lines, number + 1, end, opening["info"] or "")))
        number = end + 1
    return blocks


def _after_other(lines: tuple[str, ...], number: int) -> int:
    """The line after `number`, or after the block of another kind that it opens: nothing in that is ours."""
    other = _OTHER.match(lines[number])
    if other is None:
        return number + 1
    closing = re.compile(rf" {{0,3}}{other[1]}{other[1][0]}*\s*")
    ends = (at for at in range(number + 1, len(lines)) if closing.fullmatch(lines[at]))
    return next(ends, number) + 1


def _end(path: Path, lines: tuple[str, ...], opening: int, fence: str) -> int:
    for number in range(opening + 1, len(lines)):
        line = lines[number].strip()
        if line.startswith(fence) and not line.strip(fence[0]):
            return number
    raise InputError(place(path, opening + 1), "the block is never closed", excerpt=lines[opening])


def _exchanges(path: Path, lines: tuple[str, ...], first: int, end: int, info: str) -> tuple[Exchange, ...]:
    asks = [number for number in range(first, end) if lines[number].startswith(_ASK)]
    if not asks or any(line.strip() for line in lines[first : asks[0]]):
        raise InputError(place(path, first + 1), f"a block begins with a question: '{_ASK}question'")
    questions = [lines[ask].removeprefix(_ASK).strip() for ask in asks]
    bounds = zip(asks, [*asks[1:], end], _layers(info, questions), strict=True)
    return tuple(_exchange(lines, ask, until, layer) for ask, until, layer in bounds)


def remembered(layers: Iterable[tuple[str, str]]) -> str:
    """What a fence keeps of (question, layers): the layers by the question's id, "" where there are none."""
    return ",".join(f"{ask_id(question)[:_ID]}:{layer}" if layer else "" for question, layer in layers)


def _layers(info: str, questions: Sequence[str]) -> list[str]:
    """The layers that a fence remembers for each question, "" for none.

    Layers without an id are told by their place, and only where there are as many as questions.
    """
    found = _LAYERS.search(info)
    kept = found.group(1).split(",") if found else []
    by_id = dict(each.split(":", 1) for each in kept if ":" in each)
    if by_id or len(kept) != len(questions):
        return [by_id.get(ask_id(question)[:_ID], "") for question in questions]
    return kept


def _exchange(lines: tuple[str, ...], ask: int, until: int, layers: str) -> Exchange:
    expected = [line.rstrip() for line in lines[ask + 1 : until]]
    while expected and not expected[-1]:
        expected.pop()
    return Exchange(ask + 1, lines[ask].removeprefix(_ASK).strip(), tuple(expected), layers)
