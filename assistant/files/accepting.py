"""A transcript rewritten where its answers moved, and nowhere else."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from assistant.files.checking import Checked
from assistant.files.transcript import Block, Transcript, remembered

_LAYERS = re.compile(r"layers=\S+")


def accept(transcript: Transcript, accepted: Sequence[Checked]) -> None:
    """Write the moved answers into the transcript's file; prose, placeholders and the rest stay.

    `accepted` are those results of `check` on this transcript that are right; the rest stays as it was
    expected. A fence that remembers layers gets the new ones.
    """
    lines = list(transcript.lines)
    by_line = {result.exchange.line: result for result in accepted}
    for block in reversed(transcript.blocks):
        results = [by_line[exchange.line] for exchange in block.exchanges if exchange.line in by_line]
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
            old = lines[first : first + len(result.exchange.expected)]
            kept = (old[line] if isinstance(line, int) else line + ending for line in result.accepted())
            lines[first : first + len(old)] = list(kept)
    new = {result.exchange.line: result.layers for result in results}
    layers = remembered((each.question, new.get(each.line, each.layers)) for each in block.exchanges)
    lines[block.line - 1] = _LAYERS.sub(f"layers={layers}", lines[block.line - 1])
