"""The questions that are timed: our own of tests/questions, and those of a file elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant import Assistant
from assistant.query.sql import Query

OWN = Path(__file__).parents[1] / "questions"


@dataclass(frozen=True, slots=True)
class Asked:
    """A turn of a conversation, with the SQL that its answer runs."""

    turns: tuple[str, ...]
    queries: tuple[Query, ...]


def conversations(others: Path | None, step: int) -> list[tuple[str, ...]]:
    """Every `step`th conversation of our own files, and those of the file `others`."""
    files = [*sorted(OWN.glob("*.jsonl")), *([others] if others else [])]
    return [turns for path in files for turns in _of(path)][::step]


def _of(path: Path) -> Iterator[tuple[str, ...]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield tuple(" ".join(turn.split()) for turn in json.loads(line)["turns"])


def with_sql(assistant: Assistant, asked: Sequence[tuple[str, ...]]) -> list[Asked]:
    """The last turn of each conversation with its queries; those that need none are left out."""
    found = [Asked(turns, _queries(assistant, turns)) for turns in asked]
    return [one for one in found if one.queries]


def _queries(assistant: Assistant, turns: tuple[str, ...]) -> tuple[Query, ...]:
    prepare(assistant, turns)
    return tuple(assistant.explain(turns[-1]).queries)


def prepare(assistant: Assistant, turns: tuple[str, ...]) -> None:
    """Bring a conversation to its last turn."""
    assistant.reset()
    for turn in turns[:-1]:
        assistant.ask(turn)


def by_hand(assistant: Assistant, queries: Sequence[Query]) -> None:
    """The same SQL with the same values on the same connection, rows fetched."""
    for query in queries:
        assistant._connection.execute(query.text, list(query.parameters)).fetchall()
