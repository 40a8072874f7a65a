"""An Answer as the JSON object of the contract, on one line."""

from __future__ import annotations

import json

from assistant.answer.model import Answer
from assistant.render.visible import escaped


def json_line(answer: Answer) -> str:
    """One line of JSON, UTF-8 where it is harmless and escaped where a terminal might obey it."""
    return escaped(json.dumps(answer.to_dict(), ensure_ascii=False, allow_nan=False))
