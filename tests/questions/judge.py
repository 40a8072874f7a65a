"""What makes an answer to a regression question right, in the words of the item itself.

An item is a JSON object: `turns` (the last one is judged), `outcome` (one, or a list of acceptable ones),
and for an answer `value`, `accept` (other defensible headlines), `tol` (how far a number may be off),
`mentions` (each a list of alternatives, one of which must be said), `never` (what must not be said), `why`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

SAID = ("answer", "rows", "notes", "reading", "assumed", "basis", "value")


def fault(item: Mapping[str, Any], got: Mapping[str, Any]) -> str | None:
    """What is wrong with `got` (an `Answer.to_dict()`), or None if it is right."""
    wanted = [item["outcome"]] if isinstance(item["outcome"], str) else item["outcome"]
    if got["outcome"] not in wanted:
        return f"outcome {got['outcome']}, wanted {' or '.join(wanted)}; said {got['answer']!r}"
    if got["outcome"] != "answered":
        return None
    return _said_wrongly(item, got)


def _said_wrongly(item: Mapping[str, Any], got: Mapping[str, Any]) -> str | None:
    text = plain(json.dumps([got[key] for key in SAID], ensure_ascii=False))
    for word in item.get("never", ()):
        if said([word], text):
            return f"says {word!r}: {got['answer']!r}"
    missing = [options for options in item.get("mentions", ()) if not said(options, text)]
    if missing:
        return f"does not say {missing}: {got['answer']!r}"
    values = [item.get("value"), *item.get("accept", ())]
    values = [value for value in values if value is not None]
    if values and not _headline(item, got, values):
        return f"value {got['value']!r}, wanted {values}: {got['answer']!r}"
    return None


def _headline(item: Mapping[str, Any], got: Mapping[str, Any], wanted: list[Any]) -> bool:
    """Whether the headline is one of those wanted; another kind will do if the sentence says all mentions."""
    value = got["value"]
    if any(same(value, want, item.get("tol", 0)) for want in wanted):
        return True
    if not item.get("mentions") or any(isinstance(want, bool) for want in wanted):
        return False
    if not all(said(options, plain(got["answer"] or "")) for options in item["mentions"]):
        return False
    clash = number(value) is not None and all(number(want) is not None for want in wanted)
    return not clash


def same(value: object, want: object, tolerance: float) -> bool:
    """Whether a headline value is the one wanted: as numbers within the tolerance, else as words."""
    if isinstance(want, bool) or isinstance(value, bool):
        return value is want
    left, right = number(value), number(want)
    if left is not None and right is not None:
        return abs(left - right) <= tolerance + 1e-9
    return value is not None and plain(str(value)) == plain(str(want))


def number(value: object) -> float | None:
    """The number a headline is, signs and separators aside; None if it is not one."""
    if isinstance(value, bool) or value is None:
        return None
    try:
        return float(str(value).replace(",", "").replace("%", "").replace("\N{MINUS SIGN}", "-"))
    except ValueError:
        return None


def plain(text: str) -> str:
    """Lower case, one kind of dash, apostrophe and space."""
    text = text.replace("\N{MINUS SIGN}", "-").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return re.sub(r"\s+", " ", text.lower())


def said(options: list[str], text: str) -> bool:
    """Whether a text (as `plain` leaves it) has one of the options as whole words or a whole number."""
    return any(re.search(_pattern(plain(option)), text) for option in options)


def _pattern(option: str) -> str:
    if re.fullmatch(r"[-+]?[\d.,]+", option):
        return r"(?<![\d.])" + re.escape(option) + r"(?!\d|\.\d)"
    return r"(?<!\w)" + re.escape(option) + r"(?!\w)"
