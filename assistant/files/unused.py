"""What looks like a transcript but is never run: nobody would notice when its figures move."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from assistant.files.transcript import Transcript

_FENCE = re.compile(r"\s*(`{3,}|~{3,})(.*)")
_ASKS = re.compile(r"\s*> \S")
_OURS = "transcript"
# What a block that is none of ours may hold, as its fence says. Any other name is taken for a slip of the pen.
_OTHERS = frozenset(
    "bash console csv diff html json jsonl markdown md powershell python sh shell sql text toml xml yaml".split()
)


def never_run(transcript: Transcript) -> Iterator[tuple[int, str]]:
    """(line, why) of each fenced block that is not run and might be meant to, from line 1.

    Such is a block whose fence names nothing known, or one that holds questions and is labelled almost but
    not quite `transcript`, or indented so that it is no block of ours.
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
        why = "" if number in run else _why(fence, found[2].strip(), bool(_ASKS.match(following)))
        if why:
            yield number, why


def _why(fence: str, label: str, asks: bool) -> str:
    """What is wrong with a fence whose block is not run, or ""."""
    name = label.partition(" ")[0].lower()
    if asks and (not label or _OURS in label.lower()):
        return f"this block is never run: its fence should read “{fence}{_OURS}”, not indented"
    if not name or name == _OURS or name in _OTHERS:
        return ""
    near = get_close_matches(name, (_OURS, *sorted(_OTHERS)), 1)
    known = f"is “{fence}{near[0]}” meant?" if near else f"those are {_OURS}, {', '.join(sorted(_OTHERS))}"
    return f"this block is never run: there is no fence “{fence}{name}”; {known}"


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
