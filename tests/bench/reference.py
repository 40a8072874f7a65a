"""Twenty families of questions, each with the best query we can write by hand for the same rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant import Assistant
from assistant.answer.model import Sql
from tests.bench.table import Line
from tests.bench.timing import Pair, percentile, side_by_side

FOLDER = Path(__file__).parent / "queries"


@dataclass(frozen=True, slots=True)
class Reference:
    """A question, named as its file, with the query written by hand."""

    name: str
    question: str
    text: str


def references() -> Iterator[Reference]:
    """Every file of queries/: the question in a comment on the first line, then the query."""
    for path in sorted(FOLDER.glob("*.sql")):
        head, _, text = path.read_text(encoding="utf-8").partition("\n")
        yield Reference(path.stem, head.removeprefix("--").strip(), text.strip())


def generated(assistant: Assistant, question: str) -> Sql:
    """The query that an answer shows as its own."""
    assistant.reset()
    sql = assistant.ask(question).sql
    if sql is None:
        raise ValueError(f"no query answers: {question}")
    return sql


def against_reference(assistant: Assistant, rounds: int) -> tuple[list[Line], list[tuple[str, Pair]]]:
    """The worst and the median family, and each of them."""
    pairs = [(one.name, _pair(assistant, one, rounds)) for one in references()]
    ratios = [pair.ratio for _, pair in pairs]
    worst = max(pairs, key=lambda named: named[1].ratio)
    return [
        Line("generated SQL / best by hand, median family", percentile(ratios, 0.5), 1.2, f"{len(pairs)} families"),
        Line("generated SQL / best by hand, worst family", worst[1].ratio, 1.2, worst[0]),
    ], pairs


def _pair(assistant: Assistant, one: Reference, rounds: int) -> Pair:
    sql, connection = generated(assistant, one.question), assistant._connection
    return side_by_side(
        lambda: connection.execute(sql.text, list(sql.parameters)).fetchall(),
        lambda: connection.execute(one.text).fetchall(),
        rounds,
    )
