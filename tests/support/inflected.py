"""Writes `grammar/words/forms.json`: the inflections of every lemma of the vocabulary (`make words`)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from assistant.core.names import written
from assistant.core.names.vocabulary import Entry, entries

GRAMMAR = Path(__file__).parents[2] / "grammar"
_KINDS = {
    "noun": {"NN": "singular", "NNS": "plural"},
    "verb": {"VB": "base", "VBZ": "third", "VBD": "past", "VBN": "participle", "VBG": "ing"},
    "adj": {"JJ": "base", "JJR": "comparative", "JJS": "superlative"},
}
_BASE = {"noun": "NN", "verb": "VB", "adj": "JJ"}
_AFTER_HEAD = ("of", "for", "to", "by", "in", "on", "at")


def text() -> str:
    """The text of the file for the vocabulary as it is."""
    forms = {key: inflected(part, lemma) for key, part, lemma in sorted(set(_lemmas()))}
    lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(made)}" for key, made in forms.items())
    return f"{{\n{lines}\n}}\n"


def inflected(part: str, lemma: str) -> dict[str, list[str]]:
    """Form → what it is, of a lemma; of several words the head is inflected."""
    words = lemma.split(" ")
    at = _head(part, words)
    made: dict[str, list[str]] = {}
    for kind, forms in _paradigm(part, words[at]).items():
        for form in forms:
            made.setdefault(" ".join([*words[:at], form, *words[at + 1 :]]), []).append(kind)
    return made


def _paradigm(part: str, word: str) -> dict[str, tuple[str, ...]]:
    from lemminflect import getAllInflections, getAllInflectionsOOV  # type: ignore[import-untyped]

    first, hyphen, last = word.rpartition("-")
    upos = part.upper()
    known = getAllInflections(last, upos=upos) or ({} if part == "adj" else getAllInflectionsOOV(last, upos=upos))
    known = {tag: tuple(f for f in forms if tag != "NNS" or f != last) or forms for tag, forms in known.items()}
    known = {_BASE[part]: (last,), **known}
    if part == "verb":
        known.setdefault("VBN", known["VBD"])
    return {kind: tuple(first + hyphen + form for form in known.get(tag, ())) for tag, kind in _KINDS[part].items()}


def _head(part: str, words: list[str]) -> int:
    """Which word of a lemma is inflected: the first of a verb, the noun before "of"."""
    if part == "verb":
        return 0
    tail = next((i for i, word in enumerate(words) if word in _AFTER_HEAD and i), len(words))
    return tail - 1


def _lemmas() -> Iterator[tuple[str, str, str]]:
    for entry in entries(written.read(GRAMMAR)["topics"]):
        yield from ((f"{entry.part}:{lemma}", entry.part, lemma) for lemma in _spellings(entry) if entry.part)


def _spellings(entry: Entry) -> tuple[str, ...]:
    return (entry.lemma, *entry.forms)


if __name__ == "__main__":
    (GRAMMAR / "words" / written.FORMS).write_text(text(), encoding="utf-8")
