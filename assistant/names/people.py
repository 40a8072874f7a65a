"""People's names in questions: runs of words that nobody else claims, looked up whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.names.token import Token
from assistant.names.words import fold, key_of

Find = Callable[[str], tuple[str, ...]]  # name key → the names as printed

_LONGEST = 4
_BREAKS = frozenset({"YEAR", "NUMBER", "STOP", "COMMA", "WHO", "WHICH", "PARTY"})


def with_people(tokens: Sequence[Token], text: str, find: Find, ordinary: frozenset[str]) -> list[Token]:
    """The tokens with each run that holds an unknown word and is a known person's name made PERSON."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        person = _person(tokens, at, text, find, ordinary)
        if person is None:
            found.append(tokens[at])
            at += 1
        else:
            found.append(person[0])
            at = person[1]
    return found


def _person(
    tokens: Sequence[Token], at: int, text: str, find: Find, ordinary: frozenset[str]
) -> tuple[Token, int] | None:
    for end in range(min(len(tokens), at + _LONGEST), at + 1, -1):
        run = tokens[at:end]
        if not any(t.terminal == "UNKNOWN" for t in run) or any(t.terminal in _BREAKS for t in run):
            continue
        start, stop = run[0].start, run[-1].end
        if not _looks_a_name(run, ordinary):
            continue
        names = find(key_of(text[start:stop].removesuffix("'s").removesuffix("’s")))
        if names:
            return Token("PERSON", names[0], text[start:stop], start, stop), end
    return None


def _looks_a_name(run: Sequence[Token], ordinary: frozenset[str]) -> bool:
    """ "a good" is nobody, "A. Good" may be: everyday words make a name only with capitals."""
    strange = any(t.terminal == "UNKNOWN" and fold(t.text) not in ordinary for t in run)
    return strange or all(t.text[:1].isupper() for t in run)
