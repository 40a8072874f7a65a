"""The fenced blocks of a page of the docs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")))
_FENCE = re.compile(r"(`{3,})(\w*) ?(.*)")


@dataclass(frozen=True, slots=True)
class Block:
    """A block's language, what follows it on the fence, its content, and the line of its fence."""

    language: str
    info: str
    content: str
    line: int


def blocks(page: Path) -> Iterator[Block]:
    """The blocks of a page, in order; a block within a block is content."""
    lines = page.read_text(encoding="utf-8").splitlines()
    opened: tuple[re.Match[str], int] | None = None
    for number, line in enumerate(lines, 1):
        if opened is None:
            found = _FENCE.fullmatch(line)
            opened = (found, number) if found else None
        elif line == opened[0][1]:
            content = "".join(f"{each}\n" for each in lines[opened[1] : number - 1])
            yield Block(opened[0][2], opened[0][3], content, opened[1])
            opened = None
    assert opened is None, f"{page}:{opened and opened[1]} is never closed"


def commands(console: str) -> Iterator[tuple[str, list[str]]]:
    """Each `$ command` of a console block with the lines that follow it."""
    for part in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
        command, *lines = part.rstrip("\n").split("\n")
        yield command, lines
