"""Expected lines against those that came: do they match, how do they differ, what to write instead.

The lines are aligned as cheaply as can be: a placeholder takes any run of lines for nothing, a line that changed
faces the one most like it, and a line expected is given up last of all, so that what was asserted after a
placeholder stays asserted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rapidfuzz.fuzz import ratio

from assistant.files.transcript import PLACEHOLDER
from assistant.records import dataclass

_CHANGED = 1.0  # and up to as much again, the less the lines are alike
_CAME = 1.5
_WENT = 3.0
_LOST = 1_000.0  # a line that went, where placeholders leave room: its assertion would be lost


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an alignment: the number of the line expected, that of the line that came; None where none.

    `agrees` is true where both are the same, and for a placeholder with each line it takes.
    """

    expected: int | None
    found: int | None
    agrees: bool


def matches(expected: Sequence[str], found: Sequence[str]) -> bool:
    """Whether `found` is as expected, a placeholder line standing for any run of lines."""
    at, came, star, resume = 0, 0, -1, 0
    while came < len(found):
        if at < len(expected) and _is_placeholder(expected[at]):
            star, resume, at = at, came, at + 1
        elif at < len(expected) and expected[at] == found[came]:
            at, came = at + 1, came + 1
        elif star >= 0:
            resume += 1
            at, came = star + 1, resume
        else:
            return False
    return all(_is_placeholder(line) for line in expected[at:])


def moved(expected: Sequence[str], found: Sequence[str]) -> tuple[list[str], list[str]]:
    """The expected lines that did not come, and the lines that came instead."""
    steps = [step for step in aligned(expected, found) if not step.agrees]
    return _gone(steps, expected), _new(steps, found)


def diff(expected: Sequence[str], found: Sequence[str]) -> list[str]:
    """The lines of a diff: `- ` expected, `+ ` found, two spaces for what agrees next to a change."""
    runs = [(agrees, list(run)) for agrees, run in groupby(aligned(expected, found), lambda step: step.agrees)]
    lines: list[str] = []
    for number, (agrees, run) in enumerate(runs):
        if agrees:
            lines += [f"  {line}" for line in _context(_new(run, found), number > 0, number + 1 < len(runs))]
        else:
            lines += [f"- {line}" for line in _gone(run, expected)] + [f"+ {line}" for line in _new(run, found)]
    return lines


def accepted(expected: Sequence[str], found: Sequence[str]) -> list[str | int]:
    """What to expect from now on: the number of each line expected that stays, and each line that is new."""
    lines: list[str | int] = []
    for step in aligned(expected, found):
        if step.agrees:
            kept = step.expected
            lines += [kept] if kept is not None and kept not in lines[-1:] else []
        elif step.found is not None:
            lines.append(found[step.found])
    return lines


def aligned(expected: Sequence[str], found: Sequence[str]) -> list[Step]:
    """The cheapest way from the lines expected to those that came, a step a line."""
    table = _Table(expected, found, _LOST if any(map(_is_placeholder, expected)) else _WENT)
    steps: list[Step] = []
    at, came = len(expected), len(found)
    while at or came:
        step, (at, came) = table.best(at, came)[1:]
        steps.append(step)
    return steps[::-1]


Way = tuple[float, Step, tuple[int, int]]  # its cost, its last step, the lines dealt with before that


class _Table:
    """For so many lines expected and so many that came, what their cheapest alignment costs."""

    def __init__(self, expected: Sequence[str], found: Sequence[str], went: float) -> None:
        self._expected, self._found, self._went = expected, found, went
        self._costs = [[0.0] * (len(found) + 1) for _ in range(len(expected) + 1)]
        for at in range(len(expected) + 1):
            for came in range(len(found) + 1):
                self._costs[at][came] = self.best(at, came)[0] if at or came else 0.0

    def best(self, at: int, came: int) -> Way:
        """The cheapest way to have dealt with so many lines."""
        dots = at and _is_placeholder(self._expected[at - 1])
        return min(self._taken(at, came) if dots else self._faced(at, came), key=lambda way: way[0])

    def _taken(self, at: int, came: int) -> Iterator[Way]:
        yield self._costs[at - 1][came], Step(at - 1, None, True), (at - 1, came)
        if came:
            yield self._costs[at][came - 1], Step(at - 1, came - 1, True), (at, came - 1)

    def _faced(self, at: int, came: int) -> Iterator[Way]:
        if at and came:
            line, other = self._expected[at - 1], self._found[came - 1]
            price = 0.0 if line == other else 2 * _CHANGED - _CHANGED * ratio(line, other) / 100
            yield self._costs[at - 1][came - 1] + price, Step(at - 1, came - 1, line == other), (at - 1, came - 1)
        if came:
            yield self._costs[at][came - 1] + _CAME, Step(None, came - 1, False), (at, came - 1)
        if at:
            yield self._costs[at - 1][came] + self._went, Step(at - 1, None, False), (at - 1, came)


def _gone(steps: Sequence[Step], expected: Sequence[str]) -> list[str]:
    return [expected[step.expected] for step in steps if step.expected is not None]


def _new(steps: Sequence[Step], found: Sequence[str]) -> list[str]:
    return [found[step.found] for step in steps if step.found is not None]


def _context(lines: Sequence[str], before: bool, after: bool) -> list[str]:
    """At most the last line before a change and the first after one."""
    if len(lines) <= 2:
        return list(lines)
    return [*([lines[0], "…"] if before else ["…"]), *([lines[-1]] if after else [])]


def _is_placeholder(line: str) -> bool:
    return line.strip() == PLACEHOLDER
