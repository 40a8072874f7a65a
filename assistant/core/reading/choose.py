"""Of several readings the one that is meant: where they differ, the tables are asked whether it matters.

Readings of one structure differ only in what a name names: the first that the tables serve is meant. Of structures that
differ, a few near the best are answered: where the answers agree the best stands, where they part the reader chooses.
A structure without data never gives way to a weaker one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.answer.model import Answer, Choice, Outcome
from assistant.core.parsing.chart import Item
from assistant.core.reading.read import Reading
from assistant.core.reading.senses import Sense, Senses

NEAR = 0.15
"""How much dearer than the best a reading may be that is asked of the tables: less than the least of the costs that say
that an order is unusual."""

MOST = 4
"""Readings that are asked of the tables."""

Told = Callable[[Reading], Answer]
_NAMES = frozenset({"COUNCIL", "AREA", "WARD", "PERSON", "OFFICE", "PARTY", "MEMBERS"})


@dataclass(frozen=True, slots=True)
class Chosen:
    """The answer that stands, and the reading that it is of; None where several stand: `offered`, choice by choice."""

    answer: Answer
    reading: Reading | None = None
    offered: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Chooser:
    """Chooses between readings of one text; `told` answers one, `senses` knows which of a name's things are served."""

    text: str
    told: Told
    senses: Senses

    def choose(self, readings: Sequence[Reading]) -> Chosen | None:
        """The answer of the reading that is meant, or the readings to choose from; None where there is no reading."""
        if not readings:
            return None
        groups = _by_structure(readings[: 4 * MOST])
        best = groups[0][0].cost
        near = [group for group in groups if group[0].cost <= best + NEAR][:MOST]
        answered = [self._served(group) for group in near]
        first = answered[0]
        if first.answer.outcome is not Outcome.ANSWERED:
            return first
        others = [a for a in answered[1:] if a.answer.outcome is Outcome.ANSWERED and not agree(first.answer, a.answer)]
        return self._asked_back([first, *others]) if others else first

    def _served(self, group: Sequence[Reading]) -> Chosen:
        """The first reading of a structure that the tables serve; the first of all where they serve none."""
        found = None
        for reading in group[:MOST]:
            made = self._settled(reading)
            if made.answer.outcome is not Outcome.NO_DATA or made.answer.rows:
                return made  # what is not held may have been told with what is held instead
            found = found or made
        assert found is not None
        return found

    def _settled(self, reading: Reading) -> Chosen:
        """A reading whose names have one sense each; where the tables leave several, the reader chooses."""
        settled = self.senses.settle(reading)
        if len(settled) == 1:
            return Chosen(self.told(settled[0].reading), settled[0].reading)
        served = [(s, a) for s in settled for a in (self.told(s.reading),) if a.outcome is Outcome.ANSWERED]
        if len(served) == 1:
            return self._settled(served[0][0].reading)  # another name may still have several senses
        if not served:
            return self._none_served(settled)
        offered = [s for s, _ in served]
        choices = tuple(Choice(n, s.label, s.question(self.text)) for n, s in enumerate(offered[: self.senses.most], 1))
        asked_back = Answer(self.text, Outcome.AMBIGUOUS, self.senses.sentence(offered), choices=choices)
        return Chosen(asked_back, offered=tuple(s.reading for s in offered))

    def _none_served(self, settled: Sequence[Sense]) -> Chosen:
        """What is told of the first of a name's things, where it is not held of any of them."""
        first, *others = settled
        told = self.told(first.reading)
        note = f"nor is it held of {', '.join(s.label for s in others[: self.senses.most])}"
        return Chosen(replace(told, notes=(*told.notes, f"{note[0].upper()}{note[1:]}.")), first.reading)

    def _asked_back(self, several: Sequence[Chosen]) -> Chosen:
        """The readings in words, to choose from."""
        told = ((c.answer.reading or c.answer.sentence, c.reading) for c in several)
        said = {text: reading for text, reading in reversed(list(told)) if reading}
        offered = list(reversed(said.items()))
        choices = tuple(Choice(n, text, text) for n, (text, _) in enumerate(offered, 1))
        asked_back = Answer(self.text, Outcome.AMBIGUOUS, "That can be taken in more than one way.", choices=choices)
        return Chosen(asked_back, offered=tuple(reading for _, reading in offered))


def agree(one: Answer, other: Answer) -> bool:
    """Whether two answers tell the same: the figure, and of lists the members."""
    return one.value == other.value and _members(one) == _members(other)


def _members(answer: Answer) -> list[Any]:
    return sorted(str(next(iter(row.values()), "")) for row in answer.rows) if answer.value is None else []


def _by_structure(readings: Sequence[Reading]) -> list[list[Reading]]:
    groups: dict[object, list[Reading]] = {}
    for reading in readings:
        groups.setdefault(_structure(reading), []).append(reading)
    return list(groups.values())


def _structure(reading: Reading) -> object:
    """What a reading is but for what its names name: the words that it used and the rules that joined them."""
    words = tuple((e.first, e.last, "" if e.category in _NAMES else repr(e.value)) for e in reading.used)
    return words, tuple(_rules(reading.item)) if reading.item else ()


def _rules(item: Item) -> Iterator[str]:
    yield item.rule
    for part in item.parts:
        yield from _rules(part)


__all__ = ["Chooser", "Chosen", "agree", "replace"]
