"""An Answer as the JSON object of the contract, on one line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from assistant.answer.model import Answer
from assistant.render.visible import escaped
from assistant.render.wanted import USUAL, Wanted


def json_line(answer: Answer, wanted: Wanted = USUAL, more: Mapping[str, Any] | None = None) -> str:
    """One line of JSON, UTF-8 where it is harmless and escaped where a terminal might obey it.

    `more` are keys after those of the contract. Without timings their figures are null, and the same
    question gives the same bytes.
    """
    fields = answer.to_dict()
    fields["rows"] = fields["rows"][: wanted.limit(None)]
    if not wanted.timings:
        fields["timings_ms"] = dict.fromkeys(fields["timings_ms"])
    return escaped(json.dumps({**fields, **(more or {})}, ensure_ascii=False, allow_nan=False))
