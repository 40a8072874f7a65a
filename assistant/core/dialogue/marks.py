"""The words of follow-ups in a lattice: marks that open one, and words that stand for something told before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.core.dialogue.turns import Turn, one_meant
from assistant.core.meaning.nodes import PLACES, Kind, Listing, Named, Set
from assistant.core.meaning.walk import walk
from assistant.core.names.lattice import Edge, Lattice, Lexeme, Word
from assistant.core.names.words import key_of
from assistant.core.parsing.drafts import Np

STANDING = frozenset({"THEM", "OFTHEM", "THEIR", "ATPLACE", "ATTIME"})
"""Categories of words that stand for something told before."""

_OPENED = {"'s": "is"}
_STOPS = frozenset(".,!?;")
_NOTHING_ELSE = frozenset({"THEM", "OFTHEM", "THEIR"})

OPENING = frozenset({
    "LEAD", "ADD", "JUST", "DROP", "SORTED", "REVERSED", "EARLIER", "YEARS", "HOLE", "OVER", "COMPARED", "PART",
    "OTHERS", "OFTHEM", "THANKS",
})  # fmt: skip
"""Categories of which one at the start makes a text a follow-up."""

_REFERS: Mapping[str, tuple[Kind, ...]] = {
    "they": ("party", "person"),
    "party": ("party",),
    "he": ("person",),
    "it": ("council", "ward", "area", "office"),
    "place": ("council", "ward", "area", "office"),
    "year": ("year",),
    "those": ("ward", "council", "party", "person", "area", "year"),
}
_NEAREST = frozenset({"it", "place"})
_LISTED = frozenset({"they", "those"})
"""Words that stand for a list as well, whatever it is of."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The forms of follow-ups by their key; each with the categories and senses that it has."""

    forms: Mapping[str, tuple[tuple[str, str], ...]]
    longest: int

    def lattice(self, plain: Lattice, turns: Sequence[Turn]) -> Lattice:
        """The lattice with the senses that a text has only after these turns."""
        found = [e for at in range(len(plain.words)) for e in self._edges(plain.words, at, turns)]
        stands = {(e.first, e.last) for e in found if e.category in STANDING}
        others = {(e.first, e.last) for e in found if e.category == "OTHERS"} if _lists(turns[-1]) else set()
        kept = [e for e in plain.edges if not _gives_way(e, stands) and not _is_a_party(e, others)]
        return replace(plain, edges=tuple(dict.fromkeys((*kept, *found))), unknown=())

    def opens(self, words: Sequence[Word]) -> bool:
        """Whether a text opens as follow-ups do, or has a word that stands for something told before."""
        senses = [(at, c) for at in range(len(words)) for _, c, _ in self._found(words, at)]
        return any(c in STANDING or (at == 0 and c in OPENING) for at, c in senses)

    def is_courtesy(self, words: Sequence[Word]) -> bool:
        """Whether a text is thanks or a greeting, and nothing else."""
        said = [word for word in words if word.key not in _STOPS]
        whole = (found for found in (self._found(said, 0) if said else ()) if found[0] == len(said))
        return any(category == "THANKS" for _, category, _ in whole)

    def stands(self, words: Sequence[Word]) -> bool:
        """Whether a text has a word that stands for something told before, and for nothing else."""
        return any(c in _NOTHING_ELSE for at in range(len(words)) for _, c, _ in self._found(words, at))

    def _found(self, words: Sequence[Word], at: int) -> Iterator[tuple[int, str, str]]:
        key = ""
        for end in range(at + 1, min(at + self.longest, len(words)) + 1):
            key = f"{key} {_OPENED.get(words[end - 1].key, words[end - 1].key)}".strip()
            yield from ((end, category, sem) for category, sem in self.forms.get(key, ()))

    def _edges(self, words: Sequence[Word], at: int, turns: Sequence[Turn]) -> Iterator[Edge]:
        for end, category, sem in self._found(words, at):
            if category in STANDING:
                yield from (Edge(at, end, category, np, "word") for np in antecedents(sem, turns))
            else:
                yield Edge(at, end, category, Lexeme(words[at].key, category, sem), "word")


def _gives_way(edge: Edge, stands: set[tuple[int, int]]) -> bool:
    """Whether an edge passes over a word that stands for something."""
    within = any(first <= edge.first and edge.last <= last for first, last in stands)
    return within and edge.category in ("PRON", "DET", "PASS")


def _lists(turn: Turn) -> bool:
    """Whether things that are no parties were told last: "the others" are more of them."""
    return turn.things is not None and turn.things.kind != "party"


def _is_a_party(edge: Edge, others: set[tuple[int, int]]) -> bool:
    """Whether an edge takes the others for the parties that are not told one by one."""
    return edge.category == "PARTY" and any(f <= edge.first and edge.last <= t for f, t in others)


def marks(table: Mapping[str, Mapping[str, Sequence[str]]]) -> Marks:
    """The marks as the file of words has them."""
    forms: dict[str, tuple[tuple[str, str], ...]] = {}
    for category, senses in table.items():
        for sem, said in senses.items():
            for form in said:
                key = key_of(form)
                forms[key] = (*forms.get(key, ()), (category, sem))
    return Marks(forms, max(key.count(" ") + 1 for key in forms))


def antecedents(sem: str, turns: Sequence[Turn]) -> list[Np]:
    """What a word may stand for: of each kind what was told or named last."""
    if sem in _BESIDE:
        return [Np(year) for year in _year_from(turns[-1], _BESIDE[sem])]
    found: dict[Kind, Np] = {}
    for turn in reversed(turns):
        for np in _told(sem, turn):
            found.setdefault(np.of.kind, np)
        if PLACES & found.keys() and sem in _NEAREST:
            break
    return list(found.values())


_BESIDE = {"year_before": -1, "year_after": 1}


def _year_from(turn: Turn, years: int) -> Iterator[Named]:
    """The year that is so many after the one that the last answer was about."""
    if len(turn.years) == 1:
        yield Named("year", (str(int(turn.years[0].ids[0]) + years),))


def _told(sem: str, turn: Turn) -> Iterator[Np]:
    kinds = _REFERS[sem]
    things = turn.things
    if things is not None and (things.kind in kinds or sem in _LISTED):
        yield Np(things, plural=isinstance(turn.said, Listing) and not one_meant(turn.said))
        if things.kind in PLACES and sem not in _LISTED:
            return  # it is the nearest place, not what that is in
    for named in _named(turn):
        if named.kind in kinds and sem != "those":
            yield Np(named)


def _named(turn: Turn) -> Iterator[Set]:
    yield from (w for w in walk(turn.fixed) if isinstance(w, Named))
    yield from turn.years
