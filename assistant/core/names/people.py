"""People: by their whole names, by a surname, by a surname and an initial."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.core.meaning.nodes import Named
from assistant.core.names.lattice import Edge
from assistant.core.names.lookup import Lookup
from assistant.core.names.said import Guess, Said
from assistant.core.names.words import MARKS, fold, joined

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
    """Those of a surname; with what stands before it, where that is somebody's first name or its letter."""
    key, given = said.words[at].key, _given(said, at)
    plain = said.plain(at) and not said.capital(at)
    if len(key) < 2 or not key.isalpha() or key in _TITLES or (plain and len(given) < 2):
        return
    called = [one for one in lookup.bearers(key, places if len(given) < 2 else []) if _is_called(one, given)]
    ids = called or ([] if plain or len(given) == 1 else lookup.bearers(key, places))
    if ids and (places or len(ids) <= _MOST_BEARERS):
        yield _person(said, at - bool(called and given), at + 1, tuple(ids))


def _is_called(person: str, given: str) -> bool:
    """Whether a person's first name is this, or begins with this letter."""
    first = fold(person.rpartition("/")[2].partition(" ")[0])
    return first == given or (len(given) == 1 and first.startswith(given)) or not given


def _person(said: Said, at: int, end: int, ids: tuple[str, ...]) -> Guess:
    at -= at > 0 and said.words[at - 1].key in _TITLES
    return Edge(at, end, "PERSON", Named("person", ids, said.span(at, end)), "name"), None


def _given(said: Said, at: int) -> str:
    """The word before a surname that may be a first name, or its letter: by its key."""
    before = said.words[at - 1] if at else said.words[at]
    spoken = any(e.first == at - 1 and e.source == "word" for e in said.edges)
    named = at > 0 and before.key.isalpha() and (before.text[0].isupper() or (len(before.key) > 1 and not spoken))
    return before.key if named and before.key not in _TITLES else ""


def _looks_a_name(said: Said, at: int, end: int, unknown: Sequence[int]) -> bool:
    """Whether words may be a name: "a good" is nobody's, "A. Good" a surname's, "Ann Good" is one."""
    run = said.words[at:end]
    new = [one for one in unknown if at <= one < end]
    if not new or any(w.key in MARKS for w in run) or (len(run) == 2 and len(run[0].key) == 1):
        return False
    return any(not said.plain(one) for one in new) or all(w.text[:1].isupper() for w in run)


WAYS = (whole_names, surnames, anybody)
