"""A reply to what was asked back: the choice that it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer.model import Choice
from assistant.core.names.words import split
from assistant.core.reading.read import Reading

_EMPTY = frozenset({
    "the", "one", "in", "ward", "council", "please", "of", "i", "mean", "meant", "option", "number", "yes", "at", ",",
})  # fmt: skip
"""Words of a reply that name none of the choices."""

_ORDINALS: Mapping[str, int] = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}


@dataclass(frozen=True, slots=True)
class Pending:
    """A choice that was offered: its name, and the reading that it stands for."""

    label: str
    reading: Reading


def pending(choices: Sequence[Choice], offered: Sequence[Reading]) -> tuple[Pending, ...]:
    """What was offered, choice by choice."""
    labels = [choice.label for choice in choices]
    return tuple(Pending(label, reading) for label, reading in zip(labels, offered, strict=False))


def chosen(text: str, offered: Sequence[Pending]) -> Pending | None:
    """The one choice that a reply names, by its number, its place in the order, or words of its name alone."""
    said = [key for key in _keys(text) if key not in _EMPTY]
    if not offered or not said:
        return None
    if len(said) == 1 and (said[0].isdigit() or said[0] in _ORDINALS):
        at = int(said[0]) if said[0].isdigit() else _ORDINALS[said[0]]
        return offered[at - 1 if at > 0 else at] if -1 <= at <= len(offered) and at else None
    fitting = [c for c in offered if set(said) <= set(_keys(c.label))]
    return fitting[0] if len(fitting) == 1 else None


def _keys(text: str) -> list[str]:
    return [word.key for word in split(text, {}) if word.key not in ".?!"]
