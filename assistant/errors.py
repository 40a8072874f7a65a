"""Errors that a person reads. Each has one shape: where, the excerpt, what is wrong, what to do."""

from __future__ import annotations

from pathlib import Path


class AssistantError(Exception):
    """Something outside the question is wrong: a file, a folder, the machine.

    `where` names the place (`party.csv:14, column kind`), `excerpt` quotes it (one or two lines, the
    second may hold carets), `wrong` says what is wrong and `remedy` what to do about it.
    """

    def __init__(self, where: str, wrong: str, *, excerpt: str = "", remedy: str = "") -> None:
        super().__init__(where, wrong, excerpt, remedy)
        self.where = where
        self.wrong = wrong
        self.excerpt = excerpt
        self.remedy = remedy

    def __str__(self) -> str:
        if not self.excerpt:
            head = f"{self.where}: {self.wrong}"
        else:
            quoted = "".join(f"  | {line}\n" for line in self.excerpt.splitlines())
            head = f"{self.where}:\n{quoted}{self.wrong}"
        return f"{head}\n{self.remedy}" if self.remedy else head


class DataError(AssistantError):
    """A file of `data/` is missing, cut short, or breaks its own schema."""


class CacheError(AssistantError):
    """The built tables cannot be written or read, and nothing else can stand in for them."""


class ClosedError(AssistantError):
    """An assistant was asked after it had been closed."""


class InputError(AssistantError):
    """A file that the user named cannot be read as what it should be."""


def place(path: Path, line: int | None = None, column: str | None = None) -> str:
    """`party.csv:14, column kind`: the parts that are known."""
    spot = f"{path}:{line}" if line is not None else str(path)
    return f"{spot}, column {column}" if column else spot
