"""What is told before a question, and lends it only its places and years: "Just moved to Bury - who runs it?"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from assistant.core.meaning.nodes import PLACES, Named
from assistant.core.meaning.walk import walk
from assistant.core.names.lattice import Edge, Lattice, Lexeme
from assistant.core.reading.read import Reader, Reading, Readings

_BREAKS = frozenset({",", "-", "–", "—", ":", ";", ".", "?", "!"})
_KEPT = frozenset({"COUNCIL", "AREA", "WARD", "YEAR"})
_CONTENT = frozenset(
    "PARTY PERSON OFFICE MEMBERS NEG EXCEPT OTHER SUPER SUPADJ PERCENT FRACTION BETWEEN SINCE BEFORE AFTER UNTIL"
    " WITHOUT OUTSIDE ONLY FIRST ORDINAL WHO WHICH HOWMANY WHEN HOW WHOSE ALLBUT NEITHER EITHER BOTH GIVEN TRUTH DECADE"
    " YEARS_RANGE DATE COMPARE COMPARED AGAINST MORE".split()
)
"""What carries a meaning of its own, which may not be passed over."""

_NOUNS = frozenset(
    "NOUN_KIND NOUN_MEASURE NOUN_SHARE NOUN_SEAT NOUN_OFFICE NOUN_EVENT NOUN_RESULT CONTROL CONTROLLED TOTAL AVERAGE"
    " DIFFERENCE CHANGE SWING COUNCIL AREA WARD YEAR DATE COMPARE AND OR EACH".split()
)
"""What else may not stand before a question that no mark sets apart: it may be what the question word belongs to."""

_ASKING = frozenset({"WHO", "WHICH", "HOWMANY", "WHEN", "HOW", "HOWLONG", "HOWOFTEN", "HOWBIG", "WHERE"})

_PLAIN = frozenset({"have", "be", "do", "get", "see", "vote", "vote for", "come", "run"})
_ABLE = frozenset({"can", "could", "do", "did", "have"})
_TRIED = 3
"""How many places a question may begin at are tried, the first first."""


def behind_context(reader: Reader, lattice: Lattice) -> Readings | None:
    """The readings of the question that follows what is told, about the places and years that were named there.

    None where there is none, or where it would be about no place: one may have been told in words that are not known.
    """
    for told in _contexts(lattice):
        found = reader.readings(told)
        whole = tuple(reading for reading in found.whole if _is_placed(reading))
        if whole:
            return replace(found, whole=whole)
    return None


def _is_placed(reading: Reading) -> bool:
    return any(isinstance(node, Named) and node.kind in PLACES for node in walk(reading.ask))


def _contexts(lattice: Lattice) -> Iterator[Lattice]:
    """The text with what is told before a question passed over, but for the places and years."""
    last = len(lattice.words) - 1
    marks = [at for at, word in enumerate(lattice.words) if word.key in _BREAKS and 0 < at < last]
    asking = min((edge.first for edge in lattice.edges if edge.category in _ASKING), default=0)
    if asking > 0 and _is_background(lattice, asking, (_CONTENT | _NOUNS) - {"TRUTH"}):
        yield _passed(lattice, asking)
    for at in marks[:_TRIED]:
        if _is_background(lattice, at, _CONTENT):
            yield _passed(lattice, at)


def _is_background(lattice: Lattice, at: int, content: Collection[str]) -> bool:
    """Whether nothing that is said before a place is content, and no name stands there that is not known."""
    before = [edge for edge in lattice.edges if edge.first < at]
    kept = {i for edge in before if edge.category in _KEPT.difference(content) for i in range(edge.first, edge.last)}
    content_edges = (e for e in before if e.source != "correction" and not _is_unable(lattice, e))
    says = {i for e in content_edges if _is_content(e, content) for i in range(e.first, e.last)}
    mended = {e.first for e in before if e.category == "COUNCIL" and e.source == "correction"}
    unknown = [i for i, word in enumerate(lattice.words[:at]) if word in lattice.unknown]
    names = any(lattice.words[i].text[:1].isupper() and _is_inside(lattice, i) for i in unknown if i not in mended)
    return not names and says <= kept


def _is_inside(lattice: Lattice, at: int) -> bool:
    return at > 0 and lattice.words[at - 1].key not in _BREAKS


def _is_unable(lattice: Lattice, edge: Edge) -> bool:
    """Whether a "not" is that of who asks: "I can't find", "don't remember"."""
    return edge.category == "NEG" and edge.first > 0 and lattice.words[edge.first - 1].key in _ABLE


def _is_content(edge: Edge, content: Collection[str]) -> bool:
    if edge.category == "PARTY" and getattr(edge.value, "ids", ()) == ("none",):
        return len(edge.value.spans) != 1 or edge.last - edge.first > 2  # type: ignore[attr-defined]
    if edge.category == "VERB":
        return getattr(edge.value, "sem", "") not in _PLAIN
    if edge.category == "NUMBER":
        return getattr(edge.value, "value", 1) != 1
    return edge.category in content


def _is_name(lattice: Lattice, edge: Edge) -> bool:
    """Whether a word is meant as a name: one that is mended has a capital."""
    return edge.source != "correction" or (edge.category == "COUNCIL" and lattice.words[edge.first].text[:1].isupper())


def _passed(lattice: Lattice, at: int) -> Lattice:
    """The lattice with everything before a break passed over that names no place and no year."""
    kept = [edge for edge in lattice.edges if edge.first < at and edge.category in _KEPT and _is_name(lattice, edge)]
    named = {i for edge in kept for i in range(edge.first, edge.last)}
    over = [i for i in range(at) if i not in named]
    empty = [Edge(i, i + 1, "PASS", Lexeme(lattice.words[i].key, "PASS", "context"), "pass") for i in over]
    return replace(
        lattice,
        edges=(*kept, *empty, *(edge for edge in lattice.edges if edge.first >= at)),
        unknown=tuple(word for word in lattice.unknown if word not in lattice.words[:at]),
        passed=(*lattice.passed, *(lattice.words[i] for i in over if lattice.words[i].key not in _BREAKS)),
    )
