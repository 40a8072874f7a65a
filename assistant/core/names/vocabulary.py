"""The words of the language: `grammar/words/*.toml`, an entry a lemma, with the forms that a lemma takes.

    seat = {cat = "NOUN_MEASURE", sem = "seats", witness = "measure:seats"}
    hold = [{cat = "VERB_HOLD", sem = "hold"}, {cat = "VERB_KEEP", sem = "retain"}]
    "no overall control" = {cat = "PARTY", ids = ["none"], kind = "party"}

`cat` is a terminal of the grammar and tells the part of speech: NOUN…, VERB…, ADJ… are inflected, nothing else is;
`pos` says otherwise ("noun", "verb", "adj", ""). `forms` are further spellings of the lemma, inflected alike. An entry
with `ids` is a name. `forms.json` has the inflections of every lemma; `make words` writes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from assistant.core.meaning.nodes import Named
from assistant.core.names.lattice import Lexeme
from assistant.core.names.words import key_of
from assistant.records import dataclass

_PARTS = {"NOUN": "noun", "VERB": "verb", "ADJ": "adj"}

Forms = Mapping[str, Mapping[str, Sequence[str]]]
"""Part and lemma ("noun:seat") → form ("seats") → what it is ("plural")."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A lemma in one sense, as it stands in its file; with `ids` it is a name of those things, of a kind."""

    lemma: str
    cat: str
    sem: str = ""
    forms: tuple[str, ...] = ()
    pos: str | None = None
    witness: str = ""
    kind: str = ""
    ids: tuple[str, ...] = ()

    @property
    def part(self) -> str:
        """The part of speech by which it is inflected: noun, verb, adj, or nothing."""
        if self.pos is not None:
            return self.pos
        return next((part for start, part in _PARTS.items() if self.cat.startswith(start)), "")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrase key → its senses."""

    senses: Mapping[str, tuple[Lexeme | Entry, ...]]
    _reach: dict[str, int] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        for key in self.senses:
            word, *others = key.split(" ")
            if len(others) >= self._reach.get(word, 0):
                self._reach[word] = len(others) + 1

    def get(self, key: str) -> tuple[Lexeme | Entry, ...]:
        """What a phrase means; nothing for one that is no phrase of the language."""
        return self.senses.get(key, ())

    def reach(self, word: str) -> int:
        """How many words the longest phrase has that begins with this one; 0 where none does."""
        return self._reach.get(word, 0)


def named(entry: Entry, spans: frozenset[tuple[int, int]]) -> Named:
    """The name that an entry with ids stands for."""
    kind: Any = entry.kind
    return Named(kind, entry.ids, spans)


def of(given: Iterator[Entry], forms: Forms) -> Vocabulary:
    """The vocabulary of these entries, with these inflections."""
    senses: dict[str, dict[Lexeme | Entry, None]] = {}
    for entry in given:
        for form, kinds in _forms(entry, forms):
            sense = entry if entry.ids else Lexeme(entry.lemma, entry.cat, entry.sem, kinds, entry.witness)
            senses.setdefault(key_of(form) or form, {})[sense] = None
    return Vocabulary({key: tuple(found) for key, found in senses.items()})


def entries(topics: Mapping[str, Mapping[str, Any]]) -> Iterator[Entry]:
    """Every entry of the topics (file → lemma → an entry or several); a wrong one is an error that names it."""
    for file, lemmas in topics.items():
        for lemma, content in lemmas.items():
            for one in content if isinstance(content, list) else [content]:
                yield _entry(file, lemma, one)


def _entry(file: str, lemma: str, content: Mapping[str, Any]) -> Entry:
    given: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in content.items()}
    try:
        return Entry(lemma, **given)
    except TypeError as error:
        raise ValueError(f"{file}: {lemma!r}: {error}") from None


def _forms(entry: Entry, forms: Forms) -> Iterator[tuple[str, tuple[str, ...]]]:
    made = forms.get(f"{entry.part}:{entry.lemma}", {}) if entry.part else {}
    yield from ((form, tuple(kinds)) for form, kinds in (made or {entry.lemma: ()}).items())
    base = tuple(made.get(entry.lemma, ()))
    for further in entry.forms:
        own = forms.get(f"{entry.part}:{further}", {}) if entry.part else {}
        yield from ((form, tuple(kinds)) for form, kinds in (own or {further: base}).items())
