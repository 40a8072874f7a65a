"""People: by their whole names, by a surname, by a surname and an initial."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.core.meaning.nodes import Named
from assistant.core.names.lattice import Edge
from assistant.core.names.lookup import Lookup
from assistant.core.names.said import Guess, Said
from assistant.core.names.words import MARKS, joined

_LONGEST = 4  # words of a name
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "cllr", "councillor", "mayor"})
_MOST_BEARERS = 60  # of a surname without a place: one of many is no name


def whole_names(said: Said, unknown: Sequence[int], lookup: Lookup) -> Iterator[Guess]:
    """People by their whole names, of which a word at least is unknown."""
    spoken = (edge.first for edge in said.edges if edge.source == "word")
    words = {at for at in spoken if not said.words[at].text[0].isupper()}  # they begin and end no name
    runs = {
        (at, end): joined(list(said.words[at:end]))
        for at in range(len(said.words))
        for end in range(at + 2, min(at + _LONGEST, len(said.words)) + 1)
        if at not in words and end - 1 not in words and _looks_a_name(said, at, end, unknown)
    }
    known = lookup.people(sorted(set(runs.values())))
    for (at, end), key in runs.items():
        if key in known:
            yield _person(said, at, end, known[key])


def surnames(said: Said, unknown: Sequence[int], lookup: Lookup) -> Iterator[Guess]:
    """People by a surname, in the places that are named."""
    places = said.places()
    for at in unknown if places else ():
        yield from _bearers(said, at, lookup, places)


def anybody(said: Said, unknown: Sequence[int], lookup: Lookup) -> Iterator[Guess]:
    """People by a surname where no place is named, unless too many bear it."""
    for at in unknown if not said.places() else ():
        if said.capital(at) or len(said.words) == 1:
            yield from _bearers(said, at, lookup, [])


def _bearers(said: Said, at: int, lookup: Lookup, places: Sequence[str]) -> Iterator[Guess]:
    key, initial = said.words[at].key, _initial(said, at)
    if len(key) < 2 or not key.isalpha() or key in _TITLES or (said.plain(at) and not said.capital(at)):
        return
    ids = [one for one in lookup.bearers(key, places) if one.rpartition("/")[2].lower().startswith(initial)]
    if ids and (places or len(ids) <= _MOST_BEARERS):
        yield _person(said, at - bool(initial), at + 1, tuple(ids))


def _person(said: Said, at: int, end: int, ids: tuple[str, ...]) -> Guess:
    at -= at > 0 and said.words[at - 1].key in _TITLES
    return Edge(at, end, "PERSON", Named("person", ids, said.span(at, end)), "name"), None


def _initial(said: Said, at: int) -> str:
    """The letter before a surname, in lower case."""
    before = said.words[at - 1] if at else said.words[at]
    return before.key if len(before.key) == 1 and before.text[0].isupper() else ""


def _looks_a_name(said: Said, at: int, end: int, unknown: Sequence[int]) -> bool:
    """Whether words may be a name: "a good" is nobody's, "A. Good" a surname's, "Ann Good" is one."""
    run = said.words[at:end]
    new = [one for one in unknown if at <= one < end]
    if not new or any(w.key in MARKS for w in run) or (len(run) == 2 and len(run[0].key) == 1):
        return False
    return any(not said.plain(one) for one in new) or all(w.text[:1].isupper() for w in run)


WAYS = (whole_names, surnames, anybody)
