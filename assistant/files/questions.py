"""A question file, line by line: questions, new conversations, expected outcomes, and lines that are bad."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from assistant.answer.model import Outcome
from assistant.records import dataclass

LONGEST = 10_000  # bytes in a line
_EXPECT = re.compile(r"#\s*expect:\s*(.*)", re.IGNORECASE)
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}
ANSWERED = frozenset({Outcome.ANSWERED})
_SHOWN_OF_BAD_LINE = 200  # characters


@dataclass(frozen=True, slots=True)
class Asked:
    """One line to answer: where it is, its text, the outcomes expected of it.

    `opens` is true for the first question of a conversation. `problem` says why a line cannot be asked;
    its text is then only what can be shown of it.
    """

    line: int
    text: str
    opens: bool
    expected: frozenset[Outcome] = ANSWERED
    problem: str | None = None


@dataclass(slots=True)
class _State:
    opens: bool = True
    expected: frozenset[Outcome] | None = None
    problem: str | None = None


def questions(stream: BinaryIO, usual: frozenset[Outcome] = ANSWERED) -> Iterator[Asked]:
    """The questions of a file, one at a time as its lines arrive. Never raises for what a line holds.

    `usual` are the outcomes expected of a question for which the file names none.
    """
    state = _State()
    for number, (raw, whole) in enumerate(_lines(stream), 1):
        text, problem = _decoded(raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw, whole)
        if problem is None and _is_directive(text, state):
            continue
        yield Asked(number, text, state.opens, state.expected or usual, problem or state.problem)
        state.opens, state.expected, state.problem = False, None, None


def _is_directive(text: str, state: _State) -> bool:
    """Whether the line asks nothing; what it says of later lines is kept in `state`."""
    if not text or text == "---":
        state.opens = state.opens or bool(text)
        return True
    if not text.startswith("#"):
        return False
    found = _EXPECT.fullmatch(text)
    if found:
        names = re.split(r"[\s,|]+", found.group(1).strip())
        unknown = [name for name in names if name not in _OUTCOMES]
        state.expected = frozenset(_OUTCOMES[name] for name in names if name in _OUTCOMES) or None
        state.problem = f"no such outcome: {', '.join(unknown) or 'none named'}" if unknown else None
    return True


def _lines(stream: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Each line without its end, and whether that is all of it; the rest of an overlong line is skipped."""
    while raw := stream.readline(LONGEST + 2):
        whole = raw.endswith(b"\n") or len(raw) <= LONGEST
        while not raw.endswith(b"\n") and (rest := stream.readline(LONGEST)):
            raw, whole = raw[:LONGEST] + rest[-1:], False
        yield raw.rstrip(b"\r\n"), whole


def _decoded(raw: bytes, whole: bool) -> tuple[str, str | None]:
    """The line's text, and what is wrong with it."""
    if not whole:
        return _shown(raw), f"longer than {LONGEST:,} bytes"
    try:
        return raw.decode("utf-8").strip(), None
    except UnicodeDecodeError as error:
        return _shown(raw), f"not UTF-8: byte 0x{raw[error.start]:02x} at place {error.start + 1}"


def _shown(raw: bytes) -> str:
    text = raw.decode("utf-8", errors="replace").strip()
    return text if len(text) <= _SHOWN_OF_BAD_LINE else f"{text[:_SHOWN_OF_BAD_LINE]}…"
