"""Value coverage: a reading is whole when each content word that it used has left its value in the meaning.

A word's witness is what it must have left: one of a few traces (`left`). By its category the table below tells which;
an entry of the vocabulary with a `witness` of its own says so itself. Words that only join others leave nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from assistant.core.meaning.nodes import Listing, Node, Whether
from assistant.core.meaning.walk import walk
from assistant.core.names.lattice import Edge, Lexeme
from assistant.core.parsing.drafts import KINDS
from assistant.core.reading.left import traces
from assistant.core.reading.witness import Witness, witnesses


def lacking(meaning: Node, used: Sequence[Edge], is_fragment: bool = False) -> tuple[Edge, ...]:
    """The words whose value is not in the meaning, or not as often as they were said.

    The verb and the noun of a fragment were said before it.
    """
    left = traces(meaning)
    wanted: Counter[Witness] = Counter()
    missing = []
    for edge in used:
        for witness in witnesses(edge, used):
            wanted[witness] += _has_own(edge, used)
            if sum(left[trace] for trace in witness) < max(wanted[witness], 1):
                missing.append(edge)
    own = () if is_fragment else (*_of_other_kind(meaning, used), *_unclaimed(meaning, used))
    return tuple(dict.fromkeys([*missing, *own]))


def _unclaimed(meaning: Node, used: Sequence[Edge]) -> Sequence[Edge]:
    """The last word of a yes or no that has no verb: nothing is claimed."""
    return used[-1:] if isinstance(meaning, Whether) and not any(e.category in _CLAIMING for e in used) else ()


_CLAIMING = frozenset({"VERB", "AUX", "IDIOM", "TREND", "UPON", "TRUTH", "INCHARGE", "START", "BECOME", "ADJ_CONTROL"})


def _of_other_kind(meaning: Node, used: Sequence[Edge]) -> list[Edge]:
    """The nouns of a question that lists things of a kind that none of its words asks for."""
    nouns = [edge for edge in used if edge.category == "NOUN_KIND"]
    if not isinstance(meaning, Listing) or not nouns:
        return []
    asked = {kind for edge in used for kind in _kinds(edge)}
    return [] if meaning.of.kind in asked else nouns


def _kinds(edge: Edge) -> tuple[str, ...]:
    """The kinds of thing that a word may ask for."""
    if edge.category == "NOUN_KIND" and isinstance(edge.value, Lexeme) and edge.value.witness:
        return tuple(trace.removeprefix("kind:") for trace in edge.value.witness.split("|"))
    if edge.category == "NOUN_KIND" and isinstance(edge.value, Lexeme):
        return (str(KINDS.get(edge.value.sem, edge.value.sem)),)
    if edge.category == "IDIOM" and isinstance(edge.value, Node):
        return tuple(getattr(node, "kind", "") for node in walk(edge.value))
    if edge.category == "NOUN_MEASURE" and isinstance(edge.value, Lexeme):
        return ("party", "person") if edge.value.sem == "position" else ()
    return _ASKING.get(edge.category, ())


_ASKING: Mapping[str, tuple[str, ...]] = {
    "CONTROL": ("party",),
    "WHO": ("party", "person"),
    "WHEN": ("year",),
    "WHERE": ("ward", "council"),
    "NOUN_EVENT": ("year",),
    "NOUN_SEAT": ("ward",),
    "AREA": ("council",),
    "MEMBERS": ("person",),
}


_EACH = frozenset(
    {
        "PARTY",
        "MEMBERS",
        "COUNCIL",
        "WARD",
        "PERSON",
        "OFFICE",
        "NUMBER",
        "PERCENT",
        "FRACTION",
        "NEG",
        "SUPER",
        "SUPADJ",
    }
)
"""Categories of which each word must have left a value of its own."""


def _has_own(edge: Edge, used: Sequence[Edge]) -> bool:
    """Whether a word must have left a value of its own.

    Not so "the top 5 wards by …": what says by what they are ranked has the same superlative.
    """
    if edge.category == "DET":
        return isinstance(edge.value, Lexeme) and edge.value.sem == "no"
    counts = edge.category == "SUPER" and any(e.category == "NUMBER" and e.first == edge.last for e in used)
    return edge.category in _EACH and not counts
