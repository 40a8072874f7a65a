"""The contract that others build on: keys, types, outcomes, exit codes; asked of the real tables."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from assistant import Assistant
from assistant.answer.model import Outcome, Unit

ROOT = Path(__file__).parents[1]
TYPES: dict[str, type | tuple[type, ...]] = {
    "question": str,
    "outcome": str,
    "reading": (str, type(None)),
    "assumed": list,
    "answer": str,
    "value": (str, int, float, bool, type(None)),
    "unit": (str, type(None)),
    "columns": list,
    "rows": list,
    "basis": (str, type(None)),
    "coverage": (str, type(None)),
    "sources": list,
    "choices": list,
    "suggestions": list,
    "notes": list,
    "sql": (dict, type(None)),
    "spans": list,
    "timings_ms": dict,
}
PARTS: dict[str, dict[str, type | tuple[type, ...]]] = {
    "sources": {"id": str, "title": str, "publisher": str, "licence": str, "as_of": (str, type(None))},
    "choices": {"id": str, "number": int, "label": str, "question": str},
    "suggestions": {"id": str, "question": str},
    "spans": {
        "start": int,
        "end": int,
        "text": str,
        "role": str,
        "value": (str, int, float, bool, type(None)),
    },
}
ENDED = [
    ("who controls Dudley", 0, "answered"),
    ("Labour net seats West Midlands", 0, "answered"),
    ("who controls Tamwroth", 0, "answered"),
    ("who controls Newcastle", 1, "ambiguous"),
    ("who controls Atlantis", 1, "unknown_name"),
    ("who should I vote for", 1, "out_of_scope"),
    ("turnout in Dudley 2016", 1, "no_data"),
    ("colourless green ideas in Dudley sleep furiously", 1, "not_understood"),
]


@pytest.mark.parametrize(("question", "code", "outcome"), ENDED)
def test_ask_ends_with_the_outcome_and_its_exit_code(
    question: str, code: int, outcome: str, cache_folder: Path
) -> None:
    command = [sys.executable, "-m", "assistant", "--cache", str(cache_folder), "ask", "--format", "json"]
    run = subprocess.run([*command, question], cwd=ROOT, capture_output=True, check=False)
    assert b"Traceback" not in run.stderr
    said = json.loads(run.stdout)
    assert (run.returncode, said["outcome"]) == (code, outcome)
    assert list(said) == list(TYPES)


def test_a_misspelt_name_is_answered_and_said(real: Assistant) -> None:
    said = real.ask("who controls Tamwroth").to_dict()
    assert "Tamworth" in said["answer"]
    assert any("Tamwroth" in note and "Tamworth" in note for note in said["notes"])


def test_a_name_of_two_councils_is_a_numbered_choice_that_can_be_asked(real: Assistant) -> None:
    answer = real.ask("who controls Newcastle")
    assert [choice.number for choice in answer.choices] == [1, 2]
    assert {real.ask(choice.question).outcome.value for choice in answer.choices} == {"answered"}


def test_an_unknown_name_gets_names_that_are_known(real: Assistant) -> None:
    choices = real.ask("who controls Atlantis").choices
    assert choices and {real.ask(choice.question).outcome.value for choice in choices} == {"answered"}


def test_a_figure_that_is_not_held_says_which_years_are(real: Assistant) -> None:
    answer = real.ask("turnout in Dudley 2016")
    assert any("Held" in note and "2018" in note and "2014" in note for note in answer.notes)
    assert answer.suggestions
    assert {real.ask(question).outcome.value for question in answer.suggestions} == {"answered"}


@pytest.mark.parametrize("question", [question for question, code, _ in ENDED if code])
def test_what_a_refusal_suggests_can_be_asked(question: str, real: Assistant) -> None:
    for suggestion in real.ask(question).suggestions:
        real.reset()
        assert real.ask(suggestion).outcome is Outcome.ANSWERED, suggestion


def own() -> Iterator[Any]:
    """The first questions of each of our own question files."""
    for path in sorted((ROOT / "tests" / "questions").glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in islice((text for text in lines if text.strip()), 6):
                turns = json.loads(line)["turns"]
                yield pytest.param(turns, id=f"{path.stem}: {turns[-1]}")


@pytest.mark.parametrize("turns", own())
def test_the_json_of_an_own_question(turns: list[str], real: Assistant) -> None:
    said = [real.ask(turn).to_dict() for turn in turns][-1]
    assert not list(faults(said))


def test_rows_are_objects_over_the_columns(real: Assistant) -> None:
    for parameters in own():
        real.reset()
        said = [real.ask(turn).to_dict() for turn in parameters.values[0]][-1]
        assert {tuple(row) for row in said["rows"]} <= {tuple(said["columns"])}, said["question"]


def faults(said: dict[str, Any]) -> Iterator[str]:
    """Everything in which the object is not as the contract has it."""
    if list(said) != list(TYPES):
        yield f"keys {list(said)}"
    yield from (f"{key} is {said[key]!r}" for key, kind in TYPES.items() if not isinstance(said[key], kind))
    for key, parts in PARTS.items():
        for part in said[key]:
            if list(part) != list(parts):
                yield f"{key} has keys {list(part)}"
            yield from (f"{key}.{k} is {part[k]!r}" for k, of in parts.items() if not isinstance(part[k], of))
    if list(said["timings_ms"]) != ["names", "parse", "plan", "sql", "answer", "total"]:
        yield f"timings {said['timings_ms']}"
    if said["outcome"] not in {outcome.value for outcome in Outcome}:
        yield f"outcome {said['outcome']}"
    if said["unit"] not in {None, *(unit.value for unit in Unit)}:
        yield f"unit {said['unit']}"
    if any(said["question"][span["start"] : span["end"]] != span["text"] for span in said["spans"]):
        yield "a span is not where its text is"
    yield from offered_faults(said)
    yield from table_faults(said)
    yield from answered_faults(said) if said["outcome"] == "answered" else refused_faults(said)


def offered_faults(said: dict[str, Any]) -> Iterator[str]:
    if not all(isinstance(sentence, str) and sentence for sentence in said["assumed"]):
        yield f"assumed holds {said['assumed']}"
    for key in ("choices", "suggestions"):
        ids = [offered["id"] for offered in said[key]]
        if len(ids) != len({offered["question"] for offered in said[key]}) or len(ids) != len(set(ids)):
            yield f"{key} have ids {ids}"


def table_faults(said: dict[str, Any]) -> Iterator[str]:
    for row in said["rows"]:
        for key, cell in row.items():
            if not isinstance(cell, str | int | float | bool | None):
                yield f"{key} is {cell!r}"
        for key in ("party", "winner", "control"):
            if row.get(key) in ("Lab", "Con", "LD", "Lib Dem", "Grn", "Ind", "Ref", "Reform", "NOC"):
                yield f"{key} {row[key]} is not a full name"
        if str(row.get("council", "")).endswith(" Council"):
            yield f"council {row['council']} has a suffix"


# About the assistant and its terms: nothing counted, so no basis and perhaps no source.
_ABOUT = ("Ask about", "Held", "Every figure comes")


def answered_faults(said: dict[str, Any]) -> Iterator[str]:
    if not said["answer"] or not said["reading"]:
        yield "answered without a sentence or a reading"
    figure = isinstance(said["value"], int | float) or bool(said["rows"])
    if figure and not said["answer"].startswith(_ABOUT) and not said["basis"]:
        yield "a figure without its basis"
    if (figure or said["sql"]) and not said["answer"].startswith(_ABOUT) and not said["sources"]:
        yield "a figure without a source"
    if said["choices"]:
        yield "answered, yet with choices"


def refused_faults(said: dict[str, Any]) -> Iterator[str]:
    if said["value"] is not None:
        yield f"refused, yet with a figure: {said['value']!r}"
    if not said["answer"]:
        yield "refused without a word"
    if not said["notes"] and not said["choices"] and not said["suggestions"]:
        yield "refused without what can be asked instead"
