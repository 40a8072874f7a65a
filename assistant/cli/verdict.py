"""What a check came to, and how it is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import field

from assistant.files.checking import Checked
from assistant.files.layers import Layer
from assistant.records import dataclass


@dataclass(slots=True)
class Verdict:
    """Counts over all transcripts; `unused` are the blocks and files that are never run."""

    files: int
    unused: int = 0
    answers: int = 0
    moved: Counter[Layer] = field(default_factory=Counter)
    silent: int = 0
    accepted: int = 0

    def take(self, checked: Sequence[Checked], accepted: Sequence[Checked]) -> None:
        """Count one transcript's results, and those of them that were accepted."""
        self.answers += len(checked)
        self.moved.update(result.moved for result in checked if result.moved)
        self.silent += sum(result.sql_moved and not result.moved for result in checked)
        self.accepted += sum(result.moved is not None for result in accepted)

    @property
    def good(self) -> bool:
        """Whether nothing moved that was not accepted, and all is run that should be."""
        return self.accepted == self.moved.total() and not self.unused


def summary(verdict: Verdict) -> str:
    """The verdict in a line."""
    counts = ", ".join(f"{number} {layer.value}" for layer, number in sorted(verdict.moved.items(), key=_order))
    moved = f"{verdict.moved.total()} moved ({counts})" if counts else "none moved"
    head = f"{_many(verdict.answers, 'answer')} in {_many(verdict.files, 'transcript')}: {moved}"
    also = f"; the SQL of {verdict.silent} more moved, their answers did not" if verdict.silent else ""
    accepted = f"; {verdict.accepted} accepted" if verdict.accepted else ""
    unused = f"; {verdict.unused} never run" if verdict.unused else ""
    return f"{head}{also}{accepted}{unused}."


def _order(counted: tuple[Layer, int]) -> str:
    return counted[0].value


def _many(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
