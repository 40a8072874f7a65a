"""The runs of words that a name or a word of the language may stand over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product

from assistant.core.names.lattice import Word
from assistant.core.names.words import BRACKETS, COMMAS, MARKS, OWNERS, POSSESSIVE, STOPS, lengthened

Reach = Callable[[str], int]
_PARTING = (COMMAS - {"/"}) | BRACKETS.keys()


def spelled_out(form: str) -> list[str]:
    """The phrases that one with alternatives stands for: "thank you very| much|" for six of them."""
    if "|" not in form:
        return [form]
    return [" ".join(filter(None, choice)) for choice in product(*(word.split("|") for word in form.split(" ")))]


def reaches(keys: Iterable[str]) -> dict[str, int]:
    """First word → how many words the longest phrase has that begins with it."""
    found: dict[str, int] = {}
    for key in keys:
        first = key.partition(" ")[0]
        found[first] = max(found.get(first, 0), key.count(" ") + 1)
    return found


def runs(words: Sequence[Word], at: int, reach: Reach) -> Iterator[tuple[str, int]]:
    """Each (key, end) of the runs from a word that are no longer than a phrase that begins so can be."""
    first = words[at].key
    if first in MARKS or first in (POSSESSIVE, OWNERS):
        return
    longest = reach(first)
    if at + 1 < len(words) and words[at + 1].key == POSSESSIVE:
        longest = max(longest, reach(f"{first}s"))
    if longest == 1 and at + 1 < len(words) and words[at + 1].key != POSSESSIVE:
        yield first, at + 1
    elif longest:
        yield from _lengthening(words, at, longest)


def _lengthening(words: Sequence[Word], at: int, longest: int) -> Iterator[tuple[str, int]]:
    key, taken, end = words[at].key, 1, at + 1
    yield key, end
    while end < len(words) and words[end].key not in STOPS:
        said = words[end].key
        end += 1
        longer = lengthened(key, said)
        if longer == key:
            continue  # a mark: what follows it tells whether it is within a name
        taken += said != POSSESSIVE
        if taken > longest:
            return
        key = longer
        yield key, end


def crossed(words: Sequence[Word], at: int, end: int) -> set[str]:
    """The marks that stand within a run of words, as they are typed; not a slash, which may stand in any."""
    return {w.text for w in words[at:end] if w.key in _PARTING} if end > at + 1 else set()
