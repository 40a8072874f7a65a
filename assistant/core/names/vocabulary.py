"""The words of the language: `grammar/words/*.toml`, an entry a lemma, with the forms that a lemma takes.

    seat = {cat = "NOUN_MEASURE", sem = "seats", witness = "measure:seats"}
    hold = [{cat = "VERB_HOLD", sem = "hold"}, {cat = "VERB_KEEP", sem = "retain"}]
    "no overall control" = {cat = "PARTY", ids = ["none"], kind = "party"}

`cat` is a terminal of the grammar and tells the part of speech: NOUN…, VERB…, ADJ… are inflected, nothing else is;
`pos` says otherwise ("noun", "verb", "adj", ""). `forms` are further words for the lemma, inflected alike, with their
alternatives in short: "a|the winning| margin" for four of them. An entry with `ids` is a name. `forms.json` has the
inflections of every lemma; `make words` writes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from assistant.core.meaning.nodes import Kind
from assistant.core.names.lattice import Lexeme
from assistant.core.names.phrases import reaches, spelled_out
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
    kind: Kind = "council"
    ids: tuple[str, ...] = ()

    @property
    def part(self) -> str:
        """The part of speech by which it is inflected: noun, verb, adj, or nothing."""
        if self.pos is not None:
            return self.pos
        return next((part for start, part in _PARTS.items() if self.cat.startswith(start)), "")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrase key → its senses; first word → how many words the longest phrase has that begins so."""

    senses: Mapping[str, tuple[Lexeme | Entry, ...]]
    reaches: Mapping[str, int]

    def get(self, key: str) -> tuple[Lexeme | Entry, ...]:
        """What a phrase means; nothing for one that is no phrase of the language."""
        return self.senses.get(key, ())

    def reach(self, word: str) -> int:
        """How many words the longest phrase has that begins with this one; 0 where none does."""
        return self.reaches.get(word, 0)


def of(given: Iterator[Entry], forms: Forms) -> Vocabulary:
    """The vocabulary of these entries, with these inflections."""
    senses: dict[str, dict[Lexeme | Entry, None]] = {}
    for entry in given:
        for form, kinds in _forms(entry, forms):
            sense = entry if entry.ids else Lexeme(entry.lemma, entry.cat, entry.sem, kinds, entry.witness)
            senses.setdefault(key_of(form) or form, {})[sense] = None
    return Vocabulary({key: tuple(found) for key, found in senses.items()}, reaches(senses))


def entries(topics: Mapping[str, Mapping[str, Any]]) -> Iterator[Entry]:
    """Every entry of the topics (file → lemma → an entry or several); a wrong one is an error that names it."""
    for file, lemmas in topics.items():
        for lemma, content in lemmas.items():
            for one in content if isinstance(content, list) else [content]:
                yield _entry(file, lemma, one)


def _entry(file: str, lemma: str, content: Mapping[str, Any]) -> Entry:
    given: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in content.items()}
    given["forms"] = tuple(chain.from_iterable(map(spelled_out, given.get("forms", ()))))
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
