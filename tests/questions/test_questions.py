"""The project's own questions: every file here is asked, an item a line, and judged by what it expects."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant import Assistant
from tests.questions.instead import unhelpful
from tests.questions.judge import fault
from tests.support.schema import breaches

FOLDER = Path(__file__).parent
OPEN = FOLDER / "open.txt"  # questions known not to be answered as they should be yet, a line each


def still_open() -> set[str]:
    """The questions that are still open; one that has come right fails until it is struck from the list."""
    lines = OPEN.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def marks(item: dict[str, Any], known: set[str]) -> list[pytest.MarkDecorator]:
    """An expected failure for an open question."""
    asked = " / ".join(item["turns"])
    return [pytest.mark.xfail(reason="open", strict=True, raises=AssertionError)] if asked in known else []


def items() -> list[Any]:
    """Every item, named by its file and line."""
    known = still_open()
    return [
        pytest.param(item := json.loads(text), id=f"{path.stem}:{line}", marks=marks(item, known))
        for path in sorted(FOLDER.glob("*.jsonl"))
        for line, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if text.strip()
    ]


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """One assistant for all of them; each item begins a new conversation."""
    one = Assistant(cache=tmp_path_factory.mktemp("tables"))
    yield one
    one.close()


@pytest.mark.parametrize("item", items())
def test_question(item: dict[str, Any], assistant: Assistant) -> None:
    assistant.reset()
    for turn in item["turns"][:-1]:
        assistant.ask(turn)
    explained = assistant.explain(item["turns"][-1])
    wanting = unhelpful(assistant, explained.answer, str(explained))
    if wanting is not None:
        pytest.fail(wanting)  # no AssertionError, so that an open question fails by it too
    told = explained.answer.to_dict()
    amiss = list(breaches(told))
    if amiss:
        pytest.fail("\n".join(amiss))
    wrong = fault(item, told)
    assert wrong is None, f"{' / '.join(item['turns'])}: {wrong}"


def test_an_open_question_is_a_question() -> None:
    asked = {" / ".join(parameters.values[0]["turns"]) for parameters in items()}
    assert still_open() <= asked


def test_questions_are_asked_once() -> None:
    asked = Counter(" / ".join(parameters.values[0]["turns"]) for parameters in items())
    assert not sorted(turns for turns, times in asked.items() if times > 1)
