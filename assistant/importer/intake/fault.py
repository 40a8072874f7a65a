"""What is wrong in a source file, with its place; and the one error that tells all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.errors import InputError

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: `where` it is, what is wrong with what stood there, what was expected, the line itself."""

    where: str
    wrong: str
    expected: str = ""
    excerpt: str = ""

    def error(self) -> InputError:
        """The fault in the shape of every error."""
        return InputError(self.where, self.wrong, excerpt=self.excerpt, remedy=self.expected)


class RefusedSources(InputError):
    """Source files that cannot be read as what they should be; nothing was written."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        first = faults[0]
        super().__init__(first.where, first.wrong, excerpt=first.excerpt, remedy=first.expected)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        told = [str(fault.error()) for fault in self.faults[:_SHOWN]]
        rest = len(self.faults) - len(told)
        more = [f"… and {rest:,} more."] if rest else []
        return "\n".join([*told, *more, "Nothing was built: the tables are as they were."])
