"""The JSON Schema in docs/ tells the truth; `tests/questions` holds every own question against it as well."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from assistant import Assistant
from assistant.answer.model import Outcome, Unit
from assistant.render.as_json import json_line
from tests.cli.test_command_line import ASK, assistant
from tests.support.answers import AMBIGUOUS, CONTROL, REFUSED
from tests.support.schema import SCHEMA, breaches

ASKED = (
    "who controls Dudley",
    "closest wards in Walsall 2016",
    "who controls Newcastle",
    "who controls Atlantis",
    "who should I vote for",
    "turnout in Dudley 2016",
    "colourless green ideas in Dudley sleep furiously",
)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_it_names_every_outcome_and_unit() -> None:
    assert SCHEMA["properties"]["outcome"]["enum"] == [outcome.value for outcome in Outcome]
    assert SCHEMA["properties"]["unit"]["enum"] == [*(unit.value for unit in Unit), None]


@pytest.mark.parametrize("answer", [CONTROL, REFUSED, AMBIGUOUS], ids=lambda answer: answer.outcome.value)
def test_an_answer_is_as_it_says(answer: Any) -> None:
    assert not list(breaches(answer.to_dict()))
    assert not list(breaches(json.loads(json_line(answer))))


@pytest.mark.parametrize("question", ASKED)
def test_each_kind_of_answer_is_as_it_says(question: str, real: Assistant) -> None:
    assert not list(breaches(real.ask(question).to_dict()))


def test_a_line_of_run_is_as_it_says() -> None:
    for option in ("--no-attribution", "--timings"):
        run = assistant("run", "--format", "json", option, "-", feed=f"{ASK}\n".encode())
        told = json.loads(run.stdout)
        assert not list(breaches(told)) and told["line"] == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"outcome": "perhaps"}, "$.outcome"),
        ({"rows": [{"party": []}]}, "$.rows[0].party"),
        ({"rows": [{"colour": "red"}]}, "no column"),
        ({"line": 1}, "data_digest"),
        ({"extra": 1}, "extra"),
        ({"suggestions": [{"id": "first", "question": "q"}]}, "$.suggestions[0].id"),
    ],
)
def test_what_is_otherwise_is_a_breach(change: dict[str, Any], said: str) -> None:
    assert said in "\n".join(breaches({**CONTROL.to_dict(), **change}))
