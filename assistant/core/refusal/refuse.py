"""Refusing well: the outcome, the word that stopped the question, why in plain words, and what can be asked instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from assistant.answer.model import Answer, Choice, Outcome, Span
from assistant.core.meaning.say import Names
from assistant.core.names.english import is_english
from assistant.core.names.index import Thing
from assistant.core.names.lattice import Lattice, Word
from assistant.core.names.words import fold
from assistant.core.reading.read import Readings
from assistant.core.refusal.nearest import Nearest
from assistant.core.refusal.scope import Scope
from assistant.core.refusal.stopped import Stopped, stopped, ward_elsewhere, word_span

_NEAREST = 3  # names that are offered
_ALIKE = 60  # of 100: names less alike are not offered

HELD = "which is not in the tables: they hold local-election results, the make-up and control of councils, and turnout"


@dataclass(frozen=True, slots=True)
class Refuser:
    """Says why a question has no answer.

    `tried` tells whether another question has one, `near` which places look most like a text, `wards_of` which wards
    a council has, by name.
    """

    scope: Scope
    names: Names
    tried: Callable[[str], bool]
    near: Callable[[str], Sequence[Thing]]
    wards_of: Callable[[str], Mapping[str, Thing]]

    def not_read(self, lattice: Lattice, readings: Readings) -> Answer:
        """The refusal of a question without a whole reading."""
        if not lattice.words:
            return Answer(lattice.text, Outcome.NOT_UNDERSTOOD, "There is no question.")
        outside = self.scope.outside(lattice)
        if outside is not None:
            return self._out_of_scope(lattice, *outside)
        name = next((w for w in lattice.unknown if _is_name(w, lattice)), None)
        if name is not None:
            return self._unknown_name(lattice, name)
        elsewhere = ward_elsewhere(lattice)
        if elsewhere is not None:
            return self._unknown_ward(lattice, *elsewhere)
        return self._not_understood(lattice, readings)

    def _unknown_ward(self, lattice: Lattice, run: tuple[int, int], council: str) -> Answer:
        """A ward that is named in a council which has none of that name."""
        start, end = lattice.words[run[0]].start, lattice.words[run[1] - 1].end
        typed = lattice.text[start:end]
        ranked = sorted((-ratio(fold(typed), key), thing.id) for key, thing in self.wards_of(council).items())
        near = [self.names.name("ward", id_) for score, id_ in ranked[:_NEAREST] if -score >= _ALIKE]
        told = f" The nearest names there are {', '.join(near)}." if near else ""
        asked = [f"{lattice.text[:start]}{name.partition(' in ')[0]}{lattice.text[end:]}" for name in near]
        choices = tuple(Choice(n, name, text) for n, (name, text) in enumerate(zip(near, asked, strict=True), 1))
        said = f"There is no ward “{typed}” in {self.names.name('council', council)} in the tables.{told}"
        caret = Span(start, end, typed, "unknown name", None)
        return Answer(lattice.text, Outcome.UNKNOWN_NAME, said, choices=choices, caret=caret)

    def _out_of_scope(self, lattice: Lattice, word: Word, subject: str) -> Answer:
        said = f"That is about {subject}, {HELD}."
        return Answer(lattice.text, Outcome.OUT_OF_SCOPE, said, caret=_caret(word_span(word, ""), "out of scope"))

    def _unknown_name(self, lattice: Lattice, word: Word) -> Answer:
        things = [t for t in self.near(word.text) if ratio(fold(word.text), fold(t.name)) >= _ALIKE]
        near = [self.names.name(thing.kind, thing.id) for thing in things]
        told = f" The nearest names are {', '.join(near)}." if near else ""
        asked = [f"{lattice.text[: word.start]}{name}{lattice.text[word.end :]}" for name in near]
        choices = tuple(Choice(n, name, text) for n, (name, text) in enumerate(zip(near, asked, strict=True), 1))
        said = f"There is no council, ward, party or person “{word.text}” in the tables.{told}"
        caret = _caret(word_span(word, ""), "unknown name")
        return Answer(lattice.text, Outcome.UNKNOWN_NAME, said, choices=choices, caret=caret)

    def _not_understood(self, lattice: Lattice, readings: Readings) -> Answer:
        at = _unknown(lattice) or stopped(lattice, readings)
        said = f"I did not understand that: {at.why}." if at else "I did not understand that."
        instead = Nearest(self.names, self.tried).questions(lattice, readings)
        caret = _caret(at, "not understood") if at else None
        return Answer(lattice.text, Outcome.NOT_UNDERSTOOD, said, suggestions=instead, caret=caret)


def nowhere(text: str, places: Sequence[str], tried: Callable[[str], bool]) -> Answer:
    """The refusal of a question of some one place that names none, with the question asked of a few."""
    bare = text.strip().rstrip("?.! ")
    instead = tuple(asked for name in places if tried(asked := f"{bare} in {name}"))
    return Answer(text, Outcome.AMBIGUOUS, "Please say where: which council, ward or region?", suggestions=instead[:3])


def too_long(text: str, longest: str) -> Answer:
    """The refusal of a text that is no question for its length: so many characters, or words."""
    return Answer(text, Outcome.NOT_UNDERSTOOD, f"The question is longer than {longest}.")


def took_too_long(text: str, seconds: float) -> Answer:
    """The refusal of a question whose queries were stopped."""
    limit = f"{seconds:g} {'second' if seconds == 1 else 'seconds'}"
    return Answer(
        text,
        Outcome.NOT_UNDERSTOOD,
        f"This took longer than {limit} and was stopped, so there is no answer. "
        "Ask about fewer places or years, or allow more time with --timeout SECONDS.",
    )


def misread(text: str, what: str) -> Answer:
    """The refusal of a question whose query the tables reject."""
    return Answer(text, Outcome.NOT_UNDERSTOOD, f"I did not understand that: its query cannot run ({what}).")


def _is_name(word: Word, lattice: Lattice) -> bool:
    """Whether an unknown word looks like a name: it has a capital within a sentence, or is no English."""
    if not word.key.isalpha():
        return False
    capital = word.text[:1].isupper() and not word.text.isupper() and word != lattice.words[0]
    return capital or not is_english(word.key)


def _unknown(lattice: Lattice) -> Stopped | None:
    if not lattice.unknown:
        return None
    word = lattice.unknown[0]
    return word_span(word, f"“{word.text}” is not a word or name I know")


def _caret(at: Stopped, role: str) -> Span:
    return Span(at.start, at.end, at.said, role, None)
