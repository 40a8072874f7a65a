"""How a text is read, for tests of readings: the Questions of it, or the kind of refusal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from assistant import Assistant
from assistant.assistant import Trail
from assistant.names.token import Token
from assistant.question.model import Question
from assistant.question.refusal import Refusal

OWN = Path(__file__).parents[1] / "questions"
Read = tuple[Question, ...] | type[Refusal]


def read(real: Assistant, text: str) -> Read:
    """The Questions of `text` as the first of a conversation, or why there is none; raises nothing else."""
    real.reset()
    try:
        return real._questions(text, Trail())
    except Refusal as refusal:
        return type(refusal)


def questions_of(real: Assistant, text: str) -> tuple[Question, ...]:
    """The Questions of `text`; none for a refusal."""
    found = read(real, text)
    return found if isinstance(found, tuple) else ()


def single(*names: str) -> Iterator[str]:
    """Our own questions of one turn, of the files named or of all."""
    for path in sorted(OWN.glob("*.jsonl")):
        if names and path.stem not in names:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            turns = json.loads(line)["turns"] if line.strip() else []
            if len(turns) == 1:
                yield turns[0]


def swapped(text: str, token: Token, name: str) -> str:
    """The text with another name in the token's place, in the same possessive form."""
    possessive = token.text[-2:] if token.text[-2:] in ("'s", "’s") else ""
    return text[: token.start] + name + possessive + text[token.end :]


def mapped(node: Any, change: Callable[[Any], Any]) -> Any:
    """A Question with `change` made at every node, the deepest first."""
    if isinstance(node, tuple):
        return tuple(mapped(part, change) for part in node)
    if is_dataclass(node) and not isinstance(node, type):
        compared = [field.name for field in fields(node) if field.compare]
        node = replace(node, **{name: mapped(getattr(node, name), change) for name in compared})
    return change(node)
