"""A transcript rewritten where its answers moved, and nowhere else."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from assistant.files.checking import Checked
from assistant.files.transcript import Block, Transcript

_LAYERS = re.compile(r"layers=\S+")


def accept(transcript: Transcript, checked: Sequence[Checked]) -> None:
    """Write the moved answers into the transcript's file; prose, placeholders and the rest stay.

    `checked` are the results of `check` on this transcript. A fence that remembers layers gets the new.
    """
    lines = list(transcript.lines)
    by_line = {result.exchange.line: result for result in checked}
    for block in reversed(transcript.blocks):
        results = [by_line[exchange.line] for exchange in block.exchanges]
        if any(result.moved or result.sql_moved for result in results):
            _rewrite(lines, block, results)
    unfinished = transcript.path.with_name(f".{transcript.path.name}.{os.getpid()}")
    unfinished.write_bytes("\n".join(lines).encode())
    unfinished.replace(transcript.path)


def _rewrite(lines: list[str], block: Block, results: Sequence[Checked]) -> None:
    for result in reversed(results):
        if result.moved:
            first = result.exchange.line
            ending = "\r" if lines[first - 1].endswith("\r") else ""
            last = first + len(result.exchange.expected)
            lines[first:last] = [line + ending for line in result.accepted()]
    layers = ",".join(result.layers for result in results)
    lines[block.line - 1] = _LAYERS.sub(f"layers={layers}", lines[block.line - 1])
