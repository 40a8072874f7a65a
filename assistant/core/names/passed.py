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

    def may_stand(self, *places: str) -> bool:
        """Whether it may stand in one of these places."""
        return "anywhere" in self.where or any(place in self.where for place in places)


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


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The words of one sentence, from `start` to the one before `end`; `beside`: the key and categories at each."""

    passed: Passed
    words: Sequence[Word]
    beside: Sequence[Collection[str]]
    start: int
    end: int

    def edges(self) -> Iterator[Edge]:
        """What is empty at the start, one behind the other, at the end, and within."""
        empty = [(edge, form) for edge, form in self._stretches() if self._empty(edge, form)]
        at, end = self.start, self.end
        for edge, form in empty:
            if self._marks(at, edge.first) and form.may_stand("start", "next" if at > self.start else "start"):
                yield edge
                at = edge.last
        for edge, form in sorted(empty, key=lambda one: (-one[0].last, one[0].first)):
            if at <= edge.first and self._marks(edge.last, end) and form.may_stand("end"):
                yield edge
                end = edge.first
        for edge, form in empty:
            within = self.start < edge.first and edge.first + 1 < self.end
            if at <= edge.first and edge.last <= end and form.may_stand("inside" if within else "anywhere"):
                yield edge

    def _stretches(self) -> Iterator[tuple[Edge, Form]]:
        """Every form that is said, from the first word on, the longest first."""
        for at in range(self.start, self.end):
            for key, end in list(runs(self.words, at, self.passed.reach))[::-1]:
                for form in self.passed.forms.get(key, ()) if end <= self.end else ():
                    yield Edge(at, end, "PASS", Lexeme(key, "PASS", form.kind), "pass"), form

    def _marks(self, at: int, end: int) -> bool:
        """Whether nothing but marks stands between two places."""
        return at <= end and all(word.key in _AROUND for word in self.words[at:end])

    def _empty(self, edge: Edge, form: Form) -> bool:
        at, end = edge.first, edge.last
        after = self.beside[end] if end < self.end else ()
        before = self.beside[at - 1] if at > self.start else ()
        return (
            (not form.before or any(b in after for b in form.before))
            and (not form.after or any(a in before for a in form.after))
            and not any(u in after for u in form.unless_before)
            and (not form.set_off or end == self.end or self.words[end].key in _ENDS)
            and (not form.needs or any(w.key in form.needs for w in self.words[self.start : at]))
        )


def _sentences(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    stops = [at for at, word in enumerate(words) if word.key in STOPS]
    yield from zip([0, *(at + 1 for at in stops)], [*stops, len(words)], strict=True)


def passed(topics: Mapping[str, Any]) -> Passed:
    """What `passed.toml` says: kind → its forms with their conditions, and groups of words for these."""
    forms: dict[str, tuple[Form, ...]] = {}
    groups = topics["groups"]
    for kind, entries in topics.items():
        for entry in entries if kind != "groups" else ():
            form = Form(kind, **{k: _told(v, groups) for k, v in entry.items() if k != "forms"})
            for said in chain.from_iterable(map(spelled_out, entry["forms"])):
                forms[key_of(said)] = (*forms.get(key_of(said), ()), form)
    return Passed(forms, reaches(forms))


def _told(value: Any, groups: Mapping[str, Sequence[str]]) -> Any:
    return tuple(word for one in value for word in groups.get(one, (one,))) if isinstance(value, list) else value
