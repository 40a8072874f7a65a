"""Expected lines against those that came: do they match, how do they differ, what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from assistant.files.transcript import PLACEHOLDER


def matches(expected: Sequence[str], found: Sequence[str]) -> bool:
    """Whether `found` is as expected, a placeholder line standing for any run of lines."""
    at, came, star, resume = 0, 0, -1, 0
    while came < len(found):
        if at < len(expected) and _is_placeholder(expected[at]):
            star, resume, at = at, came, at + 1
        elif at < len(expected) and expected[at] == found[came]:
            at, came = at + 1, came + 1
        elif star >= 0:
            resume += 1
            at, came = star + 1, resume
        else:
            return False
    return all(_is_placeholder(line) for line in expected[at:])


def moved(expected: Sequence[str], found: Sequence[str]) -> tuple[list[str], list[str]]:
    """The expected lines that did not come, and the lines that came instead."""
    gone: list[str] = []
    new: list[str] = []
    for kept, old, come in _chunks(expected, found):
        if not kept:
            gone += old
            new += come
    return gone, new


def diff(expected: Sequence[str], found: Sequence[str]) -> list[str]:
    """The lines of a diff: `- ` expected, `+ ` found, two spaces for what agrees next to a change."""
    chunks = list(_chunks(expected, found))
    lines: list[str] = []
    for number, (kept, old, come) in enumerate(chunks):
        if kept:
            before = number > 0
            after = number + 1 < len(chunks)
            lines += [f"  {line}" for line in _context(come, before, after)]
        else:
            lines += [f"- {line}" for line in old] + [f"+ {line}" for line in come]
    return lines


def accepted(expected: Sequence[str], found: Sequence[str]) -> list[str]:
    """What to expect from now on: the lines found, with the placeholders kept where they stood."""
    lines: list[str] = []
    for number, old, come in _aligned(expected, found):
        lines += old if number else come
    return lines


def _context(lines: Sequence[str], before: bool, after: bool) -> list[str]:
    """At most the last line before a change and the first after one."""
    if len(lines) <= 2:
        return list(lines)
    return [*([lines[0], "…"] if before else ["…"]), *([lines[-1]] if after else [])]


def _chunks(expected: Sequence[str], found: Sequence[str]) -> Iterator[tuple[bool, list[str], list[str]]]:
    """Runs of (agrees, expected, found): a placeholder agrees with the lines it stands for."""
    run: tuple[bool, list[str], list[str]] | None = None
    for agrees, old, come in _aligned(expected, found):
        if run is not None and run[0] == agrees:
            run = (agrees, run[1] + old, run[2] + come)
        else:
            if run is not None:
                yield run
            run = (agrees, list(old), list(come))
    if run is not None:
        yield run


def _aligned(expected: Sequence[str], found: Sequence[str]) -> Iterator[tuple[bool, list[str], list[str]]]:
    matcher = SequenceMatcher(None, expected, found, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        old, come = list(expected[i1:i2]), list(found[j1:j2])
        places = [number for number, line in enumerate(old) if _is_placeholder(line)]
        if tag == "equal":
            yield True, old, come
        elif not places:
            yield False, old, come
        else:
            yield from _round_placeholders(old, come, places)


def _round_placeholders(
    old: list[str], come: list[str], places: list[int]
) -> Iterator[tuple[bool, list[str], list[str]]]:
    """Lines before the first placeholder and after the last face as many found; it takes the rest."""
    head = min(places[0], len(come))
    tail = min(len(old) - places[-1] - 1, len(come) - head)
    if places[0]:
        yield False, old[: places[0]], come[:head]
    yield True, [PLACEHOLDER], come[head : len(come) - tail]
    if old[places[-1] + 1 :]:
        yield False, old[places[-1] + 1 :], come[len(come) - tail :]


def _is_placeholder(line: str) -> bool:
    return line.strip() == PLACEHOLDER
