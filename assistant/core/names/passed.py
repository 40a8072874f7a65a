"""What is said around a question and asks for nothing: `grammar/words/passed.toml` says what, and where it is empty."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from assistant.core.names.lattice import Edge, Lexeme, Word
from assistant.core.names.phrases import reaches, runs, spelled_out
from assistant.core.names.words import STOPS, key_of
from assistant.records import dataclass

_AROUND = frozenset({",", "-", ":"})
_ENDS = STOPS | {","}


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a kind, where it may stand, and the conditions under which it is empty there."""

    kind: str
    where: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    set_off: bool = False


@dataclass(frozen=True, slots=True)
class Passed:
    """Key → the conditions under which such words may be passed over."""

    forms: Mapping[str, tuple[Form, ...]]
    reaches: Mapping[str, int]

    def edges(self, words: Sequence[Word], others: Collection[Edge]) -> Iterator[Edge]:
        """An edge over each stretch that may be passed over; `others` tell of what kind the words beside it are."""
        said = {key for at in range(len(words)) for key, _ in runs(words, at, self.reach)}
        if said.isdisjoint(self.forms):
            return
        beside = [{w.key} for w in words]
        for edge in others:
            beside[edge.first].add(edge.category)
        for start, end in _sentences(words):
            yield from _Sentence(self, words, beside, start, end).edges()

    def reach(self, word: str) -> int:
        """How many words the longest form has that begins with this one; 0 where none does."""
        return self.reaches.get(word, 0)

    def at(self, words: Sequence[Word], at: int) -> list[tuple[int, str, Form]]:
        """The (end, key, form) of each stretch that begins at a word, the longest first."""
        found = [(end, key, form) for key, end in runs(words, at, self.reach) for form in self.forms.get(key, ())]
        return found[::-1]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The words of one sentence, from `start` to the one before `end`; `beside`: the key and categories at each."""

    passed: Passed
    words: Sequence[Word]
    beside: Sequence[Collection[str]]
    start: int
    end: int

    def edges(self) -> Iterator[Edge]:
        opening, at = self._opening()
        closing = self._closing(at)
        yield from dict.fromkeys([*opening, *closing, *self._between()])

    def _opening(self) -> tuple[list[Edge], int]:
        """What is passed over at the start, one after the other, and where it ends."""
        found: list[Edge] = []
        at = self.start
        while at < self.end:
            stretch = self._first(at, ("start", "next", "anywhere") if found else ("start", "anywhere"))
            if stretch is not None:
                found.append(stretch)
            elif self.words[at].key not in _AROUND or not found:
                break
            at = stretch.last if stretch is not None else at + 1
        return found, at

    def _closing(self, opened: int) -> list[Edge]:
        found: list[Edge] = []
        end = self.end
        while end > opened:
            before = (self._first(at, ("end", "anywhere"), end) for at in range(opened, end))
            stretch = next((edge for edge in before if edge is not None), None)
            if stretch is not None:
                found.append(stretch)
            elif self.words[end - 1].key not in _AROUND:
                break
            end = stretch.first if stretch is not None else end - 1
        return found

    def _between(self) -> Iterator[Edge]:
        for at in range(self.start, self.end):
            inside = self.start < at and at + 1 < self.end
            stretch = self._first(at, ("inside", "anywhere") if inside else ("anywhere",))
            if stretch is not None:
                yield stretch

    def _first(self, at: int, where: tuple[str, ...], end: int = 0) -> Edge | None:
        """The longest stretch from a word that may stand there, and ends there if an `end` is given."""
        fits = (
            Edge(at, stop, "PASS", Lexeme(key, "PASS", form.kind), "pass")
            for stop, key, form in self.passed.at(self.words, at)
            if stop <= self.end and (not end or stop == end) and self._empty(at, stop, form, where)
        )
        return next(fits, None)

    def _empty(self, at: int, end: int, form: Form, where: tuple[str, ...]) -> bool:
        after = self.beside[end] if end < self.end else ()
        before = self.beside[at - 1] if at > self.start else ()
        return (
            any(place in where for place in form.where)
            and (not form.before or any(b in after for b in form.before))
            and (not form.after or any(a in before for a in form.after))
            and not any(u in after for u in form.unless_before)
            and (not form.set_off or end == self.end or self.words[end].key in _ENDS)
            and (not form.needs or any(w.key in form.needs for w in self.words[self.start : at]))
        )


def _sentences(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    start = 0
    for at, word in enumerate(words):
        if word.key in STOPS:
            yield start, at
            start = at + 1
    yield start, len(words)


def passed(topics: Mapping[str, Any]) -> Passed:
    """What `passed.toml` says: kind → its forms with their conditions, and groups of words for these."""
    forms: dict[str, tuple[Form, ...]] = {}
    groups = topics["groups"]
    for kind in topics.keys() - {"groups"}:
        for entry in topics[kind]:
            form = Form(kind, **{k: _told(v, groups) for k, v in entry.items() if k != "forms"})
            for said in chain.from_iterable(map(spelled_out, entry["forms"])):
                forms[key_of(said)] = (*forms.get(key_of(said), ()), form)
    return Passed(forms, reaches(forms))


def _told(value: Any, groups: Mapping[str, Sequence[str]]) -> Any:
    return tuple(word for one in value for word in groups.get(one, (one,))) if isinstance(value, list) else value
