"""How far the count had got: "with 80 of 124 declared", "at 96 councils", "so far" as one token, DECLARED.

Its value is "80/124", "96/" (of how many is not said), "early" (part of the count, no number) or "all".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.names.token import Token

_OPENERS = frozenset({"HAVE", "AFTER", "IN", "AT_LEAST"})
_AT = frozenset({"at", "after"})
_LONGEST = 9  # tokens of "with results in for 80 of the 124 councils declared"


def merged(tokens: Sequence[Token], text: str) -> list[Token]:
    """The tokens with each such phrase made one."""
    if not _possible([t.terminal for t in tokens]):
        return list(tokens)
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        end, value = _phrase(tokens, at)
        if end == at:
            found.append(tokens[at])
            at += 1
            continue
        start, stop = tokens[at].start, tokens[end - 1].end
        found.append(Token("DECLARED", value, text[start:stop], start, stop))
        at = end
    return found


def _possible(terminals: list[str]) -> bool:
    """Whether there can be such a phrase at all: two numbers, one of councils, or a word for it."""
    numbers = terminals.count("NUMBER") + terminals.count("YEAR")
    counted = numbers > 1 or (numbers == 1 and "COUNCILS" in terminals)
    return counted or "DECLARED" in terminals or "EARLY" in terminals


def _phrase(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """Where a phrase that begins at `at` ends, and its value; `at` itself when none begins there."""
    if tokens[at].terminal == "EARLY":
        return at + 1, "early"
    for end in range(min(len(tokens), at + _LONGEST), at, -1):
        value = _value(tokens[at:end])
        if value:
            return end, value
    return at, ""


def _value(run: Sequence[Token]) -> str:
    """The value of a run that is such a phrase as a whole; else nothing."""
    opened = run[0].terminal in _OPENERS
    body = list(_plain(run[1:] if opened else run))
    numbers = [t for t in body if t.terminal in ("NUMBER", "YEAR")]
    if not all(isinstance(t.value, int) for t in numbers):
        return ""
    kinds = "".join(
        {"NUMBER": "n", "YEAR": "n", "COUNCILS": "c", "DECLARED": "d", "ALL": "a"}.get(t.terminal, "?") for t in body
    )
    if (kinds in ("d", "cd") and opened) or kinds in ("nd", "ncd"):
        return f"{numbers[0].value}/" if numbers else ""
    if kinds in ("nnd", "nncd"):
        return f"{numbers[0].value}/{numbers[1].value}"
    if kinds in ("nnc", "nn") and opened and _counted(run, kinds):
        return f"{numbers[0].value}/{numbers[1].value}"
    if kinds == "nc" and run[0].text.casefold() in _AT:
        return f"{numbers[0].value}/"
    return "all" if kinds in ("ad", "acd", "and", "ancd") else ""


def _counted(run: Sequence[Token], kinds: str) -> bool:
    """ "with 96 of 124": two numbers joined by "of" and nothing else."""
    joints = [t.text.casefold() for t in run if t.terminal == "IN"]
    return joints[-1:] == ["of"] and (kinds == "nnc" or run[0].terminal in ("HAVE", "AFTER"))


def _plain(run: Sequence[Token]) -> Iterator[Token]:
    """The tokens that say something: not "of", "the", "had"."""
    return (t for t in run if t.terminal not in ("IN", "FILLER", "WHETHER", "AFTER"))
