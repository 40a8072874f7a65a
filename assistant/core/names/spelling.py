"""What a misspelt word may have been: words a keystroke or two away, the plain slips of a finger first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.records import dataclass

_MOST = 30  # words looked at
_SHORTEST = 3  # of what is shorter only nothing is told: it is too near to too many others
_SLIP, _KEYSTROKE = 1.0, 1.5  # what a plain slip costs, and any other keystroke more than the whole ones


@dataclass(frozen=True, slots=True)
class Speller:
    """Knows the words that there are."""

    words: tuple[str, ...]

    def near(self, typed: str, further: Iterable[str] = ()) -> list[tuple[float, str]]:
        """(cost, word) of the words that may have been meant, these ones too, the nearest first."""
        choices = [*self.words, *further]
        reach = allowed(len(typed))
        found = process.extract(typed, choices, scorer=OSA.distance, score_cutoff=max(reach, 1), limit=_MOST)
        costs = ((_cost(typed, word, int(apart), reach), word) for word, apart, _ in found)
        return sorted({word: (cost, word) for cost, word in costs if cost is not None}.values())


def _cost(typed: str, meant: str, apart: int, reach: int) -> float | None:
    """What it costs to take a word for another, None where that is out of reach."""
    if apart == 1 and is_slip(typed, meant):
        return _SLIP
    return apart - 1 + _KEYSTROKE if apart <= reach and meant[0] == typed[0] else None


def allowed(length: int) -> int:
    """How many keystrokes may be wrong in a word of this length."""
    return 0 if length <= _SHORTEST else 1 if length <= 6 else 2 if length <= 11 else 3


def is_slip(typed: str, meant: str) -> bool:
    """Whether a word is another with two neighbours swapped, a letter struck twice, left out, or struck before it."""
    longer = len(typed) - len(meant)
    if len(meant) < _SHORTEST or not -1 <= longer <= 1:
        return False
    if longer == 1:
        return typed[1:] == meant or any(
            typed[at] == typed[at - 1] and typed[:at] + typed[at + 1 :] == meant for at in range(1, len(typed))
        )
    if longer == -1:
        return len(typed) > _SHORTEST and any(meant[:at] + meant[at + 1 :] == typed for at in range(1, len(meant)))
    return _swapped(typed, meant)


def _swapped(typed: str, meant: str) -> bool:
    apart = [at for at, (a, b) in enumerate(zip(typed, meant, strict=True)) if a != b]
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1
    return swapped and typed[apart[0]] == meant[apart[1]] and typed[apart[1]] == meant[apart[0]]


def nearest(text: str, names: Sequence[str], limit: int) -> list[str]:
    """The names that look most like a text, the best first."""
    found = process.extract(text, names, scorer=OSA.normalized_similarity, limit=limit, score_cutoff=0.3)
    return [name for name, _, _ in found]
