"""pytest runs the transcripts here: a test a block, a diff for each answer that moved."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from assistant.asking import Asker
from assistant.errors import place
from assistant.files.checking import Checked, check_block
from assistant.files.transcript import Block, read_transcript


class Moved(Exception):
    """Answers of a block that are not as expected."""

    def __init__(self, path: Path, moved: list[Checked]) -> None:
        super().__init__(f"{len(moved)} moved")
        self.path = path
        self.moved = moved

    def __str__(self) -> str:
        return "\n\n".join(self._shown(result) for result in self.moved)

    def _shown(self, result: Checked) -> str:
        layer = result.moved.value if result.moved else ""
        head = f"{place(self.path, result.exchange.line)}: {layer} moved: {result.exchange.question}"
        return "\n".join([head, *(f"  {line}" for line in result.diff())])


class TranscriptFile(pytest.File):
    def collect(self) -> Iterator[pytest.Item]:
        for block in read_transcript(self.path).blocks:
            name = f"line {block.line}: {block.exchanges[0].question}"
            yield TranscriptBlock.from_parent(self, name=name, block=block)


class TranscriptBlock(pytest.Item):
    def __init__(self, *, block: Block, **keywords: object) -> None:
        super().__init__(**keywords)  # type: ignore[arg-type]
        self.block = block

    def runtest(self) -> None:
        moved = [result for result in check_block(_assistant(), self.block) if result.moved]
        if moved:
            raise Moved(self.path, moved)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        if isinstance(excinfo.value, Moved):
            return f"{excinfo.value}\n\nIf that is right: assistant check --accept {self.path}"
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.block.line - 1, self.name


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.File | None:
    if file_path.suffix == ".md" and file_path.name != "README.md":
        return TranscriptFile.from_parent(parent, path=file_path)
    return None


@cache
def _assistant() -> Asker:
    from assistant.assistant import Assistant

    return Assistant()
