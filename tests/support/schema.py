"""The JSON Schema of an answer, as `docs/` has it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "answer.schema.json").read_text(encoding="utf-8"))
_VALIDATOR = Draft202012Validator(SCHEMA)


def breaches(told: Any) -> Iterator[str]:
    """Everything in which an object is not as the schema has it."""
    for error in _VALIDATOR.iter_errors(told):
        yield f"{error.json_path}: {error.message[:200]}"
    if list(told)[: len(SCHEMA["required"])] != SCHEMA["required"]:
        yield f"the keys come in another order: {list(told)}"
    if any(not set(row) <= set(told["columns"]) for row in told["rows"]):
        yield "a row has a key that is no column"
    for key in ("choices", "suggestions"):
        ids = [offered["id"] for offered in told[key]]
        if len(ids) != len(set(ids)):
            yield f"{key} share an id: {ids}"
