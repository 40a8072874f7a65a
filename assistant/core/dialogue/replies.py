"""A reply to what was asked back: the choice that it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answer.model import Choice
from assistant.core.names.words import split

_EMPTY = frozenset({"the", "one", "in", "ward", "council", "please", "of", "i", "mean", "meant", "option", "number", "yes", "at", ","})
_ORDINALS: Mapping[str, int] = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}


def chosen(text: str, choices: Sequence[Choice]) -> Choice | None:
    """The one choice that a reply names, by its number, its place in the order, or words of its name alone."""
    said = [key for key in _keys(text) if key not in _EMPTY]
    if not choices or not said:
        return choices[0] if len(choices) == 1 and _keys(text) == ["yes"] else None
    if len(said) == 1 and (said[0].isdigit() or said[0] in _ORDINALS):
        at = int(said[0]) if said[0].isdigit() else _ORDINALS[said[0]]
        return choices[at - 1 if at > 0 else at] if -1 <= at <= len(choices) and at else None
    fitting = [c for c in choices if set(said) <= set(_keys(c.label))]
    return fitting[0] if len(fitting) == 1 else None


def _keys(text: str) -> list[str]:
    return [word.key for word in split(text, {}) if word.key not in ".?!"]
