"""Law 4: with one content word dropped, denied or swapped a question means or assumes something else, or is refused.

python -m tests.laws.mutated [SHARE]     over the project's own questions, 0 < SHARE ≤ 1
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.core.assistant import Assistant
from assistant.core.meaning.nodes import Named, Number
from assistant.core.names.lattice import Edge, Lattice
from assistant.core.reading.read import Reading

QUESTIONS = Path(__file__).parents[1] / "questions"

NAMES = {
    "PARTY": ("Labour", "Green", "UKIP"),
    "COUNCIL": ("Dudley", "Barnet", "Rugby"),
    "AREA": ("Kent", "Wales", "London"),
    "YEAR": ("2016", "2018", "2022"),
}
"""What a name is swapped for: the first that it is not."""

WORDS = {
    ("SUPER", "most"): "fewest",
    ("SUPER", "least"): "most",
    ("SUPADJ", "least majority"): "safest",
    ("SUPADJ", "most majority"): "closest",
    ("CMP", ">"): "fewer than",
    ("CMP", "<"): "more than",
    ("CMP", ">="): "at most",
    ("CMP", "<="): "at least",
    ("MORE", ">"): "fewer",
    ("MORE", "<"): "more",
    ("DET", "every"): "no",
    ("DET", "no"): "every",
    ("NEG", "not"): "",
    ("NEG", "never"): "",
    ("AVERAGE", "mean"): "median",
    ("AVERAGE", "median"): "mean",
    ("NOUN_MEASURE", "turnout"): "electorate",
    ("NOUN_MEASURE", "votes"): "turnout",
    ("NOUN_MEASURE", "seats"): "votes",
    ("NOUN_MEASURE", "majority"): "turnout",
    ("NOUN_KIND", "ward"): "councils",
    ("NOUN_KIND", "council"): "parties",
    ("NOUN_KIND", "party"): "wards",
    ("NOUN_KIND", "candidate"): "parties",
    ("VERB", "win"): "lose",
    ("VERB", "lose"): "win",
    ("VERB", "control"): "gain",
    ("VERB", "gain"): "lose",
    ("VERB", "hold"): "lose",
    ("VERB", "stand"): "win",
    ("VERB", "beat"): "win",
    ("FIRST", "first"): "last",
    ("FIRST", "last"): "first",
    ("SINCE", "since"): "before",
    ("BEFORE", "before"): "since",
    ("AFTER", "after"): "before",
}
"""What a word is swapped for, by its category and sense."""

CONTENT = frozenset({*NAMES, *(category for category, _ in WORDS)}) | {
    "WARD", "PERSON", "OFFICE", "NUMBER", "PERCENT", "FRACTION", "ORDINAL", "ORMORE", "OTHER", "EXCEPT", "WITHOUT",
    "UNTIL", "BETWEEN", "EVER", "ALWAYS", "DECADE", "YEARS_RANGE", "DATE", "NOUN_SHARE", "IDIOM",
}  # fmt: skip

REPEATS = frozenset({"NOUN_KIND", "NOUN_EVENT", "NOUN_SEAT", "NOUN_MEASURE", "COUNCIL"})
"""Categories of words that may repeat what is said: "Gornal ward", "the Labour party", "12 votes", a ward's council."""

EMPTY = frozenset({"the", "a", "that", "have", "get", "see", "need"})
"""Senses of determiners and verbs that say nothing beside their noun."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A question with one word changed; `how` is dropped, denied or swapped."""

    question: str
    how: str
    word: str
    category: str

    @property
    def repeats(self) -> bool:
        """Whether the word that was dropped may only have repeated what else is said."""
        return self.how == "dropped" and self.category in REPEATS


def mutants(lattice: Lattice, used: tuple[Edge, ...]) -> Iterator[Mutant]:
    """Every mutant of a question by the senses that its reading used."""
    for edge in used:
        if edge.category not in CONTENT or getattr(edge.value, "sem", "") in EMPTY:
            continue
        start, end = lattice.words[edge.first].start, lattice.words[edge.last - 1].end
        said = lattice.text[start:end]

        def instead(
            text: str, how: str, start: int = start, end: int = end, said: str = said, category: str = edge.category
        ) -> Mutant:
            return Mutant(" ".join(f"{lattice.text[:start]}{text}{lattice.text[end:]}".split()), how, said, category)

        yield instead("", "dropped")
        other = _other(edge, said)
        if other is not None:
            yield instead(other, "swapped")
        if edge.category == "VERB":
            yield instead(f"not {said}", "denied")


def _other(edge: Edge, said: str) -> str | None:
    value: Any = edge.value
    if isinstance(value, Named):
        others = NAMES.get(edge.category, ())
        return next(
            (o for o in others if o.lower() != said.lower() and not any(o.lower() in i for i in value.ids)), None
        )
    if edge.category in ("NUMBER", "PERCENT") and isinstance(value, Number) and said[:1].isdigit():
        return said.replace(said.rstrip("%"), f"{value.value + 7:g}")
    return WORDS.get((edge.category, getattr(value, "sem", "")))


def read(assistant: Assistant, text: str) -> tuple[Lattice, Reading] | None:
    """The best whole reading of a question, without its answer."""
    desk = assistant._desk
    lattice = desk.lexer.lattice(text)
    whole = desk.reader.readings(lattice).whole
    return (lattice, whole[0]) if whole else None


def escaped(assistant: Assistant, text: str) -> tuple[int, list[Mutant]]:
    """How many mutants a question has, and those that mean and assume the same as it."""
    found = read(assistant, text)
    if found is None:
        return 0, []
    lattice, reading = found
    all_of = [m for m in mutants(lattice, reading.used) if m.question]
    same = []
    for mutant in all_of:
        other = read(assistant, mutant.question)
        if other is not None and (other[1].ask, other[1].assumed) == (reading.ask, reading.assumed):
            same.append(mutant)
    return len(all_of), same


def own_questions(share: float = 1.0, seed: int = 4) -> list[str]:
    """The project's own questions that stand alone and are answered, a share of them."""
    items = [
        json.loads(line)
        for path in sorted(QUESTIONS.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    alone = [item["turns"][0] for item in items if len(item["turns"]) == 1 and "answered" in item["outcome"]]
    return random.Random(seed).sample(alone, round(len(alone) * share))


def main() -> None:
    """Print the share of mutants that are caught, and those that are not."""
    share = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    total, loose, repeated = 0, [], Counter[str]()
    with Assistant() as assistant:
        for text in own_questions(share):
            count, same = escaped(assistant, text)
            total += count
            repeated.update(m.category for m in same if m.repeats)
            loose += [(text, m) for m in same if not m.repeats]
    for text, mutant in loose:
        print(f"{mutant.how} {mutant.category} {mutant.word!r}: {text}")  # noqa: T201
    caught = 1 - len(loose) / max(total, 1)
    print(f"{total} mutants, {caught:.2%} caught, {len(loose)} not; repeats of a type: {dict(repeated)}")  # noqa: T201


if __name__ == "__main__":
    main()
