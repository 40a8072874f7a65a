"""Which layer of an answer moved: how the question was read, its SQL, the figures, or the wording."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum
from hashlib import sha256

from assistant.answer.model import Answer
from assistant.files.compare import moved
from assistant.files.transcript import PLACEHOLDER, Exchange

_FIGURE = re.compile(r"[\u2212+-]?\d(?:[\d,.]*\d)?%?")
_READING = "Reading:"


class Layer(Enum):
    """The first layer, in the order a question passes them, that is not as it was."""

    READING = "reading"
    SQL = "SQL"
    FIGURES = "figures"
    WORDING = "wording"


def layers_of(answer: Answer) -> str:
    """What a transcript's fence keeps of an answer: short digests of its SQL and of its figures."""
    sql = answer.sql.to_dict() if answer.sql else None
    return f"{_digest(sql)}-{_digest([answer.value, [dict(row) for row in answer.rows]])}"


def layer_moved(exchange: Exchange, found: Sequence[str], answer: Answer) -> Layer:
    """The layer that moved between what was expected and the lines found."""
    before, after = _reading(exchange.expected), _reading(found)
    if before != after and (before or not _has_placeholder(exchange)):
        return Layer.READING
    kept_sql, kept_figures = (exchange.layers or "-").split("-", 1)
    sql, figures = layers_of(answer).split("-", 1)
    if kept_sql and kept_sql != sql:
        return Layer.SQL
    if (kept_figures and kept_figures != figures) or _figures_moved(exchange.expected, found):
        return Layer.FIGURES
    return Layer.WORDING


def sql_moved(exchange: Exchange, answer: Answer) -> bool:
    """Whether the fence remembers another SQL than the one that ran."""
    return bool(exchange.layers) and exchange.layers.split("-")[0] != layers_of(answer).split("-")[0]


def _digest(value: object) -> str:
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:6]


def _reading(lines: Sequence[str]) -> str:
    """The words after `Reading:`, those of the lines that carry it on included."""
    for number, line in enumerate(lines):
        if line.startswith(_READING):
            following = lines[number + 1 :]
            ends = (at for at, more in enumerate(following) if not more.startswith("  "))
            return " ".join(" ".join([line, *following[: next(ends, len(following))]]).split())
    return ""


def _has_placeholder(exchange: Exchange) -> bool:
    return any(line.strip() == PLACEHOLDER for line in exchange.expected)


def _figures_moved(expected: Sequence[str], found: Sequence[str]) -> bool:
    gone, new = moved(expected, found)
    return _figures(gone) != _figures(new)


def _figures(lines: Sequence[str]) -> Counter[str]:
    return Counter(figure for line in lines for figure in _FIGURE.findall(line))
