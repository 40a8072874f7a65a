"""What looks like a transcript but is never run: nobody would notice when its figures move."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from assistant.files.transcript import Transcript

_FENCE = re.compile(r"\s*(`{3,}|~{3,})(.*)")
_ASKS = re.compile(r"\s*> \S")


def never_run(transcript: Transcript) -> Iterator[tuple[int, str]]:
    """(line, why) of each fenced block that holds questions and is not run, from line 1.

    Such is a block labelled almost but not quite `transcript`, or indented so that it is no block of ours.
    """
    run = {block.line for block in transcript.blocks}
    fence = ""
    for number, line in enumerate(transcript.lines, 1):
        found = _FENCE.match(line.rstrip("\r"))
        if found is None:
            continue
        if fence:
            fence = "" if found[1].startswith(fence) and not found[2].strip() else fence
            continue
        fence = found[1]
        following = transcript.lines[number] if number < len(transcript.lines) else ""
        label = found[2].strip()
        if number not in run and _ASKS.match(following) and (not label or "transcript" in label.lower()):
            yield number, f"this block is never run: its fence should read “{fence}transcript”, not indented"


def unnamed(folder: Path) -> list[Path]:
    """Files under `folder` that hold a transcript block, and whose name keeps everybody from running them."""
    others = (path for path in sorted(folder.rglob("*")) if path.suffix != ".md" or path.name == "README.md")
    return [path for path in others if path.is_file() and _holds_block(path)]


def _holds_block(path: Path) -> bool:
    if path.suffix in (".py", ".pyc"):
        return False
    try:
        return any(line.startswith(("```transcript", "~~~transcript")) for line in path.open(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return False
